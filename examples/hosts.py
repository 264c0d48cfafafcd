#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows how several hosts are, and all their domains as they come, change and go, until it is
interrupted or nobody reads on. Hosts that cannot be reached, or go away, are tried again meanwhile.

    hosts.py URI...
"""

import os
import signal
import sys

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt


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
    print(f'hosts: {text}', file=sys.stderr, flush=True)


def show_host(host, *_):
    error = host.props.error
    show(host.props.uri, host.props.state.value_nick, *([error.message] if error else []))


def show_domain(domain, *_):
    show(domain.props.connection.props.uri, domain.props.name, domain.props.state.value_nick)


class Domains:
    """What was in the list, as it tells of those that are gone by their places only."""

    def __init__(self, model):
        self.known, self.items = set(), []
        model.connect('items-changed', self.on_items_changed)

    def on_items_changed(self, model, position, removed, added):
        for domain in self.items[position:position + removed]:
            show(domain.props.name, 'is gone')
        self.items[position:position + removed] = model[position:position + added]
        for domain in self.items[position:position + added]:
            show_domain(domain)
            if domain not in self.known:
                self.known.add(domain)
                domain.connect('notify::state', show_domain)


def main(uris):
    loop = GLib.MainLoop()
    manager = Libvirt.Manager()
    Domains(manager.props.domains)
    for uri in uris:
        host = manager.add(uri, None, Libvirt.ConnectFlags.RO)
        host.connect('notify::state', show_host)
        host.connect('notify::error', show_host)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.quit())
    GLib.io_add_watch(1, GLib.PRIORITY_DEFAULT, GLib.IOCondition.ERR, lambda *_: loop.quit())
    loop.run()


if len(sys.argv) < 2 or sys.argv[1].startswith('-'):
    sys.exit('hosts: which ones? hosts.py URI...')
try:
    main(sys.argv[1:])
except (UnicodeError, TypeError):
    sys.exit('hosts: a URI is UTF-8')
