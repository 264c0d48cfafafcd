// SPDX-License-Identifier: LGPL-2.1-or-later

// A manager of hosts, as JavaScript has it.

imports.gi.versions.Libvirt = '1.0';
const {GObject, Libvirt} = imports.gi;
const {assert, run, test, waitUntil} = imports.tap;

const uris = ['test:///default?host=1', 'test:///default?host=2'];
const guest = "<domain type='test'><name>manager-gjs</name><memory>8192</memory><os><type>hvm</type></os></domain>";

function items(model) {
    const found = [];

    for (let i = 0; i < model.get_n_items(); i++)
        found.push(model.get_item(i));
    return found;
}

function same(one, other) {
    return one.length === other.length && one.every((item, i) => item === other[i]);
}

// A model by what it tells.
function copyOf(model) {
    const copy = items(model);

    model.connect('items-changed', (_model, position, removed, added) => {
        copy.splice(position, removed, ...items(model).slice(position, position + added));
    });
    return copy;
}

test('/languages/gjs/manager/hosts', () => {
    const manager = new Libvirt.Manager();
    const copy = copyOf(manager);
    const hosts = uris.map(uri => manager.add(uri, null, Libvirt.ConnectFlags.NONE));

    assert(hosts.every(host => host.state === Libvirt.ConnectState.CONNECTING), 'it is open already');
    assert(same(copy, hosts) && same(items(manager), hosts), 'there are others');
    assert(manager.add(uris[0], null, Libvirt.ConnectFlags.NONE) === hosts[0], 'it was added twice');
    waitUntil(() => hosts.every(host => host.state === Libvirt.ConnectState.OPEN));
    assert(manager.lookup_by_uri(uris[1]) === hosts[1], 'it is another one');
    assert(manager.remove(hosts[0]), 'it was not there');
    assert(hosts[0].state === Libvirt.ConnectState.CLOSED, 'it is not closed');
    assert(same(copy, [hosts[1]]), 'the other one is not there');
});

test('/languages/gjs/manager/domains', () => {
    const manager = new Libvirt.Manager();
    const model = manager.domains;
    const copy = copyOf(model);
    const hosts = uris.map(uri => manager.add(uri, null, Libvirt.ConnectFlags.NONE));

    assert(model instanceof GObject.Object && model.get_n_items() === 0, 'there are some already');
    waitUntil(() => hosts.every(host => host.domains.get_n_items() > 0));
    const domain = hosts[1].define_domain_xml(guest);
    waitUntil(() => copy.filter(each => each.name === 'manager-gjs').length === 2);
    assert(same(copy, [...items(hosts[0].domains), ...items(hosts[1].domains)]), 'they are others');
    assert(copy.includes(domain), 'it is another one');
    assert(same([...manager], hosts), 'others are gone through');
    assert(same([...model], items(model)), 'other domains are gone through');
    assert(same([...hosts[1].domains], items(hosts[1].domains)), 'other domains of one host are gone through');
    domain.undefine();
    waitUntil(() => !copy.some(each => each.name === 'manager-gjs'));
    assert(same(copy, items(model)), 'the model tells something else');
});

test('/languages/gjs/manager/error', () => {
    const manager = new Libvirt.Manager();
    const uri = 'test:///dev/null';
    const host = manager.add(uri, null, Libvirt.ConnectFlags.NONE);
    const told = [];
    let thrown = null;

    host.connect('notify::error', () => told.push(host.error));
    waitUntil(() => told.length > 0);
    try {
        Libvirt.Connect.open(uri);
    } catch (error) {
        thrown = error;
    }
    assert(told[0].matches(Libvirt.Error, thrown.code) && told[0].message === thrown.message, `${told[0]}`);
    assert(host.state === Libvirt.ConnectState.CONNECTING, 'it has given up');
    host.auto_reconnect = false;
    assert(host.state === Libvirt.ConnectState.LOST, 'it has not given up');
});

run();
