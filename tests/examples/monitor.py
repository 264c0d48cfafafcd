# SPDX-License-Identifier: LGPL-2.1-or-later
"""The monitors show domains, events and changes, and end as they should, in each language.

    monitor.py PROGRAM SOURCE-WITHOUT-ENDING
"""

import re
import signal
import subprocess
import sys
import threading

import libvirt

import daemon
import tap

PROGRAM, SOURCE = sys.argv[1:]
MONITORS = {
    'c': [PROGRAM],
    'python': [sys.executable, SOURCE + '.py'],
    'javascript': ['gjs', '-m', SOURCE + '.js'],
}
ROW = r'test +[0-9a-f-]{36} +(running|paused) +2 +2048 MiB'


class Monitor:
    """A running monitor; waiting for what it says ends after a while."""

    def __init__(self, language, *arguments):
        tap.need(MONITORS[language][0])
        self.process = subprocess.Popen([*MONITORS[language], *arguments], text=True, errors='replace',
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = []
        self.timer = threading.Timer(60, self.process.kill)
        self.timer.start()

    def wait_for(self, pattern):
        for line in self.process.stdout:
            self.lines.append(line)
            if re.fullmatch(pattern, line.rstrip()):
                return
        raise AssertionError(f'no {pattern} in {self.lines}, {self.process.stderr.read()}')

    def end_without_reader(self):
        """Like end(), when nobody reads what it shows any more."""
        self.process.stdout.close()
        errors = self.process.stderr.read()
        self.timer.cancel()
        return self.process.wait(), errors.splitlines()

    def end(self):
        """The exit status, and what was said of errors."""
        _, errors = self.process.communicate()
        self.timer.cancel()
        return self.process.returncode, errors.splitlines()


def check_failure(language, uri):
    status, errors = Monitor(language, uri).end()
    assert status == 1, (status, errors)
    assert len(errors) == 1 and errors[0].startswith(f'monitor: {uri}: '), errors


def shows_table(language):
    monitor = Monitor(language)
    monitor.wait_for('NAME +UUID +STATE +VCPUS +MEMORY')
    monitor.wait_for(ROW)
    monitor.process.terminate()
    monitor.end()


def ends_when_interrupted(language):
    for number in (signal.SIGINT, signal.SIGTERM):
        monitor = Monitor(language)
        monitor.wait_for(ROW)
        monitor.process.send_signal(number)
        assert monitor.end() == (0, []), number


def shows_what_others_do(language):
    with daemon.Daemon() as libvirtd:
        monitor = Monitor(language, libvirtd.uri)
        monitor.wait_for(ROW)
        host = libvirt.open(libvirtd.uri)
        host.lookupByName('test').suspend()
        monitor.wait_for('test +state = paused')
        monitor.wait_for('test +lifecycle suspended 0')
        host.defineXML("<domain type='test'><name>new</name><memory>1024</memory><os><type>hvm</type></os></domain>")
        monitor.wait_for('new +lifecycle defined 0')
        host.lookupByName('new').create()
        monitor.wait_for('new +state = running')
        monitor.process.terminate()
        assert monitor.end() == (0, [])


def says_unknown_uri(language):
    check_failure(language, 'nonsense:///')


def says_refused_connection(language):
    check_failure(language, 'test+unix:///default?socket=/nonexistent')


def says_wrong_arguments(language):
    for arguments in (['--wait', '-1'], ['--wait=soon'], ['--wait'], ['--nonsense'], ['-x'],
                      ['test:///default', 'test:///x']):
        monitor = Monitor(language, *arguments)
        status, errors = monitor.end()
        assert status == 1 and len(errors) == 1 and errors[0].startswith('monitor: '), (arguments, status, errors)
        assert monitor.lines == []


def ends_with_its_reader(language):
    """As in `monitor | head -1`, also if nothing happens on the host any more."""
    monitor = Monitor(language)
    monitor.wait_for('NAME .*')
    assert monitor.end_without_reader() == (0, [])


def ends_at_once_when_lost(language):
    with daemon.Daemon() as libvirtd:
        monitor = Monitor(language, '--wait', '0', libvirtd.uri)
        monitor.wait_for(ROW)
        libvirtd.kill()
        assert monitor.end() == (1, [f'monitor: the connection to {libvirtd.uri} was lost'])


def gives_up_on_lost_host(language):
    with daemon.Daemon() as libvirtd:
        monitor = Monitor(language, '--wait=1', libvirtd.uri)
        monitor.wait_for(ROW)
        libvirtd.kill()
        monitor.wait_for(re.escape(libvirtd.uri) + ' +lost, trying again for 1 s')
        assert monitor.end() == (
            1, [f'monitor: the connection to {libvirtd.uri} was lost, and did not come back within 1 s'])


def goes_through_restart(language):
    """What was there is not shown again, what has changed is."""
    with daemon.Daemon() as libvirtd:
        monitor = Monitor(language, libvirtd.uri)
        monitor.wait_for(ROW)
        host = libvirt.open(libvirtd.uri)
        host.defineXML("<domain type='test'><name>new</name><memory>1024</memory><os><type>hvm</type></os></domain>")
        monitor.wait_for('new +[0-9a-f-]{36} +shutoff .*')
        host.lookupByName('test').suspend()
        monitor.wait_for('test +lifecycle suspended 0')
        del monitor.lines[:]
        libvirtd.kill()
        monitor.wait_for(re.escape(libvirtd.uri) + ' +lost, trying again for 30 s')
        libvirtd.start()
        monitor.wait_for('new +exists = (?i:false)')
        monitor.wait_for(re.escape(libvirtd.uri) + ' +connected again')
        libvirt.open(libvirtd.uri).lookupByName('test').suspend()
        monitor.wait_for('test +lifecycle suspended 0')
        assert not any(re.fullmatch(ROW, line.rstrip()) for line in monitor.lines), monitor.lines
        assert any(re.fullmatch('test +state = running', line.rstrip()) for line in monitor.lines), monitor.lines
        monitor.process.terminate()
        assert monitor.end() == (0, [])


for function in (shows_table, ends_when_interrupted, shows_what_others_do, says_unknown_uri,
                 says_refused_connection, says_wrong_arguments, ends_with_its_reader, ends_at_once_when_lost,
                 gives_up_on_lost_host, goes_through_restart):
    for language in MONITORS:
        path = f'/examples/monitor/{function.__name__.replace("_", "-")}/{language}'
        tap.test(path)(lambda function=function, language=language: function(language))


@tap.test('/examples/monitor/says-uri-that-is-no-text')
def says_uri_of_no_text():
    """Not JavaScript: gjs itself crashes when such an argument is read."""
    for language in ('c', 'python'):
        status, errors = Monitor(language, b'test:///\xff').end()
        assert status == 1 and len(errors) == 1 and errors[0].startswith('monitor: test:///'), errors


@tap.test('/examples/monitor/says-full-disk/python')
def says_full_disk():
    with open('/dev/full', 'w', encoding='utf-8') as full:
        done = subprocess.run(MONITORS['python'], stdout=full, stderr=subprocess.PIPE, text=True,
                              timeout=60, check=False)
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr


@tap.test('/examples/monitor/demo')
def demo():
    monitor = Monitor('c', '--demo')
    monitor.wait_for('newcomer +state = paused')
    monitor.wait_for('newcomer +lifecycle suspended 0')
    monitor.wait_for('newcomer +lifecycle undefined 0')
    assert monitor.end() == (0, [])


@tap.test('/examples/monitor/demo/refuses-real-hosts')
def demo_refuses():
    """Before anything is opened: what it changes would be somebody's."""
    for uri in ('qemu:///system', 'test', 'testing:///default', 'qemu+unix:///system?socket=/test:', ''):
        status, errors = Monitor('c', '--demo', uri).end()
        assert (status, len(errors)) == (1, 1) and 'test driver' in errors[0], (uri, errors)


tap.run()
