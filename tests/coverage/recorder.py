# SPDX-License-Identifier: LGPL-2.1-or-later
"""The recorder counts what the library calls, and nothing else.

    recorder.py RECORDER PROGRAM
"""

import os
import subprocess
import sys
import tempfile

import libvirt_api
import table
import tap

RECORDER, PROGRAM = sys.argv[1:]
NO_DOMAIN = '42'


def run(folder, preload=RECORDER):
    environment = {**os.environ, 'LD_PRELOAD': preload, 'LIBVIRT_GOBJ_COVERAGE': folder}
    done = subprocess.run([PROGRAM], check=True, text=True, env=environment, stdout=subprocess.PIPE)
    return done.stdout.strip()


with tempfile.TemporaryDirectory() as FOLDER:
    FOLDER = os.path.join(FOLDER, 'made')
    OUTPUT = run(FOLDER)
    run(FOLDER)
    FILES = os.listdir(FOLDER)
    COUNTS = table.counts_of(FOLDER, 'c', [function.name for function in libvirt_api.functions()])


def entered(name):
    """The drivers on which a function was entered, and how often."""
    return {driver: count for driver, (count, _) in COUNTS[name].items() if count}


def succeeded(name):
    return {driver: count for driver, (_, count) in COUNTS[name].items() if count}


@tap.test('/coverage/recorder/counts-ours')
def counts_ours():
    """Two runs add up."""
    assert entered('virDomainSuspend') == succeeded('virDomainSuspend') == {'test': 2}
    assert entered('virConnectOpen').keys() | entered('virConnectOpenAuth').keys() == {'test'}


@tap.test('/coverage/recorder/not-others')
def not_others():
    assert not entered('virDomainShutdown') and not entered('virDomainLookupByID')


@tap.test('/coverage/recorder/tells-failure')
def tells_failure():
    assert entered('virDomainLookupByName') == {'test': 4}
    assert succeeded('virDomainLookupByName') == {'test': 2}


@tap.test('/coverage/recorder/children')
def children():
    """Also those that end at once, and before the parent has called anything."""
    assert succeeded('virConnectOpenReadOnly') == {'test': 2}


@tap.test('/coverage/recorder/one-language')
def one_language():
    assert FILES == ['c.counts'], FILES


@tap.test('/coverage/recorder/keeps-the-last-error')
def keeps_the_last_error():
    assert OUTPUT == NO_DOMAIN, OUTPUT


@tap.test('/coverage/recorder/off')
def off():
    assert run('') == NO_DOMAIN


tap.run()
