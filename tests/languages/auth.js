// SPDX-License-Identifier: LGPL-2.1-or-later

// Credentials given from JavaScript, to libvirt's test driver.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;

const Type = Libvirt.ConnectCredentialType;
const known = {[Type.AUTHNAME]: 'fred', [Type.PASSPHRASE]: 's3cret'};
const folder = GLib.Dir.make_tmp('auth-XXXXXX');
const file = `${folder}/node.xml`;
const uri = `test://${file}`;
const tests = [];
let failed = false;

GLib.file_set_contents(file, '<node><auth><user password="s3cret">fred</user></auth></node>');

function assert(condition, message) {
    if (!condition)
        throw new Error(message);
}

function assertEqual(found, expected) {
    assert(JSON.stringify(found) === JSON.stringify(expected),
        `${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
}

function assertError(callback, domain, code) {
    try {
        callback();
    } catch (error) {
        assert(error instanceof GLib.Error && error.matches(domain, code), `${error}`);
        return;
    }
    throw new Error('there was no error');
}

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

// The error is thrown here, after the callback.
function openAsync(handler, cancellable = null) {
    const loop = GLib.MainLoop.new(null, false);
    let result = null;

    Libvirt.Connect.open_auth_async(uri, authWith(handler), Libvirt.ConnectFlags.NONE, cancellable, (_source, r) => {
        result = r;
        loop.quit();
    });
    loop.run();
    return Libvirt.Connect.open_auth_finish(result);
}

function test(path, callback) {
    tests.push([`/languages/auth/javascript/${path}`, callback]);
}

test('answered', () => {
    assertEqual(openNow(answer).state, Libvirt.ConnectState.OPEN);
    assert(openNow(answer, Libvirt.ConnectFlags.RO).read_only, 'not read-only');
});

test('credentials', () => {
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

test('types', () => {
    const usual = Libvirt.ConnectAuth.get_default().credtype.deepUnpack();

    assertEqual(Libvirt.ConnectAuth.new([Type.PASSPHRASE]).credtype.deepUnpack(), [Type.PASSPHRASE]);
    assertEqual(new Libvirt.ConnectAuth({credtype: new GLib.Variant('ai', [Type.REALM])}).get_credtype().deepUnpack(),
        [Type.REALM]);
    assert(usual.includes(Type.PASSPHRASE), `${usual}`);
    assertEqual(new Libvirt.ConnectAuth().credtype.deepUnpack(), usual);
    assertEqual(Libvirt.ConnectAuth.new(null).credtype.deepUnpack(), usual);
    assertEqual(Libvirt.ConnectAuth.new([]).credtype.deepUnpack(), usual);
});

test('wrong-password', () => {
    assertError(() => openNow(answerWrongly), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
});

test('not-answered', () => {
    assertError(() => openNow(request => request.cancel()), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    assertError(() => openNow(() => {}), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
});

// What the handlers throw is printed, which must not be fatal here.
test('a-handler-that-throws-does-not-answer', () => {
    const fatal = GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR);

    assertError(() => openNow(fail), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    assertError(() => openAsync(fail), Libvirt.Error, Libvirt.Error.AUTH_CANCELLED);
    GLib.log_set_always_fatal(fatal);
});

test('async/answered', () => {
    assertEqual(openAsync(answer).state, Libvirt.ConnectState.OPEN);
    assertEqual(openAsync(answerLater).state, Libvirt.ConnectState.OPEN);
});

test('async/wrong-password', () => {
    assertError(() => openAsync(answerWrongly), Libvirt.Error, Libvirt.Error.AUTH_FAILED);
});

test('async/cancelled', () => {
    const cancellable = new Gio.Cancellable();
    let kept = null;

    assertError(() => openAsync(request => {
        kept = request;
        cancellable.cancel();
    }, cancellable), Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
    answer(kept);
});

print(`1..${tests.length}`);
tests.forEach(([path, callback], i) => {
    try {
        callback();
        print(`ok ${i + 1} ${path}`);
    } catch (error) {
        failed = true;
        print(`not ok ${i + 1} ${path}\n# ${error.message}`);
    }
});

GLib.unlink(file);
GLib.rmdir(folder);
imports.system.exit(failed ? 1 : 0);
