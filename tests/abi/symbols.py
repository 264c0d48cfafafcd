# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library exports is what is written down: nothing by mistake, nothing lost.

    symbols.py LIBRARY LIST             the test
    symbols.py --print LIBRARY          what the list should be: see tests/abi/update
"""

import os
import subprocess
import sys

import tap


def exported(library):
    lines = subprocess.check_output(['nm', '--dynamic', '--defined-only', '--format=posix', library], text=True)
    return sorted(line.split()[0] for line in lines.splitlines())


def written_down(name):
    with open(name, encoding='utf-8') as symbols:
        return symbols.read().split()


if sys.argv[1] == '--print':
    print('\n'.join(exported(sys.argv[2])))
    sys.exit()

found, expected = exported(sys.argv[1]), written_down(sys.argv[2])
FIX = 'is this wanted? then run tests/abi/update'


@tap.test('/abi/symbols/none-lost')
def none_lost():
    assert not set(expected) - set(found), f'gone: {sorted(set(expected) - set(found))}'


@tap.test('/abi/symbols/none-by-mistake')
def none_by_mistake():
    assert not set(found) - set(expected), f'new: {sorted(set(found) - set(expected))}; {FIX}'


@tap.test('/abi/symbols/in-order')
def in_order():
    assert expected == sorted(set(expected)), FIX


@tap.test('/abi/symbols/prefix')
def prefix():
    strangers = [symbol for symbol in found if not symbol.startswith('libvirt_')]
    assert not strangers, strangers


tap.run()
