# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual builds without a warning, is complete, and its links lead somewhere.

    manual.py BUILD-FOLDER LINKS-TO-COME

Builds it first. The second file lists what the manual speaks of though it is not there yet; it
has to be empty when a release is made.
"""

import html as html_module
import os
import re
import subprocess
import sys

import tap

BUILD, LINKS_TO_COME = sys.argv[1:]
DOCS = os.path.join(BUILD, 'docs')
DEAD_LINK = re.compile(r'warning: no link for: "([^"]+)"')


def build():
    run = subprocess.run(['ninja', '-C', BUILD, 'libvirt-gobj-doc'], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, check=False)
    return run.returncode, run.stdout.splitlines()


def read(name):
    with open(os.path.join(DOCS, name), encoding='utf-8') as text:
        return text.read()


STATUS, LINES = build()


@tap.test('/docs/manual/builds')
def builds():
    assert STATUS == 0, '\n'.join(LINES)
    assert os.path.exists(os.path.join(DOCS, 'html', 'index.html'))


@tap.test('/docs/manual/no-warnings')
def no_warnings():
    found = [line for line in LINES if 'warning' in line.lower() and not DEAD_LINK.search(line)]
    assert not found, '\n'.join(found)


@tap.test('/docs/manual/links')
def links():
    with open(LINKS_TO_COME, encoding='utf-8') as names:
        to_come = set(names.read().split())
    dead = {link[1] for line in LINES if (link := DEAD_LINK.search(line))}
    # Newer versions of GLib have a manual that gtk-doc cannot link to.
    if not os.path.isdir('/usr/share/gtk-doc/html/gobject'):
        dead = {name for name in dead if name.lower().startswith('libvirt')}
    assert not dead - to_come, sorted(dead - to_come)


@tap.test('/docs/manual/pages-are-there')
def pages_are_there():
    """Links within the manual, as a browser sees them."""
    html = os.path.join(DOCS, 'html')
    pages = [page for page in os.listdir(html) if page.endswith('.html')]
    links = {link for page in pages for link in re.findall(r'href="([^"#:/]+\.html)[#"]', read(os.path.join('html', page)))}
    missing = {html_module.unescape(link) for link in links} - set(pages)
    assert links and not missing, sorted(missing)


@tap.test('/docs/manual/guide-is-linked')
def guide_is_linked():
    """Pages that are not made from comments go through the same mill."""
    page = read(os.path.join('html', 'getting-started-objects.html'))
    assert 'href="LibvirtConnect.html"' in page and '#LibvirtConnect' not in page, page


@tap.test('/docs/manual/everything-documented')
def everything_documented():
    text = read('libvirt-gobj-undocumented.txt')
    assert '\n0 symbols incomplete.\n0 not documented.\n' in text, text


@tap.test('/docs/manual/nothing-left-out')
def nothing_left_out():
    for name in ('unused', 'undeclared'):
        left_out = read(f'libvirt-gobj-{name}.txt').split()
        assert not left_out, f'{name}: {left_out}'


@tap.test('/docs/manual/all-pages-shown')
def all_pages_shown():
    shown = read('libvirt-gobj-docs.xml')
    pages = re.findall('<FILE>(.*)</FILE>', read('libvirt-gobj-sections.txt'))
    assert len(pages) > 20, pages
    missing = [page for page in pages if f'"xml/{page}.xml"' not in shown]
    assert not missing, f'not in docs/libvirt-gobj-docs.xml: {missing}'


tap.run()
