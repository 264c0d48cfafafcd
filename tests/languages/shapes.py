# SPDX-License-Identifier: LGPL-2.1-or-later
"""Arguments and results that are more than a number or a text, as Python has them."""

import os

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

HOST = Libvirt.Connect.open('test:///default')
XML = '''
<domain type='test'>
  <name>shapes</name><memory unit='MiB'>8</memory><os><type>hvm</type></os>
  <devices>
    <disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'><source network='default'/><mac address='52:54:00:00:00:01'/></interface>
    <memballoon model='virtio'/>
  </devices>
</domain>'''
NAMES = iter(range(1000))


def open_null():
    return os.open('/dev/null', os.O_RDONLY)


def make():
    return HOST.create_domain_xml(XML.replace('shapes', f'shapes-{next(NAMES)}'), 0)


def refused(function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT), error
        return
    raise AssertionError('there was no error')


def wait_for(start, finish, *arguments):
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    start(*arguments, None, on_done)
    loop.run()
    return finish(results[0])


@tap.test('/languages/python/shapes/list-of-files')
def files():
    fd = open_null()
    domain = HOST.create_domain_xml_with_files(XML, [fd, fd], Libvirt.DomainCreateFlags.NONE)
    assert domain.props.active
    domain.destroy()
    domain = HOST.define_domain_xml(XML)
    assert wait_for(domain.create_with_files_async, domain.create_with_files_finish, [fd], 0)
    os.close(fd)
    domain.destroy()
    assert domain.create_with_files([], 0)
    domain.destroy()
    domain.undefine()


@tap.test('/languages/python/shapes/list-of-keys')
def keys():
    assert make().send_key(Libvirt.KeycodeSet.LINUX, 50, [29, 56, 111], 0)


@tap.test('/languages/python/shapes/two-numbers')
def time():
    done, seconds, nseconds = make().get_time(0)
    assert done and seconds > 0 and 0 <= nseconds < 10 ** 9
    domain = make()
    assert wait_for(domain.get_time_async, domain.get_time_finish, 0)[1] > 0


@tap.test('/languages/python/shapes/list-in-a-structure')
def lists():
    domain = make()
    (card,) = domain.interface_addresses(Libvirt.DomainInterfaceAddressesSource.LEASE, 0)
    assert card.hwaddr == '52:54:00:00:00:01'
    (address,) = card.addrs
    assert address.type == Libvirt.IPAddrType.IPV4 and address.prefix == 24, address.prefix
    assert address.addr.startswith('192.168.')
    info = domain.get_fs_info(0)[0]
    assert info.dev_alias == ['vda'], info.dev_alias
    assert info.mountpoint == '/'
    assert info.copy().dev_alias == ['vda']


@tap.test('/languages/python/shapes/strings-or-none')
def strings():
    domain = make()
    assert domain.fs_freeze(None, 0) == 2
    assert domain.fs_thaw(['/', '/boot'], 0) == 2
    assert domain.fs_freeze(['/'], 0) == 1
    assert domain.fs_thaw([], 0) == 1


@tap.test('/languages/python/shapes/list-object-or-none')
def fd_lists():
    domain = make()
    fd = open_null()
    descriptors = Gio.UnixFDList.new_from_array([fd])
    refused(domain.qemu_monitor_command_with_files, '{}', descriptors, 0)
    refused(domain.qemu_monitor_command_with_files, '{}', None, 0)
    refused(domain.lxc_open_namespace, 0)
    assert descriptors.get_length() == 1


@tap.test('/languages/python/shapes/structures-of-a-disk')
def disk():
    domain = make()
    info = domain.get_block_info('vda', 0)
    assert info.physical > info.capacity > 0
    assert domain.block_stats('vda').rd_req > 0
    assert wait_for(domain.block_stats_async, domain.block_stats_finish, 'vda').copy().rd_bytes > 0
    (error,) = domain.get_disk_errors(0)
    assert error.disk == 'vda' and error.error != Libvirt.DomainDiskErrorCode.NONE
    assert domain.get_control_info(0).state == Libvirt.DomainControlState.OK
    assert Libvirt.DomainBlockJobInfo().end == 0 and Libvirt.DomainJobInfo().type == Libvirt.DomainJobType.NONE


@tap.test('/languages/python/shapes/variant-of-limits')
def limits():
    domain = make()
    impact = Libvirt.DomainModificationImpact.CURRENT
    key = Libvirt.DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC
    limits = {name: GLib.Variant('t', 2 ** 40) for name in (key, key + '_max')}
    assert domain.set_block_io_tune('vda', GLib.Variant('a{sv}', limits), impact)
    assert domain.get_block_io_tune('vda', impact).unpack()[key] == 2 ** 40
    refused(domain.get_job_stats, 0)
    refused(domain.block_peek, 'vda', 0, 512, 0)
    refused(domain.fd_associate, 'files', [0], 0)


@tap.test('/languages/python/shapes/bytes')
def memory():
    domain = make()
    physical = Libvirt.DomainMemoryFlags.PHYSICAL
    assert domain.memory_peek(254, 4, physical).get_data() == bytes([254, 255, 0, 1])
    assert domain.memory_peek(0, 0, physical).get_data() == b''
    peeked = wait_for(domain.memory_peek_async, domain.memory_peek_finish, 7, 1, physical)
    assert peeked.get_data() == bytes([7])


@tap.test('/languages/python/shapes/other-connection')
def other_connection():
    domain = make()
    there = Libvirt.Connect.open('test:///default')
    live = Libvirt.DomainMigrateFlags.LIVE
    refused(domain.migrate3, there, GLib.Variant('a{sv}', {'bandwidth': GLib.Variant('t', 1)}), live)
    refused(domain.migrate2, there, None, live, None, None, 0)
    refused(wait_for, domain.migrate_async, domain.migrate_finish, there, live, 'name', None, 0)
    refused(domain.backup_begin, '<domainbackup/>', None, 0)
    assert there.close()


