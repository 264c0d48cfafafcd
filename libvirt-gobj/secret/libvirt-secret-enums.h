/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectListAllSecretsFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NONE: every secret the connection may see
 * @LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_EPHEMERAL: secrets that live in memory only
 * @LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NO_EPHEMERAL: secrets that are stored on disk
 * @LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_PRIVATE: secrets whose value libvirt gives to nobody
 * @LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NO_PRIVATE: secrets whose value
 *   libvirt_secret_get_value() returns
 *
 * Which secrets libvirt_connect_list_all_secrets() returns. The flags form two pairs: a secret must
 * match one flag of each pair that has a flag set.
 *
 * Mirrors virConnectListAllSecretsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_EPHEMERAL = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NO_EPHEMERAL = 1 << 1,
  LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_PRIVATE = 1 << 2,
  LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_NO_PRIVATE = 1 << 3,
} LibvirtConnectListAllSecretsFlags;

/**
 * LibvirtSecretDefineFlags:
 * @LIBVIRT_SECRET_DEFINE_FLAGS_NONE: store the secret's description, passing over what libvirt does
 *   not know
 * @LIBVIRT_SECRET_DEFINE_FLAGS_VALIDATE: store the secret's description only if it fits the schema
 *
 * How libvirt_connect_define_secret_xml() treats the description of a secret.
 *
 * Mirrors virSecretDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_SECRET_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_SECRET_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtSecretDefineFlags;

/**
 * LibvirtSecretUsageType:
 * @LIBVIRT_SECRET_USAGE_TYPE_UNKNOWN: a purpose that this library cannot name
 * @LIBVIRT_SECRET_USAGE_TYPE_NONE: for no fixed purpose; found by its UUID
 * @LIBVIRT_SECRET_USAGE_TYPE_VOLUME: for decrypting an image; the usage id is its path
 * @LIBVIRT_SECRET_USAGE_TYPE_CEPH: for logging in to a Ceph cluster
 * @LIBVIRT_SECRET_USAGE_TYPE_ISCSI: for logging in to an iSCSI target
 * @LIBVIRT_SECRET_USAGE_TYPE_TLS: for opening the private key of a TLS certificate
 * @LIBVIRT_SECRET_USAGE_TYPE_VTPM: for encrypting the state of an emulated TPM
 *
 * What a secret is for: the result of libvirt_secret_get_usage_type(). Together with the usage id,
 * libvirt_connect_lookup_secret_by_usage() finds it by this.
 *
 * Mirrors virSecretUsageType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_SECRET_USAGE_TYPE_UNKNOWN = -1,
  LIBVIRT_SECRET_USAGE_TYPE_NONE = 0,
  LIBVIRT_SECRET_USAGE_TYPE_VOLUME = 1,
  LIBVIRT_SECRET_USAGE_TYPE_CEPH = 2,
  LIBVIRT_SECRET_USAGE_TYPE_ISCSI = 3,
  LIBVIRT_SECRET_USAGE_TYPE_TLS = 4,
  LIBVIRT_SECRET_USAGE_TYPE_VTPM = 5,
} LibvirtSecretUsageType;

/**
 * LibvirtSecretEventID:
 * @LIBVIRT_SECRET_EVENT_ID_LIFECYCLE: defined or undefined: #LibvirtSecret::event-lifecycle
 * @LIBVIRT_SECRET_EVENT_ID_VALUE_CHANGED: given another value: #LibvirtSecret::event-value-changed
 *
 * The events that libvirt has for secrets, by the number that #LibvirtConnect::event-raw carries.
 *
 * Mirrors virSecretEventID.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_SECRET_EVENT_ID_LIFECYCLE = 0,
  LIBVIRT_SECRET_EVENT_ID_VALUE_CHANGED = 1,
} LibvirtSecretEventID;

/**
 * LibvirtSecretEventLifecycleType:
 * @LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_UNKNOWN: something about the secret that this library cannot
 *   name
 * @LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_DEFINED: the secret's description was stored or replaced
 * @LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_UNDEFINED: the secret was removed, with its value
 *
 * What happened to a secret: the first argument of #LibvirtSecret::event-lifecycle.
 *
 * Mirrors virSecretEventLifecycleType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_UNKNOWN = -1,
  LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_DEFINED = 0,
  LIBVIRT_SECRET_EVENT_LIFECYCLE_TYPE_UNDEFINED = 1,
} LibvirtSecretEventLifecycleType;

G_END_DECLS
