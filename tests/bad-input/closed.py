# SPDX-License-Identifier: LGPL-2.1-or-later
"""Objects of a connection that is closed: what asks the host fails and says why, the rest goes on.

    closed.py Libvirt-1.0.gir
    closed.py LibvirtAdmin-1.0.gir Libvirt-1.0.gir
"""

import contextlib
import ctypes
import functools
import sys

import admin
import cases
import children
import fixture
import native
import tap
from functions import Namespace

namespace = Namespace(*sys.argv[1:])
library = native.load(namespace.library)
is_admin = namespace.name == 'LibvirtAdmin'
make_fixture = admin.Fixture if is_admin else fixture.Fixture
path = '/bad-input/closed' + ('/admin' if is_admin else '')

# What has an answer without a host.
LOCAL = {
    'libvirt_connect_close': 'it is closed',
    'libvirt_admin_connect_close': 'it is closed',
    'libvirt_connect_set_keep_alive': 'is for the next time, too',
    'libvirt_stream_event_remove_callback': 'has no callback here',
    'libvirt_stream_event_update_callback': 'has no callback here',
    'libvirt_stream_send_all': 'asks the program first what to send',
    'libvirt_stream_sparse_send_all': 'asks the program first what to send',
}
CLOSED = (namespace.errors['invalid_conn'], namespace.errors['no_connect'])

# What closing changes. A list that waits for an answer waits no more.
CHANGED = {'libvirt_connect_get_state', 'libvirt_admin_connect_get_state', 'libvirt_stats_sampler_get_active',
           'libvirt_entity_list_get_loading'}


def is_about(kind, function):
    return function.throws and function.kind == kind and any(
        argument.type in ('Connect', 'Node') or argument.role == 'instance' and argument.type in namespace.structures
        and namespace.structures[argument.type].is_object for argument in function.arguments)


def is_getter(function):
    return (not function.throws and function.kind == 'sync' and function.instance and len(function.arguments) == 1
            and (function.returns.role in ('number', 'enum', 'flags', 'boolean', 'text')))


class Closed:
    """A fixture, closed, with what its getters said before."""

    def __init__(self):
        self.fixture = make_fixture(namespace, library)
        self.caller = cases.Caller(namespace, library, self.fixture)
        self.before = {function.symbol: self.get(function) for function in namespace.functions if is_getter(function)}
        self.fixture.close()

    def get(self, function):
        value = self.caller.invoke(function, self.caller.values(function)).returned
        return ctypes.string_at(value) if function.returns.role == 'text' and value else value

    def complaint(self, function):
        if is_getter(function):
            return self.getter_complaint(function)
        values = self.caller.values(function)
        outcome = self.caller.invoke(function, values) if function.kind == 'sync' else self.pair(function, values)
        if outcome.messages:
            return f'{outcome.messages}'
        if outcome.error is None or not outcome.failing:
            return f'it did not fail, but returned {outcome.returned}'
        domain, code, message = outcome.error
        if domain != 'LibvirtError' or code not in CLOSED:
            return f'it failed with {code}: {message}'
        return None

    def pair(self, function, values):
        outcome, result = self.caller.start(function, values)
        if result is None:
            return outcome
        finish = self.caller.finish_function(function)
        finish_values = self.caller.values(finish)
        self.caller.put_result(finish, finish_values, result, values[0])
        return self.caller.invoke(finish, finish_values)

    def getter_complaint(self, function):
        after = self.get(function)
        if function.symbol not in CHANGED and after != self.before[function.symbol]:
            return f'it was {self.before[function.symbol]} and is {after}'
        return None


def work(functions, first, tell):
    closed = Closed()
    for number in range(first, len(functions)):
        tell(number)
        yield number, closed.complaint(functions[number])


def run_functions(functions):
    complaints = children.run(functools.partial(work, functions), len(functions))
    for number, text in complaints:
        print(f'# {functions[number].symbol if number >= 0 else "start"}: {text}')
    print(f'# {len(functions)} functions')
    assert functions and not complaints


@tap.test(f'{path}/call-fails')
def call_fails():
    run_functions([f for f in namespace.functions if is_about('sync', f) and f.symbol not in LOCAL])


@tap.test(f'{path}/pair-fails')
def pair_fails():
    run_functions([f for f in namespace.functions
                   if f.kind == 'async' and f.symbol.removesuffix('_async') not in LOCAL and f.instance])


@tap.test(f'{path}/getter-keeps-its-value')
def getter_keeps_its_value():
    run_functions([f for f in namespace.functions if is_getter(f)])


with admin.running_daemon() if is_admin else contextlib.nullcontext():
    tap.run()
