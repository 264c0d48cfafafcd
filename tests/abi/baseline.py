# SPDX-License-Identifier: LGPL-2.1-or-later
"""Programs that were built with the library as it is written down here go on working: no function
and no public structure has changed. What is only new does no harm.

    baseline.py LIBRARY HEADERS BASELINE            the test
    baseline.py --print LIBRARY HEADERS             what the baseline should be: see tests/abi/update

HEADERS is a folder with the public headers alone: what others define is nobody's business.
"""

import functools
import os
import re
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


@functools.cache
def description():
    return describe(LIBRARY, HEADERS)


def compare(baseline):
    """Of two descriptions: abidiff passes over changed structures where it reads the library itself."""
    with tempfile.NamedTemporaryFile('w', suffix='.abi') as now:
        now.write(description())
        now.flush()
        return subprocess.run(['abidiff', '--suppressions', PRIVATE, '--no-added-syms', baseline, now.name],
                              check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def format_of(text):
    return re.search(r"<abi-corpus version='(\d+)", text)[1]


def written_down():
    """The baseline, where this machine can compare with it."""
    if not shutil.which('abidiff'):
        raise tap.Skip('abigail-tools are not installed')
    header = subprocess.check_output(['readelf', '--file-header', LIBRARY], text=True)
    if not re.search('Machine: .*X86-64', header):
        raise tap.Skip('the baseline is that of x86_64')
    sections = subprocess.check_output(['readelf', '--wide', '--section-headers', LIBRARY], text=True)
    if '.debug_info' not in sections:
        raise tap.Skip('the library was built without debugging information')
    with open(BASELINE, encoding='utf-8') as file:
        text = file.read()
    if format_of(description()) != format_of(text):
        raise tap.Skip('abidw writes another format than that of the baseline')
    return text


if sys.argv[1] == '--print':
    print(describe(*sys.argv[2:]), end='')
    sys.exit()

LIBRARY, HEADERS, BASELINE = sys.argv[1:]


@tap.test('/abi/baseline/compatible')
def compatible():
    written_down()
    done = compare(BASELINE)
    assert done.returncode == 0, f'{done.stdout}is this wanted? then run tests/abi/update, and change the soname'


# What stands in a baseline right before what is changed there.
RETURN = r"mangled-name='libvirt_\w*get_version'[^>]*>(?:(?!</function-decl>).)*<return type-id="
MEMBER = r"<class-decl name='_Libvirt\w+' size-in-bits=(?:(?!</class-decl>).)*?<var-decl name='\w+' type-id="
VALUE = r"<enumerator name='LIBVIRT_\w+' value="


def check_tells(text, what, other):
    """The library against a baseline in which one thing was another."""
    changed, n_changed = re.subn(rf"({what})'[^']+'", rf"\g<1>'{other}'", text, count=1, flags=re.DOTALL)
    assert n_changed == 1
    with tempfile.NamedTemporaryFile('w', suffix='.abi') as baseline:
        baseline.write(changed)
        baseline.flush()
        assert compare(baseline.name).returncode & 4


def char_of(text):
    return re.search(r"<type-decl name='char' size-in-bits='8' id='(\w+)'/>", text)[1]


@tap.test('/abi/baseline/would-tell-of-a-function')
def would_tell_of_function():
    text = written_down()
    check_tells(text, RETURN, char_of(text))


@tap.test('/abi/baseline/would-tell-of-a-structure')
def would_tell_of_structure():
    text = written_down()
    if 'admin' in os.path.basename(LIBRARY):
        raise tap.Skip('this library has none')
    check_tells(text, MEMBER, char_of(text))


@tap.test('/abi/baseline/would-tell-of-a-value')
def would_tell_of_value():
    check_tells(written_down(), VALUE, 4711)


tap.run()
