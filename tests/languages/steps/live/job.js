// SPDX-License-Identifier: LGPL-2.1-or-later

// Jobs: backups, saved guests, and those that move; job.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, values, waitUntil} = imports.steps;

const State = Libvirt.DomainState;
const MigrateFlags = Libvirt.DomainMigrateFlags;
const LIVE = MigrateFlags.LIVE;
const PEER2PEER = MigrateFlags.LIVE | MigrateFlags.PEER2PEER;
const THERE = 'qemu+tcp://second/system';
const BACK = 'qemu+tcp://first/system';
const backupXML = (socket, scratch) => `
<domainbackup mode='pull'><server transport='unix' socket='${socket}'/>
<disks><disk name='vda' backup='yes' type='file' exportname='vda'><scratch file='${scratch}'/></disk></disks>
</domainbackup>`;

function beginBackup(host, domain) {
    assert(domain.backup_begin(backupXML(host.path(), host.path()), null, Libvirt.DomainBackupBeginFlags.NONE));
}

function isWorking(host, domain) {
    return host.seen(domain).get_job_info().type !== Libvirt.DomainJobType.NONE;
}

step('job/backup', async host => {
    const domain = host.guest(host.disk()[1]);

    beginBackup(host, domain);
    assert(domain.backup_get_xml_desc(0).includes("exportname='vda'"));
    assert((await later(host.seen(domain), 'backup_get_xml_desc', 0)).includes("exportname='vda'"));
    assertEqual(domain.get_job_info().type, Libvirt.DomainJobType.UNBOUNDED);
    assert(domain.abort_job());
    waitUntil(() => !isWorking(host, domain));
    fails(Libvirt.Error.NO_DOMAIN_BACKUP, () => domain.backup_get_xml_desc(0));
    domain.destroy();
});

step('job/abort-with-flags', async host => {
    const domain = host.guest(host.disk()[1]);

    beginBackup(host, domain);
    const [known, kind, found] = domain.get_job_stats(Libvirt.DomainGetJobStatsFlags.NONE);
    assertEqual([known, kind], [true, Libvirt.DomainJobType.UNBOUNDED]);
    assertEqual(found.recursiveUnpack()[Libvirt.DOMAIN_JOB_OPERATION], Libvirt.DomainJobOperation.BACKUP);
    assert(await later(domain, 'abort_job_flags', Libvirt.DomainAbortJobFlagsValues.NONE));
    waitUntil(() => !isWorking(host, domain));
    assertEqual((await later(domain, 'get_job_info')).type, Libvirt.DomainJobType.NONE);
    domain.destroy();
});

step('save/with-parameters', async host => {
    const domain = host.guest();
    const uuid = domain.uuid, path = values({file: ['s', host.path()]});

    assert(domain.save_params(path, Libvirt.DomainSaveRestoreFlags.NONE));
    assert(!domain.active);
    fails(Libvirt.Error.NO_DOMAIN, () => host.there.lookup_domain_by_uuid_string(uuid));
    assert(await later(host.here, 'domain_restore_params', path, Libvirt.DomainSaveRestoreFlags.PAUSED));
    const restored = host.here.lookup_domain_by_uuid_string(uuid);
    assertEqual(host.state(restored), State.PAUSED);
    restored.destroy();
});

step('save/managed-description', async host => {
    const domain = host.stored();

    domain.create_with_flags(Libvirt.DomainCreateFlags.START_PAUSED);
    domain.managed_save(Libvirt.DomainSaveRestoreFlags.NONE);
    const xml = domain.managed_save_get_xml_desc(Libvirt.DomainSaveImageXMLFlags.NONE);
    assert(xml.includes(`<name>${domain.name}</name>`));
    const titled = xml.replace('</uuid>', '</uuid><title>moved</title>');
    assert(domain.managed_save_define_xml(titled, Libvirt.DomainSaveRestoreFlags.PAUSED));
    assert((await later(host.seen(domain), 'managed_save_get_xml_desc', 0)).includes('<title>moved</title>'));
    domain.managed_save_remove(0);
    domain.undefine();
});

step('migrate/limits', async host => {
    const domain = host.guest();

    assert(domain.migrate_set_max_speed(500, Libvirt.DomainMigrateMaxSpeedFlags.NONE));
    assertEqual(host.seen(domain).migrate_get_max_speed(Libvirt.DomainMigrateMaxSpeedFlags.NONE), 500);
    assert(domain.migrate_set_max_downtime(700, 0));
    assertEqual(await later(host.seen(domain), 'migrate_get_max_downtime', 0), 700);
    assert(await later(domain, 'migrate_set_compression_cache', 32 << 20, 0));
    assertEqual(host.seen(domain).migrate_get_compression_cache(0), 32 << 20);
    domain.destroy();
});

step('migrate/between-two-connections', async host => {
    const domain = host.guest();
    const second = host.second();
    let moved = domain.migrate(second, LIVE, 'settler', null, 1000);

    assert(moved.connection === second && moved.name === 'settler' && !domain.exists);
    const back = await later(moved, 'migrate2', host.here, null, LIVE, domain.name, null, 1000);
    assert(back === domain && host.state(domain) === State.PAUSED);
    moved = await later(domain, 'migrate3', second, values({bandwidth: ['t', 1000]}), LIVE);
    fails(Libvirt.Error.NO_DOMAIN, () => host.seen(domain));
    assert(moved.active && moved.destroy());
});

step('migrate/from-host-to-host', async host => {
    const domain = host.guest();
    const second = host.second();

    assert(domain.migrate_to_uri(THERE, PEER2PEER, null, 1000));
    fails(Libvirt.Error.NO_DOMAIN, () => host.seen(domain));
    const moved = second.lookup_domain_by_uuid_string(domain.uuid);
    assert(await later(moved, 'migrate_to_uri2', BACK, null, null, PEER2PEER, null, 1000));
    assertEqual(host.state(domain), State.PAUSED);
    assert(await later(domain, 'migrate_to_uri3', THERE, values({bandwidth: ['t', 1000]}), PEER2PEER));
    assert(second.lookup_domain_by_uuid_string(domain.uuid).destroy());
});

step('migrate/post-copy', host => {
    const domain = host.guest();
    const second = host.second();
    const ends = [];

    domain.resume();
    fails(Libvirt.Error.OPERATION_INVALID, () => domain.migrate_start_post_copy(0));
    domain.migrate_set_max_speed(1, 0);
    domain.migrate_to_uri3_async(THERE, null, PEER2PEER | MigrateFlags.POSTCOPY, null,
        (_, result) => ends.push(domain.migrate_to_uri3_finish(result)));
    waitUntil(() => host.seen(domain).get_job_info().mem_processed > 0);
    assert(domain.migrate_start_post_copy(0));
    waitUntil(() => ends.length > 0);
    assertEqual(ends, [true]);
    const moved = second.lookup_domain_by_uuid_string(domain.uuid);
    const [, state] = moved.get_state(0);
    assert(state === State.RUNNING && moved.destroy());
});
