# SPDX-License-Identifier: LGPL-2.1-or-later
import gi
gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt

host = Libvirt.Connect.open('test:///default')
vm = host.lookup_domain_by_name('test')
vm.connect('notify::state', lambda vm, _: print(vm.props.name, 'is now', vm.props.state.value_nick))

vm.suspend()
vm.resume()
try:
    host.lookup_domain_by_name('nobody')
except GLib.Error as error:
    print(error.message)
