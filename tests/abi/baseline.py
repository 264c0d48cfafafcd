# SPDX-License-Identifier: LGPL-2.1-or-later
"""Programs that were built with the library as it is written down here go on working: no function
and no public structure has changed. What is only new does no harm.

    baseline.py LIBRARY HEADERS BASELINE            the test
    baseline.py --print LIBRARY HEADERS             what the baseline should be: see tests/abi/update
"""

import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import tap

PRIVATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'private.suppr')
TERSE = ['--no-comp-dir-path', '--no-corpus-path', '--no-show-locs', '--no-parameter-names',
         '--exported-interfaces-only', '--drop-undefined-syms', '--drop-private-types', '--type-id-style', 'hash']


def describe(library, headers):
    return subprocess.check_output(['abidw', '--suppressions', PRIVATE, '--headers-dir', headers, *TERSE, library],
                                   text=True)


def public_headers():
    """GLib's, too: a change from or to one of its types would be taken for one of a private type."""
    flags = subprocess.check_output(['pkg-config', '--cflags-only-I', 'gio-2.0'], text=True)
    return [HEADERS, *(flag.removeprefix('-I') for flag in shlex.split(flags))]


def compare(baseline):
    headers = [option for folder in public_headers() for option in ('--headers-dir2', folder)]
    return subprocess.run(['abidiff', '--suppressions', PRIVATE, '--drop-private-types', '--no-added-syms',
                           *headers, baseline, LIBRARY],
                          check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def need_tools():
    if not shutil.which('abidiff'):
        raise tap.Skip('abigail-tools are not installed')
    if platform.machine() != 'x86_64':
        raise tap.Skip('the baseline is that of x86_64')
    sections = subprocess.check_output(['readelf', '--wide', '--section-headers', LIBRARY], text=True)
    if '.debug_info' not in sections:
        raise tap.Skip('the library was built without debugging information')


if sys.argv[1] == '--print':
    print(describe(*sys.argv[2:]), end='')
    sys.exit()

LIBRARY, HEADERS, BASELINE = sys.argv[1:]


@tap.test('/abi/baseline/compatible')
def compatible():
    need_tools()
    done = compare(BASELINE)
    assert done.returncode == 0, f'{done.stdout}is this wanted? then run tests/abi/update, and change the soname'


@tap.test('/abi/baseline/would-tell-of-a-change')
def would_tell():
    """The same against a library in which one function returned something else."""
    need_tools()
    with open(BASELINE, encoding='utf-8') as file:
        text = file.read()
    types = dict(re.findall(r"<type-decl name='(\w+)' size-in-bits='\d+' id='(\w+)'/>", text))
    function = re.compile(r"(mangled-name='libvirt_\w*get_version'[^>]*>(?:(?!</function-decl>).)*<return type-id=')\w+",
                          re.DOTALL)
    changed, n_changed = function.subn(rf"\g<1>{types['char']}", text, count=1)
    assert n_changed == 1
    with tempfile.NamedTemporaryFile('w', suffix='.abi') as other:
        other.write(changed)
        other.flush()
        assert compare(other.name).returncode & 4


tap.run()
