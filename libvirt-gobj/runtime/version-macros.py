# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the header with the version numbers and the AVAILABLE/DEPRECATED macros.

One set of macros is written for each stable series from 1.0 to the project's own version, so
that a new series needs no change here.
"""

import sys

HEAD = """\
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <glib.h>

/**
 * LIBVIRT_GOBJ_MAJOR_VERSION:
 *
 * First number of the version of libvirt-gobj a program is compiled against.
 *
 * Since: 1.0
 */
#define LIBVIRT_GOBJ_MAJOR_VERSION ({major})

/**
 * LIBVIRT_GOBJ_MINOR_VERSION:
 *
 * Second number of the version of libvirt-gobj a program is compiled against.
 *
 * Since: 1.0
 */
#define LIBVIRT_GOBJ_MINOR_VERSION ({minor})

/**
 * LIBVIRT_GOBJ_MICRO_VERSION:
 *
 * Third number of the version of libvirt-gobj a program is compiled against.
 *
 * Since: 1.0
 */
#define LIBVIRT_GOBJ_MICRO_VERSION ({micro})

/**
 * LIBVIRT_GOBJ_CHECK_VERSION:
 * @major: first number of the version needed
 * @minor: second number of the version needed
 * @micro: third number of the version needed
 *
 * Compares, at compile time, with the headers in use; libvirt_gobj_get_version() tells what a
 * program really runs with.
 *
 * Returns: %TRUE if the headers are those of the given version or of a newer one
 *
 * Since: 1.0
 */
#define LIBVIRT_GOBJ_CHECK_VERSION(major, minor, micro) \\
  (LIBVIRT_GOBJ_MAJOR_VERSION > (major) || \\
   (LIBVIRT_GOBJ_MAJOR_VERSION == (major) && LIBVIRT_GOBJ_MINOR_VERSION > (minor)) || \\
   (LIBVIRT_GOBJ_MAJOR_VERSION == (major) && LIBVIRT_GOBJ_MINOR_VERSION == (minor) && \\
    LIBVIRT_GOBJ_MICRO_VERSION >= (micro)))

#if defined (LIBVIRT_GOBJ_COMPILATION)
#define _LIBVIRT_EXTERN __attribute__ ((visibility ("default"))) extern
#else
#define _LIBVIRT_EXTERN extern
#endif

#define LIBVIRT_AVAILABLE_IN_ALL _LIBVIRT_EXTERN
"""

SERIES = """
/**
 * LIBVIRT_VERSION_{series}:
 *
 * The stable series {dotted}, as a value for %LIBVIRT_VERSION_MIN_REQUIRED and
 * %LIBVIRT_VERSION_MAX_ALLOWED.
 *
 * Since: {dotted}
 */
#define LIBVIRT_VERSION_{series} (G_ENCODE_VERSION ({major}, {minor}))
"""

RANGE = """
/**
 * LIBVIRT_VERSION_MIN_REQUIRED:
 *
 * Define it, before including the header, as the oldest series a program must run with:
 * what was deprecated in that series or before then warns. The default is the series
 * compiled against.
 *
 * Since: 1.0
 */
#ifndef LIBVIRT_VERSION_MIN_REQUIRED
#define LIBVIRT_VERSION_MIN_REQUIRED (LIBVIRT_VERSION_{series})
#endif

/**
 * LIBVIRT_VERSION_MAX_ALLOWED:
 *
 * Define it, before including the header, as the newest series a program may use: what came
 * later then warns. The default is the series compiled against.
 *
 * Since: 1.0
 */
#ifndef LIBVIRT_VERSION_MAX_ALLOWED
#define LIBVIRT_VERSION_MAX_ALLOWED (LIBVIRT_VERSION_{series})
#endif
"""

MARKS = """
#if LIBVIRT_VERSION_MIN_REQUIRED >= LIBVIRT_VERSION_{series}
#define LIBVIRT_DEPRECATED_IN_{series} G_DEPRECATED _LIBVIRT_EXTERN
#define LIBVIRT_DEPRECATED_IN_{series}_FOR(f) G_DEPRECATED_FOR (f) _LIBVIRT_EXTERN
#else
#define LIBVIRT_DEPRECATED_IN_{series} _LIBVIRT_EXTERN
#define LIBVIRT_DEPRECATED_IN_{series}_FOR(f) _LIBVIRT_EXTERN
#endif

#if LIBVIRT_VERSION_MAX_ALLOWED < LIBVIRT_VERSION_{series}
#define LIBVIRT_AVAILABLE_IN_{series} G_UNAVAILABLE ({major}, {minor}) _LIBVIRT_EXTERN
#else
#define LIBVIRT_AVAILABLE_IN_{series} _LIBVIRT_EXTERN
#endif
"""


def series_up_to(major, minor):
    """The stable series: 1.0, 1.2, ...; an odd minor number is on the way to the next."""
    return [(major, m) for m in range(0, minor + minor % 2 + 1, 2)]


def main():
    version, output = sys.argv[1:]
    major, minor, micro = (int(part) for part in version.split('.'))
    names = [dict(major=a, minor=b, series=f'{a}_{b}', dotted=f'{a}.{b}') for a, b in series_up_to(major, minor)]
    text = HEAD.format(major=major, minor=minor, micro=micro)
    text += ''.join(SERIES.format(**n) for n in names)
    text += RANGE.format(**names[-1])
    text += ''.join(MARKS.format(**n) for n in names)
    with open(output, 'w', encoding='utf-8') as header:
        header.write(text)


main()
