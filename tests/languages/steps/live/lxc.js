// SPDX-License-Identifier: LGPL-2.1-or-later

// Containers; lxc.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert} = imports.tap;
const {fails, later, step} = imports.steps;

const NATIVE = 'lxc.utsname = native\nlxc.rootfs = /var/lib/native\n';

function openLxc(host) {
    return Libvirt.Connect.open(host.facts['first-lxc-uri']);
}

step('lxc/native', async host => {
    const lxc = openLxc(host);

    assert(lxc.domain_xml_from_native('lxc-tools', NATIVE, 0).includes('<name>native</name>'));
    assert((await later(lxc, 'domain_xml_from_native', 'lxc-tools', NATIVE, 0)).includes('<name>native</name>'));
    fails(Libvirt.Error.INVALID_ARG, () => lxc.domain_xml_from_native('nonsense', NATIVE, 0));
});

// That changes the process: another one, and in the machine, whose groups the container is in.
step('lxc/go-inside', host => {
    const text = host.enter(...host.facts.steps, 'inside', host.facts.path);

    assert(!text.includes('not ok') && text.includes('/inside/lxc/enter-cgroup'), text);
});
