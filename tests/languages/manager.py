# SPDX-License-Identifier: LGPL-2.1-or-later
"""A manager of hosts, as Python has it."""

import os
import tempfile

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt  # noqa: E402

HOSTS = ['test:///default?host=1', 'test:///default?host=2']
GUEST = "<domain type='test'><name>{}</name><memory>8192</memory><os><type>hvm</type></os></domain>"
NONE = Libvirt.ConnectFlags.NONE


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


def is_open(host):
    return host.props.state == Libvirt.ConnectState.OPEN


class Copy:
    """A model by what it tells."""

    def __init__(self, model):
        self.items = list(model)
        model.connect('items-changed', self.on_items_changed)

    def on_items_changed(self, model, position, removed, added):
        self.items[position:position + removed] = model[position:position + added]


@tap.test('/languages/python/manager/opens')
def opens():
    manager = Libvirt.Manager()
    copy = Copy(manager)
    hosts = [manager.add(uri, None, NONE) for uri in HOSTS]
    assert [host.props.state for host in hosts] == [Libvirt.ConnectState.CONNECTING] * 2
    assert copy.items == list(manager) == hosts and manager.props.item_type == Libvirt.Connect.__gtype__
    assert manager.add(HOSTS[0], None, NONE) is hosts[0] is manager.lookup_by_uri(HOSTS[0])
    assert manager.lookup_by_uri('test:///nowhere') is None
    try:
        hosts[0].lookup_domain_by_name('test')
        raise AssertionError('it is not open')
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), Libvirt.Error.INVALID_CONN), error

    wait_until(lambda: all(map(is_open, hosts)))
    assert hosts[0].lookup_domain_by_name('test') is not hosts[1].lookup_domain_by_name('test')
    assert manager.remove(hosts[0]) and not manager.remove(hosts[0])
    assert copy.items == list(manager) == hosts[1:]
    assert hosts[0].props.state == Libvirt.ConnectState.CLOSED


@tap.test('/languages/python/manager/domains')
def domains():
    manager = Libvirt.Manager()
    model = manager.props.domains
    copy = Copy(model)
    hosts = [manager.add(uri, None, NONE) for uri in HOSTS]
    wait_until(lambda: all(map(is_open, hosts)) and len(model) == sum(len(host.props.domains) for host in hosts) > 1)
    guest = hosts[0].define_domain_xml(GUEST.format('manager-python'))
    wait_until(lambda: [domain.props.name for domain in model].count('manager-python') == 2)
    assert copy.items == list(model) == list(hosts[0].props.domains) + list(hosts[1].props.domains)
    assert guest in copy.items
    guest.undefine()
    wait_until(lambda: 'manager-python' not in [domain.props.name for domain in model])
    assert copy.items == list(model)


@tap.test('/languages/python/manager/error')
def error():
    manager = Libvirt.Manager()
    told = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'node.xml')
        with open(path, 'w') as file:
            file.write('<nothing/>')
        host = manager.add('test://' + path, None, NONE)
        host.connect('notify::error', lambda host, pspec: told.append(host.props.error))
        wait_until(lambda: told)
        assert told[0].matches(Libvirt.error_quark(), host.get_error().code), told
        assert host.props.state == Libvirt.ConnectState.CONNECTING
        with open(path, 'w') as file:
            file.write(f"<node>{GUEST.format('in-file')}</node>")
        wait_until(lambda: is_open(host))
        assert told[-1] is None and host.get_error() is None
        assert host.lookup_domain_by_name('in-file')


tap.run()
