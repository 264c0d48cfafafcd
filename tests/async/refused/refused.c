/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * refused_info_check:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_number_pointer:
 * @self: self
 * @number: number
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_enum_pointer:
 * @self: self
 * @colour: colour
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_string_pointer:
 * @self: self
 * @names: names
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_boxed_pointer:
 * @self: self
 * @info: info
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_inout:
 * @self: self
 * @number: (inout): number
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_caller_allocates:
 * @self: self
 * @info: (out caller-allocates): info
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_callback:
 * @self: self
 * @each: (scope call) (closure user_data): each
 * @user_data: user_data
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_foreign_callback:
 * @self: self
 * @each: (scope call): each
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_unknown_type:
 * @self: self
 * @status: status
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_no_copy:
 * @self: self
 * @knot: knot
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_untyped_pointer:
 * @self: self
 * @what: what
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_cancellable:
 * @self: self
 * @stop: stop
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_taken_over:
 * @self: self
 * @name: (transfer full): name
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_array_without_length:
 * @self: self
 * @numbers: (array): numbers
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_strings_with_length:
 * @self: self
 * @names: (array length=n_names): names
 * @n_names: n_names
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_array_of_boxed:
 * @self: self
 * @infos: (array length=n_infos): infos
 * @n_infos: n_infos
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_untyped_list:
 * @self: self
 * @list: list
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_hash_table:
 * @self: self
 * @table: (element-type utf8 utf8): table
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_lent_string:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_lent_boxed:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: (transfer none): something
 *
 * Since: 1.0
 */

/**
 * refused_host_full_list:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: (transfer full) (element-type RefusedHost): something
 *
 * Since: 1.0
 */

/**
 * refused_host_linked_list:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: (transfer full) (element-type RefusedHost): something
 *
 * Since: 1.0
 */

/**
 * refused_host_reserved_name:
 * @self: self
 * @callback: callback
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_clash:
 * @self: self
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_misnamed_fd:
 * @self: self
 * @fd: fd
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */

/**
 * refused_host_secret_bytes:
 * @self: self
 * @secret: secret
 * @error: error
 *
 * Cannot be.
 *
 * Returns: something
 *
 * Since: 1.0
 */
