# SPDX-License-Identifier: LGPL-2.1-or-later
"""Run in a machine, with the name of a guest: makes its QEMU tell libvirtd nonsense.

Its end of the monitor's socket is taken from it, which root may do, and written to.
"""

import ctypes
import os
import socket
import sys

PIDFD_GETFD = 438

name = sys.argv[1]
with open(f'/run/libvirt/qemu/{name}.pid', encoding='utf-8') as file:
    pid = int(file.read())
libc = ctypes.CDLL(None)
watch = os.pidfd_open(pid)
written = 0
for number in map(int, os.listdir(f'/proc/{pid}/fd')):
    if not os.readlink(f'/proc/{pid}/fd/{number}').startswith('socket:'):
        continue
    with socket.socket(fileno=libc.syscall(PIDFD_GETFD, watch, number, 0)) as end:
        listens = end.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        if not listens and str(end.getsockname()).endswith('/monitor.sock'):
            written += end.send(b'this is not json\r\n')
sys.exit(0 if written else 'the monitor was not found')
