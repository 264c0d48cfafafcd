# SPDX-License-Identifier: LGPL-2.1-or-later
"""Storage pools and volumes; storage.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, is_hex, later, names, step

POOL = "<pool type='dir'><name>{name}</name><target><path>/{name}</path></target></pool>"
VOLUME = '<volume><name>{name}</name><capacity>4096</capacity></volume>'
NONE = Libvirt.StoragePoolCreateFlags.NORMAL


def define(host):
    return host.here.define_storage_pool_xml(POOL.format(name=host.name()), Libvirt.StoragePoolDefineFlags.NONE)


def started(host):
    pool = define(host)
    pool.create(NONE)
    return pool


def seen(host, pool):
    return host.there.lookup_storage_pool_by_uuid_string(pool.props.uuid)


@step('storage-pool/create-and-destroy')
def create(host):
    pool = define(host)
    assert pool.build(Libvirt.StoragePoolBuildFlags.NEW)
    assert pool.create(NONE)
    assert pool.props.active and seen(host, pool).is_active()
    assert pool.refresh(0)
    assert later(pool, 'destroy')
    assert not pool.props.active and not seen(host, pool).is_active()
    assert later(pool, 'create', NONE) and seen(host, pool).is_active()


@step('storage-pool/undefine')
def undefine(host):
    pool = later(host.here, 'define_storage_pool_xml', POOL.format(name=host.name()), 0)
    assert later(pool, 'build', Libvirt.StoragePoolBuildFlags.NEW)
    assert pool.delete(Libvirt.StoragePoolDeleteFlags.NORMAL)
    assert pool.undefine() and not pool.props.exists
    fails(Libvirt.Error.NO_STORAGE_POOL, seen, host, pool)


@step('storage-pool/passing')
def passing(host):
    pool = host.here.create_storage_pool_xml(POOL.format(name=host.name()), NONE)
    assert seen(host, pool).is_active() and not seen(host, pool).is_persistent()
    assert pool.destroy()
    fails(Libvirt.Error.NO_STORAGE_POOL, seen, host, pool)


@step('storage-pool/who-it-is')
def identity(host):
    pool = define(host)
    assert is_hex(pool.get_uuid(), pool.props.uuid)
    assert host.here.lookup_storage_pool_by_uuid(pool.get_uuid()) is pool
    assert later(host.here, 'lookup_storage_pool_by_uuid_string', pool.props.uuid) is pool
    assert f'<name>{pool.props.name}</name>' in pool.get_xml_desc(Libvirt.StorageXMLFlags.NONE)
    assert f'<path>/{pool.props.name}</path>' in later(seen(host, pool), 'get_xml_desc', 0)


@step('storage-pool/autostart')
def autostart(host):
    pool = define(host)
    assert pool.set_autostart(True)
    assert pool.props.autostart and seen(host, pool).get_autostart()
    assert later(pool, 'set_autostart', False)
    assert not pool.props.autostart and not seen(host, pool).get_autostart()


@step('storage-pool/lists')
def lists(host):
    active, stopped = started(host), define(host)
    Flags = Libvirt.ConnectListAllStoragePoolsFlags
    assert active in host.here.list_all_storage_pools(Flags.ACTIVE)
    assert stopped in later(host.here, 'list_all_storage_pools', Flags.INACTIVE)
    assert sorted(host.here.list_storage_pools()) == names(host.here.list_all_storage_pools(Flags.ACTIVE))
    assert sorted(host.here.list_defined_storage_pools()) == names(host.here.list_all_storage_pools(Flags.INACTIVE))
    assert host.here.num_of_storage_pools() == len(later(host.there, 'list_storage_pools'))
    assert host.here.num_of_defined_storage_pools() == len(later(host.there, 'list_defined_storage_pools'))


@step('storage-pool/sources')
def sources(host):
    found = host.here.find_storage_pool_sources('logical', None, 0)
    assert found == later(host.here, 'find_storage_pool_sources', 'logical', None, 0)
    assert '<sources>' in found and '<name>' in found
    fails(Libvirt.Error.NO_SUPPORT, host.here.find_storage_pool_sources, 'nonsense', None, 0)


@step('volume/look-up')
def look_up(host):
    pool = started(host)
    volume = pool.create_volume_xml(VOLUME.format(name='one'), Libvirt.StorageVolCreateFlags.NONE)
    assert volume.get_path() == later(volume, 'get_path') == f'/{pool.props.name}/one'
    assert pool.lookup_volume_by_name('one') is volume
    assert host.here.lookup_volume_by_key(volume.props.key) is volume
    assert later(host.here, 'lookup_volume_by_path', volume.get_path()) is volume
    assert volume.lookup_pool() is later(volume, 'lookup_pool') is pool
    assert '<name>one</name>' in volume.get_xml_desc(0)
    assert '<name>one</name>' in later(seen(host, pool).lookup_volume_by_name('one'), 'get_xml_desc', 0)


@step('volume/copy')
def copy(host):
    pool = started(host)
    one = pool.create_volume_xml(VOLUME.format(name='one'), Libvirt.StorageVolCreateFlags.NONE)
    two = pool.create_volume_xml_from(VOLUME.format(name='two'), one, Libvirt.StorageVolCreateFlags.NONE)
    three = later(pool, 'create_volume_xml_from', VOLUME.format(name='three'), two, 0)
    assert sorted(seen(host, pool).list_volumes()) == sorted(later(pool, 'list_volumes')) == names([one, two, three])
    assert seen(host, pool).num_of_volumes() == later(pool, 'num_of_volumes') == 3
