// SPDX-License-Identifier: LGPL-2.1-or-later

// Pairs, awaited in JavaScript on libvirt's test driver.

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;

for (const name of ['suspend', 'get_state'])
    Gio._promisify(Libvirt.Domain.prototype, `${name}_async`, `${name}_finish`);
Gio._promisify(Libvirt.Connect.prototype, 'lookup_domain_by_name_async', 'lookup_domain_by_name_finish');
Gio._promisify(Libvirt.Connect, 'open_async', 'open_finish');

const loop = GLib.MainLoop.new(null, false);
const hosts = []; // kept, or their domains would lose their connection
const tests = [];
let failed = false;

function assert(condition, message) {
    if (!condition)
        throw new Error(message);
}

async function errorOf(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    throw new Error('there was no error');
}

// The test driver's domain is one for the whole process: it runs when a test begins.
async function openDomain() {
    const host = await Libvirt.Connect.open_async('test:///default', null);
    hosts.push(host);
    const vm = await host.lookup_domain_by_name_async('test', null);
    if (vm.state === Libvirt.DomainState.PAUSED)
        vm.resume();
    return vm;
}

tests.push(['/async/gjs/property-is-right-when-awaited', async () => {
    const vm = await openDomain();
    assert(await vm.suspend_async(null), 'suspend');
    assert(vm.state === Libvirt.DomainState.PAUSED, `state is ${vm.state}`);
}]);

tests.push(['/async/gjs/results', async () => {
    const vm = await openDomain();
    await vm.suspend_async(null);
    // GJS leaves out the first of several results if it is true.
    const [state, reason] = await vm.get_state_async(0, null);
    assert(state === Libvirt.DomainState.PAUSED, `state is ${state}`);
    assert(reason === Libvirt.DomainPausedReason.USER, `reason is ${reason}`);
}]);

tests.push(['/async/gjs/failure', async () => {
    const vm = await openDomain();
    await vm.suspend_async(null);
    const error = await errorOf(vm.suspend_async(null));
    assert(error.matches(Libvirt.Error, error.code), error.message);
}]);

tests.push(['/async/gjs/cancelled', async () => {
    const vm = await openDomain();
    const cancellable = new Gio.Cancellable();
    const promise = vm.suspend_async(cancellable);
    cancellable.cancel();
    const error = await errorOf(promise);
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), error.message);
}]);

async function run() {
    print(`1..${tests.length}`);
    for (let i = 0; i < tests.length; i++) {
        const [path, test] = tests[i];
        try {
            await test();
            print(`ok ${i + 1} ${path}`);
        } catch (error) {
            failed = true;
            print(`not ok ${i + 1} ${path}\n# ${error.message}`);
        }
    }
    loop.quit();
}

run();
loop.run();
imports.system.exit(failed ? 1 : 0);
