# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls of one function with one bad value each, and what is wrong with what came of it."""

import ctypes
from dataclasses import dataclass, replace

import native
from native import P
from values import ACCEPTED, ANSWER, ANY, CRITICAL, ERROR, REFUSED, Bad

DOMAIN = 'libvirt-gobj'


@dataclass
class Case:
    what: str
    expected: str
    index: int = None  # which argument is bad, None if none is
    make: object = None
    error: str = 'empty'  # what is at the GError **: empty, occupied, or NULL for none
    twice: bool = False
    orphans: bool = False  # whether all other objects belong to no connection


@dataclass
class Outcome:
    returned: object
    failing: bool
    error: tuple
    untouched: bool
    messages: list


def of(namespace, function):
    """All cases of a function. One that is all right comes last: it may end what it is about."""
    bad = Bad(namespace)
    cases = [Case(f'{argument.name or "self"}: {what}', expected, index, make)
             for index, argument in enumerate(function.arguments)
             for what, expected, make in bad.of(function, argument)]
    cases += [replace(case, what=f'{case.what}, nor does any other', expected=ANY, orphans=True)
              for case in cases if 'belongs to no connection' in case.what
              and len([argument for argument in function.arguments if objects_of(namespace, argument)]) > 1]
    if function.throws:
        cases.append(Case('an error that is set already', CRITICAL, error='occupied'))
        cases.append(Case('no place for an error', ANY, error='NULL'))
    cases.append(Case('nothing bad', ACCEPTED.get((function.symbol, None), ANSWER)))
    if function.kind == 'finish':
        cases.append(Case('a second time', CRITICAL, twice=True))
    return [case for case in cases if not is_final(function, case)]


def objects_of(namespace, argument):
    """The classes of which the argument can be an object."""
    is_one = argument.role in ('instance', 'object') and argument.type in namespace.structures
    return namespace.concrete(argument.type) if is_one else []


def is_final(function, case):
    """Whether a case might end the daemon that all others need."""
    if not function.symbol.startswith('libvirt_admin_connect_daemon_shutdown'):
        return False
    is_bad_result = case.index is not None and function.arguments[case.index].role == 'result'
    return not is_bad_result if function.kind == 'finish' else case.expected != CRITICAL


def failing_value(namespace, function):
    """What a function returns that has failed."""
    returns = function.returns
    if returns.type == 'gdouble':
        return 0
    if returns.type in namespace.enums:
        values = namespace.enums[returns.type].values
        return -1 if -1 in values else 0
    number = returns.ctype(-1).value if returns.ctype is not P else 0
    return -1 if number == -1 and returns.type != 'gboolean' else 0


