// SPDX-License-Identifier: LGPL-2.1-or-later

// Storage pools and volumes; storage.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, isHex, later, names, step} = imports.steps;

const poolXML = name => `<pool type='dir'><name>${name}</name><target><path>/${name}</path></target></pool>`;
const volumeXML = name => `<volume><name>${name}</name><capacity>4096</capacity></volume>`;
const NONE = Libvirt.StoragePoolCreateFlags.NORMAL;

function define(host) {
    return host.here.define_storage_pool_xml(poolXML(host.name()), Libvirt.StoragePoolDefineFlags.NONE);
}

function started(host) {
    const pool = define(host);

    pool.create(NONE);
    return pool;
}

function seen(host, pool) {
    return host.there.lookup_storage_pool_by_uuid_string(pool.uuid);
}

step('storage-pool/create-and-destroy', async host => {
    const pool = define(host);

    assert(pool.build(Libvirt.StoragePoolBuildFlags.NEW));
    assert(pool.create(NONE));
    assert(pool.active && seen(host, pool).is_active());
    assert(pool.refresh(0));
    assert(await later(pool, 'destroy'));
    assert(!pool.active && !seen(host, pool).is_active());
    assert(await later(pool, 'create', NONE) && seen(host, pool).is_active());
});

step('storage-pool/undefine', async host => {
    const pool = await later(host.here, 'define_storage_pool_xml', poolXML(host.name()), 0);

    assert(await later(pool, 'build', Libvirt.StoragePoolBuildFlags.NEW));
    assert(pool.delete(Libvirt.StoragePoolDeleteFlags.NORMAL));
    assert(pool.undefine() && !pool.exists);
    fails(Libvirt.Error.NO_STORAGE_POOL, () => seen(host, pool));
});

step('storage-pool/passing', host => {
    const pool = host.here.create_storage_pool_xml(poolXML(host.name()), NONE);

    assert(seen(host, pool).is_active() && !seen(host, pool).is_persistent());
    assert(pool.destroy());
    fails(Libvirt.Error.NO_STORAGE_POOL, () => seen(host, pool));
});

step('storage-pool/who-it-is', async host => {
    const pool = define(host);

    assert(isHex(pool.get_uuid(), pool.uuid));
    assert(host.here.lookup_storage_pool_by_uuid(pool.get_uuid()) === pool);
    assert(await later(host.here, 'lookup_storage_pool_by_uuid_string', pool.uuid) === pool);
    assert(pool.get_xml_desc(Libvirt.StorageXMLFlags.NONE).includes(`<name>${pool.name}</name>`));
    assert((await later(seen(host, pool), 'get_xml_desc', 0)).includes(`<path>/${pool.name}</path>`));
});

step('storage-pool/autostart', async host => {
    const pool = define(host);

    assert(pool.set_autostart(true));
    assert(pool.autostart && seen(host, pool).get_autostart());
    assert(await later(pool, 'set_autostart', false));
    assert(!pool.autostart && !seen(host, pool).get_autostart());
});

step('storage-pool/lists', async host => {
    const active = started(host), stopped = define(host);
    const Flags = Libvirt.ConnectListAllStoragePoolsFlags;

    assert(host.here.list_all_storage_pools(Flags.ACTIVE).includes(active));
    assert((await later(host.here, 'list_all_storage_pools', Flags.INACTIVE)).includes(stopped));
    assertEqual(host.here.list_storage_pools().sort(), names(host.here.list_all_storage_pools(Flags.ACTIVE)));
    assertEqual(host.here.list_defined_storage_pools().sort(),
        names(host.here.list_all_storage_pools(Flags.INACTIVE)));
    assertEqual(host.here.num_of_storage_pools(), (await later(host.there, 'list_storage_pools')).length);
    assertEqual(host.here.num_of_defined_storage_pools(),
        (await later(host.there, 'list_defined_storage_pools')).length);
});

step('storage-pool/sources', async host => {
    const found = host.here.find_storage_pool_sources('logical', null, 0);

    assertEqual(found, await later(host.here, 'find_storage_pool_sources', 'logical', null, 0));
    assert(found.includes('<sources>') && found.includes('<name>'));
    fails(Libvirt.Error.NO_SUPPORT, () => host.here.find_storage_pool_sources('nonsense', null, 0));
});

step('volume/look-up', async host => {
    const pool = started(host);
    const volume = pool.create_volume_xml(volumeXML('one'), Libvirt.StorageVolCreateFlags.NONE);
    const path = `/${pool.name}/one`;

    assertEqual([volume.get_path(), await later(volume, 'get_path')], [path, path]);
    assert(pool.lookup_volume_by_name('one') === volume);
    assert(host.here.lookup_volume_by_key(volume.key) === volume);
    assert(await later(host.here, 'lookup_volume_by_path', path) === volume);
    assert(volume.lookup_pool() === pool && await later(volume, 'lookup_pool') === pool);
    assert(volume.get_xml_desc(0).includes('<name>one</name>'));
    assert((await later(seen(host, pool).lookup_volume_by_name('one'), 'get_xml_desc', 0))
        .includes('<name>one</name>'));
});

step('volume/copy', async host => {
    const pool = started(host);
    const one = pool.create_volume_xml(volumeXML('one'), Libvirt.StorageVolCreateFlags.NONE);
    const two = pool.create_volume_xml_from(volumeXML('two'), one, Libvirt.StorageVolCreateFlags.NONE);
    const three = await later(pool, 'create_volume_xml_from', volumeXML('three'), two, 0);

    assertEqual(seen(host, pool).list_volumes().sort(), names([one, two, three]));
    assertEqual((await later(pool, 'list_volumes')).sort(), names([one, two, three]));
    assertEqual([seen(host, pool).num_of_volumes(), await later(pool, 'num_of_volumes')], [3, 3]);
});
