// SPDX-License-Identifier: LGPL-2.1-or-later

// What the steps are written with; steps.py is the same in Python. README.md tells what a step is.

/* exported STEPS, fails, isHex, later, names, step, succeeds, values, waitUntil */

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert} = imports.tap;

var STEPS = [];

// Adds a function, which gets the host, under SUBJECT/WHAT.
function step(name, callback) {
    STEPS.push([name, callback]);
}

// The same call as thing[name](...args), by its asynchronous form: a promise.
function later(thing, name, ...args) {
    Gio._promisify(Object.getPrototypeOf(thing), `${name}_async`, `${name}_finish`);
    return thing[`${name}_async`](...args, null);
}

// Runs the main context until something is so, whether that is told there or has to be asked for.
function waitUntil(condition) {
    const tick = GLib.timeout_add(GLib.PRIORITY_DEFAULT, 20, () => GLib.SOURCE_CONTINUE);

    while (!condition())
        GLib.MainContext.default().iteration(true);
    GLib.source_remove(tick);
}

// The call must end with this error of libvirt's; gives the error.
function fails(code, callback) {
    try {
        callback();
    } catch (error) {
        assert(error instanceof GLib.Error && error.matches(Libvirt.Error, code), `${error}`);
        return error;
    }
    throw new Error('there was no error');
}

// Whether there is no error: to be tried again otherwise.
function succeeds(callback) {
    try {
        return callback();
    } catch (error) {
        assert(error instanceof GLib.Error, `${error}`);
        return false;
    }
}

// A dictionary of typed values, from {name: [type, value]}.
function values(members) {
    const variants = {};

    for (const [name, [type, value]] of Object.entries(members))
        variants[name] = new GLib.Variant(type, value);
    return new GLib.Variant('a{sv}', variants);
}

function names(things) {
    return things.map(thing => thing.name).sort();
}

// Whether these bytes are that UUID.
function isHex(octets, uuid) {
    const digits = Array.from(octets.get_data(), octet => octet.toString(16).padStart(2, '0'));

    return digits.join('') === uuid.replace(/-/g, '');
}
