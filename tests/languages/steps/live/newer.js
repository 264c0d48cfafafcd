// SPDX-License-Identifier: LGPL-2.1-or-later

// What libvirt has learnt since 9.0; newer.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, values} = imports.steps;

const NOW = Libvirt.DomainModificationImpact.LIVE;
const TITLE = Libvirt.NetworkMetadataType.TITLE;

// Whether this libvirt has it: if not, the call says so.
function isThere(host, version, call) {
    if (host.here.get_lib_version() >= version)
        return true;
    const error = fails(Libvirt.Error.NO_SUPPORT, call);
    assert(error.message.includes('needs libvirt'), error.message);
    return false;
}

step('newer/network-metadata', async host => {
    const network = host.here.lookup_network_by_name('isolated');

    if (!isThere(host, 9007000, () => network.set_metadata(TITLE, 'Apart', null, null, 0))) {
        fails(Libvirt.Error.NO_SUPPORT, () => network.get_metadata(TITLE, null, 0));
        return;
    }
    assert(network.set_metadata(TITLE, 'Apart', null, null, 0));
    const seen = host.there.lookup_network_by_name('isolated');
    assertEqual(seen.get_metadata(TITLE, null, 0), 'Apart');
    assert(await later(network, 'set_metadata', TITLE, null, null, null, 0));
    fails(Libvirt.Error.NO_NETWORK_METADATA, () => seen.get_metadata(TITLE, null, 0));
});

// There are no certificates here that could be read again, which only QEMU knows.
step('newer/graphics-reload', host => {
    const domain = host.booted();
    const reload = () => domain.graphics_reload(Libvirt.DomainGraphicsReloadType.VNC, 0);

    if (isThere(host, 10002000, reload)) {
        const error = fails(Libvirt.Error.INTERNAL_ERROR, reload);
        assert(error.message.includes('display-reload'), error.message);
    }
});

step('newer/autostart-once', async host => {
    const domain = host.stored();

    if (!isThere(host, 11002000, () => domain.set_autostart_once(true))) {
        fails(Libvirt.Error.NO_SUPPORT, () => domain.get_autostart_once());
        return;
    }
    assert(domain.set_autostart_once(true));
    assert(host.seen(domain).get_autostart_once());
    assert(await later(domain, 'set_autostart_once', false));
    assert(!await later(host.seen(domain), 'get_autostart_once'));
});

step('newer/throttle-group', async host => {
    const domain = host.booted();
    const limits = values({group_name: ['s', 'slow'], total_bytes_sec: ['t', 5000000]});

    if (!isThere(host, 11002000, () => domain.set_throttle_group('slow', limits, NOW))) {
        fails(Libvirt.Error.NO_SUPPORT, () => domain.del_throttle_group('slow', NOW));
        return;
    }
    assert(domain.set_throttle_group('slow', limits, NOW));
    assert(host.seen(domain).get_xml_desc(0).includes('<total_bytes_sec>5000000<'));
    assert(await later(domain, 'del_throttle_group', 'slow', NOW));
    assert(!host.seen(domain).get_xml_desc(0).includes('<total_bytes_sec>5000000<'));
});

step('newer/announce', async host => {
    const domain = host.booted();
    const once = values({initial: ['u', 50], max: ['u', 50], rounds: ['u', 1]});

    if (isThere(host, 12005000, () => domain.announce_interface(null, once, 0))) {
        assert(domain.announce_interface(null, once, 0));
        assert(await later(domain, 'announce_interface', host.mac, once, 0));
        fails(Libvirt.Error.INVALID_ARG, () => domain.announce_interface('net7', once, 0));
    }
});
