# SPDX-License-Identifier: LGPL-2.1-or-later
"""The keys and other constants, in the introspection data, in Python, and beside libvirt's own.

    constants.py Libvirt-1.0.gir libvirt-api.xml
    constants.py LibvirtAdmin-1.0.gir libvirt-admin-api.xml
"""

import re
import sys
from xml.etree import ElementTree

import gi
import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'

# Macros that are numbers, other than libvirt's own version.
NUMBERS = {'DOMAIN_MEMORY_PARAM_UNLIMITED': 2 ** 53 - 1, 'DOMAIN_SEND_KEY_MAX_KEYS': 16,
           'NODE_CPU_STATS_FIELD_LENGTH': 80,
           'NODE_MEMORY_STATS_FIELD_LENGTH': 80, 'TYPED_PARAM_FIELD_LENGTH': 80, 'UUID_BUFLEN': 16,
           'LIBVIR_VERSION_NUMBER': 12008000}

# How many keys each namespace has at least, of which libvirt 9.0 had so many.
AT_LEAST = {'Libvirt': (470, 200), 'LibvirtAdmin': (20, 20)}

# What has no value that a type could be told of: parts of names, and names of formats.
WITHOUT_TYPE = re.compile(r'.*_(PREFIX|IMAGE_FORMAT_\w+)')

namespace = ElementTree.parse(sys.argv[1]).getroot().find(CORE + 'namespace')
NAME = namespace.get('name')
PREFIX = namespace.get(C + 'symbol-prefixes').upper() + '_'
gi.require_version(NAME, '1.0')
module = getattr(__import__('gi.repository', fromlist=[NAME]), NAME)

constants = {element.get('name'): element for element in namespace.iter(CORE + 'constant')}
theirs = {element.get('name').removeprefix('VIR_'): element.get('string')
          for element in ElementTree.parse(sys.argv[2]).getroot().iter('macro')
          if element.get('string') is not None}


def text_of(element):
    doc = element.find(CORE + 'doc')
    return ' '.join(doc.text.split()) if doc is not None else ''


def is_ours(name):
    """The version macros are constants, too."""
    return not re.fullmatch('(MAJOR|MINOR|MICRO)_VERSION|VERSION_.*', name)


strings = {name: element for name, element in constants.items()
           if element.find(CORE + 'type').get('name') == 'utf8' and is_ours(name)}


@tap.test('/types/constants/libvirts-are-all-here')
def libvirts_are_here():
    assert len(theirs) >= AT_LEAST[NAME][1], len(theirs)
    assert sorted(set(theirs) - set(strings)) == []


@tap.test('/types/constants/say-what-libvirts-say')
def same_values():
    assert [name for name, value in theirs.items() if getattr(module, name) != value] == []


@tap.test('/types/constants/are-read-from-python')
def read_from_python():
    assert len(strings) >= AT_LEAST[NAME][0], len(strings)
    for name, element in strings.items():
        assert getattr(module, name) == element.get('value'), name


@tap.test('/types/constants/numbers')
def numbers():
    for name, value in NUMBERS.items() if NAME == 'Libvirt' else ():
        assert getattr(module, name) == value, name


@tap.test('/types/constants/name-is-that-of-the-macro')
def names():
    for name, element in strings.items():
        assert element.get(C + 'type') == PREFIX + name, name


@tap.test('/types/constants/text-tells-the-type')
def tells_the_type():
    kind = re.compile(r'`(as|[iuxtdbs])`( or `[tb]`)?: ')
    assert [name for name, element in strings.items()
            if not kind.match(text_of(element)) and not WITHOUT_TYPE.fullmatch(name)] == []


@tap.test('/types/constants/text-tells-where')
def tells_where():
    """A key is of use only to who knows which call takes or returns it."""
    assert [name for name, element in strings.items()
            if not re.search(r'libvirt_\w+\(\)|#Libvirt\w+::|LIBVIRT_\w+_SUFFIX|names', text_of(element))
            and not WITHOUT_TYPE.fullmatch(name)] == []


@tap.test('/types/constants/each-is-of-some-version')
def since():
    assert [name for name, element in strings.items() if element.get('version') is None] == []


@tap.test('/types/constants/newer-ones-say-so')
def newer_say_so():
    newer = [name for name in strings if name not in theirs]
    assert [name for name in newer if not re.search(r'(since|libvirt) \d+\.\d+\.', text_of(strings[name]))] == []
    print(f'# {len(newer)} constants are newer than the installed libvirt')


tap.run()
