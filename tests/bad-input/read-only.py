# SPDX-License-Identifier: LGPL-2.1-or-later
"""A connection that may only read: each function that writes is refused.

    read-only.py Libvirt-1.0.gir libvirt-api.xml libvirt-qemu-api.xml libvirt-lxc-api.xml

Which ones write is not written down anywhere: each of libvirt's functions is called on a raw connection
that may only read, and those that are denied there must be denied by ours that call them.
"""

import ctypes
import functools
import os
import sys
from xml.etree import ElementTree

import cases
import children
import fixture
import native
import tap
from functions import Namespace
from native import P

namespace = Namespace(sys.argv[1])
library = native.load(namespace.library)
DENIED = namespace.errors['operation_denied']
LIBRARIES = {'libvirt-api.xml': 'libvirt.so.0', 'libvirt-qemu-api.xml': 'libvirt-qemu.so.0',
             'libvirt-lxc-api.xml': 'libvirt-lxc.so.0'}

# Functions that end the process they are called in, or wait.
NEVER = ('virEventRunDefaultImpl', 'virStateInitialize', 'virSetErrorFunc', 'virConnectClose', 'virConnectRef')

# Functions that have a reason of their own to fail before libvirt is asked.
EARLIER = {
    'libvirt_connect_domain_qemu_monitor_event_deregister': 'nothing can be registered here',
    'libvirt_job_cancel': 'asks for the end and returns nothing',
}


class Raw:
    """libvirt's own functions, on a connection that may only read."""

    def __init__(self):
        self.functions = {}
        for path in sys.argv[2:]:
            loaded = native.load(LIBRARIES[os.path.basename(path)])
            for element in ElementTree.parse(path).getroot().iter('function'):
                arguments = [(each.get('name'), each.get('type')) for each in element.findall('arg')]
                self.functions[element.get('name')] = loaded, arguments
        self.libvirt = native.load('libvirt.so.0')

    def find(self, name, *arguments):
        found = native.function(self.libvirt, name, P)
        values = [a.encode() if isinstance(a, str) else a if isinstance(a, int) else P(a.value) for a in arguments]
        value = P(found(*values))
        assert value.value, name
        return value

    def open(self):
        self.libvirt.virSetErrorFunc(None, ctypes.cast(native.AnyFunc(lambda: 0), P))
        writable = self.find('virConnectOpen', 'test:///default')
        domain = self.find('virDomainLookupByName', writable, 'test')
        self.find('virDomainSnapshotCreateXML', domain, '<domainsnapshot><name>a</name></domainsnapshot>', 0)
        other = self.find('virDomainCreateXML', writable, fixture.DOMAIN, 0)
        self.find('virDomainCheckpointCreateXML', other, '<domaincheckpoint><name>a</name></domaincheckpoint>', 0)
        pool = self.find('virStoragePoolLookupByName', writable, 'default-pool')
        self.find('virStorageVolCreateXML', pool, fixture.XML['volume'], 0)
        self.look_up(self.find('virConnectOpenReadOnly', 'test:///default'))

    def look_up(self, host):
        domain = self.find('virDomainLookupByName', host, 'test')
        pool = self.find('virStoragePoolLookupByName', host, 'default-pool')
        uuid = bytes(16)
        network = self.find('virNetworkLookupByName', host, 'default')
        self.objects = {
            'virConnect': host,
            'virDomain': domain,
            'virStoragePool': pool,
            'virStorageVol': self.find('virStorageVolLookupByName', pool, 'another'),
            'virNetwork': network,
            'virInterface': self.find('virInterfaceLookupByName', host, 'eth1'),
            'virNodeDevice': self.find('virNodeDeviceLookupByName', host, 'computer'),
            'virDomainSnapshot': self.find('virDomainSnapshotLookupByName', domain, 'a', 0),
            'virDomainCheckpoint': self.find(
                'virDomainCheckpointLookupByName', self.find('virDomainLookupByName', host, fixture.NAME), 'a', 0),
            'virStream': self.find('virStreamNew', host, 0),
        }

    def value(self, name, kind):
        words = kind.replace('*', ' * ').split()
        plain = words[-1].removesuffix('Ptr')
        if plain in self.objects and '*' not in words:
            return self.objects[plain]
        if '*' not in words and not words[-1].endswith(('Ptr', 'Callback', 'Func')):
            return ctypes.c_ulong(0 if name == 'flags' else 1)
        if 'char' in words and words.count('*') == 1:
            return ctypes.c_char_p(b'text')
        return ctypes.create_string_buffer(1 << 16)

    def is_denied(self, name):
        loaded, arguments = self.functions[name]
        self.libvirt.virResetLastError()
        loaded[name](*[self.value(*each) for each in arguments])
        return self.libvirt.virGetLastErrorCode() == DENIED

    def takes_object(self, name):
        kinds = [kind.removesuffix('Ptr') for _, kind in self.functions[name][1]]
        return any(kind in self.objects for kind in kinds[:1])


def denied_in_child(names, first, tell):
    raw = Raw()
    raw.open()
    for number in range(first, len(names)):
        tell(number)
        if raw.takes_object(names[number]):
            yield number, 'denied' if raw.is_denied(names[number]) else None


@functools.cache
def writing():
    """The names of libvirt's functions that write."""
    names = sorted(name for name in Raw().functions if name not in NEVER and not name.endswith(('Free', 'Ref')))
    found = children.run(functools.partial(denied_in_child, names), len(names))
    return {names[number] for number, text in found if text == 'denied'}


def work(functions, first, tell):
    caller = cases.Caller(namespace, library, fixture.Fixture(namespace, library, read_only=True))
    for number in range(first, len(functions)):
        tell(number)
        function = functions[number]
        values = caller.values(function)
        outcome = caller.invoke(function, values) if function.kind == 'sync' else pair(caller, function, values)
        if outcome.messages or outcome.error is None or outcome.error[:2] != ('LibvirtError', DENIED):
            yield number, f'{outcome.error} {outcome.messages} {outcome.returned}'


def pair(caller, function, values):
    outcome, result = caller.start(function, values)
    if result is None:
        return outcome
    finish = caller.finish_function(function)
    finish_values = caller.values(finish)
    caller.put_result(finish, finish_values, result, values[0])
    return caller.invoke(finish, finish_values)


def writes(function):
    return function.symbol not in EARLIER and bool(writing().intersection(function.calls))


def run_functions(functions):
    complaints = children.run(functools.partial(work, functions), len(functions))
    for number, text in complaints:
        print(f'# {functions[number].symbol if number >= 0 else "start"}: {text}')
    print(f'# {len(functions)} functions')
    assert functions and not complaints


@tap.test('/bad-input/read-only/libvirt-denies-what-writes')
def libvirt_denies():
    print(f'# {len(writing())} functions of libvirt: {" ".join(sorted(writing()))}')
    assert 'virDomainSuspend' in writing() and 'virDomainGetInfo' not in writing()


@tap.test('/bad-input/read-only/call-is-denied')
def call_is_denied():
    run_functions([f for f in namespace.functions if f.kind == 'sync' and writes(f)])


@tap.test('/bad-input/read-only/pair-is-denied')
def pair_is_denied():
    by_symbol = {f.symbol: f for f in namespace.functions}
    run_functions([by_symbol[f.symbol + '_async'] for f in namespace.functions
                   if f.kind == 'sync' and writes(f) and f.symbol + '_async' in by_symbol])


tap.run()
