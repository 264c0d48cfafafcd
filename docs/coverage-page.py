# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the page of the manual about the functions and types of libvirt, from the table of the last run.

    coverage-page.py COVERAGE.TSV TYPES.TSV CSHARP.TSV >coverage.xml
"""

import csv
import re
import sys
from xml.sax.saxutils import escape

# What a function belongs to is the longest of these that its name begins with.
CLASSES = ['Connect', 'Node', 'Domain', 'DomainSnapshot', 'DomainCheckpoint', 'Interface', 'Network', 'NetworkPort',
           'NodeDevice', 'NWFilter', 'NWFilterBinding', 'Secret', 'StoragePool', 'StorageVol', 'Stream',
           'Adm', 'Event', 'TypedParam']
OTHERS = 'Library and errors'
TITLES = {'Adm': 'Daemons (admin)', 'Event': 'Event loop', 'TypedParam': 'Typed parameters'}
LANGUAGES = {'c': 'C', 'python': 'Python', 'javascript': 'JavaScript'}
KINDS = {'enum': 'Enumerations', 'flags': 'Flags', 'boxed': 'Structures that are boxed types', 'class': 'Classes',
         'variant': 'Structures that are variants', 'callback': 'Callbacks', 'constant': 'String constants'}
STATES = {'yes': 'works', 'fails': 'fails here', 'never': 'not called', 'newer': 'newer', 'no call': '–'}

HEAD = '''<?xml version="1.0"?>
<!DOCTYPE chapter PUBLIC "-//OASIS//DTD DocBook XML V4.3//EN"
               "http://www.oasis-open.org/docbook/xml/4.3/docbookx.dtd">
<chapter id="coverage">
  <title>What of libvirt there is, and was tested</title>

  <para>
    Each function of libvirt's has a home: a function of this library that calls it, or something else
    that takes its place. This table was not written but recorded while the test suites ran on
    libvirt {version}: for each language, it names the drivers on which the call was made through this library and
    succeeded. A driver in brackets has only been seen to fail, because it cannot do that, or lacks the hardware;
    <literal>client</literal> means that no driver is involved. Networks, storage and so on of a QEMU host
    count as <literal>qemu</literal>.
  </para>
  <para>
    What is <emphasis>newer</emphasis> than the libvirt of the recorded run fails there with
    %LIBVIRT_ERROR_NO_SUPPORT. Functions with a tick have an asynchronous pair.
  </para>
'''


def read(path):
    """What the first line says, and the rows."""
    with open(path, encoding='utf-8') as file:
        first = file.readline()
        return first, list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def class_of(row):
    name = row['function'].removeprefix('vir')
    found = [class_ for class_ in CLASSES if re.match(class_ + '[A-Zs]', name)]
    found = max(found, key=len, default='')
    return TITLES.get(found, found) or OTHERS


def target_of(symbol):
    """The anchor that gtk-doc gives it."""
    if '::' in symbol:
        return symbol.replace('::', '-')
    constant = ':CAPS' if symbol.isupper() else ''
    return symbol.removesuffix('()').replace('_', '-') + constant


def link(home):
    """Symbols become links, whatever is between them is text."""
    def replace(symbol):
        return f'<link linkend="{target_of(symbol[0])}"><code>{symbol[0]}</code></link>'
    return re.sub(r'\b(?:libvirt_|g_)\w+\(\)|\b(?:Libvirt|LIBVIRT_|GVariant|GDestroy)[\w:-]*', replace, escape(home))


def table(identity, columns, lines):
    """Written as HTML's tables, with which the style sheets take a tenth of the time."""
    yield f'<informaltable id="{identity}">'
    for part, cell, rows in (('thead', 'th', [columns]), ('tbody', 'td', lines)):
        yield f'<{part}>'
        for row in rows:
            yield '<tr>' + ''.join(f'<{cell}>{text}</{cell}>' for text in row) + '</tr>'
        yield f'</{part}>'
    yield '</informaltable>'


def succeeded(row, languages=tuple(LANGUAGES)):
    return any(not driver.startswith('(') for language in languages for driver in row[language].split())


def totals(title, rows):
    bound = [row for row in rows if row['works'] != 'no call']
    here = [row for row in bound if row['works'] != 'newer']
    return [title, len(rows), len(bound), sum(bool(row['async']) for row in rows),
            sum(row['works'] != 'never' for row in here), sum(row['works'] == 'yes' for row in here),
            *(sum(succeeded(row, [language]) for row in here) for language in LANGUAGES),
            len(bound) - len(here)]


def line(row):
    tick = '✓' if row['async'] else ''
    return [f'<code>{row["function"]}</code>', row['since'], link(row['home']), tick,
            *(row[language] for language in LANGUAGES), STATES[row['works']]]


def identity_of(title):
    return 'coverage-' + re.sub('[^a-z]+', '-', title.lower()).strip('-')


def section(title, text, columns, lines):
    identity = identity_of(title)
    yield f'<section id="{identity}"><title>{title}</title>'
    if text:
        yield f'<para>{text}</para>'
    yield from table(identity + '-table', columns, lines)
    yield '</section>'


def function_sections(rows):
    classes = {}
    for row in rows:
        classes.setdefault(class_of(row), []).append(row)
    columns = ['Of', 'All', 'Called', 'With a pair', 'Entered', 'Succeeded',
               *('in ' + name for name in LANGUAGES.values()), 'Newer']
    sums = [*(totals(title, classes[title]) for title in sorted(classes)), totals('All', rows)]
    yield from table('coverage-totals', columns, sums)
    for title in sorted(classes):
        yield from section(title, '', ['Function', 'Since', 'Home', 'Pair', *LANGUAGES.values(), 'State'],
                           [line(row) for row in classes[title]])


def type_sections(rows):
    for kind, title in KINDS.items():
        found = [row for row in rows if row['kind'] == kind]
        yield from section(title, f'{len(found)} of {len(found)} have a home.', ['Type', 'Since', 'Home'],
                           [[f'<code>{row["type"]}</code>', row['since'], link(row['home'])] for row in found])


def comparison(rows, functions, types):
    """How each row of the other table stands here."""
    homes = {row['type']: (row['home'], 'there') for row in types}
    homes.update((row['function'], (row['home'], STATES[row['works']])) for row in functions)
    lines = [[f'<code>{row["libvirt"]}</code>', row['kind'], row['there'], homes[row['libvirt']][1],
              link(homes[row['libvirt']][0])] for row in rows]
    there = sum(row['there'] in ('Yes', 'IntPtr') for row in rows)
    text = (f'The table of libvirt\'s C# bindings, which this one follows, has {len(rows)} rows, {there} of them '
            f'bound there (IntPtr: as a bare pointer). All have a home here.')
    return section('Beside the C# bindings', text, ['Name', 'Kind', 'C#', 'Here', 'Home'], lines)


def main():
    (first, functions), (_, types), (_, csharp) = (read(path) for path in sys.argv[1:])
    print(HEAD.format(version=first.split()[-1]))
    for part in (function_sections(functions), type_sections(types), comparison(csharp, functions, types)):
        print(*part, sep='\n')
    print('</chapter>')


main()
