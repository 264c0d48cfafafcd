#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows the domains of a host, and then every event and every changed property until it is
interrupted.

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


def watch(domain):
    if domain not in watched:
        watched.add(domain)
        domain.connect('notify', print_property)


def print_event(host, domain, *args):
    name = args[-1].removeprefix(EVENT)
    print(f'{domain.props.name:16} {name}', *map(describe, args[:-1]), flush=True)
    watch(domain)


def print_domain(domain):
    info = domain.get_info()
    print(f'{domain.props.name:16} {domain.props.uuid}  {domain.props.state.value_nick:11}'
          f' {info.nr_virt_cpu:5} {info.memory // 1024:8} MiB', flush=True)


def print_table(host):
    print(f'{"NAME":16} {"UUID":36}  {"STATE":11} {"VCPUS":>5} {"MEMORY":>12}')
    for domain in host.list_all_domains(0):
        try:
            print_domain(domain)
        except GLib.Error as error:
            # It may have gone since it was listed.
            if not error.matches(Libvirt.error_quark(), Libvirt.Error.NO_DOMAIN):
                raise
        else:
            watch(domain)


def on_closed(host, reason, loop):
    print(f'monitor: the connection to {host.props.uri} was lost', file=sys.stderr)
    loop.quit()


def monitor(uri):
    loop = GLib.MainLoop()
    host = Libvirt.Connect.open_read_only(uri)

    for number in (signal.SIGINT, signal.SIGTERM):
        GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, number, loop.quit)
    host.connect('closed', on_closed, loop)
    for name in GObject.signal_list_names(Libvirt.Connect):
        if name.startswith(EVENT):
            host.connect(name, print_event, name)
    print_table(host)

    loop.run()
    return 0 if host.props.state == Libvirt.ConnectState.OPEN else 1


try:
    sys.exit(monitor(sys.argv[1] if len(sys.argv) > 1 else 'test:///default'))
except GLib.Error as error:
    sys.exit(f'monitor: {error.message}')
