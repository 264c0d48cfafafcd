/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The one stream that libvirt's test driver has: from it comes a picture of a screen. */

#include "harness.h"

/* One that is not open. */
LibvirtStream *picture_new_closed (Harness *self,
                                   LibvirtStreamFlags flags);

/* One from which the picture can be read. */
LibvirtStream *picture_open (Harness *self,
                             LibvirtStreamFlags flags);

/* The same picture, as libvirt itself has it. */
GBytes *picture_get_raw (Harness *self);

void picture_assert (Harness *self,
                     GBytes *picture);
