# SPDX-License-Identifier: LGPL-2.1-or-later
"""What PyGObject adds to the introspection data of libvirt-gobj-admin."""

from gi.module import get_introspection_module
from gi.overrides.Libvirt import let_take_mappings

__all__ = []

TAKE_DICTIONARY = {'Server': ('set_client_limits', 'set_thread_pool_parameters')}

let_take_mappings(get_introspection_module('LibvirtAdmin'), TAKE_DICTIONARY)
