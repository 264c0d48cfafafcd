# SPDX-License-Identifier: LGPL-2.1-or-later
"""The documentation of a pair, made from that of its synchronous function."""

from layout import comment
from values import STRINGS, in_const


def element_name(kind):
    return in_const(kind.ctype or kind.name)


class Texts:
    def __init__(self, namespace):
        self.namespace = namespace

    def c_name(self, kind):
        """What an annotation calls an element type."""
        record = self.namespace.records.get(kind.name)
        return record.ctype if record is not None else kind.name

    def type_annotations(self, function, kind):
        if kind.name == 'filename':
            return ['type filename']
        if kind.name == 'GLib.PtrArray':
            return [f'element-type {self.c_name(kind.element)}']
        if kind.name != '[]':
            return []
        if kind.length is not None:
            marks = [f'array length={function.parameter_at(kind.length).name}']
        else:
            marks = ['array zero-terminated=1']
        if kind.element.name in STRINGS + ('guint8',):
            marks.append(f'element-type {kind.element.name}')
        return marks

    def argument(self, function, parameter):
        marks = ['nullable'] if parameter.nullable else []
        marks += self.type_annotations(function, parameter.type)
        return parameter.name, marks, parameter.doc

    def out(self, function, parameter, value):
        marks = ['out'] + (['optional'] if parameter.optional else [])
        marks += ['nullable'] if parameter.nullable else []
        marks += [f'transfer {parameter.transfer}'] if value.pointer else []
        marks += self.type_annotations(function, parameter.type)
        return parameter.name, marks, parameter.doc

    @staticmethod
    def tail(function):
        tail = []
        if function.deprecated_since:
            tail.append((f'Deprecated: {function.deprecated_since}', [], function.deprecated_text))
        return tail + [('Since', [], function.since)]

    @staticmethod
    def instance(pair):
        return [('self', [], pair.function.instance.doc)] if pair.self_type else []

    @staticmethod
    def what_it_does(pair):
        thread = 'a thread of the connection' if pair.self_type else 'a thread of its own'
        return (f'Starts what {pair.sync}() does, without blocking: the call is made in {thread}, and '
                f'@callback runs in the #GMainContext that was the default of this thread when '
                f'{pair.start}() was called. Get the outcome there with {pair.finish}().')

    @staticmethod
    def what_cancelling_does(pair):
        text = (f'If @cancellable is cancelled before {pair.sync}() was begun, nothing is sent. Later, '
                f'%G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for')
        if pair.is_apart:
            return f'{text}, nor is the rest transferred.'
        if pair.cancel:
            return f'{text}; {pair.cancel}() is called as well, to stop the work where it is done.'
        if pair.self_type is None and pair.result is not None and pair.result.pointer:
            return f'{text}; what the call brings after all is released.'
        return (f'{text}: the hypervisor may still carry the call out, and what it changes then shows in '
                f'properties and signals as ever.')

    def start(self, pair):
        function = pair.function
        parameters = self.instance(pair)
        parameters += [self.argument(function, parameter) for parameter, _ in pair.arguments]
        parameters += [
            ('cancellable', ['nullable'], f'cancelled to stop waiting for {pair.sync}()'),
            ('callback', ['scope async', 'closure user_data', 'nullable'],
             f'called when {pair.sync}() has ended, failed or been cancelled'),
            ('user_data', [], f'handed to @callback'),
        ]
        paragraphs = [self.what_it_does(pair), self.what_cancelling_does(pair)]
        if pair.is_long:
            paragraphs.append(f'{pair.sync}() can take long: of such calls, a few are under way on a '
                              f'connection at a time, and the others wait for their turn.')
        return comment(pair.start, parameters, paragraphs, self.tail(function))

    def end(self, pair):
        function = pair.function
        parameters = self.instance(pair)
        parameters.append(('result', [], f'what the callback of {pair.start}() was given'))
        parameters += [self.out(function, parameter, value) for parameter, value in pair.outs]
        parameters.append(('error', [], 'return location for a #GError'))
        paragraphs = [f'Gets the outcome of a call started with {pair.start}(): what {pair.sync}() would '
                      f'have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.']
        tail = self.tail(function)
        if pair.result is not None:
            marks = [f'transfer {function.returns.transfer}'] if pair.result.pointer else []
            marks += ['nullable'] if function.returns.nullable else []
            marks += self.type_annotations(function, function.returns.type)
            tail.insert(0, ('Returns', marks, function.returns.doc))
        return comment(pair.finish, parameters, paragraphs, tail)
