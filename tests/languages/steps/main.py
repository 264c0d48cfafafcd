# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the steps of a group, a point each; main.js is the same in JavaScript.

    main.py GROUP [WHAT-THE-HOST-IS]...
"""

import glob
import importlib
import os
import sys

import hosts
import tap
from steps import STEPS

GROUP = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
HOSTS = {'admin': hosts.AdminHost, 'inside': hosts.InsideHost, 'live': hosts.LiveHost, 'test': hosts.TestHost}


def main():
    sys.path.insert(0, os.path.join(HERE, GROUP))
    for path in sorted(glob.glob(f'{HERE}/{GROUP}/*.py')):
        importlib.import_module(os.path.basename(path).removesuffix('.py'))
    host = HOSTS[GROUP](*sys.argv[2:])
    for name, function in STEPS:
        tap.test(f'/languages/python/steps/{GROUP}/{name}')(lambda function=function: function(host))
    try:
        tap.run()
    finally:
        host.end()


main()
