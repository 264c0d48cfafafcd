# SPDX-License-Identifier: LGPL-2.1-or-later
"""Parameters as dictionaries of Python's.

    dictionaries.py GIR...

The last test reads the overrides of JavaScript, too: they have the same functions.
"""

import importlib
import os
import re
import sys
import types
from xml.etree import ElementTree

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import GLib, Libvirt  # noqa: E402

GIRS = sys.argv[1:]
CORE = '{http://www.gtk.org/introspection/core/1.0}'
JAVASCRIPT = os.path.join(os.path.dirname(__file__), '../../introspection/gjs/overrides')

HOST = Libvirt.Connect.open('test:///default')
OTHER = Libvirt.Connect.open('test:///default')
DOMAIN = HOST.lookup_domain_by_name('test')
STORED = Libvirt.DomainModificationImpact.CONFIG


def seen():
    """The domain by another connection."""
    return OTHER.lookup_domain_by_name('test')


def refused(code, call, *arguments):
    """Ends with this error of libvirt's, and that has these words."""
    try:
        call(*arguments)
    except GLib.Error as error:
        assert error.matches(Libvirt.error_quark(), code), error
        return error.message
    raise AssertionError('there was no error')


def raises(kind, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        return str(error)
    raise AssertionError('nothing was raised')


@tap.test('/languages/python/dictionaries/integers')
def integers():
    for weight in (0, 5, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1):
        assert DOMAIN.set_blkio_parameters({'weight': weight}, STORED)
        assert seen().get_blkio_parameters(STORED)['weight'] == weight
    for weight in (-1, 2 ** 32, 2 ** 63 - 1, 2 ** 63, 2 ** 64 - 1, -2 ** 63):
        message = refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'weight': weight}, STORED)
        assert "'weight'" in message and "'u'" in message and str(weight) in message, message
        assert seen().get_blkio_parameters(STORED)['weight'] == 2 ** 32 - 1


@tap.test('/languages/python/dictionaries/beyond-any-integer')
def beyond():
    for weight in (2 ** 64, -2 ** 63 - 1):
        message = raises(OverflowError, DOMAIN.set_blkio_parameters, {'weight': weight}, STORED)
        assert "'weight'" in message and str(weight) in message, message


@tap.test('/languages/python/dictionaries/floating-point')
def floating_point():
    assert DOMAIN.set_memory_parameters({'soft_limit': 7e3}, STORED)
    assert seen().get_memory_parameters(STORED)['soft_limit'] == 7000
    refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_memory_parameters, {'soft_limit': 7.5}, STORED)


@tap.test('/languages/python/dictionaries/enumeration-and-text')
def enumeration_and_text():
    mode = Libvirt.DomainNumatuneMemMode.INTERLEAVE
    assert DOMAIN.set_numa_parameters({Libvirt.DOMAIN_NUMA_MODE: mode, 'numa_nodeset': '0-1'}, STORED)
    assert seen().get_numa_parameters(STORED).unpack() == {'numa_mode': int(mode), 'numa_nodeset': '0-1'}


@tap.test('/languages/python/dictionaries/truth-values')
def truth_values():
    for counted in (True, False):
        assert DOMAIN.set_perf_events({'cpu_clock': counted}, STORED)
        assert seen().get_perf_events(STORED)['cpu_clock'] is counted
    refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_perf_events, {'cpu_clock': 1}, STORED)
    refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'weight': True}, STORED)


@tap.test('/languages/python/dictionaries/lists')
def lists():
    """libvirt takes no second weight, and tells of it."""
    assert DOMAIN.set_blkio_parameters({'weight': [5]}, STORED)
    assert seen().get_blkio_parameters(STORED)['weight'] == 5
    message = refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'weight': (6, 7)}, STORED)
    assert 'multiple' in message, message
    assert 'without a value' in refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'weight': []}, STORED)


@tap.test('/languages/python/dictionaries/variants-within')
def variants_within():
    """Also where the key is not known, and needs a type."""
    assert DOMAIN.set_blkio_parameters({'weight': GLib.Variant('y', 6)}, STORED)
    assert seen().get_blkio_parameters(STORED)['weight'] == 6
    refused(Libvirt.Error.ARGUMENT_UNSUPPORTED, DOMAIN.set_blkio_parameters, {'height': GLib.Variant('u', 6)}, STORED)
    message = refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'height': GLib.Variant('y', 6)}, STORED)
    assert "'height'" in message, message


@tap.test('/languages/python/dictionaries/whole-variant')
def whole_variant():
    assert DOMAIN.set_blkio_parameters(GLib.Variant('a{sv}', {'weight': GLib.Variant('x', 8)}), STORED)
    assert seen().get_blkio_parameters(STORED)['weight'] == 8


