# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures, for scripts/bench.

    main.py SOURCE BUILD [--rounds N] [--only ROW]... [--list] [--csv FILE] [--from FILE]... [--page]
"""

import argparse
import datetime
import functools
import os
import shutil
import signal
import sys


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def parse():
    parser = argparse.ArgumentParser(prog='bench')
    parser.add_argument('--rounds', type=positive, default=7, help='how often each is measured, at most')
    parser.add_argument('--only', action='append', default=[], metavar='ROW', help='just this row, and so on')
    parser.add_argument('--list', action='store_true', help='which rows there are')
    parser.add_argument('--csv', metavar='FILE', help='writes the results there')
    parser.add_argument('--from', action='append', default=[], metavar='FILE', dest='files',
                        help='measures nothing: these are the results, written by --csv')
    parser.add_argument('--page', action='store_true', help="renews the manual's page, pictures and trend")
    parser.add_argument('source', help=argparse.SUPPRESS)
    parser.add_argument('build', help=argparse.SUPPRESS)
    return parser.parse_args()


ARGUMENTS = parse()
sys.path[:0] = [os.path.join(ARGUMENTS.source, 'tests')]
sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
import page  # noqa: E402
import results  # noqa: E402
import rows  # noqa: E402
import runs  # noqa: E402
import tap  # noqa: E402


def fail(why):
    sys.exit(f'bench: {why}')


def chosen():
    unknown = set(ARGUMENTS.only) - {row.key for row in rows.ROWS}
    if unknown:
        fail(f'no such row: {", ".join(sorted(unknown))}')
    return [row for row in rows.ROWS if not ARGUMENTS.only or row.key in ARGUMENTS.only]


def measure_round(bench, row, number):
    bench.round = number
    return row.measure(bench)


@functools.cache
def origin():
    return results.Origin(datetime.date.today().isoformat(), page.version_of(ARGUMENTS.source),
                          page.describe_machine())


def measure_row(bench, row):
    rounds = min(row.rounds or ARGUMENTS.rounds, ARGUMENTS.rounds)
    return results.RowResult.of_rounds(row, [measure_round(bench, row, i) for i in range(rounds)], origin())


def measure(bench, wanted):
    for row in wanted:
        try:
            result = measure_row(bench, row)
        except tap.Skip as reason:
            print(f'\n{row.title}: not measured: {reason}')
            continue
        results.print_row(result)
        sys.stdout.flush()
        yield result


def keep(measured):
    if ARGUMENTS.csv:
        results.write_csv(ARGUMENTS.csv, measured)


def measure_all(wanted):
    """Kept row by row: whoever ends it halfway has the half."""
    if not shutil.which('valgrind'):
        fail('valgrind counts the instructions, and is not there')
    measured = []
    with runs.Runs(ARGUMENTS.source, ARGUMENTS.build) as bench:
        for result in measure(bench, wanted):
            measured.append(result)
            keep(measured)
    for name in sorted(bench.unavailable):
        print(f'\nNot measured, as it is not installed: {results.NAMES[name]}')
    if ARGUMENTS.page and bench.unavailable:
        fail('a page is made where nothing is missing')
    return measured


def read(wanted):
    try:
        measured = results.read_csv(ARGUMENTS.files, wanted)
    except ValueError as reason:
        fail(reason)
    for result in measured:
        results.print_row(result)
    keep(measured)
    return measured


def write_page(measured):
    missing = {row.key for row in rows.ROWS} - {result.row.key for result in measured}
    if missing:
        fail(f'a page has all rows, and these are missing: {", ".join(sorted(missing))}')
    if len({(result.origin.version, result.origin.machine) for result in measured}) > 1:
        fail('a page is of one version and of one machine')
    page.write(os.path.join(ARGUMENTS.source, 'docs'), measured)


def main():
    if ARGUMENTS.list:
        for row in rows.ROWS:
            print(f'{row.key:24} {row.title}  {row.bar}')
        return
    if ARGUMENTS.page and ARGUMENTS.only:
        fail('a page has all rows')
    wanted = chosen()
    if ARGUMENTS.files:
        measured = read(wanted)
    else:
        keep([])
        measured = measure_all(wanted)
    if ARGUMENTS.page:
        write_page(measured)


# Daemons and folders go then, too.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
try:
    main()
except KeyboardInterrupt:
    sys.exit(128 + signal.SIGINT)
except (OSError, tap.Skip) as reason:
    fail(reason)
