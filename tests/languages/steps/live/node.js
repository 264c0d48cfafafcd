// SPDX-License-Identifier: LGPL-2.1-or-later

// The machine, its devices, and what a connection knows of it; node.py is the same in Python.

const {GLib, Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, succeeds, values, waitUntil} = imports.steps;

const cpu = model => `<cpu><arch>x86_64</arch><model>${model}</model></cpu>`;
const EMULATED = ['/usr/bin/qemu-system-x86_64', 'x86_64', 'q35', 'qemu'];
const mediatedXML = (parent, uuid) => `
<device>
  <parent>${parent}</parent>
  <capability type='mdev'><type id='mtty'/><uuid>${uuid}</uuid></capability>
</device>`;
const ADD = Libvirt.NodeAllocPagesFlags.ADD;
const PAGES = 'shm_pages_to_scan';

// The host's bridge, which every machine has.
function pciDevice(host) {
    const found = host.here.list_all_node_devices(Libvirt.ConnectListAllNodeDeviceFlags.CAP_PCI_DEV);

    return found.reduce((first, device) => device.name < first.name ? device : first);
}

step('connect/capabilities-of-domains', async host => {
    const xml = host.here.get_domain_capabilities(...EMULATED, 0);

    assert(xml.includes('<machine>pc-q35') && xml.includes('<domain>qemu</domain>'));
    assertEqual(await later(host.there, 'get_domain_capabilities', ...EMULATED, 0), xml);
});

step('connect/compare-processors', async host => {
    let result = host.here.compare_cpu(cpu('Nehalem'), Libvirt.ConnectCompareCPUFlags.NONE);

    assertEqual(await later(host.there, 'compare_cpu', cpu('Nehalem'), 0), result);
    result = host.here.compare_hypervisor_cpu(...EMULATED, cpu('Nehalem'), 0);
    assertEqual(await later(host.there, 'compare_hypervisor_cpu', ...EMULATED, cpu('Nehalem'), 0), result);
    assert(result !== Libvirt.CPUCompareResult.ERROR);
    fails(Libvirt.Error.XML_DETAIL, () => host.here.compare_cpu('<cpu', 0));
});

step('connect/baseline-of-hypervisor', async host => {
    const cpus = [cpu('Nehalem'), cpu('Nehalem')];
    const xml = host.here.baseline_hypervisor_cpu(...EMULATED, cpus, Libvirt.ConnectBaselineCPUFlags.NONE);

    assert(xml.includes('<model'));
    assertEqual(await later(host.there, 'baseline_hypervisor_cpu', ...EMULATED, cpus, 0), xml);
});

step('connect/command-line', async host => {
    assert(host.here.domain_xml_to_native('qemu-argv', host.guestXML(), 0).includes(EMULATED[0]));
    assert((await later(host.here, 'domain_xml_to_native', 'qemu-argv', host.guestXML(), 0)).includes(EMULATED[0]));
    fails(Libvirt.Error.INVALID_ARG, () => host.here.domain_xml_to_native('nonsense', host.guestXML(), 0));
});

// Whom the log of the audit names: nothing that can be asked for.
step('connect/identity', async host => {
    const connect = Libvirt.Connect.open(host.uri);
    const name = values({[Libvirt.CONNECT_IDENTITY_USER_NAME]: ['s', 'somebody']});

    assert(connect.set_identity(name, 0) && await later(connect, 'set_identity', name, 0));
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED,
        () => connect.set_identity(values({nonsense: ['s', 'somebody']}), 0));
});

step('connect/define-validated', host => {
    const domain = host.here.define_domain_xml_flags(host.guestXML(), Libvirt.DomainDefineFlags.VALIDATE);
    const wrong = host.guestXML().replace('</domain>', '<nonsense/></domain>');

    assertEqual(host.seen(domain).name, domain.name);
    fails(Libvirt.Error.XML_INVALID_SCHEMA,
        () => host.here.define_domain_xml_flags(wrong, Libvirt.DomainDefineFlags.VALIDATE));
    domain.undefine();
});

