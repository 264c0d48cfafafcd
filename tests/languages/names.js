// SPDX-License-Identifier: LGPL-2.1-or-later

// Part of names.py:
//
//   gjs names.js URI NAME

imports.gi.versions.Libvirt = '1.0';
const {Libvirt} = imports.gi;
const {assertEqual} = imports.tap;

const [uri, name] = ARGV;
const host = Libvirt.Connect.open(uri);
const pool = host.lookup_storage_pool_by_name('names');
const [volume] = pool.list_all_volumes(0);

assertEqual(pool.list_volumes(), [name]);
assertEqual(volume.get_name(), name);
assertEqual(volume.name, name);
volume.delete(Libvirt.StorageVolDeleteFlags.NORMAL);
assertEqual(pool.list_volumes(), []);
host.close();
