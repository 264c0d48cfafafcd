# SPDX-License-Identifier: LGPL-2.1-or-later
"""Options that contradict each other are refused, with the reason.

    options.py SOURCE-FOLDER
"""

import subprocess
import sys
import tempfile

import tap

SOURCE, = sys.argv[1:]


def refused(*options):
    """What is said."""
    with tempfile.TemporaryDirectory() as build:
        done = subprocess.run(['meson', 'setup', *(f'-D{option}' for option in options), build, SOURCE],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 1, done.stdout
    return next(line for line in done.stdout.splitlines() if 'ERROR' in line)


@tap.test('/options/installed-tests-without-tests')
def installed_tests():
    assert 'installed_tests' in refused('tests=disabled', 'installed_tests=true')


@tap.test('/options/vapi-without-introspection')
def vapi():
    assert 'introspection' in refused('introspection=disabled', 'vapi=enabled')


tap.run()
