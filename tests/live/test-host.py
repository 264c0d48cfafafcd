# SPDX-License-Identifier: LGPL-2.1-or-later
"""The host that the tests of this folder stand on: it is there, alone, and gone without a trace."""

import contextlib
import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time
from unittest import mock

import daemon
import live
import tap
from fixture import kernel, place

FOLDER = f'/tmp/libvirt-gobj-live-host-{os.getpid()}'


def host(command, *arguments):
    done = live.host(command, '--folder', FOLDER, *arguments)
    if done.returncode == live.IMPOSSIBLE:
        raise tap.Skip(done.stderr.strip())
    return done


def up(*arguments):
    done = host('up', *arguments)
    assert done.returncode == 0, done.stderr
    return live.describe(done.stdout)


def output(*command):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout


def virsh(uri, *command):
    return output('virsh', '--quiet', '-c', uri, *command).strip()


def running():
    """Processes that have to do with the folder, or are in its machines."""
    found = []
    for path in glob.glob('/proc/[0-9]*/cgroup') + glob.glob('/proc/[0-9]*/cmdline'):
        try:
            with open(path, encoding='utf-8', errors='replace') as file:
                if FOLDER in (text := file.read()) or FOLDER.replace('/', '+') in text:
                    found.append(path.split('/')[2])
        except OSError:
            continue
    # one that has ended and whose new parent has not yet noticed is no process any more
    return {pid for pid in found if kernel.lives(pid)} - {str(os.getpid())}


def traces():
    """All that a host could leave: each line is one thing."""
    with open('/proc/self/mountinfo', encoding='utf-8') as file:
        mounts = [line for line in file if FOLDER in line]
    groups = [path for path, _, _ in os.walk('/sys/fs/cgroup') if FOLDER.replace('/', '+') in path]
    return {
        'processes': running(),
        'mounts': mounts,
        'groups': groups,
        'files': glob.glob(FOLDER + '*') + glob.glob(f'/run/*{FOLDER.replace("/", "+")}*'),
        'loops': [line for line in output('losetup', '--list').splitlines() if FOLDER in line],
        'links': output('ip', '-oneline', 'link').count('br-nat'),
    }


def keeper():
    return kernel.Process('fixture.keeper', FOLDER).find()


def assert_no_trace():
    left = {what: found for what, found in traces().items() if found}
    assert not left, left


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, traces()
        time.sleep(0.05)


