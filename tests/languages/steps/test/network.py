# SPDX-License-Identifier: LGPL-2.1-or-later
"""Networks and network interfaces; network.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, is_hex, later, names, step

BRIDGED = '''
<network>
  <name>{name}</name>
  <bridge name='br-{name}'/>
  <ip address='192.168.77.1' netmask='255.255.255.0'><dhcp><range start='192.168.77.2' end='192.168.77.9'/></dhcp></ip>
</network>'''
CARD = "<interface type='ethernet' name='{name}'><start mode='none'/><mac address='52:54:00:77:77:77'/></interface>"


def define(host):
    return host.here.define_network_xml(BRIDGED.format(name=host.name()))


def seen(host, network):
    return host.there.lookup_network_by_uuid_string(network.props.uuid)


@step('network/create-and-destroy')
def create(host):
    network = define(host)
    assert not network.is_active()
    assert network.create()
    assert network.props.active and seen(host, network).is_active()
    assert later(network, 'destroy')
    assert not network.props.active and not later(seen(host, network), 'is_active')


@step('network/define-and-undefine')
def define_flags(host):
    network = later(host.here, 'define_network_xml_flags', BRIDGED.format(name=host.name()),
                    Libvirt.NetworkDefineFlags.VALIDATE)
    assert network.is_persistent() and seen(host, network).is_persistent()
    assert network.undefine()
    assert not network.props.exists
    fails(Libvirt.Error.NO_NETWORK, seen, host, network)


@step('network/passing')
def passing(host):
    one = host.here.create_network_xml(BRIDGED.format(name=host.name()))
    two = host.here.create_network_xml_flags(BRIDGED.format(name=host.name()), Libvirt.NetworkCreateFlags.VALIDATE)
    assert seen(host, one).is_active() and not one.props.persistent
    assert seen(host, two).is_active() and not later(two, 'is_persistent')
    assert one.destroy() and two.destroy()
    fails(Libvirt.Error.NO_NETWORK, seen, host, one)


@step('network/who-it-is')
def identity(host):
    network = define(host)
    assert network.get_name() == network.props.name
    assert is_hex(network.get_uuid(), network.props.uuid)
    assert network.get_bridge_name() == later(network, 'get_bridge_name') == f'br-{network.props.name}'
    assert host.here.lookup_network_by_name(network.props.name) is network
    assert host.here.lookup_network_by_uuid(network.get_uuid()) is network
    assert later(host.here, 'lookup_network_by_uuid_string', network.props.uuid) is network


@step('network/autostart')
def autostart(host):
    network = define(host)
    assert not network.get_autostart()
    assert network.set_autostart(True)
    assert network.props.autostart and later(seen(host, network), 'get_autostart')


@step('network/update')
def update(host):
    network = define(host)
    assert network.update(Libvirt.NetworkUpdateCommand.ADD_LAST, Libvirt.NetworkUpdateSection.DNS_HOST, -1,
                          "<host ip='192.168.77.9'><hostname>nine</hostname></host>",
                          Libvirt.NetworkUpdateFlags.CURRENT)
    assert '<hostname>nine</hostname>' in seen(host, network).get_xml_desc(Libvirt.NetworkXMLFlags.NONE)


@step('network/lists')
def lists(host):
    active, stopped = define(host), define(host)
    active.create()
    Flags = Libvirt.ConnectListAllNetworksFlags
    assert active in host.here.list_all_networks(Flags.ACTIVE)
    assert stopped in later(host.here, 'list_all_networks', Flags.INACTIVE)
    assert sorted(host.here.list_networks()) == names(host.here.list_all_networks(Flags.ACTIVE))
    assert sorted(host.here.list_defined_networks()) == names(host.here.list_all_networks(Flags.INACTIVE))
    assert host.here.num_of_networks() == len(host.there.list_networks())
    assert later(host.here, 'num_of_defined_networks') == len(later(host.there, 'list_defined_networks'))


@step('interface/life')
def interface(host):
    card = host.here.define_interface_xml(CARD.format(name=host.name()), Libvirt.InterfaceDefineFlags.NONE)
    other = host.there.lookup_interface_by_name(card.props.name)
    assert not other.is_active()
    assert card.create(0) and other.is_active()
    assert later(card, 'destroy', 0) and not other.is_active()
    assert f"name='{card.props.name}'" in card.get_xml_desc(Libvirt.InterfaceXMLFlags.NONE)
    assert card.undefine() and not card.props.exists
    fails(Libvirt.Error.NO_INTERFACE, host.there.lookup_interface_by_name, card.props.name)


@step('interface/lists')
def interface_lists(host):
    card = host.here.define_interface_xml(CARD.format(name=host.name()), Libvirt.InterfaceDefineFlags.NONE)
    assert later(host.here, 'lookup_interface_by_name', card.props.name) is card
    assert card.props.name in host.here.list_defined_interfaces()
    assert host.here.num_of_defined_interfaces() == len(later(host.there, 'list_defined_interfaces'))
    card.create(0)
    assert card.props.name in host.here.list_interfaces()
    assert host.here.num_of_interfaces() == len(later(host.there, 'list_interfaces'))


@step('interface/changes')
def changes(host):
    name = host.name()
    assert host.here.interface_change_begin(0)
    host.here.define_interface_xml(CARD.format(name=name), Libvirt.InterfaceDefineFlags.NONE)
    assert host.here.interface_change_rollback(0)
    fails(Libvirt.Error.NO_INTERFACE, host.there.lookup_interface_by_name, name)
    assert later(host.here, 'interface_change_begin', 0)
    host.here.define_interface_xml(CARD.format(name=name), Libvirt.InterfaceDefineFlags.NONE)
    assert later(host.here, 'interface_change_commit', 0)
    assert host.there.lookup_interface_by_name(name).props.name == name
