# SPDX-License-Identifier: LGPL-2.1-or-later
"""Derives the _async and _finish functions of every function that blocks.

Reads a GIR scanned from headers and comments alone, and the table calls.ini. Writes a header,
a source and a list of the pairs in JSON. Each file is written only if it changes.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True

import calls  # noqa: E402
import gir  # noqa: E402
import pairs  # noqa: E402
from emit import Emitter  # noqa: E402


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('gir')
    parser.add_argument('calls')
    parser.add_argument('--include', action='append', default=[], metavar='GIR',
                        help='another namespace, whose enumerations the functions may use')
    parser.add_argument('--header', required=True, help='the header to write')
    parser.add_argument('--source', required=True, help='the source to write')
    parser.add_argument('--pairs', required=True, help='the list of pairs to write, as JSON')
    parser.add_argument('--umbrella', required=True, help='what users include, as folder/name.h')
    parser.add_argument('--marks', required=True, help='first word of the AVAILABLE macros')
    parser.add_argument('--strict', action='store_true',
                        help='fail if calls.ini speaks of what does not exist')
    return parser.parse_args()


def write(path, text):
    """Leaves a file with that text alone, so that nothing is rebuilt because of it."""
    if os.path.exists(path):
        with open(path, encoding='utf-8') as old:
            if old.read() == text:
                return
    with open(path, 'w', encoding='utf-8') as new:
        new.write(text)


def list_of(built):
    """What other tools want to know: each synchronous function with its pair."""
    return {pair.sync: {'async': pair.start, 'finish': pair.finish, 'long': pair.is_long,
                        'cancel': pair.cancel} for pair in built}


def main():
    args = parse_arguments()
    namespace = gir.read(args.gir)
    for path in args.include:
        gir.include(namespace, gir.read(path))
    table = calls.read(args.calls)
    if args.strict:
        complaints = list(calls.unmatched(table, namespace.functions))
        if complaints:
            sys.exit('\n'.join(f'{args.calls}: {complaint}' for complaint in complaints))
    try:
        built = pairs.build(namespace, table)
    except pairs.Refused as refused:
        sys.exit('\n'.join(f'derive.py: {message}' for message in refused.messages))
    emitter = Emitter(namespace, args.umbrella, args.marks, os.path.basename(args.header))
    write(args.header, emitter.header(built))
    write(args.source, emitter.source(built))
    write(args.pairs, json.dumps(list_of(built), indent=1) + '\n')


if __name__ == '__main__':
    main()
