// SPDX-License-Identifier: LGPL-2.1-or-later

// A daemon, as its administrator sees it; daemon.py is the same in Python.

imports.gi.versions.LibvirtAdmin = '1.0';
const {GLib, Libvirt, LibvirtAdmin} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, values, waitUntil} = imports.steps;

step('daemon/versions', host => {
    assert(LibvirtAdmin.get_version() >= 9000000);
    assertEqual(Math.floor(host.here.get_lib_version() / 1000000), Math.floor(LibvirtAdmin.get_version() / 1000000));
    assert(host.here.is_alive());
});

step('daemon/filters', async host => {
    assert(host.here.set_logging_filters('3:rpc', 0));
    assertEqual(host.there.get_logging_filters(0).trim(), '3:*rpc*');
    assert(await later(host.here, 'set_logging_filters', null, 0));
    assertEqual(await later(host.there, 'get_logging_filters', 0), '');
});

step('daemon/outputs', async host => {
    const before = host.there.get_logging_outputs(0);
    const other = `3:file:${host.folder}/other-log`;

    assert(host.here.set_logging_outputs(other, 0));
    assertEqual(host.there.get_logging_outputs(0), other);
    assert(await later(host.here, 'set_logging_outputs', before, 0));
    assertEqual(await later(host.there, 'get_logging_outputs', 0), before);
    fails(Libvirt.Error.INVALID_ARG, () => host.here.set_logging_outputs('nonsense', 0));
});

// It stays as long as anybody is connected: as this program is.
step('daemon/timeout', async host => {
    assert(host.here.set_daemon_timeout(3600, 0));
    assert(await later(host.here, 'set_daemon_timeout', 0, 0));
    fails(Libvirt.Error.INVALID_ARG, () => host.here.set_daemon_timeout(1, 7));
    assert(host.there.is_alive());
});

step('daemon/workers', async host => {
    const server = host.here.lookup_server('libvirtd', 0);
    const seen = host.there.lookup_server('libvirtd', 0);
    const maximum = LibvirtAdmin.THREADPOOL_WORKERS_MAX;

    assert(server.set_thread_pool_parameters(values({[maximum]: ['u', 40]}), 0));
    assertEqual(seen.get_thread_pool_parameters(0).recursiveUnpack()[maximum], 40);
    assert(await later(server, 'set_thread_pool_parameters', {[maximum]: 30}, 0));
    assertEqual((await later(seen, 'get_thread_pool_parameters', 0)).recursiveUnpack()[maximum], 30);
});

step('daemon/client', async host => {
    const server = host.here.lookup_server('admin', 0);
    const other = host.connect();
    const made = server.list_clients(0).reduce((last, client) => client.id > last.id ? client : last);

    assert(server.lookup_client(made.id, 0) === made);
    assert(await later(server, 'lookup_client', made.id, 0) === made);
    fails(Libvirt.Error.NO_CLIENT, () => server.lookup_client(4711, 0));
    assert(made.close(0));
    waitUntil(() => other.state === Libvirt.ConnectState.LOST);
    fails(Libvirt.Error.NO_CLIENT, () => server.lookup_client(made.id, 0));
});

// The last one: there are none any more.
step('daemon/certificates', async host => {
    const server = host.here.lookup_server('libvirtd', 0);

    assert(server.update_tls_files(0) && await later(server, 'update_tls_files', 0));
    GLib.file_set_contents(host.certificate, 'not a certificate\n');
    fails(Libvirt.Error.SYSTEM_ERROR, () => server.update_tls_files(0));
});
