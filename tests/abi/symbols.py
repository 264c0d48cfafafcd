# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library exports is what is written down: nothing by mistake, nothing lost.

    symbols.py LIBRARY LIST [MAP]       the test
    symbols.py --print LIBRARY          what the list should be: see tests/abi/update

MAP names what is exported for other libraries of the project alone, with a version of its own.
"""

import re
import subprocess
import sys

import tap


PRIVATE = re.compile('@@?LIBVIRT_GOBJ_PRIVATE_.*')


def defined(library):
    lines = subprocess.check_output(['nm', '--dynamic', '--defined-only', '--format=posix', library], text=True)
    pairs = [line.split()[:2] for line in lines.splitlines()]
    return [symbol for symbol, kind in pairs if kind != 'A']  # versions are shown as absolute values


def exported(library):
    return sorted(symbol for symbol in defined(library) if not PRIVATE.search(symbol))


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


@tap.test('/abi/symbols/private')
def private():
    if len(sys.argv) < 4:
        raise tap.Skip('this library has none')
    with open(sys.argv[3], encoding='utf-8') as names:
        wanted = set(re.findall(r'^ +(libvirt_\w+);', names.read(), re.MULTILINE))
    found_private = {PRIVATE.sub('', symbol) for symbol in defined(sys.argv[1]) if PRIVATE.search(symbol)}
    assert wanted and found_private == wanted, sorted(found_private ^ wanted)


tap.run()
