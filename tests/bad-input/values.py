# SPDX-License-Identifier: LGPL-2.1-or-later
"""The bad values there are for each argument, and what must come of them."""

import ctypes

import native

# What must come of a call: exactly one critical of the function's own ...
CRITICAL = 'critical'
# ... that or a GError ...
REFUSED = 'refused'
# ... a GError ...
ERROR = 'error'
# ... a success or a GError ...
ANSWER = 'answer'
# ... or anything but a crash, a second critical, a failure without a reason.
ANY = 'any'

LONG = b'x' * (5 << 20)
NOT_UTF8 = b'\xff\xfe\x80 not a text'
NO_FD = 9999


# Bits that mean something to libvirt and are not ours to offer: VIR_TYPED_PARAM_STRING_OKAY, and those
# that have another number here.
MEANT = {
    'DomainModificationImpact': 1 << 2,
    'ConnectGetAllDomainStatsFlags': 1 << 31,
    'ConnectListAllNodeDeviceFlags': 1 << 31,
}

# Arguments for which another value than expected is all right, and why.
ACCEPTED = {
    # libvirt leaves out the groups that it does not know, and may know more than this library.
    ('libvirt_connect_get_all_domain_stats', 'stats'): ANSWER,
    ('libvirt_connect_get_domain_stats_table', 'stats'): ANSWER,
    ('libvirt_domain_list_get_stats', 'stats'): ANSWER,
    ('libvirt_stats_sampler_set_groups', 'groups'): ANY,
    # Nothing was asked of the request that there is here.
    ('libvirt_connect_auth_request_set_answer', 'text'): ANY,
    ('libvirt_connect_auth_request_set_answer', None): ANY,
}


