# SPDX-License-Identifier: LGPL-2.1-or-later
"""What programs know of the library beside its functions is what is written down: values of enumerations,
constants, properties and signals. Much of that is in no function's type, and so unknown to baseline.py.

    introspected.py GIR LIST        the test
    introspected.py --print GIR     what the list should be: see tests/abi/update
"""

import re
import sys
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'
ACCESS = ('readable', 'writable', 'construct', 'construct-only')
# What says how new the library is has to change.
VERSIONS = re.compile('LIBVIRT_GOBJ_M[A-Z]+_VERSION|LIBVIRT_LIBVIR_VERSION_NUMBER')


def type_of(element):
    """With what is in it: `GLib.HashTable utf8 utf8`, `[] guint`."""
    return ' '.join(each.get('name', '[]') for each in element.iter() if each.tag in (CORE + 'type', CORE + 'array'))


def access_of(element):
    given = {'readable': '1', **element.attrib}  # that it can be read need not be said
    return ' '.join(name for name in ACCESS if given.get(name) == '1')


def described(gir):
    for owner in ElementTree.parse(gir).getroot().find(CORE + 'namespace'):
        name = owner.get(C + 'type')
        if owner.tag == CORE + 'constant' and not VERSIONS.fullmatch(name):
            yield f'{name} = {owner.get("value")}'
        for member in owner.findall(CORE + 'member'):
            yield f'{member.get(C + "identifier")} = {member.get("value")}'
        for prop in owner.findall(CORE + 'property'):
            yield f'{name}:{prop.get("name")} {type_of(prop)} {access_of(prop)}'
        for signal in owner.findall(GLIB + 'signal'):
            parameters = [type_of(parameter) for parameter in signal.iterfind(f'{CORE}parameters/{CORE}parameter')]
            result = type_of(signal.find(CORE + 'return-value'))
            yield f'{name}::{signal.get("name")} ({", ".join(parameters)}) {result}'


if sys.argv[1] == '--print':
    print('\n'.join(sorted(described(sys.argv[2]))))
    sys.exit()

found = set(described(sys.argv[1]))
with open(sys.argv[2], encoding='utf-8') as text:
    expected = set(text.read().splitlines())


@tap.test('/abi/introspected/none-changed')
def none_changed():
    assert not expected - found, f'gone, or not as it was: {sorted(expected - found)}'


@tap.test('/abi/introspected/none-by-mistake')
def none_by_mistake():
    assert not found - expected, f'new: {sorted(found - expected)}; is this wanted? then run tests/abi/update'


tap.run()
