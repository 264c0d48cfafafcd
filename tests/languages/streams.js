// SPDX-License-Identifier: LGPL-2.1-or-later

// Streams, as JavaScript has them: libvirt's test driver has one for the picture of a screen.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertError, run, test, waitFor} = imports.tap;
const ByteArray = imports.byteArray;

const host = Libvirt.Connect.open('test:///default');
const domain = host.lookup_domain_by_name('test');

function openPicture(flags = Libvirt.StreamFlags.NONE) {
    const stream = Libvirt.Stream.new(host, flags);

    assert(domain.screenshot(stream, 0, 0) === 'image/png', 'another kind of picture');
    return stream;
}

function assertPicture(pieces) {
    const [picture] = domain.take_screenshot(0, 0);
    const all = pieces.map(piece => Array.from(piece.get_size ? ByteArray.fromGBytes(piece) : piece)).flat();

    assert(`${all}` === `${Array.from(ByteArray.fromGBytes(picture))}`, 'another picture');
}

test('/languages/gjs/streams/read-bytes-async', () => {
    const stream = openPicture();
    const input = stream.get_input_stream();
    const pieces = [];
    let bytes;

    do {
        bytes = waitFor(callback => input.read_bytes_async(5000, GLib.PRIORITY_DEFAULT, null, callback),
            result => input.read_bytes_finish(result));
        pieces.push(bytes);
    } while (bytes.get_size() > 0);
    assertPicture(pieces);
    assert(waitFor(callback => stream.close_async(GLib.PRIORITY_DEFAULT, null, callback),
        result => stream.close_finish(result)), 'it was not closed');
});

test('/languages/gjs/streams/take-screenshot-async', () => {
    const [picture, kind] = waitFor(callback => domain.take_screenshot_async(0, 0, null, callback),
        result => domain.take_screenshot_finish(result));

    assert(kind === 'image/png', kind);
    assertPicture([picture]);
});

test('/languages/gjs/streams/data-input-stream', () => {
    const stream = openPicture();
    const data = Gio.DataInputStream.new(stream.get_input_stream());

    assert(data.read_uint32(null) === 0x89504e47, 'no PNG');
});

test('/languages/gjs/streams/pieces', () => {
    const stream = openPicture();
    const pieces = [];

    do
        pieces.push(stream.recv(5000));
    while (pieces[pieces.length - 1].get_size() > 0);
    assertPicture(pieces);
    // A picture cannot be written to: a later call says so.
    assert(stream.send(new Uint8Array([0, 1, 2])) === 3, 'it was not taken');
    assertError(() => stream.finish(), Libvirt.Error, Libvirt.Error.SYSTEM_ERROR);
});

test('/languages/gjs/streams/all', () => {
    const stream = openPicture();
    const pieces = [];

    assert(stream.recv_all((_stream, data) => pieces.push(data) > 0), 'it failed');
    assertPicture(pieces);
    stream.finish();
    const another = openPicture();
    assertError(() => another.sparse_recv_all(() => true, () => true), Libvirt.Error, Libvirt.Error.NO_SUPPORT);
});

test('/languages/gjs/streams/all/own-error', () => {
    const stream = openPicture();
    const full = new GLib.Error(Gio.IOErrorEnum, Gio.IOErrorEnum.NO_SPACE, 'the disk is full');

    assertError(() => stream.recv_all(() => {
        throw full;
    }), Gio.IOErrorEnum, Gio.IOErrorEnum.NO_SPACE);
});

test('/languages/gjs/streams/all/bytes-from-a-function', () => {
    const stream = openPicture();
    const pieces = [new GLib.Bytes([]), new GLib.Bytes([1, 2, 3])];

    stream.send_all(() => pieces.pop());
    assert(pieces.length === 0, `${pieces.length} are left`);
});

test('/languages/gjs/streams/event', () => {
    const loop = GLib.MainLoop.new(null, false);
    const stream = openPicture();
    const pieces = [];

    stream.event_add_callback(Libvirt.StreamEventType.READABLE, (ready, events) => {
        assert(ready === stream && events === Libvirt.StreamEventType.READABLE, `${events}`);
        pieces.push(stream.recv(5000));
        if (pieces[pieces.length - 1].get_size() === 0) {
            stream.event_remove_callback();
            loop.quit();
        }
    });
    loop.run();
    assertPicture(pieces);
});

test('/languages/gjs/streams/transfer', () => {
    const pool = host.lookup_storage_pool_by_name('default-pool');
    const volume = pool.create_volume_xml('<volume><name>moved</name><capacity>1000</capacity></volume>', 0);
    const zero = Gio.File.new_for_path('/dev/zero');
    const transfer = new Libvirt.Transfer();
    const told = [];

    transfer.connect('completed', (_transfer, error) => told.push(error.code));
    assertError(() => volume.upload_from_file(zero, 0, 0, 0, transfer), Libvirt.Error, Libvirt.Error.NO_SUPPORT);
    assertError(() => waitFor(callback => volume.upload_from_fd_async(0, 0, 0, 0, null, null, callback),
        result => volume.upload_from_fd_finish(result)), Libvirt.Error, Libvirt.Error.NO_SUPPORT);
    assertError(() => volume.upload_from_file(zero, 0, 0, 0, transfer), Libvirt.Error, Libvirt.Error.OPERATION_INVALID);
    transfer.cancel();
    assertError(() => volume.upload_from_file(zero, 0, 0, 0, transfer), Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
    // It has ended once.
    assert(`${told}` === `${[Libvirt.Error.NO_SUPPORT]}`, `${told}`);
    assert(transfer.fraction === 0 && transfer.bytes_done === 0, `${transfer.fraction}`);
    volume.delete(0);
});

test('/languages/gjs/streams/not-open', () => {
    const stream = Libvirt.Stream.new(host, Libvirt.StreamFlags.NONBLOCK);

    assert(stream.connection === host, 'another connection');
    assertError(() => stream.recv(10), Libvirt.Error, Libvirt.Error.NO_SUPPORT);
    assert(stream.abort(), 'it was not aborted');
    assertError(() => stream.recv(10), Libvirt.Error, Libvirt.Error.OPERATION_FAILED);
});

run();
