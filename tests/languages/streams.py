# SPDX-License-Identifier: LGPL-2.1-or-later
"""Streams, as Python has them: libvirt's test driver has one for the picture of a screen."""

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

HOST = Libvirt.Connect.open('test:///default')
DOMAIN = HOST.lookup_domain_by_name('test')


def open_picture(flags=Libvirt.StreamFlags.NONE):
    stream = Libvirt.Stream.new(HOST, flags)
    assert DOMAIN.screenshot(stream, 0, 0) == 'image/png'
    return stream


def get_picture():
    picture, kind = DOMAIN.take_screenshot(0, 0)
    assert kind == 'image/png'
    return picture.get_data()


def wait_for(start, finish, *arguments):
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    start(*arguments, on_done)
    loop.run()
    return finish(results[0])


def fails(domain, code, function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(domain, code), error
        return error
    raise AssertionError('there was no error')


@tap.test('/languages/python/streams/read-bytes-async')
def read_bytes_async():
    stream = open_picture()
    source = stream.get_input_stream()
    read = b''
    more = True
    while more:
        more = wait_for(source.read_bytes_async, source.read_bytes_finish,
                        1000, GLib.PRIORITY_DEFAULT, None).get_data()
        read += more
    assert read == get_picture()
    assert wait_for(stream.close_async, stream.close_finish, GLib.PRIORITY_DEFAULT, None)


@tap.test('/languages/python/streams/take-screenshot-async')
def take_screenshot_async():
    picture, kind = wait_for(DOMAIN.take_screenshot_async, DOMAIN.take_screenshot_finish, 0, 0, None)
    assert (picture.get_data(), kind) == (get_picture(), 'image/png')


@tap.test('/languages/python/streams/data-input-stream')
def data_input_stream():
    stream = open_picture()
    data = Gio.DataInputStream.new(stream.get_input_stream())
    assert data.read_uint32(None) == 0x89504e47
    assert data.read_line(None)[0] == b'\r'


@tap.test('/languages/python/streams/splice-buffered')
def splice_buffered():
    stream = open_picture()
    source = Gio.BufferedInputStream.new_sized(stream.get_input_stream(), 256 * 1024)
    target = Gio.MemoryOutputStream.new_resizable()
    flags = Gio.OutputStreamSpliceFlags.CLOSE_SOURCE | Gio.OutputStreamSpliceFlags.CLOSE_TARGET
    size = wait_for(target.splice_async, target.splice_finish, source, flags, GLib.PRIORITY_DEFAULT, None)
    assert target.steal_as_bytes().get_data() == get_picture()
    assert size == len(get_picture())


@tap.test('/languages/python/streams/cancel')
def cancel():
    cancellable = Gio.Cancellable()
    cancellable.cancel()
    stream = open_picture()
    source = stream.get_input_stream()
    fails(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED, source.read_bytes, 10, cancellable)
    assert source.read_bytes(4, None).get_data() == b'\x89PNG'


@tap.test('/languages/python/streams/pieces')
def pieces():
    stream = open_picture()
    read = b''
    while more := stream.recv(5000).get_data():
        read += more
    assert read == get_picture()
    # a picture cannot be written to: a later call says so
    assert stream.send(b'\0\1\2') == 3
    fails(Libvirt.error_quark(), Libvirt.Error.SYSTEM_ERROR, stream.finish)


@tap.test('/languages/python/streams/all')
def recv_all():
    read = []
    stream = open_picture()
    assert stream.recv_all(lambda _stream, data, *_: read.append(data) or True)
    assert b''.join(bytes(data) for data in read) == get_picture()
    assert stream.finish()

    holes = []
    fails(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT, open_picture().sparse_recv_all,
          lambda *_: True, lambda _stream, length: holes.append(length) or True)
    assert not holes


@tap.test('/languages/python/streams/all/own-error')
def recv_all_own_error():
    def refuse(*_):
        raise GLib.Error.new_literal(Gio.io_error_quark(), 'the disk is full', Gio.IOErrorEnum.NO_SPACE)

    def produce(_stream, _nbytes):
        raise GLib.Error.new_literal(Gio.io_error_quark(), 'it is gone', Gio.IOErrorEnum.NOT_FOUND)

    error = fails(Gio.io_error_quark(), Gio.IOErrorEnum.NO_SPACE, open_picture().recv_all, refuse)
    assert error.message == 'the disk is full'
    fails(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND, open_picture().send_all, produce)


@tap.test('/languages/python/streams/all/bytes-from-a-function')
def send_all():
    pieces = [GLib.Bytes.new(b''), GLib.Bytes.new(b'some')]
    open_picture().send_all(lambda _stream, nbytes: pieces.pop() if nbytes > 4 else None)
    assert not pieces


@tap.test('/languages/python/streams/event')
def event():
    loop = GLib.MainLoop()
    stream = open_picture()
    read = []

    def on_ready(ready, events):
        assert (ready, events) == (stream, Libvirt.StreamEventType.READABLE)
        read.append(stream.recv(5000).get_data())
        if not read[-1]:
            assert stream.event_remove_callback()
            loop.quit()

    assert stream.event_add_callback(Libvirt.StreamEventType.READABLE, on_ready)
    loop.run()
    assert b''.join(read) == get_picture()


@tap.test('/languages/python/streams/transfer')
def transfer():
    pool = HOST.lookup_storage_pool_by_name('default-pool')
    volume = pool.create_volume_xml('<volume><name>moved</name><capacity>1000</capacity></volume>', 0)
    progress = Libvirt.Transfer()
    told = []
    progress.connect('completed', lambda _, error: told.append(error.code))
    nowhere = Gio.File.new_for_path('/dev/null/nowhere')
    zero = Gio.File.new_for_path('/dev/zero')
    # the test driver has no contents
    fails(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT, volume.upload_from_file, zero, 0, 0, 0, progress)
    fails(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT, volume.upload_from_fd, 0, 0, 0, 0, None)
    fails(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_DIRECTORY, wait_for, volume.upload_from_file_async,
          volume.upload_from_file_finish, nowhere, 0, 0, Libvirt.StorageVolUploadFlags.SPARSE_STREAM,
          Libvirt.Transfer(), None)
    # a file is made when the host is ready
    fails(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT, wait_for, volume.download_to_file_async,
          volume.download_to_file_finish, nowhere, 0, 0, Libvirt.StorageVolDownloadFlags.SPARSE_STREAM,
          Libvirt.Transfer(), None)
    fails(Libvirt.error_quark(), Libvirt.Error.OPERATION_INVALID, volume.upload_from_file, zero, 0, 0, 0, progress)
    progress.cancel()
    fails(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED, volume.upload_from_file, zero, 0, 0, 0, progress)
    # it has ended once
    assert told == [Libvirt.Error.NO_SUPPORT], told
    assert progress.props.fraction == progress.props.bytes_done == 0
    volume.delete(0)


@tap.test('/languages/python/streams/not-open')
def not_open():
    stream = Libvirt.Stream.new(HOST, Libvirt.StreamFlags.NONBLOCK)
    assert stream.props.connection is HOST
    fails(Libvirt.error_quark(), Libvirt.Error.NO_SUPPORT, stream.recv, 10)
    stream.abort()
    fails(Libvirt.error_quark(), Libvirt.Error.OPERATION_FAILED, stream.recv, 10)


tap.run()