def lets_in_others(uri):
    """Who can use the host is root."""
    done = subprocess.run(['setpriv', '--reuid=1', '--clear-groups', 'virsh', '-c', uri, 'uri'], check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0


@tap.test('/live/host/answers-and-leaves-nothing')
def answers():
    before = output('ip', '-oneline', 'address'), output('cat', '/proc/self/mountinfo')
    said = up()
    try:
        assert 'libvirtd' not in output('cat', '/proc/self/mountinfo')
        assert output('virsh', '-c', said['first-uri'], 'uri').strip() == said['first-uri']
        assert 'qemu' in output('virsh', '-c', said['first-uri'], 'version').lower()
        assert 'libvirtd' in output('virt-admin', '-c', said['first-admin-uri'], 'server-list')
        assert live.describe(host('status').stdout) == said
        assert not lets_in_others(said['first-uri'])
    finally:
        assert host('down').returncode == 0
    assert_no_trace()
    assert before == (output('ip', '-oneline', 'address'), output('cat', '/proc/self/mountinfo'))


@tap.test('/live/host/up-and-down-can-be-said-twice')
def twice():
    first = up()
    assert up() == first
    other = host('up', '--lxc')
    assert other.returncode == 1 and '--lxc' in other.stderr, other
    assert live.describe(host('status').stdout) == first
    for _ in range(2):
        assert host('down').returncode == 0
        assert host('status').returncode == 3
    assert_no_trace()


@tap.test('/live/host/ends-with-its-owner')
def owner():
    with subprocess.Popen(['sleep', '600']) as process:
        try:
            up('--owner', str(process.pid))
        finally:
            process.kill()
    wait_for(lambda: not any(traces().values()))


@tap.test('/live/host/remains-are-cleared')
def remains():
    first = up()
    os.kill(keeper(), signal.SIGKILL)
    assert host('status').returncode == 3
    second = up()
    assert second['pid'] != first['pid']
    assert host('down').returncode == 0
    assert_no_trace()


def kill_daemons(pid):
    output('nsenter', f'--target={pid}', '--pid', '--mount', 'sh', '-c',
           'kill -KILL $(cat /run/libvirtd.started) $(cat /run/virtlogd.started)')


@tap.test('/live/host/starts-and-goes-though-its-daemons-were-killed')
def daemons():
    first = up()
    kill_daemons(first['pid'])
    wait_for(lambda: host('status').returncode == 3)
    assert host('enter', '--', 'hostname').stdout == 'first\n'
    assert 'first' in host('enter', '--machine', 'nonsense').stderr
    second = up()
    assert second['pid'] != first['pid']
    kill_daemons(second['pid'])
    assert host('down').returncode == 0
    assert_no_trace()


@contextlib.contextmanager
def starting(path):
    """An `up` that has come to where there is this file."""
    command = ['env', '--default-signal', live.PROGRAM, 'up', '--folder', FOLDER]
    with subprocess.Popen(command, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE) as process:
        wait_for(lambda: process.poll() is not None or os.path.exists(path))
        if process.poll() == live.IMPOSSIBLE:
            raise tap.Skip(process.stderr.read().strip())
        yield process


@tap.test('/live/host/goes-while-it-starts')
def while_it_starts():
    with starting(os.path.join(FOLDER, 'first', 'init.log')) as process:
        os.kill(keeper(), signal.SIGTERM)
        wait_for(lambda: process.poll() is not None)
    wait_for(lambda: not any(traces().values()))


@tap.test('/live/host/goes-though-its-start-was-killed')
def killed():
    """At whatever point of it: while it looks around, before there is a keeper, and after that."""
    inside = [os.path.join(FOLDER, name) for name in ('options', 'keeper.log', 'first')]
    for path in place.lock_name(FOLDER), FOLDER, *inside:
        with starting(path) as process:
            process.kill()
        assert host('down').returncode == 0
        wait_for(lambda: not any(traces().values()))


@tap.test('/live/host/goes-though-its-keeper-is-stopped')
def stopped():
    up()
    os.kill(keeper(), signal.SIGSTOP)
    assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/goes-though-its-container-is-suspended')
def suspended():
    said = up('--lxc')
    try:
        if 'first-lxc-uri' not in said:
            raise tap.Skip('there are no containers on this machine')
        virsh(said['first-lxc-uri'], 'suspend', 'box')
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/goes-though-lvm-is-locked')
def locked():
    up()
    hold = 'mkdir -p /run/lock/lvm; setsid flock -x /run/lock/lvm/P_global sh -c "echo; exec sleep 1000" & sleep 1000'
    with subprocess.Popen([live.PROGRAM, 'enter', '--folder', FOLDER, 'sh', '-c', hold], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as holder:
        assert holder.stdout.readline() == '\n'
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/starts-without-a-path')
def no_path():
    with mock.patch.dict(os.environ):
        os.environ.pop('PATH', None)
        said = up()
    try:
        assert live.describe(host('status').stdout) == said
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/goes-when-its-machine-was-killed')
def machine():
    os.kill(int(up()['pid']), signal.SIGKILL)
    wait_for(lambda: not any(traces().values()))
    assert host('down').returncode == 0


@tap.test('/live/host/goes-when-what-has-its-machine-was-killed')
def parent():
    """The one that libvirtd and all else is below."""
    with open(f'/proc/{up()["pid"]}/status', encoding='utf-8') as status:
        above = next(line.split()[1] for line in status if line.startswith('PPid:'))
    os.kill(int(above), signal.SIGKILL)
    wait_for(lambda: not any(traces().values()))


@tap.test('/live/host/goes-when-its-folder-was-removed')
def removed():
    up()
    shutil.rmtree(FOLDER)
    assert host('status').returncode == 3
    wait_for(lambda: not any(traces().values()))


@tap.test('/live/host/goes-when-its-folder-was-moved')
def moved():
    """And what is then where it was is not of the host."""
    with tempfile.TemporaryDirectory(dir='/tmp', prefix='moved-') as above:
        up()
        os.rename(FOLDER, elsewhere := os.path.join(above, 'host'))
        with open(FOLDER, 'x', encoding='utf-8'):
            wait_for(lambda: keeper() is None)
        os.unlink(FOLDER)
        assert_no_trace()
        assert above not in output('losetup', '--list')
        assert live.host('down', '--folder', elsewhere).returncode == 0
        assert os.listdir(above) == []


@tap.test('/live/host/is-taken-away-without-its-folder')
def no_folder():
    for keeper_too in False, True:
        up()
        if keeper_too:
            os.kill(keeper(), signal.SIGKILL)
        shutil.rmtree(FOLDER)
        assert host('down').returncode == 0
        assert_no_trace()


@tap.test('/live/host/starts-after-all-of-it-was-killed')
def crash():
    first = up()
    os.kill(before := keeper(), signal.SIGKILL)
    os.kill(int(first['pid']), signal.SIGKILL)
    try:
        second = up()
        assert keeper() != before
        assert output('virsh', '-c', second['first-uri'], 'uri').strip() == second['first-uri']
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


def start(command, folder=FOLDER):
    return subprocess.Popen([live.PROGRAM, command, '--folder', folder], text=True, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def both(*processes):
    """What both say in the end."""
    said = [process.communicate() for process in processes]
    if all(process.returncode == live.IMPOSSIBLE for process in processes):
        raise tap.Skip(said[0][1].strip())
    assert [process.returncode for process in processes] == [0, 0], said
    return [live.describe(output) for output, _ in said]


@tap.test('/live/host/is-one-for-two-that-start-it-at-once')
def at_once():
    try:
        one, other = both(start('up'), start('up'))
        assert one == other
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/is-one-of-two-in-two-folders')
def two_folders():
    """Also where one name is the beginning of the other."""
    others = FOLDER + '-2'
    try:
        one, other = both(start('up'), start('up', others))
        assert host('down').returncode == 0
        assert live.describe(live.host('status', '--folder', others).stdout) == other
        assert virsh(other['first-uri'], 'uri') == other['first-uri'] != one['first-uri']
        assert virsh(other['first-uri'], 'net-list', '--name').split() == ['isolated', 'nat']
        assert other['kinds'] == one['kinds']
    finally:
        assert live.host('down', '--folder', others).returncode == 0
    assert_no_trace()


@tap.test('/live/host/goes-when-that-is-said-while-it-starts')
def down_while_it_starts():
    with starting(FOLDER) as process:
        assert host('down').returncode == 0
        assert process.wait() == 0, process.stderr.read()
    assert_no_trace()


@tap.test('/live/host/is-not-taken-away-from-elsewhere')
def elsewhere():
    """Where its processes are not seen it would be taken for dead, and where its files are not, for another."""
    hide = 'mount -t tmpfs none "$0" && exec "$@"'
    places = {
        'outside': [live.PROGRAM, 'enter', '--folder', FOLDER],
        'PID namespace': ['unshare', '--pid', '--fork'],
        'another': ['unshare', '--mount', 'sh', '-c', hide, FOLDER],
    }
    first = up()
    try:
        for words, place in places.items():
            for command in 'up', 'down', 'status':
                done = subprocess.run([*place, live.PROGRAM, command, '--folder', FOLDER], check=False, text=True,
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                assert done.returncode == 1 and words in done.stderr, done
        assert live.describe(host('status').stdout) == first
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/is-not-taken-away-with-a-copy')
def copy():
    """Of its folder, whatever that says of processes."""
    first = up()
    try:
        shutil.copytree(FOLDER, other := FOLDER + '-2', ignore=lambda *_: ['first', 'guest'])
        assert live.host('status', '--folder', other).returncode == 3
        assert live.host('down', '--folder', other).returncode == 0
        assert live.describe(host('status').stdout) == first
    finally:
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/has-the-working-folder-of-its-own')
def working_folder():
    up()
    before = os.getcwd()
    try:
        os.chdir('/etc')
        assert host('enter', 'cat', 'hostname').stdout == 'first\n'
        os.chdir(FOLDER)
        assert host('enter', 'pwd').stdout == FOLDER + '\n'
    finally:
        os.chdir(before)
        assert host('down').returncode == 0
    assert_no_trace()


@tap.test('/live/host/goes-when-its-start-is-interrupted')
def interrupted():
    for number in signal.SIGINT, signal.SIGTERM, signal.SIGHUP:
        with starting(os.path.join(FOLDER, 'first', 'init.log')) as process:
            process.send_signal(number)
            assert process.wait() == 130 and process.stderr.read() == ''
        assert_no_trace()


@tap.test('/live/host/leaves-another-libvirtd-alone')
def other():
    if os.geteuid() != 0:
        raise tap.Skip('there is no host for it to be beside')
    with daemon.AdminDaemon() as libvirtd:
        before = virsh(libvirtd.uri, 'list', '--all'), sorted(os.listdir(libvirtd.folder))
        said = up()
        try:
            kill_daemons(said['pid'])
        finally:
            assert host('down').returncode == 0
        assert libvirtd.process.poll() is None
        assert before == (virsh(libvirtd.uri, 'list', '--all'), sorted(os.listdir(libvirtd.folder)))
    assert_no_trace()


@tap.test('/live/host/has-one-of-each-kind')
def kinds():
    foreign = {'LIBVIRT_DEFAULT_URI': 'test:///default', 'VIRSH_DEFAULT_CONNECT_URI': 'test:///default',
               'PATH': '/usr/bin:/bin'}
    with mock.patch.dict(os.environ, foreign), live.Host() as described:
        kinds = described['kinds'].split()
        for kind in ('network', 'isolated-network', 'nwfilter', 'secret', 'interface', 'dir-pool'):
            assert kind in kinds, kinds
        pools = output('virsh', '-c', described['first-uri'], 'pool-list', '--name').split()
        assert sorted(pools) == sorted(kind[:-5] for kind in kinds if kind.endswith('-pool'))
        networks = output('virsh', '-c', described['first-uri'], 'net-list', '--name').split()
        assert networks == ['isolated', 'nat']


@tap.test('/live/host/has-a-container-if-asked')
def container():
    with live.Host() as described:
        assert 'first-lxc-uri' not in described
    with live.Host('--lxc') as described:
        if 'container' not in described['kinds'].split():
            raise tap.Skip('there are no containers on this machine')
        assert virsh(described['first-lxc-uri'], 'domstate', 'box') == 'running'


@tap.test('/live/host/has-a-second-one-to-move-to')
def second():
    with live.Host('--second-host') as described:
        path = os.path.join(described['folder'], 'moving.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(live.guest_xml(described, 'moving'))
        here, there = described['first-uri'], described['second-uri']
        virsh(here, 'create', path)
        for source, target, name in (here, there, 'second'), (there, here, 'first'):
            virsh(source, 'migrate', '--live', '--p2p', '--unsafe', 'moving', f'qemu+tcp://{name}/system')
            assert virsh(source, 'list', '--name', '--all') == ''
            assert virsh(target, 'domstate', 'moving') == 'running'
        virsh(here, 'destroy', 'moving')


if __name__ == '__main__':
    tap.run()
