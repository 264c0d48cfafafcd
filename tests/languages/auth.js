// SPDX-License-Identifier: LGPL-2.1-or-later

// Credentials given from JavaScript, to libvirt's test driver.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertEqual, assertError, run, test, waitFor} = imports.tap;

const Type = Libvirt.ConnectCredentialType;
const known = {[Type.AUTHNAME]: 'fred', [Type.PASSPHRASE]: 's3cret'};
const folder = GLib.Dir.make_tmp('auth-XXXXXX');
const file = `${folder}/node.xml`;
const uri = `test://${file}`;

GLib.file_set_contents(file, '<node><auth><user password="s3cret">fred</user></auth></node>');

function answer(request, answers = known) {
    request.get_credentials().forEach((credential, i) => request.set_answer(i, answers[credential.type]));
    request.complete();
}

function answerLater(request) {
    GLib.timeout_add(GLib.PRIORITY_DEFAULT, 50, () => {
        answer(request);
        return GLib.SOURCE_REMOVE;
    });
}

function answerWrongly(request) {
    answer(request, {...known, [Type.PASSPHRASE]: 'secret'});
}

function fail() {
    throw new Error('the dialog is broken');
}

function authWith(handler) {
    const auth = Libvirt.ConnectAuth.new([Type.AUTHNAME, Type.PASSPHRASE]);
    auth.connect('authenticate', (_auth, request) => handler(request));
    return auth;
}

function openNow(handler, flags = Libvirt.ConnectFlags.NONE) {
    return Libvirt.Connect.open_auth(uri, authWith(handler), flags);
}

function openAsync(handler, cancellable = null) {
    return waitFor(done => Libvirt.Connect.open_auth_async(uri, authWith(handler), Libvirt.ConnectFlags.NONE,
        cancellable, done), result => Libvirt.Connect.open_auth_finish(result));
}

test('/languages/auth/javascript/answered', () => {
    assertEqual(openNow(answer).state, Libvirt.ConnectState.OPEN);
    assert(openNow(answer, Libvirt.ConnectFlags.RO).read_only, 'not read-only');
});

test('/languages/auth/javascript/credentials', () => {
    const seen = [];

    openNow(request => {
        assertEqual([request.uri, request.get_uri()], [uri, uri]);
        for (const credential of request.get_credentials()) {
            seen.push([credential.type, credential.prompt, credential.challenge, credential.defresult,
                credential.result]);
            credential.result = known[credential.get_credential_type()];
        }
        request.complete();
    });
    // Newer versions of libvirt say the challenge with the name only.
    assert([null, 'localhost'].includes(seen[1][2]), seen[1][2]);
    assertEqual(seen, [
        [Type.AUTHNAME, 'Enter username for localhost', 'localhost', null, null],
        [Type.PASSPHRASE, "Enter fred's password for localhost", seen[1][2], null, null],
    ]);
});

test('/languages/auth/javascript/types', () => {
    const usual = Libvirt.ConnectAuth.get_default().credtype.deepUnpack();

    assertEqual(Libvirt.ConnectAuth.new([Type.PASSPHRASE]).credtype.deepUnpack(), [Type.PASSPHRASE]);
    assertEqual(new Libvirt.ConnectAuth({credtype: new GLib.Variant('ai', [Type.REALM])}).get_credtype().deepUnpack(),
        [Type.REALM]);
    assert(usual.includes(Type.PASSPHRASE), `${usual}`);
    assertEqual(new Libvirt.ConnectAuth().credtype.deepUnpack(), usual);
    assertEqual(Libvirt.ConnectAuth.new(null).credtype.deepUnpack(), usual);
    assertEqual(Libvirt.ConnectAuth.new([]).credtype.deepUnpack(), usual);
});

test('/languages/auth/javascript/wrong-password', () => {
    assertError(() => openNow(answerWrongly), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
});

test('/languages/auth/javascript/not-answered', () => {
    assertError(() => openNow(request => request.cancel()), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    assertError(() => openNow(() => {}), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
});

// What the handlers throw is printed, which must not be fatal here.
test('/languages/auth/javascript/a-handler-that-throws-does-not-answer', () => {
    const fatal = GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR);

    assertError(() => openNow(fail), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    assertError(() => openAsync(fail), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    GLib.log_set_always_fatal(fatal);
});

test('/languages/auth/javascript/async/answered', () => {
    assertEqual(openAsync(answer).state, Libvirt.ConnectState.OPEN);
    assertEqual(openAsync(answerLater).state, Libvirt.ConnectState.OPEN);
});

test('/languages/auth/javascript/async/wrong-password', () => {
    assertError(() => openAsync(answerWrongly), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
});

test('/languages/auth/javascript/async/cancelled', () => {
    const cancellable = new Gio.Cancellable();
    let kept = null;

    assertError(() => openAsync(request => {
        kept = request;
        cancellable.cancel();
    }, cancellable), Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
    answer(kept);
});

run(() => {
    GLib.unlink(file);
    GLib.rmdir(folder);
});
