# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each function with each bad argument, one at a time.

    arguments.py Libvirt-1.0.gir sync|async|finish [SYMBOL...]

An _async function is followed up to what its _finish function says; of a _finish function only its own
arguments are looked at.
"""

import functools
import sys

import cases
import children
import fixture
import native
import tap
from functions import Namespace

namespace = Namespace(sys.argv[1])
library = native.load(namespace.library)
kind, only = sys.argv[2], sys.argv[3:]


def work(function, todo, first, tell):
    caller = cases.Caller(namespace, library, fixture.Fixture(namespace, library))
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
        if function.kind == kind and (not only or function.symbol in only):
            owners.setdefault(function.owner, []).append(function)
    for owner, functions in sorted(owners.items()):
        tap.test(f'/bad-input/{kind}/{owner}')(functools.partial(run_functions, functions))


add_tests()
tap.run()
