# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a test, and makes it fail if it prints anything on the standard error output."""

import subprocess
import sys


def main():
    done = subprocess.run(sys.argv[1:], stderr=subprocess.PIPE, check=False)
    for line in done.stderr.decode(errors='replace').splitlines():
        print(f'Bail out! Printed on the standard error output: {line}')
    sys.exit(done.returncode or bool(done.stderr))


main()
