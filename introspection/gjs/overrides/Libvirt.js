// SPDX-License-Identifier: LGPL-2.1-or-later

// What GJS adds to the introspection data of libvirt-gobj.

/* exported _init */

// A handler of ConnectAuth::authenticate that throws will not answer. Without this the library
// would wait for somebody to complete the request until that happens to be collected.
function answerer(handler) {
    return function (auth, request) {
        try {
            return handler.call(this, auth, request);
        } catch (error) {
            request.cancel();
            throw error;
        }
    };
}

function _init() {
    const proto = this.ConnectAuth.prototype;

    for (const name of ['connect', 'connect_after']) {
        const connect = proto[name];

        proto[name] = function (signal, handler) {
            return connect.call(this, signal, signal === 'authenticate' ? answerer(handler) : handler);
        };
    }
}
