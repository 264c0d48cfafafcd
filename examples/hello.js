// SPDX-License-Identifier: LGPL-2.1-or-later
import Libvirt from 'gi://Libvirt?version=1.0';

const host = Libvirt.Connect.open('test:///default');
const vm = host.lookup_domain_by_name('test');
vm.connect('notify::state', () =>
    print(vm.name, 'is now', vm.state === Libvirt.DomainState.PAUSED ? 'paused' : 'running'));

vm.suspend();
vm.resume();
try {
    host.lookup_domain_by_name('nobody');
} catch (error) {
    print(error.message);
}
