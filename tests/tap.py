# SPDX-License-Identifier: LGPL-2.1-or-later
"""For tests written in Python: each function is a test point, in TAP.

    import tap

    @tap.test('/subject/what/it-does')
    def it_does():
        assert answer() == 42

    tap.run()
"""

import shutil
import sys
import traceback

_tests = []


class Skip(Exception):
    """Raised by a test that cannot be made here; says why."""


def need(program):
    """Skips the test where there is no such program."""
    if not shutil.which(program):
        raise Skip(f'no {program}')


def test(path):
    """Adds a function under the path that names the behaviour."""
    def add(function):
        _tests.append((path, function))
        return function
    return add


def _point(number, path, function):
    try:
        function()
    except Skip as reason:
        return f'ok {number} {path} # SKIP {reason}'
    except Exception:
        for line in traceback.format_exc().splitlines():
            print('#', line)
        return f'not ok {number} {path}'
    return f'ok {number} {path}'


def run():
    """Makes all tests and ends the program."""
    print('TAP version 13')
    # Nothing that a process made by a test could write once more.
    print(f'1..{len(_tests)}', flush=True)
    failed = False
    for number, (path, function) in enumerate(_tests, 1):
        line = _point(number, path, function)
        failed = failed or line.startswith('not')
        print(line, flush=True)
    sys.exit(failed)
