# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the C of the pairs."""

import os

from layout import definition, prototype
from texts import Texts
from values import in_const

LICENSE = '/* SPDX-License-Identifier: LGPL-2.1-or-later */\n'
ORIGIN = ('\n/* Derived from the synchronous functions by derive.py: what is changed here is lost '
          'with the next\n * build. */\n\n')


def member(name):
    return f'call->{name}'


class Emitter:
    def __init__(self, namespace, umbrella, marks, header_name):
        self.texts = Texts(namespace)
        self.umbrella = umbrella
        self.marks = marks
        self.header_name = header_name

    # The header

    def include(self, name):
        folder = os.path.dirname(self.umbrella)
        return f'#include <{folder}/{name}>\n'

    def guard(self):
        stem = os.path.splitext(os.path.basename(self.umbrella))[0].upper().replace('-', '_')
        return (f'#pragma once\n\n#if !defined ({stem}_INSIDE) && !defined ({stem}_COMPILATION)\n'
                f'#error "Only <{self.umbrella}> can be included directly."\n#endif\n\n')

    def mark(self, function):
        kind, version = 'AVAILABLE', function.since
        if function.deprecated_since:
            kind, version = 'DEPRECATED', function.deprecated_since
        return f'{self.marks}_{kind}_IN_{version.replace(".", "_")}\n'

    def header(self, pairs):
        headers = sorted({pair.function.header for pair in pairs})
        text = LICENSE + ORIGIN + self.guard() + ''.join(self.include(name) for name in headers)
        text += '\nG_BEGIN_DECLS\n'
        for pair in pairs:
            mark = self.mark(pair.function)
            text += '\n' + mark + prototype('void', pair.start, self.start_parameters(pair))
            text += '\n' + mark + prototype(self.result_type(pair), pair.finish, self.finish_parameters(pair))
        return text + '\nG_END_DECLS\n'

    @staticmethod
    def result_type(pair):
        return in_const(pair.function.returns.type.ctype) if pair.result is not None else 'void'

    @staticmethod
    def self_parameter(pair):
        return [(pair.self_type + '*', 'self')] if pair.self_type else []

    def start_parameters(self, pair):
        parameters = self.self_parameter(pair)
        parameters += [(parameter.type.ctype, parameter.name) for parameter, _ in pair.arguments]
        return parameters + [('GCancellable*', 'cancellable'), ('GAsyncReadyCallback', 'callback'),
                             ('gpointer', 'user_data')]

    def finish_parameters(self, pair):
        parameters = self.self_parameter(pair) + [('GAsyncResult*', 'result')]
        parameters += [(parameter.type.ctype, parameter.name) for parameter, _ in pair.outs]
        return parameters + [('GError**', 'error')]

    # The source

    def source(self, pairs):
        text = LICENSE + ORIGIN + self.include(self.header_name) + '\n'
        text += '#include "async/libvirt-async-copy-private.h"\n#include "async/libvirt-async-private.h"\n'
        if any(pair.ends for pair in pairs):
            text += '#include "stream/libvirt-transfer-private.h"\n'
        if any(pair.function.deprecated_since for pair in pairs):
            text += '\nG_GNUC_BEGIN_IGNORE_DEPRECATIONS\n'
        return text + ''.join('\n' + part for pair in pairs for part in self.parts(pair))

    # Static names begin with what they are for: libvirt_domain_block_stats_free() is public.

    def parts(self, pair):
        yield self.structure(pair)
        yield self.run(pair)
        if self.free_lines(pair):
            yield self.free(pair)
        if pair.cancel:
            yield self.cancel(pair)
        if pair.ends:
            yield self.end_of(pair)
        yield self.info(pair)
        yield self.texts.start(pair) + self.start(pair)
        yield self.texts.end(pair) + self.finish(pair)

    @staticmethod
    def structure_name(pair):
        return ''.join(word.capitalize() for word in pair.sync.split('_')) + 'Call'

    def structure(self, pair):
        lines = ''.join(f'  {value.ctype}{"" if value.ctype.endswith("*") else " "}{value.name};\n'
                        for value in pair.values)
        # An empty structure is not C.
        return f'typedef struct\n{{\n{lines or "  char nothing;" + chr(10)}}} {self.structure_name(pair)};\n'

    def run(self, pair):
        arguments = ['source'] if pair.self_type else []
        for parameter in pair.function.parameters:
            arguments.append(self.passed(pair, parameter))
        call = f'{pair.sync} ({", ".join(arguments + ["error"])});'
        body = [f'{self.structure_name(pair)} *call = data;', ''] if pair.values else []
        for _, value in pair.arguments:
            if value.verify:
                check = value.verify.replace('{}', member(value.name))
                body += [f'if (!{check})', '  return;', '']
        body.append(f'{member("returned")} = {call}' if pair.result is not None else call)
        return definition('void', 'run_' + pair.sync,
                          [('gpointer', 'source'), ('gpointer', 'data'), ('GError**', 'error')], body, static=True)

    @staticmethod
    def passed(pair, parameter):
        if parameter.direction == 'out':
            return '&' + member(parameter.name)
        value = next(v for p, v in pair.arguments if p is parameter)
        return value.cast + member(value.name)

    @staticmethod
    def free_lines(pair):
        return [value.free.replace('{}', member(value.name)) for value in pair.values if value.free]

    def free(self, pair):
        body = [f'{self.structure_name(pair)} *call = data;', ''] + self.free_lines(pair) + ['g_free (call);']
        return definition('void', 'free_' + pair.sync, [('gpointer', 'data')], body, static=True)

    @staticmethod
    def cancel(pair):
        return definition('void', 'cancel_' + pair.sync, [('gpointer', 'source'), ('gpointer', 'data')],
                          [f'{pair.cancel} (source, NULL);'], static=True)

    @staticmethod
    def end_of(pair):
        body = [f'{Emitter.structure_name(pair)} *call = data;', '']
        for value in pair.ends:
            body += [f'if ({member(value.name)} != NULL)', '  ' + value.end.replace('{}', member(value.name))]
        return definition('void', 'end_' + pair.sync, [('gpointer', 'data'), ('const GError*', 'error')],
                          body, static=True)

    @staticmethod
    def flags(pair):
        return 'LONG' if pair.is_long else 'APART' if pair.is_apart else 'DEFAULT'

    def info(self, pair):
        lines = [f'.flags = LIBVIRT_CALL_{self.flags(pair)},',
                 f'.run = run_{pair.sync},',
                 f'.free = {"free_" + pair.sync if self.free_lines(pair) else "g_free"},']
        if pair.cancel:
            lines.append(f'.cancel = cancel_{pair.sync},')
        if pair.ends:
            lines.append(f'.end = end_{pair.sync},')
        return (f'static const LibvirtCallInfo info_{pair.sync} = {{\n'
                + ''.join(f'  {line}\n' for line in lines) + '};\n')

    def start(self, pair):
        body = [f'{self.structure_name(pair)} *call;', '']
        body += [f'g_return_if_fail ({check});' for check in self.start_checks(pair)]
        body += ['', f'call = g_new0 ({self.structure_name(pair)}, 1);']
        for parameter, value in pair.arguments:
            body.append(f'{member(value.name)} = {value.copy.replace("{}", parameter.name)};')
        body += [f'{member(value.name)} = {value.initial};' for value in pair.values if value.initial]
        body += ['', f'libvirt_async_start ({self.source_of(pair)}, &info_{pair.sync}, call, cancellable, '
                     f'callback, user_data,', f'                     {pair.start});']
        return definition('void', pair.start, self.start_parameters(pair), body)

    @staticmethod
    def source_of(pair):
        return 'self' if pair.self_type else 'NULL'

    @staticmethod
    def start_checks(pair):
        checks = [f'{pair.self_check} (self)'] if pair.self_type else []
        checks += [value.check for _, value in pair.arguments if value.check]
        return checks + ['cancellable == NULL || G_IS_CANCELLABLE (cancellable)']

    def finish(self, pair):
        failed = pair.result.failed if pair.result is not None else None
        source, tag = self.source_of(pair), pair.start
        checks = [f'{pair.self_check} (self)'] if pair.self_type else []
        checks.append(f'libvirt_async_is_valid ({source}, result, {tag})')
        checks += [f'{value.name} != NULL' for parameter, value in pair.outs if not parameter.optional]
        checks.append('error == NULL || *error == NULL')
        body = [f'{self.structure_name(pair)} *call;', '']
        for check in checks:
            body.append(f'g_return_val_if_fail ({check}, {failed});' if failed else f'g_return_if_fail ({check});')
        body += ['', f'call = libvirt_async_finish ({source}, result, {tag}, error);', 'if (call == NULL)',
                 f'  return {failed};' if failed else '  return;', '']
        for parameter, value in pair.outs:
            fetched = f'*{value.name} = {self.stolen(value)};'
            body += [f'if ({value.name} != NULL)', '  ' + fetched] if parameter.optional else [fetched]
        if pair.outs and failed:
            body.append('')
        if failed:
            body.append(f'return {self.stolen(pair.result)};')
        while not body[-1]:
            body.pop()
        return definition(self.result_type(pair), pair.finish, self.finish_parameters(pair), body)

    @staticmethod
    def stolen(value):
        return f'{value.steal} (&{member(value.name)})' if value.steal else member(value.name)
