# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual's page about a run, with its pictures, and the trend from release to release."""

import csv
import json
import os
import platform
import re
import subprocess
from xml.sax.saxutils import escape

import picture
from results import ENOUGH, VERDICTS
from rows import SECTIONS

HEAD = '''<?xml version="1.0"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Made by scripts/bench from a run: not to be edited. -->
<!DOCTYPE chapter PUBLIC "-//OASIS//DTD DocBook XML V4.3//EN"
               "http://www.oasis-open.org/docbook/xml/4.3/docbookx.dtd">
<chapter id="benchmarks">
  <title>How fast it is</title>

  <para>
    Each of these workloads was done with libvirt's own functions in C, with this library, and with
    other bindings as far as they have it: in each round with one after the other. What counts is the
    ratio to the first in the table within a round: times of different machines cannot be compared. The table
    has the median of the rounds, and as the spread of the ratio its quartiles, or the least and the
    greatest of fewer than {enough} rounds. Instructions are those of the client, in all its threads, and
    hardly change; times and rates do, when a machine has other things to do, and say little where rounds
    are few or their spread is wide.
    <filename>tests/bench/README.md</filename> tells how to make a run of one's own.
  </para>
  <para>
    In the pictures, blue bars are this library's, and red marks the ratio to be reached.
    libvirt-gobj {version}, {date}: {machine}.
  </para>
'''

PICTURE = '''    <mediaobject>
      <imageobject><imagedata fileref="{name}" format="SVG"/></imageobject>
      <textobject><phrase>The ratios of the table below as bars.</phrase></textobject>
    </mediaobject>
'''

COLUMNS = ('Workload', 'With', '', 'Unit', 'Ratio', 'Spread', 'Rounds', 'To be reached')
UNKNOWN = 'not known yet.'
TREND = ('version', 'date', 'row', 'value', 'unit', 'ratio')


def picture_name(section):
    return f'benchmarks-{section}.svg'


def cells(kind, texts):
    return '<tr>' + ''.join(f'<{kind}>{escape(text)}</{kind}>' for text in texts) + '</tr>'


def table_lines(measured):
    for result in measured:
        bar = f'{result.row.bar}: {VERDICTS[result.reached]}' if result.row.bar else ''
        title, rounds = result.row.title, str(result.rounds)
        for other, line in zip(result.results.values(), result.lines()):
            yield cells('td', [title, *line, rounds, bar if other is result.ours else ''])
            title = rounds = ''


def missed(measured):
    """Every row that misses its bar, and why, as far as is known."""
    return [f'<listitem><para>{escape(result.row.title)}: {escape(result.row.why or UNKNOWN)}</para></listitem>'
            for result in measured if result.reached is False]


def section(key, measured, has_picture):
    yield f'  <section id="benchmarks-{key}">\n    <title>{SECTIONS[key]}</title>\n'
    if has_picture:
        yield PICTURE.format(name=picture_name(key))
    yield f'    <informaltable id="benchmarks-{key}-table">\n'
    yield f'      <thead>{cells("th", COLUMNS)}</thead>\n      <tbody>\n'
    for line in table_lines(measured):
        yield f'        {line}\n'
    yield '      </tbody>\n    </informaltable>\n'
    reasons = missed(measured)
    if reasons:
        yield '    <para>What is missed, and why:</para>\n    <itemizedlist>\n'
        yield from (f'      {reason}\n' for reason in reasons)
        yield '    </itemizedlist>\n'
    yield '  </section>\n'


def write_text(docs, name, text):
    with open(os.path.join(docs, name), 'w', encoding='utf-8') as file:
        file.write(text)


def write_trend(docs, measured):
    """Of a version the last run counts."""
    path = os.path.join(docs, 'benchmarks.tsv')
    version = measured[0].origin.version
    lines = []
    if os.path.exists(path):
        with open(path, encoding='utf-8', newline='') as file:
            lines = [line for line in csv.DictReader(file, delimiter='\t') if line['version'] != version]
    for result in measured:
        ours = result.ours
        lines.append({'version': version, 'date': result.origin.date, 'row': result.row.key,
                      'value': f'{ours.value.median:.4g}', 'unit': result.row.unit,
                      'ratio': f'{ours.ratio.median:.4g}'})
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, TREND, delimiter='\t', lineterminator='\n')
        writer.writeheader()
        writer.writerows(lines)


def when(measured):
    first, last = (choose(result.origin.date for result in measured) for choose in (min, max))
    return last if first == last else f'{first} to {last}'


def write(docs, measured):
    """All of it, into the folder `docs`. The results are of one version and of one machine."""
    origin = measured[0].origin
    parts = [HEAD.format(enough=ENOUGH, version=origin.version, date=when(measured), machine=escape(origin.machine))]
    for key in SECTIONS:
        of_section = [result for result in measured if result.row.section == key]
        drawing = picture.draw(of_section)
        if drawing:
            write_text(docs, picture_name(key), drawing)
        if of_section:
            parts += section(key, of_section, drawing is not None)
    write_text(docs, 'benchmarks.xml', ''.join(parts) + '</chapter>\n')
    write_trend(docs, measured)


def processor():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        found = re.search(r'^model name\s*: (.*)', file.read(), re.M)
    return f'{found[1] if found else platform.machine()}, {os.cpu_count()} processors'


def module_version(name):
    done = subprocess.run(['pkg-config', '--modversion', name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, check=False)
    return done.stdout.strip()


def describe_machine():
    """What the numbers depend on, and nothing that tells whose it is."""
    modules = {'libvirt': 'libvirt', 'GLib': 'glib-2.0', 'libvirt-glib': 'libvirt-glib-1.0'}
    versions = [f'{title} {module_version(name)}' for title, name in modules.items() if module_version(name)]
    system = platform.freedesktop_os_release()['PRETTY_NAME']
    return ', '.join([processor(), system, *versions, f'Python {platform.python_version()}'])


def version_of(source):
    done = subprocess.run(['meson', 'introspect', '--projectinfo', os.path.join(source, 'meson.build')],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)['version']
