/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * What tests on libvirt's own test driver have in common: a connection of ours and, beside it, a
 * raw one of libvirt's, through which the effects are looked at. The two share all domains of
 * test:///default, as they are in one process.
 */

#include <libvirt-gobj/libvirt-gobj-native.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

/* Whether this is built with a sanitizer that makes all much slower: what is only done many times is
 * then done less often. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HARNESS_HAS_SANITIZER 1
#else
#define HARNESS_HAS_SANITIZER 0
#endif

typedef struct
{
  LibvirtConnect *connect;
  virConnectPtr raw;
  char *name; /* of a domain of this test's own, defined and not running */
  virDomainPtr raw_domain;
  LibvirtDomain *domain;
} Harness;

void harness_set_up (Harness *self,
                     gconstpointer data);

/* Closes everything and sees to it that nothing was left behind. */
void harness_tear_down (Harness *self,
                        gconstpointer data);

/* A connection is closed in a thread: waits until all have done so. */
void harness_wait_for_threads (void);

/* The same for tests on a daemon: runs the default main context meanwhile, as connections that
 * came too late are let go there, and each has a thread as long as it is open. */
void harness_finish_threads (void);

/* Defines the domain anew, with @elements at the end of its description. */
void harness_redefine (Harness *self,
                       const char *elements);

/* By ours; of the domain. */
LibvirtDomainSnapshot *harness_create_snapshot (Harness *self,
                                                const char *name);

/* By the raw connection. */
void harness_make_snapshot (Harness *self,
                            const char *name);
void harness_delete_snapshot (Harness *self,
                              const char *name,
                              guint flags);

/* Defines the domain anew, as one with @devices: the XML of what is in that element. */
void harness_give_devices (Harness *self,
                           const char *devices);

/* A description for virDomainDefineXML(), to be freed. */
char *harness_domain_xml (const char *name);

/* What is waited for from here on, told when the test is ended because it takes too long; returns what
 * was so before. @text may change meanwhile. */
const char *harness_set_awaited (const char *text);

/* Runs the default main context until @condition holds, which is told as @text. */
#define harness_wait_until_told(condition, text)              \
  do                                                          \
    {                                                         \
      const char *outer_awaited = harness_set_awaited (text); \
                                                              \
      while (!(condition))                                    \
        g_main_context_iteration (NULL, TRUE);                \
      harness_set_awaited (outer_awaited);                    \
    }                                                         \
  while (0)

#define harness_wait_until(condition) \
  harness_wait_until_told (condition, G_STRLOC ": " #condition)

/* Runs the default main context until @list, a live list, has all that is there. */
void harness_wait_until_loaded (gpointer list);

/* The live list of domains of the connection, with all that are there. Borrowed. */
GListModel *harness_get_domains (Harness *self);

/* Runs the default main context until all events that libvirt has by now were told: another
 * domain is started and stopped, and seen. */
void harness_wait_for_events (Harness *self);

/* A driver has one queue of events for all of its connections. What happens in one thread while
 * another takes the last callback back is queued without a timer, and as the queue is never empty
 * after that, libvirt never looks at it again. So @raw has one callback more; returns its id. */
int harness_keep_events (virConnectPtr raw);

/* @error must be what the raw call that has just been made failed with, too. */
void harness_assert_raw_error (const GError *error);

/* A text that a raw call returned, or its failure, must be ours, too. Takes @raw over. */
void harness_assert_raw_text (const char *text,
                              const GError *error,
                              char *raw);

/* @params, of type a{sv}, must have all that a raw call got, with the same types and values, and
 * nothing else. Takes @raw over. */
void harness_assert_raw_params (GVariant *params,
                                virTypedParameterPtr raw,
                                int n_raw);

/* The description that a raw connection gets with @flags must have @part in it. */
void harness_assert_raw_xml (Harness *self,
                             guint flags,
                             const char *part);

/* *@error, which is cleared, must say that the connection is closed. */
void harness_assert_closed (GError **error);

/* The state a raw connection sees. */
int harness_raw_state (Harness *self);
