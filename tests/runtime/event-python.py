# SPDX-License-Identifier: LGPL-2.1-or-later
"""libvirt's own Python module in the same process: first come, first served."""

import subprocess
import sys

import tap

COMMON = '''
import os, threading, time
import gi
gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt
import libvirt

def expect_refusal():
    for register in (Libvirt.event_register_default_impl, lambda: Libvirt.event_register_impl(None)):
        try:
            register()
        except GLib.Error as error:
            assert error.matches(Libvirt.error_quark(), Libvirt.Error.OPERATION_INVALID), error
        else:
            raise AssertionError('registered twice')

def count_threads():
    return len(os.listdir('/proc/self/task'))

def expect_events():
    """Both see what happens to a domain, whoever brings it."""
    n_threads = count_threads()
    ours = Libvirt.Connect.open('test:///default')
    theirs = libvirt.open('test:///default')
    seen = []
    theirs.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                  lambda *args: seen.append('theirs'), None)
    ours.connect('domain-event-lifecycle', lambda *args: seen.append('ours'))
    domain = theirs.lookupByName('test')
    domain.destroy()
    domain.create()
    end = time.monotonic() + 30
    while seen.count('ours') < 2 or seen.count('theirs') < 2:
        assert time.monotonic() < end, seen
        GLib.MainContext.default().iteration(False)
        time.sleep(0.001)
    ours.close()
    theirs.close()
    # A thread that calls Python, by way of the loop, when the interpreter has gone would crash.
    while count_threads() > n_threads:
        assert time.monotonic() < end, os.listdir('/proc/self/task')
        time.sleep(0.001)
'''

THEIRS_FIRST = COMMON + '''
libvirt.virEventRegisterDefaultImpl()
ended = threading.Event()
def run():
    while not ended.is_set():
        libvirt.virEventRunDefaultImpl()
libvirt.virEventAddTimeout(20, lambda *args: None, None)
thread = threading.Thread(target=run)
thread.start()
try:
    expect_refusal()
    expect_events()
finally:
    ended.set()
    thread.join()
'''

# An implementation written in Python, which needs the interpreter's lock for each of libvirt's
# calls. It does not wake its loop for calls of other threads.
PYTHON_FIRST = COMMON + '''
import libvirtaio
import asyncio
loop = asyncio.new_event_loop()
ended = threading.Event()
async def keep_turning():
    while not ended.is_set():
        await asyncio.sleep(0.005)
def run():
    asyncio.set_event_loop(loop)
    loop.run_until_complete(keep_turning())
libvirtaio.virEventRegisterAsyncIOImpl(loop)
thread = threading.Thread(target=run)
thread.start()
try:
    expect_refusal()
    expect_events()
finally:
    ended.set()
    thread.join()
'''

OURS_FIRST = COMMON + '''
Libvirt.Connect.open('test:///default').close()
libvirt.virEventRegisterDefaultImpl()
expect_refusal()
expect_events()
'''


def run(script):
    for module in 'gi', 'libvirt', 'libvirtaio':
        if subprocess.run([sys.executable, '-c', f'import {module}'], stderr=subprocess.DEVNULL).returncode:
            raise tap.Skip(f'there is no module {module}')
    result = subprocess.run([sys.executable, '-c', script], timeout=100, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 0, (result.returncode, result.stderr)


@tap.test('/event/python/theirs-first')
def theirs_first():
    run(THEIRS_FIRST)


@tap.test('/event/python/asyncio-first')
def asyncio_first():
    run(PYTHON_FIRST)


@tap.test('/event/python/ours-first')
def ours_first():
    run(OURS_FIRST)


tap.run()
