# SPDX-License-Identifier: LGPL-2.1-or-later
"""There is one header to include, and it goes with any dialect and with strict warnings.

    headers.py SOURCE-FOLDER BUILD-FOLDER LIBRARY
"""

import glob
import os
import shlex
import subprocess
import sys

import tap

SOURCE, BUILD, LIBRARY = sys.argv[1:]
CC = shlex.split(os.environ['CC'])
UMBRELLA = {
    'libvirt-gobj': ('libvirt-gobj.h', 'libvirt-gobj-native.h'),
    'libvirt-gobj-admin': ('libvirt-gobj-admin.h',),
}[LIBRARY]
VERSION = {
    'libvirt-gobj': '(int) libvirt_gobj_get_version ()',
    'libvirt-gobj-admin': 'libvirt_admin_get_version (NULL) == 0',
}[LIBRARY]


def pkg_config(*arguments):
    return shlex.split(subprocess.check_output(['pkg-config', *arguments], text=True))


FLAGS = [f'-I{SOURCE}', f'-I{BUILD}', *pkg_config('--cflags', 'gio-2.0', 'libvirt')]


def compile_text(text, *options, compiler=None, language='c'):
    command = [*(compiler or CC), '-fsyntax-only', *FLAGS, *options, '-x', language, '-']
    return subprocess.run(command, input=text, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          check=False)


def public_headers():
    """What is installed: links and generated headers, side by side."""
    names = {os.path.basename(path) for path in glob.glob(os.path.join(BUILD, LIBRARY, '*.h'))}
    return sorted(name for name in names if not name.endswith('-private.h'))


def check(name, *options, **more):
    run = compile_text(f'#include <{LIBRARY}/{name}>\n', *options, **more)
    assert run.returncode == 0, run.stderr


@tap.test('/headers/parts-cannot-be-included')
def parts():
    names = [name for name in public_headers() if name not in UMBRELLA]
    assert len(names) > 5, names
    for name in names:
        run = compile_text(f'#include <{LIBRARY}/{name}>\n', '-E', '-Wfatal-errors')
        assert run.returncode != 0, f'{name} can be included directly'
        assert 'can be included directly' in run.stderr, run.stderr


@tap.test('/headers/umbrella')
def umbrella():
    for name in UMBRELLA:
        check(name)


@tap.test('/headers/strict')
def strict():
    check(UMBRELLA[0], '-std=c11', '-Wall', '-Wextra', '-Wpedantic', '-Wstrict-prototypes', '-Wundef',
          '-Wshadow', '-Werror')


@tap.test('/headers/c++')
def cplusplus():
    tap.need('g++')
    check(UMBRELLA[0], '-Wall', '-Werror', compiler=['g++'], language='c++')


@tap.test('/headers/old-api-warns')
def oldest_allowed():
    """What is newer than what a program allows itself warns."""
    use = f'#include <{LIBRARY}/{UMBRELLA[0]}>\nint main (void) {{ return {VERSION}; }}\n'
    assert compile_text(use, '-Werror').returncode == 0
    run = compile_text(use, '-Werror', '-DLIBVIRT_VERSION_MAX_ALLOWED=(G_ENCODE_VERSION (0, 9))')
    assert run.returncode != 0 and 'Not available before 1.0' in run.stderr, run.stderr


tap.run()
