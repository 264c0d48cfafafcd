// SPDX-License-Identifier: LGPL-2.1-or-later

// What GJS adds to the introspection data of libvirt-gobj-admin.

/* exported _init */

const {letTakeObjects} = imports.overrides.Libvirt;

const TAKE_DICTIONARY = {Server: ['set_client_limits', 'set_thread_pool_parameters']};

function _init() {
    letTakeObjects(this, TAKE_DICTIONARY);
}
