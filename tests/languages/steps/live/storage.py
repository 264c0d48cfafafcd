# SPDX-License-Identifier: LGPL-2.1-or-later
"""Contents of volumes, and streams; storage.js is the same in JavaScript."""

from gi.repository import Gio, GLib, Libvirt
from steps import fails, later, step

VOLUME = '<volume><name>{name}</name><capacity>{size}</capacity><allocation>0</allocation></volume>'
SIZE = 1 << 20


def make(host):
    """A volume of a pool that the host has."""
    pool = host.here.lookup_storage_pool_by_name('dir')
    return pool.create_volume_xml(VOLUME.format(name=host.name(), size=SIZE), Libvirt.StorageVolCreateFlags.NONE)


def seen(host, volume):
    return host.there.lookup_volume_by_path(volume.get_path())


def upload(host, volume, data):
    stream = Libvirt.Stream.new(host.here, Libvirt.StreamFlags.NONBLOCK)
    assert volume.upload(stream, 0, len(data), Libvirt.StorageVolUploadFlags.NONE)
    assert stream.get_output_stream().write_all(data, None)
    assert stream.finish()


def download(host, volume, length):
    stream = Libvirt.Stream.new(host.there, Libvirt.StreamFlags.NONBLOCK)
    assert seen(host, volume).download(stream, 0, length, Libvirt.StorageVolDownloadFlags.NONE)
    data = stream.get_input_stream().read_bytes(length, None).get_data()
    assert stream.finish()
    return data


def is_before_hole(stream):
    try:
        stream.recv_flags(SIZE, Libvirt.StreamRecvFlagsValues.STOP_AT_HOLE)
    except GLib.Error as error:
        return error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.PARTIAL_INPUT)
    return False


@step('storage-pool/by-target-path')
def target_path(host):
    pool = host.here.lookup_storage_pool_by_name('dir')
    path = make(host).get_path().rsplit('/', 1)[0]
    assert host.here.lookup_storage_pool_by_target_path(path) is pool
    assert later(host.here, 'lookup_storage_pool_by_target_path', path) is pool


@step('storage-pool/capabilities')
def capabilities(host):
    xml = host.here.get_storage_pool_capabilities(0)
    assert "<pool type='dir' supported='yes'>" in xml
    assert later(host.there, 'get_storage_pool_capabilities', 0) == xml


@step('volume/up-and-down')
def up_and_down(host):
    volume = make(host)
    upload(host, volume, b'contents')
    assert download(host, volume, 8) == b'contents'
    volume.delete(0)


@step('volume/up-and-down-later')
def later_up_and_down(host):
    volume = make(host)
    stream = Libvirt.Stream.new(host.here, Libvirt.StreamFlags.NONBLOCK)
    assert later(volume, 'upload', stream, 0, 4, Libvirt.StorageVolUploadFlags.NONE)
    assert stream.get_output_stream().write_all(b'more', None) and later(stream, 'finish')
    stream = Libvirt.Stream.new(host.there, Libvirt.StreamFlags.NONBLOCK)
    assert later(seen(host, volume), 'download', stream, 0, 4, Libvirt.StorageVolDownloadFlags.NONE)
    assert stream.get_input_stream().read_bytes(4, None).get_data() == b'more' and later(stream, 'finish')
    volume.delete(0)


@step('volume/holes')
def holes(host):
    volume = make(host)
    stream = Libvirt.Stream.new(host.here, Libvirt.StreamFlags.NONBLOCK)
    volume.upload(stream, 0, SIZE, Libvirt.StorageVolUploadFlags.SPARSE_STREAM)
    assert stream.get_output_stream().write_all(b'x' * 65536, None)
    assert stream.send_hole(SIZE - 65536, 0) and stream.finish()
    stream = Libvirt.Stream.new(host.there, Libvirt.StreamFlags.NONE)
    seen(host, volume).download(stream, 0, SIZE, Libvirt.StorageVolDownloadFlags.SPARSE_STREAM)
    assert stream.recv_flags(SIZE, Libvirt.StreamRecvFlagsValues.STOP_AT_HOLE).get_data() == b'x' * 65536
    assert is_before_hole(stream)
    assert stream.recv_hole(0) == SIZE - 65536 and stream.finish()
    volume.delete(0)


@step('volume/size')
def size(host):
    volume = make(host)
    physical = Libvirt.StorageVolInfoFlags.GET_PHYSICAL
    assert volume.get_info_flags(physical).capacity == SIZE
    assert volume.resize(2 * SIZE, Libvirt.StorageVolResizeFlags.NONE)
    assert later(seen(host, volume), 'get_info_flags', physical).capacity == 2 * SIZE
    assert later(volume, 'resize', SIZE, Libvirt.StorageVolResizeFlags.DELTA)
    assert seen(host, volume).get_info().capacity == 3 * SIZE
    volume.delete(0)


@step('volume/wipe')
def wipe(host):
    volume = make(host)
    upload(host, volume, b'secret')
    assert volume.wipe(0)
    assert download(host, volume, 6) == bytes(6)
    upload(host, volume, b'secret')
    assert later(volume, 'wipe_pattern', Libvirt.StorageVolWipeAlgorithm.ZERO, 0)
    assert download(host, volume, 6) == bytes(6)
    volume.delete(0)


@step('stream/console')
def console(host):
    domain = host.booted()
    stream = Libvirt.Stream.new(host.here, Libvirt.StreamFlags.NONBLOCK)
    assert domain.open_console(None, stream, Libvirt.DomainConsoleFlags.FORCE)
    stream.get_output_stream().write_all(b'echo some$((1 + 1))words\n', None)
    text = b''
    while b'some2words' not in text:
        text += stream.get_input_stream().read_bytes(4096, None).get_data()
    assert stream.abort()


@step('stream/channel')
def channel(host):
    domain = host.guest("<channel type='unix'><target type='virtio' name='steps'/></channel>")
    stream = Libvirt.Stream.new(host.here, Libvirt.StreamFlags.NONBLOCK)
    assert later(domain, 'open_channel', 'steps', stream, Libvirt.DomainChannelFlags.NONE)
    again = Libvirt.Stream.new(host.there, Libvirt.StreamFlags.NONBLOCK)
    fails(Libvirt.Error.OPERATION_FAILED, host.seen(domain).open_channel, 'steps', again, 0)
    assert stream.abort()
    domain.destroy()
