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
    # Of this library: a 'ratio' to `raw`, how much 'beyond' it may be, or the 'value' itself.
    limit: float = None
    against: str = 'ratio'
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
        if self.against == 'beyond':
            return f'{sign} raw + {self.limit:g} {self.unit}'
        return f'{sign} {self.limit:g} ' + ('× raw' if self.against == 'ratio' else self.unit)

    def reached(self, ours, base):
        """Whether the bar is, or None if there is none. From two results."""
        if self.limit is None:
            return None
        result = {
            'ratio': ours.ratio.median,
            'value': ours.value.median * self.scale,
            'beyond': (ours.value.median - base.value.median) * self.scale,
        }[self.against]
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


@row('heap', 'heap of a listed domain', 'bytes', limit=270, against='value', rounds=1)
def heap(runs):
    number = runs.size(10000)
    return runs.each(IMPLEMENTATIONS, lambda implementation: runs.run(
        'bench-list', implementation, 'heap', work=number, uri=runs.uri(number, remote=False), n=number)['heap'])


def call_back(runs, idle, loop):
    repeats = runs.size(100, tiny=1)
    # libvirt-glib has no worker.
    there = IMPLEMENTATIONS if loop == 'context' else ('raw', 'gobj')
    return runs.each(there, lambda implementation: runs.run(
        'bench-loop', implementation, 'idle', work=50 * repeats, n=runs.size(idle), repeats=repeats,
        loop=loop)['best'])


MICROSECONDS = {'unit': 'µs', 'scale': 1e6, 'against': 'value'}


for IDLE in (10, 1000, 10000):
    for LOOP, LIMIT, WHERE in (('context', 3, 'in a context'), ('worker', 7, 'through the worker')):
        row(f'loop-{IDLE}-{LOOP}', f'one active among {IDLE:,} idle files and timers, {WHERE}', limit=LIMIT,
            rounds=3, **MICROSECONDS)(lambda runs, idle=IDLE, loop=LOOP: call_back(runs, idle, loop))


MILLISECONDS = {'unit': 'ms', 'scale': 1e3}


def link(runs, workload, work, n, implementations=IMPLEMENTATIONS, quantity='seconds', **options):
    return runs.each(implementations, lambda implementation: runs.run(
        'bench-link', implementation, workload, work=work, n=n, socket=runs.daemon.socket, **options)[quantity])


@row('many', '200 calls at once over a link of 5 ms each way', limit=1.3, **MILLISECONDS)
def many(runs):
    number = runs.size(200)
    return link(runs, 'many', work=number, n=number)


@row('hung', '20 calls on each of two connections beside one that hangs', limit=2, rounds=3, **MILLISECONDS)
def hung(runs):
    return link(runs, 'hung', work=40, n=runs.size(20, tiny=2))


@row('hung-cancel', 'cancelling 20 calls to a host that hangs', limit=1, against='value', **MILLISECONDS)
def hung_cancel(runs):
    return link(runs, 'hung', work=40, n=runs.size(20, tiny=2), implementations=['gobj'], quantity='cancel')


@row('hung-close', 'closing a connection that hangs', limit=10, against='value', **MILLISECONDS)
def hung_close(runs):
    return link(runs, 'hung', work=40, n=runs.size(20, tiny=2), implementations=['gobj'], quantity='close')


@row('beside-long', 'a short call beside a long one: the slowest of a hundred', limit=10, against='value', rounds=1,
     **MILLISECONDS)
def beside_long(runs):
    path = f'/libvirt-gobj/slow/{runs.size(60000, tiny=100)}'
    # libvirt alone may need 5 s for each.
    numbers = {'raw': runs.size(12, tiny=2), 'gobj': runs.size(1000, tiny=2)}
    return {implementation: link(runs, 'beside-long', work=n, n=n, implementations=[implementation], path=path,
                                 quantity='p99')[implementation] for implementation, n in numbers.items()}


@row('open', 'opening with all events over a link of 5 ms each way', limit=30, against='beyond', **MILLISECONDS)
def open_connection(runs):
    return link(runs, 'open', work=1, n=1)


PYTHON = ('python', 'gobj-python', 'glib-python')


@row('python-first', "from Python's start to the first domain's name", limit=1.2, **MILLISECONDS)
def python_first(runs):
    return runs.each(PYTHON, lambda implementation: runs.run(
        'bench-python.py', implementation, 'first', work=1, uri=runs.uri(1, remote=False))['seconds'])


@row('python-bulk', 'name and state of 10,000 domains in Python', limit=1.0, **MILLISECONDS)
def python_bulk(runs):
    number = runs.size(10000)
    return runs.each(PYTHON, lambda implementation: runs.run(
        'bench-python.py', implementation, 'bulk', work=number, uri=runs.uri(number, remote=False))['seconds'])
