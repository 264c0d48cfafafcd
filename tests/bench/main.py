# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures, for scripts/bench.

    main.py [--rounds N] [--only ROW]... [--list] [--csv FILE] [--from FILE]... [--page] SOURCE BUILD
"""

import argparse
import os
import shutil
import sys


def parse():
    parser = argparse.ArgumentParser(prog='bench')
    parser.add_argument('--rounds', type=int, default=7, help='how often each is measured')
    parser.add_argument('--only', action='append', default=[], metavar='ROW', help='just this row, and so on')
    parser.add_argument('--list', action='store_true', help='which rows there are')
    parser.add_argument('--csv', metavar='FILE', help='writes the results there')
    parser.add_argument('--from', action='append', default=[], metavar='FILE', dest='files',
                        help='measures nothing: these are the results, written by --csv on this machine')
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


def chosen():
    unknown = set(ARGUMENTS.only) - {row.key for row in rows.ROWS}
    if unknown:
        sys.exit(f'bench: no such row: {", ".join(sorted(unknown))}')
    return [row for row in rows.ROWS if not ARGUMENTS.only or row.key in ARGUMENTS.only]


def measure_row(bench, row):
    rounds = min(row.rounds or ARGUMENTS.rounds, ARGUMENTS.rounds)
    return results.RowResult.of_rounds(row, [row.measure(bench) for _ in range(rounds)])


def measure(bench):
    for row in chosen():
        try:
            result = measure_row(bench, row)
        except tap.Skip as reason:
            print(f'\n{row.title}: not measured: {reason}')
            continue
        results.print_row(result)
        sys.stdout.flush()
        yield result


def measure_all():
    if not shutil.which('valgrind'):
        sys.exit('bench: valgrind counts the instructions, and is not there')
    with runs.Runs(ARGUMENTS.source, ARGUMENTS.build) as bench:
        measured = list(measure(bench))
        for name in sorted(bench.unavailable):
            print(f'\nNot measured, as it is not installed: {results.NAMES[name]}')
    return measured


def main():
    if ARGUMENTS.list:
        for row in rows.ROWS:
            print(f'{row.key:24} {row.title}  {row.bar}')
        return
    if ARGUMENTS.page and ARGUMENTS.only:
        sys.exit('bench: a page has all rows')
    measured = results.read_csv(ARGUMENTS.files, rows.ROWS) if ARGUMENTS.files else measure_all()
    if ARGUMENTS.csv:
        results.write_csv(ARGUMENTS.csv, measured)
    if ARGUMENTS.page:
        page.write(os.path.join(ARGUMENTS.source, 'docs'), measured, page.describe_machine(),
                   page.version_of(ARGUMENTS.source))


main()
