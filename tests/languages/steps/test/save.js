// SPDX-License-Identifier: LGPL-2.1-or-later

// Domains in files, and their snapshots; save.py is the same in Python.

const {GLib, Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, names, step} = imports.steps;

const State = Libvirt.DomainState;
const NONE = Libvirt.DomainSaveRestoreFlags.NONE;

function isThere(path) {
    return GLib.file_test(path, GLib.FileTest.EXISTS);
}

function started(host) {
    const domain = host.stored();

    domain.create();
    return domain;
}

step('save/and-restore', async host => {
    const domain = started(host);
    const path = host.path();

    assert(domain.save(path));
    assertEqual([domain.state, host.state(domain)], [State.SHUTOFF, State.SHUTOFF]);
    assert(isThere(path));
    assert(host.here.domain_restore(path));
    assertEqual(host.state(domain), State.RUNNING);
    assert(await later(domain, 'save', path));
    assert(await later(host.here, 'domain_restore', path));
    assertEqual(host.state(domain), State.RUNNING);
});

step('save/with-flags', async host => {
    const domain = started(host);
    const path = host.path();

    assert(domain.save_flags(path, null, NONE));
    assertEqual(host.state(domain), State.SHUTOFF);
    assert(await later(host.here, 'domain_restore_flags', path, null, NONE));
    assertEqual(host.state(domain), State.RUNNING);
});

step('save/image', async host => {
    const domain = started(host);
    const path = host.path();

    domain.save(path);
    const xml = host.here.domain_save_image_get_xml_desc(path, Libvirt.DomainSaveImageXMLFlags.NONE);
    assert(xml.includes(`<name>${domain.name}</name>`));
    const titled = xml.replace('</uuid>', '</uuid><title>moved</title>');
    assert(host.here.domain_save_image_define_xml(path, titled, NONE));
    assert((await later(host.there, 'domain_save_image_get_xml_desc', path, 0)).includes('<title>moved</title>'));
});

step('save/managed', host => {
    const domain = started(host);

    assert(domain.managed_save(NONE));
    assert(domain.has_managed_save && host.seen(domain).has_managed_save_image(0));
    assert(domain.managed_save_remove(0));
    assert(!domain.has_managed_save && !host.seen(domain).has_managed_save_image(0));
});

step('save/core-dump', async host => {
    const domain = host.guest();
    const path = host.path(), other = host.path();

    assert(domain.core_dump(path, Libvirt.DomainCoreDumpFlags.NONE));
    assert(isThere(path) && host.state(domain) === State.RUNNING);
    assert(await later(domain, 'core_dump_with_format', other, Libvirt.DomainCoreDumpFormat.RAW,
        Libvirt.DomainCoreDumpFlags.CRASH));
    assert(isThere(other));
    fails(Libvirt.Error.NO_DOMAIN, () => host.seen(domain));
});

step('snapshot/current', async host => {
    const domain = host.guest();

    assert(!domain.has_current_snapshot(0));
    fails(Libvirt.Error.NO_DOMAIN_SNAPSHOT, () => domain.current_snapshot(0));
    const snapshot = domain.create_snapshot_xml('<domainsnapshot><name>one</name></domainsnapshot>', 0);
    assert(domain.has_current_snapshot(0) && host.seen(domain).has_current_snapshot(0));
    assert(domain.current_snapshot(0) === snapshot && await later(domain, 'current_snapshot', 0) === snapshot);
    assert(snapshot.is_current(0) && await later(snapshot, 'has_metadata', 0));
    assert(snapshot.get_xml_desc(Libvirt.DomainSnapshotXMLFlags.NONE).includes('<name>one</name>'));
});

step('snapshot/look-up', async host => {
    const domain = host.guest();

    assertEqual([domain.snapshot_num(0), domain.snapshot_list_names(0)], [0, []]);
    const made = ['a', 'b'].map(name =>
        domain.create_snapshot_xml(`<domainsnapshot><name>${name}</name></domainsnapshot>`, 0));
    assert(domain.lookup_snapshot_by_name('b', 0) === made[1]);
    assert(await later(domain, 'lookup_snapshot_by_name', 'a', 0) === made[0]);
    assertEqual([domain.snapshot_num(0), domain.snapshot_list_names(0).sort()], [2, names(made)]);
    assertEqual(await later(host.seen(domain), 'snapshot_list_names', Libvirt.DomainSnapshotListFlags.ROOTS), ['a']);
});

step('snapshot/revert', async host => {
    const domain = host.stored();
    const stopped = domain.create_snapshot_xml('<domainsnapshot><name>off</name></domainsnapshot>', 0);

    domain.create();
    const running = domain.create_snapshot_xml('<domainsnapshot><name>on</name></domainsnapshot>', 0);
    assert(stopped.revert(Libvirt.DomainSnapshotRevertFlags.NONE));
    assertEqual(host.state(domain), State.SHUTOFF);
    assert(await later(running, 'revert', Libvirt.DomainSnapshotRevertFlags.NONE));
    assertEqual(host.state(domain), State.RUNNING);
});

step('checkpoint/none-here', host => {
    const domain = host.guest();

    assertEqual(domain.list_all_checkpoints(0), []);
    fails(Libvirt.Error.NO_DOMAIN_CHECKPOINT, () => domain.lookup_checkpoint_by_name('nobody', 0));
});
