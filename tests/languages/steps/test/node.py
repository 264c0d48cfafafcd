# SPDX-License-Identifier: LGPL-2.1-or-later
"""The host itself and its devices; node.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, step

ALL_CPUS = int(Libvirt.NodeGetCPUStatsAllCPUs.ALL_CPUS)
ADAPTER = '''
<device>
  <parent>scsi_host1</parent>
  <capability type='scsi_host'>
    <capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>{wwpn}</wwpn></capability>
  </capability>
</device>'''


@step('node/info')
def info(host):
    node = host.here.get_node()
    found = node.get_info()
    assert (found.model, found.cpus) == ('i686', 16), (found.model, found.cpus)
    assert later(host.there.get_node(), 'get_info').memory == found.memory > 0


@step('node/memory')
def memory(host):
    node = host.here.get_node()
    cells = node.get_cells_free_memory(0, 2)
    assert len(cells) == 2 and cells[0] > 0 and cells[1] > 0, list(cells)
    assert node.get_free_memory() == later(host.there.get_node(), 'get_free_memory') > 0
    assert list(later(node, 'get_cells_free_memory', 1, 1)) == [cells[1]]


@step('node/cpu-statistics')
def cpu_stats(host):
    node = host.here.get_node()
    stats = node.get_cpu_stats(ALL_CPUS, 0).unpack()
    assert stats['user'] > 0 and stats == later(node, 'get_cpu_stats', ALL_CPUS, 0).unpack()


@step('node/security-model')
def security_model(host):
    model = host.here.get_node().get_security_model()
    assert (model.model, model.doi) == ('testSecurity', ''), (model.model, model.doi)
    assert later(host.here.get_node(), 'get_security_model').copy().model == 'testSecurity'


@step('node/devices')
def devices(host):
    node = host.here.get_node()
    found = node.list_devices(None, 0)
    assert 'computer' in found and node.num_of_devices(None, 0) == len(found)
    assert later(node, 'list_devices', 'system', 0) == ['computer']
    assert later(node, 'num_of_devices', 'system', 0) == 1


@step('node-device/life')
def node_device(host):
    device = host.here.create_node_device_xml(ADAPTER.format(wwpn='1000000012341234'),
                                              Libvirt.NodeDeviceCreateXMLFlags.NONE)
    assert device.get_parent() == later(device, 'get_parent') == 'scsi_host1'
    other = host.there.lookup_node_device_by_name(device.props.name)
    assert '<wwpn>1000000012341234</wwpn>' in other.get_xml_desc(Libvirt.NodeDeviceXMLFlags.NONE)
    assert f'<name>{device.props.name}</name>' in later(device, 'get_xml_desc', 0)
    assert device.destroy() and not device.props.exists
    fails(Libvirt.Error.NO_NODE_DEVICE, host.there.lookup_node_device_by_name, device.props.name)


@step('node-device/not-taken-from-a-real-host')
def refused(host):
    """What would take a device from its host is not tried on a real one; this one cannot sleep, either."""
    device = host.here.lookup_node_device_by_name('computer')
    no_support = Libvirt.Error.NO_SUPPORT
    fails(no_support, device.dettach)
    fails(no_support, device.detach_flags, 'vfio', 0)
    fails(no_support, device.reset)
    fails(no_support, host.here.get_node().suspend_for_duration, Libvirt.NodeSuspendTarget.MEM, 60, 0)
