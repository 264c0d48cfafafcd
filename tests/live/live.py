# SPDX-License-Identifier: LGPL-2.1-or-later
"""For tests in Python: a libvirt host of their own, and a guest on it.

    with live.Host() as host:
        connect = Libvirt.Connect.open(host['first-uri'])
        xml = live.guest_xml(host, 'a-guest')

Host() raises tap.Skip where there can be none. With LIBVIRT_GOBJ_LIVE in the environment, a folder,
it is the host that `tests/live/host up --folder FOLDER` has started, which stays.

This file and tap.py, from the folder above, are found by tests beside this one. Elsewhere PYTHONPATH has to name both
folders.
"""

import os
import subprocess

import tap

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, 'host')
IMPOSSIBLE = 77


def host(*arguments):
    """Runs tests/live/host."""
    return subprocess.run([PROGRAM, *arguments], check=False, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def describe(text):
    """What `up` and `status` say, as a dictionary."""
    return dict(line.split('=', 1) for line in text.splitlines())


class Host(dict):
    """What is known of a host: first-uri, folder, guest, pid …"""

    def __init__(self, *options):
        super().__init__()
        self.options = options
        self.given = os.environ.get('LIBVIRT_GOBJ_LIVE')
        self.at = self.given or f'/tmp/libvirt-gobj-live-{os.getpid()}'

    def __enter__(self):
        owner = [] if self.given else ['--owner', str(os.getpid())]
        done = host('up', '--folder', self.at, *owner, *self.options)
        if done.returncode == IMPOSSIBLE:
            raise tap.Skip(done.stderr.strip())
        assert done.returncode == 0, done.stderr
        self.update(describe(done.stdout))
        return self

    def __exit__(self, *_):
        if not self.given:
            done = host('down', '--folder', self.at)
            assert done.returncode == 0, done.stderr


def guest_xml(host, name, devices='', memory=192, kernel='cloud'):
    """A description of a guest, to define or create it."""
    with open(os.path.join(HERE, 'guest.xml'), encoding='utf-8') as file:
        xml = file.read()
    values = {'NAME': name, 'MEMORY': memory, 'KERNEL': kernel, 'GUEST': host['guest'], 'DEVICES': devices}
    for key, value in values.items():
        xml = xml.replace(f'@{key}@', str(value))
    return xml
