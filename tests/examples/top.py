# SPDX-License-Identifier: LGPL-2.1-or-later
"""The top shows the running domains, and ends as it should.

    top.py SOURCE
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
HEADER = 'NAME +CPU +MEMORY +READ +WRITTEN +RECEIVED +SENT'
ROW = 'test( +-){6}'  # the test driver tells nothing of all that


class Top:
    """A running top; waiting for what it says ends after a while."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([*COMMAND, *arguments], text=True, errors='replace',
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.timer = threading.Timer(60, self.process.kill)
        self.timer.start()

    def wait_for(self, pattern):
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if re.fullmatch(pattern, line.rstrip()):
                return
        raise AssertionError(f'no {pattern} in {lines}, {self.process.stderr.read()}')

    def end(self):
        """The exit status, and all that was said."""
        output, errors = self.process.communicate()
        self.timer.cancel()
        return self.process.returncode, output.splitlines(), errors.splitlines()


@tap.test('/examples/top/count')
def count():
    status, lines, errors = Top('--interval=0.1', '--count', '3').end()
    assert (status, errors) == (0, []), errors
    assert sum(bool(re.fullmatch(HEADER, line)) for line in lines) == 3, lines
    assert re.fullmatch(ROW, lines[-2]) and lines[-1] == '', lines


@tap.test('/examples/top/follows-domains')
def follows_domains():
    with daemon.Daemon() as libvirtd:
        top = Top('--interval=0.1', libvirtd.uri)
        top.wait_for(ROW)
        host = libvirt.open(libvirtd.uri)
        domain = host.createXML("<domain type='test'><name>new</name><memory>1024</memory>"
                                '<os><type>hvm</type></os></domain>')
        top.wait_for('new .*')
        domain.destroy()
        host.lookupByName('test').destroy()
        top.wait_for(HEADER)
        top.wait_for('')
        top.process.send_signal(signal.SIGINT)
        assert top.end()[::2] == (0, [])


@tap.test('/examples/top/ends-when-lost')
def ends_when_lost():
    with daemon.Daemon() as libvirtd:
        top = Top('--interval=0.1', libvirtd.uri)
        top.wait_for(ROW)
        libvirtd.kill()
        status, _, errors = top.end()
        assert (status, errors) == (1, [f'top: the connection to {libvirtd.uri} was lost']), errors


@tap.test('/examples/top/ends-with-its-reader')
def ends_with_its_reader():
    top = Top('--interval=0.1')
    top.wait_for(HEADER)
    top.process.stdout.close()
    assert top.process.stderr.read() == ''
    assert top.process.wait() == 0
    top.timer.cancel()


@tap.test('/examples/top/says-what-is-wrong')
def says_what_is_wrong():
    for arguments in (['--interval', '0'], ['--interval=soon'], ['--count=0'], ['-x'], ['a', 'b'],
                      ['nonsense:///'], ['test+unix:///default?socket=/nonexistent'], [b'test:///\xff']):
        status, lines, errors = Top(*arguments).end()
        assert (status, lines, len(errors)) == (1, [], 1), (arguments, errors)
        assert errors[0].startswith('top: '), errors


tap.run()
