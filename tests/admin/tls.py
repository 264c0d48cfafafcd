# SPDX-License-Identifier: LGPL-2.1-or-later
"""A server reads its certificates again when it is told to: whoever connects then sees the new one."""

import socket

import gi

import daemon
import tap
import tls_daemon

gi.require_version('Libvirt', '1.0')
gi.require_version('LibvirtAdmin', '1.0')
from gi.repository import GLib, Libvirt, LibvirtAdmin  # noqa: E402


class TlsDaemon(tls_daemon.TlsDaemon):
    def server(self):
        self.connection = LibvirtAdmin.Connect.open(self.admin_uri, Libvirt.ConnectFlags.NONE)
        return self.connection.lookup_server('libvirtd', 0)


@tap.test('/admin/tls/reads-new-files')
def reads_new_files():
    with TlsDaemon() as libvirtd:
        server = libvirtd.server()
        before = libvirtd.certificate()
        assert libvirtd.shown_certificate() == before
        libvirtd.make_certificate()
        assert libvirtd.certificate() != before
        assert libvirtd.shown_certificate() == before
        assert server.update_tls_files(0)
        assert libvirtd.shown_certificate() == libvirtd.certificate()


@tap.test('/admin/tls/keeps-what-it-has')
def keeps_what_it_has():
    """If a file is no good."""
    with TlsDaemon() as libvirtd:
        server = libvirtd.server()
        before = libvirtd.certificate()
        with open(libvirtd.paths('server')[0], 'w', encoding='ascii') as text:
            text.write('not a certificate\n')
        try:
            server.update_tls_files(0)
        except GLib.Error as error:
            assert error.matches(Libvirt.error_quark(), Libvirt.Error.SYSTEM_ERROR), error
        else:
            raise AssertionError('there was no error')
        assert libvirtd.shown_certificate() == before


@tap.test('/admin/tls/client')
def client():
    """What is known of one that comes over the network, before it has said who it is."""
    with TlsDaemon() as libvirtd:
        server = libvirtd.server()
        with socket.create_connection(('127.0.0.1', libvirtd.port), 60) as plain:
            daemon.wait_for(lambda: server.list_clients(0), 'a client')
            found, = server.list_clients(0)
            assert found.props.transport == LibvirtAdmin.ClientTransport.TLS
            assert found.close(0)
            assert plain.recv(1) == b''


tap.run()
