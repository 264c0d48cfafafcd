# SPDX-License-Identifier: LGPL-2.1-or-later
"""Credentials given from Python, to libvirt's test driver."""

import contextlib
import io
import os
import tempfile

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402

Type = Libvirt.ConnectCredentialType
NODE = '<node><auth><user password="s3cret">fred</user></auth></node>'
FOLDER = tempfile.TemporaryDirectory()
URI = f'test://{FOLDER.name}/node.xml'
KNOWN = {Type.AUTHNAME: 'fred', Type.PASSPHRASE: 's3cret'}

with open(os.path.join(FOLDER.name, 'node.xml'), 'w', encoding='utf-8') as node:
    node.write(NODE)


def answer(_auth, request, answers=KNOWN):
    for index, credential in enumerate(request.get_credentials()):
        request.set_answer(index, answers[credential.props.type])
    request.complete()


def answer_wrongly(auth, request):
    answer(auth, request, {**KNOWN, Type.PASSPHRASE: 'secret'})


def answer_later(auth, request):
    GLib.timeout_add(50, answer, auth, request)


def fail(_auth, _request):
    raise RuntimeError('the dialog is broken')


def auth_with(handler):
    auth = Libvirt.ConnectAuth.new([Type.AUTHNAME, Type.PASSPHRASE])
    auth.connect('authenticate', handler)
    return auth


def open_now(handler, flags=Libvirt.ConnectFlags.NONE):
    return Libvirt.Connect.open_auth(URI, auth_with(handler), flags)


def open_async(handler, cancellable=None):
    """The error is raised here, after the callback."""
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    Libvirt.Connect.open_auth_async(URI, auth_with(handler), Libvirt.ConnectFlags.NONE, cancellable, on_done)
    loop.run()
    return Libvirt.Connect.open_auth_finish(results[0])


def assert_error(code, function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), code), error
    else:
        raise AssertionError('there was no error')


@tap.test('/languages/auth/python/answered')
def answered():
    assert open_now(answer).props.state == Libvirt.ConnectState.OPEN
    assert open_now(answer, Libvirt.ConnectFlags.RO).props.read_only


@tap.test('/languages/auth/python/credentials')
def credentials():
    seen = []

    def look(_auth, request):
        assert request.props.uri == request.get_uri() == URI
        for credential in request.get_credentials():
            seen.append((credential.props.type, credential.props.prompt, credential.props.challenge,
                         credential.props.defresult, credential.props.result))
            credential.props.result = KNOWN[credential.get_credential_type()]
        request.complete()

    assert open_now(look)
    # Newer versions of libvirt say the challenge with the name only.
    assert seen == [
        (Type.AUTHNAME, 'Enter username for localhost', 'localhost', None, None),
        (Type.PASSPHRASE, "Enter fred's password for localhost", seen[1][2], None, None),
    ] and seen[1][2] in ('localhost', None), seen


@tap.test('/languages/auth/python/types')
def types():
    assert Libvirt.ConnectAuth.new([Type.PASSPHRASE]).props.credtype.unpack() == [Type.PASSPHRASE]
    assert Libvirt.ConnectAuth(credtype=GLib.Variant('ai', [Type.REALM])).get_credtype().unpack() == [Type.REALM]

    usual = Libvirt.ConnectAuth.get_default().props.credtype.unpack()
    assert Type.PASSPHRASE in usual
    assert Libvirt.ConnectAuth().props.credtype.unpack() == usual
    assert Libvirt.ConnectAuth.new(None).props.credtype.unpack() == usual
    assert Libvirt.ConnectAuth.new([]).props.credtype.unpack() == usual


@tap.test('/languages/auth/python/wrong-password')
def wrong_password():
    assert_error(Libvirt.Error.AUTH_FAILED, open_now, answer_wrongly)


@tap.test('/languages/auth/python/not-answered')
def not_answered():
    assert_error(Libvirt.Error.AUTH_CANCELLED, open_now, lambda _auth, request: request.cancel())
    assert_error(Libvirt.Error.AUTH_CANCELLED, open_now, lambda _auth, _request: None)


@tap.test('/languages/auth/python/a-handler-that-raises-does-not-answer')
def raising():
    with contextlib.redirect_stderr(io.StringIO()) as printed:
        assert_error(Libvirt.Error.AUTH_CANCELLED, open_now, fail)
        assert_error(Libvirt.Error.AUTH_CANCELLED, open_async, fail)
    assert printed.getvalue().count('RuntimeError: the dialog is broken') == 2, printed.getvalue()


@tap.test('/languages/auth/python/handlers-can-be-disconnected')
def disconnected():
    auth = auth_with(fail)
    auth.connect_after('authenticate', answer)
    auth.disconnect_by_func(fail)
    assert Libvirt.Connect.open_auth(URI, auth, Libvirt.ConnectFlags.NONE)


@tap.test('/languages/auth/python/async/answered')
def async_answered():
    assert open_async(answer)
    assert open_async(answer_later)


@tap.test('/languages/auth/python/async/wrong-password')
def async_wrong_password():
    assert_error(Libvirt.Error.AUTH_FAILED, open_async, answer_wrongly)


@tap.test('/languages/auth/python/async/dropped')
def async_dropped():
    assert_error(Libvirt.Error.AUTH_CANCELLED, open_async, lambda _auth, _request: None)


@tap.test('/languages/auth/python/async/cancelled')
def async_cancelled():
    cancellable = Gio.Cancellable()
    kept = []

    def keep(_auth, request):
        kept.append(request)
        cancellable.cancel()

    try:
        open_async(keep, cancellable)
    except GLib.Error as error:
        assert error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED), error
    else:
        raise AssertionError('there was no error')
    assert kept
    answer(None, kept[0])


tap.run()
