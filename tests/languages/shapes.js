// SPDX-License-Identifier: LGPL-2.1-or-later

// Arguments and results that are more than a number or a text, as JavaScript has them.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertEqual, assertError, run, test, waitFor, waitUntil} = imports.tap;

const host = Libvirt.Connect.open('test:///default');
const xml = `
<domain type='test'>
  <name>shapes</name><memory unit='MiB'>8</memory><os><type>hvm</type></os>
  <devices>
    <disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'><source network='default'/><mac address='52:54:00:00:00:01'/></interface>
    <memballoon model='virtio'/>
  </devices>
</domain>`;
let nDomains = 0;

function make() {
    return host.create_domain_xml(xml.replace('shapes', `shapes-${nDomains++}`), 0);
}

function assertRefused(callback) {
    assertError(callback, Libvirt.Error, Libvirt.Error.NO_SUPPORT);
}

test('/languages/gjs/shapes/list-of-files', () => {
    const domain = host.create_domain_xml_with_files(xml, [0, 1], Libvirt.DomainCreateFlags.NONE);

    assert(domain.active, 'it does not run');
    domain.destroy();
    const defined = host.define_domain_xml(xml);
    assert(waitFor(done => defined.create_with_files_async([0], 0, null, done),
        result => defined.create_with_files_finish(result)), 'it was not started');
    defined.destroy();
    defined.undefine();
});

test('/languages/gjs/shapes/list-of-keys', () => {
    assert(make().send_key(Libvirt.KeycodeSet.LINUX, 50, [29, 56, 111], 0), 'no keys');
});

test('/languages/gjs/shapes/two-numbers', () => {
    const [ok, seconds, nseconds] = make().get_time(0);

    assert(ok && seconds > 0 && nseconds < 1e9, `${seconds}.${nseconds}`);
});

test('/languages/gjs/shapes/list-in-a-structure', () => {
    const domain = make();
    const [card] = domain.interface_addresses(Libvirt.DomainInterfaceAddressesSource.LEASE, 0);
    const [address] = card.addrs;
    const [info] = domain.get_fs_info(0);

    assertEqual(card.hwaddr, '52:54:00:00:00:01');
    assertEqual([address.type, address.prefix], [Libvirt.IPAddrType.IPV4, 24]);
    assertEqual([info.mountpoint, info.dev_alias], ['/', ['vda']]);
    assertEqual(info.copy().dev_alias, ['vda']);
});

test('/languages/gjs/shapes/strings-or-null', () => {
    const domain = make();

    assertEqual(domain.fs_freeze(null, 0), 2);
    assertEqual(domain.fs_thaw(['/', '/boot'], 0), 2);
    assertEqual(domain.fs_freeze(['/'], 0), 1);
    assertEqual(domain.fs_thaw([], 0), 1);
});

test('/languages/gjs/shapes/list-object-or-null', () => {
    const domain = make();
    const list = new Gio.UnixFDList();

    list.append(0);
    assertRefused(() => domain.qemu_monitor_command_with_files('{}', list, 0));
    assertRefused(() => domain.qemu_monitor_command_with_files('{}', null, 0));
    assertRefused(() => domain.lxc_open_namespace(0));
    assertEqual(list.get_length(), 1);
});

test('/languages/gjs/shapes/structures-of-a-disk', () => {
    const domain = make();
    const info = domain.get_block_info('vda', 0);
    const [error] = domain.get_disk_errors(0);

    assert(info.physical > info.capacity && info.capacity > 0, `${info.capacity}`);
    assert(domain.block_stats('vda').copy().rd_req > 0, 'nothing was read');
    assertEqual(error.disk, 'vda');
    assertEqual(domain.get_control_info(0).state, Libvirt.DomainControlState.OK);
    assertEqual(new Libvirt.DomainBlockJobInfo().end, 0);
});

test('/languages/gjs/shapes/bytes', () => {
    const domain = make();
    const physical = Libvirt.DomainMemoryFlags.PHYSICAL;

    assertEqual([...domain.memory_peek(254, 4, physical).toArray()], [254, 255, 0, 1]);
    const peeked = waitFor(done => domain.memory_peek_async(7, 1, physical, null, done),
        result => domain.memory_peek_finish(result));
    assertEqual([...peeked.toArray()], [7]);
});

