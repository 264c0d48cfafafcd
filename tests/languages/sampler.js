// SPDX-License-Identifier: LGPL-2.1-or-later

// What domains use of their host, as JavaScript has it. Libvirt's test driver counts nothing, so
// that all figures are 0, but it answers.

imports.gi.versions.Libvirt = '1.0';
const {GObject, Libvirt} = imports.gi;
const {assert, run, test, waitUntil} = imports.tap;


function openSampler() {
    const host = Libvirt.Connect.open('test:///default');
    const sampler = host.get_stats_sampler();

    sampler.interval = 100;
    waitUntil(() => sampler.domains.get_n_items() > 0);
    return [host, sampler];
}

test('/languages/gjs/sampler/samples', () => {
    const [host, sampler] = openSampler();
    const domain = host.lookup_domain_by_name('test');
    const item = sampler.find(domain);
    const told = [];

    assert(item === sampler.domains.get_item(0) && item.domain === domain, 'another item');
    assert(item.sample === null, 'a sample of nothing');
    item.connect('notify::sample', () => told.push(item.sample));
    sampler.hold();
    assert(sampler.active, 'it does not ask');
    waitUntil(() => told.length >= 3);
    sampler.release();
    assert(!sampler.active, 'it still asks');

    assert(item.history.get_n_items() === told.length, `${item.history.get_n_items()} samples`);
    told.forEach((sample, i) => assert(item.history.get_item(i) === sample, `another sample ${i}`));
    assert(told[0].time < told[1].time && told[1].time < told[2].time, `${told.map(sample => sample.time)}`);
    const {sample} = item;
    assert(sample.get_disks().length === 0 && sample.get_interfaces().length === 0, 'there are disks');
    assert(sample.get_n_vcpus() === 0 && sample.get_vcpu_percent(3) === 0, 'there are processors');
    assert(sample.cpu_percent === 0 && sample.memory_used === 0 && item.send_rate === 0, 'there is use');
    assert(sample.known === Libvirt.DomainStatsTypes.NONE && item.known === sample.known, `${sample.known}`);
});

test('/languages/gjs/sampler/history-length', () => {
    const [, sampler] = openSampler();
    const item = sampler.domains.get_item(0);
    let told = 0;

    sampler.history_length = 2;
    item.connect('notify::sample', () => told++);
    sampler.hold();
    waitUntil(() => told >= 4);
    sampler.release();
    assert(item.history.get_n_items() === 2, `${item.history.get_n_items()} samples`);
    sampler.history_length = 0;
    assert(item.history.get_n_items() === 0, `${item.history.get_n_items()} samples`);
});

test('/languages/gjs/sampler/groups', () => {
    const [, sampler] = openSampler();
    const types = Libvirt.DomainStatsTypes;

    assert((sampler.groups & types.CPU_TOTAL) !== 0, `${sampler.groups}`);
    sampler.groups = types.CPU_TOTAL | types.PERF;
    assert(sampler.get_groups() === (types.CPU_TOTAL | types.PERF), `${sampler.groups}`);
    assert(sampler.error === null, `${sampler.error}`);
});

// Bound as to a widget, and with the model's own type.
test('/languages/gjs/sampler/bound', () => {
    const Bar = GObject.registerClass({
        Properties: {
            percent: GObject.ParamSpec.double('percent', '', '', GObject.ParamFlags.READWRITE, 0, 1e6, 50),
        },
    }, class Bar extends GObject.Object {});
    const [, sampler] = openSampler();
    const bar = new Bar();

    sampler.domains.get_item(0).bind_property('cpu-percent', bar, 'percent', GObject.BindingFlags.SYNC_CREATE);
    assert(bar.percent === 0, `${bar.percent}`);
    assert(sampler.domains.get_item_type() === Libvirt.DomainSampler.$gtype, 'items of another type');
});

test('/languages/gjs/sampler/flow', () => {
    const flow = new Libvirt.StatsFlow();

    flow.bytes_in = 1.5;
    assert(flow.copy().bytes_in === 1.5, `${flow.copy().bytes_in}`);
    assert(flow.copy().name === null, flow.name);
});

run();
