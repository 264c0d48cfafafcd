// SPDX-License-Identifier: LGPL-2.1-or-later

// What JavaScript learns about a failure.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertEqual, run, test, waitFor} = imports.tap;

const host = Libvirt.Connect.open('test:///default');
const nowhere = 'qemu:///session?socket=/nowhere/at/all';

function errorOf(callback) {
    try {
        callback();
    } catch (error) {
        return error;
    }
    throw new Error('there was no error');
}

function lookupAsync(cancellable = null) {
    return waitFor(done => {
        host.lookup_domain_by_name_async('nope', cancellable, done);
        cancellable?.cancel();
    }, result => host.lookup_domain_by_name_finish(result));
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

test('/languages/gjs/sync', () => {
    Libvirt.reset_last_error();
    assertNoDomain(errorOf(() => host.lookup_domain_by_name('nope')));
    assertNowhere(errorOf(() => Libvirt.Connect.open(nowhere)));
});

test('/languages/gjs/finish', () => {
    Libvirt.reset_last_error();
    assertNoDomain(errorOf(lookupAsync));
    assertNowhere(errorOf(() => waitFor(done => Libvirt.Connect.open_async(nowhere, null, done),
        result => Libvirt.Connect.open_finish(result))));
});

test('/languages/gjs/cancelled-is-not-libvirt-s', () => {
    errorOf(() => host.lookup_domain_by_name('nope'));
    const error = errorOf(() => lookupAsync(new Gio.Cancellable()));
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), `${error}`);
    assertEqual(Libvirt.error_get_info(error), null);
    assertEqual(Libvirt.get_last_error(), null);
});

test('/languages/gjs/older-error', () => {
    const error = errorOf(() => host.lookup_domain_by_name('nope'));
    errorOf(() => Libvirt.Connect.open(nowhere));
    const info = Libvirt.error_get_info(error);
    assertEqual([info.code, info.domain], [Libvirt.Error.NO_DOMAIN, Libvirt.ErrorDomain.TEST]);
});

test('/languages/gjs/error-function', () => {
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
});

run();