step('domain/scheduler-flags', async host => {
    const domain = host.guest();
    const live = Libvirt.DomainModificationImpact.LIVE;

    assert(domain.set_scheduler_parameters_flags(values({cpu_shares: ['t', 3000]}), live));
    const seen = host.seen(domain);
    assertEqual(seen.get_scheduler_parameters_flags(live).recursiveUnpack().cpu_shares, 3000);
    assertEqual((await later(seen, 'get_scheduler_parameters_flags', live)).recursiveUnpack().cpu_shares, 3000);
    domain.destroy();
});

step('node/pages', async host => {
    const node = host.here.get_node();

    assert(node.get_free_pages([4], 0, 1, 0)[0] > 0);
    assertEqual((await later(node, 'get_free_pages', [4, 2048], 0, 1, 0)).length, 2);
    assertEqual([node.alloc_pages([2048], [0], 0, 1, ADD), await later(node, 'alloc_pages', [2048], [0], 0, 1, ADD)],
        [1, 1]);
});

step('node/memory-statistics', async host => {
    const stats = host.here.get_node().get_memory_stats(-1, 0).recursiveUnpack();
    const again = (await later(host.there.get_node(), 'get_memory_stats', -1, 0)).recursiveUnpack();

    assert(stats[Libvirt.NODE_MEMORY_STATS_TOTAL] > stats[Libvirt.NODE_MEMORY_STATS_FREE]);
    assert(again[Libvirt.NODE_MEMORY_STATS_FREE] > 0);
});

// As it is already: the setting is the machine's. A kernel may be without.
step('node/memory-parameters', async host => {
    const node = host.here.get_node();
    const found = node.get_memory_parameters(0).recursiveUnpack();

    assertEqual(Object.keys((await later(node, 'get_memory_parameters', 0)).recursiveUnpack()).sort(),
        Object.keys(found).sort());
    if (PAGES in found) {
        assert(node.set_memory_parameters(values({[PAGES]: ['u', found[PAGES]]}), 0));
        assertEqual(host.there.get_node().get_memory_parameters(0).recursiveUnpack()[PAGES], found[PAGES]);
    }
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, () => node.set_memory_parameters(values({nonsense: ['u', 1]}), 0));
});

// What has been run to put the host to sleep.
function sleepLog(host) {
    const [, contents] = GLib.file_get_contents(`${host.folder}/first/var/log/libvirt/sleep.log`);

    return new TextDecoder().decode(contents);
}

// Only a while after the call.
step('node/sleep', async host => {
    const [node, before] = [host.here.get_node(), sleepLog(host)];
    const hybrid = Libvirt.NodeSuspendTarget.HYBRID;

    fails(Libvirt.Error.INVALID_ARG, () => node.suspend_for_duration(hybrid, 59, 0));
    assert(await later(node, 'suspend_for_duration', hybrid, 600, 0));
    waitUntil(() => !sleepLog(host).endsWith(' -s 600\n'));
    assertEqual(sleepLog(host), `${before}rtcwake -m no -s 600\npm-suspend-hybrid\n`);
});

step('node/not-on-this-machine', host => {
    fails(Libvirt.Error.OPERATION_UNSUPPORTED, () => host.here.get_node().get_sev_info(0));
    fails(Libvirt.Error.INTERNAL_ERROR, () => host.here.lookup_node_device_scsi_host_by_wwn(
        '2000000012341234', '1000000012341234', 0));
});

step('node-device/mediated', async host => {
    const xml = mediatedXML(pciDevice(host).name, GLib.uuid_string_random());
    const device = host.here.define_node_device_xml(xml, Libvirt.NodeDeviceDefineXMLFlags.NONE);

    assert(device.is_persistent() && !device.is_active());
    assert(device.set_autostart(true));
    assert(device.autostart);
    // libvirt looks at the files of mdevctl a while after it has had them changed.
    waitUntil(() => host.there.lookup_node_device_by_name(device.name).get_autostart());
    fails(Libvirt.Error.INTERNAL_ERROR, () => device.create(0));
    assert(await later(device, 'undefine', 0) && !device.exists);
    waitUntil(() => !succeeds(() => host.there.lookup_node_device_by_name(device.name)));
});

// Nothing is bound to the bridge, so that giving it back changes nothing.
step('node-device/pci', async host => {
    const device = pciDevice(host);

    assert(device.re_attach() && await later(device, 're_attach'));
    assert(host.there.lookup_node_device_by_name(device.name).is_active());
});
