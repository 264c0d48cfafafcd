#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows the domains of a host, and then every event and every changed property until it is
interrupted, or nobody reads on. A host that goes away is waited for, half a minute unless said
otherwise; what has changed by then is shown as well.

    monitor.py [--wait SECONDS] [URI]
"""

import argparse
import os
import signal
import sys

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, GObject, Libvirt

EVENT = 'domain-event-'
watched = set()


def show(*words):
    try:
        print(*words, flush=True)
    except BrokenPipeError:
        # Like `head`, it has read enough. What is still in the buffer cannot be written either.
        os._exit(0)
    except OSError as error:
        complain(error)
        os._exit(1)


def complain(text):
    print(f'monitor: {text}', file=sys.stderr, flush=True)


def describe(value):
    return getattr(value, 'value_nick', value)


def print_property(domain, pspec):
    show(f'{domain.props.name:16} {pspec.name} = {describe(domain.get_property(pspec.name))}')


def print_event(host, domain, *args):
    name = args[-1].removeprefix(EVENT)
    show(f'{domain.props.name:16} {name}', *map(describe, args[:-1]))


def print_domain(domain, result):
    try:
        info = domain.get_info_finish(result)
    except GLib.Error:
        # It, or the host, may have gone meanwhile.
        return
    show(f'{domain.props.name:16} {domain.props.uuid}  {domain.props.state.value_nick:11}'
         f' {info.nr_virt_cpu:5} {info.memory // 1024:8} MiB')


def on_items_changed(domains, position, removed, added):
    """What is new in the list gets a line, and is watched from then on."""
    for domain in domains[position:position + added]:
        domain.get_info_async(None, print_domain)
        if domain not in watched:
            watched.add(domain)
            domain.connect('notify', print_property)


def print_table(host):
    domains = host.props.domains
    show(f'{"NAME":16} {"UUID":36}  {"STATE":11} {"VCPUS":>5} {"MEMORY":>12}')
    domains.connect('items-changed', on_items_changed)
    on_items_changed(domains, 0, 0, len(domains))


class Patience:
    """Waits for a host that was lost, but not for ever."""

    def __init__(self, host, uri, seconds, loop):
        self.uri, self.seconds, self.loop = uri, seconds, loop
        self.source = 0
        self.over = False
        host.props.auto_reconnect = seconds > 0
        host.connect('closed', self.on_closed)
        host.connect('notify::state', self.on_state)

    def on_closed(self, host, reason):
        if self.seconds > 0:
            show(f'{self.uri:16} lost, trying again for {self.seconds} s')
            self.source = GLib.timeout_add_seconds(self.seconds, self.on_waited)
        else:
            complain(f'the connection to {self.uri} was lost')
            self.end()

    def on_state(self, host, pspec):
        if host.props.state != Libvirt.ConnectState.OPEN:
            return
        if self.source:
            GLib.source_remove(self.source)
            self.source = 0
        show(f'{self.uri:16} connected again')

    def on_waited(self):
        complain(f'the connection to {self.uri} was lost, and did not come back within {self.seconds} s')
        self.end()
        return GLib.SOURCE_REMOVE

    def end(self):
        self.over = True
        self.loop.quit()


def monitor(uri, wait):
    """Whether the host was there to the end."""
    loop = GLib.MainLoop()
    host = Libvirt.Connect.open_read_only(uri)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.quit())
    GLib.io_add_watch(1, GLib.PRIORITY_DEFAULT, GLib.IOCondition.ERR, lambda *_: loop.quit())
    patience = Patience(host, uri, wait, loop)
    for name in GObject.signal_list_names(Libvirt.Connect):
        if name.startswith(EVENT):
            host.connect(name, print_event, name)
    print_table(host)

    loop.run()
    return not patience.over


def seconds(text):
    number = int(text)
    if number < 0:
        raise ValueError
    return number


class Parser(argparse.ArgumentParser):
    def error(self, message):
        sys.exit(f'monitor: {message}')


parser = Parser(description='Shows the domains of a host, and what happens to them.')
parser.add_argument('--wait', type=seconds, default=30, metavar='SECONDS', help='wait so long for a lost host (30)')
parser.add_argument('uri', nargs='?', default='test:///default', metavar='URI')
arguments = parser.parse_args()
try:
    sys.exit(0 if monitor(arguments.uri, arguments.wait) else 1)
except GLib.Error as error:
    sys.exit(f'monitor: {arguments.uri}: {error.message}')
except UnicodeError:
    sys.exit(f'monitor: {arguments.uri}: this is not UTF-8')
