# SPDX-License-Identifier: LGPL-2.1-or-later
"""What scripts/count-tests.py makes of the output of test programs."""

import importlib.util
import os
from collections import Counter

import tap

SCRIPT = os.path.join(os.environ['G_TEST_SRCDIR'], '..', '..', 'scripts', 'count-tests.py')


def load():
    spec = importlib.util.spec_from_file_location('count_tests', SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


count_tests = load()


def run_of(stdout, result='OK', returncode=0):
    return {'stdout': stdout, 'result': result, 'returncode': returncode}


def check(run, **expected):
    assert count_tests.count_program(run) == Counter(expected), count_tests.count_program(run)


@tap.test('/count/points')
def points():
    check(run_of('1..3\nok 1 /a\nok 2 /b # SKIP no host\nok 3 /c\n'), passed=2, skipped=1)
    check(run_of('TAP version 13\n# random seed\nok 1 /a\n    ok 1 - nested\n1..1\n'), passed=1)
    check(run_of('1..2\nok 1 /a\nnot ok 2 /b\n', 'FAIL', 1), passed=1, failed=1)


@tap.test('/count/expected-failure-is-no-pass')
def expected_failure():
    check(run_of('1..1\nnot ok 1 /a # TODO later\n'), skipped=1)


@tap.test('/count/crash-is-a-failure')
def crash():
    check(run_of('1..3\nok 1 /a\n', 'ERROR', -11), passed=1, failed=1)
    check(run_of('1..1\nok 1 /a\n', 'ERROR', 1), passed=1, failed=1)


@tap.test('/count/timeout-is-a-failure')
def timeout():
    check(run_of('1..1\nok 1 /a\n', 'TIMEOUT', -15), passed=1, failed=1)


@tap.test('/count/unfulfilled-plan-is-a-failure')
def plan():
    check(run_of('1..3\nok 1 /a\nok 2 /b\n'), passed=2, failed=1)
    check(run_of('ok 1 /a\n'), passed=1, failed=1)
    check(run_of('1..1\nok 1 /a\nBail out! no more\n'), passed=1, failed=1)


@tap.test('/count/silence-is-a-failure')
def silence():
    check(run_of(''), failed=1)
    check(run_of('hello\n'), failed=1)


@tap.test('/count/whole-program-skipped')
def whole_program():
    check(run_of('1..0 # SKIP no daemon\n', 'SKIP'), skipped=1)
    check(run_of('', 'SKIP', 77), skipped=1)


@tap.test('/count/names')
def names():
    assert count_tests.split_name('gobj:a+b / open') == ('a+b', 'open')
    assert count_tests.split_name('a+b - gobj:open') == ('a+b', 'open')
    assert count_tests.split_name('open') == ('', 'open')


@tap.test('/count/suites')
def suites():
    tests = [(['a'], 'open'), (['b'], 'open'), (['b'], 'never-run')]
    log = {('a', 'open'): run_of('1..1\nok 1 /x\n'), ('b', 'open'): run_of('1..1\nok 1 /y # SKIP\n')}
    sums, failed = count_tests.count_all(tests, log, [])
    assert failed == ['b / never-run: not run, before the first test'], failed
    assert sums == {'a': Counter(passed=1), 'b': Counter(skipped=1, failed=1)}, sums


@tap.test('/count/required-suite-may-not-skip')
def required():
    tests = [(['live'], 'boot')]
    log = {('live', 'boot'): run_of('1..2\nok 1 /a\nok 2 /b # SKIP no QEMU\n')}
    sums, failed = count_tests.count_all(tests, log, ['live'])
    assert sums == {'live': Counter(passed=1, failed=1)}
    assert failed == ['live / boot: OK, ok 2 /b # SKIP no QEMU'], failed
    sums, failed = count_tests.count_all(tests, log, ['other'])
    assert sums['other'] == Counter(failed=1) and failed == ['other: no such suite']


@tap.test('/count/tells-where')
def where():
    def describe(*run):
        return count_tests.describe(['a', 'b'], 'open', run_of(*run))

    assert describe('1..3\nok 1 /x\nok 2 /y\n', 'TIMEOUT', -15) == 'a+b / open: TIMEOUT, after "ok 2 /y"'
    assert describe('ok 1 /x\nBail out! no more\n', 'ERROR', -6) == 'a+b / open: ERROR, Bail out! no more'


tap.run()
