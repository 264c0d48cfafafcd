# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples for the admin interface find themselves among the clients of a daemon.

    clients.py PROGRAM SOURCE-WITHOUT-ENDING
"""

import re
import socket
import subprocess
import sys

import daemon
import tap

PROGRAM, SOURCE = sys.argv[1:]
COMMANDS = {'c': [PROGRAM], 'python': [sys.executable, SOURCE + '.py']}


def run(language, uri):
    with subprocess.Popen([*COMMANDS[language], uri], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        output, errors = process.communicate(timeout=60)
    return process, output, errors


def check_list(language):
    with daemon.AdminDaemon() as libvirtd, socket.socket(socket.AF_UNIX) as client:
        client.connect(libvirtd.socket)
        process, output, errors = run(language, libvirtd.admin_uri)
    assert process.returncode == 0 and not errors, errors
    since = r'since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d'
    assert re.search(rf'^libvirtd: 1 of \d+ clients\n +\d+  {since}  somebody$', output, re.MULTILINE), output
    assert re.search(rf'^admin: 1 of \d+ clients\n +\d+  {since}  \w+, process {process.pid}$', output,
                     re.MULTILINE), output


def check_nobody(language):
    process, output, errors = run(language, 'libvirtd:///system?socket=/nobody/here')
    assert process.returncode == 1 and not output, output
    assert errors.startswith('clients: ') and '/nobody/here' in errors, errors


@tap.test('/examples/clients/c')
def in_c():
    check_list('c')


@tap.test('/examples/clients/python')
def in_python():
    check_list('python')


@tap.test('/examples/clients/nobody-there')
def nobody_there():
    for language in COMMANDS:
        check_nobody(language)


tap.run()