// Each frees, where GJS had its way, what was left of the call before.
test('/languages/gjs/shapes/wrong-arguments-of-arrays', () => {
    const domain = make();
    const node = host.get_node();
    const table = host.get_domain_stats_table(0, 0);
    const refused = call => {
        try {
            call();
        } catch (error) {
            assert(error instanceof TypeError, `${error}`);
            return;
        }
        throw new Error('there was no error');
    };

    for (const field of [undefined, null, 7, {}]) {
        assert(table.get_numbers('state.state').length > 0);
        refused(() => table.get_numbers(field));
    }
    for (const flags of [-1, 1 << 20, 'live', undefined]) {
        assert(domain.get_emulator_pin_info(0).length > 0);
        refused(() => domain.get_emulator_pin_info(flags));
    }
    for (const cells of [[0, 2 ** 40], [-(2 ** 40), 1], [0]]) {
        assert(node.get_cells_free_memory(0, 2).length > 0);
        refused(() => node.get_cells_free_memory(...cells));
    }
    refused(() => node.get_free_pages([-4], 0, 1, 0));
    refused(() => node.get_free_pages([4], 0, -1, 0));
});

test('/languages/gjs/shapes/other-connection', () => {
    const domain = make();
    const there = Libvirt.Connect.open('test:///default');
    const live = Libvirt.DomainMigrateFlags.LIVE;

    assertRefused(() => domain.migrate3(there, null, live));
    assertRefused(() => domain.migrate2(there, null, live, null, null, 0));
    assertRefused(() => domain.backup_begin('<domainbackup/>', null, 0));
    assertRefused(() => domain.get_job_stats(0));
    there.close();
});

test('/languages/gjs/shapes/variant-or-null', () => {
    const domain = make();
    const params = new GLib.Variant('a{sv}', {rounds: GLib.Variant.new_uint32(3)});

    assertRefused(() => domain.announce_interface('net0', params, 0));
    assertRefused(() => domain.announce_interface(null, null, 0));
});

test('/languages/gjs/shapes/bytes', () => {
    const domain = make();

    assert(domain.pin_emulator(new Uint8Array([5]), 0), 'it is not pinned');
    assertEqual(domain.get_emulator_pin_info(0)[0], 5);
    assertEqual(waitFor(done => domain.get_emulator_pin_info_async(0, null, done),
        result => domain.get_emulator_pin_info_finish(result))[0], 5);
    assert(domain.pin_vcpu(0, new Uint8Array([2])), 'it is not pinned');
    assertEqual(domain.get_vcpu_pin_info(0).deepUnpack()[0][0], 2);
    domain.add_io_thread(3, 0);
    domain.pin_io_thread(3, new Uint8Array([4]), 0);
    const [thread] = domain.get_io_thread_info(0);
    assertEqual([thread.iothread_id, thread.cpumap.toArray()[0]], [3, 4]);
});

test('/languages/gjs/shapes/list-and-variant', () => {
    const domain = make();
    const [[vcpu], maps] = domain.get_vcpus();

    assertEqual([vcpu.number, vcpu.state], [0, Libvirt.VcpuState.RUNNING]);
    assertEqual([maps.get_type_string(), maps.n_children()], ['aay', 1]);
    const [[again], mapsAgain] = waitFor(done => domain.get_vcpus_async(null, done),
        result => domain.get_vcpus_finish(result));
    assertEqual([again.number, mapsAgain.n_children()], [0, 1]);
});

test('/languages/gjs/shapes/dictionaries', () => {
    const domain = make();
    const limit = new GLib.Variant('a{sv}', {hard_limit: GLib.Variant.new_uint64(9000)});

    assert(domain.set_memory_parameters(limit, 0), 'there is no limit');
    const limits = domain.get_memory_parameters(0).recursiveUnpack();
    assertEqual([limits.hard_limit, limits.soft_limit], [9000, Libvirt.DOMAIN_MEMORY_PARAM_UNLIMITED]);
    assertEqual(domain.get_cpu_stats(0, 0, 0).recursiveUnpack().map(stats => Object.keys(stats).length), [2, 2]);
    assertEqual(domain.get_messages(0), []);
    assert(domain.memory_stats(0).some(stat => stat.tag === Libvirt.DomainMemoryStatTags.ACTUAL_BALLOON &&
        stat.val === 8192), 'no balloon');
});

