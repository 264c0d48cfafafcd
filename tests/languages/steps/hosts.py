# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where steps are made; hosts.js is the same in JavaScript."""

import json
import subprocess
import tempfile

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402
from steps import succeeds, wait_until  # noqa: E402

DISK = """
<disk type='file' device='disk'>
  <driver name='qemu' type='{format}'/><source file='{path}'/><target dev='{target}' bus='virtio'/>
</disk>"""
DEVICES = """
<interface type='network'><mac address='{mac}'/><source network='nat'/><model type='virtio'/></interface>
<graphics type='vnc' autoport='yes' listen='127.0.0.1' passwd='secret'/><video><model type='vga'/></video>"""
PING = '{"execute":"guest-ping"}'

GUEST = '''
<domain type='test'>
  <name>{name}</name>
  <memory unit='MiB'>8</memory>
  <vcpu current='2'>4</vcpu>
  <iothreads>1</iothreads>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'>
      <source network='default'/><mac address='52:54:00:00:00:01'/><target dev='net0'/>
    </interface>
    <memballoon model='virtio'/>
  </devices>
</domain>
'''


class Host:
    """With two connections: what is done over `here` is looked at over `there`."""

    def __init__(self, uri):
        self.uri = uri
        self.here = Libvirt.Connect.open(uri)
        self.there = Libvirt.Connect.open(uri)
        self.made = 0
        self.prefix = f'thing{GLib.random_int_range(0, 100000)}'

    def name(self):
        """Another one each time."""
        self.made += 1
        return f'{self.prefix}-{self.made}'

    def path(self):
        """Of a file that nobody has, in a folder that goes with the host."""
        return f'{self.folder}/{self.name()}'

    def seen(self, domain):
        """The same domain, over the other connection."""
        return self.there.lookup_domain_by_uuid_string(domain.props.uuid)

    def state(self, domain):
        """As the other connection is told when it asks."""
        return self.seen(domain).get_state(0).state


class TestHost(Host):
    """libvirt's own make-believe, in this process."""

    def __init__(self):
        super().__init__('test:///default')
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = self.temporary.name

    def end(self):
        self.temporary.cleanup()

    def guest_xml(self):
        return GUEST.format(name=self.name())

    def guest(self):
        """One that runs, and is not stored."""
        return self.here.create_domain_xml(self.guest_xml(), Libvirt.DomainCreateFlags.NONE)

    def stored(self):
        """One that is stored, and does not run."""
        return self.here.define_domain_xml(self.guest_xml())


def read_facts(path):
    with open(path, encoding='utf-8') as file:
        return {**json.load(file), 'path': path}


class InsideHost(Host):
    """That of containers, for a process that changes: a new one for it."""

    def __init__(self, path):
        super().__init__(read_facts(path)['first-lxc-uri'])

    def end(self):
        """The containers are the host's."""


class AdminHost:
    """A daemon, which tests/admin/steps.py has started."""

    def __init__(self, uri, folder, certificate):
        self.uri = uri
        self.folder = folder
        self.certificate = certificate
        self.here = self.connect()
        self.there = self.connect()

    def connect(self):
        gi.require_version('LibvirtAdmin', '1.0')
        from gi.repository import LibvirtAdmin  # the other kinds of hosts do not go with it
        return LibvirtAdmin.Connect.open(self.uri, Libvirt.ConnectFlags.NONE)

    def end(self):
        """The daemon is another's."""


class LiveHost(Host):
    """A real one, which tests/live/test-steps.py has started and described in a file."""

    mac = '52:54:00:00:18:01'

    def __init__(self, path):
        self.facts = read_facts(path)
        super().__init__(self.facts['first-uri'])
        self.folder = self.facts['folder']
        self.kept = None

    def guest_xml(self, devices=''):
        return self.facts['guest-xml'].replace('@NAME@', self.name()).replace('@DEVICES@', devices)

    def guest(self, devices=''):
        """One that is not stored, and is paused before its first instruction."""
        return self.here.create_domain_xml(self.guest_xml(devices), Libvirt.DomainCreateFlags.START_PAUSED)

    def stored(self, devices=''):
        return self.here.define_domain_xml(self.guest_xml(devices))

    def disk(self, image_format='qcow2', target='vda'):
        """The path of an image, the first 64 KiB of which are of ones, and its device."""
        path = self.path()
        self.run('qemu-img', 'create', '-q', '-f', image_format, path, '8M')
        self.run('qemu-io', '-f', image_format, '-c', 'write -q -P 1 0 64k', path)
        return path, DISK.format(format=image_format, path=path, target=target)

    def booted(self):
        """One whose agent answers: always the same."""
        if self.kept is None:
            self.kept = self.here.create_domain_xml(
                self.guest_xml(DEVICES.format(mac=self.mac) + self.disk()[1]), Libvirt.DomainCreateFlags.NONE)
        wait_until(lambda: succeeds(self.kept.qemu_agent_command, PING, 5, 0))
        return self.kept

    def end(self):
        """Nothing is left of the guests, as others may use this host."""
        for domain in self.here.list_all_domains(0):
            if domain.props.active:
                domain.destroy()

    def second(self):
        """Another host, where guests can move to."""
        return Libvirt.Connect.open(self.facts['second-uri'])

    def sockets(self):
        """Two ends of one connection."""
        path = Gio.UnixSocketAddress.new(self.path())
        server, client = (Gio.Socket.new(Gio.SocketFamily.UNIX, Gio.SocketType.STREAM, 0) for _ in range(2))
        server.bind(path, False)
        server.listen()
        client.connect(path, None)
        return client, server.accept(None)

    @staticmethod
    def run(*command):
        """A program of the system's; gives what it prints."""
        done = subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE)
        assert done.returncode == 0, f'{command} failed: {done.stdout}'
        return done.stdout

    def enter(self, *command):
        """The same, in the machine."""
        return self.run(self.facts['program'], 'enter', '--folder', self.folder, *command)
