# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the functions and types of a GIR that was scanned from headers and comments alone.

Without a library to ask, g-ir-scanner knows no classes: every structure is a record, and
constructors and static functions are plain functions. What a record is can still be told by
its company: an object has a `<Name>Class` beside it, a boxed type a copy function, and both
have a `get_type` function.
"""

import os
from dataclasses import dataclass, field
from xml.etree import ElementTree

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'


@dataclass
class Type:
    """What a parameter or a result is made of."""

    name: str  # as in the GIR: utf8, guint, Domain, Gio.UnixFDList; '[]' for a C array
    ctype: str
    element: 'Type' = None
    length: int = None  # index of the parameter that has the number of elements
    zero_terminated: bool = False

    @property
    def depth(self):
        """The number of stars, also those that a typedef hides."""
        return self.ctype.count('*') + (2 if 'GStrv' in self.ctype else 0)


@dataclass
class Parameter:
    name: str
    type: Type
    doc: str = ''
    direction: str = 'in'
    transfer: str = 'none'
    nullable: bool = False
    optional: bool = False
    caller_allocates: bool = False
    is_array_length: bool = False  # of an array that is handed in


@dataclass
class Function:
    symbol: str
    owner: str  # the record it belongs to, or None
    is_method: bool
    throws: bool
    instance: Parameter
    parameters: list
    returns: Parameter
    doc: str
    since: str
    deprecated_since: str
    deprecated_text: str
    header: str
    line: int
    source: str  # the file its comment is in

    def parameter_at(self, index):
        return self.parameters[index]


@dataclass
class Record:
    name: str
    ctype: str
    prefix: str = None  # libvirt_storage_pool; None if it has no GType
    is_object: bool = False
    copy: str = None
    free: str = None


@dataclass
class Enum:
    name: str
    ctype: str
    minus_one: str = None  # the member of that value


@dataclass
class Symbol:
    """Anything else that has a place in the manual."""

    ctype: str
    header: str
    line: int


@dataclass
class Namespace:
    name: str
    symbol_prefix: str
    functions: list = field(default_factory=list)  # in the order of the headers
    symbols: set = field(default_factory=set)
    records: dict = field(default_factory=dict)
    enums: dict = field(default_factory=dict)
    callbacks: set = field(default_factory=set)
    types: list = field(default_factory=list)  # Symbol: records, enums, callbacks, constants
    doc_sections: dict = field(default_factory=dict)  # source file -> name of its section


def text_of(element, tag):
    child = element.find(CORE + tag)
    return (child.text or '').strip() if child is not None else ''


def position_of(element):
    child = element.find(CORE + 'source-position')
    if child is None:
        return '', 0
    return os.path.basename(child.get('filename')), int(child.get('line'))


def read_type(element):
    array = element.find(CORE + 'array')
    if array is not None:
        length = array.get('length')
        return Type(name=array.get('name', '[]'),
                    ctype=array.get(C + 'type', ''),
                    element=read_type(array),
                    length=int(length) if length is not None else None,
                    zero_terminated=array.get('zero-terminated', '0' if length else '1') == '1')
    plain = element.find(CORE + 'type')
    if plain is None:
        return Type(name='...', ctype='...')
    has_element = plain.find(CORE + 'type') is not None
    return Type(name=plain.get('name', 'gpointer'),
                ctype=plain.get(C + 'type', ''),
                element=read_type(plain) if has_element else None)


def read_parameter(element):
    return Parameter(name=element.get('name'),
                     type=read_type(element),
                     doc=text_of(element, 'doc'),
                     direction=element.get('direction', 'in'),
                     transfer=element.get('transfer-ownership', 'none'),
                     nullable=element.get('nullable') == '1',
                     optional=element.get('optional') == '1',
                     caller_allocates=element.get('caller-allocates') == '1')


def mark_array_lengths(parameters):
    for parameter in parameters:
        if parameter.type.length is not None and parameter.direction == 'in':
            parameters[parameter.type.length].is_array_length = True


def read_function(element, owner):
    header, line = position_of(element)
    doc = element.find(CORE + 'doc')
    container = element.find(CORE + 'parameters')
    parameters, instance = [], None
    if container is not None:
        parameters = [read_parameter(p) for p in container.findall(CORE + 'parameter')]
        if container.find(CORE + 'instance-parameter') is not None:
            instance = read_parameter(container.find(CORE + 'instance-parameter'))
    mark_array_lengths(parameters)
    return Function(symbol=element.get(C + 'identifier'),
                    owner=owner,
                    is_method=instance is not None,
                    throws=element.get('throws') == '1',
                    instance=instance,
                    parameters=parameters,
                    returns=read_parameter(element.find(CORE + 'return-value')),
                    doc=text_of(element, 'doc'),
                    since=element.get('version', ''),
                    deprecated_since=element.get('deprecated-version', ''),
                    deprecated_text=text_of(element, 'doc-deprecated'),
                    header=header,
                    line=line,
                    source=os.path.basename(doc.get('filename', '')) if doc is not None else '')


def read_enum(element):
    minus_one = [m.get(C + 'identifier') for m in element.findall(CORE + 'member') if m.get('value') == '-1']
    return Enum(name=element.get('name'),
                ctype=element.get(C + 'type'),
                minus_one=minus_one[0] if minus_one else None)


def read_functions(namespace, parent, owner):
    for kind in ('function', 'method', 'constructor'):
        for element in parent.findall(CORE + kind):
            if element.get('moved-to') is None:
                namespace.functions.append(read_function(element, owner))


def read_types(namespace, root):
    for element in root:
        tag = element.tag.removeprefix(CORE)
        if tag in ('record', 'union'):
            record = Record(name=element.get('name'), ctype=element.get(C + 'type'))
            namespace.records[record.name] = record
        elif tag in ('enumeration', 'bitfield'):
            namespace.enums[element.get('name')] = read_enum(element)
        elif tag == 'callback':
            namespace.callbacks.add(element.get('name'))
        if tag in ('record', 'union', 'enumeration', 'bitfield', 'callback', 'constant', 'alias'):
            header, line = position_of(element)
            namespace.types.append(Symbol(element.get(C + 'type'), header, line))
            read_functions(namespace, element, element.get('name'))


def recognise_records(namespace):
    """Finds what each record is by the functions around it."""
    prefixes = {}
    for symbol in namespace.symbols:
        if symbol.endswith('_get_type'):
            prefix = symbol.removesuffix('_get_type')
            prefixes[prefix.removeprefix(namespace.symbol_prefix).replace('_', '')] = prefix
    for record in namespace.records.values():
        record.prefix = prefixes.get(record.name.lower())
        if record.prefix is None:
            continue
        record.is_object = record.name + 'Class' in namespace.records
        for copy, free in (('_copy', '_free'), ('_ref', '_unref')):
            if {record.prefix + copy, record.prefix + free} <= namespace.symbols:
                record.copy, record.free = record.prefix + copy, record.prefix + free
                break


def read(path):
    root = ElementTree.parse(path).getroot().find(CORE + 'namespace')
    namespace = Namespace(name=root.get('name'),
                          symbol_prefix=root.get(C + 'symbol-prefixes').split(',')[0])
    read_types(namespace, root)
    read_functions(namespace, root, None)
    for section in root.findall(CORE + 'docsection'):
        source = section.find(CORE + 'doc')
        if source is not None:
            namespace.doc_sections[os.path.basename(source.get('filename', ''))] = section.get('name')
    namespace.functions.sort(key=lambda f: (f.header, f.line))
    namespace.symbols = {function.symbol for function in namespace.functions}
    recognise_records(namespace)
    return namespace


def include(namespace, other):
    """Makes the enumerations of another namespace known; its classes are nobody's arguments yet."""
    namespace.enums.update({f'{other.name}.{name}': enum for name, enum in other.enums.items()})
