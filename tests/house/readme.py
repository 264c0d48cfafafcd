# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples of the README are the example programs that the tests run, word for word."""

import os
import re

import tap

ROOT = os.path.join(os.environ['G_TEST_SRCDIR'], '..', '..')


def read(*path):
    with open(os.path.join(ROOT, *path), encoding='utf-8') as text:
        return text.read()


def shown_as(language):
    """The one block of the README in that language."""
    blocks = re.findall(rf'^```{language}\n(.*?)^```$', read('README.md'), re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1, f'{len(blocks)} blocks in {language}'
    return blocks[0]


def compare(name, language):
    head, _, program = read('examples', name).partition('\n')
    assert 'SPDX-License-Identifier' in head
    assert shown_as(language) == program, f'README.md and examples/{name} differ'


@tap.test('/readme/examples/c')
def in_c():
    compare('hello.c', 'c')


@tap.test('/readme/examples/python')
def in_python():
    compare('hello.py', 'python')


@tap.test('/readme/examples/javascript')
def in_javascript():
    compare('hello.js', 'js')


@tap.test('/readme/links')
def links():
    for target in re.findall(r'\]\((?!http)([^)#]+)\)', read('README.md')):
        assert os.path.exists(os.path.join(ROOT, target)), target


@tap.test('/readme/commands')
def commands():
    for command in ('scripts/demo', 'scripts/test'):
        assert f'\n    {command}\n' in read('README.md'), command
        assert os.access(os.path.join(ROOT, command), os.X_OK), command


tap.run()
