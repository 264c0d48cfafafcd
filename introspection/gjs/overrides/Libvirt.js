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

function* items() {
    for (let i = 0, item; (item = this.get_item(i)) !== null; i++)
        yield item;
}

// So that for...of goes through a live list. GJS 1.74 does that for none but Gio.ListStore.
function makeIterable(list) {
    if (!(Symbol.iterator in list.prototype))
        Object.defineProperty(list.prototype, Symbol.iterator, {value: items, writable: true, configurable: true});
}

function makeAnswering(auth) {
    const proto = auth.prototype;

    for (const name of ['connect', 'connect_after']) {
        const connect = proto[name];

        proto[name] = function (signal, handler) {
            return connect.call(this, signal, signal === 'authenticate' ? answerer(handler) : handler);
        };
    }
}

function _init() {
    makeAnswering(this.ConnectAuth);
    [this.EntityList, this.Manager, this.NetworkLeaseList].forEach(makeIterable);
}
