// SPDX-License-Identifier: LGPL-2.1-or-later

// What JavaScript learns about a failure.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;

const host = Libvirt.Connect.open('test:///default');
const nowhere = 'qemu:///session?socket=/nowhere/at/all';
const tests = [];
let failed = false;

function assert(condition, message) {
    if (!condition)
        throw new Error(message);
}

function assertEqual(found, expected) {
    assert(JSON.stringify(found) === JSON.stringify(expected),
        `${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
}

function errorOf(callback) {
    try {
        callback();
    } catch (error) {
        return error;
    }
    throw new Error('there was no error');
}

// Runs a pair. The error is thrown here, after the callback.
function waitFor(start, finish, cancellable = null) {
    const loop = GLib.MainLoop.new(null, false);
    let result = null;

    start(cancellable, (_source, r) => {
        result = r;
        loop.quit();
    });
    if (cancellable !== null)
        cancellable.cancel();
    loop.run();
    return finish(result);
}

function lookupAsync(cancellable = null) {
    return waitFor((...rest) => host.lookup_domain_by_name_async('nope', ...rest),
        result => host.lookup_domain_by_name_finish(result), cancellable);
}

function fields(info) {
    return [info.code, info.domain, info.level, info.message, info.str1, info.str2, info.str3,
        info.int1, info.int2];
}

function assertNoDomain(error) {
    const expected = [Libvirt.Error.NO_DOMAIN, Libvirt.ErrorDomain.TEST, Libvirt.ErrorLevel.ERROR,
        'Domain not found', 'Domain not found', null, null, -1, -1];

    assert(error instanceof Libvirt.Error, `${error}`);
    assert(error.matches(Libvirt.Error, Libvirt.Error.NO_DOMAIN), `${error}`);
    assertEqual(error.message, 'Domain not found');
    assertEqual(fields(Libvirt.error_get_info(error)), expected);
    assertEqual(fields(Libvirt.get_last_error()), expected);
    assertEqual(Libvirt.get_last_error_code(), Libvirt.Error.NO_DOMAIN);
    assertEqual(Libvirt.get_last_error_domain(), Libvirt.ErrorDomain.TEST);
    assertEqual(Libvirt.get_last_error_message(), 'Domain not found');
}

function assertNowhere(error) {
    assert(error.matches(Libvirt.Error, Libvirt.Error.SYSTEM_ERROR), `${error}`);
    assertEqual(fields(Libvirt.error_get_info(error)), [Libvirt.Error.SYSTEM_ERROR,
        Libvirt.ErrorDomain.RPC, Libvirt.ErrorLevel.ERROR, error.message, '%s', error.message,
        null, 2, -1]);
}

tests.push(['/languages/gjs/sync', () => {
    Libvirt.reset_last_error();
    assertNoDomain(errorOf(() => host.lookup_domain_by_name('nope')));
    assertNowhere(errorOf(() => Libvirt.Connect.open(nowhere)));
}]);

tests.push(['/languages/gjs/finish', () => {
    Libvirt.reset_last_error();
    assertNoDomain(errorOf(lookupAsync));
    assertNowhere(errorOf(() => waitFor((...rest) => Libvirt.Connect.open_async(nowhere, ...rest),
        result => Libvirt.Connect.open_finish(result))));
}]);

tests.push(['/languages/gjs/cancelled-is-not-libvirt-s', () => {
    errorOf(() => host.lookup_domain_by_name('nope'));
    const error = errorOf(() => lookupAsync(new Gio.Cancellable()));
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), `${error}`);
    assertEqual(Libvirt.error_get_info(error), null);
    assertEqual(Libvirt.get_last_error(), null);
}]);

tests.push(['/languages/gjs/older-error', () => {
    const error = errorOf(() => host.lookup_domain_by_name('nope'));
    errorOf(() => Libvirt.Connect.open(nowhere));
    const info = Libvirt.error_get_info(error);
    assertEqual([info.code, info.domain], [Libvirt.Error.NO_DOMAIN, Libvirt.ErrorDomain.TEST]);
}]);

tests.push(['/languages/gjs/error-function', () => {
    const context = GLib.MainContext.default();
    const told = [];

    Libvirt.set_error_func(info => told.push([info.code, info.message]));
    errorOf(() => host.lookup_domain_by_name('nope'));
    errorOf(lookupAsync); // fails in another thread, and runs the context
    while (told.length < 2)
        context.iteration(true);
    assertEqual(told, [[42, 'Domain not found'], [42, 'Domain not found']]);

    Libvirt.set_error_func(null);
    errorOf(() => host.lookup_domain_by_name('nope'));
    while (context.iteration(false));
    assertEqual(told.length, 2);
}]);

print(`1..${tests.length}`);
tests.forEach(([path, test], i) => {
    try {
        test();
        print(`ok ${i + 1} ${path}`);
    } catch (error) {
        failed = true;
        print(`not ok ${i + 1} ${path}\n# ${error.message}`);
    }
});
imports.system.exit(failed ? 1 : 0);
