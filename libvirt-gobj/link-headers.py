# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows the public headers, written in sub-folders, side by side in the build folder."""

import os
import sys


def link(target, name):
    if os.path.islink(name):
        if os.readlink(name) == target:
            return
        os.unlink(name)
    os.symlink(target, name)


def main():
    folder, *headers = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for header in headers:
        link(os.path.abspath(header), os.path.join(folder, os.path.basename(header)))


main()
