# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public thing is explained, in words that say more than its name, and that are its own.

    texts.py GIR

Looked at are all symbols, parameters, results, values, fields, properties and signals.
"""

import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'

FUNCTIONS = ('function', 'method', 'constructor', 'callback', 'virtual-method', 'function-macro')

# What may be said twice: parameters that mean the same in every function, how a yes or no is
# returned, and these sentences.
SAME_PARAMETERS = {'self', 'error', 'cancellable', 'callback', 'user_data', 'result'}
SAME_RESULTS = {'gboolean'}
SAME_TEXTS = re.compile(r"""
    0;\ libvirt\ has\ no\ flags\ for\ this\ yet
  | 0;\ libvirt\ gives\ no\ reasons\ yet
  | the\ [\w ]+\ it\ is\ about
  | the\ [\w ]+,\ or\ %NULL\ on\ failure
""", re.VERBOSE)

# Macros that every class has, and those that mark declarations.
STANDARD_MACRO = re.compile(r'LIBVIRT_(AVAILABLE|DEPRECATED)_|LIBVIRT_(IS_)?(ENTITY|JOB)$')

# Words that say nothing by themselves.
EMPTY = set('''a an and are as at be by for from get gets given has have in is it its of on or
    return returned returns set sets such that the their this to used value what when where whether which with'''.split())


@dataclass
class Text:
    where: str  # for messages: libvirt_domain_suspend(@flags)
    words: set  # those of the name, and of what it belongs to
    doc: str
    may_repeat: bool = False
    family: str = ''  # a function and its asynchronous pair have the same parameters


def stem(word):
    for ending in ('ing', 'ed', 'es', 's'):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word.removesuffix('e')


def words_of(text):
    parts = re.findall(r'[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])', text)
    return {stem(part.lower()) for part in parts}


def says_more(text):
    told = {stem(word) for word in re.findall(r"[a-z0-9']+", text.doc.lower()) if word not in EMPTY}
    return bool(told - text.words)


def doc_of(element):
    doc = element.find(CORE + 'doc')
    return ' '.join((doc.text or '').split()) if doc is not None else ''


def type_of(element):
    kind = element.find(CORE + 'type')
    return kind.get('name') if kind is not None else ''


def texts_of_parameters(element, name, family):
    for parameter in element.iter(CORE + 'parameter'):
        own = parameter.get('name')
        yield Text(f'{name}(@{own})', words_of(f'{name} {own}'), doc_of(parameter), own in SAME_PARAMETERS, family)


def texts_of_result(element, name, family):
    result = element.find(CORE + 'return-value')
    if result is not None and type_of(result) != 'none':
        yield Text(f'{name}(Returns)', words_of(name), doc_of(result), type_of(result) in SAME_RESULTS, family)


def texts_of_function(element, owner):
    name = element.get(C + 'identifier') or f'{owner} {element.get("name")}'
    family = re.sub(r'_(async|finish)$', '', name)
    yield Text(name, words_of(name), doc_of(element))
    if element.tag != CORE + 'function-macro':
        yield from texts_of_result(element, name, family)
        yield from texts_of_parameters(element, name, family)


def texts_of_part(element, owner):
    """Values, fields, properties and signals."""
    name = f'{owner} {element.get("name")}'
    yield Text(name, words_of(name), doc_of(element))
    if element.tag == GLIB + 'signal':
        # The connection has a mirror of what the domain and others have.
        signal = re.sub(r'^(domain|network|node-device|secret|storage-pool)-(?=event-)', '', element.get('name'))
        yield from texts_of_parameters(element, name, signal)


def is_private(element):
    return element.get('private') == '1' or element.get('readable') == '0'


def texts_of_type(element):
    name = element.get(C + 'type') or element.get(GLIB + 'type-name')
    yield Text(name, words_of(name), doc_of(element))
    is_class = element.tag == CORE + 'class'
    for child in element:
        tag = child.tag.removeprefix(CORE).removeprefix(GLIB)
        if tag in FUNCTIONS:
            yield from texts_of_function(child, name)
        elif tag in ('member', 'property', 'signal') or tag == 'field' and not is_class and not is_private(child):
            yield from texts_of_part(child, name)


def texts_in(namespace):
    for element in namespace:
        tag = element.tag.removeprefix(CORE)
        if element.get('moved-to') or element.get(GLIB + 'is-gtype-struct-for'):
            continue
        if tag in FUNCTIONS:
            yield from texts_of_function(element, '')
        elif tag == 'constant':
            yield Text(element.get(C + 'type'), words_of(element.get(C + 'type')), doc_of(element))
        elif tag != 'docsection':
            yield from texts_of_type(element)


NAMESPACE = ElementTree.parse(sys.argv[1]).getroot().find(CORE + 'namespace')
TEXTS = [text for text in texts_in(NAMESPACE)
         if not text.where.endswith('_get_type') and not STANDARD_MACRO.match(text.where)]


def report(faults):
    assert not faults, '\n'.join([f'{len(faults)} times', *faults])


# One of each kind.
KINDS = {
    'Libvirt': ['libvirt_domain_suspend', 'libvirt_domain_suspend_async(@callback)', 'LibvirtDomain state',
                'LibvirtDomain event-lifecycle', 'LibvirtDomain event-lifecycle(@event)', 'LibvirtDomainInfo memory',
                'LibvirtDomainState running', 'libvirt_connect_open(Returns)'],
    'LibvirtAdmin': ['libvirt_admin_client_close', 'libvirt_admin_client_close_async(@callback)',
                     'LibvirtAdminClient id', 'LibvirtAdminConnect closed', 'LibvirtAdminConnect closed(@reason)',
                     'LibvirtAdminClientTransport tls', 'libvirt_admin_connect_open(Returns)'],
}


@tap.test('/docs/texts/are-read')
def are_read():
    """That the other tests have something to look at."""
    known = {text.where for text in TEXTS}
    report([kind for kind in KINDS[NAMESPACE.get('name')] if kind not in known])


@tap.test('/docs/texts/none-missing')
def none_missing():
    report([text.where for text in TEXTS if not text.doc])


@tap.test('/docs/texts/say-more-than-the-name')
def say_more():
    report([f'{text.where}: {text.doc}' for text in TEXTS if text.doc and not says_more(text)])


@tap.test('/docs/texts/none-twice')
def none_twice():
    same = defaultdict(list)
    for text in TEXTS:
        if text.doc and not text.may_repeat and not SAME_TEXTS.fullmatch(text.doc):
            same[text.doc.lower().rstrip('.')].append(text)
    groups = [texts for texts in same.values()
              if len(texts) > 1 and (not texts[0].family or len({text.family for text in texts}) > 1)]
    report([f'{texts[0].doc}: {", ".join(text.where for text in texts)}' for texts in groups])


tap.run()
