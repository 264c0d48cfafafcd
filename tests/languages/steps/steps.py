# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the steps are written with; steps.js is the same in JavaScript. README.md tells what a step is."""

import gi

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt  # noqa: E402

STEPS = []


def step(name):
    """Adds a function, which gets the host, under SUBJECT/WHAT."""
    def add(function):
        STEPS.append((name, function))
        return function
    return add


def later(thing, name, *arguments):
    """The same call as thing.name(*arguments), by its asynchronous form."""
    loop = GLib.MainLoop()
    results = []

    def on_done(_source, result):
        results.append(result)
        loop.quit()

    getattr(thing, name + '_async')(*arguments, None, on_done)
    loop.run()
    return getattr(thing, name + '_finish')(results[0])


def wait_until(condition):
    """Runs the main context until something is so, whether that is told there or has to be asked for."""
    tick = GLib.timeout_add(20, lambda: True)
    while not condition():
        GLib.MainContext.default().iteration(True)
    GLib.source_remove(tick)


def fails(code, function, *arguments):
    """The call must end with this error of libvirt's; gives the error."""
    try:
        function(*arguments)
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), code), error
        return error
    raise AssertionError('there was no error')


def succeeds(function, *arguments):
    """Whether there is no error: to be tried again otherwise."""
    try:
        return function(*arguments)
    except GLib.Error:
        return False


def values(**members):
    """A dictionary of typed values, from name=(type, value)."""
    return GLib.Variant('a{sv}', {name: GLib.Variant(*member) for name, member in members.items()})


def names(things):
    return sorted(thing.props.name for thing in things)


def is_hex(octets, uuid):
    """Whether these bytes are that UUID."""
    return octets.get_data().hex() == uuid.replace('-', '')