test('/languages/gjs/shapes/object-or-null', () => {
    assertRefused(() => host.domain_qemu_monitor_event_register(make(), 'STOP', 0));
    assertRefused(() => host.domain_qemu_monitor_event_register(null, null, 0));
});

test('/languages/gjs/shapes/figures-and-lists-of-objects', () => {
    const pool = host.lookup_storage_pool_by_name('default-pool');
    const volume = pool.create_volume_xml('<volume><name>shapes.img</name><capacity>4096</capacity></volume>', 0);
    const info = waitFor(done => pool.get_info_async(null, done), result => pool.get_info_finish(result));
    const listed = () => [...pool.volumes];

    assertEqual([info.state, info.capacity], [pool.state, pool.capacity]);
    assertEqual(volume.get_info().capacity, 4096);
    assert(pool.list_all_volumes(0).includes(volume), 'it is in no list');
    assert(pool.volumes.refresh() && listed().includes(volume), 'it is in no live list');
    assert(volume.delete(0) && !listed().includes(volume), 'it stays in the live list');
});

test('/languages/gjs/shapes/tree-of-snapshots', () => {
    const domain = make();
    const root = domain.create_snapshot_xml('<domainsnapshot><name>root</name></domainsnapshot>', 0);
    const leaf = domain.create_snapshot_xml('<domainsnapshot><name>leaf</name></domainsnapshot>', 0);

    assert(leaf.get_parent(0) === root && leaf.domain === domain, 'it belongs to something else');
    assert(root.list_all_children(0)[0] === leaf, 'it is another child');
    assertEqual(root.list_children_names(0), ['leaf']);
    assert(domain.snapshots.refresh(), 'there is no list');
    assertEqual(domain.snapshots.get_n_items(), 2);
    assert(domain.root_snapshots.refresh() && leaf.parent === root, 'it is in no tree');
    assert(domain.root_snapshots.get_item(0) === root && root.parent === null, 'it is no root');
    assertEqual([root, leaf].map(item => item.children.get_n_items()), [1, 0]);
    host.forget(domain);
    assert(leaf.domain === domain && root.get_domain() === domain, 'it has lost its domain');
    assert(root.delete(Libvirt.DomainSnapshotDeleteFlags.CHILDREN), 'it stays');
    assert(!leaf.exists && domain.snapshots.get_n_items() === 0, 'its child stays');
});

// The test driver gives no addresses.
test('/languages/gjs/shapes/list-of-leases', () => {
    const {leases} = host.lookup_network_by_name('default');

    waitUntil(() => !leases.loading);
    assert(leases.error.matches(Libvirt.Error, Libvirt.Error.NO_SUPPORT), `${leases.error}`);
    assertEqual(leases.get_n_items(), 0);
    assertRefused(() => leases.refresh());
    assertRefused(() => waitFor(done => leases.refresh_async(null, done), result => leases.refresh_finish(result)));
    const lease = new Libvirt.NetworkLease();
    assertEqual([lease.mac, lease.addr_type, lease.get_info().prefix], [null, Libvirt.IPAddrType.IPV4, 0]);
});

test('/languages/gjs/shapes/what-the-host-has', () => {
    const adapter = host.lookup_node_device_by_name('scsi_host1');
    const [card] = host.list_all_interfaces(Libvirt.ConnectListAllInterfacesFlags.ACTIVE);

    assert(host.list_all_node_devices(Libvirt.ConnectListAllNodeDeviceFlags.CAP_SCSI_HOST).includes(adapter),
        'it is in no list');
    assertEqual(adapter.list_caps().length, adapter.num_of_caps());
    assert(host.lookup_interface_by_mac_string(card.get_mac_string()) === card, 'it is another one');
});

run();
