# SPDX-License-Identifier: LGPL-2.1-or-later
"""The types that values are converted to, beside what the installed libvirt says of its keys.

    keys.py libvirt-typed-keys.inc libvirt-api.xml libvirt-admin-api.xml
"""

import re
import sys
from xml.etree import ElementTree

import tap

ROW = re.compile(r'{ "(\w+)", "(.+)", "([iuxtdbs]+)" },')
TYPE = re.compile(r'(?:VIR_TYPED_PARAM_|\b[Aa]s an? |\b[Aa]s )'
                  r'(unsigned long long|unsigned int|u?int|u?llong|boolean|string)\b', re.IGNORECASE)
LETTERS = {'int': 'i', 'uint': 'u', 'unsigned int': 'u', 'llong': 'x', 'ullong': 't', 'unsigned long long': 't',
           'boolean': 'b', 'string': 's'}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def macros(path, prefix):
    """Our name of each of libvirt's keys: the key, and the types that its description names."""
    for macro in ElementTree.parse(path).getroot().iter('macro'):
        if macro.get('string') is not None:
            text = ' '.join((macro.findtext('info') or '').split())
            yield (prefix + macro.get('name').removeprefix('VIR_'),
                   (macro.get('string'), {LETTERS[name.lower()] for name in TYPE.findall(text)}))


rows = {macro: (key, types) for macro, key, types in ROW.findall(read(sys.argv[1]))}
theirs = dict([*macros(sys.argv[2], ''), *macros(sys.argv[3], 'ADMIN_')])
both = sorted(rows.keys() & theirs.keys())


@tap.test('/types/keys/are-read')
def are_read():
    assert len(rows) == read(sys.argv[1]).count('\n') >= 140, len(rows)
    assert len(both) >= 100, len(both)


@tap.test('/types/keys/have-libvirts-name')
def names():
    assert [macro for macro in both if rows[macro][0] != theirs[macro][0]] == []


@tap.test('/types/keys/have-libvirts-types')
def have_types():
    told = [macro for macro in both if theirs[macro][1]]
    assert len(told) >= 80, len(told)
    assert [macro for macro in told if not theirs[macro][1] <= set(rows[macro][1])] == []


tap.run()
