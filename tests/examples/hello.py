# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples of the README do what it says.

    hello.py PROGRAM SOURCE-WITHOUT-ENDING
"""

import subprocess
import sys

import tap

PROGRAM, SOURCE = sys.argv[1:]


def output_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout.splitlines()


def check(lines):
    assert lines[:2] == ['test is now paused', 'test is now running'], lines


@tap.test('/examples/hello/c')
def in_c():
    check(output_of(PROGRAM))


@tap.test('/examples/hello/python')
def in_python():
    lines = output_of(sys.executable, SOURCE + '.py')
    check(lines)
    assert len(lines) == 3, 'the error that is shown'


@tap.test('/examples/hello/javascript')
def in_javascript():
    tap.need('gjs')
    lines = output_of('gjs', '-m', SOURCE + '.js')
    check(lines)
    assert len(lines) == 3, 'the error that is shown'


tap.run()
