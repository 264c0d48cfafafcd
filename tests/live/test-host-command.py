# SPDX-License-Identifier: LGPL-2.1-or-later
"""What `tests/live/host` refuses, and leaves as it is. None of these tests starts a host."""

import itertools
import os
import signal
import subprocess
import sys
import tempfile
import time
import types
from unittest import mock

import live
import tap
from fixture import HostError, Impossible, image, kernel, keeper, machine, needs, place, settings, sleep

FAILED, WRONG = 1, 2


def a_folder():
    return tempfile.TemporaryDirectory(dir='/tmp', prefix='libvirt-gobj-live-command-')


def write(*names):
    path = os.path.join(*names)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('mine')
    return path


def assert_refused(status, words, *arguments):
    done = live.host(*arguments)
    assert done.returncode == status and words in done.stderr, (done.returncode, done.stderr)


def assert_stays(words, folder):
    """Neither command touches it; `up` gets that far only where there can be a host."""
    assert_refused(FAILED, words, 'down', '--folder', folder)
    done = live.host('up', '--folder', folder)
    assert done.returncode == live.IMPOSSIBLE or (done.returncode == FAILED and words in done.stderr), done


@tap.test('/live/host/command/leaves-what-is-not-a-host')
def foreign():
    with a_folder() as folder:
        precious = write(folder, 'precious')
        assert_stays('not of a host', folder)
        assert_stays('is not a folder', precious)
        assert os.listdir(folder) == ['precious']


@tap.test('/live/host/command/leaves-what-a-link-leads-to')
def link():
    with a_folder() as above:
        real = os.path.join(above, 'real')
        place.make(real)
        os.symlink(real, link := os.path.join(above, 'link'))
        assert_stays('is not a folder', link)
        assert os.listdir(real) == [place.MARKER]


@tap.test('/live/host/command/does-not-believe-another-user')
def another_user():
    if os.geteuid() != 0:
        raise tap.Skip('only root can give a folder away')
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        place.make(folder)
        write(folder, 'ready')
        os.chown(folder, 1, 1)
        assert_refused(3, 'not running', 'status', '--folder', folder)
        assert_refused(3, 'not running', 'enter', '--folder', folder, 'true')
        assert_stays('another user', folder)


@tap.test('/live/host/command/does-not-believe-a-folder-that-others-can-write-to')
def anybody():
    """Like /tmp, where anybody can make what looks like a host's."""
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        place.make(folder)
        os.chmod(folder, 0o1777)
        assert_refused(3, 'not running', 'status', '--folder', folder)
        assert_stays('by others', folder)
        assert os.listdir(folder) == [place.MARKER]


@tap.test('/live/host/command/leaves-a-host-of-another-pid-namespace')
def another_namespace():
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        with mock.patch('fixture.place._namespace', return_value='pid:[1]'):
            place.make(folder)
        for command in 'up', 'status', 'enter', 'down':
            assert_refused(FAILED, 'PID namespace', command, '--folder', folder)
        assert os.listdir(folder) == [place.MARKER]


@tap.test('/live/host/command/has-no-host-in-a-host')
def nested():
    with a_folder() as above:
        os.makedirs(inner := os.path.join(above, 'host', 'inner'))
        write(above, 'host', place.MARKER)
        for folder in inner, os.path.join(inner, 'deep'):
            done = live.host('up', '--folder', folder)
            assert done.returncode == live.IMPOSSIBLE or 'another host' in done.stderr, done
        assert os.listdir(inner) == []


@tap.test('/live/host/command/takes-an-unfinished-host-away')
def unfinished():
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        os.mkdir(folder)
        assert live.host('down', '--folder', folder).returncode == 0
        place.make(folder)
        write(folder, 'ready')
        os.symlink(above, os.path.join(folder, 'link'))
        assert live.host('down', '--folder', folder).returncode == 0
        assert os.listdir(above) == []
        assert live.host('down', '--folder', folder).returncode == 0


@tap.test('/live/host/command/takes-away-what-a-crash-left')
def crashed():
    """After a power cut, files can be there without what was written to them."""
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        place.make(folder)
        os.makedirs(os.path.join(folder, 'first', 'etc'))
        for name in place.MARKER, 'options', 'ready':
            open(os.path.join(folder, name), 'w', encoding='utf-8').close()
        assert_refused(3, 'not running', 'status', '--folder', folder)
        assert live.host('down', '--folder', folder).returncode == 0
        assert os.listdir(above) == []


