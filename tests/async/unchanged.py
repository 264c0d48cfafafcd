# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is derived a second time is not written again, and calls.ini is checked when asked.

    unchanged.py derive.py stage1.gir calls.ini
"""

import os
import subprocess
import sys
import tempfile

import tap

script, gir, calls = sys.argv[1:]


def derive(folder, table, *options):
    names = [os.path.join(folder, name) for name in ('x.h', 'x.c', 'x.json')]
    run = subprocess.run([sys.executable, script, gir, table, '--header', names[0], '--source', names[1],
                          '--pairs', names[2], '--umbrella', 'shapes/shapes.h', '--marks', 'SHAPES', *options],
                         capture_output=True, text=True, check=False)
    return names, run


def misspelt(folder):
    path = os.path.join(folder, 'calls.ini')
    with open(calls, encoding='utf-8') as old, open(path, 'w', encoding='utf-8') as new:
        new.write(old.read().replace('shapes_host_save = ', 'shapes_host_safe = '))
    return path


@tap.test('/async/derive/writes-only-what-changed')
def writes_only_what_changed():
    with tempfile.TemporaryDirectory() as folder:
        names, run = derive(folder, calls)
        assert run.returncode == 0, run.stderr
        with open(names[0], 'a', encoding='utf-8') as header:
            header.write('/* changed */\n')
        for name in names:
            os.utime(name, (1, 1))
        derive(folder, calls)
        assert os.path.getmtime(names[0]) > 1
        assert os.path.getmtime(names[1]) == 1 and os.path.getmtime(names[2]) == 1


@tap.test('/async/derive/strict')
def strict():
    with tempfile.TemporaryDirectory() as folder:
        assert derive(folder, misspelt(folder))[1].returncode == 0
        run = derive(folder, misspelt(folder), '--strict')[1]
        assert run.returncode == 1
        assert run.stderr.endswith('[cancel] shapes_host_safe: no such function\n'), run.stderr


tap.run()