class Caller:
    """Makes the calls of one process."""

    def __init__(self, namespace, library, fixture):
        self.namespace, self.library, self.fixture = namespace, library, fixture
        self.log = native.Log()
        self.by_symbol = {function.symbol: function for function in namespace.functions}
        self.results = []
        self._ready = native.ReadyFunc(self.add_result)

    def add_result(self, _source, result, _data):
        self.results.append(native.object_ref(result))

    def values(self, function, case=None):
        return [self.value(function, index, argument, case) for index, argument in enumerate(function.arguments)]

    def value(self, function, index, argument, case):
        if case is not None and case.index == index:
            return case.make(self.fixture)
        classes = objects_of(self.namespace, argument) if case is not None and case.orphans else []
        return self.fixture.orphan(classes[0]) if classes else self.fixture.valid(function, argument)

    def invoke(self, function, values, error='empty'):
        """The function itself; what it did is an Outcome."""
        place = native.ErrorPlace(error == 'occupied')
        types = [argument.ctype for argument in function.arguments]
        if function.throws:
            values, types = values + [None if error == 'NULL' else place.address()], types + [P]
        found = native.function(self.library, function.symbol, function.returns.ctype, *types)
        self.log.take()
        returned = found(*values)
        failing = self.is_failing(function, returned)
        return Outcome(returned, failing, place.read() if error == 'empty' else None,
                       place.is_untouched(), self.log.take())

    def is_failing(self, function, returned):
        if function.returns.ctype is None:
            return True
        # What cannot fail otherwise returns 0 or -1 with a critical.
        failing = {failing_value(self.namespace, function)} | (set() if function.throws else {0})
        return (returned or 0) in failing

    def wait(self, condition):
        while not condition():
            native.iterate(None, 1)

    def start(self, function, values):
        """Starts a call with these values and gives what its own function did; then, if it was not
        refused there, the result that came."""
        self.results.clear()
        position = next(i for i, a in enumerate(function.arguments) if a.role == 'done')
        values[position] = ctypes.cast(self._ready, P).value
        outcome = self.invoke(function, values)
        if outcome.messages:
            return outcome, None
        self.wait(lambda: self.results)
        return outcome, self.results[0]

    def finish_function(self, function):
        return self.by_symbol[function.symbol.removesuffix('_async') + '_finish']

    def start_function(self, function):
        return self.by_symbol[function.symbol.removesuffix('_finish') + '_async']

    def run(self, function, case):
        """What is wrong, or None."""
        if function.kind == 'async':
            return self.run_async(function, case)
        values = self.values(function, case)
        if function.kind == 'finish':
            return self.run_finish(function, case, values)
        return self.judge(function, case, self.invoke(function, values, case.error))

    def run_async(self, function, case):
        outcome, result = self.start(function, self.values(function, case))
        if result is None:
            return self.judge(function, case, outcome)
        finish = self.finish_function(function)
        values = self.values(finish)
        self.put_result(finish, values, result, self.values(function, case)[0])
        earlier = self.log.take()
        outcome = self.invoke(finish, values)
        outcome.messages = earlier + outcome.messages
        return self.judge(finish, case, outcome)

    def put_result(self, finish, values, result, source):
        position = next(i for i, a in enumerate(finish.arguments) if a.role == 'result')
        values[position] = result
        if finish.instance:
            values[0] = source

    def run_finish(self, function, case, values):
        bad = function.arguments[case.index].role if case.index is not None else None
        if bad != 'result':
            start = self.start_function(function)
            started = self.values(start)
            _, result = self.start(start, started)
            source = values[0] if bad == 'instance' else started[0] if function.instance else None
            self.put_result(function, values, result, source)
        if bad == 'instance':
            # With another source a result is another call's.
            case = replace(case, expected=CRITICAL)
        if case.twice:
            self.invoke(function, values)
        return self.judge(function, case, self.invoke(function, values, case.error))

    # Judgement

    def judge(self, function, case, outcome):
        for complaint in self.complaints(function, case, case.expected, outcome):
            return (f'{complaint}; {outcome.messages or ""} {outcome.error or ""} '
                    f'returned {outcome.returned}')
        return None

    def complaints(self, function, case, expected, outcome):
        if outcome.messages:
            yield from self.critical_complaints(function, outcome)
            if expected in (ERROR, ANSWER):
                yield 'a critical was not expected'
            return
        if expected == CRITICAL:
            yield 'a critical was expected'
        if outcome.error is not None:
            yield from self.error_complaints(outcome)
            return
        if case.error == 'empty' and expected in (ERROR, REFUSED):
            yield 'it succeeded'
        yield from self.silence_complaints(function, case, outcome)

    def critical_complaints(self, function, outcome):
        domain, kind, message = outcome.messages[0]
        if len(outcome.messages) > 1:
            yield 'more than one message'
        if kind != 'critical' or not domain.startswith(DOMAIN):
            yield 'the message is not one of this library'
        names = (function.symbol, function.symbol.removesuffix('_finish') + '_async')
        if not message.startswith(tuple(name + ':' for name in names)):
            yield 'the critical is not of this function'
        if not outcome.untouched:
            yield 'a critical and an error'
        if not outcome.failing:
            yield 'a critical and a result'

    def error_complaints(self, outcome):
        domain, code, message = outcome.error
        if not outcome.failing:
            yield 'an error and a result'
        if not message or code < 0:
            yield 'an error that says nothing'

    def silence_complaints(self, function, case, outcome):
        """There is neither a critical nor an error."""
        is_nothing = outcome.failing and not self.may_be_nothing(function)
        if case.error == 'empty' and function.throws and is_nothing:
            yield 'it failed without an error'

    @staticmethod
    def may_be_nothing(function):
        returns = function.returns
        return returns.ctype is None or returns.nullable or 'and also on failure' in returns.doc
