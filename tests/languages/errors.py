# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Python learns about a failure."""

import subprocess
import sys
import threading

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

HOST = Libvirt.Connect.open('test:///default')
PRINTS = """
import gi
gi.require_version('Libvirt', '1.0')
from gi.repository import Libvirt
info = Libvirt.ErrorInfo()
info.code, info.domain, info.level = Libvirt.Error.NO_DOMAIN, Libvirt.ErrorDomain.QEMU, Libvirt.ErrorLevel.ERROR
info.message = 'no such guest'
Libvirt.default_error_func(info)
"""
NOWHERE = 'qemu:///session?socket=/nowhere/at/all'


def error_of(function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        return error
    raise AssertionError('there was no error')


def wait_for(start, finish, *arguments, cancellable=None):
    """Runs a pair. The error is raised here, after the callback."""
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    start(*arguments, cancellable, on_done)
    if cancellable is not None:
        cancellable.cancel()
    loop.run()
    return finish(results[0])


def fields(info):
    return (info.code, info.domain, info.level, info.message, info.str1, info.str2, info.str3,
            info.int1, info.int2)


def assert_no_domain(error):
    assert error.matches(Libvirt.error_quark(), Libvirt.Error.NO_DOMAIN), error
    assert error.message == 'Domain not found', error
    expected = (Libvirt.Error.NO_DOMAIN, Libvirt.ErrorDomain.TEST, Libvirt.ErrorLevel.ERROR,
                'Domain not found', 'Domain not found', None, None, -1, -1)
    assert fields(Libvirt.error_get_info(error)) == expected
    assert fields(Libvirt.get_last_error()) == expected
    assert Libvirt.get_last_error_code() == Libvirt.Error.NO_DOMAIN
    assert Libvirt.get_last_error_domain() == Libvirt.ErrorDomain.TEST
    assert Libvirt.get_last_error_message() == 'Domain not found'


def assert_nowhere(error):
    assert error.matches(Libvirt.error_quark(), Libvirt.Error.SYSTEM_ERROR), error
    assert '/nowhere/at/all' in error.message, error
    assert fields(Libvirt.error_get_info(error)) == (
        Libvirt.Error.SYSTEM_ERROR, Libvirt.ErrorDomain.RPC, Libvirt.ErrorLevel.ERROR,
        error.message, '%s', error.message, None, 2, -1)


@tap.test('/languages/python/sync')
def sync():
    Libvirt.reset_last_error()
    assert_no_domain(error_of(HOST.lookup_domain_by_name, 'nope'))
    assert_nowhere(error_of(Libvirt.Connect.open, NOWHERE))


@tap.test('/languages/python/finish')
def finish():
    Libvirt.reset_last_error()
    assert_no_domain(error_of(wait_for, HOST.lookup_domain_by_name_async,
                              HOST.lookup_domain_by_name_finish, 'nope'))
    assert_nowhere(error_of(wait_for, Libvirt.Connect.open_async, Libvirt.Connect.open_finish, NOWHERE))


@tap.test('/languages/python/cancelled-is-not-libvirt-s')
def cancelled():
    error_of(HOST.lookup_domain_by_name, 'nope')
    error = error_of(lambda: wait_for(HOST.lookup_domain_by_name_async, HOST.lookup_domain_by_name_finish,
                                      'nope', cancellable=Gio.Cancellable()))
    assert error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED), error
    assert Libvirt.error_get_info(error) is None
    assert Libvirt.get_last_error() is None


@tap.test('/languages/python/other-thread')
def other_thread():
    seen = []

    def in_thread():
        try:
            assert Libvirt.get_last_error() is None
            assert_no_domain(error_of(HOST.lookup_domain_by_name, 'nope'))
            seen.append('all')
        except Exception as error:
            seen.append(error)

    assert_nowhere(error_of(Libvirt.Connect.open, NOWHERE))
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    assert seen == ['all'], seen
    assert Libvirt.get_last_error_code() == Libvirt.Error.SYSTEM_ERROR


@tap.test('/languages/python/older-error')
def older_error():
    """Python keeps code and message of an error only; what else there was is not made up."""
    error = error_of(HOST.lookup_domain_by_name, 'nope')
    error_of(Libvirt.Connect.open, NOWHERE)
    info = Libvirt.error_get_info(error)
    assert info.code == Libvirt.Error.NO_DOMAIN and info.message == error.message
    assert info.domain == Libvirt.ErrorDomain.NONE and info.str1 is None


@tap.test('/languages/python/error-function')
def error_function():
    context = GLib.MainContext.default()
    told = []
    Libvirt.set_error_func(lambda info, *_: told.append((threading.current_thread(), info.code, info.message)))

    error_of(HOST.lookup_domain_by_name, 'nope')
    thread = threading.Thread(target=error_of, args=(HOST.lookup_domain_by_name, 'nope'))
    thread.start()
    thread.join()
    assert not told

    while len(told) < 2:
        context.iteration(True)
    assert told == [(threading.main_thread(), Libvirt.Error.NO_DOMAIN, 'Domain not found')] * 2, told

    Libvirt.set_error_func(None)
    error_of(HOST.lookup_domain_by_name, 'nope')
    while context.iteration(False):
        pass
    assert len(told) == 2


@tap.test('/languages/python/info')
def info_by_hand():
    info = Libvirt.ErrorInfo()
    assert info.code == Libvirt.Error.OK and info.message is None
    assert fields(info.copy()) == fields(info)
    assert not hasattr(info, 'free')


@tap.test('/languages/python/default-func')
def default_func():
    """Prints what libvirt would if it were not told to be quiet."""
    done = subprocess.run([sys.executable, '-c', PRINTS], check=True, text=True, stderr=subprocess.PIPE)
    assert done.stderr == 'libvirt: QEMU Driver error : no such guest\n', done.stderr


tap.run()
