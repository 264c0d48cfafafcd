# SPDX-License-Identifier: LGPL-2.1-or-later
"""Goes into a container, as far as a process with several threads can; lxc.js is the same in JavaScript."""

from gi.repository import Gio, GLib, Libvirt
from steps import later, step


def place():
    """Of this thread, which changes alone."""
    return GLib.file_read_link('/proc/thread-self/ns/uts')


def only_names(files):
    """Of the namespaces that of the host's name, which a thread may change for itself."""
    found = Gio.UnixFDList()
    for fd in files.peek_fds():
        if GLib.file_read_link(f'/proc/self/fd/{fd}').startswith('uts:'):
            found.append(fd)
    return found


@step('lxc/open-namespace')
def open_namespace(host):
    box = host.here.lookup_domain_by_name('box')
    files = box.lxc_open_namespace(0)
    assert files.get_length() > 1 and later(box, 'lxc_open_namespace', 0).get_length() == files.get_length()


@step('lxc/enter-namespace')
def enter_namespace(host):
    box = host.here.lookup_domain_by_name('box')
    before = place()
    old = box.lxc_enter_namespace(only_names(box.lxc_open_namespace(0)), 0)
    assert place() != before
    box.lxc_enter_namespace(only_names(old), 0)
    assert place() == before


@step('lxc/enter-security-label')
def enter_label(host):
    """The label of a host without such a system."""
    model = host.here.get_node().get_security_model()
    old = Libvirt.Domain.lxc_enter_security_label(model, Libvirt.SecurityLabel(), 0)
    assert old.label == '' and not old.enforcing


@step('lxc/enter-cgroup')
def enter_cgroup(host):
    """The last one: there is no way back."""
    box = host.here.lookup_domain_by_name('box')
    groups = Gio.File.new_for_path('/proc/self/cgroup')
    assert b'box' not in groups.load_contents(None)[1]
    assert box.lxc_enter_cgroup(0)
    assert b'box' in groups.load_contents(None)[1]
