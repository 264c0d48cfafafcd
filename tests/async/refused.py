# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each function that no pair can be derived for is refused with the right message.

    refused.py derive.py stage1.gir calls.ini messages.txt

First all of them at once, then each one alone, as it would appear in a real header.
"""

import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
IDENTIFIER = '{http://www.gtk.org/introspection/c/1.0}identifier'
ALWAYS = re.compile(r'_(get_type|info_copy|info_free|clash_finish)$')


def derive(script, gir, calls, folder):
    """The messages of a run that must fail and write nothing."""
    outputs = [os.path.join(folder, name) for name in ('x.h', 'x.c', 'x.json')]
    run = subprocess.run([sys.executable, script, gir, calls, '--header', outputs[0], '--source', outputs[1],
                          '--pairs', outputs[2], '--umbrella', 'refused/refused.h', '--marks', 'REFUSED'],
                         capture_output=True, text=True, check=False)
    assert run.returncode == 1, (run.returncode, run.stderr)
    assert not any(os.path.exists(path) for path in outputs)
    return [line.removeprefix('derive.py: ') for line in run.stderr.splitlines()]


def with_one_function(tree, symbol, path):
    """A copy of the GIR in which only that function can be refused."""
    root = ElementTree.fromstring(ElementTree.tostring(tree.getroot()))
    for parent in root.iter():
        for child in list(parent):
            name = child.get(IDENTIFIER)
            is_function = child.tag in (CORE + 'function', CORE + 'method')
            if is_function and name != symbol and not ALWAYS.search(name):
                parent.remove(child)
    ElementTree.ElementTree(root).write(path)


script, gir, calls, messages = sys.argv[1:]
tree = ElementTree.parse(gir)
with open(messages, encoding='utf-8') as lines:
    expected = [line.rstrip('\n') for line in lines if not line.startswith('#')]


@tap.test('/async/refused/all')
def all_at_once():
    with tempfile.TemporaryDirectory() as folder:
        found = derive(script, gir, calls, folder)
        assert found == expected, '\n'.join(found)


def add_alone(symbol):
    @tap.test('/async/refused/' + symbol)
    def alone():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'alone.gir')
            with_one_function(tree, symbol, path)
            found = derive(script, path, calls, folder)
            assert found == [line for line in expected if line.startswith(symbol + '(')], found


for name in dict.fromkeys(line.split('(', maxsplit=1)[0] for line in expected):
    add_alone(name)
tap.run()
