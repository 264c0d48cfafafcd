# SPDX-License-Identifier: LGPL-2.1-or-later
"""As the C programs, for Python: `first` is everything from the start of the interpreter's work to
the first domain's name, `bulk` name and state of all domains. (libvirt's test driver tells no more of
all at once.)

    bench-python.py IMPLEMENTATION WORKLOAD [NAME=VALUE]...

`python` is libvirt-python, `gobj-python` this library, `glib-python` libvirt-glib.
"""

import sys
import time

BEGAN = time.perf_counter()


def report(seconds, work):
    print('seconds', seconds)
    print('work', work)


def python_first(options):
    import libvirt
    return libvirt.open(options['uri']).listAllDomains()[0].name()


def python_bulk(libvirt, connect):
    return [(domain.name(), stats['state.state'])
            for domain, stats in connect.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)]


def prepare_python(options):
    import libvirt
    connect = libvirt.open(options['uri'])
    return lambda: python_bulk(libvirt, connect)


def gobj_first(options):
    import gi
    gi.require_version('Libvirt', '1.0')
    from gi.repository import Libvirt
    return Libvirt.Connect.open(options['uri']).list_all_domains(0)[0].get_name()


def glib_first(options):
    import gi
    gi.require_version('LibvirtGObject', '1.0')
    from gi.repository import LibvirtGObject
    connect = LibvirtGObject.Connection.new(options['uri'])
    connect.open(None)
    connect.fetch_domains(None)
    return connect.get_domains()[0].get_name()


def prepare_glib(options):
    import gi
    gi.require_version('LibvirtGObject', '1.0')
    from gi.repository import LibvirtGObject
    connect = LibvirtGObject.Connection.new(options['uri'])
    connect.open(None)

    def bulk():
        connect.fetch_domains(None)
        return [(domain.get_name(), domain.get_info().state) for domain in connect.get_domains()]
    return bulk


def prepare_gobj(options):
    import gi
    gi.require_version('Libvirt', '1.0')
    from gi.repository import Libvirt
    connect = Libvirt.Connect.open(options['uri'])

    def bulk():
        return [(domain.get_name(), domain.peek_state()) for domain in connect.list_all_domains(0)]
    return bulk


FIRST = {'python': python_first, 'gobj-python': gobj_first, 'glib-python': glib_first}
BULK = {'python': prepare_python, 'gobj-python': prepare_gobj, 'glib-python': prepare_glib}


def main():
    implementation, workload = sys.argv[1:3]
    options = dict(argument.split('=', 1) for argument in sys.argv[3:])
    try:
        if workload == 'first':
            name = FIRST[implementation](options)
            report(time.perf_counter() - BEGAN, len([name]))
            return
        bulk = BULK[implementation](options)
    except (ImportError, ValueError) as missing:
        print(missing, file=sys.stderr)
        sys.exit(77)
    bulk()
    began = time.perf_counter()
    found = bulk()
    report(time.perf_counter() - began, len(found))
    assert all(name and state for name, state in found)


main()
