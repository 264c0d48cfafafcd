# SPDX-License-Identifier: LGPL-2.1-or-later
"""A libvirtd of the test's own, to be reached, driven and killed by it.

    with daemon.Daemon() as libvirtd:
        host = Libvirt.Connect.open(libvirtd.uri)

Its state and its socket are in a temporary folder, and it runs without privileges, so that it has
nothing to do with the machine's domains and networks. Its test driver is shared by all clients.
"""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
import time

import tap

CONFIGURATION = '''\
unix_sock_dir = "{folder}"
auth_unix_ro = "none"
auth_unix_rw = "{authentication}"
log_outputs = "3:file:{folder}/log"
'''

FOLDERS = ('HOME', 'XDG_RUNTIME_DIR', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME')


def wait_for(condition, what, seconds=30):
    """Looks until it is so: the daemon tells nobody when it is ready."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f'{what} took more than {seconds} s'
        time.sleep(0.01)


def find_program(name):
    path = shutil.which(name, path=os.environ['PATH'] + ':/usr/sbin')
    if path is None:
        raise tap.Skip(f'no {name}')
    return path


def find_driver(name):
    """A driver that may have to be installed by itself."""
    for folder in ('/usr/lib/*', '/usr/lib*'):
        for found in glob.glob(f'{folder}/libvirt/connection-driver/libvirt_driver_{name}.so'):
            return found
    raise tap.Skip(f"no driver of libvirt's for {name}")


def listens(path):
    """Told by the kernel: to try would make a client."""
    with open('/proc/net/unix', encoding='utf-8') as sockets:
        found = [line.split() for line in sockets]
    return any(words[3] == '00010000' and words[-1] == path for words in found)


class Daemon:
    authentication = 'none'

    def __init__(self):
        self.program = find_program('libvirtd')

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='libvirtd-')
        self.socket = os.path.join(self.folder, 'libvirt-sock')
        self.uri = f'test+unix:///default?socket={self.socket}'
        self.process = None
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process is not None:
            self.kill()
        shutil.rmtree(self.folder)

    def start(self):
        """The first time, or after kill()."""
        configuration = os.path.join(self.folder, 'libvirtd.conf')
        if os.path.exists(self.socket):
            os.remove(self.socket)
        with open(configuration, 'w', encoding='utf-8') as text:
            text.write(CONFIGURATION.format(folder=self.folder, authentication=self.authentication))
            text.write(self.more_configuration())
        user = self.unprivileged()
        self.process = subprocess.Popen(
            self.command(configuration),
            env=self.environment(), **user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: listens(self.socket) or self.process.poll() is not None, 'starting libvirtd')
        assert self.process.poll() is None, f'libvirtd ended with {self.process.returncode}'

    def command(self, configuration):
        return [self.program, '--config', configuration, '--pid-file', os.path.join(self.folder, 'pid')]

    def environment(self):
        return {'PATH': os.environ['PATH'], **dict.fromkeys(FOLDERS, self.folder)}

    def more_configuration(self):
        return ''

    def unprivileged(self):
        if os.getuid() != 0:
            return {}
        nobody = pwd.getpwnam('nobody')
        os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        return {'user': nobody.pw_uid, 'group': nobody.pw_gid, 'extra_groups': []}

    def kill(self):
        """As in a crash."""
        self.process.kill()
        self.process.wait()


class AdminDaemon(Daemon):
    """One whose admin interface can be used, as this user's own.

    root's has no drivers but the one for tests, and folders of its own for /run and /etc/libvirt.
    """

    script = 'mount --bind "$0/run" /run && mount --bind "$0/etc" /etc/libvirt && exec "$@"'

    @property
    def admin_socket(self):
        return os.path.join(self.folder, 'libvirt-admin-sock')

    @property
    def admin_uri(self):
        return f'libvirtd:///system?socket={self.admin_socket}'

    def start(self):
        for name in ('drivers', 'etc', 'run'):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        super().start()
        wait_for(lambda: listens(self.admin_socket), 'its admin interface')

    def command(self, configuration):
        command = super().command(configuration)
        if os.getuid() != 0:
            return command
        return [find_program('unshare'), '--mount', 'sh', '-c', self.script, self.folder, *command]

    def environment(self):
        return {**super().environment(), 'LIBVIRT_DRIVER_DIR': os.path.join(self.folder, 'drivers')}

    def unprivileged(self):
        return {}


class StorageDaemon(AdminDaemon):
    """One whose clients can have pools of files, by its `storage_uri`."""

    def __init__(self):
        super().__init__()
        self.driver = find_driver('storage')

    @property
    def storage_uri(self):
        mode = 'system' if os.getuid() == 0 else 'session'
        return f'storage+unix:///{mode}?socket={self.socket}'

    def start(self):
        drivers = os.path.join(self.folder, 'drivers')
        if not os.path.exists(drivers):
            os.mkdir(drivers)
            os.symlink(self.driver, os.path.join(drivers, os.path.basename(self.driver)))
        super().start()


class SaslDaemon(Daemon):
    """One that wants to know who is there: a name and a password, by SCRAM-SHA-256."""

    authentication = 'sasl'
    name = 'fred@test'
    password = 's3cret'

    def __init__(self):
        super().__init__()
        self.saslpasswd = find_program('saslpasswd2')
        if not any(glob.glob(f'{folder}/sasl2/libscram.so*') for folder in ('/usr/lib/*', '/usr/lib*')):
            raise tap.Skip('no SCRAM for SASL')

    def start(self):
        with open(os.path.join(self.folder, 'libvirt.conf'), 'w', encoding='utf-8') as text:
            text.write(f'mech_list: scram-sha-256\nsasldb_path: {self.folder}/passwords\n')
        name, realm = self.name.split('@')
        arguments = ['-p', '-c', '-a', 'libvirt', '-u', realm, '-f', f'{self.folder}/passwords', name]
        subprocess.run([self.saslpasswd, *arguments], input=self.password, text=True, check=True,
                       **self.unprivileged())
        super().start()

    def environment(self):
        return {**super().environment(), 'SASL_CONF_PATH': self.folder}
