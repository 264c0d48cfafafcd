// SPDX-License-Identifier: LGPL-2.1-or-later

// Networks and network interfaces; network.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, isHex, later, names, step} = imports.steps;

const bridged = name => `
<network>
  <name>${name}</name>
  <bridge name='br-${name}'/>
  <ip address='192.168.77.1' netmask='255.255.255.0'><dhcp><range start='192.168.77.2' end='192.168.77.9'/></dhcp></ip>
</network>`;
const card = name =>
    `<interface type='ethernet' name='${name}'><start mode='none'/><mac address='52:54:00:77:77:77'/></interface>`;

function define(host) {
    return host.here.define_network_xml(bridged(host.name()));
}

function defineCard(host, name) {
    return host.here.define_interface_xml(card(name), Libvirt.InterfaceDefineFlags.NONE);
}

function seen(host, network) {
    return host.there.lookup_network_by_uuid_string(network.uuid);
}

step('network/create-and-destroy', async host => {
    const network = define(host);

    assert(!network.is_active());
    assert(network.create());
    assert(network.active && seen(host, network).is_active());
    assert(await later(network, 'destroy'));
    assert(!network.active && !await later(seen(host, network), 'is_active'));
});

step('network/define-and-undefine', async host => {
    const network = await later(host.here, 'define_network_xml_flags', bridged(host.name()),
        Libvirt.NetworkDefineFlags.VALIDATE);

    assert(network.is_persistent() && seen(host, network).is_persistent());
    assert(network.undefine());
    assert(!network.exists);
    fails(Libvirt.Error.NO_NETWORK, () => seen(host, network));
});

step('network/passing', async host => {
    const one = host.here.create_network_xml(bridged(host.name()));
    const two = host.here.create_network_xml_flags(bridged(host.name()), Libvirt.NetworkCreateFlags.VALIDATE);

    assert(seen(host, one).is_active() && !one.persistent);
    assert(seen(host, two).is_active() && !await later(two, 'is_persistent'));
    assert(one.destroy() && two.destroy());
    fails(Libvirt.Error.NO_NETWORK, () => seen(host, one));
});

step('network/who-it-is', async host => {
    const network = define(host);

    assertEqual(network.get_name(), network.name);
    assert(isHex(network.get_uuid(), network.uuid));
    assertEqual(network.get_bridge_name(), `br-${network.name}`);
    assertEqual(await later(network, 'get_bridge_name'), `br-${network.name}`);
    assert(host.here.lookup_network_by_name(network.name) === network);
    assert(host.here.lookup_network_by_uuid(network.get_uuid()) === network);
    assert(await later(host.here, 'lookup_network_by_uuid_string', network.uuid) === network);
});

step('network/autostart', async host => {
    const network = define(host);

    assert(!network.get_autostart());
    assert(network.set_autostart(true));
    assert(network.autostart && await later(seen(host, network), 'get_autostart'));
});

step('network/update', host => {
    const network = define(host);

    assert(network.update(Libvirt.NetworkUpdateCommand.ADD_LAST, Libvirt.NetworkUpdateSection.DNS_HOST, -1,
        "<host ip='192.168.77.9'><hostname>nine</hostname></host>", Libvirt.NetworkUpdateFlags.CURRENT));
    assert(seen(host, network).get_xml_desc(Libvirt.NetworkXMLFlags.NONE).includes('<hostname>nine</hostname>'));
});

step('network/lists', async host => {
    const active = define(host), stopped = define(host);
    const Flags = Libvirt.ConnectListAllNetworksFlags;

    active.create();
    assert(host.here.list_all_networks(Flags.ACTIVE).includes(active));
    assert((await later(host.here, 'list_all_networks', Flags.INACTIVE)).includes(stopped));
    assertEqual(host.here.list_networks().sort(), names(host.here.list_all_networks(Flags.ACTIVE)));
    assertEqual(host.here.list_defined_networks().sort(), names(host.here.list_all_networks(Flags.INACTIVE)));
    assertEqual(host.here.num_of_networks(), host.there.list_networks().length);
    assertEqual(await later(host.here, 'num_of_defined_networks'),
        (await later(host.there, 'list_defined_networks')).length);
});

step('interface/life', async host => {
    const defined = defineCard(host, host.name());
    const other = host.there.lookup_interface_by_name(defined.name);

    assert(!other.is_active());
    assert(defined.create(0) && other.is_active());
    assert(await later(defined, 'destroy', 0) && !other.is_active());
    assert(defined.get_xml_desc(Libvirt.InterfaceXMLFlags.NONE).includes(`name='${defined.name}'`));
    assert(defined.undefine() && !defined.exists);
    fails(Libvirt.Error.NO_INTERFACE, () => host.there.lookup_interface_by_name(defined.name));
});

step('interface/lists', async host => {
    const defined = defineCard(host, host.name());

    assert(await later(host.here, 'lookup_interface_by_name', defined.name) === defined);
    assert(host.here.list_defined_interfaces().includes(defined.name));
    assertEqual(host.here.num_of_defined_interfaces(), (await later(host.there, 'list_defined_interfaces')).length);
    defined.create(0);
    assert(host.here.list_interfaces().includes(defined.name));
    assertEqual(host.here.num_of_interfaces(), (await later(host.there, 'list_interfaces')).length);
});

step('interface/changes', async host => {
    const name = host.name();

    assert(host.here.interface_change_begin(0));
    defineCard(host, name);
    assert(host.here.interface_change_rollback(0));
    fails(Libvirt.Error.NO_INTERFACE, () => host.there.lookup_interface_by_name(name));
    assert(await later(host.here, 'interface_change_begin', 0));
    defineCard(host, name);
    assert(await later(host.here, 'interface_change_commit', 0));
    assertEqual(host.there.lookup_interface_by_name(name).name, name);
});
