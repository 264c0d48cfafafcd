# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lays out C: declarations in columns, and comments."""

import textwrap

WIDTH = 96


def split_type(ctype):
    """The words of a C type, and its stars."""
    words = ctype.replace('*', ' * ').split()
    first = words.index('*') if '*' in words else len(words)
    return ' '.join(words[:first]), ' '.join(words[first:]).replace('* ', '*')


def columns(parameters):
    """(type, name) pairs as text with the names below each other."""
    parts = [(*split_type(ctype), name) for ctype, name in parameters]
    base = max(len(words) for words, _, _ in parts)
    stars = max(len(s) for _, s, _ in parts)
    return [f'{words.ljust(base)} {s.rjust(stars)}{name}' for words, s, name in parts]


def signature(name, parameters):
    """`name (…` with a parameter a line, without what follows the bracket."""
    indent = ',\n' + ' ' * (len(name) + 2)
    return f'{name} ({indent.join(columns(parameters))})'


def result_and_name(ctype, name):
    words, stars = split_type(ctype)
    return f'{words} {stars}{name}'


def prototype(ctype, name, parameters):
    """For a header."""
    words, stars = split_type(ctype)
    head = f'{words} {stars}'
    lines = signature(name, parameters).split('\n')
    return '\n'.join([head + lines[0]] + [' ' * len(head) + line for line in lines[1:]]) + ';\n'


def definition(ctype, name, parameters, body, static=False):
    """For a source. @body is a list of lines."""
    words, stars = split_type(ctype)
    head = ('static ' if static else '') + words + (' ' + stars if stars else '')
    lines = ''.join(f'  {line}\n' if line else '\n' for line in body)
    return f'{head}\n{signature(name, parameters)}\n{{\n{lines}}}\n'


def wrapped(text, first, rest):
    return textwrap.fill(' '.join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest,
                         break_long_words=False, break_on_hyphens=False)


def described(name, annotations, text):
    """A line of a comment about a parameter, or about the result."""
    marks = ' '.join(f'({a})' for a in annotations)
    head = f'{name}: {marks}: ' if marks else f'{name}: '
    return wrapped(head + text, ' * ', ' *   ')


def comment(symbol, parameters, paragraphs, tail):
    """A gtk-doc comment. @parameters and @tail are (name, annotations, text)."""
    lines = [f'/**\n * {symbol}:']
    lines += [described('@' + name, annotations, text) for name, annotations, text in parameters]
    for paragraph in paragraphs:
        lines += [' *', wrapped(paragraph, ' * ', ' * ')]
    for name, annotations, text in tail:
        lines += [' *', described(name, annotations, text)]
    return '\n'.join(lines) + '\n */\n'
