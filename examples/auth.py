#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists the domains of a host that wants to know who asks. Three wrong passwords are enough.

    auth.py URI
"""

import getpass
import sys

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt

MAX_TRIES = 3
Type = Libvirt.ConnectCredentialType


def ask(credential):
    suggestion = f' [{credential.props.defresult}]' if credential.props.defresult else ''
    question = f'({credential.props.challenge}) {credential.props.prompt}{suggestion}: '
    if credential.props.type in (Type.PASSPHRASE, Type.NOECHOPROMPT):
        return getpass.getpass(question)
    return input(question)


def authenticate(_auth, request):
    try:
        for credential in request.get_credentials():
            credential.props.result = ask(credential) or None
    except (EOFError, KeyboardInterrupt):
        request.cancel()
    else:
        request.complete()


def open_host(uri):
    auth = Libvirt.ConnectAuth()
    auth.connect('authenticate', authenticate)
    for tries in range(1, MAX_TRIES + 1):
        try:
            return Libvirt.Connect.open_auth(uri, auth, Libvirt.ConnectFlags.NONE)
        except GLib.Error as error:
            refused = error.matches(Libvirt.error_quark(), Libvirt.Error.AUTH_FAILED)
            if not refused or tries == MAX_TRIES:
                sys.exit(error.message)
            print(error.message, file=sys.stderr)


if len(sys.argv) != 2 or sys.argv[1].startswith('-'):
    sys.exit(f'Usage: {sys.argv[0]} URI')
for domain in open_host(sys.argv[1]).list_all_domains(0):
    print(domain.props.name)
