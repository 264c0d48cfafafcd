# SPDX-License-Identifier: LGPL-2.1-or-later
"""`meson devenv` is all it takes to use the library where it was built.

    devenv.py SOURCE-FOLDER BUILD-FOLDER
"""

import os
import shlex
import subprocess
import sys
import tempfile

import tap

SOURCE, BUILD = sys.argv[1:]

# What the tests set; the point is that nobody has to.
OURS = ('GI_TYPELIB_PATH', 'LD_LIBRARY_PATH', 'PKG_CONFIG_PATH', 'PYTHONPATH')
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in OURS}


def run(*command):
    process = subprocess.run(['meson', 'devenv', '-C', BUILD, *command], env=ENVIRONMENT, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
    assert process.returncode == 0, process.stdout
    return process.stdout


def example(name):
    return os.path.join(SOURCE, 'examples', name)


@tap.test('/devenv/python')
def python():
    assert 'test is now paused' in run(sys.executable, example('hello.py'))


@tap.test('/devenv/javascript')
def javascript():
    tap.need('gjs')
    assert 'test is now paused' in run('gjs', '-m', example('hello.js'))


@tap.test('/devenv/c')
def in_c():
    flags = shlex.split(run('pkg-config', '--cflags', '--libs', 'libvirt-gobj-1.0').splitlines()[-1])
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'hello')
        run(*shlex.split(os.environ['CC']), '-Wall', '-Werror', example('hello.c'), '-o', program, *flags)
        assert 'test is now paused' in run(program)


tap.run()