class Bad:
    """For each role of an argument: a list of (what it is, expected, function that makes the value)."""

    def __init__(self, namespace):
        self.namespace = namespace

    def of(self, function, argument):
        accepted = ACCEPTED.get((function.symbol.removesuffix('_async'), argument.name))
        return [(what, accepted or expected, make)
                for what, expected, make in getattr(self, 'for_' + argument.role)(function, argument)]

    # Each of these is given the fixture when the call is made.

    @staticmethod
    def null(argument):
        return 'NULL', ANSWER if argument.nullable else CRITICAL, lambda fixture: None

    @staticmethod
    def other_object():
        return 'an object of another class', CRITICAL, lambda fixture: fixture.other_object

    def orphans(self, argument, expected):
        for name in self.namespace.concrete(argument.type):
            yield (f'a {name} that belongs to no connection', expected,
                   lambda fixture, name=name: fixture.orphan(name))

    def for_instance(self, function, argument):
        frees = function.symbol.endswith(('_free', '_unref'))
        yield 'NULL', ANSWER if frees or argument.nullable else CRITICAL, lambda fixture: None
        structure = self.namespace.structures.get(argument.type)
        if structure is not None and structure.is_object:
            yield self.other_object()
            expected = ERROR if function.throws and function.kind == 'sync' else ANY
            yield from self.orphans(argument, expected)

    def for_object(self, function, argument):
        yield self.null(argument)
        structure = self.namespace.structures.get(argument.type)
        if (structure is not None and structure.is_object) or argument.type.startswith('Gio.'):
            yield self.other_object()
        if structure is not None and structure.is_object:
            yield from self.orphans(argument, ANY)

    def for_text(self, function, argument):
        yield self.null(argument)
        yield 'an empty text', ANSWER, lambda fixture: fixture.text(b'')
        yield 'a text of 5 MiB', ANSWER, lambda fixture: fixture.text(LONG)
        yield 'a text that is not UTF-8', REFUSED, lambda fixture: fixture.text(NOT_UTF8)

    def for_path(self, function, argument):
        yield self.null(argument)
        yield 'an empty path', ANSWER, lambda fixture: fixture.text(b'')
        yield 'a path of 5 MiB', ANSWER, lambda fixture: fixture.text(LONG)
        yield 'a path that is not UTF-8', ANSWER, lambda fixture: fixture.text(b'/' + NOT_UTF8)

    def for_boolean(self, function, argument):
        yield 'another number', ANSWER, lambda fixture: 7

    def for_enum(self, function, argument):
        values = self.namespace.enums[argument.type].values
        for value in (-1, -2, max(values) + 1, 1 << 30, (1 << 31) - 1, -1 << 31):
            if value not in values:
                yield f'{value}', REFUSED, lambda fixture, value=value: value

    def for_flags(self, function, argument):
        known = 0
        for value in self.namespace.enums[argument.type].values:
            known |= value
        known |= MEANT.get(argument.type, 0)
        unknown = [bit for bit in range(32) if not known & 1 << bit]
        for bit in unknown[:1] + unknown[-2:]:
            yield f'bit {bit}', REFUSED, lambda fixture, bit=bit: 1 << bit

    def for_number(self, function, argument):
        if argument.name in ('fd',):
            for value in (-1, NO_FD):
                yield f'{value}', REFUSED, lambda fixture, value=value: value
        elif argument.name == 'flags':
            for bit in (30, 31):
                yield f'bit {bit}', REFUSED, lambda fixture, bit=bit: 1 << bit
        elif argument.type == 'gdouble':
            for value in (float('nan'), float('-inf')):
                yield f'{value}', ANY, lambda fixture, value=value: value
        else:
            yield from self.extremes(argument)

    @staticmethod
    def extremes(argument):
        bits = ctypes.sizeof(argument.ctype) * 8
        signed = argument.ctype(-1).value == -1
        values = (-1, -1 << bits - 1, (1 << bits - 1) - 1) if signed else ((1 << bits) - 1, 1 << bits - 1)
        for value in values:
            yield f'{value}', ANY, lambda fixture, value=value: value

    def for_variant(self, function, argument):
        yield self.null(argument)
        for text, expected in (('1', REFUSED), ("['a']", REFUSED), ("{'a': 'b'}", REFUSED),
                               ('@a{sv} {}', ANSWER), ("{'': <uint32 1>}", ERROR),
                               (f"{{'{'x' * 200}': <uint32 1>}}", ERROR), ("{'a': <(1, 2)>}", ERROR),
                               ("{'a': <@as []>, 'b': <'text'>}", ANSWER)):
            yield text[:30], expected, lambda fixture, text=text: fixture.variant(text)

    def for_bytes(self, function, argument):
        yield self.null(argument)
        expected = ERROR if argument.name == 'uuid' else ANSWER
        yield 'no bytes', expected, lambda fixture: native.bytes_new(None, 0)
        yield '5 MiB', expected, lambda fixture: native.bytes_new(LONG, len(LONG))

    def for_objects(self, function, argument):
        yield self.null(argument)
        yield 'an empty list', ANY, lambda fixture: fixture.objects_array()
        yield 'a list with NULL', REFUSED, lambda fixture: fixture.objects_array(None)
        yield ('a list with an object of another class', REFUSED,
               lambda fixture: fixture.objects_array(fixture.other_object))
        yield ('a list with an object that belongs to no connection', REFUSED,
               lambda fixture: fixture.objects_array(fixture.orphan(argument.element)))

    def for_texts(self, function, argument):
        yield self.null(argument)
        yield 'an empty list', ANY, lambda fixture: fixture.texts([])
        yield 'a list with an empty text', ANSWER, lambda fixture: fixture.texts([''])
        yield 'a list with a text that is not UTF-8', REFUSED, lambda fixture: fixture.texts([NOT_UTF8])
        yield 'a list with a text of 5 MiB', ANSWER, lambda fixture: fixture.texts([LONG])
        yield 'a list of 20000 texts', ANSWER, lambda fixture: fixture.texts(['x'] * 20000)

    def for_array(self, function, argument):
        yield 'NULL, with a length', CRITICAL, lambda fixture: None
        if argument.name in ('fds', 'files'):
            for value in (-1, NO_FD):
                yield (f'a descriptor that is {value}', REFUSED,
                       lambda fixture, value=value: fixture.array(ctypes.c_int, [value]))

    def for_length(self, function, argument):
        yield '0', ANY, lambda fixture: 0

    def for_callback(self, function, argument):
        yield self.null(argument)

    def for_out(self, function, argument):
        yield 'NULL', ANSWER if argument.optional else CRITICAL, lambda fixture: None

    def for_cancellable(self, function, argument):
        yield 'an object of another class', CRITICAL, lambda fixture: fixture.instance('Connect')

    def for_result(self, function, argument):
        yield 'NULL', CRITICAL, lambda fixture: None
        yield self.other_object()
        yield "another call's", CRITICAL, lambda fixture: native.task_new(None, None, None, None)

    def for_done(self, function, argument):
        return []

    def for_data(self, function, argument):
        return []
