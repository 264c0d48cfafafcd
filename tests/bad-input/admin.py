# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same for the admin interface: objects of a daemon of the test's own."""

import contextlib
import ctypes
import os

import daemon
import fixture
from native import P

# The address, for the processes that make the calls.
ADDRESS = 'BAD_INPUT_ADMIN_URI'


class PtrArray(ctypes.Structure):
    _fields_ = [('pdata', ctypes.POINTER(P)), ('len', ctypes.c_uint)]


class Fixture(fixture.Fixture):
    close_symbol = 'libvirt_admin_connect_close'

    def _make_objects(self, read_only):
        self.host = self.find('libvirt_admin_connect_open', None, os.environ[ADDRESS], 0)
        # The one that this connection itself is a client of.
        server = self.find('libvirt_admin_connect_lookup_server', self.host, 'admin', 0)
        clients = self.find('libvirt_admin_server_list_clients', server, 0)
        self.objects = {'Connect': self.host, 'Server': server,
                        'Client': PtrArray.from_address(clients).pdata[0]}

    def valid_text(self, function, argument):
        texts = {'libvirt_admin_connect_open': os.environ[ADDRESS], 'libvirt_admin_connect_lookup_server': 'admin'}
        return self.text(texts.get(function.symbol.removesuffix('_async'), 'text'))


@contextlib.contextmanager
def running_daemon():
    with daemon.AdminDaemon() as libvirtd:
        os.environ[ADDRESS] = libvirtd.admin_uri
        yield
