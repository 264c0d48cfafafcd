# SPDX-License-Identifier: LGPL-2.1-or-later
"""The machine, its devices, and what a connection knows of it; node.js is the same in JavaScript."""

from gi.repository import GLib, Libvirt
from steps import fails, later, step, succeeds, values, wait_until

CPU = '<cpu><arch>x86_64</arch><model>{model}</model></cpu>'
EMULATED = ('/usr/bin/qemu-system-x86_64', 'x86_64', 'q35', 'qemu')
MEDIATED = '''
<device>
  <parent>{parent}</parent>
  <capability type='mdev'><type id='mtty'/><uuid>{uuid}</uuid></capability>
</device>'''
ADD = Libvirt.NodeAllocPagesFlags.ADD
PAGES = 'shm_pages_to_scan'


def pci_device(host):
    """The host's bridge, which every machine has."""
    found = host.here.list_all_node_devices(Libvirt.ConnectListAllNodeDeviceFlags.CAP_PCI_DEV)
    return min(found, key=lambda device: device.props.name)


@step('connect/capabilities-of-domains')
def domain_capabilities(host):
    xml = host.here.get_domain_capabilities(*EMULATED, 0)
    assert '<machine>pc-q35' in xml and '<domain>qemu</domain>' in xml
    assert later(host.there, 'get_domain_capabilities', *EMULATED, 0) == xml


@step('connect/compare-processors')
def compare(host):
    result = host.here.compare_cpu(CPU.format(model='Nehalem'), Libvirt.ConnectCompareCPUFlags.NONE)
    assert later(host.there, 'compare_cpu', CPU.format(model='Nehalem'), 0) == result
    result = host.here.compare_hypervisor_cpu(*EMULATED, CPU.format(model='Nehalem'), 0)
    assert later(host.there, 'compare_hypervisor_cpu', *EMULATED, CPU.format(model='Nehalem'), 0) == result
    assert result != Libvirt.CPUCompareResult.ERROR
    fails(Libvirt.Error.XML_DETAIL, host.here.compare_cpu, '<cpu', 0)


@step('connect/baseline-of-hypervisor')
def baseline(host):
    cpus = [CPU.format(model='Nehalem')] * 2
    xml = host.here.baseline_hypervisor_cpu(*EMULATED, cpus, Libvirt.ConnectBaselineCPUFlags.NONE)
    assert '<model' in xml and later(host.there, 'baseline_hypervisor_cpu', *EMULATED, cpus, 0) == xml


@step('connect/command-line')
def command_line(host):
    line = host.here.domain_xml_to_native('qemu-argv', host.guest_xml(), 0)
    assert EMULATED[0] in line
    assert EMULATED[0] in later(host.here, 'domain_xml_to_native', 'qemu-argv', host.guest_xml(), 0)
    fails(Libvirt.Error.INVALID_ARG, host.here.domain_xml_to_native, 'nonsense', host.guest_xml(), 0)


@step('connect/identity')
def identity(host):
    """Whom the log of the audit names: nothing that can be asked for."""
    connect = Libvirt.Connect.open(host.uri)
    name = values(**{Libvirt.CONNECT_IDENTITY_USER_NAME: ('s', 'somebody')})
    assert connect.set_identity(name, 0) and later(connect, 'set_identity', name, 0)
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, connect.set_identity, values(nonsense=('s', 'somebody')), 0)


@step('connect/define-validated')
def define(host):
    domain = host.here.define_domain_xml_flags(host.guest_xml(), Libvirt.DomainDefineFlags.VALIDATE)
    assert host.seen(domain).props.name == domain.props.name
    wrong = host.guest_xml().replace('</domain>', '<nonsense/></domain>')
    fails(Libvirt.Error.XML_INVALID_SCHEMA, host.here.define_domain_xml_flags, wrong,
          Libvirt.DomainDefineFlags.VALIDATE)
    domain.undefine()


