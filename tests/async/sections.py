# SPDX-License-Identifier: LGPL-2.1-or-later
"""The sections file of the shapes has each pair beside its function.

    sections.py libvirt-gobj/async/sections.py stage1.gir pairs.json expected
"""

import difflib
import subprocess
import sys

import tap

script, gir, pairs, expected = sys.argv[1:]


@tap.test('/async/sections/pairs-beside-their-function')
def pairs_beside_their_function():
    run = subprocess.run([sys.executable, script, gir, pairs], capture_output=True, text=True, check=True)
    with open(expected, encoding='utf-8') as text:
        wanted = [line.rstrip('\n') for line in text if not line.startswith('#')]
    found = run.stdout.splitlines()
    assert wanted == found, '\n'.join(difflib.unified_diff(wanted, found, 'expected', 'found', lineterm=''))


tap.run()
