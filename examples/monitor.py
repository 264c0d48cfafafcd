#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows the domains of a host, and then every event and every changed property until it is
interrupted. A host that goes away is waited for; what has changed by then is shown as well.

    monitor.py [URI]
"""

import signal
import sys

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, GObject, Libvirt

EVENT = 'domain-event-'
watched = set()


def describe(value):
    return getattr(value, 'value_nick', value)


def print_property(domain, pspec):
    print(f'{domain.props.name:16} {pspec.name} = {describe(domain.get_property(pspec.name))}', flush=True)


def print_event(host, domain, *args):
    name = args[-1].removeprefix(EVENT)
    print(f'{domain.props.name:16} {name}', *map(describe, args[:-1]), flush=True)


def print_domain(domain, result):
    try:
        info = domain.get_info_finish(result)
    except GLib.Error:
        # It, or the host, may have gone meanwhile.
        return
    print(f'{domain.props.name:16} {domain.props.uuid}  {domain.props.state.value_nick:11}'
          f' {info.nr_virt_cpu:5} {info.memory // 1024:8} MiB', flush=True)


def on_items_changed(domains, position, removed, added):
    """What is new in the list gets a line, and is watched from then on."""
    for domain in domains[position:position + added]:
        domain.get_info_async(None, print_domain)
        if domain not in watched:
            watched.add(domain)
            domain.connect('notify', print_property)


def print_table(host):
    domains = host.props.domains
    print(f'{"NAME":16} {"UUID":36}  {"STATE":11} {"VCPUS":>5} {"MEMORY":>12}', flush=True)
    domains.connect('items-changed', on_items_changed)
    on_items_changed(domains, 0, 0, len(domains))


def on_closed(host, reason):
    print(f'monitor: the connection to {host.props.uri} was lost', file=sys.stderr, flush=True)


def on_state(host, pspec):
    if host.props.state == Libvirt.ConnectState.OPEN:
        print(f'monitor: connected to {host.props.uri} again', file=sys.stderr, flush=True)


def monitor(uri):
    loop = GLib.MainLoop()
    host = Libvirt.Connect.open_read_only(uri)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.quit())
    host.props.auto_reconnect = True
    host.connect('closed', on_closed)
    host.connect('notify::state', on_state)
    for name in GObject.signal_list_names(Libvirt.Connect):
        if name.startswith(EVENT):
            host.connect(name, print_event, name)
    print_table(host)

    loop.run()


uri = sys.argv[1] if len(sys.argv) > 1 else 'test:///default'
try:
    monitor(uri)
except GLib.Error as error:
    sys.exit(f'monitor: {uri}: {error.message}')
