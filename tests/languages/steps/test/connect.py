# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a connection tells, and its domains; connect.js is the same in JavaScript."""

import re
import subprocess
import sys

from gi.repository import Libvirt
from steps import fails, later, names, step

PRINTS = '''
import gi
gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt
try:
    Libvirt.Connect.open('test:///default').lookup_domain_by_name('nobody')
except GLib.Error:
    Libvirt.default_error_func(Libvirt.get_last_error())
'''
CPU = "<cpu><arch>x86_64</arch><model>{model}</model></cpu>"


@step('connect/versions')
def versions(host):
    assert host.here.get_driver_type() == later(host.here, 'get_driver_type') == 'TEST'
    assert host.here.get_version() == later(host.here, 'get_version') == 2
    assert host.here.get_lib_version() == later(host.here, 'get_lib_version') >= 9000000
    assert host.here.get_max_vcpus(None) == later(host.here, 'get_max_vcpus', 'test') == 32


@step('connect/hostname')
def hostname(host):
    assert host.here.get_hostname() == later(host.there, 'get_hostname') != ''


@step('connect/capabilities')
def capabilities(host):
    xml = host.here.get_capabilities()
    assert '<capabilities>' in xml and xml == later(host.there, 'get_capabilities')
    assert "<entry name='vendor'>" in host.here.get_sysinfo(0)
    assert host.here.get_sysinfo(0) == later(host.there, 'get_sysinfo', 0)


@step('connect/cpus')
def cpus(host):
    models = host.here.get_cpu_model_names('x86_64', 0)
    assert 'core2duo' in models and models == later(host.here, 'get_cpu_model_names', 'x86_64', 0)
    both = [CPU.format(model='Penryn')] * 2
    baseline = host.here.baseline_cpu(both, Libvirt.ConnectBaselineCPUFlags.NONE)
    assert re.search('<model[^>]*>Penryn</model>', baseline), baseline
    assert later(host.here, 'baseline_cpu', both, 0) == baseline


@step('connect/how-safe')
def safe(host):
    connect = Libvirt.Connect.open(host.uri)
    assert connect.is_alive() and connect.is_secure() and later(connect, 'is_secure')
    assert not connect.is_encrypted() and not later(connect, 'is_encrypted')
    assert connect.close()
    fails(Libvirt.Error.INVALID_CONN, connect.is_alive)


@step('connect/domains')
def domains(host):
    running, stored = host.guest(), host.stored()
    ids = host.here.list_domains()
    assert running.props.id in ids and len(ids) == host.there.num_of_domains()
    assert stored.props.name in host.here.list_defined_domains()
    found = host.there.list_all_domains(Libvirt.ConnectListAllDomainsFlags.INACTIVE)
    assert sorted(later(host.here, 'list_defined_domains')) == names(found)
    assert later(host.here, 'num_of_defined_domains') == host.there.num_of_defined_domains() == len(found)


@step('connect/errors')
def errors(host):
    host.here.reset_last_error()
    assert host.here.get_last_error() is None
    fails(Libvirt.Error.NO_DOMAIN, host.here.lookup_domain_by_name, 'nobody')
    info = host.here.get_last_error()
    assert info.code == Libvirt.Error.NO_DOMAIN and info.level == Libvirt.ErrorLevel.ERROR
    host.here.reset_last_error()
    assert host.here.get_last_error() is None


@step('connect/default-error-function')
def default_error_func(host):
    """It prints, which a test should not: another process does."""
    done = subprocess.run([sys.executable, '-c', PRINTS], check=True, stderr=subprocess.PIPE)
    assert b'Domain not found' in done.stderr, done.stderr
