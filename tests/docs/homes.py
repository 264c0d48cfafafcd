# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function of the installed libvirt has a home: its name stands in the documentation of what
calls it, or in the file that says what takes its place.

    homes.py OTHER-HOMES GIR...
"""

import fnmatch
import sys

import libvirt_api
import tap

OTHERS, *GIRS = sys.argv[1:]
FUNCTIONS = {function.name for function in libvirt_api.functions()}
TOLD = libvirt_api.told(GIRS)
HOMES = libvirt_api.other_homes(OTHERS)


@tap.test('/docs/homes/are-read')
def are_read():
    assert len(FUNCTIONS) > 550 and {'virDomainSuspend', 'virDomainQemuAttach', 'virAdmConnectOpen'} <= FUNCTIONS
    assert 'virDomainSuspend' in TOLD and 'virAdmConnectOpen' in TOLD


@tap.test('/docs/homes/none-without')
def none_without():
    without = sorted(name for name in FUNCTIONS - TOLD if libvirt_api.other_home(HOMES, name) is None)
    assert not without, '\n'.join(without)


@tap.test('/docs/homes/none-for-nothing')
def none_for_nothing():
    """What the file names is there, and is nowhere else."""
    idle = [pattern for pattern, home in HOMES if not fnmatch.filter(FUNCTIONS - TOLD, pattern)]
    assert not idle, '\n'.join(idle)


tap.run()
