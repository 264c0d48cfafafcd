#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists who is connected to a daemon, and how many more may come.

    clients.py [URI]
"""

import sys
import time

import gi

gi.require_version('Libvirt', '1.0')
gi.require_version('LibvirtAdmin', '1.0')
from gi.repository import GLib, Libvirt, LibvirtAdmin


def describe(client):
    """What the daemon knows: nothing of one that has not yet said who it is, or is gone by now."""
    try:
        info = client.get_info(0).unpack()
    except GLib.Error:
        return 'somebody'
    who = (info.get(LibvirtAdmin.CLIENT_INFO_SOCKET_ADDR)
           or info.get(LibvirtAdmin.CLIENT_INFO_UNIX_USER_NAME) or 'somebody')
    pid = info.get(LibvirtAdmin.CLIENT_INFO_UNIX_PROCESS_ID)
    return f'{who}, process {pid}' if pid else who


def show(server):
    limits = server.get_client_limits(0).unpack()
    print(f'{server.props.name}: {limits[LibvirtAdmin.SERVER_CLIENTS_CURRENT]} of '
          f'{limits[LibvirtAdmin.SERVER_CLIENTS_MAX]} clients')
    for client in server.list_clients(0):
        since = time.strftime('%F %T', time.localtime(client.props.timestamp))
        print(f'{client.props.id:6}  since {since}  {describe(client)}')


def main():
    try:
        daemon = LibvirtAdmin.Connect.open(*(sys.argv[1:] or [None]), Libvirt.ConnectFlags.NONE)
        for server in daemon.list_servers(0):
            show(server)
    except GLib.Error as error:
        sys.exit(f'clients: {error.message}')


main()
