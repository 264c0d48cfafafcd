# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures, for scripts/bench.

    main.py [--rounds N] [--only ROW]... [--list] [--csv FILE] [--page] [--profile FOLDER] SOURCE BUILD
"""

import argparse
import csv
import os
import shutil
import sys


def parse():
    parser = argparse.ArgumentParser(prog='bench')
    parser.add_argument('--rounds', type=int, default=7, help='how often each is measured')
    parser.add_argument('--only', action='append', default=[], metavar='ROW', help='just this row, and so on')
    parser.add_argument('--list', action='store_true', help='which rows there are')
    parser.add_argument('--csv', metavar='FILE', help='writes the results there')
    parser.add_argument('--page', action='store_true', help="renews the manual's page and pictures")
    parser.add_argument('source', help=argparse.SUPPRESS)
    parser.add_argument('build', help=argparse.SUPPRESS)
    return parser.parse_args()


ARGUMENTS = parse()
sys.path[:0] = [os.path.join(ARGUMENTS.source, 'tests')]
sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
import results  # noqa: E402
import rows  # noqa: E402
import runs  # noqa: E402


def chosen():
    unknown = set(ARGUMENTS.only) - {row.key for row in rows.ROWS}
    if unknown:
        sys.exit(f'bench: no such row: {", ".join(sorted(unknown))}')
    return [row for row in rows.ROWS if not ARGUMENTS.only or row.key in ARGUMENTS.only]


def measure(bench):
    for row in chosen():
        rounds = min(row.rounds or ARGUMENTS.rounds, ARGUMENTS.rounds)
        result = results.RowResult(row, [row.measure(bench) for _ in range(rounds)])
        results.print_row(result)
        sys.stdout.flush()
        yield result


def write_csv(measured):
    records = [record for result in measured for record in result.records()]
    with open(ARGUMENTS.csv, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, records[0].keys(), lineterminator='\n')
        writer.writeheader()
        writer.writerows(records)


def main():
    if ARGUMENTS.list:
        for row in rows.ROWS:
            print(f'{row.key:24} {row.title}  {row.bar}')
        return
    if not shutil.which('valgrind'):
        sys.exit('bench: valgrind counts the instructions, and is not there')
    with runs.Runs(ARGUMENTS.source, ARGUMENTS.build) as bench:
        measured = list(measure(bench))
        for name in sorted(bench.unavailable):
            print(f'\nNot measured, as it is not installed: {results.NAMES[name]}')
    if ARGUMENTS.csv:
        write_csv(measured)


main()
