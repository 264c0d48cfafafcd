# SPDX-License-Identifier: LGPL-2.1-or-later
"""The overview of hosts shows each as it is, and their domains.

    hosts.py SOURCE
"""

import re
import signal
import subprocess
import sys
import threading

import libvirt

import daemon
import tap

COMMAND = [sys.executable, sys.argv[1]]


class Hosts:
    """A running overview; waiting for what it says ends after a while."""

    def __init__(self, *uris):
        self.process = subprocess.Popen([*COMMAND, *uris], text=True, errors='replace', stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        self.timer = threading.Timer(60, self.process.kill)
        self.timer.start()

    def wait_for(self, *patterns):
        """Lines of these patterns, in any order."""
        missing, lines = list(patterns), []
        for line in self.process.stdout:
            lines.append(line)
            missing = [pattern for pattern in missing if not re.fullmatch(pattern, line.rstrip())]
            if not missing:
                return
        raise AssertionError(f'no {missing} in {lines}, {self.process.stderr.read()}')

    def interrupt(self):
        """The exit status and the errors."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate()
        self.timer.cancel()
        return self.process.returncode, errors


@tap.test('/examples/hosts/good-and-bad')
def good_and_bad():
    with daemon.Daemon() as libvirtd:
        uri = re.escape(libvirtd.uri)
        nowhere = 'test+unix:///default?socket=/nonexistent'
        hosts = Hosts(nowhere, libvirtd.uri)
        hosts.wait_for(re.escape(nowhere) + ' connecting .*nonexistent.*', f'{uri} open', f'{uri} test running')
        host = libvirt.open(libvirtd.uri)
        host.lookupByName('test').suspend()
        hosts.wait_for(f'{uri} test paused')
        domain = host.createXML("<domain type='test'><name>new</name><memory>1024</memory>"
                                '<os><type>hvm</type></os></domain>')
        hosts.wait_for(f'{uri} new running')
        domain.destroy()
        hosts.wait_for('new is gone')
        assert hosts.interrupt() == (0, '')


@tap.test('/examples/hosts/one-goes')
def one_goes():
    with daemon.Daemon() as libvirtd:
        uri = re.escape(libvirtd.uri)
        hosts = Hosts(libvirtd.uri, 'test:///default')
        # Domains are told of before the connection is said to be open.
        hosts.wait_for(f'{uri} open', f'{uri} test running', 'test:///default test running')
        libvirtd.kill()
        hosts.wait_for(f'{uri} reconnecting', f'{uri} reconnecting .+')
        status, errors = hosts.interrupt()
        assert status == 0, errors


@tap.test('/examples/hosts/ends-with-its-reader')
def ends_with_its_reader():
    hosts = Hosts('test:///default')
    hosts.wait_for('test:///default test running')
    hosts.process.stdout.close()
    assert hosts.process.stderr.read() == ''
    assert hosts.process.wait() == 0
    hosts.timer.cancel()


@tap.test('/examples/hosts/says-what-is-wrong')
def says_what_is_wrong():
    for arguments in ([], ['--help-me'], [b'test:///\xff']):
        done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (1, ''), (arguments, done)
        assert re.fullmatch('hosts: .*\n', done.stderr), (arguments, done.stderr)


tap.run()
