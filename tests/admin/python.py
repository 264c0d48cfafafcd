# SPDX-License-Identifier: LGPL-2.1-or-later
"""The admin interface from Python and from JavaScript.

    python.py [GJS]
"""

import contextlib
import os
import subprocess
import sys

import gi

import daemon
import tap

gi.require_version('Libvirt', '1.0')
gi.require_version('LibvirtAdmin', '1.0')
from gi.repository import Gio, GLib, Libvirt, LibvirtAdmin  # noqa: E402

GJS = sys.argv[1:]
SCRIPT = os.path.join(os.path.dirname(__file__), 'javascript.js')

# A client of the hypervisor: another process, as this one has the admin interface.
CLIENT = '''
import gi, sys
gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt
loop = GLib.MainLoop()
host = Libvirt.Connect.open(sys.argv[1])
host.connect('closed', lambda _host, reason: loop.quit())
print(host.props.uri, flush=True)
loop.run()
'''

# Either kind first, the other one refused.
GUARD = '''
import gi, sys
gi.require_version('Libvirt', '1.0')
gi.require_version('LibvirtAdmin', '1.0')
from gi.repository import GLib, Libvirt, LibvirtAdmin
openers = [lambda: Libvirt.Connect.open('test:///default'), lambda: LibvirtAdmin.Connect.open(sys.argv[2], 0)]
first, second = openers if sys.argv[1] == 'hypervisor' else reversed(openers)
kept = first()
for _ in range(2):
    try:
        second()
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), Libvirt.Error.OPERATION_UNSUPPORTED), error
    else:
        raise AssertionError('both can be open')
assert kept.props.state == Libvirt.ConnectState.OPEN and kept.get_lib_version() > 0
'''


def connect(libvirtd):
    return LibvirtAdmin.Connect.open(libvirtd.admin_uri, Libvirt.ConnectFlags.NONE)


@contextlib.contextmanager
def client_process(libvirtd):
    with subprocess.Popen([sys.executable, '-c', CLIENT, libvirtd.uri], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout.readline().startswith(b'test+unix:')
            yield process
        finally:
            process.kill()


def assert_error(code, function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), code), error
    else:
        raise AssertionError('there was no error')


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


def wait_for(start, *arguments):
    """Starts an asynchronous call, and gives the result that its callback gets."""
    results = []
    start(*arguments, None, lambda _source, result: results.append(result))
    wait_until(lambda: results)
    return results[0]


@tap.test('/admin/python/servers')
def servers():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        found = {server.props.name: server for server in connection.list_servers(0)}
        assert {'admin', 'libvirtd'} <= set(found), found
        assert connection.lookup_server('admin', 0) is found['admin']
        assert found['admin'].props.connection is connection
        own, = found['admin'].list_clients(0)
        assert own.get_info(0)[LibvirtAdmin.CLIENT_INFO_UNIX_PROCESS_ID] == os.getpid()
        assert own.props.transport == LibvirtAdmin.ClientTransport.UNIX
        assert own.props.server is found['admin']
        assert_error(Libvirt.Error.NO_SERVER, connection.lookup_server, 'nobody', 0)
        assert_error(Libvirt.Error.NO_CLIENT, found['admin'].lookup_client, 4711, 0)


@tap.test('/admin/python/parameters')
def parameters():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        server = connection.lookup_server('libvirtd', 0)
        wanted = {LibvirtAdmin.SERVER_CLIENTS_MAX: GLib.Variant('u', 77)}
        assert server.set_client_limits(GLib.Variant('a{sv}', wanted), 0)
        assert server.get_client_limits(0)[LibvirtAdmin.SERVER_CLIENTS_MAX] == 77
        wanted = {LibvirtAdmin.THREADPOOL_WORKERS_MAX: GLib.Variant('u', 40)}
        assert server.set_thread_pool_parameters(GLib.Variant('a{sv}', wanted), 0)
        assert server.get_thread_pool_parameters(0)[LibvirtAdmin.THREADPOOL_WORKERS_MAX] == 40
        wrong = {LibvirtAdmin.SERVER_CLIENTS_MAX: GLib.Variant('i', -78)}
        assert_error(Libvirt.Error.INVALID_ARG, server.set_client_limits, GLib.Variant('a{sv}', wrong), 0)
        assert server.get_client_limits(0)[LibvirtAdmin.SERVER_CLIENTS_MAX] == 77


@tap.test('/admin/python/logging')
def logging():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        assert connection.get_logging_filters(0) == ''
        assert connection.set_logging_filters('3:rpc', 0)
        assert connection.get_logging_filters(0).strip() == '3:*rpc*'
        assert connection.set_logging_filters(None, 0)
        assert connection.get_logging_filters(0) == ''


@tap.test('/admin/python/async')
def asynchronous():
    with daemon.AdminDaemon() as libvirtd:
        result = wait_for(LibvirtAdmin.Connect.open_async, libvirtd.admin_uri, Libvirt.ConnectFlags.NONE)
        connection = LibvirtAdmin.Connect.open_finish(result)
        server = connection.lookup_server_finish(wait_for(connection.lookup_server_async, 'libvirtd', 0))
        assert server.props.name == 'libvirtd'
        assert server.list_clients_finish(wait_for(server.list_clients_async, 0)) == []
        result = wait_for(server.lookup_client_async, 4711, 0)
        assert_error(Libvirt.Error.NO_CLIENT, server.lookup_client_finish, result)


@tap.test('/admin/python/throws-a-client-out')
def throws_out():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        server = connection.lookup_server('libvirtd', 0)
        with client_process(libvirtd) as process:
            client, = server.list_clients(0)
            assert client.get_info(0)[LibvirtAdmin.CLIENT_INFO_UNIX_PROCESS_ID] == process.pid
            assert client.close(0)
            assert process.wait(60) == 0
        assert_error(Libvirt.Error.NO_CLIENT, client.close, 0)


@tap.test('/admin/python/closed')
def closed():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        reasons, states = [], []
        connection.connect('closed', lambda _connection, reason: reasons.append(reason))
        connection.connect('notify::state', lambda it, _: states.append(it.props.state))
        libvirtd.kill()
        wait_until(lambda: reasons)
        assert reasons == [Libvirt.ConnectCloseReason.EOF], reasons
        assert states == [Libvirt.ConnectState.LOST], states
        assert connection.close()
        assert states == [Libvirt.ConnectState.LOST, Libvirt.ConnectState.CLOSED], states
        assert_error(Libvirt.Error.INVALID_CONN, connection.list_servers, 0)


@tap.test('/admin/python/cancelled')
def cancelled():
    with daemon.AdminDaemon() as libvirtd:
        connection = connect(libvirtd)
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        results = []
        connection.list_servers_async(0, cancellable, lambda _source, result: results.append(result))
        wait_until(lambda: results)
        try:
            connection.list_servers_finish(results[0])
        except GLib.Error as error:
            assert error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED), error
        else:
            raise AssertionError('there was no error')


@tap.test('/admin/python/one-kind-of-connections')
def guard():
    with daemon.AdminDaemon() as libvirtd:
        for first in ('hypervisor', 'admin'):
            subprocess.run([sys.executable, '-c', GUARD, first, libvirtd.admin_uri], check=True, timeout=60)


@tap.test('/admin/javascript')
def javascript():
    if not GJS:
        raise tap.Skip('no gjs')
    with daemon.AdminDaemon() as libvirtd:
        subprocess.run([*GJS, SCRIPT, libvirtd.admin_uri], check=True, timeout=60)


tap.run()
