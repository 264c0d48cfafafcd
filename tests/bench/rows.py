# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is measured, and what it should be.

A row's function measures all implementations once, one after the other, and returns a value of
each, the measure first. The driver calls it several times; within one call the machine is about the same to all.
"""

import dataclasses
import typing

from runs import COUNTED, IMPLEMENTATIONS


@dataclasses.dataclass
class Row:
    key: str
    title: str
    unit: str
    measure: typing.Callable
    # Of this library: a 'ratio' to the first implementation, how much 'beyond' that it may be, or the
    # 'value' itself.
    limit: float = None
    against: str = 'ratio'
    # Who comes first.
    measure_name: str = 'raw'
    more_is_better: bool = False
    # How the unit is printed.
    scale: float = 1
    # A count that hardly changes need not be made so often.
    rounds: int = 0
    # What keeps it from the bar where it is missed; NOTES-profiles.md has the profile.
    why: str = ''
    # The section of the page that it is in.
    section: str = ''

    @property
    def bar(self):
        if self.limit is None:
            return ''
        sign = '≥' if self.more_is_better else '≤'
        if self.against == 'beyond':
            return f'{sign} {self.measure_name} + {self.limit:g} {self.unit}'
        return f'{sign} {self.limit:g} ' + (f'× {self.measure_name}' if self.against == 'ratio' else self.unit)

    def reached(self, ours, base):
        """Whether the bar is, or None if there is none. From two results."""
        if self.limit is None:
            return None
        result = {
            'ratio': ours.ratio.median,
            'value': ours.value.median,
            'beyond': ours.value.median - base.value.median,
        }[self.against]
        return result >= self.limit if self.more_is_better else result <= self.limit


ROWS = []
SECTIONS = {}


def section(key, title):
    """What the rows after this one belong to."""
    SECTIONS[key] = title


def row(key, title, unit, **options):
    def add(measure):
        ROWS.append(Row(key, title, unit, measure, section=list(SECTIONS)[-1], **options))
        return measure
    return add


section('lists', 'Lists and calls')


def count_list(runs, workload, remote, repeats=3, implementations=IMPLEMENTATIONS):
    number = runs.size(10000)
    return runs.each(implementations, lambda implementation: runs.count(
        'bench-list', implementation, workload, work=number * repeats, uri=runs.uri(number, remote), n=number,
        repeats=repeats) / number / repeats)


PER_DOMAIN = 'instructions per domain'
@row('list', '10,000 domains: name and UUID, the first time, the objects kept', PER_DOMAIN, limit=1.0, rounds=1)
def list_new(runs):
    return count_list(runs, 'new', remote=False)


@row('list-alive', '10,000 domains: name and UUID, the objects alive', PER_DOMAIN, limit=0.85, rounds=1,
     why='to list the states, to read the UUID of what was listed, as a name may be another domain\'s by now, and to free '
     'it comes to 0.87 before anything else is done. libvirt formats the UUID for a debug message in each.')
def list_alive(runs):
    return count_list(runs, 'alive', remote=False)


@row('list-forget', '10,000 domains: name and UUID, and no object is kept', PER_DOMAIN, rounds=1)
def list_forget(runs):
    return count_list(runs, 'forget', remote=False)


@row('list-state', '10,000 domains with true state, the objects alive; libvirt alone without states', PER_DOMAIN, limit=1.15, rounds=1)
def list_state(runs):
    return {**count_list(runs, 'new', remote=False, implementations=['raw']),
            **count_list(runs, 'state', remote=False, implementations=['gobj', 'glib'])}


@row('list-state-rpc', '10,000 domains with true state, the objects alive, over RPC', PER_DOMAIN, limit=1.2, rounds=1)
def list_state_rpc(runs):
    return count_list(runs, 'state', remote=True, repeats=1)


def count_call(runs, remote, loop='worker'):
    number = runs.size(2000)
    return runs.each(IMPLEMENTATIONS, lambda implementation: runs.count(
        'bench-call', implementation, 'info', work=number, uri=runs.uri(1, remote), n=number, loop=loop) / number)


@row('call', 'one virDomainGetInfo()', 'instructions', limit=1.02, rounds=1,
     why='two hundredths are 290 instructions; of ours 140 allocate the result and free it, 150 hold the handle, 45 '
     'look at the state, and the rest check arguments.')
def call(runs):
    return count_call(runs, remote=False)


@row('call-rpc', 'one virDomainGetInfo() over RPC', 'instructions', limit=1.0, rounds=3)
def call_rpc(runs):
    return count_call(runs, remote=True)


@row('heap', 'heap of a listed domain', 'bytes', limit=270, against='value', rounds=1)
def heap(runs):
    number = runs.size(10000)
    return runs.each(IMPLEMENTATIONS, lambda implementation: runs.run(
        'bench-list', implementation, 'heap', work=number, more_environment=COUNTED, uri=runs.uri(number, remote=False),
        n=number)['heap'])


def count_fill(runs, remote):
    """Beside what libvirt alone takes for names, UUIDs and states, and for all that the objects know."""
    number = runs.size(10000)
    ways = {'raw': ('bench-list', 'raw', 'state'), 'gobj': ('bench-model', 'gobj', 'fill'),
            'raw-as-much': ('bench-list', 'raw', 'as-much')}
    return {name: runs.count(*way, work=number, uri=runs.uri(number, remote), n=number) / number
            for name, way in ways.items()}


@row('live-fill', 'a live list of 10,000 domains: to fill it', PER_DOMAIN, limit=2, rounds=1)
def live_fill(runs):
    return count_fill(runs, remote=False)


@row('live-fill-rpc', 'a live list of 10,000 domains over RPC: to fill it', PER_DOMAIN, limit=2, rounds=1)
def live_fill_rpc(runs):
    return count_fill(runs, remote=True)


def count_change(runs, number):
    """Beyond the call itself."""
    pairs = runs.size(50, tiny=2)
    values = runs.each(('raw', 'gobj'), lambda implementation: runs.count(
        'bench-model', implementation, 'change', work=2 * pairs, uri=runs.uri(number, remote=False), n=number,
        repeats=pairs) / pairs / 2)
    return values['gobj'] - values['raw']


# As much as log(10,000) is of log(100).
@row('live-change', 'a live list of 10,000 domains: one change, beside one among 100', 'instructions', limit=2,
     measure_name='among 100', rounds=1)
def live_change(runs):
    return {'few': count_change(runs, runs.size(100)), 'gobj': count_change(runs, runs.size(10000, tiny=8))}


section('events', 'Events and their loop')


def count_event(runs, remote, loop, workload='event', implementations=IMPLEMENTATIONS):
    number = runs.size(500)
    # Only these share their domains with other connections.
    uri = f'test+unix:///default?socket={runs.daemon.socket}' if remote else 'test:///default'
    options = {'uri': uri, 'n': number, 'loop': loop, 'repeats': 1}

    def count(implementation, workload=workload):
        return runs.count('bench-event', implementation, workload, work=2 * number, **options) / number / 2

    # libvirt-glib has no worker.
    there = [name for name in implementations if name != 'glib' or loop == 'context']
    pairs = count('raw', 'pairs')
    return {implementation: value - pairs for implementation, value in runs.each(there, count).items()}


EVENT = 'instructions per event'


FOLLOWS = ('an event is queued, so that handlers may run a main loop of their own, and changes properties before it is '
           'told.')


@row('event', 'an event to a handler, in a context', EVENT, limit=1.3, rounds=1, why=FOLLOWS)
def event(runs):
    return count_event(runs, remote=False, loop='context')


@row('event-worker', 'an event to a handler, through the worker', EVENT, limit=1.3, rounds=3, why=FOLLOWS)
def event_worker(runs):
    return count_event(runs, remote=False, loop='worker')


@row('event-rpc', 'an event over RPC to a handler, in a context', EVENT, limit=1.1, rounds=3, why=FOLLOWS)
def event_rpc(runs):
    return count_event(runs, remote=True, loop='context')


@row('event-rpc-worker', 'an event over RPC to a handler, through the worker', EVENT, limit=1.1, rounds=3, why=FOLLOWS)
def event_rpc_worker(runs):
    return count_event(runs, remote=True, loop='worker')


@row('event-among-all', 'an event over RPC, through the worker, with all kinds asked for', EVENT, limit=1.1, rounds=3)
def event_among_all(runs):
    return count_event(runs, remote=True, loop='worker', workload='event-among-all', implementations=('raw', 'gobj'))


def call_back(runs, idle, loop):
    repeats = runs.size(100, tiny=1)
    # libvirt-glib has no worker.
    there = IMPLEMENTATIONS if loop == 'context' else ('raw', 'gobj')
    return runs.each(there, lambda implementation: runs.run(
        'bench-loop', implementation, 'idle', work=50 * repeats, n=runs.size(idle), repeats=repeats,
        loop=loop)['best'])


SYSTEM_CALLS = ('it takes four system calls, of which two write and read the byte that is waited for; libvirt alone '
                'takes six. The bar is a time, which a slower machine misses.')
MICROSECONDS = {'unit': 'µs', 'scale': 1e6, 'against': 'value'}


for IDLE in (10, 1000, 10000):
    for LOOP, LIMIT, WHERE, WHY in (('context', 3, 'in a context', SYSTEM_CALLS),
                                    ('worker', 7, 'through the worker', '')):
        row(f'loop-{IDLE}-{LOOP}', f'one active among {IDLE:,} idle files and timers, {WHERE}', limit=LIMIT,
            rounds=3, why=WHY, **MICROSECONDS)(lambda runs, idle=IDLE, loop=LOOP: call_back(runs, idle, loop))


section('links', 'Hosts that are far away, or hang')


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
    number = runs.size(100)
    # Libvirt alone may wait for seconds with each short call, or for the end of the long one: a test has no time.
    implementations = ['gobj'] if runs.tiny else ['raw', 'gobj']
    # Ten minutes. So long it keeps one of the daemon's threads.
    return link(runs, 'beside-long', work=number, n=number, implementations=implementations,
                path='/libvirt-gobj/slow/600000', quantity='slowest')


@row('open', 'opening with all events over a link of 5 ms each way, beside opening without', limit=30, against='beyond',
     why='before 11.3, libvirt goes on using the stack of a thread that has waited beside others, and a daemon may '
     'crash whose client goes while it registers; so what events are wanted is sent one after the other there.',
     **MILLISECONDS)
def open_connection(runs):
    """Beside libvirt alone that wants no events, as libvirt-glib wants just one kind, and that wants as many."""
    return {**link(runs, 'open', work=1, n=1),
            'raw-as-much': link(runs, 'open-as-much', work=1, n=1, implementations=['raw'])['raw']}


section('transfers', 'Disk images')


def rate(runs, implementation, way):
    size = runs.size(256, tiny=2)
    return size / runs.run('bench-transfer', implementation, way, work=size, uri=runs.storage_uri(), n=size,
                           path=runs.daemon.folder)['seconds']


WAYS = {
    'upload-fd': 'a volume from a file descriptor',
    'upload-write-all': 'a volume by g_output_stream_write_all()',
    'upload-splice': 'a volume by g_output_stream_splice_async()',
    'upload-async': 'a volume by g_output_stream_write_all_async(), one after the other',
    'download-fd': 'a volume to a file descriptor',
    'download-read': 'a volume by g_input_stream_read()',
    'download-splice-buffered': 'a volume by g_output_stream_splice_async(), buffered',
    'download-splice': 'a volume by g_output_stream_splice_async(), not buffered',
    'download-async': 'a volume by g_input_stream_read_async(), one after the other',
}

UNBUFFERED = ('GIO moves what can be polled in steps of 8 KiB, each of which another thread writes: put a '
              'GBufferedInputStream between.')

for WAY, TITLE in WAYS.items():
    row(WAY, f'256 MiB {"into" if WAY.startswith("up") else "out of"} {TITLE}', 'MiB/s', limit=0.95,
        more_is_better=True, why=UNBUFFERED if WAY == 'download-splice' else '')(lambda runs, way=WAY: runs.each(
            ('raw', 'gobj'), lambda name: rate(runs, name, way if name == 'gobj' else way.split('-')[0])))


section('python', 'Python')


PYTHON = ('python', 'gobj-python', 'glib-python')


def in_python(runs, workload, work, uri, implementations=PYTHON):
    return runs.each(implementations, lambda implementation: runs.run(
        'bench-python.py', implementation, workload, work=work, uri=uri)['seconds'])


@row('python-first', "from Python's start to the first domain's name", limit=1.2, measure_name='libvirt-python',
     why='PyGObject, its modules for GLib and Gio, and to load libvirt come to 1.5 before this library does anything.',
     **MILLISECONDS)
def python_first(runs):
    return in_python(runs, 'first', 1, runs.uri(1, remote=False))


@row('python-bulk', 'name and state of 10,000 domains in Python', limit=1.0, measure_name='libvirt-python',
     why='the UUID of each handle is read to find its object, a fifth of what the list takes; libvirt-python makes a new '
     'object for each, and reads none.',
     **MILLISECONDS)
def python_bulk(runs):
    number = runs.size(10000)
    return in_python(runs, 'bulk', number, runs.uri(number, remote=False))


@row('python-memory', "name, state and memory of 10,000 domains of QEMU's in Python, over RPC", limit=1.0,
     measure_name='libvirt-python', **MILLISECONDS)
def python_memory(runs):
    number = runs.size(10000)
    return in_python(runs, 'memory', number, runs.guests_uri(number))
