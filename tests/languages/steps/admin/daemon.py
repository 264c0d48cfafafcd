# SPDX-License-Identifier: LGPL-2.1-or-later
"""A daemon, as its administrator sees it; daemon.js is the same in JavaScript."""

import gi

gi.require_version('LibvirtAdmin', '1.0')
from gi.repository import Libvirt, LibvirtAdmin  # noqa: E402
from steps import fails, later, step, values, wait_until  # noqa: E402


@step('daemon/versions')
def versions(host):
    assert LibvirtAdmin.get_version() >= 9000000
    assert host.here.get_lib_version() >= LibvirtAdmin.get_version() // 1000000 * 1000000
    assert host.here.is_alive()


@step('daemon/filters')
def filters(host):
    assert host.here.set_logging_filters('3:rpc', 0)
    assert host.there.get_logging_filters(0).strip() == '3:*rpc*'
    assert later(host.here, 'set_logging_filters', None, 0)
    assert later(host.there, 'get_logging_filters', 0) == ''


@step('daemon/outputs')
def outputs(host):
    before = host.there.get_logging_outputs(0)
    path = f'3:file:{host.folder}/other-log'
    assert host.here.set_logging_outputs(path, 0)
    assert host.there.get_logging_outputs(0) == path
    assert later(host.here, 'set_logging_outputs', before, 0)
    assert later(host.there, 'get_logging_outputs', 0) == before
    fails(Libvirt.Error.INVALID_ARG, host.here.set_logging_outputs, 'nonsense', 0)


@step('daemon/timeout')
def timeout(host):
    """It stays as long as anybody is connected: as this program is."""
    assert host.here.set_daemon_timeout(3600, 0)
    assert later(host.here, 'set_daemon_timeout', 0, 0)
    fails(Libvirt.Error.INVALID_ARG, host.here.set_daemon_timeout, 1, 7)
    assert host.there.is_alive()


@step('daemon/workers')
def workers(host):
    server = host.here.lookup_server('libvirtd', 0)
    seen = host.there.lookup_server('libvirtd', 0)
    maximum = LibvirtAdmin.THREADPOOL_WORKERS_MAX
    assert server.set_thread_pool_parameters(values(**{maximum: ('u', 40)}), 0)
    assert seen.get_thread_pool_parameters(0)[maximum] == 40
    assert later(server, 'set_thread_pool_parameters', {maximum: 30}, 0)
    assert later(seen, 'get_thread_pool_parameters', 0)[maximum] == 30


@step('daemon/client')
def client(host):
    server = host.here.lookup_server('admin', 0)
    other = host.connect()
    made = max(server.list_clients(0), key=lambda client: client.props.id)
    assert server.lookup_client(made.props.id, 0) is later(server, 'lookup_client', made.props.id, 0) is made
    fails(Libvirt.Error.NO_CLIENT, server.lookup_client, 4711, 0)
    assert made.close(0)
    wait_until(lambda: other.props.state == Libvirt.ConnectState.LOST)
    fails(Libvirt.Error.NO_CLIENT, server.lookup_client, made.props.id, 0)


@step('daemon/certificates')
def certificates(host):
    """The last one: there are none any more."""
    server = host.here.lookup_server('libvirtd', 0)
    assert server.update_tls_files(0) and later(server, 'update_tls_files', 0)
    with open(host.certificate, 'w', encoding='ascii') as text:
        text.write('not a certificate\n')
    fails(Libvirt.Error.SYSTEM_ERROR, server.update_tls_files, 0)
