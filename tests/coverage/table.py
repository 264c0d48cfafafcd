#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The coverage table: a row for each function of libvirt, with what the last recorded run has seen.

    table.py --counts FOLDER --others OTHER-HOMES --sources FOLDER... GIR... >docs/coverage.tsv
    table.py … --compare docs/coverage.tsv

Drivers on which a function did not succeed though it was entered are in brackets. With --compare
nothing is written, and it fails if a function no more succeeds in a language in which the table says that
it does, or has another home. That it does so on some other driver is enough: which of them a call reaches
may be a matter of time. Left out is a driver of which the run has seen less than half in a language, and
everything on another version of libvirt.
"""

import argparse
import glob
import os
import re
import struct
import sys
from collections import Counter
from xml.etree import ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

import libvirt_api  # noqa: E402

# As in recorder.c
DRIVERS = ('client', 'admin', 'test', 'qemu', 'lxc', 'other')
LANGUAGES = ('c', 'python', 'javascript')
COLUMNS = ('function', 'since', 'home', 'async', *LANGUAGES, 'works')

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'
CALLABLE = [CORE + tag for tag in ('function', 'method', 'constructor')]


def symbol_of(node, parent):
    if node.tag in CALLABLE:
        return node.get(C + 'identifier') + '()'
    separator = '::' if node.tag == GLIB + 'signal' else ':' if node.tag == CORE + 'property' else '.'
    if node.get(C + 'type'):
        return node.get(C + 'type')
    return f'{parent.get(C + "type", "")}{separator}{node.get("name", "")}'


def rank_of(name, node, symbol, doc):
    """The smaller, the better a home: its namesake, then what only calls that function, and so on."""
    if node.tag not in CALLABLE or symbol.endswith(('_async()', '_finish()')):
        return 1000
    if symbol.replace('_', '').lower() == f'lib{name}()'.lower().replace('libvir', 'libvirt', 1):
        return 0
    calls = re.search(r'\b(?:Calls|Stands\s+for)\s(.*)', doc, re.DOTALL)
    return len(re.findall(r'\bvir[A-Z]\w+\(\)', calls[1])) if calls and name in calls[1] else 100


def homes_of(girs):
    """The symbol for each function of libvirt's, and all symbols."""
    homes, symbols = {}, set()
    for gir in girs:
        root = ElementTree.parse(gir).getroot()
        for parent in root.iter():
            for node in parent:
                doc = node.findtext(CORE + 'doc') or ''
                symbol = symbol_of(node, parent)
                symbols.add(symbol)
                for name in re.findall(r'\b(vir[A-Z]\w+)\(\)', doc):
                    homes.setdefault(name, []).append((rank_of(name, node, symbol, doc), symbol))
    return {name: min(found)[1] for name, found in homes.items()}, symbols


def mirrors_of(girs):
    """(libvirt's enumeration, ours) for each."""
    for root in (ElementTree.parse(gir).getroot() for gir in girs):
        for node in (*root.iter(CORE + 'enumeration'), *root.iter(CORE + 'bitfield')):
            found = re.search(r'Mirrors\s+(vir\w+)', node.findtext(CORE + 'doc') or '')
            if found:
                yield found[1], node.get(C + 'type')


def needed_versions(folders):
    """Of functions that the installed libvirt may lack: our sources have a text for that."""
    needed = {}
    for path in (path for folder in folders for path in glob.iglob(f'{folder}/**/*.c', recursive=True)):
        needed.update(re.findall(r'needs\s*\([^;]*?"(vir\w+)",\s*"([\d.]+)"', libvirt_api.read(path)))
    return {name: version if version.count('.') > 1 else version + '.0' for name, version in needed.items()}


def counts_of(folder, language, names):
    """(entered, succeeded) for each function and driver."""
    path = os.path.join(folder, language + '.counts')
    if not os.path.isdir(folder):
        sys.exit(f'{folder}: no run of scripts/test has been recorded')
    if not os.path.exists(path):
        return {}
    with open(path, 'rb') as file:
        numbers = list(struct.iter_unpack('=II', file.read()))
    if len(numbers) != len(names) * len(DRIVERS):
        sys.exit(f'{path} was made with another libvirt: start anew')
    return {name: dict(zip(DRIVERS, numbers[place * len(DRIVERS):])) for place, name in enumerate(names)}


