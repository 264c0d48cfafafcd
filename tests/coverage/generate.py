# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the recorder's stand-ins: one line for each function of the installed libvirt.

    generate.py >recorder-functions.h

What the lines mean is in recorder.c. The number of a function is its place among all, by name.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

import libvirt_api  # noqa: E402

# How to get from an object to its connection, where libvirt lets us.
CLASSES = ['virConnect', 'virDomain', 'virDomainSnapshot', 'virDomainCheckpoint', 'virInterface', 'virNetwork',
           'virNetworkPort', 'virSecret', 'virStoragePool', 'virStorageVol']
# Where it does not, what makes such objects remembers it.
REMEMBERED = ['virNodeDevice', 'virNWFilter', 'virNWFilterBinding', 'virStream']

FAILURES = {
    'int': 'result < 0',
    'long long': 'result < 0',
    'unsigned int': 'result == (unsigned int) -1',
    'unsigned long': 'result == 0',
    'unsigned long long': 'result == 0',
}


def is_pointer(type_):
    return type_.endswith(('*', 'Ptr'))


def where(function):
    """The connection's driver, as an expression of the arguments."""
    if function.library == 'libvirt-admin':
        return 'DRIVER_ADMIN'
    # These say what libvirt remembers, which asking would make it forget.
    if function.file == 'virterror' or not function.parameters:
        return 'DRIVER_CLIENT'
    class_ = function.parameters[0][0].removesuffix('Ptr')
    if class_ in CLASSES:
        return f'driver_of_{class_} (argument_0)'
    if class_ in REMEMBERED:
        return 'recall (argument_0)'
    if class_ == 'virDomainPtr *':
        return 'driver_of_virDomain (argument_0 != NULL ? *argument_0 : NULL)'
    return 'DRIVER_LXC' if function.library == 'libvirt-lxc' else 'DRIVER_CLIENT'


def made(function):
    """What has to be remembered of the result."""
    if function.result.removesuffix('Ptr') in REMEMBERED and not function.name.endswith('Ref'):
        return 'remember (result, driver);'
    for number, (type_, _) in enumerate(function.parameters):
        name = f'argument_{number}'
        if type_.endswith(' **') and type_.removesuffix('Ptr **') in REMEMBERED:
            return f'remember_all ((void **) ({name} != NULL ? *{name} : NULL), result, driver);'
    return ''


def line(number, function):
    names = [f'argument_{place}' for place in range(len(function.parameters))]
    parameters = ', '.join(f'{type_} {name}' for (type_, _), name in zip(function.parameters, names)) or 'void'
    arguments = ', '.join(names)
    common = f'{number}, {function.name}, "{function.library}.so.0", ({parameters}), ({arguments})'
    if function.result == 'void':
        return f'VOID_FUNCTION ({common}, {where(function)})'
    if function.result == 'virConnectPtr' and function.parameters[0][0] == 'const char *':
        return f'OPEN_FUNCTION ({common}, {names[0]})'
    failed = 'result == NULL' if is_pointer(function.result) else FAILURES[function.result]
    return f'FUNCTION ({common}, {where(function)}, {function.result}, {failed}, {made(function)})'


def main():
    functions = libvirt_api.functions()
    print(f'#define N_FUNCTIONS {len(functions)}\n')
    print('#ifdef FUNCTION')
    print('\n'.join(line(number, function) for number, function in enumerate(functions)))
    print('#endif')


main()
