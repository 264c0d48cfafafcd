# SPDX-License-Identifier: LGPL-2.1-or-later
"""What PyGObject adds to the introspection data of libvirt-gobj."""

from gi.module import get_introspection_module
from gi.overrides import override

Libvirt = get_introspection_module('Libvirt')
__all__ = []


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
