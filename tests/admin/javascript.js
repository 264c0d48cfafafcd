// SPDX-License-Identifier: LGPL-2.1-or-later

// Part of python.py:
//
//   gjs javascript.js URI

imports.gi.versions.Libvirt = '1.0';
imports.gi.versions.LibvirtAdmin = '1.0';
const {GLib, Libvirt, LibvirtAdmin} = imports.gi;
const {assert, assertError, waitFor} = imports.tap;

const [uri] = ARGV;

function testValues(connection) {
    const server = connection.lookup_server('libvirtd', 0);
    const wanted = new GLib.Variant('a{sv}', {[LibvirtAdmin.SERVER_CLIENTS_MAX]: GLib.Variant.new_uint32(55)});

    assert(connection.list_servers(0).includes(server), 'not the same object');
    assert(server.name === 'libvirtd' && server.connection === connection, 'properties');
    assert(server.set_client_limits(wanted, 0), 'set');
    assert(server.get_client_limits(0).recursiveUnpack()[LibvirtAdmin.SERVER_CLIENTS_MAX] === 55, 'limits');
    assert(connection.get_lib_version() >= 9000000, 'version');
}

function testClient(connection) {
    const [client] = connection.lookup_server('admin', 0).list_clients(0);

    assert(client.transport === LibvirtAdmin.ClientTransport.UNIX, 'transport');
    assert(client.timestamp > 0 && client.id > 0, 'numbers');
    assert(client.get_info(0).recursiveUnpack()[LibvirtAdmin.CLIENT_INFO_READONLY] === false, 'info');
}

function testErrors(connection) {
    const server = connection.lookup_server('libvirtd', 0);

    assertError(() => connection.lookup_server('nobody', 0), Libvirt.Error, Libvirt.Error.NO_SERVER);
    assertError(() => server.lookup_client(4711, 0), Libvirt.Error, Libvirt.Error.NO_CLIENT);
    assertError(() => Libvirt.Connect.open('test:///default'), Libvirt.Error, Libvirt.Error.OPERATION_UNSUPPORTED);
}

function testAsync() {
    const connection = waitFor(done => LibvirtAdmin.Connect.open_async(uri, Libvirt.ConnectFlags.NONE, null, done),
        result => LibvirtAdmin.Connect.open_finish(result));
    const servers = waitFor(done => connection.list_servers_async(0, null, done),
        result => connection.list_servers_finish(result));

    assert(servers.length >= 2, 'servers');
    assert(waitFor(done => connection.close_async(null, done), result => connection.close_finish(result)), 'close');
    assert(connection.state === Libvirt.ConnectState.CLOSED, 'state');
    assertError(() => servers[0].list_clients(0), Libvirt.Error, Libvirt.Error.INVALID_CONN);
}

const connection = LibvirtAdmin.Connect.open(uri, Libvirt.ConnectFlags.NONE);

testValues(connection);
testClient(connection);
testErrors(connection);
testAsync();
