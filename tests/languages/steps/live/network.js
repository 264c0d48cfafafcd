// SPDX-License-Identifier: LGPL-2.1-or-later

// Ports and leases of networks, filters, and secrets; network.py is the same in Python.

const {GLib, Libvirt} = imports.gi;
const ByteArray = imports.byteArray;
const {assert, assertEqual} = imports.tap;
const {fails, isHex, later, step, values, waitUntil} = imports.steps;

const portXML = uuid => `
<networkport>
  <uuid>${uuid}</uuid>
  <owner><name>somebody</name><uuid>11111111-1111-1111-1111-111111111111</uuid></owner>
  <mac address='52:54:00:00:77:77'/>
</networkport>`;
const filterXML = (name, way) => `<filter name='${name}'><rule action='accept' direction='${way}'/></filter>`;
const bindingXML = name => `
<filterbinding>
  <owner><name>somebody</name><uuid>11111111-1111-1111-1111-111111111111</uuid></owner>
  <portdev name='nwtest1'/><mac address='52:54:00:00:77:78'/><filterref filter='${name}'/>
</filterbinding>`;
const secretXML = name =>
    `<secret ephemeral='no' private='no'><usage type='ceph'><name>${name}</name></usage></secret>`;
const AVERAGE = Libvirt.NETWORK_PORT_BANDWIDTH_IN_AVERAGE;

function plug(host, uuid) {
    const network = host.here.lookup_network_by_name('isolated');

    return [network, network.create_port_xml(portXML(uuid), Libvirt.NetworkPortCreateFlags.NONE)];
}

function octets(bytes) {
    return ByteArray.toString(bytes.toArray());
}

step('network-port/life', async host => {
    const uuid = GLib.uuid_string_random();
    const [network, made] = plug(host, uuid);

    assert(made.get_uuid_string() === uuid && isHex(made.get_uuid(), uuid));
    assert(network.lookup_port_by_uuid(made.get_uuid()) === made);
    assert(await later(network, 'lookup_port_by_uuid_string', uuid) === made);
    assert(network.list_all_ports(0).includes(made) && (await later(network, 'list_all_ports', 0)).includes(made));
    const seen = host.there.lookup_network_by_name('isolated').lookup_port_by_uuid_string(uuid);
    assert(seen.get_xml_desc(0).includes('<name>somebody</name>'));
    assert(made.delete(0) && !made.exists);
    fails(Libvirt.Error.NO_NETWORK_PORT, () => network.lookup_port_by_uuid_string(uuid));
});

step('network-port/parameters', async host => {
    const uuid = GLib.uuid_string_random();
    const [, made] = plug(host, uuid);
    const seen = host.there.lookup_network_by_name('isolated').lookup_port_by_uuid_string(uuid);

    assert(made.set_parameters(values({[AVERAGE]: ['u', 1000]}), 0));
    assertEqual(seen.get_parameters(0).recursiveUnpack()[AVERAGE], 1000);
    assert(await later(made, 'set_parameters', values({[AVERAGE]: ['u', 500]}), 0));
    assertEqual((await later(seen, 'get_parameters', 0)).recursiveUnpack()[AVERAGE], 500);
    made.delete(0);
});

step('network/leases', async host => {
    host.booted();
    const network = host.here.lookup_network_by_name('nat');
    waitUntil(() => network.get_dhcp_leases(host.mac, 0).length > 0);
    const [lease] = await later(network, 'get_dhcp_leases', host.mac, 0);
    assertEqual([lease.mac, lease.prefix], [host.mac, 24]);
    assert(lease.ipaddr.startsWith('192.168.177.'));
    assert(network.get_dhcp_leases(null, 0).map(other => other.ipaddr).includes(lease.copy().ipaddr));
});

step('nwfilter/life', async host => {
    const name = host.name();
    const made = host.here.define_nw_filter_xml(filterXML(name, 'in'));

    assert(made.get_name() === name && isHex(made.get_uuid(), made.uuid));
    assert(host.here.lookup_nw_filter_by_name(name) === made);
    assert(host.here.lookup_nw_filter_by_uuid(made.get_uuid()) === made);
    assert(await later(host.here, 'lookup_nw_filter_by_uuid_string', made.uuid) === made);
    assert(host.there.lookup_nw_filter_by_name(name).get_xml_desc(0).includes("direction='in'"));
    const out = filterXML(name, 'out').replace('><rule', `><uuid>${made.uuid}</uuid><rule`);
    assert(host.here.define_nw_filter_xml_flags(out, Libvirt.NWFilterDefineFlags.VALIDATE) === made);
    assert((await later(host.there.lookup_nw_filter_by_name(name), 'get_xml_desc', 0)).includes("direction='out'"));
    assert(made.undefine() && !made.exists);
    fails(Libvirt.Error.NO_NWFILTER, () => host.there.lookup_nw_filter_by_name(name));
});

