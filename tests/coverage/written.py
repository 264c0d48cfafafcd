# SPDX-License-Identifier: LGPL-2.1-or-later
"""The coverage table is complete, and what can succeed has.

    written.py TABLE TYPES EXPECTED GIR...

The table is the one of the last recorded run, in the manual, and that of types goes with it. EXPECTED
says of each function that is called where a machine without special hardware can make it succeed.
"""

import csv
import sys

import libvirt_api
import table
import tap

TABLE, TYPES, EXPECTED, *GIRS = sys.argv[1:]


def read(path):
    lines = [line for line in libvirt_api.read(path).splitlines() if not line.startswith('#')]
    return list(csv.DictReader(lines, delimiter='\t', quoting=csv.QUOTE_NONE))


WHERE = {
    'daemon': {'qemu', 'lxc', 'admin'},
    'test': {'test'},
    'client': set(table.DRIVERS),
    '-': set(),
}

ROWS = table.read_table(TABLE)[1]
CAN = {row['function']: row['where'] for row in read(EXPECTED)}
TYPE_HOMES = {row['type']: row['home'] for row in read(TYPES)}
BOUND = libvirt_api.bound(GIRS)


@tap.test('/coverage/written/has-all')
def has_all():
    missing = {function.name for function in libvirt_api.functions()} - ROWS.keys()
    assert not missing, sorted(missing)


@tap.test('/coverage/written/homes')
def homes():
    without = [name for name, row in ROWS.items() if not row['home']]
    assert not without, without


@tap.test('/coverage/written/entered')
def entered():
    """By the run that made the table, which may have had an older libvirt than there is now."""
    never = [name for name in BOUND if ROWS.get(name, {}).get('works', 'never') == 'never']
    assert not never, sorted(never)


@tap.test('/coverage/written/expected-is-whole')
def expected_is_whole():
    bound = {name for name in BOUND if ROWS[name]['works'] != 'newer'}
    assert bound == CAN.keys(), sorted(bound ^ CAN.keys())


@tap.test('/coverage/written/succeeded')
def has_succeeded():
    """Where it can; what cannot, has not."""
    drivers = {name: {driver for _, driver in table.successes(ROWS[name])} for name in CAN}
    lacking = [f'{name}: {where}' for name, where in CAN.items() if where != '-' and not drivers[name] & WHERE[where]]
    lacking += [f'{name}: can succeed' for name, where in CAN.items() if where == '-' and drivers[name]]
    assert not lacking, '\n'.join(lacking)


@tap.test('/coverage/written/types')
def types():
    missing = libvirt_api.types() - TYPE_HOMES.keys()
    assert not missing, sorted(missing)


@tap.test('/coverage/written/types-homes')
def types_homes():
    """They are there, and no enumeration has gone elsewhere."""
    symbols = table.homes_of(GIRS)[1] | {'GVariant', 'GDestroyNotify'}
    wrong = [f'{name}: {home}' for name, homes in TYPE_HOMES.items() for home in homes.split(', ')
             if home not in symbols]
    wrong += [f'{name}: {home}' for name, home in table.mirrors_of(GIRS) if TYPE_HOMES.get(name) != home]
    assert not wrong, '\n'.join(wrong)


tap.run()
