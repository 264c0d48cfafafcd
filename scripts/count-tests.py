#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts the single tests of the last run of `meson test`, over all suites.

Meson counts programs; here each test point of their output (TAP) counts. A program that crashed,
timed out, exited with an error or ended before its plan was fulfilled is one more failure, and so
is one that printed no test at all or that has not been run.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter

POINT = re.compile(r'(not )?ok\b[^#]*(?:#\s*(SKIP|TODO)\b)?', re.IGNORECASE)
PLAN = re.compile(r'1\.\.(\d+)')


def read_points(output):
    """The points of a program's output, counted, and how many its plan promised."""
    points, planned, bailed = Counter(), None, False
    for line in output.splitlines():
        if plan := PLAN.match(line):
            planned = int(plan[1])
        elif point := POINT.match(line):
            bad, directive = point.groups()
            points['skipped' if directive else 'failed' if bad else 'passed'] += 1
        elif line.startswith('Bail out!'):
            bailed = True
    return points, planned, bailed


def count_program(run):
    """What one program of the log, or one that is not there, adds to the sums."""
    if run is None:
        return Counter(failed=1)
    if run['result'] == 'SKIP' and run['returncode'] == 77:
        return Counter(skipped=1)
    points, planned, bailed = read_points(run.get('stdout') or '')
    if planned == 0 and not points:
        return Counter(skipped=1)
    broken = bailed or run['returncode'] != 0 or planned != sum(points.values())
    broken = broken or run['result'] not in ('OK', 'SKIP')
    if not points['failed'] and (broken or not points):
        points['failed'] += 1
    return points


def describe(suites, name, run):
    """A program in which something failed, and where: the log of all tests is long."""
    lines = (run and run.get('stdout') or '').splitlines()
    failed = [line for line in lines if line.startswith(('not ok', 'Bail out!'))]
    skipped = [line for line in lines if '# SKIP' in line]
    passed = [f'after "{line}"' for line in lines if line.startswith('ok')]
    where = (failed[:1] or skipped[:1] or passed[-1:] or ['before the first test'])[0]
    return f"{'+'.join(suites)} / {name}: {run['result'] if run else 'not run'}, {where}"


def split_name(name):
    """The suites and the name of a program, of 'project:suite+suite / name', or of 'suite+suite - project:name', as
    newer versions of Meson have it; or just the name where there is one suite in all."""
    suites, dash, rest = name.partition(' - ')
    if dash:
        return suites, rest.partition(':')[2]
    suites, _, rest = name.rpartition(' / ')
    return suites.partition(':')[2], rest


def read_log(build):
    """The programs of the last run, by suites and name."""
    log = {}
    with open(os.path.join(build, 'meson-logs', 'testlog.json'), encoding='utf-8') as lines:
        for run in map(json.loads, lines):
            log[split_name(run['name'])] = run
    return log


def read_tests(build):
    """The programs that should have been run: suites and name."""
    tests = json.loads(subprocess.check_output(['meson', 'introspect', '--tests', build]))
    return [([suite.partition(':')[2] for suite in test['suite']], test['name']) for test in tests]


def count_all(tests, log, required):
    """Counts per suite, and descriptions of the programs in which something failed."""
    sums, failed = {}, []
    for suites, name in tests:
        run = log.get(('+'.join(suites), name)) or log.get(('', name))
        counts = count_program(run)
        if set(suites) & set(required):
            counts['failed'] += counts.pop('skipped', 0)
        if counts['failed']:
            failed.append(describe(suites, name, run))
        sums.setdefault(suites[0] if suites else '-', Counter()).update(counts)
    for name in required:
        if not any(name in suites for suites, _ in tests):
            sums[name] = Counter(failed=1)
            failed.append(f'{name}: no such suite')
    return sums, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--require', action='append', default=[], metavar='SUITE',
                        help='count what is skipped in this suite as failed')
    parser.add_argument('build', help='the build folder')
    options = parser.parse_args()

    sums, failed = count_all(read_tests(options.build), read_log(options.build), options.require)
    line = '{0[passed]} passed, {0[failed]} failed, {0[skipped]} skipped'.format
    for suite, counts in sorted(sums.items()):
        print(f'{suite:>12}:', line(counts))
    for description in failed:
        print('failed:', description)
    total = sum(sums.values(), Counter())
    print(line(total))
    return 1 if total['failed'] or not total['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
