# SPDX-License-Identifier: LGPL-2.1-or-later
"""The enumerations and flags, in the introspection data and beside libvirt's own.

    values.py Libvirt-1.0.gir libvirt-api.xml [libvirt-qemu-api.xml ...]
    values.py LibvirtAdmin-1.0.gir libvirt-admin-api.xml
"""

import re
import sys
from collections import Counter
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'

# Bit 31 in libvirt, another one here.
MOVED = {'VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS', 'VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE'}

# A number of values, not a value; all others of the kind end with _LAST, as does a real one.
SENTINELS = {'VIR_DOMAIN_MEMORY_STAT_NR'}
NO_SENTINELS = {'VIR_NETWORK_UPDATE_COMMAND_ADD_LAST'}


def text_of(element):
    doc = element.find(CORE + 'doc')
    return ' '.join(doc.text.split()) if doc is not None else ''


class Type:
    def __init__(self, element):
        self.name = element.get('name')
        self.registered = element.get(GLIB + 'type-name')
        self.text = text_of(element)
        self.version = element.get('version')
        self.members = element.findall(CORE + 'member')
        self.values = {m.get('name'): int(m.get('value')) for m in self.members}
        mirrored = re.search(r'Mirrors (vir\w+)\.', self.text)
        self.mirrored = mirrored and mirrored.group(1)


def types_of(path):
    root = ElementTree.parse(path).getroot()
    return [Type(element) for element in root.iter()
            if element.tag in (CORE + 'enumeration', CORE + 'bitfield')]


def is_sentinel(name):
    return name in SENTINELS or (name.endswith('_LAST') and name not in NO_SENTINELS)


def natives_of(paths):
    """libvirt's types: the name of each value and its number, or that of the value it repeats."""
    natives = {}
    for path in paths:
        for element in ElementTree.parse(path).getroot().iter('enum'):
            natives.setdefault(element.get('type'), {})[element.get('name')] = element.get('value')
    return natives


namespace = ElementTree.parse(sys.argv[1]).getroot().find(CORE + 'namespace').get('name')
types = types_of(sys.argv[1])
natives = natives_of(sys.argv[2:])
numbers = {name: value for values in natives.values() for name, value in values.items()}


def number_of(value):
    while not re.fullmatch(r'-?\d+', value):
        value = numbers[value]
    return int(value)


def described():
    """Each type and each value with its text, the sentence that names libvirt's type left out."""
    for each in types:
        yield each.name, re.sub(r'\s*Mirrors vir\w+\.', '', each.text)
        for member in each.members:
            yield member.get(C + 'identifier'), text_of(member)


def stems(text):
    words = re.findall(r'[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+', text)
    return {re.sub(r'(ed|ing|es|s|e)$', '', word.lower()) for word in words}


FILLERS = stems('a an the of for to is it its in on by with only libvirt')


@tap.test('/types/values/are-registered')
def are_registered():
    assert [t.name for t in types if not t.registered] == []


@tap.test('/types/values/member-is-the-rest-of-the-name')
def member_is_the_rest_of_the_name():
    for each in types:
        for member in each.members:
            nick = member.get(GLIB + 'nick').replace('-', '_')
            assert member.get('name') == nick, member.get(C + 'identifier')
            prefix = member.get(C + 'identifier')[:-len(nick)]
            assert prefix + nick.upper() == member.get(C + 'identifier'), nick
            assert prefix.replace('_', '').lower() == (namespace + each.name).lower(), prefix


@tap.test('/types/values/member-is-a-name-in-every-language')
def member_is_a_name():
    for each in types:
        for name in each.values:
            assert re.fullmatch(r'[a-z][a-z0-9_]*', name), (each.name, name)


@tap.test('/types/values/libvirts-types-are-all-here')
def types_are_here():
    mirrored = Counter(t.mirrored for t in types if t.mirrored)
    assert [name for name, times in mirrored.items() if times > 1] == []
    assert sorted(set(natives) - set(mirrored)) == []


@tap.test('/types/values/libvirts-values-are-all-here')
def values_are_here():
    for each in types:
        for name, value in natives.get(each.mirrored, {}).items():
            if is_sentinel(name):
                continue
            ours = [n for n in each.values if name.lower().endswith('_' + n)]
            assert ours, f'{name} is not in {each.name}'
            if name not in MOVED:
                assert number_of(value) in [each.values[n] for n in ours], name


@tap.test('/types/values/what-came-later-says-so')
def what_came_later_says_so():
    """Whoever runs an older libvirt learns here why a value is refused."""
    missing = 0
    for each in types:
        known = {n.lower() for n in natives.get(each.mirrored, {})}
        for member in each.members:
            theirs = any(name.endswith('_' + member.get('name')) for name in known)
            added = member.get('name') in ('none', 'unknown')
            if each.mirrored and not theirs and not added:
                missing += 1
                assert re.search(r'libvirt \d+\.\d+', text_of(member)), member.get(C + 'identifier')
    print(f'# {missing} values are newer than the installed libvirt')


@tap.test('/types/values/each-has-a-text')
def each_has_a_text():
    assert [name for name, text in described() if not text] == []
    assert [t.name for t in types if t.version is None] == []


@tap.test('/types/values/no-text-repeats-the-name')
def no_text_repeats_the_name():
    assert [name for name, text in described()
            if not stems(text) - stems(name.replace('_', ' ')) - FILLERS] == []


@tap.test('/types/values/no-two-texts-are-equal')
def no_two_texts_are_equal():
    names = {}
    for name, text in described():
        names.setdefault(re.sub(r'\W+', ' ', text).strip().lower(), []).append(name)
    assert [same for same in names.values() if len(same) > 1] == []


tap.run()
