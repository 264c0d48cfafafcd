#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Threads of a program and of the library come upon the same objects while these come and go.

An object with a Python attribute tells Python whenever only Python has it, and when it is no more
so. To be told, Python wants its lock, in whatever thread that is: who waits for a lock of the
library's meanwhile, and has Python's, waits for ever if that thread has it.
"""

import faulthandler
import gc
import itertools
import threading

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt  # noqa: E402

N_DOMAINS = 4
N_ROUNDS = 150
# Seconds. Nothing takes so long but what never ends.
PATIENCE = 25

XML = "<domain type='test'><name>toggles-{0}</name><uuid>00000000-0000-4000-8000-00000000000{0}</uuid>" \
    "<memory unit='KiB'>1024</memory><os><type>hvm</type></os></domain>"
UUIDS = [f'00000000-0000-4000-8000-00000000000{i}' for i in range(N_DOMAINS)]


def mark(domain):
    """What makes Python want to be told."""
    domain.mark = object()


def come_and_go(host):
    """Domains of always the same UUIDs."""
    for number in range(N_ROUNDS):
        domain = host.define_domain_xml(XML.format(number % N_DOMAINS))
        mark(domain)
        domain.create()
        domain.destroy()
        domain.undefine()


def look_up(host):
    for uuid in itertools.islice(itertools.cycle(UUIDS), 2 * N_ROUNDS):
        try:
            mark(host.lookup_domain_by_uuid_string(uuid))
        except GLib.Error:
            pass


def list_all(host):
    for _ in range(N_ROUNDS):
        for domain in host.list_all_domains(0):
            mark(domain)


def list_and_forget(host):
    for _ in range(N_ROUNDS):
        for domain in host.list_all_domains(0):
            mark(domain)
            host.forget(domain)


def collect(_host):
    for _ in range(N_ROUNDS):
        gc.collect()


class Watch:
    """A program that follows what there is: it keeps some objects, and lets others go."""

    def __init__(self, host):
        self.kept = {}
        self.host = host
        self.list = host.props.domains
        self.list.connect('items-changed', self.on_items_changed)
        host.connect('domain-event-lifecycle', self.on_event)

    def on_items_changed(self, items, position, _removed, added):
        for domain in items[position:position + added]:
            mark(domain)
            domain.connect('notify::state', lambda domain, _: mark(domain))

    def on_event(self, _host, domain, event, _detail):
        mark(domain)
        if event == Libvirt.DomainEventType.STARTED:
            self.kept[domain.props.uuid] = domain
        elif event == Libvirt.DomainEventType.DEFINED:
            self.kept.clear()


def run_together(host, functions):
    """Each in a thread, with the main context running."""
    context = GLib.MainContext.default()
    failures = []
    ended = []

    def run(function):
        try:
            function(host)
        except Exception as failure:  # pylint: disable=broad-except
            failures.append(failure)
        ended.append(function)
        context.wakeup()

    threads = [threading.Thread(target=run, args=[function], daemon=True) for function in functions]
    for thread in threads:
        thread.start()
    while len(ended) < len(functions):
        context.iteration(True)
    while context.iteration(False):
        pass
    assert not failures, failures


def together(*functions):
    host = Libvirt.Connect.open('test:///default')
    other = Libvirt.Connect.open('test:///default')
    watch = Watch(host)

    run_together(host, [lambda _: come_and_go(other), *functions])
    watch.list = watch.kept = None
    host.close()
    other.close()


@tap.test('/languages/toggles/python/looked-up')
def looked_up():
    together(look_up, look_up, collect)


@tap.test('/languages/toggles/python/listed')
def listed():
    together(list_all, look_up, collect)


@tap.test('/languages/toggles/python/forgotten')
def forgotten():
    together(list_and_forget, look_up, collect)


@tap.test('/languages/toggles/python/own-changes')
def own_changes():
    host = Libvirt.Connect.open('test:///default')
    watch = Watch(host)

    run_together(host, [come_and_go, look_up, collect])
    watch.list = watch.kept = None
    host.close()


# Should it hang, this ends the program and tells where.
faulthandler.dump_traceback_later(PATIENCE, exit=True)
tap.run()
