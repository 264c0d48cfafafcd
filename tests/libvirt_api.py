# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the installed libvirt has, by its own description, and what of it we say we call."""

import fnmatch
import os
import re
import subprocess
from dataclasses import dataclass
from xml.etree import ElementTree

# The library of each description, which is named after it.
LIBRARIES = ('libvirt', 'libvirt-qemu', 'libvirt-lxc', 'libvirt-admin')

NAME = re.compile(r'\b(vir[A-Z]\w+)\(\)')
CALLS = re.compile(r'\bCalls(?:(?:,|\s+and|\s+or|,\s+and)?\s+vir\w+\(\))+')


@dataclass
class Function:
    name: str
    library: str
    since: str
    file: str
    result: str  # its C type
    parameters: list  # of (C type, name)


def ask(*question):
    return subprocess.run(['pkg-config', *question, 'libvirt'], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.strip()


def version():
    return ask('--modversion')


def roots():
    """The admin library's has no variable of its own for pkg-config, but all are in one folder."""
    folder = os.path.dirname(ask('--variable=libvirt_api'))
    return {library: ElementTree.parse(os.path.join(folder, library + '-api.xml')).getroot()
            for library in LIBRARIES}


def functions():
    """All functions, sorted by name."""
    found = [Function(node.get('name'), library, node.get('version', ''), node.get('file'),
                      node.find('return').get('type'),
                      [(arg.get('type'), arg.get('name')) for arg in node.iter('arg')])
             for library, root in roots().items() for node in root.iter('function')]
    return sorted(found, key=lambda function: function.name)


def types():
    """Enumerations, structures, callbacks, and macros that are strings."""
    return {node.get('type' if node.tag == 'enum' else 'name').lstrip('_')
            for root in roots().values() for node in root.iter()
            if node.tag in ('struct', 'functype') or (node.tag == 'enum' and node.get('type')) or
            (node.tag == 'macro' and node.get('string'))}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def told(girs):
    """The functions that the documentation of ours speaks of: those have a home."""
    return {name for gir in girs for name in NAME.findall(read(gir))}


def bound(girs):
    """Those of them that are called, and not only stood for by what is known without asking."""
    return {name for gir in girs for calls in CALLS.finditer(read(gir)) for name in NAME.findall(calls[0])}


def other_homes(path):
    """What takes the place of functions that are not bound: (pattern of the name, what it is)."""
    lines = [line for line in read(path).splitlines() if line and not line.startswith('#')]
    return [tuple(line.split(': ', 1)) for line in lines]


def other_home(homes, name):
    return next((home for pattern, home in homes if fnmatch.fnmatchcase(name, pattern)), None)
