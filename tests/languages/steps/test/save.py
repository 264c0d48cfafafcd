# SPDX-License-Identifier: LGPL-2.1-or-later
"""Domains in files, and their snapshots; save.js is the same in JavaScript."""

import os

from gi.repository import Libvirt
from steps import fails, later, names, step

State = Libvirt.DomainState
NONE = Libvirt.DomainSaveRestoreFlags.NONE


@step('save/and-restore')
def save(host):
    domain = host.stored()
    domain.create()
    path = host.path()
    assert domain.save(path)
    assert domain.props.state == host.state(domain) == State.SHUTOFF and os.path.exists(path)
    assert host.here.domain_restore(path)
    assert host.state(domain) == State.RUNNING
    assert later(domain, 'save', path)
    assert later(host.here, 'domain_restore', path)
    assert host.state(domain) == State.RUNNING


@step('save/with-flags')
def save_flags(host):
    domain = host.stored()
    domain.create()
    path = host.path()
    assert domain.save_flags(path, None, NONE)
    assert host.state(domain) == State.SHUTOFF
    assert later(host.here, 'domain_restore_flags', path, None, NONE)
    assert host.state(domain) == State.RUNNING


@step('save/image')
def save_image(host):
    domain = host.stored()
    domain.create()
    path = host.path()
    domain.save(path)
    xml = host.here.domain_save_image_get_xml_desc(path, Libvirt.DomainSaveImageXMLFlags.NONE)
    assert f'<name>{domain.props.name}</name>' in xml
    titled = xml.replace('</uuid>', '</uuid><title>moved</title>')
    assert host.here.domain_save_image_define_xml(path, titled, NONE)
    assert '<title>moved</title>' in later(host.there, 'domain_save_image_get_xml_desc', path, 0)


@step('save/managed')
def managed(host):
    domain = host.stored()
    domain.create()
    assert domain.managed_save(NONE)
    assert domain.props.has_managed_save and host.seen(domain).has_managed_save_image(0)
    assert domain.managed_save_remove(0)
    assert not domain.props.has_managed_save and not host.seen(domain).has_managed_save_image(0)


@step('save/core-dump')
def core_dump(host):
    domain = host.guest()
    path = host.path()
    assert domain.core_dump(path, Libvirt.DomainCoreDumpFlags.NONE)
    assert os.path.getsize(path) > 0 and host.state(domain) == State.RUNNING
    path = host.path()
    assert later(domain, 'core_dump_with_format', path, Libvirt.DomainCoreDumpFormat.RAW,
                 Libvirt.DomainCoreDumpFlags.CRASH)
    assert os.path.getsize(path) > 0
    fails(Libvirt.Error.NO_DOMAIN, host.seen, domain)


@step('snapshot/current')
def current(host):
    domain = host.guest()
    assert not domain.has_current_snapshot(0)
    fails(Libvirt.Error.NO_DOMAIN_SNAPSHOT, domain.current_snapshot, 0)
    snapshot = domain.create_snapshot_xml('<domainsnapshot><name>one</name></domainsnapshot>', 0)
    assert domain.has_current_snapshot(0) and host.seen(domain).has_current_snapshot(0)
    assert domain.current_snapshot(0) is later(domain, 'current_snapshot', 0) is snapshot
    assert snapshot.is_current(0) and later(snapshot, 'has_metadata', 0)
    assert '<name>one</name>' in snapshot.get_xml_desc(Libvirt.DomainSnapshotXMLFlags.NONE)


@step('snapshot/look-up')
def look_up(host):
    domain = host.guest()
    assert domain.snapshot_num(0) == 0 and domain.snapshot_list_names(0) == []
    made = [domain.create_snapshot_xml(f'<domainsnapshot><name>{name}</name></domainsnapshot>', 0) for name in 'ab']
    assert domain.lookup_snapshot_by_name('b', 0) is made[1]
    assert later(domain, 'lookup_snapshot_by_name', 'a', 0) is made[0]
    assert domain.snapshot_num(0) == 2 and sorted(domain.snapshot_list_names(0)) == names(made)
    assert sorted(later(host.seen(domain), 'snapshot_list_names', Libvirt.DomainSnapshotListFlags.ROOTS)) == ['a']


@step('snapshot/revert')
def revert(host):
    domain = host.stored()
    stopped = domain.create_snapshot_xml('<domainsnapshot><name>off</name></domainsnapshot>', 0)
    domain.create()
    running = domain.create_snapshot_xml('<domainsnapshot><name>on</name></domainsnapshot>', 0)
    assert stopped.revert(Libvirt.DomainSnapshotRevertFlags.NONE)
    assert host.state(domain) == State.SHUTOFF
    assert later(running, 'revert', Libvirt.DomainSnapshotRevertFlags.NONE)
    assert host.state(domain) == State.RUNNING


@step('checkpoint/none-here')
def checkpoint(host):
    domain = host.guest()
    assert domain.list_all_checkpoints(0) == []
    fails(Libvirt.Error.NO_DOMAIN_CHECKPOINT, domain.lookup_checkpoint_by_name, 'nobody', 0)
