# SPDX-License-Identifier: LGPL-2.1-or-later
"""The programs of the manual's guide print what it says: a <programlisting> that a <screen> follows
is run as it stands there.

    programs.py GJS PAGE...
"""

import os
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import gi
import tap

GJS, *PAGES = sys.argv[1:]
COMMANDS = {'JavaScript': [GJS, '-m'], 'Python': [sys.executable]}


def programs(page):
    for parent in ElementTree.parse(page).iter():
        children = list(parent)
        for listing, screen in zip(children, children[1:]):
            if (listing.tag, screen.tag) == ('programlisting', 'screen'):
                yield parent.get('id'), listing, screen.text


def check_there(listing):
    """Raises what tells that something is missing that the program needs."""
    needed = listing.get('condition', 'PyGObject 3.42').removeprefix('PyGObject ')
    if gi.version_info < tuple(map(int, needed.split('.'))):
        raise tap.Skip(f'PyGObject {gi.__version__} is older than {needed}')
    if 'Gtk' in listing.text:
        try:
            gi.require_version('Gtk', '4.0')
        except ValueError as error:
            raise tap.Skip(error) from error


def run(listing):
    with tempfile.NamedTemporaryFile('w', suffix='.js' if listing.get('language') == 'JavaScript' else '.py') as file:
        file.write(listing.text)
        file.flush()
        return subprocess.run([*COMMANDS[listing.get('language')], file.name], text=True, timeout=60, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def add(path, listing, screen):
    @tap.test(path)
    def prints_what_it_says():
        check_there(listing)
        ran = run(listing)
        assert (ran.returncode, ran.stderr) == (0, ''), ran
        assert ran.stdout.strip() == screen.strip(), ran.stdout


found = [(os.path.basename(page), *program) for page in PAGES for program in programs(page)]


@tap.test('/docs/programs/are-found')
def are_found():
    pages = [os.path.basename(page) for page in PAGES]
    missing = [page for page in pages if page not in {page for page, *_ in found}]
    assert not missing and {listing.get('language') for _, _, listing, _ in found} == set(COMMANDS), missing


for number, (_page, section, listing, screen) in enumerate(found, 1):
    add(f'/docs/programs/{section}/{number}', listing, screen)

tap.run()