@step('domain/scheduler-flags')
def scheduler(host):
    domain = host.guest()
    live = Libvirt.DomainModificationImpact.LIVE
    assert domain.set_scheduler_parameters_flags(values(cpu_shares=('t', 3000)), live)
    assert host.seen(domain).get_scheduler_parameters_flags(live)['cpu_shares'] == 3000
    assert later(host.seen(domain), 'get_scheduler_parameters_flags', live)['cpu_shares'] == 3000
    domain.destroy()


@step('node/pages')
def pages(host):
    node = host.here.get_node()
    assert list(node.get_free_pages([4], 0, 1, 0))[0] > 0
    assert len(later(node, 'get_free_pages', [4, 2048], 0, 1, 0)) == 2
    assert node.alloc_pages([2048], [0], 0, 1, ADD) == later(node, 'alloc_pages', [2048], [0], 0, 1, ADD) == 1


@step('node/memory-statistics')
def memory_stats(host):
    node = host.here.get_node()
    stats = node.get_memory_stats(-1, 0)
    assert stats[Libvirt.NODE_MEMORY_STATS_TOTAL] > stats[Libvirt.NODE_MEMORY_STATS_FREE] > 0
    assert later(host.there.get_node(), 'get_memory_stats', -1, 0)[Libvirt.NODE_MEMORY_STATS_FREE] > 0


@step('node/memory-parameters')
def memory_parameters(host):
    """As it is already: the setting is the machine's. A kernel may be without."""
    node = host.here.get_node()
    found = node.get_memory_parameters(0).unpack()
    assert later(node, 'get_memory_parameters', 0).unpack().keys() == found.keys()
    if PAGES in found:
        assert node.set_memory_parameters(values(**{PAGES: ('u', found[PAGES])}), 0)
        assert host.there.get_node().get_memory_parameters(0)[PAGES] == found[PAGES]
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, node.set_memory_parameters, values(nonsense=('u', 1)), 0)


def sleep_log(host):
    """What has been run to put the host to sleep."""
    with open(f'{host.folder}/first/var/log/libvirt/sleep.log', encoding='utf-8') as file:
        return file.read()


@step('node/sleep')
def sleep(host):
    """Only a while after the call."""
    node, before = host.here.get_node(), sleep_log(host)
    hybrid = Libvirt.NodeSuspendTarget.HYBRID
    fails(Libvirt.Error.INVALID_ARG, node.suspend_for_duration, hybrid, 59, 0)
    assert later(node, 'suspend_for_duration', hybrid, 600, 0)
    wait_until(lambda: not sleep_log(host).endswith(' -s 600\n'))
    assert sleep_log(host) == before + 'rtcwake -m no -s 600\npm-suspend-hybrid\n'


@step('node/not-on-this-machine')
def refused(host):
    node = host.here.get_node()
    fails(Libvirt.Error.OPERATION_UNSUPPORTED, node.get_sev_info, 0)
    fails(Libvirt.Error.INTERNAL_ERROR, host.here.lookup_node_device_scsi_host_by_wwn,
          '2000000012341234', '1000000012341234', 0)


@step('node-device/mediated')
def mediated(host):
    uuid = GLib.uuid_string_random()
    device = host.here.define_node_device_xml(MEDIATED.format(parent=pci_device(host).props.name, uuid=uuid),
                                              Libvirt.NodeDeviceDefineXMLFlags.NONE)
    assert device.is_persistent() and not device.is_active()
    assert device.set_autostart(True)
    assert device.props.autostart
    # libvirt looks at the files of mdevctl a while after it has had them changed.
    wait_until(lambda: host.there.lookup_node_device_by_name(device.props.name).get_autostart())
    fails(Libvirt.Error.INTERNAL_ERROR, device.create, 0)
    assert later(device, 'undefine', 0) and not device.props.exists
    wait_until(lambda: not succeeds(host.there.lookup_node_device_by_name, device.props.name))


@step('node-device/pci')
def pci(host):
    """Nothing is bound to the bridge, so that giving it back changes nothing."""
    device = pci_device(host)
    assert device.re_attach() and later(device, 're_attach')
    assert host.there.lookup_node_device_by_name(device.props.name).is_active()
