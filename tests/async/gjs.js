// SPDX-License-Identifier: LGPL-2.1-or-later

// Pairs, awaited in JavaScript on libvirt's test driver.

imports.gi.versions.Libvirt = '1.0';
const {Gio, Libvirt} = imports.gi;
const {assert, run, test} = imports.tap;

for (const name of ['suspend', 'get_state'])
    Gio._promisify(Libvirt.Domain.prototype, `${name}_async`, `${name}_finish`);
Gio._promisify(Libvirt.Connect.prototype, 'lookup_domain_by_name_async', 'lookup_domain_by_name_finish');
Gio._promisify(Libvirt.Connect, 'open_async', 'open_finish');

const hosts = []; // kept, or their domains would lose their connection

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

test('/async/gjs/property-is-right-when-awaited', async () => {
    const vm = await openDomain();
    assert(await vm.suspend_async(null), 'suspend');
    assert(vm.state === Libvirt.DomainState.PAUSED, `state is ${vm.state}`);
});

test('/async/gjs/results', async () => {
    const vm = await openDomain();
    await vm.suspend_async(null);
    // GJS leaves out the first of several results if it is true.
    const [state, reason] = await vm.get_state_async(0, null);
    assert(state === Libvirt.DomainState.PAUSED, `state is ${state}`);
    assert(reason === Libvirt.DomainPausedReason.USER, `reason is ${reason}`);
});

test('/async/gjs/failure', async () => {
    const vm = await openDomain();
    await vm.suspend_async(null);
    const error = await errorOf(vm.suspend_async(null));
    assert(error.matches(Libvirt.Error, error.code), error.message);
});

test('/async/gjs/cancelled', async () => {
    const vm = await openDomain();
    const cancellable = new Gio.Cancellable();
    const promise = vm.suspend_async(cancellable);
    cancellable.cancel();
    const error = await errorOf(promise);
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), error.message);
});

run();
