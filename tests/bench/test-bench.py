# SPDX-License-Identifier: LGPL-2.1-or-later
"""The benchmark still does what it says it measures, with next to nothing of it and no clock.

    test-bench.py SOURCE-FOLDER BUILD-FOLDER
"""

import csv
import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import daemon
import page
import results
import rows
import runs
import tap

SOURCE, BUILD = sys.argv[1:]
MEASURES = {'raw': 'raw', 'libvirt-python': 'python', 'among 100': 'few'}


def try_row(bench, row):
    """runs.py compares what was done with what was to be done."""
    @tap.test(f'/bench/{row.key}/does-its-work')
    def works():
        values = row.measure(bench)
        assert any(name.startswith('gobj') for name in values), values
        assert next(iter(values)) == MEASURES[row.measure_name] or list(values) == ['gobj'], values


def result_of(row, rounds, date='2026-01-01', version='1.2'):
    return results.RowResult.of_rounds(row, rounds, results.Origin(date, version, 'a <machine>'))


@tap.test('/bench/results/ratios-are-those-of-one-round')
def ratios():
    row = rows.Row('row', 'A row', 's', None, limit=1.5)
    result = result_of(row, [{'raw': value, 'gobj': ours}
                             for value, ours in ((1, 2), (10, 10), (100, 100))])
    assert result.ours.ratio.median == 1 and result.ours.value.median == 10
    assert result.ours.ratio.high == 2
    assert result.reached


@tap.test('/bench/results/few-rounds-show-how-far-they-are-apart')
def spread_of_few():
    row = rows.Row('row', 'A row', 's', None)

    def ratios_of(values):
        return result_of(row, [{'raw': 1, 'gobj': value} for value in values])
    few, one, many = ratios_of([1, 2, 4]), ratios_of([3]), ratios_of([1, 2, 3, 4, 100])
    assert (few.ours.ratio.low, few.ours.ratio.median, few.ours.ratio.high) == (1, 2, 4)
    assert (many.ours.ratio.low, many.ours.ratio.high) == (2, 4)
    assert (few.rounds, one.rounds) == (3, 1)
    assert [line[-1] for line in one.lines()] == ['', ''] and [line[-1] for line in few.lines()] == ['1–1', '1–4']


@tap.test('/bench/results/a-bar-that-is-missed-is-told')
def missed():
    row = rows.Row('row', 'A row', 'ms', None, limit=1, against='value', scale=1000)
    assert not result_of(row, [{'raw': 1, 'gobj': 0.002}]).reached
    assert result_of(row, [{'raw': 1, 'gobj': 0.001}]).reached


def made_up(missed_rows=(), **origin):
    """A result of every row, with just these missed."""
    def value_of(row):
        better = row.more_is_better == (row.key not in missed_rows)
        return 3 if better else 0.3
    return [result_of(row, [{'raw': 1, 'gobj': value_of(row) * noise} for noise in (0.9, 1, 1.1)], **origin)
            for row in rows.ROWS]


def page_of(measured):
    """The names and texts of what is written."""
    with tempfile.TemporaryDirectory() as folder:
        page.write(folder, measured)
        return {name: read(os.path.join(folder, name)) for name in os.listdir(folder)}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


@tap.test('/bench/results/csv-keeps-all')
def csv_keeps_all():
    measured = made_up()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'results.csv')
        results.write_csv(path, measured)
        again = results.read_csv([path], rows.ROWS)
    assert [list(result.lines()) for result in again] == [list(result.lines()) for result in measured]
    assert [result.row for result in again] == rows.ROWS
    assert all((result.rounds, result.origin) == (3, measured[0].origin) for result in again)


@tap.test('/bench/page/has-all-rows-and-pictures')
def page_has_all():
    files = page_of(made_up())
    text = ' '.join(ElementTree.fromstring(files['benchmarks.xml']).itertext())
    assert 'a <machine>' in text and all(row.title in text for row in rows.ROWS)
    pictures = set(re.findall('fileref="(.*?)"', files['benchmarks.xml']))
    assert pictures == {name for name in files if name.endswith('.svg')} and len(pictures) == len(rows.SECTIONS)
    drawn = ''.join(' '.join(ElementTree.fromstring(files[name]).itertext()) for name in pictures)
    assert all(row.title in drawn for row in rows.ROWS)


@tap.test('/bench/page/says-why-a-bar-is-missed')
def page_says_why():
    key, why = next((row.key, row.why) for row in rows.ROWS if row.why)
    assert why not in ' '.join(ElementTree.fromstring(page_of(made_up())['benchmarks.xml']).itertext())
    assert why in ' '.join(ElementTree.fromstring(page_of(made_up({key}))['benchmarks.xml']).itertext())


@tap.test('/bench/page/tells-of-every-bar-that-is-missed')
def page_tells_of_all():
    measured = made_up({row.key for row in rows.ROWS})
    missed_rows = [result.row for result in measured if result.reached is False]
    text = page_of(measured)['benchmarks.xml']
    assert text.count('<listitem>') == len(missed_rows) > len(rows.ROWS) / 2
    assert text.count(page.UNKNOWN) == len([row for row in missed_rows if not row.why]) > 0


@tap.test('/bench/page/tells-of-rounds-and-days')
def page_tells_of_rounds():
    measured = made_up()[:-1] + made_up(date='2026-01-03')[-1:]
    text = ' '.join(ElementTree.fromstring(page_of(measured)['benchmarks.xml']).itertext())
    assert '2026-01-01 to 2026-01-03' in text
    table = ElementTree.fromstring(page_of(measured)['benchmarks.xml']).find('.//tbody')
    assert [cell.text for cell in table[0]][-2:] == ['3', None]


