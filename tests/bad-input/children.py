# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs cases in forked processes: in another one after each that a case has ended."""

import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback

SECONDS = 20  # for one case: what takes longer hangs
MEMORY = 3 << 30  # what asks for more cannot have it


def _child(work, first, pipe):
    """Tells which case is next before it is made: whoever reads it knows what was the last one."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with os.fdopen(pipe, 'w', buffering=1, encoding='utf-8', errors='replace') as out:
        try:
            for number, complaint in work(first, lambda number: (out.write(f'{number}\n'), signal.alarm(SECONDS))):
                if complaint is not None:
                    text = ' '.join(complaint.split())[:400]
                    out.write(f'!{number} {text}\n')
        except BaseException:
            out.write(f'!-1 {" ".join(traceback.format_exc().splitlines()[-3:])}\n')
    # Threads of the library may still be about.
    sys.stdout.flush()
    os._exit(0)


def _read(pipe):
    last, complaints = None, []
    with os.fdopen(pipe, encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('!'):
                number, text = line[1:].rstrip('\n').split(' ', 1)
                complaints.append((int(number), text))
            else:
                last = int(line)
    return last, complaints


def run(work, n_cases):
    """Calls work (first, tell), which yields (number, complaint or None) from the case first on.
    Gives all complaints as (number, text)."""
    first, complaints = 0, []
    folder = tempfile.mkdtemp(prefix='bad-input-')
    while first < n_cases:
        read, write = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(read)
            os.environ['BAD_INPUT_FOLDER'] = folder
            _child(work, first, write)
        os.close(write)
        last, found = _read(read)
        _, status = os.waitpid(process, 0)
        complaints += found
        if not os.WIFSIGNALED(status):
            break
        name = signal.Signals(os.WTERMSIG(status)).name
        complaints.append((last if last is not None else -1, f'ended by {name}'))
        if last is None:
            break
        first = last + 1
    shutil.rmtree(folder, ignore_errors=True)
    return complaints
