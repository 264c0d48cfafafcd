# SPDX-License-Identifier: LGPL-2.1-or-later
"""The functions of a library as its introspection data has them, ready to be called in C."""

import ctypes
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'

NUMBERS = {
    'gboolean': ctypes.c_int, 'gint': ctypes.c_int, 'gint32': ctypes.c_int32, 'gint64': ctypes.c_int64,
    'glong': ctypes.c_long, 'gssize': ctypes.c_ssize_t, 'guint': ctypes.c_uint, 'guint8': ctypes.c_uint8,
    'guint32': ctypes.c_uint32, 'guint64': ctypes.c_uint64, 'gulong': ctypes.c_ulong, 'gsize': ctypes.c_size_t,
    'gdouble': ctypes.c_double, 'GType': ctypes.c_size_t, 'GLib.Quark': ctypes.c_uint32,
}
SIGNED = ('gint', 'gint32', 'gint64', 'glong', 'gssize')


@dataclass
class Argument:
    """A parameter, or what a function returns."""

    name: str
    type: str  # as in the introspection data: utf8, guint, Domain, Gio.Cancellable
    role: str  # what kind of bad values there are for it
    ctype: object
    nullable: bool = False
    optional: bool = False
    element: str = None  # type of what is in a list
    length: int = None  # which argument has the number of elements
    doc: str = ''


@dataclass
class Function:
    symbol: str
    owner: str  # name of the class or structure, of the namespace for what belongs to none
    kind: str  # sync, async or finish
    instance: bool  # whether the first argument is what it is called on
    throws: bool
    arguments: list
    returns: Argument
    doc: str
    calls: list = field(default_factory=list)  # libvirt's functions that it calls


@dataclass
class Enumeration:
    name: str
    members: dict  # name: number
    is_flags: bool

    @property
    def values(self):
        return set(self.members.values())


@dataclass
class Structure:
    name: str
    get_type: str
    is_object: bool
    new: str = None
    ancestor: str = None
    is_abstract: bool = False


class Namespace:
    """What introspection data says, with the types of all the namespaces it was told to read."""

    def __init__(self, path, *included):
        self.enums, self.structures, self.functions, self.callbacks = {}, {}, [], set()
        for other in included:
            self._read_types(self._root(other), other_prefix=True)
        root = self._root(path)
        self.name, self.library = root.get('name'), root.get('shared-library').split(',')[0]
        self._read_types(root)
        for element in root.iter():
            if element.tag in (CORE + 'function', CORE + 'method', CORE + 'constructor'):
                self._read_function(element)

    def concrete(self, name):
        """The classes of which an object can be made: this one, or those that derive from it."""
        structure = self.structures[name]
        if not structure.is_object:
            return []
        derived = [each for each in self.structures.values() if each.ancestor == name]
        return [name] * (not structure.is_abstract) + [found for each in derived for found in self.concrete(each.name)]

    @property
    def errors(self):
        return (self.enums.get('Error') or self.enums['Libvirt.Error']).members

    def _root(self, path):
        root = ElementTree.parse(path).getroot().find(CORE + 'namespace')
        self._parents = {child: parent for parent in root.iter() for child in parent}
        return root

    def _read_types(self, root, other_prefix=False):
        prefix = root.get('name') + '.' if other_prefix else ''
        for element in root:
            name = prefix + element.get('name', '')
            if element.tag in (CORE + 'enumeration', CORE + 'bitfield'):
                members = {member.get('name'): int(member.get('value')) for member in element.findall(CORE + 'member')}
                self.enums[name] = Enumeration(name, members, element.tag == CORE + 'bitfield')
            elif element.tag in (CORE + 'class', CORE + 'record') and element.get(GLIB + 'get-type'):
                new = [c.get(C + 'identifier') for c in element.findall(CORE + 'constructor')
                       if c.get('name') == 'new' and c.find(CORE + 'parameters') is None]
                self.structures[name] = Structure(
                    name, element.get(GLIB + 'get-type'), element.tag == CORE + 'class', (new or [None])[0],
                    element.get('parent'), element.get('abstract') == '1')
            elif element.tag == CORE + 'callback':
                self.callbacks.add(name)

    def _read_function(self, element):
        symbol = element.get(C + 'identifier')
        if element.get('moved-to'):
            return
        parameters = element.find(CORE + 'parameters')
        elements = list(parameters) if parameters is not None else []
        instance = bool(elements) and elements[0].tag == CORE + 'instance-parameter'
        arguments = [self._argument(each) for each in elements]
        offset = 1 if instance else 0
        for argument in arguments:
            if argument.length is not None:
                argument.length += offset
                length = arguments[argument.length]
                length.role = 'length' if length.role != 'out' else 'out'
        doc = self._doc(element)
        self.functions.append(Function(
            symbol, self._parents[element].get('name'), self._kind(symbol, arguments), instance,
            element.get('throws') == '1', arguments, self._argument(element.find(CORE + 'return-value')),
            doc, self._calls(doc)))

    @staticmethod
    def _doc(element):
        doc = element.find(CORE + 'doc')
        return ' '.join(doc.text.split()) if doc is not None else ''

    @staticmethod
    def _calls(doc):
        said = re.findall(r'(?:^| )Calls (vir[^.]*)\.', doc)
        return re.findall(r'(vir\w+)\(\)', said[-1]) if said else []

    @staticmethod
    def _kind(symbol, arguments):
        if any(a.type == 'Gio.AsyncResult' for a in arguments):
            return 'finish'
        return 'async' if any(a.type == 'Gio.AsyncReadyCallback' for a in arguments) else 'sync'

    def _argument(self, element):
        array = element.find(CORE + 'array')
        kind = array if array is not None else element.find(CORE + 'type')
        inner = kind.find(CORE + 'type')
        name = kind.get('name') or '[]'
        length = kind.get('length')
        element_type = inner.get('name') if inner is not None else None
        role = self._role(name, element_type)
        ctype = ctypes.c_void_p if role not in ('enum', 'flags', 'number', 'boolean') else self._ctype(name)
        if element.get('direction') == 'out':
            role, ctype = 'out', ctypes.c_void_p
        if name == 'none':
            ctype = None
        if element.tag == CORE + 'instance-parameter':
            role = 'instance'
        return Argument(element.get('name'), name, role, ctype, element.get('nullable') == '1',
                        element.get('optional') == '1', element_type, int(length) if length else None, self._doc(element))

    def _ctype(self, name):
        if name in NUMBERS:
            return NUMBERS[name]
        return ctypes.c_uint if self.enums[name].is_flags else ctypes.c_int

    def _role(self, name, element):
        known = {'utf8': 'text', 'filename': 'path', 'gboolean': 'boolean', 'GLib.Variant': 'variant',
                 'GLib.Bytes': 'bytes', 'GLib.PtrArray': 'objects', 'Gio.Cancellable': 'cancellable',
                 'Gio.AsyncResult': 'result', 'Gio.AsyncReadyCallback': 'done', 'gpointer': 'data'}
        if name == '[]':
            return 'texts' if element in ('utf8', 'filename') else 'array'
        if name in self.enums:
            return 'flags' if self.enums[name].is_flags else 'enum'
        if name in NUMBERS:
            return 'number'
        if name in self.callbacks or name == 'GLib.DestroyNotify':
            return 'callback'
        return known.get(name, 'object')
