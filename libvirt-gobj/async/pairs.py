# SPDX-License-Identifier: LGPL-2.1-or-later
"""Decides which functions get a pair, and what each pair consists of."""

from dataclasses import dataclass

import calls as call_table
from gir import Function
from values import Kinds, Refusal, Value

# What the two functions of a pair name themselves.
OWN_NAMES = ('self', 'cancellable', 'callback', 'user_data', 'result', 'error', 'call', 'returned')


@dataclass
class Pair:
    function: Function
    self_type: str  # LibvirtDomain, or None for constructors and static functions
    self_check: str
    arguments: list  # (Parameter, Value)
    outs: list  # (Parameter, Value)
    result: Value  # None for a function that returns nothing
    is_long: bool
    is_apart: bool
    cancel: str

    @property
    def sync(self):
        return self.function.symbol

    @property
    def start(self):
        return self.function.symbol + '_async'

    @property
    def finish(self):
        return self.function.symbol + '_finish'

    @property
    def values(self):
        """Everything that is kept while the call is under way."""
        outs = [value for _, value in self.arguments + self.outs]
        return outs + ([self.result] if self.result is not None else [])

    @property
    def ends(self):
        """Arguments that are told how the call ended."""
        return [value for _, value in self.arguments if value.end]


class Refused(Exception):
    """All refusals of a run, as messages."""

    def __init__(self, messages):
        super().__init__('\n'.join(messages))
        self.messages = messages


def is_blocking(function, table):
    """Whether a function may wait for the hypervisor: then it can fail, too."""
    handles_result = any(p.type.name == 'Gio.AsyncResult' for p in function.parameters)
    return function.throws and function.symbol not in table.local and not handles_result


def describe(function, parameter):
    if parameter is None:
        return f'{function.symbol}()'
    if parameter.name is None:
        return f'{function.symbol}(): what it returns'
    return f'{function.symbol}(): parameter {parameter.name}'


class Builder:
    def __init__(self, namespace, table):
        self.namespace = namespace
        self.table = table
        self.kinds = Kinds(namespace, table)
        self.messages = []

    def attempt(self, make, function, parameter):
        try:
            return make(function, parameter)
        except Refusal as refusal:
            self.messages.append(f'{describe(function, parameter)}: {refusal}')
            return None

    def refuse(self, function, parameter, reason):
        self.messages.append(f'{describe(function, parameter)}: {reason}')

    def check_names(self, function):
        for name in (function.symbol + '_async', function.symbol + '_finish'):
            if name in self.namespace.symbols:
                self.refuse(function, None, f'{name}() exists already; say so under [local]')
        for parameter in function.parameters:
            if parameter.name in OWN_NAMES:
                self.refuse(function, parameter, 'a name that its pair uses itself')
        for section, name in call_table.misnamed_parameters(self.table, function):
            self.refuse(function, None, f'has no parameter {name}, which [{section}] names')

    def check_docs(self, function):
        if not function.doc:
            self.refuse(function, None, 'has no documentation')
        if not function.since:
            self.refuse(function, None, 'its documentation has no Since:')
        for parameter in function.parameters:
            if not parameter.doc:
                self.refuse(function, parameter, 'has no documentation')
        if function.returns.type.name != 'none' and not function.returns.doc:
            self.refuse(function, function.returns, 'has no documentation')

    def instance(self, function):
        """The type and check of what the function is called on."""
        if not function.is_method:
            return None, None
        kind = function.instance.type
        if not self.kinds.is_object(kind):
            self.refuse(function, None, f'{kind.name} is not an object: it has no thread to wait for')
            return None, None
        return kind.ctype.rstrip('*').strip(), self.kinds.object_check(kind)

    def build(self, function):
        self.check_names(function)
        self.check_docs(function)
        arguments, outs = [], []
        for parameter in function.parameters:
            is_out = parameter.direction == 'out'
            make = self.kinds.result if is_out else self.kinds.argument
            value = self.attempt(make, function, parameter)
            (outs if is_out else arguments).append((parameter, value))
        result = None
        if function.returns.type.name != 'none':
            result = self.attempt(self.kinds.result, function, function.returns)
        self_type, self_check = self.instance(function)
        cancel = self.table.cancel.get(function.symbol)
        return Pair(function=function, self_type=self_type, self_check=self_check,
                    arguments=arguments, outs=outs, result=result,
                    is_long=function.symbol in self.table.long,
                    is_apart=function.symbol in self.table.apart,
                    cancel=cancel if cancel in self.namespace.symbols else None)


def build(namespace, table):
    """The pair of each blocking function; raises Refused if one of them cannot have any."""
    builder = Builder(namespace, table)
    pairs = [builder.build(f) for f in namespace.functions if is_blocking(f, table)]
    if builder.messages:
        raise Refused(builder.messages)
    return pairs
