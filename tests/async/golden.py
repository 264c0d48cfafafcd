# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares what is derived for the shapes with what was approved.

    golden.py header source folder [--approve]

The folder has the derived header, and of the derived source one file for each function.
"""

import difflib
import os
import re
import sys

import tap


LICENSE = '/* SPDX-License-Identifier: LGPL-2.1-or-later */\n\n'


def read(path):
    with open(path, encoding='utf-8') as text:
        return text.read()


def parts_of(header, source):
    """Name -> text."""
    parts = {'shapes-async.h': read(header)}
    head, *pieces = re.split(r'^(?=typedef struct$)', read(source), flags=re.MULTILINE)
    parts['head.c'] = head
    for piece in pieces:
        function = re.search(r'^run_(\w+) \(', piece, flags=re.MULTILINE).group(1)
        parts[function + '.c'] = LICENSE + piece
    return parts


def approve(folder, parts):
    for name in set(os.listdir(folder)) - set(parts):
        os.unlink(os.path.join(folder, name))
    for name, text in parts.items():
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as golden:
            golden.write(text)


def differences(folder, parts):
    names = sorted(set(parts) | set(os.listdir(folder)))
    for name in names:
        path = os.path.join(folder, name)
        approved = read(path) if os.path.exists(path) else ''
        yield from difflib.unified_diff(approved.splitlines(), parts.get(name, '').splitlines(),
                                        'approved/' + name, 'derived/' + name, lineterm='')


header, source, folder, *options = sys.argv[1:]


@tap.test('/async/golden')
def golden():
    parts = parts_of(header, source)
    if '--approve' in options:
        approve(folder, parts)
    found = '\n'.join(differences(folder, parts))
    assert not found, found + '\n\nIf this is as it should be: golden.py ... --approve'


tap.run()
