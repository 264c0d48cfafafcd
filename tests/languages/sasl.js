// SPDX-License-Identifier: LGPL-2.1-or-later

// Part of sasl.py:
//
//   gjs sasl.js URI NAME PASSWORD

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertError, waitFor} = imports.tap;

const [uri, name, password] = ARGV;
const Type = Libvirt.ConnectCredentialType;

function assertWorks(host) {
    assert(host.lookup_domain_by_name('test').active, 'the domain does not run');
}

function answerWith(secret) {
    const answers = {[Type.AUTHNAME]: name, [Type.PASSPHRASE]: secret};

    return request => {
        request.get_credentials().forEach((credential, i) => request.set_answer(i, answers[credential.type]));
        request.complete();
    };
}

function later(handler) {
    return request => {
        GLib.timeout_add(GLib.PRIORITY_DEFAULT, 50, () => {
            handler(request);
            return GLib.SOURCE_REMOVE;
        });
    };
}

function authWith(handler) {
    const auth = new Libvirt.ConnectAuth();
    auth.connect('authenticate', (_auth, request) => handler(request));
    return auth;
}

function openNow(handler) {
    return Libvirt.Connect.open_auth(uri, authWith(handler), Libvirt.ConnectFlags.NONE);
}

function openAsync(handler, cancellable = null) {
    return waitFor(done => Libvirt.Connect.open_auth_async(uri, authWith(handler), Libvirt.ConnectFlags.NONE,
        cancellable, done), result => Libvirt.Connect.open_auth_finish(result));
}

const right = answerWith(password);
const wrong = answerWith(`not ${password}`);
const cancellable = new Gio.Cancellable();

assertWorks(openNow(right));
assertWorks(openAsync(right));
assertWorks(openAsync(later(right)));
assertError(() => openNow(wrong), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
assertError(() => openAsync(later(wrong)), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
assertError(() => openAsync(request => request.cancel()), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
assertError(() => openAsync(request => {
    later(right)(request);
    cancellable.cancel();
}, cancellable), Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