@tap.test('/languages/python/dictionaries/any-mapping')
def any_mapping():
    assert DOMAIN.set_blkio_parameters(types.MappingProxyType({'weight': 9}), STORED)
    assert seen().get_blkio_parameters(STORED)['weight'] == 9
    assert DOMAIN.set_blkio_parameters(flags=STORED, params={'weight': 10})
    assert seen().get_blkio_parameters(STORED)['weight'] == 10
    message = refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {}, STORED)
    assert 'params' in message, message


@tap.test('/languages/python/dictionaries/all-or-nothing')
def all_or_nothing():
    DOMAIN.set_blkio_parameters({'weight': 11}, STORED)
    message = refused(Libvirt.Error.INVALID_ARG, DOMAIN.set_blkio_parameters, {'weight': 12, 'device_weight': 500},
                      STORED)
    assert "'device_weight'" in message and "'s'" in message and '500' in message, message
    assert seen().get_blkio_parameters(STORED)['weight'] == 11


@tap.test('/languages/python/dictionaries/no-values')
def no_values():
    for value in (None, b'5', {}, object(), [None]):
        message = raises(TypeError, DOMAIN.set_blkio_parameters, {'weight': value}, STORED)
        assert "'weight'" in message, message
    message = raises(TypeError, DOMAIN.set_launch_security_state, {'sev-secret': b'hush'}, 0)
    assert 'bytes' in message and 'hush' not in message, message
    raises(TypeError, DOMAIN.set_blkio_parameters, {5: 5}, STORED)
    raises(TypeError, DOMAIN.set_blkio_parameters, [('weight', 5)], STORED)


@tap.test('/languages/python/dictionaries/asynchronous')
def asynchronous():
    loop = GLib.MainLoop()
    outcomes = []

    def on_done(domain, result, weight):
        try:
            outcomes.append((weight, domain.set_blkio_parameters_finish(result)))
        except GLib.Error as error:
            outcomes.append((weight, error.code))
        loop.quit()

    for weight in (13, -13):
        DOMAIN.set_blkio_parameters_async({'weight': weight}, STORED, None, on_done, weight)
        loop.run()
    assert outcomes == [(13, True), (-13, Libvirt.Error.INVALID_ARG)], outcomes
    assert seen().get_blkio_parameters(STORED)['weight'] == 13


@tap.test('/languages/python/dictionaries/awaited')
def awaited():
    if gi.version_info < (3, 50):
        raise tap.Skip(f'PyGObject {gi.__version__} has no coroutines')
    import asyncio
    from gi.events import GLibEventLoopPolicy

    async def set_weight():
        return await DOMAIN.set_blkio_parameters_async({'weight': 14}, STORED)

    asyncio.set_event_loop_policy(GLibEventLoopPolicy())
    assert asyncio.get_event_loop_policy().get_event_loop().run_until_complete(set_weight())
    assert seen().get_blkio_parameters(STORED)['weight'] == 14


@tap.test('/languages/python/dictionaries/help-is-still-there')
def help_is_there():
    assert Libvirt.Domain.set_blkio_parameters.__name__ == 'set_blkio_parameters'
    assert 'params:GLib.Variant' in Libvirt.Domain.set_blkio_parameters.__doc__.replace(': ', ':')


def take_variant(gir):
    """'Class.method' of all that take a variant, without the asynchronous forms."""
    for container in ElementTree.parse(gir).getroot().iter(CORE + 'class'):
        for method in container.iter(CORE + 'method'):
            taken = [parameter for parameter in method.iter(CORE + 'parameter')
                     if parameter.get('direction') != 'out' and parameter.find(f"{CORE}type[@name='GLib.Variant']")
                     is not None]
            if taken and not method.get('name').endswith('_async'):
                yield f"{container.get('name')}.{method.get('name')}"


def python_names(namespace):
    gi.require_version(namespace, '1.0')
    taking = importlib.import_module(f'gi.overrides.{namespace}').TAKE_DICTIONARY
    return {f'{name}.{method}' for name, methods in taking.items() for method in methods}


def javascript_names(namespace):
    with open(f'{JAVASCRIPT}/{namespace}.js', encoding='utf-8') as file:
        taking = re.search(r'TAKE_DICTIONARY = {(.*?)};', file.read(), re.DOTALL)[1]
    return {f'{name}.{method}' for name, methods in re.findall(r'(\w+): \[(.*?)\]', taking, re.DOTALL)
            for method in re.findall(r"'(\w+)'", methods)}


@tap.test('/languages/dictionaries/every-function')
def every_function():
    assert len(GIRS) == 2, GIRS
    for gir in GIRS:
        namespace = os.path.basename(gir).split('-')[0]
        names = set(take_variant(gir))
        assert names, gir
        assert python_names(namespace) == names, python_names(namespace) ^ names
        assert javascript_names(namespace) == names, javascript_names(namespace) ^ names


tap.run()
