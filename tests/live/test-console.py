# SPDX-License-Identifier: LGPL-2.1-or-later
"""The example terminal shows a guest's console as a terminal does.

    test-console.py PROGRAM
"""

import contextlib
import os
import pty
import select
import subprocess
import sys
import termios
import time

import libvirt

import live
import tap

PROGRAM = sys.argv[1]
LIMIT = 120  # seconds, for anything; a busy machine takes a minute for what takes a second on yours


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, *arguments):
        self.master, self.slave = pty.openpty()
        self.before = termios.tcgetattr(self.slave)
        self.seen = b''
        self.process = subprocess.Popen([PROGRAM, *arguments], stdin=self.slave, stdout=self.slave,
                                        stderr=self.slave, start_new_session=True)

    def type(self, text):
        os.write(self.master, text)

    def show(self):
        """What there is to show, if there is anything in a while."""
        if not select.select([self.master], [], [], 0.1)[0]:
            return False
        self.seen += os.read(self.master, 4096)
        return True

    def wait_for(self, text, seconds=LIMIT):
        deadline = time.monotonic() + seconds
        while text not in self.seen:
            has_ended = self.process.poll() is not None
            if not self.show():
                assert not has_ended, (text, self.seen)
                if time.monotonic() > deadline:
                    raise TimeoutError(text, self.seen)
        self.seen = self.seen.partition(text)[2]

    def is_raw(self):
        return not termios.tcgetattr(self.slave)[3] & (termios.ICANON | termios.ECHO | termios.ISIG)

    def end(self):
        """Waits for the program's end, and shows meanwhile what it waits to be rid of."""
        deadline = time.monotonic() + LIMIT
        while self.process.poll() is None:
            self.show()
            if time.monotonic() > deadline:
                self.process.kill()
                raise TimeoutError('the end', self.seen)
        status = self.process.returncode
        assert termios.tcgetattr(self.slave) == self.before
        os.close(self.master)
        os.close(self.slave)
        return status


def boot(host):
    """A guest whose console answers."""
    connection = libvirt.open(host['first-uri'])
    try:
        return connection.lookupByName('console')
    except libvirt.libvirtError:
        return connection.createXML(live.guest_xml(host, 'console'))


def types_and_shows(host, domain):
    terminal = Terminal(host['first-uri'], domain.name())
    terminal.wait_for(b'connected to console')
    for _ in range(300):  # until there is a shell
        terminal.type(b'\necho up=$((6*7))\n')
        try:
            terminal.wait_for(b'up=42', 1)
            break
        except TimeoutError:
            pass
    assert terminal.is_raw()
    # ^C is for the guest, not for the terminal
    terminal.type(b'stty -icanon -isig; echo ready=$((6*7)); dd bs=1 count=1 | hexdump -C; stty sane\n')
    terminal.wait_for(b'ready=42')
    terminal.type(b'\x03')
    terminal.wait_for(b'00000000  03')
    terminal.type(b'echo again=$((6*8))\n')
    terminal.wait_for(b'again=48')
    terminal.type(b'\x1dnot this')
    assert terminal.end() == 0


def second_waits_its_turn(host, domain):
    first = Terminal('--device', 'serial0', host['first-uri'], domain.name())
    first.wait_for(b'connected to console')
    second = Terminal('--device', 'serial0', host['first-uri'], domain.name())
    second.wait_for(b'console: ')
    assert second.end() == 1
    third = Terminal('--force', host['first-uri'], domain.name())
    third.wait_for(b'connected to console')
    first.wait_for(b'console: ')
    assert first.end() == 1
    third.process.terminate()
    assert third.end() == 0


def ends_with_the_guest(host, domain):
    terminal = Terminal(host['first-uri'], domain.name())
    terminal.wait_for(b'connected to console')
    terminal.type(b'\nyes\n')  # it is not silent when it ends
    terminal.wait_for(b'y\r\ny\r\n')
    domain.destroy()
    terminal.end()


def says_what_fails(host, _domain):
    terminal = Terminal(host['first-uri'], 'nobody')
    terminal.wait_for(b'console: ')
    terminal.wait_for(b'nobody')
    assert terminal.end() == 1


def add(test, host, domain, reason):
    @tap.test(f'/live/console/{test.__name__.replace("_", "-")}')
    def point():
        if reason is not None:
            raise reason
        test(host, domain)


def main():
    # the daemon's failures are not for this program to print
    libvirt.registerErrorHandler(lambda *_: None, None)
    host, domain, reason = None, None, None
    with contextlib.ExitStack() as stack:
        try:
            host = stack.enter_context(live.Host())
            domain = boot(host)
        except tap.Skip as skip:
            reason = skip
        for test in types_and_shows, second_waits_its_turn, ends_with_the_guest, says_what_fails:
            add(test, host, domain, reason)
        tap.run()


main()
