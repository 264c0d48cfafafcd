# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each step is there in Python and in JavaScript, in the same order.

    mirror.py
"""

import glob
import os
import re

import tap

HERE = os.path.dirname(os.path.abspath(__file__))


def steps_of(path):
    with open(path, encoding='utf-8') as file:
        return re.findall(r"""^@?step\('([\w/-]+)'""", file.read(), re.MULTILINE)


def subjects(language):
    found = sorted(glob.glob(f'{HERE}/*/*.{language}'))
    return {os.path.relpath(path, HERE).rsplit('.', 1)[0]: steps_of(path) for path in found}


@tap.test('/languages/steps/the-same')
def the_same():
    python, javascript = subjects('py'), subjects('js')
    assert python.keys() == javascript.keys(), python.keys() ^ javascript.keys()
    for subject, names in python.items():
        assert names and names == javascript[subject], (subject, set(names) ^ set(javascript[subject]))


tap.run()
