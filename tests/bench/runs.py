# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the programs of this folder, for scripts/bench and for the test that they still work."""

import compileall
import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid

import daemon
import tap
from results import NAMES

IMPLEMENTATIONS = ('raw', 'gobj', 'glib')
OPTIONAL = ('glib', 'glib-python')
DOMAIN = '''<domain type='test'><name>d{number}</name><uuid>{uuid}</uuid><memory>8192</memory>\
<vcpu>1</vcpu><os><type>hvm</type></os></domain>
'''
GUEST = '''<domain type='qemu'><name>d{number}</name><uuid>{uuid}</uuid><memory>8192</memory>\
<vcpu>1</vcpu><os><type arch='x86_64'>hvm</type></os></domain>
'''


def uuid_of(number):
    return uuid.uuid5(uuid.NAMESPACE_DNS, str(number))


class BenchDaemon(daemon.Daemon):
    """Whose virDomainRestore() of a certain path takes as long as the path says."""

    def __init__(self, build):
        super().__init__()
        self.built_preload = os.path.join(build, 'tests', 'libvirtd-preload.so')

    def start(self):
        # Nobody may be kept out of the folder it is in.
        self.preloaded = shutil.copy(self.built_preload, self.folder)
        super().start()

    def more_configuration(self):
        return 'max_client_requests = 64\nmax_workers = 64\nkeepalive_interval = -1\n'

    def environment(self):
        return {**super().environment(), 'LD_PRELOAD': self.preloaded}


class GuestsDaemon(daemon.Daemon):
    """Whose QEMU has so many domains, none of which was ever started: that takes no QEMU."""

    def __init__(self, number):
        super().__init__()
        daemon.find_driver('qemu')
        self.number = number

    def start(self):
        folder = os.path.join(self.folder, 'libvirt', 'qemu')
        os.makedirs(folder)
        for i in range(self.number):
            with open(os.path.join(folder, f'd{i}.xml'), 'w', encoding='utf-8') as file:
                file.write(GUEST.format(number=i, uuid=uuid_of(i)))
        owner = self.unprivileged()
        for path in (os.path.dirname(folder), folder) if owner else ():
            os.chown(path, owner['user'], owner['group'])
        super().start()

    def environment(self):
        # Where no QEMU is found, none is started to be asked what it can do.
        return {**super().environment(), 'PATH': self.folder}


# Where things are counted. What is looked up when it is first called would count once, somewhere; so would
# the arenas of threads. And callgrind takes a `rep movsb`, with which memmove() moves much at once, for as
# many instructions as there are bytes. Where the clock counts, all is as everywhere.
COUNTED = {'LD_BIND_NOW': '1', 'MALLOC_ARENA_MAX': '1',
           'GLIBC_TUNABLES': 'glibc.cpu.x86_rep_movsb_threshold=0x7fffffff'}


class Unavailable(Exception):
    """Another binding that is not installed."""


