# SPDX-License-Identifier: LGPL-2.1-or-later
"""Ports and leases of networks, filters, and secrets; network.js is the same in JavaScript."""

from gi.repository import GLib, Libvirt
from steps import fails, is_hex, later, step, values, wait_until

PORT = '''
<networkport>
  <uuid>{uuid}</uuid>
  <owner><name>somebody</name><uuid>11111111-1111-1111-1111-111111111111</uuid></owner>
  <mac address='52:54:00:00:77:77'/>
</networkport>'''
FILTER = "<filter name='{name}'><rule action='accept' direction='{way}'/></filter>"
BINDING = '''
<filterbinding>
  <owner><name>somebody</name><uuid>11111111-1111-1111-1111-111111111111</uuid></owner>
  <portdev name='nwtest1'/><mac address='52:54:00:00:77:78'/><filterref filter='{name}'/>
</filterbinding>'''
SECRET = "<secret ephemeral='no' private='no'><usage type='ceph'><name>{name}</name></usage></secret>"
AVERAGE = Libvirt.NETWORK_PORT_BANDWIDTH_IN_AVERAGE


def plug(host, uuid):
    network = host.here.lookup_network_by_name('isolated')
    return network, network.create_port_xml(PORT.format(uuid=uuid), Libvirt.NetworkPortCreateFlags.NONE)


@step('network-port/life')
def port(host):
    uuid = GLib.uuid_string_random()
    network, made = plug(host, uuid)
    assert made.get_uuid_string() == uuid and is_hex(made.get_uuid(), uuid)
    assert network.lookup_port_by_uuid(made.get_uuid()) is made
    assert later(network, 'lookup_port_by_uuid_string', uuid) is made
    assert made in network.list_all_ports(0) and made in later(network, 'list_all_ports', 0)
    seen = host.there.lookup_network_by_name('isolated').lookup_port_by_uuid_string(uuid)
    assert '<name>somebody</name>' in seen.get_xml_desc(0)
    assert made.delete(0) and not made.props.exists
    fails(Libvirt.Error.NO_NETWORK_PORT, network.lookup_port_by_uuid_string, uuid)


@step('network-port/parameters')
def port_parameters(host):
    uuid = GLib.uuid_string_random()
    _network, made = plug(host, uuid)
    seen = host.there.lookup_network_by_name('isolated').lookup_port_by_uuid_string(uuid)
    assert made.set_parameters(values(**{AVERAGE: ('u', 1000)}), 0)
    assert seen.get_parameters(0)[AVERAGE] == 1000
    assert later(made, 'set_parameters', values(**{AVERAGE: ('u', 500)}), 0)
    assert later(seen, 'get_parameters', 0)[AVERAGE] == 500
    made.delete(0)


@step('network/leases')
def leases(host):
    host.booted()
    network = host.here.lookup_network_by_name('nat')
    wait_until(lambda: network.get_dhcp_leases(host.mac, 0))
    lease, = later(network, 'get_dhcp_leases', host.mac, 0)
    assert lease.mac == host.mac and lease.ipaddr.startswith('192.168.177.') and lease.prefix == 24
    assert lease.copy().ipaddr in [other.ipaddr for other in network.get_dhcp_leases(None, 0)]


@step('nwfilter/life')
def nw_filter(host):
    name = host.name()
    made = host.here.define_nw_filter_xml(FILTER.format(name=name, way='in'))
    assert made.get_name() == name and is_hex(made.get_uuid(), made.props.uuid)
    assert host.here.lookup_nw_filter_by_name(name) is made
    assert host.here.lookup_nw_filter_by_uuid(made.get_uuid()) is made
    assert later(host.here, 'lookup_nw_filter_by_uuid_string', made.props.uuid) is made
    assert "direction='in'" in host.there.lookup_nw_filter_by_name(name).get_xml_desc(0)
    out = FILTER.format(name=name, way='out').replace('><rule', f'><uuid>{made.props.uuid}</uuid><rule')
    assert host.here.define_nw_filter_xml_flags(out, Libvirt.NWFilterDefineFlags.VALIDATE) is made
    assert "direction='out'" in later(host.there.lookup_nw_filter_by_name(name), 'get_xml_desc', 0)
    assert made.undefine() and not made.props.exists
    fails(Libvirt.Error.NO_NWFILTER, host.there.lookup_nw_filter_by_name, name)