MAIN = [sys.executable, os.path.join(SOURCE, 'tests', 'bench', 'main.py')]


def main_py(*arguments, source=SOURCE):
    return subprocess.run([*MAIN, source, BUILD, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False)


def end_early(folder, number):
    """Ends a run by a signal when it is about to measure; returns with what."""
    if not shutil.which('valgrind'):
        raise tap.Skip('no valgrind')
    run = subprocess.Popen([*MAIN, SOURCE, BUILD, '--only', 'call', '--csv', os.path.join(folder, 'kept')],
                           env={**os.environ, 'TMPDIR': folder}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        daemon.wait_for(lambda: glob.glob(os.path.join(folder, 'bench-*', '1.xml')), 'a run', 100)
    finally:
        run.send_signal(number)
    assert 'Traceback' not in run.communicate()[0]
    return run.returncode


@tap.test('/bench/runs/leave-nothing-when-they-are-ended')
def leave_nothing():
    for number in (signal.SIGINT, signal.SIGTERM):
        with tempfile.TemporaryDirectory() as folder:
            # The daemon, which is nobody, has its folder there.
            os.chmod(folder, 0o755)
            assert end_early(folder, number) == 128 + number
            assert os.listdir(folder) == ['kept'], os.listdir(folder)


@tap.test('/bench/options/mistakes-are-told-before-anything-is-measured')
def mistakes():
    for words, told in ((['--only', 'nothing'], 'no such row: nothing'), (['--rounds', '0'], '--rounds'),
                        (['--only', 'heap', '--csv', '/no/folder/file'], '/no/folder/file'),
                        (['--from', '/no/file'], '/no/file'), (['call'], 'unrecognized arguments: call'),
                        (['--page', '--only', 'heap'], 'a page has all rows')):
        done = main_py(*words)
        assert done.returncode != 0 and told in done.stdout and 'Traceback' not in done.stdout, done.stdout


def refused_page(measured):
    """With docs of its own, lest it is written after all."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'results.csv')
        results.write_csv(path, measured)
        os.symlink(os.path.join(SOURCE, 'tests'), os.path.join(folder, 'tests'))
        os.mkdir(os.path.join(folder, 'docs'))
        done = main_py('--from', path, '--page', source=folder)
        assert not os.listdir(os.path.join(folder, 'docs'))
    assert done.returncode == 1, done.stdout
    return done.stdout.splitlines()[-1]


@tap.test('/bench/options/a-page-is-of-all-rows-and-one-version')
def page_is_refused():
    assert f'missing: {rows.ROWS[0].key}' in refused_page(made_up()[1:])
    assert 'one version' in refused_page(made_up()[:1] + made_up(version='1.3')[1:])


@tap.test('/bench/runs/without-the-measure-nothing-is-measured')
def without_measure():
    """An ImportError of libvirt-python's, and of libvirt-glib's."""
    for name, missing in (('python', tap.Skip), ('gobj-python', tap.Skip), ('glib-python', runs.Unavailable)):
        try:
            tiny.tell_of_missing(name, 'not installed')
        except missing:
            continue
        raise AssertionError(name)
    assert tiny.unavailable == {'glib-python'}
    tiny.unavailable.clear()


@tap.test('/bench/runs/begin-with-another-in-the-next-round')
def turns():
    begun = []

    def measure(implementation):
        begun.append(implementation)
        return len(begun)

    tiny.round = 1
    values = tiny.each(('raw', 'gobj'), measure)
    tiny.round = 0
    assert begun == ['gobj', 'raw'] and list(values.items()) == [('raw', 2), ('gobj', 1)], values


@tap.test('/bench/page/trend-has-a-run-of-each-version')
def trend():
    with tempfile.TemporaryDirectory() as folder:
        for version, date in (('1.0', '2026-01-01'), ('1.1', '2026-02-01'), ('1.1', '2026-02-02')):
            page.write(folder, made_up(date=date, version=version))
        lines = list(csv.DictReader(read(os.path.join(folder, 'benchmarks.tsv')).splitlines(), delimiter='\t'))
    assert len(lines) == 2 * len(rows.ROWS)
    assert {(line['version'], line['date']) for line in lines} == {('1.0', '2026-01-01'), ('1.1', '2026-02-02')}


@tap.test('/bench/page/tells-nothing-of-whose-machine-it-is')
def machine():
    text = page.describe_machine()
    assert 'libvirt ' in text and 'processor' in text, text
    assert socket.gethostname() not in re.split('[ ,]+', text) and not re.search(r'(^| )/', text), text


@tap.test('/bench/page/that-of-the-manual-has-all-rows')
def page_of_manual():
    """Who adds a row makes a run: scripts/bench --page."""
    text = ' '.join(ElementTree.fromstring(read(os.path.join(SOURCE, 'docs', 'benchmarks.xml'))).itertext())
    missing = [row.key for row in rows.ROWS if row.title not in text]
    assert not missing, missing
    lines = list(csv.DictReader(read(os.path.join(SOURCE, 'docs', 'benchmarks.tsv')).splitlines(), delimiter='\t'))
    assert {line['row'] for line in lines if line['version'] == lines[-1]['version']} == {row.key for row in rows.ROWS}


with runs.Runs(SOURCE, BUILD, tiny=True) as tiny:
    for each in rows.ROWS:
        try_row(tiny, each)
    tap.run()
