# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function of libvirt-admin has its home here.

    coverage.py LibvirtAdmin-1.0.gir libvirt-admin-api.xml

A home is a function whose text says that it calls the one of libvirt.
"""

import re
import sys
from xml.etree import ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'

# Functions that need none of ours, and what does it in their place.
ELSEWHERE = {
    'virAdmClientFree': 'g_object_unref()',
    'virAdmConnectRef': 'g_object_ref()',
    'virAdmConnectRegisterCloseCallback': 'LibvirtAdminConnect::closed',
    'virAdmConnectUnregisterCloseCallback': 'g_signal_handler_disconnect()',
    'virAdmServerFree': 'g_object_unref()',
}

# Not in the description of the oldest libvirt that this must build with.
NEWER = {'virAdmConnectDaemonShutdown'}

N_FUNCTIONS = 33


def called_in(gir):
    calls = set()
    for doc in ElementTree.parse(gir).getroot().iter(CORE + 'doc'):
        for sentence in re.findall(r'Calls\s+(vir[^.]*)\.', doc.text):
            calls |= set(re.findall(r'(virAdm\w+)\(\)', sentence))
    return calls


called = called_in(sys.argv[1])
theirs = {element.get('name') for element in ElementTree.parse(sys.argv[2]).getroot().iter('function')}


@tap.test('/admin/coverage/every-function-has-a-home')
def every_function():
    assert sorted(theirs - called - set(ELSEWHERE)) == []


@tap.test('/admin/coverage/homes-are-of-functions')
def homes():
    assert sorted(called - theirs - NEWER) == []
    assert not called & set(ELSEWHERE), called & set(ELSEWHERE)


@tap.test('/admin/coverage/all-that-are-known')
def known():
    assert len(called | set(ELSEWHERE)) >= N_FUNCTIONS, sorted(called)


tap.run()
