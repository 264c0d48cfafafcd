# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is measured, and what it should be.

A row's function measures all implementations once, one after the other, and returns a value of
each. The driver calls it several times; within one call the machine is about the same to all.
"""

import dataclasses
import typing

from runs import IMPLEMENTATIONS


@dataclasses.dataclass
class Row:
    key: str
    title: str
    unit: str
    measure: typing.Callable
    # Of this library: the ratio to `raw`, or the value itself.
    limit: float = None
    is_ratio: bool = True
    more_is_better: bool = False
    # How the unit is printed.
    scale: float = 1
    # A count that hardly changes need not be made so often.
    rounds: int = 0

    @property
    def bar(self):
        if self.limit is None:
            return ''
        sign = '≥' if self.more_is_better else '≤'
        return f'{sign} {self.limit:g}' + (' × raw' if self.is_ratio else f' {self.unit}')

    def reached(self, ratio, value):
        """Whether the bar is, or None if there is none."""
        if self.limit is None:
            return None
        result = ratio if self.is_ratio else value
        return result >= self.limit if self.more_is_better else result <= self.limit


ROWS = []


def row(key, title, unit, **options):
    def add(measure):
        ROWS.append(Row(key, title, unit, measure, **options))
        return measure
    return add


def count_list(runs, workload, remote, repeats=3):
    number = runs.size(10000)
    return runs.each(IMPLEMENTATIONS, lambda implementation: runs.count(
        'bench-list', implementation, workload, work=number * repeats, uri=runs.uri(number, remote), n=number,
        repeats=repeats) / number / repeats)


PER_DOMAIN = 'instructions per domain'


@row('list', '10,000 domains: name, UUID, free', PER_DOMAIN, limit=1.0, rounds=1)
def list_new(runs):
    return count_list(runs, 'new', remote=False)


@row('list-alive', '10,000 domains: name and UUID, the objects alive', PER_DOMAIN, limit=0.85, rounds=1)
def list_alive(runs):
    return count_list(runs, 'alive', remote=False)


@row('list-state', '10,000 domains with true state, beside a raw list without', PER_DOMAIN, limit=1.15, rounds=1)
def list_state(runs):
    values = count_list(runs, 'state', remote=False)
    return {**values, 'raw': count_list(runs, 'new', remote=False)['raw']}


@row('list-state-rpc', '10,000 domains with true state, over RPC', PER_DOMAIN, limit=1.2, rounds=1)
def list_state_rpc(runs):
    return count_list(runs, 'state', remote=True, repeats=1)


def count_call(runs, remote, loop='worker'):
    number = runs.size(2000)
    return runs.each(IMPLEMENTATIONS, lambda implementation: runs.count(
        'bench-call', implementation, 'info', work=number, uri=runs.uri(1, remote), n=number, loop=loop) / number)


@row('call', 'one virDomainGetInfo()', 'instructions', limit=1.02, rounds=1)
def call(runs):
    return count_call(runs, remote=False)


@row('call-rpc', 'one virDomainGetInfo() over RPC', 'instructions', limit=1.0, rounds=3)
def call_rpc(runs):
    return count_call(runs, remote=True)


def count_event(runs, remote, loop, workload='event', implementations=IMPLEMENTATIONS):
    number = runs.size(500)
    # Only these share their domains with other connections.
    uri = f'test+unix:///default?socket={runs.daemon.socket}' if remote else 'test:///default'
    options = {'uri': uri, 'n': number, 'loop': loop, 'repeats': 1}

    def count(implementation, workload=workload):
        return runs.count('bench-event', implementation, workload, work=2 * number, **options) / number / 2

    pairs = count('raw', 'pairs')
    return {implementation: value - pairs for implementation, value in runs.each(implementations, count).items()}


EVENT = 'instructions per event'


@row('event', 'an event to a handler, in a context', EVENT, limit=1.3, rounds=1)
def event(runs):
    return count_event(runs, remote=False, loop='context')


@row('event-worker', 'an event to a handler, through the worker', EVENT, limit=1.3, rounds=3)
def event_worker(runs):
    return count_event(runs, remote=False, loop='worker')


@row('event-rpc', 'an event over RPC to a handler, in a context', EVENT, limit=1.1, rounds=3)
def event_rpc(runs):
    return count_event(runs, remote=True, loop='context')


@row('event-rpc-worker', 'an event over RPC to a handler, through the worker', EVENT, limit=1.1, rounds=3)
def event_rpc_worker(runs):
    return count_event(runs, remote=True, loop='worker')


@row('event-among-all', 'the same, with all kinds of events asked for', EVENT, limit=1.1, rounds=3)
def event_among_all(runs):
    return count_event(runs, remote=True, loop='worker', workload='event-among-all', implementations=('raw', 'gobj'))
