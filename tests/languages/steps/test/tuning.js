// SPDX-License-Identifier: LGPL-2.1-or-later

// How much of the host a domain gets; tuning.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, values} = imports.steps;

const Impact = Libvirt.DomainModificationImpact;
const NO_FLAGS = Libvirt.DomainXMLFlags.NONE;

step('memory/maximum', async host => {
    const domain = host.stored();

    assert(domain.set_max_memory(16384));
    assertEqual([domain.get_max_memory(), await later(host.seen(domain), 'get_max_memory')], [16384, 16384]);
});

step('memory/size', async host => {
    const domain = host.guest();

    assert(domain.set_memory(4096));
    assertEqual(host.seen(domain).get_info().memory, 4096);
    assert(await later(domain, 'set_memory', 5120));
    assertEqual(host.seen(domain).get_info().memory, 5120);
    assert(domain.set_memory_flags(6144, Libvirt.DomainMemoryModFlags.LIVE));
    assertEqual(host.seen(domain).get_info().memory, 6144);
    fails(Libvirt.Error.INVALID_ARG, () => domain.set_memory(9000));
});

step('memory/statistics-period', host => {
    const domain = host.guest();

    assert(domain.set_memory_stats_period(7, Libvirt.DomainMemoryModFlags.LIVE));
    assert(host.seen(domain).get_xml_desc(NO_FLAGS).includes("<stats period='7'/>"));
});

step('vcpu/number', async host => {
    const domain = host.guest();

    assertEqual([domain.get_max_vcpus(), await later(domain, 'get_max_vcpus')], [4, 4]);
    assert(domain.set_vcpus(3));
    assertEqual(host.seen(domain).get_info().nr_virt_cpu, 3);
    assert(await later(domain, 'set_vcpus_flags', 1, Libvirt.DomainVcpuFlags.LIVE));
    assertEqual(host.seen(domain).get_vcpus_flags(Libvirt.DomainVcpuFlags.LIVE), 1);
});

step('vcpu/pin', host => {
    const domain = host.guest();

    assert(domain.pin_vcpu_flags(1, [2], Impact.CURRENT));
    assertEqual(host.seen(domain).get_vcpu_pin_info(Impact.LIVE).deepUnpack()[1][0], 2);
});

step('iothread/parameters', async host => {
    const domain = host.guest();
    const ids = () => host.seen(domain).get_io_thread_info(Impact.LIVE).map(thread => thread.iothread_id);

    assert(domain.add_io_thread(5, Impact.LIVE));
    assert(domain.set_io_thread_params(5, values({poll_max_ns: ['t', 5000]}), Impact.LIVE));
    fails(Libvirt.Error.INVALID_ARG,
        () => domain.set_io_thread_params(9, values({poll_max_ns: ['t', 1]}), Impact.LIVE));
    assertEqual(ids(), [1, 5]);
    assert(await later(domain, 'del_io_thread', 5, Impact.LIVE));
    assertEqual(ids(), [1]);
});

step('tuning/blkio', async host => {
    const domain = host.stored();

    assert(domain.set_blkio_parameters(values({weight: ['u', 333]}), Impact.CONFIG));
    assertEqual(host.seen(domain).get_blkio_parameters(Impact.CONFIG).recursiveUnpack().weight, 333);
    assert(await later(domain, 'set_blkio_parameters', values({weight: ['u', 444]}), Impact.CONFIG));
    assertEqual((await later(host.seen(domain), 'get_blkio_parameters', Impact.CONFIG)).recursiveUnpack().weight,
        444);
});

step('tuning/numa', host => {
    const domain = host.stored();

    assert(domain.set_numa_parameters(values({numa_nodeset: ['s', '0-1']}), Impact.CONFIG));
    assertEqual(host.seen(domain).get_numa_parameters(Impact.CONFIG).recursiveUnpack().numa_nodeset, '0-1');
});

step('tuning/perf-events', host => {
    const domain = host.stored();

    assert(domain.set_perf_events(values({cpu_clock: ['b', true]}), Impact.CONFIG));
    assertEqual(host.seen(domain).get_perf_events(Impact.CONFIG).recursiveUnpack().cpu_clock, true);
    assert(host.seen(domain).get_xml_desc(NO_FLAGS).includes("<event name='cpu_clock' enabled='yes'/>"));
});

// The make-believe takes a weight, and has the same one as before.
step('tuning/scheduler', async host => {
    const domain = host.guest();

    assertEqual(domain.get_scheduler_type(), ['fair', 1]);
    assertEqual(domain.get_scheduler_parameters().recursiveUnpack(), {weight: 50});
    assert(domain.set_scheduler_parameters(values({weight: ['u', 60]})));
    assert(await later(domain, 'set_scheduler_parameters_flags', values({weight: ['u', 60]}), Impact.CURRENT));
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, () => domain.set_scheduler_parameters(values({height: ['u', 60]})));
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED,
        () => domain.set_scheduler_parameters_flags(values({height: ['u', 60]}), Impact.CURRENT));
});

step('interface-of-domain/parameters', host => {
    const domain = host.stored();
    const average = Libvirt.DOMAIN_BANDWIDTH_IN_AVERAGE;

    assert(domain.set_interface_parameters('net0', values({[average]: ['u', 1000]}), Impact.CONFIG));
    assertEqual(host.seen(domain).get_interface_parameters('net0', Impact.CONFIG).recursiveUnpack()[average], 1000);
    assert(host.seen(domain).get_xml_desc(NO_FLAGS).includes("<inbound average='1000'/>"));
});

step('interface-of-domain/statistics', async host => {
    const domain = host.guest();
    const before = domain.interface_stats('net0');

    assert(before.rx_bytes > 0);
    assert((await later(host.seen(domain), 'interface_stats', '52:54:00:00:00:01')).rx_bytes >= before.rx_bytes);
});

step('block/io-tune', host => {
    const domain = host.guest();
    const key = Libvirt.DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC;

    assert(domain.set_block_io_tune('vda', values({[key]: ['t', 65536], [`${key}_max`]: ['t', 65536]}), Impact.LIVE));
    assertEqual(host.seen(domain).get_block_io_tune('vda', Impact.LIVE).recursiveUnpack()[key], 65536);
    assert(host.seen(domain).get_xml_desc(NO_FLAGS).includes('<total_bytes_sec>65536</total_bytes_sec>'));
});
