# SPDX-License-Identifier: LGPL-2.1-or-later
"""Containers; lxc.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, step

NATIVE = 'lxc.utsname = native\nlxc.rootfs = /var/lib/native\n'


def open_lxc(host):
    return Libvirt.Connect.open(host.facts['first-lxc-uri'])


@step('lxc/native')
def native(host):
    lxc = open_lxc(host)
    assert '<name>native</name>' in lxc.domain_xml_from_native('lxc-tools', NATIVE, 0)
    assert '<name>native</name>' in later(lxc, 'domain_xml_from_native', 'lxc-tools', NATIVE, 0)
    fails(Libvirt.Error.INVALID_ARG, lxc.domain_xml_from_native, 'nonsense', NATIVE, 0)


@step('lxc/go-inside')
def inside(host):
    """That changes the process: another one, and in the machine, whose groups the container is in."""
    text = host.enter(*host.facts['steps'], 'inside', host.facts['path'])
    assert 'not ok' not in text and '/inside/lxc/enter-cgroup' in text, text
