# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the rows of the table of keys that a dictionary for libvirt may have, with the types that
libvirt wants their values to be of.

    typed-keys.py HEADER... ROWS

Our own headers say both, whatever libvirt is installed: "`u`: what it is. A key of libvirt_…()".
Only those keys are needed that some function takes.
"""

import re
import sys

KEY = re.compile(r'/\*\*\n \* LIBVIRT_(\w+):\n(.*?)\*/\n#define LIBVIRT_\1 "(.*?)"', re.DOTALL)
TYPES = re.compile(r'`a?([iuxtdbs])`(?: or `([iuxtdbs])`)?: ')
PLACES = re.compile(r'[Kk]ey of (libvirt_\w+\(\)(?:(?:,| and) libvirt_\w+\(\))*)')
TAKES = re.compile(r'\b(libvirt_\w+)\s+\([^()]*\bGVariant +\*\w[^()]*\);')


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def rows(text):
    """(constant, key, types) of each key that one of the functions takes."""
    takes = {name + '()' for name in TAKES.findall(text)}
    for constant, comment, key in KEY.findall(text):
        comment = re.sub(r'\s*\n \*\s*', ' ', comment).removeprefix(' * ')
        places = PLACES.search(comment)
        if places and takes.intersection(re.findall(r'\w+\(\)', places[1])):
            yield constant, key, ''.join(filter(None, TYPES.match(comment).groups()))


def main():
    *headers, output = sys.argv[1:]
    table = sorted(rows(''.join(map(read, headers))))
    with open(output, 'w', encoding='utf-8') as file:
        for constant, key, types in table:
            file.write(f'{{ "{constant}", "{key}", "{types}" }},\n')


main()
