#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a program connects to an object it does not keep still runs after garbage collections.

The argument is the table of the ways to connect, which other languages share.
"""

import functools
import gc
import sys

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, GObject, Libvirt  # noqa: E402

calls = []


class Sink(GObject.Object):
    active = GObject.Property(type=bool, default=False)


class Listener:
    def on_event(self, *_):
        calls.append(self)


def on_event(*args):
    calls.append(args)


def collect():
    for _ in range(5):
        gc.collect()
        while GLib.MainContext.default().iteration(False):
            pass


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


def change():
    """In another connection: its objects are others."""
    other = Libvirt.Connect.open('test:///default')
    domain = other.lookup_domain_by_name('test')
    domain.destroy()
    domain.create()
    other.close()


def looked_up(host, _sink):
    host.lookup_domain_by_name('test').connect('event-lifecycle', on_event)


def listed(host, _sink):
    for domain in host.list_all_domains(0):
        domain.connect('event-lifecycle', on_event)


def in_live_list(host, _sink):
    wait_until(lambda: not host.props.domains.props.loading)
    host.props.domains.get_item(0).connect('event-lifecycle', on_event)


def told_by_event(host, _sink):
    def on_domain_event(host, domain, *_):
        host.disconnect(handler)
        domain.connect('event-lifecycle', on_event)
    handler = host.connect('domain-event-lifecycle', on_domain_event)
    change()
    wait_until(lambda: not host.handler_is_connected(handler))


def bound_method(host, _sink):
    host.lookup_domain_by_name('test').connect('event-lifecycle', Listener().on_event)


def inner_function(host, _sink):
    domain = host.lookup_domain_by_name('test')
    number = 1 + len(calls)
    domain.connect('event-lifecycle', lambda *_: calls.append(number))


def property(host, _sink):
    host.lookup_domain_by_name('test').connect('notify::state', on_event)


def detail(host, _sink):
    host.lookup_domain_by_name('test').connect('event-lifecycle::started', on_event)


def after(host, _sink):
    host.lookup_domain_by_name('test').connect_after('event-lifecycle', on_event, 'data')


def binding(host, sink):
    sink.connect('notify::active', on_event)
    host.lookup_domain_by_name('test').bind_property('active', sink, 'active', GObject.BindingFlags.SYNC_CREATE)


def run(connect):
    host = Libvirt.Connect.open('test:///default')
    sink = Sink()
    connect(host, sink)
    for _ in range(2):
        collect()
        calls.clear()
        change()
        wait_until(lambda: calls)
    host.close()


def ways():
    with open(sys.argv[1], encoding='utf-8') as table:
        return [line.split('\t')[0] for line in table if not line.startswith('#')]


for name in ways():
    tap.test(f'/languages/collected/python/{name}')(functools.partial(run, globals()[name.replace('-', '_')]))
tap.run()