@tap.test('/live/host/command/names-that-cannot-be')
def names():
    """They are told so that one can read them, in one line after the usage."""
    reasons = {'': 'no name', 'a b': 'letters', 'a+b': 'letters', '/tmp/' + 'a' * 70: 'too long',
               'a' * 5000: 'too long', 'a\nb': 'letters', "a'b": 'letters', 'a\udcff': 'letters'}
    for command, (folder, words) in zip(itertools.cycle(['up', 'status', 'enter', 'down']), reasons.items()):
        done = live.host(command, f'--folder={folder}')
        assert done.returncode == WRONG and words in done.stderr.splitlines()[-1], done
    assert_refused(WRONG, 'expected one argument', 'down', '--folder', '-x')
    assert_refused(3, 'not running', 'status', '--folder=-x')


def shell(script, **environment):
    """With $0 for the program and $1 for a folder that is not there."""
    with a_folder() as folder:
        return subprocess.run(['sh', '-c', script, live.PROGRAM, os.path.join(folder, 'none')], check=False, text=True,
                              env={'PATH': needs.PATH, **environment}, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@tap.test('/live/host/command/fails-where-it-cannot-be-heard')
def unheard():
    expected = {
        '"$0" --help >/dev/full': (FAILED, 'host: standard output: No space left on device\n'),
        '"$0" --help >/dev/full 2>&1': (FAILED, ''),
        '"$0" nonsense 2>/dev/full': (WRONG, ''),
        '"$0" status --folder "$1" 2>/dev/full': (3, ''),
        '"$0" status --folder "$1" >&-': (3, 'not running\n'),
        '"$0" status --folder "$1" <&- >&- 2>&-': (3, ''),
        '"$0" down --folder "$1" <&- >&- 2>&-': (0, ''),
        '"$0" --help <&- >&- 2>&-': (0, ''),
        '"$0" nonsense <&- >&- 2>&-': (WRONG, ''),
    }
    for script, (status, told) in expected.items():
        done = shell(script)
        assert (done.returncode, done.stderr) == (status, told), (script, done)


@tap.test('/live/host/command/works-where-its-folder-is-gone')
def no_working_folder():
    gone = 'mkdir "$1"; cd "$1"; rmdir "$1"; '
    done = shell(gone + '"$0" status --folder "$1"')
    assert (done.returncode, done.stderr) == (3, 'not running\n'), done
    done = shell(gone + '"$0" status --folder here')
    assert done.returncode == WRONG and 'the working folder is gone' in done.stderr, done


@tap.test('/live/host/command/does-not-mind-what-is-said-to-python')
def environment():
    for name, value in (('PYTHONSAFEPATH', '1'), ('PYTHONPATH', '/none'), ('PYTHONHOME', '/none'),
                        ('PYTHONIOENCODING', 'none'), ('PYTHONINSPECT', '1')):
        done = shell('"$0" status --folder "$1"', **{name: value})
        assert (done.returncode, done.stderr) == (3, 'not running\n'), done


@tap.test('/live/host/command/owners-that-cannot-be')
def owners():
    with subprocess.Popen(['true']) as ended:
        ended.wait()
        for owner in '0', '-1', 'me', str(ended.pid):
            assert_refused(WRONG, 'no process', 'up', f'--owner={owner}')


@tap.test('/live/host/command/help-has-what-is-for-users')
def usage():
    assert 'keep' not in live.host('--help').stdout
    assert 'keep' not in live.host('nonsense').stderr


@tap.test('/live/host/command/is-impossible-without-rights')
def rights():
    """Root in a container often is not free to make namespaces, or to do all in them."""
    if os.geteuid() != 0:
        raise tap.Skip('only root can lay rights down')
    tried = 'from fixture import machine; print(machine.reason_against("/tmp/trial"))'
    for right in 'sys_admin', 'net_admin':
        done = subprocess.run(['setpriv', f'--bounding-set=-{right}', sys.executable, '-c', tried], cwd=live.HERE,
                              check=True, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        assert 'no namespaces' in done.stdout, done


@tap.test('/live/host/command/is-impossible-for-the-root-of-a-user-namespace')
def user_namespace():
    user = ['unshare', '--map-root-user']
    if subprocess.run([*user, 'true'], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        raise tap.Skip('no user namespace can be made')
    with a_folder() as above:
        folder = os.path.join(above, 'host')
        done = subprocess.run([*user, live.PROGRAM, 'up', '--folder', folder], check=False, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert done.returncode == live.IMPOSSIBLE and done.stderr.count('\n') == 1, done
        assert os.listdir(above) == [] and not os.path.exists(place.lock_name(folder))


@tap.test('/live/host/command/is-impossible-for-users')
def users():
    with mock.patch('os.geteuid', return_value=1), mock.patch('platform.machine', return_value='x86_64'):
        try:
            needs.check(types.SimpleNamespace(auth=False))
        except Impossible as error:
            assert 'only root' in str(error)
        else:
            assert False, 'it is possible'


@tap.test('/live/host/command/another-name-is-another-group')
def groups():
    assert machine.Machine('/tmp/a-b', 'first').group != machine.Machine('/tmp/a/b', 'first').group


@tap.test('/live/host/command/sleeps-by-stand-ins-alone')
def stand_ins():
    with a_folder() as folder, mock.patch.object(sleep, 'FOLDER', folder):
        for name in sleep.PROGRAMS:
            os.chmod(write(folder, name), 0o755)
        sleep.check(f'{folder}:{needs.PATH}')
        os.chmod(os.path.join(folder, 'rtcwake'), 0o644)
        try:
            sleep.check(f'{folder}:{needs.PATH}')
        except HostError as error:
            assert 'rtcwake' in str(error)
        else:
            assert False, 'another one would be run'


@tap.test('/live/host/command/settings-do-not-lead-out')
def settings_stay():
    with a_folder() as folder:
        outside = write(folder, 'outside')
        os.symlink(outside, os.path.join(folder, 'hosts'))
        settings.write(folder, 'hosts', 'theirs')
        with open(outside, encoding='utf-8') as file:
            assert file.read() == 'mine'


@tap.test('/live/host/command/name-is-the-one-of-its-files')
def real_name():
    """Loop devices and mounts are found by it."""
    with a_folder() as above:
        os.symlink(above, link := os.path.join(above, 'link'))
        assert place.name(os.path.join(link, 'host')) == os.path.join(above, 'host')


@tap.test('/live/host/command/tells-the-ends-of-the-logs')
def logs():
    with a_folder() as above:
        os.mkdir(folder := os.path.join(above, 'first'))
        with open(os.path.join(folder, 'init.log'), 'w', encoding='utf-8') as log:
            log.writelines(f'{number}\n' for number in range(100))
        told = list(machine.Machine(above, 'first').last_words())
        assert told[-1] == 'first/init.log: 99' and len(told) < 100, told


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def waits_for_a_lock(pid):
    with open('/proc/locks', encoding='utf-8') as locks:
        return any('->' in line and f' {pid} ' in line for line in locks)


@tap.test('/live/host/command/waits-for-whoever-has-the-folder')
def one_at_a_time():
    """Wherever they have their files."""
    with a_folder() as above, a_folder() as home:
        place.make(folder := os.path.join(above, 'host'))
        environment = {'PATH': needs.PATH, 'HOME': home, 'XDG_CACHE_HOME': home, 'XDG_RUNTIME_DIR': home}
        with place.locked(folder):
            other = subprocess.Popen([live.PROGRAM, 'down', '--folder', folder], env=environment)
            wait_for(lambda: other.poll() is not None or waits_for_a_lock(other.pid))
            assert os.path.isdir(folder)
        assert other.wait() == 0
        assert os.listdir(above) == os.listdir(home) == [] and not os.path.exists(place.lock_name(folder))


@tap.test('/live/host/command/is-at-the-same-place-for-each-session')
def default():
    for more in {}, {'HOME': '/tmp'}, {'XDG_RUNTIME_DIR': '/tmp'}, {'XDG_CACHE_HOME': '/tmp'}:
        done = subprocess.run([live.PROGRAM, 'status', '--help'], check=True, text=True, stdout=subprocess.PIPE,
                              env={'PATH': needs.PATH, 'COLUMNS': '200', **more})
        assert f'({place.DEFAULT})' in done.stdout, done


@tap.test('/live/host/command/makes-nothing-that-nobody-knows-of')
def keeper_alone():
    """Who has started it was killed before it could note that down."""
    with a_folder() as folder:
        place.make(host := os.path.join(folder, 'host'))
        nobody = subprocess.Popen(['true'])
        nobody.wait()
        options = types.SimpleNamespace(**{**dict.fromkeys(keeper.OPTIONS), 'owner': nobody.pid})
        keeper.write_options(host, options)
        before = sorted(os.listdir(host))
        done = subprocess.run([sys.executable, '-B', '-m', 'fixture.keeper', host, '1'], cwd=live.HERE,
                              check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        assert done.stdout == b''
        assert sorted(os.listdir(host)) == before


@tap.test('/live/host/command/ends-what-does-not-listen')
def deaf():
    with subprocess.Popen(['sh', '-c', 'trap "" TERM; echo; while read line; do :; done'],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        with os.fdopen(os.pidfd_open(child.pid)) as watch:
            kernel.end(watch.fileno(), signal.SIGTERM, patience=0.1)
        assert child.wait() == -signal.SIGKILL


@tap.test('/live/host/command/making-of-a-guest-leaves-nothing')
def making():
    """Not even where it was killed."""
    def make(_, work):
        assert os.listdir(cache) == [os.path.basename(work)]
        os.mkdir(made := os.path.join(work, 'made'))
        return made
    with (a_folder() as above, mock.patch.dict(os.environ, XDG_CACHE_HOME=above),
          mock.patch('fixture.image._make', make)):
        cache = image.cache_folder()
        os.makedirs(os.path.join(cache, 'making-earlier', 'kernel'))
        told = []
        made = image.get('cloud', told.append)
        assert os.listdir(cache) == [os.path.basename(made)] and os.listdir(made) == []
        assert len(told) == 1 and 'minutes' in told[0], told
        os.mkdir(os.path.join(cache, 'making-later'))
        assert image.get('cloud', told.append) == made and len(told) == 1
        assert os.listdir(cache) == [os.path.basename(made)]


@tap.test('/live/host/command/copies-a-system-that-lives')
def vanishing():
    """What goes is not there, be it before or after it was looked at, and the rest is."""
    looked_at = settings._is_special

    def look(path):
        name = os.path.basename(path)
        if name in ('before', 'link'):
            os.unlink(path)
        special = looked_at(path)
        if name == 'after':
            os.unlink(path)
        if name == 'folder':
            os.rmdir(path)
        return special
    with a_folder() as above, mock.patch('fixture.settings._is_special', look):
        os.makedirs(source := os.path.join(above, 'source', 'inner'))
        os.mkdir(os.path.join(source, 'folder'))
        os.symlink('nowhere', os.path.join(source, 'link'))
        for name in 'after', 'before', 'stays':
            write(source, name)
        settings.copy(os.path.dirname(source), target := os.path.join(above, 'target'))
        assert os.listdir(os.path.join(target, 'inner')) == ['stays']


@tap.test('/live/host/command/tells-what-cannot-be-copied')
def unreadable():
    def refuse(path, *_, **__):
        raise PermissionError(13, 'Permission denied', path)
    with a_folder() as above, mock.patch('os.readlink', refuse):
        os.mkdir(source := os.path.join(above, 'source'))
        os.symlink('nowhere', os.path.join(source, 'link'))
        try:
            settings.copy(source, os.path.join(above, 'target'))
        except HostError as error:
            assert 'Permission denied' in str(error)
        else:
            assert False, 'it was copied'


@tap.test('/live/host/command/signals-wait-for-what-is-held')
def held():
    came = []
    before = signal.signal(signal.SIGUSR1, lambda *_: came.append(True))
    with kernel.held(signal.SIGUSR1):
        os.kill(os.getpid(), signal.SIGUSR1)
        assert not came
    assert came
    signal.signal(signal.SIGUSR1, before)


if __name__ == '__main__':
    tap.run()