def cell(counts):
    succeeded = [driver for driver, (_, good) in counts.items() if good]
    failed = [f'({driver})' for driver, (entered, good) in counts.items() if entered and not good]
    return ' '.join(succeeded + failed)


def works(row, is_bound, is_here):
    cells = ' '.join(row[language] for language in LANGUAGES).split()
    if not is_bound and not cells:
        return 'no call'
    if not is_here:
        return 'newer'
    return 'yes' if any(not text.startswith('(') for text in cells) else 'fails' if cells else 'never'


def rows(options):
    functions = {function.name: function for function in libvirt_api.functions()}
    homes, symbols = homes_of(options.girs)
    others = libvirt_api.other_homes(options.others)
    needed = needed_versions(options.sources)
    bound = libvirt_api.bound(options.girs)
    counts = {language: counts_of(options.counts, language, list(functions)) for language in LANGUAGES}

    for name in sorted(functions.keys() | homes.keys() & libvirt_api.told(options.girs)):
        row = {language: cell(counts[language].get(name, {})) for language in LANGUAGES}
        home = homes.get(name) or libvirt_api.other_home(others, name) or ''
        pair = home.replace('()', '_async()')
        row.update({
            'function': name,
            'since': functions[name].since if name in functions else needed[name],
            'home': home,
            'async': pair if pair in symbols else '',
            'works': works(row, name in bound, name in functions),
        })
        yield row


def successes(row):
    """(language, driver), as the columns of the table say it."""
    return {(language, driver) for language in LANGUAGES for driver in row[language].split()
            if not driver.startswith('(')}


def languages(pairs):
    return {language for language, _ in pairs}


def read_table(path):
    """The version of libvirt that the run had, and its rows by function."""
    first, columns, *lines = libvirt_api.read(path).splitlines()
    assert columns.split('\t') == list(COLUMNS), f'{path} has other columns'
    rows_there = [dict(zip(COLUMNS, line.split('\t'))) for line in lines]
    return first.split()[-1], {row['function']: row for row in rows_there}


def possible_in(found, written):
    """(language, driver) of which the run has seen at least half: else there was no such host for it."""
    seen = Counter(pair for row in found for pair in successes(row))
    told = Counter(pair for row in written.values() for pair in successes(row))
    return {pair for pair, count in told.items() if 2 * seen[pair] >= count}


def differences(found, written):
    """What the table claims and the run has not seen, as far as it could."""
    possible = possible_in(found, written)
    for row in found:
        told = written.get(row['function'])
        if told is None:
            yield f'{row["function"]}: is not in the table'
            continue
        lost = languages(successes(told) & possible) - languages(successes(row))
        yield from (f'{row["function"]}: did not succeed in {language}' for language in sorted(lost))
        yield from (f'{row["function"]}: {column} is {row[column]!r}, not {told[column]!r}'
                    for column in ('since', 'home', 'async') if row[column] != told[column])


def compare(found, path):
    version, written = read_table(path)
    if version != libvirt_api.version():
        print(f'{path} is about libvirt {version}')
        return 0
    wrong = list(differences(found, written))
    print(*wrong, sep='\n', end='\n' if wrong else '')
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--counts', required=True, help='what the recorder wrote')
    parser.add_argument('--others', required=True, help='the file with other homes')
    parser.add_argument('--sources', required=True, action='append', help='a folder with C')
    parser.add_argument('--compare', help='a table to look at instead of writing one')
    parser.add_argument('girs', nargs='+')
    options = parser.parse_args()

    found = list(rows(options))
    if options.compare:
        return compare(found, options.compare)

    print(f'# Made by scripts/coverage from a run of all tests on libvirt {libvirt_api.version()}')
    print('\t'.join(COLUMNS))
    for row in found:
        print('\t'.join(row[column] for column in COLUMNS))
    return 0


if __name__ == '__main__':
    sys.exit(main())
