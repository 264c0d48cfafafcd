// SPDX-License-Identifier: LGPL-2.1-or-later

// For tests written in JavaScript: each function is a test point, in TAP. It may be an asynchronous one.
//
//     const {assert, run, test} = imports.tap;
//
//     test('/subject/what/it-does', () => assert(answer() === 42, 'another answer'));
//     run();

/* exported assert, assertEqual, assertError, run, test, waitFor, waitUntil */

const {GLib} = imports.gi;
const System = imports.system;

const tests = [];

function assert(condition, message = 'it is not so') {
    if (!condition)
        throw new Error(message);
}

function assertEqual(found, expected) {
    assert(JSON.stringify(found) === JSON.stringify(expected),
        `${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
}

// That it fails, with an error of libvirt's, GIO's or whoever's.
function assertError(callback, domain, code) {
    try {
        callback();
    } catch (error) {
        assert(error instanceof GLib.Error && error.matches(domain, code), `${error}`);
        return;
    }
    throw new Error('there was no error');
}

function waitUntil(condition) {
    while (!condition())
        GLib.MainContext.default().iteration(true);
}

// Starts an asynchronous call, and finishes it after its callback.
function waitFor(start, finish) {
    let result = null;

    start((_source, found) => {
        result = found;
    });
    waitUntil(() => result !== null);
    return finish(result);
}

// Adds a function under the path that names the behaviour.
function test(path, callback) {
    tests.push([path, callback]);
}

async function point(number, path, callback) {
    try {
        await callback();
        print(`ok ${number} ${path}`);
        return true;
    } catch (error) {
        `${error}\n${error.stack}`.trim().split('\n').forEach(line => print(`# ${line}`));
        print(`not ok ${number} ${path}`);
        return false;
    }
}

async function runAll() {
    let good = true;

    print('TAP version 13');
    print(`1..${tests.length}`);
    for (const [index, [path, callback]] of tests.entries())
        good = await point(index + 1, path, callback) && good;
    return good;
}

// Makes all tests, calls what is to be done at the end, and ends the program.
function run(end = () => {}) {
    const loop = GLib.MainLoop.new(null, false);
    let good = false;

    runAll().then(result => {
        good = result;
        loop.quit();
    });
    loop.run();
    end();
    System.exit(good ? 0 : 1);
}
