# SPDX-License-Identifier: LGPL-2.1-or-later
"""How each kind of argument and result is kept while a call is under way.

An argument is copied when the call starts, as its owner may change or free it meanwhile; a
result is kept until somebody fetches it. Whatever cannot be told from introspection data is
refused: a guess would compile and be wrong at run time.
"""

from dataclasses import dataclass

NUMBERS = {
    'gboolean': 'FALSE',
    'gint': '-1', 'gint8': '-1', 'gint16': '-1', 'gint32': '-1', 'gint64': '-1', 'glong': '-1',
    'gssize': '-1',
    'guint': '0', 'guint8': '0', 'guint16': '0', 'guint32': '0', 'guint64': '0', 'gulong': '0',
    'gsize': '0', 'gunichar': '0', 'gdouble': '0', 'gfloat': '0', 'GType': 'G_TYPE_INVALID',
}  # what a failed call returns, in GLib's and libvirt's custom

BOXED = {
    'GLib.Bytes': ('g_bytes_ref', 'g_bytes_unref'),
    'GLib.DateTime': ('g_date_time_ref', 'g_date_time_unref'),
    'GLib.Variant': ('g_variant_ref_sink', 'g_variant_unref'),
}
OBJECTS = {
    'GObject.Object': 'G_IS_OBJECT',
    'Gio.File': 'G_IS_FILE',
    'Gio.InputStream': 'G_IS_INPUT_STREAM',
    'Gio.ListModel': 'G_IS_LIST_MODEL',
    'Gio.OutputStream': 'G_IS_OUTPUT_STREAM',
    'Gio.UnixFDList': 'G_IS_UNIX_FD_LIST',
}
STRINGS = ('utf8', 'filename')


class Refusal(Exception):
    """What derive.py does not know how to do."""


@dataclass
class Value:
    """One member of the structure that carries a call."""

    name: str
    ctype: str  # of the member
    copy: str = '{}'  # of the argument, as an expression
    free: str = None  # of the member, as a statement
    check: str = None  # what g_return_if_fail() asks of the argument
    failed: str = 'NULL'  # what a failed call returns
    initial: str = None  # if not zero
    verify: str = None  # what the worker asks before it uses the argument
    end: str = None  # what tells the member that the call has ended, as a statement
    cast: str = ''  # when handed to the function
    pointer: bool = True
    steal: str = 'g_steal_pointer'


def without_const(ctype):
    return ' '.join(ctype.replace('const', '').replace('*', ' * ').split()).replace('* *', '**')


def in_const(ctype):
    """The C type as one writes it: `const char *const *`."""
    words = ctype.replace('*', ' * ').split()
    text = ' '.join(words).replace('* ', '*')
    return text


