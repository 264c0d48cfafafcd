# SPDX-License-Identifier: LGPL-2.1-or-later
"""libvirt's own Python module in the same process: first come, first served."""

import subprocess
import sys

import tap

COMMON = '''
import threading, time
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

def expect_events():
    """Both see what happens to a domain, whoever brings it."""
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
'''

THEIRS_FIRST = COMMON + '''
libvirt.virEventRegisterDefaultImpl()
def run():
    while True:
        libvirt.virEventRunDefaultImpl()
libvirt.virEventAddTimeout(20, lambda *args: None, None)
threading.Thread(target=run, daemon=True).start()
expect_refusal()
expect_events()
'''

# An implementation written in Python, which needs the interpreter's lock for each of libvirt's
# calls. It does not wake its loop for calls of other threads.
PYTHON_FIRST = COMMON + '''
import libvirtaio
import asyncio
loop = asyncio.new_event_loop()
async def keep_turning():
    while True:
        await asyncio.sleep(0.005)
def run():
    asyncio.set_event_loop(loop)
    loop.run_until_complete(keep_turning())
libvirtaio.virEventRegisterAsyncIOImpl(loop)
threading.Thread(target=run, daemon=True).start()
expect_refusal()
expect_events()
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
