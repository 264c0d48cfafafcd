# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each function with each bad argument, one at a time.

    arguments.py sync|async|finish Libvirt-1.0.gir
    arguments.py sync|async|finish LibvirtAdmin-1.0.gir Libvirt-1.0.gir

An _async function is followed up to what its _finish function says; of a _finish function only its own
arguments are looked at.
"""

import contextlib
import functools
import sys

import admin
import cases
import children
import fixture
import native
import tap
from functions import Namespace

kind = sys.argv[1]
namespace = Namespace(*sys.argv[2:])
library = native.load(namespace.library)
is_admin = namespace.name == 'LibvirtAdmin'
make_fixture = admin.Fixture if is_admin else fixture.Fixture
path = f'/bad-input/{kind}' + ('/admin' if is_admin else '')


# How many functions one process calls, if it lives. What a call has changed may be in the way of the
# next function, which matters least for _finish; an _async function was called alone as a synchronous one.
TOGETHER = {'sync': 1, 'async': 6, 'finish': 12}[kind]


def work(todo, first, tell):
    caller = cases.Caller(namespace, library, make_fixture(namespace, library))
    for number in range(first, len(todo)):
        tell(number)
        yield number, caller.run(*todo[number])


def run_functions(functions):
    wrong = n_cases = 0
    for start in range(0, len(functions), TOGETHER):
        todo = [(function, case) for function in functions[start:start + TOGETHER]
                for case in cases.of(namespace, function)]
        n_cases += len(todo)
        for number, text in children.run(functools.partial(work, todo), len(todo)):
            function, case = todo[max(number, 0)]
            wrong += 1
            print(f'# {function.symbol} ({case.what if number >= 0 else "start"}): {text}', flush=True)
    print(f'# {len(functions)} functions, {n_cases} calls')
    assert not wrong, f'{wrong} calls went wrong'


def add_tests():
    owners = {}
    for function in namespace.functions:
        if function.kind == kind:
            owners.setdefault(function.owner, []).append(function)
    for owner, functions in sorted(owners.items()):
        tap.test(f'{path}/{owner}')(functools.partial(run_functions, functions))


add_tests()
with admin.running_daemon() if is_admin else contextlib.nullcontext():
    tap.run()