@step('nwfilter/lists')
def nw_filters(host):
    made = host.here.define_nw_filter_xml(FILTER.format(name=host.name(), way='in'))
    assert made in host.here.list_all_nw_filters(0)
    assert made.props.name in host.there.list_nw_filters()
    assert host.here.num_of_nw_filters() == len(later(host.there, 'list_nw_filters'))
    made.undefine()


@step('nwfilter-binding/life')
def binding(host):
    name = host.name()
    rules = host.here.define_nw_filter_xml(FILTER.format(name=name, way='in'))
    host.enter('ip', 'link', 'add', 'nwtest1', 'type', 'veth')
    made = host.here.create_nw_filter_binding_xml(BINDING.format(name=name), Libvirt.NWFilterBindingCreateFlags.NONE)
    assert (made.get_port_dev(), made.get_filter_name()) == ('nwtest1', name)
    assert host.here.lookup_nw_filter_binding_by_port_dev('nwtest1') is made
    assert made in host.here.list_all_nw_filter_bindings(0)
    assert f"filter='{name}'" in later(host.there.lookup_nw_filter_binding_by_port_dev('nwtest1'), 'get_xml_desc', 0)
    assert made.delete() and not made.props.exists
    fails(Libvirt.Error.NO_NWFILTER_BINDING, host.there.lookup_nw_filter_binding_by_port_dev, 'nwtest1')
    host.enter('ip', 'link', 'delete', 'nwtest1')
    rules.undefine()


@step('secret/life')
def secret(host):
    name = host.name()
    made = host.here.define_secret_xml(SECRET.format(name=name), Libvirt.SecretDefineFlags.NONE)
    assert (made.get_usage_type(), made.get_usage_id()) == (Libvirt.SecretUsageType.CEPH, name)
    assert is_hex(made.get_uuid(), made.props.uuid)
    assert host.here.lookup_secret_by_uuid(made.get_uuid()) is made
    assert host.here.lookup_secret_by_uuid_string(made.props.uuid) is made
    assert later(host.here, 'lookup_secret_by_usage', Libvirt.SecretUsageType.CEPH, name) is made
    assert f'<name>{name}</name>' in host.there.lookup_secret_by_uuid_string(made.props.uuid).get_xml_desc(0)
    assert made.undefine() and not made.props.exists
    fails(Libvirt.Error.NO_SECRET, host.there.lookup_secret_by_uuid_string, made.props.uuid)


@step('secret/value')
def secret_value(host):
    made = host.here.define_secret_xml(SECRET.format(name=host.name()), Libvirt.SecretDefineFlags.NONE)
    seen = host.there.lookup_secret_by_uuid_string(made.props.uuid)
    fails(Libvirt.Error.NO_SECRET, seen.get_value, 0)
    assert made.set_value(GLib.Bytes.new(b'open\x00sesame'), 0)
    assert seen.get_value(0).get_data() == b'open\x00sesame'
    assert later(made, 'set_value', GLib.Bytes.new(b'other'), 0)
    assert later(seen, 'get_value', 0).get_data() == b'other'
    made.undefine()


@step('secret/lists-and-events')
def secrets(host):
    told = []
    handler = host.here.connect('secret-event-lifecycle', lambda _, secret, *rest: told.append(secret.props.uuid))
    other = host.there.define_secret_xml(SECRET.format(name=host.name()), Libvirt.SecretDefineFlags.NONE)
    wait_until(lambda: other.props.uuid in told)
    assert other.props.uuid in [secret.props.uuid for secret in host.here.list_all_secrets(0)]
    assert other.props.uuid in host.here.list_secrets()
    assert host.here.num_of_secrets() == len(later(host.there, 'list_secrets'))
    host.here.disconnect(handler)
    other.undefine()
