#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""gtkdoc-mkdb without the complaints about what is newer than gtk-doc.

It wants a property's text in its GParamSpec too, which GLib programs have stopped to carry
around, and does not know all annotations of properties. A property that really has no text is
still counted as undocumented. What is linked to but only comes later (tests/docs/links-to-come.txt)
is shown as plain text until it is there, and so is each "Since": the stylesheets write a page of one
index only, that of all symbols.
"""

import glob
import os
import re
import subprocess
import sys

LINK = re.compile(r'<link linkend="([^"]+)">(.*?)</link>')
SINCE = re.compile(r'api-index-[0-9.]+$')
COMPLAINT = re.compile(r'warning: unknown annotation "(getter|setter|default-value)\b')


def clear_blurbs():
    for name in glob.glob('*.args'):
        with open(name, encoding='utf-8') as args:
            text = args.read()
        with open(name, 'w', encoding='utf-8') as args:
            args.write(text.replace('<BLURB>(null)</BLURB>', '<BLURB></BLURB>'))


def unlink_what_has_no_page():
    source = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(source, '..', 'tests', 'docs', 'links-to-come.txt'), encoding='utf-8') as names:
        to_come = set(names.read().split())
    pages = {}
    for name in glob.glob('xml/*.xml'):
        with open(name, encoding='utf-8') as page:
            pages[name] = page.read()
    for text in pages.values():
        to_come -= set(re.findall(r'\bid="([^"]+)"', text))
    for name, text in pages.items():
        plain = LINK.sub(lambda link: link[2] if link[1] in to_come or SINCE.match(link[1]) else link[0], text)
        if plain != text:
            with open(name, 'w', encoding='utf-8') as page:
                page.write(plain)


def main():
    clear_blurbs()
    run = subprocess.run(['gtkdoc-mkdb', *sys.argv[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         text=True, check=False)
    print(''.join(line for line in run.stdout.splitlines(True) if not COMPLAINT.search(line)), end='')
    unlink_what_has_no_page()
    sys.exit(run.returncode)


main()