class Kinds:
    """Turns the parameters and results of a namespace into values."""

    def __init__(self, namespace, calls):
        self.namespace = namespace
        self.calls = calls

    # What a type is

    def is_enum(self, kind):
        return kind.name in self.namespace.enums

    def is_number(self, kind):
        return kind.name in NUMBERS or self.is_enum(kind)

    def is_string_array(self, kind):
        return kind.name == '[]' and kind.element.name in STRINGS

    def counted(self, kind):
        """How a reference or copy of something counted is taken and given back, or None."""
        if kind.name in BOXED:
            return BOXED[kind.name]
        if self.is_object(kind):
            return 'g_object_ref', 'g_object_unref'
        record = self.namespace.records.get(kind.name)
        return (record.copy, record.free) if record is not None and record.copy else None

    def is_object(self, kind):
        record = self.namespace.records.get(kind.name)
        return kind.name in OBJECTS or (record is not None and record.is_object)

    def object_check(self, kind):
        if kind.name in OBJECTS:
            return OBJECTS[kind.name]
        prefix = self.namespace.records[kind.name].prefix
        own = self.namespace.symbol_prefix
        return f'{own}_is{prefix.removeprefix(own)}'.upper()

    def depth_in(self, kind):
        """The number of stars that a plain argument of this type has."""
        if self.is_number(kind):
            return 0
        if kind.name == '[]':
            return 2 if kind.element.name in STRINGS or self.counted(kind.element) else 1
        return 1

    def refuse_unknown(self, kind):
        if kind.name == 'Gio.Cancellable':
            raise Refusal('a GCancellable is what the pair adds; write this one by hand')
        if kind.name in self.namespace.callbacks or kind.name.endswith(('Callback', 'Func')):
            raise Refusal('a callback cannot be handed to a thread')
        if kind.name in ('GLib.PtrArray', 'GLib.Array', 'GLib.ByteArray', 'GLib.List', 'GLib.SList',
                         'GLib.HashTable'):
            return
        known = self.is_number(kind) or kind.name in STRINGS or kind.name == '[]' or self.counted(kind)
        if not known:
            raise Refusal(f'unknown type {kind.ctype or kind.name}')

    # Arguments

    def argument(self, function, parameter):
        kind = parameter.type
        self.refuse_direction(parameter)
        if parameter.transfer != 'none':
            raise Refusal('an argument that is taken over (transfer full) is not supported')
        value = self.plain_argument(function, parameter)
        if value.pointer and parameter.nullable:
            is_checked = self.is_object(kind) or 'is_list_of' in value.check
            value.check = f'{parameter.name} == NULL || {value.check}' if is_checked else None
            if value.copy.startswith(('g_strdup', 'g_memdup2', 'libvirt_async_copy')):
                return value
            value.copy = '{} != NULL ? ' + value.copy + ' : NULL'
        return value

    def refuse_direction(self, parameter):
        kind = parameter.type
        if parameter.direction == 'inout':
            raise Refusal('inout is not supported')
        self.refuse_unknown(kind)
        if parameter.direction == 'in' and kind.depth > self.depth_in(kind):
            if self.is_number(kind) or kind.name in STRINGS:
                raise Refusal(f'{in_const(kind.ctype)}: a pointer to a value, without (out) or (array)')
            raise Refusal(f'{in_const(kind.ctype)}: a pointer to a pointer, without (out)')

    def plain_argument(self, function, parameter):
        kind, name = parameter.type, parameter.name
        value = Value(name, without_const(kind.ctype), check=f'{name} != NULL')
        is_fd = name in self.calls.fd_arguments.get(function.symbol, ())
        if self.is_number(kind):
            return self.fd_argument(value) if is_fd else self.number_argument(value)
        if kind.name in STRINGS:
            value.copy, value.free = 'g_strdup ({})', 'g_free ({});'
        elif kind.name == '[]':
            self.array_argument(function, parameter, value, is_fd)
        elif kind.name == 'GLib.PtrArray':
            copy, free = self.element_functions(kind)
            value.copy = f'libvirt_async_copy_ptr_array ({{}}, {copy}, {free})'
            value.free = 'g_clear_pointer (&{}, g_ptr_array_unref);'
            if self.is_object(kind.element):
                gtype = self.object_check(kind.element).replace('_IS_', '_TYPE_', 1)
                value.check = f'libvirt_async_is_list_of ({name}, {gtype})'
        elif self.counted(kind):
            copy, free = self.counted(kind)
            cast = f'({value.ctype}) ' if 'const' in kind.ctype else ''
            value.copy, value.free = f'{copy} ({cast}{{}})', f'g_clear_pointer (&{{}}, {free});'
        else:
            raise Refusal(f'{kind.ctype}: this container is not supported; use a GPtrArray')
        if self.is_object(kind):
            value.check = f'{self.object_check(kind)} ({name})'
            value.free = 'g_clear_object (&{});'
        if kind.name == 'Transfer':
            value.copy, value.end = 'libvirt_transfer_take ({}, call)', 'libvirt_transfer_end ({}, call, error);'
        if name in self.calls.secret_arguments.get(function.symbol, ()):
            self.wipe(function, parameter, value)
        return value

    @staticmethod
    def number_argument(value):
        value.pointer, value.check = False, None
        return value

    @staticmethod
    def fd_argument(value):
        value.pointer, value.check = False, f'{value.name} >= 0'
        value.copy = 'libvirt_async_copy_fd ({})'
        value.free = 'libvirt_async_close_fd ({});'
        value.verify = 'libvirt_async_check_fds (&{}, 1, error)'
        return value

    def array_argument(self, function, parameter, value, is_fd):
        kind, name = parameter.type, parameter.name
        if self.is_string_array(kind):
            if not kind.zero_terminated:
                raise Refusal('an array of strings must end with NULL (array zero-terminated=1)')
            value.copy, value.free = 'g_strdupv ((char **) {})', 'g_strfreev ({});'
            value.cast = f'({in_const(kind.ctype)}) '
            return
        if not self.is_number(kind.element) or kind.length is None:
            raise Refusal('an array must be of strings, or of numbers with (array length=)')
        length = function.parameter_at(kind.length).name
        value.check = f'{name} != NULL || {length} == 0'
        if is_fd:
            value.copy = f'libvirt_async_copy_fds ({{}}, {length})'
            value.free = f'libvirt_async_free_fds ({{}}, call->{length});'
            value.verify = f'libvirt_async_check_fds ({{}}, call->{length}, error)'
            return
        value.copy = f'g_memdup2 ({{}}, {length} * sizeof *{{}})'
        value.free = 'g_free ({});'

    def element_functions(self, kind):
        if kind.element is None or kind.element.name == 'gpointer':
            raise Refusal('a GPtrArray needs (element-type)')
        if kind.element.name in STRINGS:
            return '(GBoxedCopyFunc) g_strdup', 'g_free'
        if not self.counted(kind.element):
            raise Refusal(f'a GPtrArray of {kind.element.name} is not supported')
        copy, free = self.counted(kind.element)
        return ('(GBoxedCopyFunc) ' + copy,
                free if free == 'g_object_unref' else '(GDestroyNotify) ' + free)

    def wipe(self, function, parameter, value):
        kind = parameter.type
        if kind.name in STRINGS:
            value.free = 'libvirt_async_free_secret ({}, -1);'
        elif kind.name == '[]' and kind.length is not None:
            length = function.parameter_at(kind.length).name
            value.free = f'libvirt_async_free_secret ({{}}, call->{length} * sizeof *{{}});'
        else:
            raise Refusal('only strings and byte arrays can be secret-arguments')

    # Results

    def result(self, function, parameter):
        """The value of an (out) parameter, or of what the function returns."""
        kind, name = parameter.type, parameter.name or 'return'
        if parameter.caller_allocates:
            raise Refusal('(out caller-allocates) is not supported')
        self.refuse_unknown(kind)
        expected = self.depth_in(kind) + (1 if parameter.name else 0)
        if kind.depth != expected:
            raise Refusal(f'{in_const(kind.ctype)}: not a type that can be returned here')
        ctype = without_const(kind.ctype)
        value = Value(parameter.name or 'returned',
                      ctype.removesuffix('*').strip() if parameter.name else ctype)
        if self.is_number(kind):
            self.number_result(value, kind, name in self.calls.fd_results.get(function.symbol, ()))
            return value
        self.refuse_transfer(kind, parameter.transfer)
        if kind.name in STRINGS or (kind.name == '[]' and not self.is_string_array(kind)):
            value.free = 'g_free ({});'
        elif kind.name == '[]':
            value.free = 'g_strfreev ({});'
        elif kind.name == 'GLib.PtrArray':
            self.element_functions(kind)
            value.free = 'g_clear_pointer (&{}, g_ptr_array_unref);'
        elif self.is_object(kind):
            value.free = 'g_clear_object (&{});'
        else:
            value.free = f'g_clear_pointer (&{{}}, {self.counted(kind)[1]});'
        return value

    def number_result(self, value, kind, is_fd):
        value.pointer, value.steal = False, ''
        enum = self.namespace.enums.get(kind.name)
        value.failed = NUMBERS.get(kind.name) or enum.minus_one or '0'
        if is_fd:
            value.initial, value.steal = '-1', 'g_steal_fd'
            value.free = 'libvirt_async_close_fd ({});'

    def refuse_transfer(self, kind, transfer):
        if kind.name == 'GLib.PtrArray':
            if transfer != 'container':
                raise Refusal(f'a GPtrArray must be (transfer container), not (transfer {transfer})')
        elif kind.name.startswith('GLib.') and not self.counted(kind):
            raise Refusal(f'{kind.ctype}: this container is not supported; use a GPtrArray')
        elif kind.name == '[]' and not self.is_string_array(kind):
            if not self.is_number(kind.element) or kind.length is None:
                raise Refusal('an array must be of strings, or of numbers with (array length=)')
            if transfer == 'none':
                raise Refusal('what a thread returns must be (transfer full)')
        elif transfer != 'full':
            raise Refusal(f'what a thread returns must be (transfer full), not (transfer {transfer})')
