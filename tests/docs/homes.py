# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function of the installed libvirt has a home: its name stands in the documentation of what
calls it, or in the file that says what takes its place.

    homes.py OTHER-HOMES GIR...
"""

import fnmatch
import re
import subprocess
import sys
from xml.etree import ElementTree

import tap

OTHERS, *GIRS = sys.argv[1:]
APIS = [('libvirt', 'libvirt_api'), ('libvirt-qemu', 'libvirt_qemu_api'), ('libvirt-lxc', 'libvirt_lxc_api')]


def path_of(package, variable):
    return subprocess.run(['pkg-config', f'--variable={variable}', package], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.strip()


def paths():
    found = [path_of(package, variable) for package, variable in APIS]
    # The admin library's is beside them, without a variable of its own.
    return [*found, found[0].replace('libvirt-api', 'libvirt-admin-api')]


FUNCTIONS = {function.get('name') for path in paths()
             for function in ElementTree.parse(path).getroot().iter('function')}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


TOLD = {name for gir in GIRS for name in re.findall(r'\b(vir[A-Z]\w+)\(\)', read(gir))}
PATTERNS = [line.split(':')[0] for line in read(OTHERS).splitlines() if line and not line.startswith('#')]


def is_elsewhere(function):
    return any(fnmatch.fnmatchcase(function, pattern) for pattern in PATTERNS)


@tap.test('/docs/homes/are-read')
def are_read():
    assert len(FUNCTIONS) > 550 and {'virDomainSuspend', 'virDomainQemuAttach', 'virAdmConnectOpen'} <= FUNCTIONS
    assert 'virDomainSuspend' in TOLD and 'virAdmConnectOpen' in TOLD


@tap.test('/docs/homes/none-without')
def none_without():
    without = sorted(function for function in FUNCTIONS - TOLD if not is_elsewhere(function))
    assert not without, '\n'.join(without)


@tap.test('/docs/homes/none-for-nothing')
def none_for_nothing():
    """What the file names is there, and is nowhere else."""
    idle = [pattern for pattern in PATTERNS if not fnmatch.filter(FUNCTIONS - TOLD, pattern)]
    assert not idle, '\n'.join(idle)


tap.run()
