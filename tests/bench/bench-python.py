# SPDX-License-Identifier: LGPL-2.1-or-later
"""As the C programs, for Python: `first` is everything from the start of the interpreter's work to
the first domain's name, `bulk` name and state of all domains, `memory` their memory as well, which
libvirt's test driver does not tell of all at once.

    bench-python.py IMPLEMENTATION WORKLOAD [NAME=VALUE]...

`python` is libvirt-python, `gobj-python` this library, `glib-python` libvirt-glib.
"""

import sys
import time

BEGAN = time.perf_counter()


def report(seconds, work):
    print('seconds', seconds)
    print('work', work)


def python_connect(options):
    import libvirt
    return libvirt, libvirt.open(options['uri'])


def python_first(_, connect):
    return connect.listAllDomains()[0].name()


def python_bulk(libvirt, connect):
    return [(domain.name(), stats['state.state'])
            for domain, stats in connect.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)]


def python_memory(libvirt, connect):
    kinds = libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_BALLOON
    return [(domain.name(), stats['state.state'], stats['balloon.current'])
            for domain, stats in connect.getAllDomainStats(kinds)]


def gobj_connect(options):
    import gi
    gi.require_version('Libvirt', '1.0')
    from gi.repository import Libvirt
    return Libvirt, Libvirt.Connect.open(options['uri'])


def gobj_first(_, connect):
    return connect.list_all_domains(0)[0].get_name()


def gobj_bulk(_, connect):
    return [(domain.get_name(), domain.peek_state()) for domain in connect.list_all_domains(0)]


def gobj_memory(libvirt, connect):
    kinds = libvirt.DomainStatsTypes.STATE | libvirt.DomainStatsTypes.BALLOON
    table = connect.get_domain_stats_table(kinds, 0)
    columns = (table.get_numbers(field) for field in ('state.state', 'balloon.current'))
    return list(zip(table.get_names(), *columns))


def glib_connect(options):
    import gi
    gi.require_version('LibvirtGObject', '1.0')
    from gi.repository import LibvirtGObject
    connect = LibvirtGObject.Connection.new(options['uri'])
    connect.open(None)
    return LibvirtGObject, connect


def glib_domains(connect):
    connect.fetch_domains(None)
    return connect.get_domains()


def glib_first(_, connect):
    return glib_domains(connect)[0].get_name()


def glib_bulk(_, connect):
    return [(domain.get_name(), domain.get_info().state) for domain in glib_domains(connect)]


def glib_memory(_, connect):
    found = ((domain.get_name(), domain.get_info()) for domain in glib_domains(connect))
    return [(name, info.state, info.memory) for name, info in found]


CONNECT = {'python': python_connect, 'gobj-python': gobj_connect, 'glib-python': glib_connect}
FIRST = {'python': python_first, 'gobj-python': gobj_first, 'glib-python': glib_first}
BULK = {
    'bulk': {'python': python_bulk, 'gobj-python': gobj_bulk, 'glib-python': glib_bulk},
    'memory': {'python': python_memory, 'gobj-python': gobj_memory, 'glib-python': glib_memory},
}


def main():
    implementation, workload = sys.argv[1:3]
    options = dict(argument.split('=', 1) for argument in sys.argv[3:])
    try:
        connection = CONNECT[implementation](options)
    except (ImportError, ValueError) as missing:
        print(missing, file=sys.stderr)
        sys.exit(77)
    if workload == 'first':
        name = FIRST[implementation](*connection)
        report(time.perf_counter() - BEGAN, len([name]))
        assert name == 'd0', name
        return

    bulk = BULK[workload][implementation]
    bulk(*connection)
    began = time.perf_counter()
    found = bulk(*connection)
    report(time.perf_counter() - began, len(found))
    assert {name for name, *_ in found} == {f'd{i}' for i in range(len(found))}
    assert all(all(values) for values in found)


main()
