// SPDX-License-Identifier: LGPL-2.1-or-later

// What GJS adds to the introspection data of libvirt-gobj.

/* exported _init, letTakeObjects */

const {GLib} = imports.gi;

// The methods that take a dictionary of typed values. Each has an asynchronous form, too.
const TAKE_DICTIONARY = {
    Connect: ['domain_restore_params', 'set_identity'],
    Domain: [
        'announce_interface', 'block_copy', 'migrate3', 'migrate_to_uri3', 'save_params',
        'set_blkio_parameters', 'set_block_io_tune', 'set_interface_parameters',
        'set_io_thread_params', 'set_launch_security_state', 'set_memory_parameters',
        'set_numa_parameters', 'set_perf_events', 'set_scheduler_parameters',
        'set_scheduler_parameters_flags', 'set_throttle_group',
    ],
    NetworkPort: ['set_parameters'],
    Node: ['set_memory_parameters'],
};

// The type of a variant that has the value; the library makes of it what libvirt wants.
function typeOf(value) {
    switch (typeof value) {
    case 'boolean':
        return 'b';
    case 'number':
        return Number.isSafeInteger(value) ? 'x' : 'd';
    case 'bigint':
        return value < 2n ** 63n ? 'x' : 't';
    case 'string':
        return 's';
    }
    if (Array.isArray(value))
        return `a${value.length > 0 ? typeOf(value[0]) : 's'}`;
    // Without the value, which may be a secret.
    throw new TypeError('not a boolean, a number, a BigInt, a string, or an array of these');
}

function variant(key, value) {
    try {
        return value instanceof GLib.Variant ? value : new GLib.Variant(typeOf(value), value);
    } catch (error) {
        error.message = `'${key}': ${error.message}`;
        throw error;
    }
}

// An object without a class as the variant of its members, anything else as it is.
function converted(argument) {
    if (argument?.constructor !== Object)
        return argument;
    const members = Object.entries(argument).map(([key, value]) => [key, variant(key, value)]);
    return new GLib.Variant('a{sv}', Object.fromEntries(members));
}

// Gio._promisify() tells by the number of arguments whether there is a callback.
function takesObject(method) {
    const call = function (...args) {
        return method.apply(this, args.map(converted));
    };

    return Object.defineProperty(call, 'length', {value: method.length});
}

// Lets methods of classes of the module take an object where they want a dictionary.
function letTakeObjects(module, names) {
    for (const [className, methods] of Object.entries(names)) {
        const proto = module[className].prototype;

        for (const name of methods.flatMap(method => [method, `${method}_async`]))
            proto[name] = takesObject(proto[name]);
    }
}

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

const isInt = value => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
const isUint = value => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
const isUints = value => Array.isArray(value) && value.every(isUint);
const isText = value => typeof value === 'string';

function isOneOf(flags) {
    const all = Object.values(flags).filter(Number.isInteger).reduce((some, more) => some | more, 0);

    return value => isUint(value) && (value & ~all) === 0;
}

// GJS 1.74 frees an array that it has not got where an argument is not of the type that is wanted, and so ends the
// process. These are all methods that return one, with what may be given to them.
function returnArrays(module) {
    const {Domain, DomainModificationImpact, DomainStatsTable, Node} = module;

    return [
        [Domain, 'get_emulator_pin_info', [isOneOf(DomainModificationImpact)]],
        [DomainStatsTable, 'get_numbers', [isText]],
        [Node, 'get_cells_free_memory', [isInt, isInt]],
        [Node, 'get_free_pages', [isUints, isInt, isUint, isUint]],
    ];
}

function checked(name, method, checks) {
    return function (...args) {
        if (!checks.every((isRight, i) => isRight(args[i])))
            throw new TypeError(`${name}: wrong arguments`);
        return method.apply(this, args);
    };
}

function makeChecking(module) {
    for (const [{prototype}, name, checks] of returnArrays(module))
        prototype[name] = checked(name, prototype[name], checks);
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
    letTakeObjects(this, TAKE_DICTIONARY);
    makeAnswering(this.ConnectAuth);
    makeChecking(this);
    [this.EntityList, this.Manager, this.NetworkLeaseList].forEach(makeIterable);
}
