#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows the domains of a host, and then every event and every changed property until it is
interrupted. A host that goes away is waited for, for half a minute or as long as it is told; what has
changed by then is shown as well.

    monitor.py [--wait SECONDS] [URI]
"""

import argparse
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


class Monitor:
    def __init__(self, uri, wait):
        self.loop = GLib.MainLoop()
        self.wait = wait
        self.timeout = None
        self.is_lost = False
        self.host = Libvirt.Connect.open_read_only(uri)

    def on_lost(self):
        self.is_lost = True
        self.timeout = None
        self.loop.quit()
        return GLib.SOURCE_REMOVE

    def on_closed(self, _host, _reason):
        if self.wait > 0:
            print(f'--- the connection was lost, waiting {self.wait} s for the host', flush=True)
        self.timeout = GLib.timeout_add_seconds(self.wait, self.on_lost)

    def on_state(self, host, _pspec):
        if host.props.state != Libvirt.ConnectState.OPEN:
            return
        print('--- connected again', flush=True)
        if self.timeout:
            GLib.source_remove(self.timeout)
            self.timeout = None

    def run(self):
        """Until it is interrupted; whether the host was there to the end."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.loop.quit())
        self.host.props.auto_reconnect = True
        self.host.connect('closed', self.on_closed)
        self.host.connect('notify::state', self.on_state)
        for name in GObject.signal_list_names(Libvirt.Connect):
            if name.startswith(EVENT):
                self.host.connect(name, print_event, name)
        print_table(self.host)

        self.loop.run()
        return not self.is_lost


parser = argparse.ArgumentParser(prog='monitor')
parser.add_argument('--wait', metavar='SECONDS', type=int, default=30,
                    help='how long to wait for a host that was lost')
parser.add_argument('uri', metavar='URI', nargs='?', default='test:///default')
arguments = parser.parse_args()
try:
    if not Monitor(arguments.uri, max(arguments.wait, 0)).run():
        sys.exit(f'monitor: {arguments.uri}: the connection was lost')
except GLib.Error as error:
    sys.exit(f'monitor: {arguments.uri}: {error.message}')
