// SPDX-License-Identifier: LGPL-2.1-or-later

// The host itself and its devices; node.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step} = imports.steps;

const ALL_CPUS = Libvirt.NodeGetCPUStatsAllCPUs.ALL_CPUS;
const adapter = wwpn => `
<device>
  <parent>scsi_host1</parent>
  <capability type='scsi_host'>
    <capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>${wwpn}</wwpn></capability>
  </capability>
</device>`;

step('node/info', async host => {
    const node = host.here.get_node();
    const found = node.get_info();

    assertEqual([found.model, found.cpus], ['i686', 16]);
    assert(found.memory > 0);
    assertEqual((await later(host.there.get_node(), 'get_info')).memory, found.memory);
});

step('node/memory', async host => {
    const node = host.here.get_node();
    const cells = node.get_cells_free_memory(0, 2);

    assertEqual(cells.map(size => size > 0), [true, true]);
    assert(node.get_free_memory() > 0);
    assertEqual(await later(host.there.get_node(), 'get_free_memory'), node.get_free_memory());
    assertEqual(await later(node, 'get_cells_free_memory', 1, 1), [cells[1]]);
});

step('node/cpu-statistics', async host => {
    const node = host.here.get_node();
    const stats = node.get_cpu_stats(ALL_CPUS, 0).recursiveUnpack();

    assert(stats.user > 0);
    assertEqual((await later(node, 'get_cpu_stats', ALL_CPUS, 0)).recursiveUnpack(), stats);
});

step('node/security-model', async host => {
    const model = host.here.get_node().get_security_model();

    assertEqual([model.model, model.doi], ['testSecurity', '']);
    assertEqual((await later(host.here.get_node(), 'get_security_model')).copy().model, 'testSecurity');
});

step('node/devices', async host => {
    const node = host.here.get_node();
    const found = node.list_devices(null, 0);

    assert(found.includes('computer'));
    assertEqual(node.num_of_devices(null, 0), found.length);
    assertEqual(await later(node, 'list_devices', 'system', 0), ['computer']);
    assertEqual(await later(node, 'num_of_devices', 'system', 0), 1);
});

step('node-device/life', async host => {
    const device = host.here.create_node_device_xml(adapter('1000000012341234'),
        Libvirt.NodeDeviceCreateXMLFlags.NONE);
    const other = host.there.lookup_node_device_by_name(device.name);

    assertEqual([device.get_parent(), await later(device, 'get_parent')], ['scsi_host1', 'scsi_host1']);
    assert(other.get_xml_desc(Libvirt.NodeDeviceXMLFlags.NONE).includes('<wwpn>1000000012341234</wwpn>'));
    assert((await later(device, 'get_xml_desc', 0)).includes(`<name>${device.name}</name>`));
    assert(device.destroy() && !device.exists);
    fails(Libvirt.Error.NO_NODE_DEVICE, () => host.there.lookup_node_device_by_name(device.name));
});

// What would take a device from its host is not tried on a real one; this one cannot sleep, either.
step('node-device/not-taken-from-a-real-host', host => {
    const device = host.here.lookup_node_device_by_name('computer');
    const noSupport = Libvirt.Error.NO_SUPPORT;

    fails(noSupport, () => device.dettach());
    fails(noSupport, () => device.detach_flags('vfio', 0));
    fails(noSupport, () => device.reset());
    fails(noSupport, () => host.here.get_node().suspend_for_duration(Libvirt.NodeSuspendTarget.MEM, 60, 0));
});
