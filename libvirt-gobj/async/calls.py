# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads calls.ini, the table of what is exceptional about a call."""

from configparser import ConfigParser
from dataclasses import dataclass, field

SECTIONS = ('local', 'long', 'apart', 'cancel', 'fd-results', 'fd-arguments', 'secret-arguments')


@dataclass
class Calls:
    local: dict = field(default_factory=dict)  # symbol -> reason
    long: set = field(default_factory=set)
    apart: set = field(default_factory=set)
    cancel: dict = field(default_factory=dict)  # symbol -> symbol
    fd_results: dict = field(default_factory=dict)  # symbol -> names; 'return' for the result
    fd_arguments: dict = field(default_factory=dict)
    secret_arguments: dict = field(default_factory=dict)

    def marks(self):
        """The tables that name parameters, by the words of a message."""
        return {'fd-results': self.fd_results,
                'fd-arguments': self.fd_arguments,
                'secret-arguments': self.secret_arguments}


def read(path):
    parser = ConfigParser(allow_no_value=True, delimiters=('=',), comment_prefixes=('#',),
                          interpolation=None, strict=True)
    parser.optionxform = str
    with open(path, encoding='utf-8') as table:
        parser.read_file(table)
    for section in parser.sections():
        if section not in SECTIONS:
            raise ValueError(f'{path}: unknown section [{section}]')

    def entries(section):
        return dict(parser[section]) if parser.has_section(section) else {}

    def names(section):
        return {symbol: (value or '').split() for symbol, value in entries(section).items()}

    return Calls(local=entries('local'),
                 long=set(entries('long')),
                 apart=set(entries('apart')),
                 cancel=entries('cancel'),
                 fd_results=names('fd-results'),
                 fd_arguments=names('fd-arguments'),
                 secret_arguments=names('secret-arguments'))


def unmatched(calls, functions):
    """What the table says about functions and parameters that do not exist, as messages."""
    known = {function.symbol: function for function in functions}
    tables = {'local': calls.local, 'long': calls.long, 'apart': calls.apart, 'cancel': calls.cancel, **calls.marks()}
    for section, table in tables.items():
        for symbol in sorted(table):
            if symbol not in known:
                yield f'[{section}] {symbol}: no such function'
    for symbol, stop in sorted(calls.cancel.items()):
        if symbol in known and stop not in known:
            yield f'[cancel] {symbol}: no such function: {stop}'
    for symbol in sorted(calls.local):
        if symbol in known and not known[symbol].throws:
            yield f'[local] {symbol}: has no GError, gets no pair anyway'


def misnamed_parameters(calls, function):
    """Parameters that the table names and the function does not have."""
    names = {parameter.name for parameter in function.parameters} | {'return'}
    for section, table in calls.marks().items():
        for name in table.get(function.symbol, ()):
            if name not in names:
                yield section, name
