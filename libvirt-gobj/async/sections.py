# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints the sections file of the manual: which page has which symbols, in which order.

    sections.py stage1.gir async.json > libvirt-gobj-docs-sections.txt

The order is that of the headers; each function is followed by the pair derived from it, which
otherwise would get a page of its own. The page of a symbol is the SECTION in the source its
comment is in; what has no such SECTION goes to a page named after the header.
"""

import json
import sys
from collections import defaultdict

sys.dont_write_bytecode = True

import gir  # noqa: E402


def stem(name):
    return name.rsplit('.', 1)[0]


class Sections:
    def __init__(self, namespace, pairs):
        self.namespace = namespace
        self.pairs = pairs
        self.symbols = defaultdict(list)
        self.standard = defaultdict(list)

    def page_of(self, header, source=''):
        by_source = self.namespace.doc_sections
        return by_source.get(source) or by_source.get(stem(header) + '.c') or stem(header)

    def homes_of_classes(self):
        """Classes are named in one header for all, and declared in their own."""
        headers = {function.symbol: function.header for function in self.namespace.functions}
        return {record.ctype: headers[record.prefix + '_get_type']
                for record in self.namespace.records.values() if record.is_object}

    def add_types(self):
        homes = self.homes_of_classes()
        classes = {record.ctype + 'Class' for record in self.namespace.records.values() if record.is_object}
        for symbol in sorted(self.namespace.types, key=lambda s: (s.header, s.line)):
            if symbol.ctype is None or not symbol.header:
                continue
            is_class = symbol.ctype in classes
            page = self.page_of(homes.get(symbol.ctype, symbol.header))
            (self.standard if is_class else self.symbols)[page].append(symbol.ctype)

    def add_macros(self, record, page):
        own = self.namespace.symbol_prefix
        rest = record.prefix.removeprefix(own + '_').upper()
        own = own.upper()
        names = [f'{own}_TYPE_{rest}']
        if record.is_object:
            names += [f'{own}_{rest}', f'{own}_IS_{rest}']
        self.standard[page] += names

    def add_functions(self):
        by_prefix = {r.prefix: r for r in self.namespace.records.values() if r.prefix}
        for function in self.namespace.functions:
            page = self.page_of(function.header, function.source)
            if function.symbol.endswith('_get_type'):
                record = by_prefix.get(function.symbol.removesuffix('_get_type'))
                if record is not None:
                    self.add_macros(record, self.page_of(function.header))
                self.standard[self.page_of(function.header)].append(function.symbol)
                continue
            self.symbols[page].append(function.symbol)
            pair = self.pairs.get(function.symbol)
            if pair is not None:
                self.symbols[page] += [pair['async'], pair['finish']]

    def text(self):
        self.add_types()
        self.add_functions()
        for page in sorted(set(self.symbols) | set(self.standard)):
            yield f'<SECTION>\n<FILE>{page}</FILE>'
            yield from self.symbols[page]
            if self.standard[page]:
                yield '<SUBSECTION Standard>'
                yield from self.standard[page]
            yield '</SECTION>\n'


def main():
    with open(sys.argv[2], encoding='utf-8') as pairs:
        sections = Sections(gir.read(sys.argv[1]), json.load(pairs))
    print('\n'.join(sections.text()))


if __name__ == '__main__':
    main()