class Runs:
    """With libvirtds of its own as long as it lasts.

    `tiny` shrinks everything and counts no instructions, which is then enough to see that all of it
    works, and for nothing else.
    """

    def __init__(self, source, build, tiny=False):
        self.source = source
        self.build = build
        self.tiny = tiny
        self.daemon = BenchDaemon(build)
        self.guests = None
        self.round = 0
        self.unavailable = set()

    def __enter__(self):
        self.folder_of_ours = tempfile.TemporaryDirectory(prefix='bench-')
        self.folder = self.folder_of_ours.name
        # The daemon, which is nobody, reads the domains there.
        os.chmod(self.folder, 0o755)
        self.stack = contextlib.ExitStack()
        self.stack.callback(self.folder_of_ours.cleanup)
        self.install_python()
        self.stack.enter_context(self.daemon)
        return self

    def __exit__(self, *_):
        self.stack.close()

    def install_python(self):
        """What Python adds to the library is compiled once, as where it is installed."""
        self.python = os.path.join(self.folder, 'python')
        shutil.copytree(os.path.join(self.source, 'introspection', 'python'), self.python)
        compileall.compile_dir(self.python, quiet=1)

    def size(self, full, tiny=4):
        return tiny if self.tiny else full

    def domains(self, number):
        """A file of so many domains for libvirt's test driver."""
        path = os.path.join(self.folder, f'{number}.xml')
        if not os.path.exists(path):
            with open(path, 'w', encoding='utf-8') as file:
                file.write('<node>\n')
                for i in range(number):
                    file.write(DOMAIN.format(number=i, uuid=uuid_of(i)))
                file.write('</node>\n')
        return path

    def uri(self, number, remote):
        path = self.domains(number)
        return f'test+unix://{path}?socket={self.daemon.socket}' if remote else f'test://{path}'

    def storage_uri(self):
        daemon.find_driver('storage')
        return f'storage+unix:///session?socket={self.daemon.socket}'

    def guests_uri(self, number):
        """Where so many domains have memory in libvirt's statistics, as those for tests do not."""
        if self.guests is None:
            self.guests = self.stack.enter_context(GuestsDaemon(number))
        return f'qemu+unix:///session?socket={self.guests.socket}'

    def environment(self):
        # Not everything that libvirt-glib has can be let go. A program that leaves a hung host leaves its
        # relay, too.
        return {**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0', 'LC_ALL': 'C.UTF-8', 'TMPDIR': self.folder,
                'LD_LIBRARY_PATH': os.path.join(self.build, 'libvirt-gobj'),
                'GI_TYPELIB_PATH': os.path.join(self.build, 'introspection'),
                'PYTHONPATH': self.python,
                'PYTHONDONTWRITEBYTECODE': '1'}

    def command(self, program):
        if program.endswith('.py'):
            return [sys.executable, os.path.join(self.source, 'tests', 'bench', program)]
        return [os.path.join(self.build, 'tests', 'bench', program)]

    def run(self, program, implementation, workload, work, wrapper=(), more_environment=(), **options):
        """What the program printed, as numbers. It must have done `work`."""
        arguments = [f'{name}={value}' for name, value in options.items()]
        command = [*wrapper, *self.command(program), implementation, workload, *arguments]
        done = subprocess.run(command, env={**self.environment(), **dict(more_environment)},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, timeout=600)
        if done.returncode == 77:
            self.tell_of_missing(implementation, done.stderr.strip())
        assert done.returncode == 0, f'{command}: {done.returncode}\n{done.stderr}'
        printed = {name: float(value) for name, value in
                   (line.split() for line in done.stdout.splitlines())}
        assert printed['work'] == work, f'{command}: did {printed["work"]}, not {work}'
        return printed

    def tell_of_missing(self, implementation, why):
        """Without libvirt-glib there is less to see; without the measure, or us, nothing."""
        if implementation not in OPTIONAL:
            raise tap.Skip(f'{NAMES[implementation]} is not there: {why}')
        self.unavailable.add(implementation)
        raise Unavailable

    def count(self, program, implementation, workload, work, **options):
        """The instructions, in all threads, of the part that counts."""
        if self.tiny:
            return self.run(program, implementation, workload, work, **options)['seconds']
        out = os.path.join(self.folder, 'callgrind.out')
        wrapper = ['valgrind', '--tool=callgrind', '--instr-atstart=no', f'--callgrind-out-file={out}']
        self.run(program, implementation, workload, work, wrapper, COUNTED, **options)
        with open(out, encoding='utf-8') as profile:
            counted = int(re.search(r'^totals: (\d+)', profile.read(), re.M)[1])
        assert counted > 0, f'{program} was built without the header of valgrind'
        return counted

    def each(self, implementations, measure):
        """A value of each implementation that is there. Who begins changes from round to round: what one reads
        first the next finds in a cache."""
        values = {}
        for implementation in implementations if self.round % 2 == 0 else reversed(implementations):
            try:
                values[implementation] = measure(implementation)
            except Unavailable:
                pass
        return {name: values[name] for name in implementations if name in values}
