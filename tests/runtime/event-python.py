# SPDX-License-Identifier: LGPL-2.1-or-later
"""libvirt's own Python module, and libvirt-glib, in the same process: first come, first served."""

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

def expect_events(listen_more=None):
    """All see what happens to a domain, whoever brings it."""
    n_threads = count_threads()
    ours = Libvirt.Connect.open('test:///default')
    theirs = libvirt.open('test:///default')
    seen = dict(ours=0, theirs=0)
    def see(who):
        seen[who] += 1
    theirs.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                  lambda *args: see('theirs'), None)
    ours.connect('domain-event-lifecycle', lambda *args: see('ours'))
    if listen_more:
        more = listen_more(seen, see)
    domain = theirs.lookupByName('test')
    domain.destroy()
    domain.create()
    end = time.monotonic() + 30
    while min(seen.values()) < 2:
        assert time.monotonic() < end, seen
        GLib.MainContext.default().iteration(False)
        time.sleep(0.001)
    ours.close()
    theirs.close()
    if listen_more:
        more.close()
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

# libvirt-glib as well, each with a connection of its own.
GLIB = COMMON + '''
gi.require_version('LibvirtGObject', '1.0')
from gi.repository import LibvirtGLib, LibvirtGObject

def listen_glib(seen, see):
    seen['glib'] = 0
    connection = LibvirtGObject.Connection.new('test:///default')
    connection.open(None)
    connection.fetch_domains(None)
    [domain] = [one for one in connection.get_domains() if one.get_name() == 'test']
    for signal in 'started', 'stopped':
        domain.connect(signal, lambda *args: see('glib'))
    # Its objects are kept as long as they listen.
    connection.domain = domain
    return connection
'''

GLIB_FIRST = GLIB + '''
LibvirtGLib.event_register()
libvirt.virEventRegisterDefaultImpl()
expect_refusal()
expect_events(listen_glib)
'''

OURS_BEFORE_GLIB = GLIB + '''
Libvirt.Connect.open('test:///default').close()
LibvirtGLib.event_register()
libvirt.virEventRegisterDefaultImpl()
expect_refusal()
expect_events(listen_glib)
'''

PYTHON_BEFORE_GLIB = GLIB + THEIRS_FIRST.removeprefix(COMMON).replace(
    'expect_events()', 'LibvirtGLib.event_register(); expect_events(listen_glib)')


def run(script, *modules):
    for module in 'gi', 'libvirt', 'libvirtaio', *modules:
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


@tap.test('/event/python/glib-first')
def glib_first():
    run(GLIB_FIRST, 'gi.repository.LibvirtGObject')


@tap.test('/event/python/ours-before-glib')
def ours_before_glib():
    run(OURS_BEFORE_GLIB, 'gi.repository.LibvirtGObject')


@tap.test('/event/python/theirs-before-glib')
def theirs_before_glib():
    run(PYTHON_BEFORE_GLIB, 'gi.repository.LibvirtGObject')


tap.run()
