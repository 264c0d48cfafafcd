# SPDX-License-Identifier: LGPL-2.1-or-later
"""GLib and libvirt as ctypes has them, and what is logged and reported as an error."""

import ctypes
import os

P = ctypes.c_void_p

glib = ctypes.CDLL('libglib-2.0.so.0')
gobject = ctypes.CDLL('libgobject-2.0.so.0')
gio = ctypes.CDLL('libgio-2.0.so.0')

LEVEL_ERROR, LEVEL_CRITICAL, LEVEL_WARNING = 1 << 2, 1 << 3, 1 << 4

LogFunc = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, P)
ReadyFunc = ctypes.CFUNCTYPE(None, P, P, P)
AnyFunc = ctypes.CFUNCTYPE(ctypes.c_ssize_t)


class GError(ctypes.Structure):
    _fields_ = [('domain', ctypes.c_uint32), ('code', ctypes.c_int), ('message', ctypes.c_char_p)]


def function(library, name, result, *arguments):
    found = library[name]
    found.restype, found.argtypes = result, arguments
    return found


quark_to_string = function(glib, 'g_quark_to_string', ctypes.c_char_p, ctypes.c_uint32)
quark_from_string = function(glib, 'g_quark_from_string', ctypes.c_uint32, ctypes.c_char_p)
error_new = function(glib, 'g_error_new_literal', P, ctypes.c_uint32, ctypes.c_int, ctypes.c_char_p)
error_free = function(glib, 'g_error_free', None, P)
iterate = function(glib, 'g_main_context_iteration', ctypes.c_int, P, ctypes.c_int)
variant_parse = function(glib, 'g_variant_parse', P, P, ctypes.c_char_p, P, P, P)
bytes_new = function(glib, 'g_bytes_new', P, ctypes.c_char_p, ctypes.c_size_t)
ptr_array_new = function(glib, 'g_ptr_array_new', P)
ptr_array_add = function(glib, 'g_ptr_array_add', None, P, P)
object_ref = function(gobject, 'g_object_ref', P, P)
object_new = function(gobject, 'g_object_new_with_properties', P, ctypes.c_size_t, ctypes.c_uint, P, P)
cancellable_new = function(gio, 'g_cancellable_new', P)
task_new = function(gio, 'g_task_new', P, P, P, P, P)
file_new = function(gio, 'g_file_new_for_path', P, ctypes.c_char_p)
fd_list_new = function(gio, 'g_unix_fd_list_new', P)
set_log_handler = function(glib, 'g_log_set_default_handler', P, LogFunc, P)
set_always_fatal = function(glib, 'g_log_set_always_fatal', ctypes.c_int, ctypes.c_int)


class Log:
    """All that is logged from now on with a warning's level or a worse one."""

    def __init__(self):
        self.messages = []
        self._handler = LogFunc(self._add)  # kept, as C has it
        # G_DEBUG may say that they are fatal; then nothing could be seen here.
        set_always_fatal(LEVEL_ERROR)
        set_log_handler(self._handler, None)

    def _add(self, domain, level, message, _data):
        if level & (LEVEL_CRITICAL | LEVEL_WARNING | LEVEL_ERROR):
            kind = 'critical' if level & LEVEL_CRITICAL else 'warning'
            self.messages.append(((domain or b'').decode(), kind, message.decode(errors='replace')))

    def take(self):
        taken, self.messages = self.messages, []
        return taken


class ErrorPlace:
    """A GError **, empty or with an error in it."""

    def __init__(self, occupied=False):
        self.before = error_new(quark_from_string(b'bad-input'), 7, b'an earlier one') if occupied else None
        self.place = P(self.before)

    def address(self):
        return ctypes.addressof(self.place)

    def is_untouched(self):
        return self.place.value == self.before

    def read(self):
        """Domain, code and message, or None."""
        if not self.place.value:
            return None
        error = GError.from_address(self.place.value)
        return quark_to_string(error.domain).decode(), error.code, (error.message or b'').decode(errors='replace')


def load(name):
    """The library of the build folder, which LD_LIBRARY_PATH names."""
    return ctypes.CDLL(name, mode=os.RTLD_NOW)