step('nwfilter/lists', async host => {
    const made = host.here.define_nw_filter_xml(filterXML(host.name(), 'in'));

    assert(host.here.list_all_nw_filters(0).includes(made));
    assert(host.there.list_nw_filters().includes(made.name));
    assertEqual(host.here.num_of_nw_filters(), (await later(host.there, 'list_nw_filters')).length);
    made.undefine();
});

step('nwfilter-binding/life', async host => {
    const name = host.name();
    const rules = host.here.define_nw_filter_xml(filterXML(name, 'in'));

    host.enter('ip', 'link', 'add', 'nwtest1', 'type', 'veth');
    const made = host.here.create_nw_filter_binding_xml(bindingXML(name), Libvirt.NWFilterBindingCreateFlags.NONE);
    assertEqual([made.get_port_dev(), made.get_filter_name()], ['nwtest1', name]);
    assert(host.here.lookup_nw_filter_binding_by_port_dev('nwtest1') === made);
    assert(host.here.list_all_nw_filter_bindings(0).includes(made));
    assert((await later(host.there.lookup_nw_filter_binding_by_port_dev('nwtest1'), 'get_xml_desc', 0))
        .includes(`filter='${name}'`));
    assert(made.delete() && !made.exists);
    fails(Libvirt.Error.NO_NWFILTER_BINDING, () => host.there.lookup_nw_filter_binding_by_port_dev('nwtest1'));
    host.enter('ip', 'link', 'delete', 'nwtest1');
    rules.undefine();
});

step('secret/life', async host => {
    const name = host.name();
    const made = host.here.define_secret_xml(secretXML(name), Libvirt.SecretDefineFlags.NONE);

    assertEqual([made.get_usage_type(), made.get_usage_id()], [Libvirt.SecretUsageType.CEPH, name]);
    assert(isHex(made.get_uuid(), made.uuid));
    assert(host.here.lookup_secret_by_uuid(made.get_uuid()) === made);
    assert(host.here.lookup_secret_by_uuid_string(made.uuid) === made);
    assert(await later(host.here, 'lookup_secret_by_usage', Libvirt.SecretUsageType.CEPH, name) === made);
    assert(host.there.lookup_secret_by_uuid_string(made.uuid).get_xml_desc(0).includes(`<name>${name}</name>`));
    assert(made.undefine() && !made.exists);
    fails(Libvirt.Error.NO_SECRET, () => host.there.lookup_secret_by_uuid_string(made.uuid));
});

step('secret/value', async host => {
    const made = host.here.define_secret_xml(secretXML(host.name()), Libvirt.SecretDefineFlags.NONE);
    const seen = host.there.lookup_secret_by_uuid_string(made.uuid);

    fails(Libvirt.Error.NO_SECRET, () => seen.get_value(0));
    assert(made.set_value(ByteArray.toGBytes(ByteArray.fromString('open sesame')), 0));
    assertEqual(octets(seen.get_value(0)), 'open sesame');
    assert(await later(made, 'set_value', ByteArray.toGBytes(ByteArray.fromString('other')), 0));
    assertEqual(octets(await later(seen, 'get_value', 0)), 'other');
    made.undefine();
});

step('secret/lists-and-events', async host => {
    const told = [];
    const handler = host.here.connect('secret-event-lifecycle', (_, secret) => told.push(secret.uuid));
    const other = host.there.define_secret_xml(secretXML(host.name()), Libvirt.SecretDefineFlags.NONE);

    waitUntil(() => told.includes(other.uuid));
    assert(host.here.list_all_secrets(0).map(secret => secret.uuid).includes(other.uuid));
    assert(host.here.list_secrets().includes(other.uuid));
    assertEqual(host.here.num_of_secrets(), (await later(host.there, 'list_secrets')).length);
    host.here.disconnect(handler);
    other.undefine();
});
