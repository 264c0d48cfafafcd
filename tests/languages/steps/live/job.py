# SPDX-License-Identifier: LGPL-2.1-or-later
"""Jobs: backups, saved guests, and those that move; job.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, step, values, wait_until

State = Libvirt.DomainState
MigrateFlags = Libvirt.DomainMigrateFlags
LIVE = MigrateFlags.LIVE
PEER2PEER = MigrateFlags.LIVE | MigrateFlags.PEER2PEER
THERE = 'qemu+tcp://second/system'
BACK = 'qemu+tcp://first/system'
BACKUP = '''
<domainbackup mode='pull'><server transport='unix' socket='{socket}'/>
<disks><disk name='vda' backup='yes' type='file' exportname='vda'><scratch file='{scratch}'/></disk></disks>
</domainbackup>'''


def begin_backup(host, domain):
    xml = BACKUP.format(socket=host.path(), scratch=host.path())
    assert domain.backup_begin(xml, None, Libvirt.DomainBackupBeginFlags.NONE)


def is_working(host, domain):
    return host.seen(domain).get_job_info().type != Libvirt.DomainJobType.NONE


@step('job/backup')
def backup(host):
    domain = host.guest(host.disk()[1])
    begin_backup(host, domain)
    assert "exportname='vda'" in domain.backup_get_xml_desc(0)
    assert "exportname='vda'" in later(host.seen(domain), 'backup_get_xml_desc', 0)
    assert domain.get_job_info().type == Libvirt.DomainJobType.UNBOUNDED
    assert domain.abort_job()
    wait_until(lambda: not is_working(host, domain))
    fails(Libvirt.Error.NO_DOMAIN_BACKUP, domain.backup_get_xml_desc, 0)
    domain.destroy()


@step('job/abort-with-flags')
def abort(host):
    domain = host.guest(host.disk()[1])
    begin_backup(host, domain)
    known, kind, found = domain.get_job_stats(Libvirt.DomainGetJobStatsFlags.NONE)
    assert known and kind == Libvirt.DomainJobType.UNBOUNDED
    assert found[Libvirt.DOMAIN_JOB_OPERATION] == Libvirt.DomainJobOperation.BACKUP
    assert later(domain, 'abort_job_flags', Libvirt.DomainAbortJobFlagsValues.NONE)
    wait_until(lambda: not is_working(host, domain))
    assert later(domain, 'get_job_info').type == Libvirt.DomainJobType.NONE
    domain.destroy()


@step('save/with-parameters')
def save_params(host):
    domain = host.guest()
    uuid, path = domain.props.uuid, values(file=('s', host.path()))
    assert domain.save_params(path, Libvirt.DomainSaveRestoreFlags.NONE)
    assert not domain.props.active
    fails(Libvirt.Error.NO_DOMAIN, host.there.lookup_domain_by_uuid_string, uuid)
    assert later(host.here, 'domain_restore_params', path, Libvirt.DomainSaveRestoreFlags.PAUSED)
    assert host.there.lookup_domain_by_uuid_string(uuid).get_state(0).state == State.PAUSED
    host.here.lookup_domain_by_uuid_string(uuid).destroy()


@step('save/managed-description')
def managed(host):
    domain = host.stored()
    domain.create_with_flags(Libvirt.DomainCreateFlags.START_PAUSED)
    domain.managed_save(Libvirt.DomainSaveRestoreFlags.NONE)
    xml = domain.managed_save_get_xml_desc(Libvirt.DomainSaveImageXMLFlags.NONE)
    assert f'<name>{domain.props.name}</name>' in xml
    titled = xml.replace('</uuid>', '</uuid><title>moved</title>')
    assert domain.managed_save_define_xml(titled, Libvirt.DomainSaveRestoreFlags.PAUSED)
    assert '<title>moved</title>' in later(host.seen(domain), 'managed_save_get_xml_desc', 0)
    domain.managed_save_remove(0)
    domain.undefine()


@step('migrate/limits')
def limits(host):
    domain = host.guest()
    assert domain.migrate_set_max_speed(500, Libvirt.DomainMigrateMaxSpeedFlags.NONE)
    assert host.seen(domain).migrate_get_max_speed(Libvirt.DomainMigrateMaxSpeedFlags.NONE) == 500
    assert domain.migrate_set_max_downtime(700, 0)
    assert later(host.seen(domain), 'migrate_get_max_downtime', 0) == 700
    assert later(domain, 'migrate_set_compression_cache', 32 << 20, 0)
    assert host.seen(domain).migrate_get_compression_cache(0) == 32 << 20
    domain.destroy()


@step('migrate/between-two-connections')
def migrate(host):
    domain = host.guest()
    second = host.second()
    moved = domain.migrate(second, LIVE, 'settler', None, 1000)
    assert moved.props.connection is second and moved.props.name == 'settler' and not domain.props.exists
    back = later(moved, 'migrate2', host.here, None, LIVE, domain.props.name, None, 1000)
    assert back is domain and host.state(domain) == State.PAUSED
    moved = later(domain, 'migrate3', second, values(bandwidth=('t', 1000)), LIVE)
    fails(Libvirt.Error.NO_DOMAIN, host.seen, domain)
    assert moved.props.active and moved.destroy()


@step('migrate/from-host-to-host')
def migrate_to_uri(host):
    domain = host.guest()
    second = host.second()
    assert domain.migrate_to_uri(THERE, PEER2PEER, None, 1000)
    fails(Libvirt.Error.NO_DOMAIN, host.seen, domain)
    moved = second.lookup_domain_by_uuid_string(domain.props.uuid)
    assert later(moved, 'migrate_to_uri2', BACK, None, None, PEER2PEER, None, 1000)
    assert host.state(domain) == State.PAUSED
    assert later(domain, 'migrate_to_uri3', THERE, values(bandwidth=('t', 1000)), PEER2PEER)
    assert second.lookup_domain_by_uuid_string(domain.props.uuid).destroy()


@step('migrate/post-copy')
def post_copy(host):
    domain = host.guest()
    second = host.second()
    domain.resume()
    fails(Libvirt.Error.OPERATION_INVALID, domain.migrate_start_post_copy, 0)
    domain.migrate_set_max_speed(1, 0)
    ends = []
    domain.migrate_to_uri3_async(THERE, None, PEER2PEER | MigrateFlags.POSTCOPY, None,
                                 lambda _, result: ends.append(domain.migrate_to_uri3_finish(result)))
    wait_until(lambda: host.seen(domain).get_job_info().mem_processed > 0)
    assert domain.migrate_start_post_copy(0)
    wait_until(lambda: ends)
    assert ends == [True]
    moved = second.lookup_domain_by_uuid_string(domain.props.uuid)
    assert moved.get_state(0).state == State.RUNNING and moved.destroy()