@tap.test('/languages/python/shapes/variant-or-none')
def variants():
    domain = make()
    refused(domain.announce_interface, 'net0', GLib.Variant('a{sv}', {'rounds': GLib.Variant('u', 3)}), 0)
    refused(domain.announce_interface, None, None, 0)


@tap.test('/languages/python/shapes/bytes')
def byte_strings():
    domain = make()
    assert domain.pin_emulator(b'\x05', 0)
    assert bytes(domain.get_emulator_pin_info(0))[0] == 5
    assert bytes(wait_for(domain.get_emulator_pin_info_async, domain.get_emulator_pin_info_finish, 0))[0] == 5
    assert wait_for(domain.pin_vcpu_async, domain.pin_vcpu_finish, 0, b'\x02')
    assert domain.get_vcpu_pin_info(0)[0][0] == 2
    assert domain.add_io_thread(3, 0) and domain.pin_io_thread(3, [4], 0)
    (thread,) = domain.get_io_thread_info(0)
    assert thread.iothread_id == 3 and thread.cpumap.get_data()[0] == 4


@tap.test('/languages/python/shapes/list-and-variant')
def list_and_variant():
    domain = make()
    (vcpu,), maps = domain.get_vcpus()
    assert (vcpu.number, vcpu.state) == (0, Libvirt.VcpuState.RUNNING) and vcpu.cpu_time > 0
    assert maps.get_type_string() == 'aay' and len(maps.unpack()) == 1
    (vcpu,), maps = wait_for(domain.get_vcpus_async, domain.get_vcpus_finish)
    assert len(maps.unpack()) == 1


@tap.test('/languages/python/shapes/dictionaries')
def dictionaries():
    domain = make()
    limit = GLib.Variant('a{sv}', {Libvirt.DOMAIN_MEMORY_HARD_LIMIT: GLib.Variant('t', 9000)})
    assert domain.set_memory_parameters(limit, 0)
    limits = domain.get_memory_parameters(0).unpack()
    assert limits['hard_limit'] == 9000, limits
    assert limits['soft_limit'] == Libvirt.DOMAIN_MEMORY_PARAM_UNLIMITED, limits
    assert [sorted(stats) for stats in domain.get_cpu_stats(0, 0, 0).unpack()] == [['cpu_time', 'vcpu_time']] * 2
    assert domain.get_messages(0) == []
    figures = {stat.tag: stat.val for stat in domain.memory_stats(0)}
    assert figures[Libvirt.DomainMemoryStatTags.ACTUAL_BALLOON] == 8192


@tap.test('/languages/python/shapes/object-or-none')
def objects():
    refused(HOST.domain_qemu_monitor_event_register, make(), 'STOP', 0)
    refused(HOST.domain_qemu_monitor_event_register, None, None, 0)


@tap.test('/languages/python/shapes/figures-and-lists-of-objects')
def figures_and_lists():
    pool = HOST.lookup_storage_pool_by_name('default-pool')
    volume = pool.create_volume_xml('<volume><name>shapes.img</name><capacity>4096</capacity></volume>', 0)
    info = wait_for(pool.get_info_async, pool.get_info_finish)
    assert (info.state, info.capacity) == (pool.props.state, pool.props.capacity)
    assert volume.get_info().capacity == 4096
    assert volume in pool.list_all_volumes(0)
    assert volume in wait_for(pool.list_all_volumes_async, pool.list_all_volumes_finish, 0)
    assert pool.props.volumes.refresh() and volume in list(pool.props.volumes)
    assert HOST.props.storage_pools.refresh() and pool in list(HOST.props.storage_pools)
    assert volume.delete(0) and volume not in list(pool.props.volumes)


@tap.test('/languages/python/shapes/tree-of-snapshots')
def snapshots():
    domain = make()
    root = domain.create_snapshot_xml('<domainsnapshot><name>root</name></domainsnapshot>', 0)
    leaf = wait_for(domain.create_snapshot_xml_async, domain.create_snapshot_xml_finish,
                    '<domainsnapshot><name>leaf</name></domainsnapshot>', 0)
    assert leaf.get_parent(0) is root and leaf.props.domain is domain
    assert root.list_all_children(0) == [leaf] and root.list_children_names(0) == ['leaf']
    assert domain.props.snapshots.refresh() and set(domain.props.snapshots) == {root, leaf}
    assert domain.props.root_snapshots.refresh() and list(domain.props.root_snapshots) == [root]
    assert leaf.props.parent is root and root.props.parent is None
    assert list(root.props.children) == [leaf] and list(leaf.props.children) == []
    HOST.forget(domain)
    assert leaf.props.domain is domain and root.get_domain() is domain
    assert root.delete(Libvirt.DomainSnapshotDeleteFlags.CHILDREN)
    assert not leaf.props.exists and list(domain.props.snapshots) == []


@tap.test('/languages/python/shapes/what-the-host-has')
def host_devices():
    adapter = HOST.lookup_node_device_by_name('scsi_host1')
    assert adapter in HOST.list_all_node_devices(Libvirt.ConnectListAllNodeDeviceFlags.CAP_SCSI_HOST)
    assert len(adapter.list_caps()) == adapter.num_of_caps()
    assert HOST.props.node_devices.refresh() and adapter in list(HOST.props.node_devices)
    (card,) = HOST.list_all_interfaces(Libvirt.ConnectListAllInterfacesFlags.ACTIVE)
    assert HOST.lookup_interface_by_mac_string(card.get_mac_string()) is card
    assert HOST.props.interfaces.refresh() and list(HOST.props.interfaces) == [card]


tap.run()
