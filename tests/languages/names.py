# SPDX-License-Identifier: LGPL-2.1-or-later
"""A name that is not valid UTF-8, as Python and JavaScript have it: that of a file in a pool.

    names.py [GJS]
"""

import contextlib
import os
import subprocess
import sys

import gi

import daemon
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

GJS = sys.argv[1:]
SCRIPT = os.path.join(os.path.dirname(__file__), 'names.js')
FILE = b'caf\xe9'
NAME = 'caf\N{REPLACEMENT CHARACTER}'
XML = "<pool type='dir'><name>names</name><target><path>{}</path></target></pool>"


@contextlib.contextmanager
def pool_with_file():
    """The daemon, its pool, and the folder."""
    with daemon.StorageDaemon() as libvirtd:
        folder = os.path.join(libvirtd.folder, 'pool')
        os.mkdir(folder)
        with open(os.path.join(os.fsencode(folder), FILE), 'wb') as file:
            file.write(b'contents')
        host = Libvirt.Connect.open(libvirtd.storage_uri)
        pool = host.define_storage_pool_xml(XML.format(folder), Libvirt.StoragePoolDefineFlags.NONE)
        pool.create(Libvirt.StoragePoolCreateFlags.NORMAL)
        yield libvirtd, pool, folder
        host.close()


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


@tap.test('/languages/names/python/given-out')
def given_out():
    with pool_with_file() as (_libvirtd, pool, folder):
        volumes = pool.props.volumes
        wait_until(lambda: not volumes.props.loading)
        volume, = volumes
        assert pool.list_volumes() == [NAME], pool.list_volumes()
        assert volume.get_name() == NAME, volume.get_name()
        assert volume.props.name == NAME, volume.props.name
        assert volume.get_path() == f'{folder}/{NAME}', volume.get_path()
        assert NAME in volume.get_xml_desc(0)
        assert pool.list_all_volumes(0) == [volume]


@tap.test('/languages/names/python/used')
def used():
    with pool_with_file() as (libvirtd, pool, folder):
        volume, = pool.list_all_volumes(0)
        copy = os.path.join(libvirtd.folder, 'copy')
        assert volume.download_to_file(Gio.File.new_for_path(copy), 0, 0,
                                       Libvirt.StorageVolDownloadFlags.NONE, None)
        with open(copy, 'rb') as file:
            assert file.read() == b'contents'
        assert volume.delete(Libvirt.StorageVolDeleteFlags.NORMAL)
        assert os.listdir(folder) == []
        assert not volume.props.exists


@tap.test('/languages/names/python/found-again')
def found_again():
    """The pool is not there when all that is known is looked for: that is done for the volume itself."""
    with pool_with_file() as (libvirtd, pool, folder):
        host = pool.get_connection()
        volume, = pool.list_all_volumes(0)
        host.props.auto_reconnect = True
        libvirtd.kill()
        wait_until(lambda: host.props.state != Libvirt.ConnectState.OPEN)
        os.rename(folder, f'{folder}-away')
        libvirtd.start()
        wait_until(lambda: host.props.state == Libvirt.ConnectState.OPEN)
        os.rename(f'{folder}-away', folder)
        pool.create(Libvirt.StoragePoolCreateFlags.NORMAL)
        assert volume.get_info().capacity == len(b'contents')


@tap.test('/languages/names/javascript')
def javascript():
    if not GJS:
        raise tap.Skip('no gjs')
    with pool_with_file() as (libvirtd, _pool, _folder):
        subprocess.run([*GJS, SCRIPT, libvirtd.storage_uri, NAME], check=True, timeout=60)


tap.run()
