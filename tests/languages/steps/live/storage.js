// SPDX-License-Identifier: LGPL-2.1-or-later

// Contents of volumes, and streams; storage.py is the same in Python.

const {Gio, Libvirt} = imports.gi;
const ByteArray = imports.byteArray;
const {assert, assertEqual} = imports.tap;
const {fails, later, step} = imports.steps;

const volumeXML = name =>
    `<volume><name>${name}</name><capacity>${SIZE}</capacity><allocation>0</allocation></volume>`;
const SIZE = 1 << 20;
const NONBLOCK = Libvirt.StreamFlags.NONBLOCK;

// A volume of a pool that the host has.
function make(host) {
    return host.here.lookup_storage_pool_by_name('dir').create_volume_xml(volumeXML(host.name()),
        Libvirt.StorageVolCreateFlags.NONE);
}

function seen(host, volume) {
    return host.there.lookup_volume_by_path(volume.get_path());
}

function write(stream, text) {
    const [done] = stream.get_output_stream().write_all(ByteArray.fromString(text), null);

    assert(done);
}

function read(stream, length) {
    return ByteArray.toString(stream.get_input_stream().read_bytes(length, null).toArray());
}

function upload(host, volume, text) {
    const stream = Libvirt.Stream.new(host.here, NONBLOCK);

    assert(volume.upload(stream, 0, text.length, Libvirt.StorageVolUploadFlags.NONE));
    write(stream, text);
    assert(stream.finish());
}

function download(host, volume, length) {
    const stream = Libvirt.Stream.new(host.there, NONBLOCK);

    assert(seen(host, volume).download(stream, 0, length, Libvirt.StorageVolDownloadFlags.NONE));
    const text = read(stream, length);
    assert(stream.finish());
    return text;
}

function isBeforeHole(stream) {
    try {
        stream.recv_flags(SIZE, Libvirt.StreamRecvFlagsValues.STOP_AT_HOLE);
    } catch (error) {
        return error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.PARTIAL_INPUT);
    }
    return false;
}

step('storage-pool/by-target-path', async host => {
    const pool = host.here.lookup_storage_pool_by_name('dir');
    const path = make(host).get_path().replace(/\/[^/]*$/, '');

    assert(host.here.lookup_storage_pool_by_target_path(path) === pool);
    assert(await later(host.here, 'lookup_storage_pool_by_target_path', path) === pool);
});

step('storage-pool/capabilities', async host => {
    const xml = host.here.get_storage_pool_capabilities(0);

    assert(xml.includes("<pool type='dir' supported='yes'>"));
    assertEqual(await later(host.there, 'get_storage_pool_capabilities', 0), xml);
});

step('volume/up-and-down', host => {
    const volume = make(host);

    upload(host, volume, 'contents');
    assertEqual(download(host, volume, 8), 'contents');
    volume.delete(0);
});

step('volume/up-and-down-later', async host => {
    const volume = make(host);
    let stream = Libvirt.Stream.new(host.here, NONBLOCK);

    assert(await later(volume, 'upload', stream, 0, 4, Libvirt.StorageVolUploadFlags.NONE));
    write(stream, 'more');
    assert(await later(stream, 'finish'));
    stream = Libvirt.Stream.new(host.there, NONBLOCK);
    assert(await later(seen(host, volume), 'download', stream, 0, 4, Libvirt.StorageVolDownloadFlags.NONE));
    assertEqual(read(stream, 4), 'more');
    assert(await later(stream, 'finish'));
    volume.delete(0);
});

step('volume/holes', host => {
    const volume = make(host);
    const data = 'x'.repeat(65536);
    let stream = Libvirt.Stream.new(host.here, NONBLOCK);

    volume.upload(stream, 0, SIZE, Libvirt.StorageVolUploadFlags.SPARSE_STREAM);
    write(stream, data);
    assert(stream.send_hole(SIZE - data.length, 0) && stream.finish());
    stream = Libvirt.Stream.new(host.there, Libvirt.StreamFlags.NONE);
    seen(host, volume).download(stream, 0, SIZE, Libvirt.StorageVolDownloadFlags.SPARSE_STREAM);
    const found = stream.recv_flags(SIZE, Libvirt.StreamRecvFlagsValues.STOP_AT_HOLE);
    assert(ByteArray.toString(found.toArray()) === data);
    assert(isBeforeHole(stream));
    assert(stream.recv_hole(0) === SIZE - data.length && stream.finish());
    volume.delete(0);
});

step('volume/size', async host => {
    const volume = make(host);
    const physical = Libvirt.StorageVolInfoFlags.GET_PHYSICAL;

    assertEqual(volume.get_info_flags(physical).capacity, SIZE);
    assert(volume.resize(2 * SIZE, Libvirt.StorageVolResizeFlags.NONE));
    assertEqual((await later(seen(host, volume), 'get_info_flags', physical)).capacity, 2 * SIZE);
    assert(await later(volume, 'resize', SIZE, Libvirt.StorageVolResizeFlags.DELTA));
    assertEqual(seen(host, volume).get_info().capacity, 3 * SIZE);
    volume.delete(0);
});

step('volume/wipe', async host => {
    const volume = make(host);

    upload(host, volume, 'secret');
    assert(volume.wipe(0));
    assert(!download(host, volume, 6).includes('secret'));
    upload(host, volume, 'secret');
    assert(await later(volume, 'wipe_pattern', Libvirt.StorageVolWipeAlgorithm.ZERO, 0));
    assert(!download(host, volume, 6).includes('secret'));
    volume.delete(0);
});

step('stream/console', host => {
    const domain = host.booted();
    const stream = Libvirt.Stream.new(host.here, NONBLOCK);
    let text = '';

    assert(domain.open_console(null, stream, Libvirt.DomainConsoleFlags.FORCE));
    write(stream, 'echo some$((1 + 1))words\n');
    while (!text.includes('some2words'))
        text += read(stream, 4096);
    assert(stream.abort());
});

step('stream/channel', async host => {
    const domain = host.guest("<channel type='unix'><target type='virtio' name='steps'/></channel>");
    const stream = Libvirt.Stream.new(host.here, NONBLOCK);
    const again = Libvirt.Stream.new(host.there, NONBLOCK);

    assert(await later(domain, 'open_channel', 'steps', stream, Libvirt.DomainChannelFlags.NONE));
    fails(Libvirt.Error.OPERATION_FAILED, () => host.seen(domain).open_channel('steps', again, 0));
    assert(stream.abort());
    domain.destroy();
});
