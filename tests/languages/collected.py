#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a program connects to an object it does not keep still runs after garbage collections."""

import gc

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, GObject, Libvirt  # noqa: E402


class Target(GObject.Object):
    active = GObject.Property(type=bool, default=False)

    def __init__(self):
        super().__init__()
        self.calls = []

    def on_event(self, *args):
        self.calls.append(args)


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


def run(connect):
    host = Libvirt.Connect.open('test:///default')
    target = Target()
    connect(host, target)
    for _ in range(2):
        collect()
        target.calls.clear()
        change()
        wait_until(lambda: target.calls)
    host.close()


def with_lambda(host, target):
    host.lookup_domain_by_name('test').connect('event-lifecycle', lambda *args: target.calls.append(args))


def with_bound_method(host, target):
    host.lookup_domain_by_name('test').connect('event-lifecycle', target.on_event)


def with_notify(host, target):
    host.lookup_domain_by_name('test').connect('notify::state', target.on_event)


def with_detail(host, target):
    host.lookup_domain_by_name('test').connect('event-lifecycle::started', target.on_event)


def with_connect_after(host, target):
    host.lookup_domain_by_name('test').connect_after('event-lifecycle', target.on_event, 'data')


def with_list(host, target):
    for domain in host.list_all_domains(0):
        domain.connect('event-lifecycle', target.on_event)


def with_binding(host, target):
    target.connect('notify::active', target.on_event)
    host.lookup_domain_by_name('test').bind_property('active', target, 'active', GObject.BindingFlags.SYNC_CREATE)


WAYS = [with_lambda, with_bound_method, with_notify, with_detail, with_connect_after, with_list, with_binding]


print(f'1..{len(WAYS)}')
for number, way in enumerate(WAYS, 1):
    run(way)
    print(f'ok {number} /languages/collected/python/{way.__name__}', flush=True)
