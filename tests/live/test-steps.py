# SPDX-License-Identifier: LGPL-2.1-or-later
"""Starts a host for the steps of tests/languages/steps/ that need one.

    test-steps.py PROGRAM [ARGUMENT]...

The program gets the path of a file in which the host is described.
"""

import json
import os
import subprocess
import sys

import live
import tap


def describe(host):
    path = os.path.join(host['folder'], 'steps.json')
    with open(path, 'w', encoding='utf-8') as file:
        xml = live.guest_xml(host, '@NAME@', '@DEVICES@')
        json.dump({**host, 'program': live.PROGRAM, 'steps': sys.argv[1:-1], 'guest-xml': xml}, file)
    return path


def main():
    try:
        with live.Host('--second-host', '--lxc', '--sleep') as host:
            return subprocess.run([*sys.argv[1:], describe(host)], check=False).returncode
    except tap.Skip as reason:
        print(f'1..0 # SKIP {reason}')
        return 0


sys.exit(main())
