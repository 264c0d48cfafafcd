# SPDX-License-Identifier: LGPL-2.1-or-later
"""Starts a daemon for the steps of tests/languages/steps/admin/.

    steps.py PROGRAM [ARGUMENT]...

The program gets the address of the daemon's admin interface, the folder of its files, and the path of its
certificate.
"""

import subprocess
import sys

import tap
import tls_daemon


def main():
    try:
        with tls_daemon.TlsDaemon() as libvirtd:
            described = [libvirtd.admin_uri, libvirtd.folder, libvirtd.paths('server')[0]]
            return subprocess.run([*sys.argv[1:], *described], check=False).returncode
    except tap.Skip as reason:
        print(f'1..0 # SKIP {reason}')
        return 0


sys.exit(main())
