# SPDX-License-Identifier: LGPL-2.1-or-later
"""What PyGObject adds to the introspection data of libvirt-gobj."""

import functools
from collections.abc import Mapping

from gi.module import get_introspection_module
from gi.overrides import override
from gi.repository import GLib

Libvirt = get_introspection_module('Libvirt')
__all__ = []

# The methods that take a dictionary of typed values. Each has an asynchronous form, too.
TAKE_DICTIONARY = {
    'Connect': ('domain_restore_params', 'set_identity'),
    'Domain': ('announce_interface', 'block_copy', 'migrate3', 'migrate_to_uri3', 'save_params',
               'set_blkio_parameters', 'set_block_io_tune', 'set_interface_parameters',
               'set_io_thread_params', 'set_launch_security_state', 'set_memory_parameters',
               'set_numa_parameters', 'set_perf_events', 'set_scheduler_parameters',
               'set_scheduler_parameters_flags', 'set_throttle_group'),
    'NetworkPort': ('set_parameters',),
    'Node': ('set_memory_parameters',),
}


class Answerer:
    """A handler of ConnectAuth::authenticate. If it raises, nobody will answer.

    Without this the traceback, which Python keeps, would keep the request as well, and the library
    would wait for somebody to complete it.
    """

    def __init__(self, handler):
        self.handler = handler

    def __call__(self, auth, request, *arguments):
        try:
            return self.handler(auth, request, *arguments)
        except BaseException:
            request.cancel()
            raise

    # disconnect_by_func() looks for the handler.
    def __eq__(self, other):
        return self.handler == other

    def __hash__(self):
        return hash(self.handler)


def wrapped(signal, handler):
    return Answerer(handler) if signal == 'authenticate' else handler


class ConnectAuth(Libvirt.ConnectAuth):
    def connect(self, signal, handler, *arguments):
        return super().connect(signal, wrapped(signal, handler), *arguments)

    def connect_after(self, signal, handler, *arguments):
        return super().connect_after(signal, wrapped(signal, handler), *arguments)


ConnectAuth = override(ConnectAuth)
__all__.append('ConnectAuth')


def type_of(value):
    """The type of a variant that has the value; the library makes of it what libvirt wants."""
    if isinstance(value, bool):
        return 'b'
    if isinstance(value, int):
        # Enumerations cannot be compared with what is no long in C.
        return 'x' if int(value) < 2 ** 63 else 't'
    if isinstance(value, float):
        return 'd'
    if isinstance(value, str):
        return 's'
    if isinstance(value, (list, tuple)):
        return 'a' + (type_of(value[0]) if value else 's')
    # Not the value itself, which may be a secret.
    raise TypeError(f'{type(value).__name__} is not bool, int, float, str, or a list of these')


def variant(key, value):
    try:
        return value if isinstance(value, GLib.Variant) else GLib.Variant(type_of(value), value)
    except (OverflowError, TypeError) as error:
        raise type(error)(f"'{key}': {error}") from error


def converted(argument):
    """A mapping as the variant of it, anything else as it is."""
    if not isinstance(argument, Mapping):
        return argument
    return GLib.Variant('a{sv}', {key: variant(key, value) for key, value in argument.items()})


def takes_mapping(method):
    @functools.wraps(method)
    def call(self, *arguments, **named):
        return method(self, *map(converted, arguments),
                      **{name: converted(argument) for name, argument in named.items()})
    return call


def let_take_mappings(module, names):
    """Lets methods of classes of the module take a mapping where they want a dictionary."""
    for class_name, methods in names.items():
        class_ = getattr(module, class_name)
        for name in methods:
            for form in (name, name + '_async'):
                setattr(class_, form, takes_mapping(getattr(class_, form)))


let_take_mappings(Libvirt, TAKE_DICTIONARY)
