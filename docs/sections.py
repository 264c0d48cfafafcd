# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints the sections file of the manual.

    sections.py FOLDER (STAGE1.GIR PAIRS.JSON HEADER...)... > libvirt-gobj-sections.txt

Each library has a scan of its own. What introspection data tells is done by the sections.py in FOLDER, which puts each function
beside its asynchronous pair. The headers tell the rest: macros, the types of enumerations, and
what is for C programs only.
"""

import json
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])

import gir  # noqa: E402
from sections import Sections  # noqa: E402

DOCUMENTED = re.compile(r'^/\*\*\n \* (LIBVIRT_\w+):', re.MULTILINE)
MACRO = re.compile(r'^ *# *define (LIBVIRT_\w+)', re.MULTILINE)
ENUM_TYPE = re.compile(r'^#define (LIBVIRT_(?:ADMIN_)?TYPE_\w+) \((\w+) ?\(\)\)', re.MULTILINE)
FUNCTION = re.compile(r'\b(libvirt_\w+)\s*\(')

# Pages of headers that have no source of the same name.
PAGES = {
    'libvirt-gobj-admin.h': 'libvirt-admin-version',
    'libvirt-gobj.h': 'libvirt-version',
    'libvirt-gobj-native.h': 'libvirt-gobj-native',
    'libvirt-version-macros.h': 'libvirt-version',
}


class Manual(Sections):
    """The sections with what only headers tell."""

    def __init__(self, namespace, pairs, headers):
        super().__init__(namespace, pairs)
        self.headers = headers

    def add_functions(self):
        super().add_functions()
        for header in self.headers:
            self.add_header(header)

    def add_enum_types(self, text):
        pages = {symbol.ctype.lower(): self.page_of(symbol.header)
                 for symbol in self.namespace.types if symbol.ctype}
        for macro, function in ENUM_TYPE.findall(text):
            page = pages[function.removesuffix('_get_type').replace('_', '')]
            self.standard[page] += [macro, function]

    def add_macros_of(self, header, text):
        page = PAGES.get(header) or self.page_of(header)
        known = {*self.symbols.get(page, ()), *self.standard.get(page, ())}
        documented = DOCUMENTED.findall(text)
        for macro in dict.fromkeys(MACRO.findall(text)):
            if macro not in known:
                (self.symbols if macro in documented else self.standard)[page].append(macro)

    def add_native(self, header, text):
        self.symbols[PAGES[header]] += FUNCTION.findall(text)

    def add_header(self, path):
        header = os.path.basename(path)
        with open(path, encoding='utf-8') as lines:
            text = lines.read()
        if header in ('libvirt-enum-types.h', 'libvirt-admin-enum-types.h'):
            self.add_enum_types(text)
        elif header == 'libvirt-gobj-native.h':
            self.add_native(header, text)
        else:
            self.add_macros_of(header, text)


def libraries(arguments):
    """The arguments for each."""
    found = []
    for argument in arguments:
        if argument.endswith('.gir'):
            found.append([])
        found[-1].append(argument)
    return found


def main():
    for scan, names, *headers in libraries(sys.argv[2:]):
        with open(names, encoding='utf-8') as pairs:
            manual = Manual(gir.read(scan), json.load(pairs), headers)
        print('\n'.join(manual.text()))


main()
