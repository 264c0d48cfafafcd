# SPDX-License-Identifier: LGPL-2.1-or-later
"""Credentials given from Python and from JavaScript, to a libvirtd that asks for them.

    sasl.py [GJS]
"""

import os
import subprocess
import sys

import gi

import daemon
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

GJS = sys.argv[1:]
SCRIPT = os.path.join(os.path.dirname(__file__), 'sasl.js')
Type = Libvirt.ConnectCredentialType


def auth_with(handler):
    auth = Libvirt.ConnectAuth()
    auth.connect('authenticate', handler)
    return auth


def answer(_auth, request, password=daemon.SaslDaemon.password):
    answers = {Type.AUTHNAME: daemon.SaslDaemon.name, Type.PASSPHRASE: password}
    for credential in request.get_credentials():
        credential.props.result = answers[credential.props.type]
    request.complete()


def answer_wrongly(auth, request):
    answer(auth, request, 'secret')


def answer_later(auth, request):
    GLib.timeout_add(50, answer, auth, request)


def open_now(libvirtd, handler):
    return Libvirt.Connect.open_auth(libvirtd.uri, auth_with(handler), Libvirt.ConnectFlags.NONE)


def open_async(libvirtd, handler, cancellable=None):
    """The error is raised here, after the callback."""
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    Libvirt.Connect.open_auth_async(libvirtd.uri, auth_with(handler), Libvirt.ConnectFlags.NONE, cancellable, on_done)
    loop.run()
    return Libvirt.Connect.open_auth_finish(results[0])


def assert_error(quark, code, function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(quark, code), error
    else:
        raise AssertionError('there was no error')


def assert_works(host):
    """It is the test driver behind the daemon, and calls reach it."""
    assert host.lookup_domain_by_name('test').props.active


@tap.test('/languages/sasl/python/answered')
def answered():
    with daemon.SaslDaemon() as libvirtd:
        assert_works(open_now(libvirtd, answer))
        assert_works(open_async(libvirtd, answer))
        assert_works(open_async(libvirtd, answer_later))


@tap.test('/languages/sasl/python/one-request-with-all-questions')
def together():
    seen = []

    def look(auth, request):
        seen.append([credential.props.type for credential in request.get_credentials()])
        answer(auth, request)

    with daemon.SaslDaemon() as libvirtd:
        open_now(libvirtd, look)
    assert seen == [[Type.AUTHNAME, Type.PASSPHRASE]], seen


@tap.test('/languages/sasl/python/wrong-password')
def wrong_password():
    with daemon.SaslDaemon() as libvirtd:
        for function in (open_now, open_async):
            assert_error(Libvirt.error_quark(), Libvirt.Error.AUTH_FAILED, function, libvirtd, answer_wrongly)
        assert_works(open_now(libvirtd, answer))


@tap.test('/languages/sasl/python/not-answered')
def not_answered():
    with daemon.SaslDaemon() as libvirtd:
        for function in (open_now, open_async):
            assert_error(Libvirt.error_quark(), Libvirt.Error.AUTH_CANCELLED, function, libvirtd,
                         lambda _auth, request: request.cancel())


@tap.test('/languages/sasl/python/without-auth')
def without_auth():
    with daemon.SaslDaemon() as libvirtd:
        assert_error(Libvirt.error_quark(), Libvirt.Error.AUTH_FAILED, Libvirt.Connect.open, libvirtd.uri)


@tap.test('/languages/sasl/python/cancelled')
def cancelled():
    cancellable = Gio.Cancellable()
    kept = []

    def keep(_auth, request):
        kept.append(request)
        cancellable.cancel()

    with daemon.SaslDaemon() as libvirtd:
        assert_error(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED, open_async, libvirtd, keep, cancellable)
        assert_works(open_now(libvirtd, answer))


@tap.test('/languages/sasl/javascript')
def javascript():
    if not GJS:
        raise tap.Skip('no gjs')
    with daemon.SaslDaemon() as libvirtd:
        subprocess.run([*GJS, SCRIPT, libvirtd.uri, libvirtd.name, libvirtd.password], check=True, timeout=60)


tap.run()
