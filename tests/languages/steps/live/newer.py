# SPDX-License-Identifier: LGPL-2.1-or-later
"""What libvirt has learnt since 9.0; newer.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, step, values

NOW = Libvirt.DomainModificationImpact.LIVE
TITLE = Libvirt.NetworkMetadataType.TITLE


def is_there(host, version, function, *arguments):
    """Whether this libvirt has it: if not, the call says so."""
    if host.here.get_lib_version() >= version:
        return True
    error = fails(Libvirt.Error.NO_SUPPORT, function, *arguments)
    assert 'needs libvirt' in error.message, error
    return False


@step('newer/network-metadata')
def network_metadata(host):
    network = host.here.lookup_network_by_name('isolated')
    if not is_there(host, 9007000, network.set_metadata, TITLE, 'Apart', None, None, 0):
        fails(Libvirt.Error.NO_SUPPORT, network.get_metadata, TITLE, None, 0)
        return
    assert network.set_metadata(TITLE, 'Apart', None, None, 0)
    seen = host.there.lookup_network_by_name('isolated')
    assert seen.get_metadata(TITLE, None, 0) == 'Apart'
    assert later(network, 'set_metadata', TITLE, None, None, None, 0)
    fails(Libvirt.Error.NO_NETWORK_METADATA, seen.get_metadata, TITLE, None, 0)


@step('newer/graphics-reload')
def graphics_reload(host):
    """There are no certificates here that could be read again, which only QEMU knows."""
    domain = host.booted()
    if is_there(host, 10002000, domain.graphics_reload, Libvirt.DomainGraphicsReloadType.VNC, 0):
        error = fails(Libvirt.Error.INTERNAL_ERROR, domain.graphics_reload, Libvirt.DomainGraphicsReloadType.VNC, 0)
        assert 'display-reload' in error.message, error


@step('newer/autostart-once')
def autostart_once(host):
    domain = host.stored()
    if not is_there(host, 11002000, domain.set_autostart_once, True):
        fails(Libvirt.Error.NO_SUPPORT, domain.get_autostart_once)
        return
    assert domain.set_autostart_once(True)
    assert host.seen(domain).get_autostart_once()
    assert later(domain, 'set_autostart_once', False)
    assert not later(host.seen(domain), 'get_autostart_once')


@step('newer/throttle-group')
def throttle_group(host):
    domain = host.booted()
    limits = values(group_name=('s', 'slow'), total_bytes_sec=('t', 5000000))
    if not is_there(host, 11002000, domain.set_throttle_group, 'slow', limits, NOW):
        fails(Libvirt.Error.NO_SUPPORT, domain.del_throttle_group, 'slow', NOW)
        return
    assert domain.set_throttle_group('slow', limits, NOW)
    assert '<total_bytes_sec>5000000<' in host.seen(domain).get_xml_desc(0)
    assert later(domain, 'del_throttle_group', 'slow', NOW)
    assert '<total_bytes_sec>5000000<' not in host.seen(domain).get_xml_desc(0)


@step('newer/announce')
def announce(host):
    domain = host.booted()
    once = values(initial=('u', 50), max=('u', 50), rounds=('u', 1))
    if is_there(host, 12005000, domain.announce_interface, None, once, 0):
        assert domain.announce_interface(None, once, 0)
        assert later(domain, 'announce_interface', host.mac, once, 0)
        fails(Libvirt.Error.INVALID_ARG, domain.announce_interface, 'net7', once, 0)
