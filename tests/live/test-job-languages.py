# SPDX-License-Identifier: LGPL-2.1-or-later
"""Long work on a real guest, as Python and JavaScript follow and cancel it.

    test-job-languages.py [GJS]
"""

import os
import subprocess
import sys

import gi
import live
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, GObject, Libvirt  # noqa: E402

GJS = sys.argv[1:2]
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'job.js')
DISK = '''
<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{folder}/job.qcow2'/>
<target dev='vda' bus='virtio'/></disk>'''
COPY = "<disk type='file'><driver type='qcow2'/><source file='{folder}/{name}.qcow2'/></disk>"


class Bar(GObject.Object):
    fraction = GObject.Property(type=float, default=0.5)


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


def begin_copy(domain, folder, name):
    """As slowly as to last until it is cancelled."""
    domain.block_copy('vda', COPY.format(folder=folder, name=name),
                      GLib.Variant('a{sv}', {'bandwidth': GLib.Variant('t', 65536)}),
                      Libvirt.DomainBlockCopyFlags.TRANSIENT_JOB)


def python_follows(domain, folder):
    assert domain.get_job() is None and domain.get_block_job('vda') is None
    begin_copy(domain, folder, 'python')
    job = domain.get_block_job('vda')
    assert isinstance(job, Libvirt.Job) and job is domain.get_block_job('vda')
    assert (job.props.domain, job.props.disk) == (domain, 'vda')
    bar, ends = Bar(), []
    job.bind_property('fraction', bar, 'fraction', GObject.BindingFlags.SYNC_CREATE)
    job.connect('completed', lambda job, error: ends.append((job.props.phase, error)))
    wait_until(lambda: job.props.bytes_total > 0)
    assert 0 <= bar.fraction < 1 and job.props.phase == Libvirt.JobPhase.RUNNING and not ends
    job.cancel()
    wait_until(lambda: ends)
    phase, error = ends[0]
    assert phase == Libvirt.JobPhase.CANCELLED == job.props.phase
    assert error.matches(Libvirt.error_quark(), Libvirt.Error.OPERATION_ABORTED), error
    assert domain.get_block_job('vda') is None


def javascript_follows(domain, folder, uri):
    if not GJS:
        return
    begin_copy(domain, folder, 'javascript')
    done = subprocess.run([*GJS, SCRIPT, uri], check=False, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=200)
    assert (done.returncode, done.stdout) == (0, 'cancelled\n'), done.stderr
    assert domain.get_block_job('vda') is None


@tap.test('/live/job-languages')
def follow():
    with live.Host() as host:
        subprocess.run(['qemu-img', 'create', '-q', '-f', 'qcow2', f'{host["folder"]}/job.qcow2', '16M'],
                       check=True)
        subprocess.run(['qemu-io', '-c', 'write -q 0 8M', f'{host["folder"]}/job.qcow2'], check=True)
        connect = Libvirt.Connect.open(host['first-uri'])
        domain = connect.create_domain_xml(
            live.guest_xml(host, 'job', DISK.format(folder=host['folder'])),
            Libvirt.DomainCreateFlags.START_PAUSED)
        python_follows(domain, host['folder'])
        javascript_follows(domain, host['folder'], host['first-uri'])
        domain.destroy()


tap.run()
