// SPDX-License-Identifier: LGPL-2.1-or-later

// Goes into a container, as far as a process with several threads can; lxc.py is the same in Python.

const {Gio, GLib, Libvirt} = imports.gi;
const ByteArray = imports.byteArray;
const {assert, assertEqual} = imports.tap;
const {later, step} = imports.steps;

// Of this thread, which changes alone.
function place() {
    return GLib.file_read_link('/proc/thread-self/ns/uts');
}

// Of the namespaces that of the host's name, which a thread may change for itself.
function onlyNames(files) {
    const found = new Gio.UnixFDList();

    files.peek_fds().filter(fd => GLib.file_read_link(`/proc/self/fd/${fd}`).startsWith('uts:'))
        .forEach(fd => found.append(fd));
    return found;
}

function isInBox() {
    const [, text] = Gio.File.new_for_path('/proc/self/cgroup').load_contents(null);

    return ByteArray.toString(text).includes('box');
}

step('lxc/open-namespace', async host => {
    const box = host.here.lookup_domain_by_name('box');
    const files = box.lxc_open_namespace(0);

    assert(files.get_length() > 1);
    assertEqual((await later(box, 'lxc_open_namespace', 0)).get_length(), files.get_length());
});

step('lxc/enter-namespace', host => {
    const box = host.here.lookup_domain_by_name('box');
    const before = place();
    const old = box.lxc_enter_namespace(onlyNames(box.lxc_open_namespace(0)), 0);

    assert(place() !== before);
    box.lxc_enter_namespace(onlyNames(old), 0);
    assertEqual(place(), before);
});

// The label of a host without such a system.
step('lxc/enter-security-label', host => {
    const model = host.here.get_node().get_security_model();
    const old = Libvirt.Domain.lxc_enter_security_label(model, new Libvirt.SecurityLabel(), 0);

    assertEqual([old.label, old.enforcing], ['', false]);
});

// The last one: there is no way back.
step('lxc/enter-cgroup', host => {
    const box = host.here.lookup_domain_by_name('box');

    assert(!isInBox());
    assert(box.lxc_enter_cgroup(0));
    assert(isInBox());
});
