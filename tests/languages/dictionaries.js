// SPDX-License-Identifier: LGPL-2.1-or-later

// Parameters as objects of JavaScript's.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertEqual, run, test, waitFor} = imports.tap;

const host = Libvirt.Connect.open('test:///default');
const other = Libvirt.Connect.open('test:///default');
const domain = host.lookup_domain_by_name('test');
const STORED = Libvirt.DomainModificationImpact.CONFIG;

// What another connection sees.
function seen(name = 'blkio') {
    return other.lookup_domain_by_name('test')[`get_${name}_parameters`](STORED).recursiveUnpack();
}

function set(members) {
    return domain.set_blkio_parameters(members, STORED);
}

// The message of the error of libvirt's that it ends with.
function refused(code, callback) {
    try {
        callback();
    } catch (error) {
        assert(error instanceof GLib.Error && error.matches(Libvirt.Error, code), `${error}`);
        return error.message;
    }
    throw new Error('there was no error');
}

function thrown(callback) {
    try {
        callback();
    } catch (error) {
        assert(!(error instanceof GLib.Error), `${error}`);
        return error.message;
    }
    throw new Error('nothing was thrown');
}

test('/languages/gjs/dictionaries/integers', () => {
    for (const weight of [0, 5, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]) {
        assert(set({weight}));
        assertEqual(seen().weight, weight);
    }
    for (const weight of [-1, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
        const message = refused(Libvirt.Error.INVALID_ARG, () => set({weight}));

        assert(["'weight'", "'u'", `${weight}`].every(part => message.includes(part)), message);
        assertEqual(seen().weight, 2 ** 32 - 1);
    }
});

test('/languages/gjs/dictionaries/big-integers', () => {
    const [least, most] = [-(2n ** 63n), 2n ** 64n - 1n];

    assert(set({weight: 2n ** 32n - 2n}));
    assertEqual(seen().weight, 2 ** 32 - 2);
    for (const weight of [least, most])
        assert(refused(Libvirt.Error.INVALID_ARG, () => set({weight})).includes(`${weight}`), 'another value');
    for (const weight of [least - 1n, most + 1n])
        assert(thrown(() => set({weight})).includes("'weight'"), 'another key');
});

test('/languages/gjs/dictionaries/inexact-numbers', () => {
    refused(Libvirt.Error.INVALID_ARG, () => set({weight: 2 ** 60}));
    refused(Libvirt.Error.INVALID_ARG, () => set({weight: 1.5}));
    refused(Libvirt.Error.INVALID_ARG, () => set({weight: NaN}));
    refused(Libvirt.Error.INVALID_ARG, () => set({weight: Infinity}));
    assertEqual(seen().weight, 2 ** 32 - 2);
});

test('/languages/gjs/dictionaries/enumeration-and-text', () => {
    const mode = Libvirt.DomainNumatuneMemMode.INTERLEAVE;

    assert(domain.set_numa_parameters({[Libvirt.DOMAIN_NUMA_MODE]: mode, numa_nodeset: '0-1'}, STORED));
    assertEqual(seen('numa'), {numa_mode: mode, numa_nodeset: '0-1'});
});

test('/languages/gjs/dictionaries/truth-values', () => {
    for (const counted of [true, false]) {
        assert(domain.set_perf_events({cpu_clock: counted}, STORED));
        assertEqual(other.lookup_domain_by_name('test').get_perf_events(STORED).recursiveUnpack().cpu_clock, counted);
    }
    refused(Libvirt.Error.INVALID_ARG, () => domain.set_perf_events({cpu_clock: 1}, STORED));
    refused(Libvirt.Error.INVALID_ARG, () => set({weight: true}));
});

// libvirt takes no second weight, and tells of it.
test('/languages/gjs/dictionaries/arrays', () => {
    assert(set({weight: [5]}));
    assertEqual(seen().weight, 5);
    assert(refused(Libvirt.Error.INVALID_ARG, () => set({weight: [6, 7]})).includes('multiple'), 'another message');
    assert(refused(Libvirt.Error.INVALID_ARG, () => set({weight: []})).includes('without a value'), 'another message');
});

// Also where the key is not known, and needs a type.
test('/languages/gjs/dictionaries/variants-within', () => {
    assert(set({weight: new GLib.Variant('y', 6)}));
    assertEqual(seen().weight, 6);
    refused(Libvirt.Error.ARGUMENT_UNSUPPORTED, () => set({height: new GLib.Variant('u', 6)}));
    assert(refused(Libvirt.Error.INVALID_ARG, () => set({height: new GLib.Variant('y', 6)})).includes("'height'"));
});

test('/languages/gjs/dictionaries/whole-variant', () => {
    assert(set(new GLib.Variant('a{sv}', {weight: new GLib.Variant('x', 8)})));
    assertEqual(seen().weight, 8);
});

test('/languages/gjs/dictionaries/all-or-nothing', () => {
    const message = refused(Libvirt.Error.INVALID_ARG, () => set({weight: 12, device_weight: 500}));

    assert(["'device_weight'", "'s'", '500'].every(part => message.includes(part)), message);
    assertEqual(seen().weight, 8);
});

test('/languages/gjs/dictionaries/no-values', () => {
    for (const weight of [null, undefined, {}, () => 5, [null]])
        assert(thrown(() => set({weight})).includes("'weight'"), 'another key');
    assert(!thrown(() => domain.set_launch_security_state({'sev-secret': new Uint8Array([77])}, 0)).includes('77'));
    thrown(() => set([5]));
    thrown(() => set(new Date()));
});

test('/languages/gjs/dictionaries/asynchronous', () => {
    const setLater = weight => waitFor(done => domain.set_blkio_parameters_async({weight}, STORED, null, done),
        result => domain.set_blkio_parameters_finish(result));

    assert(setLater(13));
    assertEqual(seen().weight, 13);
    refused(Libvirt.Error.INVALID_ARG, () => setLater(-13));
    assertEqual(seen().weight, 13);
});

// With a callback it works as it did.
test('/languages/gjs/dictionaries/promised', async () => {
    Gio._promisify(Libvirt.Domain.prototype, 'set_blkio_parameters_async', 'set_blkio_parameters_finish');
    assert(await domain.set_blkio_parameters_async({weight: 14}, STORED, null));
    assertEqual(seen().weight, 14);
    assert(await new Promise((resolve, reject) => {
        domain.set_blkio_parameters_async({weight: 15}, STORED, null, (_domain, result) => {
            try {
                resolve(domain.set_blkio_parameters_finish(result));
            } catch (error) {
                reject(error);
            }
        });
    }));
    assertEqual(seen().weight, 15);
});

run();
