# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples that ask for a password do so on the terminal, and do not show it.

    auth.py PROGRAM SOURCE-WITHOUT-ENDING
"""

import os
import pty
import signal
import subprocess
import sys
import tempfile
import termios
import threading

import daemon
import tap

PROGRAM, SOURCE = sys.argv[1:]
LANGUAGES = {
    'c': [PROGRAM],
    'python': [sys.executable, SOURCE + '.py'],
}
FOLDER = tempfile.TemporaryDirectory()
URI = f'test://{FOLDER.name}/node.xml'
NODE = '''\
<node>
  <auth><user password="s3cret">fred</user></auth>
  <domain type="test"><name>guarded</name><memory>8192</memory><os><type>hvm</type></os></domain>
</node>
'''
CONTROL_C = '\x03'
CONTROL_D = '\x04'

with open(os.path.join(FOLDER.name, 'node.xml'), 'w', encoding='utf-8') as node:
    node.write(NODE)


class Terminal:
    """A program in a terminal; waiting for what it says ends after a while."""

    def __init__(self, *command):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execv(command[0], command)
        self.shown = ''
        self.timer = threading.Timer(60, os.kill, (self.process, signal.SIGKILL))
        self.timer.start()

    def read(self):
        """FALSE at the end."""
        try:
            more = os.read(self.terminal, 4096).decode()
        except OSError:
            more = ''
        self.shown += more.replace('\r\n', '\n')
        return more != ''

    def answer(self, question, text):
        """To what was not asked before."""
        asked = len(self.shown)
        while question not in self.shown[asked:]:
            assert self.read(), self.shown
        os.write(self.terminal, text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.terminal)[3] & termios.ECHO)

    def end(self):
        """The exit status, or the signal with a minus; the terminal must be as it was."""
        while self.read():
            pass
        self.timer.cancel()
        _, status = os.waitpid(self.process, 0)
        assert self.echoes(), 'what is typed is not shown any more'
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)


def test(behaviour):
    """A test for each language."""
    def add(function):
        for language, command in LANGUAGES.items():
            tap.test(f'/examples/auth/{language}/{behaviour}')(lambda command=command: function(command))
        return function
    return add


@test('right-password')
def right_password(command):
    terminal = Terminal(*command, URI)
    terminal.answer('Enter username for localhost: ', 'fred\n')
    terminal.answer("Enter fred's password for localhost: ", 's3cret\n')
    assert terminal.end() == 0, terminal.shown
    assert terminal.shown.endswith('\nguarded\n'), terminal.shown
    assert 's3cret' not in terminal.shown


@test('three-tries')
def three_tries(command):
    terminal = Terminal(*command, URI)
    for _ in range(3):
        terminal.answer('username for localhost: ', 'fred\n')
        terminal.answer('password for localhost: ', 'secret\n')
    assert terminal.end() == 1, terminal.shown
    assert terminal.shown.count('authentication failed') >= 3, terminal.shown


@test('second-try')
def second_try(command):
    terminal = Terminal(*command, URI)
    for password in ('secret\n', 's3cret\n'):
        terminal.answer('username for localhost: ', 'fred\n')
        terminal.answer('password for localhost: ', password)
    assert terminal.end() == 0, terminal.shown
    assert 'guarded' in terminal.shown


@test('end-of-file')
def end_of_file(command):
    terminal = Terminal(*command, URI)
    terminal.answer('username for localhost: ', CONTROL_D)
    assert terminal.end() == 1, terminal.shown
    assert 'Authentication cancelled' in terminal.shown, terminal.shown


@test('interrupted')
def interrupted(command):
    terminal = Terminal(*command, URI)
    terminal.answer('username for localhost: ', 'fred\n')
    terminal.answer('password for localhost: ', CONTROL_C)
    assert terminal.end() in (1, -signal.SIGINT), terminal.shown
    assert 'guarded' not in terminal.shown


@test('libvirtd-with-sasl')
def sasl(command):
    with daemon.SaslDaemon() as libvirtd:
        terminal = Terminal(*command, libvirtd.uri)
        for password in ('not that\n', libvirtd.password + '\n'):
            terminal.answer('authentication name: ', libvirtd.name + '\n')
            terminal.answer('password: ', password)
        assert terminal.end() == 0, terminal.shown
    assert terminal.shown.endswith('\ntest\n'), terminal.shown
    assert libvirtd.password not in terminal.shown


@tap.test('/examples/auth/c/no-terminal')
def no_terminal():
    done = subprocess.run([PROGRAM, URI], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, start_new_session=True, timeout=60, check=False)
    assert done.returncode == 1, done
    assert 'Authentication cancelled' in done.stderr, done


tap.run()
