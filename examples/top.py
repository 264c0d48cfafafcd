#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows what the running domains of a host use of it, the busiest one first, again and again until
it is interrupted, nobody reads on, or the host goes away.

    top.py [--interval SECONDS] [--count N] [URI]
"""

import argparse
import os
import signal
import sys

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt

HEADER = f'{"NAME":20} {"CPU":>7} {"MEMORY":>9} {"READ":>9} {"WRITTEN":>9} {"RECEIVED":>9} {"SENT":>9}'
Types = Libvirt.DomainStatsTypes
CLEAR = '\033[H\033[J'


def human(size):
    """As in 1.4M: 1024 of a unit are one of the next."""
    for unit in 'BKMG':
        if size < 1000:
            return f'{size:.0f}{unit}' if unit == 'B' or size >= 10 else f'{size:.1f}{unit}'
        size /= 1024
    return f'{size:.1f}T'


def row(item):
    """With a dash for what the hypervisor does not tell."""
    def known(group, text):
        return text if item.props.known & group else '-'

    def rate(group, figure):
        return f'{known(group, human(figure) + "/s"):>9}'

    return ' '.join((f'{item.props.domain.props.name:20}',
                     f'{known(Types.CPU_TOTAL, f"{item.props.cpu_percent:.1f}%"):>7}',
                     f'{known(Types.BALLOON, human(item.props.memory_used)):>9}',
                     rate(Types.BLOCK, item.props.disk_read_rate), rate(Types.BLOCK, item.props.disk_write_rate),
                     rate(Types.INTERFACE, item.props.receive_rate), rate(Types.INTERFACE, item.props.send_rate)))


class Top:
    def __init__(self, uri, interval, count):
        self.loop = GLib.MainLoop()
        self.uri, self.interval, self.left = uri, interval, count
        self.status = 0
        self.host = Libvirt.Connect.open_read_only(uri)
        self.host.connect('closed', self.on_closed)
        self.sampler = self.host.get_stats_sampler()
        self.sampler.props.interval = interval

    def on_closed(self, _host, _reason):
        complain(f'the connection to {self.uri} was lost')
        self.status = 1
        self.loop.quit()

    def show(self):
        items = [item for item in self.sampler.props.domains if item.props.domain.props.active]
        items.sort(key=lambda item: (-item.props.cpu_percent, item.props.domain.props.name))
        start = CLEAR if os.isatty(1) else ''
        try:
            print(start + '\n'.join((HEADER, *map(row, items))) + '\n', flush=True)
        except BrokenPipeError:
            # Like `head`, it has read enough. What is still in the buffer cannot be written either.
            os._exit(0)
        except OSError as error:
            complain(error)
            os._exit(1)

    def on_tick(self):
        self.show()
        self.left -= 1
        if self.left == 0:
            self.loop.quit()
        return GLib.SOURCE_CONTINUE

    def run(self):
        """The exit status."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.loop.quit())
        GLib.io_add_watch(1, GLib.PRIORITY_DEFAULT, GLib.IOCondition.ERR, lambda *_: self.loop.quit())
        timer = GLib.timeout_add(self.interval, self.on_tick)
        self.sampler.hold()
        self.loop.run()
        self.sampler.release()
        GLib.source_remove(timer)
        return self.status


def complain(text):
    print(f'top: {text}', file=sys.stderr, flush=True)


def seconds(text):
    """In milliseconds."""
    number = round(float(text) * 1000)
    if not 100 <= number <= 1000000:
        raise argparse.ArgumentTypeError(f'{text} is not between 0.1 and 1000')
    return number


def natural(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


class Parser(argparse.ArgumentParser):
    def error(self, message):
        sys.exit(f'top: {message}')


parser = Parser(description='Shows what the running domains of a host use of it.')
parser.add_argument('--interval', type=seconds, default=2000, metavar='SECONDS', help='between two looks (2)')
parser.add_argument('--count', type=natural, default=0, metavar='N', help='end after so many looks')
parser.add_argument('uri', nargs='?', default='test:///default', metavar='URI')
arguments = parser.parse_args()
try:
    sys.exit(Top(arguments.uri, arguments.interval, arguments.count).run())
except GLib.Error as error:
    sys.exit(f'top: {arguments.uri}: {error.message}')
except UnicodeError:
    sys.exit(f'top: {arguments.uri}: this is not UTF-8')
