# SPDX-License-Identifier: LGPL-2.1-or-later
"""Pairs, called from Python on libvirt's test driver."""

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, Libvirt  # noqa: E402


def outcome(start, finish, *arguments, cancellable=None, meanwhile=None):
    """What the callback gets: the result, or the error."""
    loop = GLib.MainLoop()
    got = []

    def on_done(_source, result):
        try:
            got.append(finish(result))
        except GLib.Error as error:
            got.append(error)
        loop.quit()

    start(*arguments, cancellable, on_done)
    if meanwhile is not None:
        meanwhile()
    loop.run()
    return got[0]


def open_host():
    """The test driver's domain is one for the whole process: it runs when a test begins."""
    host = outcome(Libvirt.Connect.open_async, Libvirt.Connect.open_finish, 'test:///default')
    vm = host.lookup_domain_by_name('test')
    if vm.props.state == Libvirt.DomainState.PAUSED:
        vm.resume()
    return host, vm


@tap.test('/async/python/constructor')
def constructor():
    assert open_host()[0].get_uri() == 'test:///default'


@tap.test('/async/python/property-is-right-in-the-callback')
def property_is_right_in_the_callback():
    _host, vm = open_host()
    assert outcome(vm.suspend_async, vm.suspend_finish) is True
    assert vm.props.state == Libvirt.DomainState.PAUSED


@tap.test('/async/python/results')
def results():
    host, vm = open_host()
    found = outcome(vm.get_state_async, vm.get_state_finish, 0)
    assert found[0] is True and found.state == Libvirt.DomainState.RUNNING
    assert outcome(host.list_all_domains_async, host.list_all_domains_finish, 0) == [vm]
    assert '<name>test</name>' in outcome(vm.get_xml_desc_async, vm.get_xml_desc_finish, 0)


@tap.test('/async/python/failure')
def failure():
    _host, vm = open_host()
    vm.suspend()
    error = outcome(vm.suspend_async, vm.suspend_finish)
    assert isinstance(error, GLib.Error) and error.domain == GLib.quark_to_string(Libvirt.error_quark()), error


@tap.test('/async/python/cancelled')
def cancelled():
    _host, vm = open_host()
    cancellable = Gio.Cancellable()
    error = outcome(vm.suspend_async, vm.suspend_finish, cancellable=cancellable, meanwhile=cancellable.cancel)
    assert isinstance(error, GLib.Error) and error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED), error


tap.run()
