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


def work(function, todo, first, tell):
    caller = cases.Caller(namespace, library, make_fixture(namespace, library))
    for number in range(first, len(todo)):
        tell(number)
        yield number, caller.run(function, todo[number])


def run_functions(functions):
    wrong = n_cases = 0
    for function in functions:
        todo = cases.of(namespace, function)
        n_cases += len(todo)
        for number, text in children.run(functools.partial(work, function, todo), len(todo)):
            wrong += 1
            print(f'# {function.symbol} ({todo[number].what if number >= 0 else "start"}): {text}', flush=True)
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
