# SPDX-License-Identifier: LGPL-2.1-or-later
"""What languages see of the pairs, in the introspection data of the finished library.

    pairs.py Libvirt-1.0.gir calls.ini
"""

import sys
from collections import Counter
from configparser import ConfigParser
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'


def functions_of(path):
    root = ElementTree.parse(path).getroot()
    return {element.get(C + 'identifier'): element for element in root.iter()
            if element.tag in (CORE + 'function', CORE + 'method', CORE + 'constructor')}


def local_of(path):
    table = ConfigParser(allow_no_value=True, delimiters=('=',), comment_prefixes=('#',), interpolation=None)
    table.optionxform = str
    table.read(path, encoding='utf-8')
    return set(table['local'])


functions = functions_of(sys.argv[1])
local = local_of(sys.argv[2])


def parameters_of(function):
    return {p.get('name'): p for p in function.findall(f'{CORE}parameters/{CORE}parameter')}


def blocking():
    for symbol, function in functions.items():
        handles_result = any(p.find(CORE + 'type') is not None
                             and p.find(CORE + 'type').get('name') == 'Gio.AsyncResult'
                             for p in parameters_of(function).values())
        if function.get('throws') == '1' and symbol not in local and not handles_result:
            yield symbol


def shape(value):
    """All that a binding reads of a parameter or result."""
    type_ = value.find(CORE + 'type')
    type_ = type_ if type_ is not None else value.find(CORE + 'array')
    marks = {k: v for k, v in value.attrib.items() if k not in ('name', 'closure')}
    return marks, type_.tag, type_.get('name'), type_.get(C + 'type'), [child.get('name') for child in type_]


def documentation(element):
    doc = element.find(CORE + 'doc')
    return doc.text if doc is not None else None


@tap.test('/async/pairs/every-blocking-function-has-one')
def every_blocking_function_has_one():
    assert len(list(blocking())) > 0
    missing = [s for s in blocking() if f'{s}_async' not in functions or f'{s}_finish' not in functions]
    assert not missing, missing


@tap.test('/async/pairs/all-languages-can-call-them')
def all_languages_can_call_them():
    hidden = [s + suffix for s in blocking() for suffix in ('_async', '_finish')
              if functions[s].get('introspectable') != '0' and functions[s + suffix].get('introspectable') == '0']
    assert not hidden, hidden


@tap.test('/async/pairs/arguments-and-results-as-in-the-function')
def arguments_and_results_as_in_the_function():
    for symbol in blocking():
        function, start, finish = (functions[symbol + s] for s in ('', '_async', '_finish'))
        for name, parameter in parameters_of(function).items():
            half = finish if parameter.get('direction') == 'out' else start
            assert shape(parameters_of(half)[name]) == shape(parameter), (symbol, name)
        assert shape(function.find(CORE + 'return-value')) == shape(finish.find(CORE + 'return-value')), symbol
        assert finish.get('throws') == '1', symbol


@tap.test('/async/pairs/end-with-cancellable-callback-and-data')
def end_with_cancellable_callback_and_data():
    for symbol in blocking():
        parameters = parameters_of(functions[symbol + '_async'])
        assert list(parameters)[-3:] == ['cancellable', 'callback', 'user_data'], symbol
        assert parameters['callback'].get('scope') == 'async', symbol
        assert parameters['cancellable'].get('nullable') == '1', symbol


@tap.test('/async/pairs/as-old-as-the-function')
def as_old_as_the_function():
    for symbol in blocking():
        for suffix in ('_async', '_finish'):
            for mark in ('version', 'deprecated', 'deprecated-version'):
                assert functions[symbol].get(mark) == functions[symbol + suffix].get(mark), (symbol, mark)


@tap.test('/async/pairs/documented-each-in-its-own-words')
def documented_each_in_its_own_words():
    texts = Counter(documentation(functions[s + suffix]) for s in blocking() for suffix in ('_async', '_finish'))
    assert None not in texts
    assert not [text for text, times in texts.items() if times > 1]
    for symbol in blocking():
        for suffix in ('_async', '_finish'):
            undocumented = [name for name, p in parameters_of(functions[symbol + suffix]).items()
                            if not documentation(p)]
            assert not undocumented, (symbol, undocumented)


tap.run()
