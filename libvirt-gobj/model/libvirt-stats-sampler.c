/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-stats-sampler-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "domain/libvirt-domain-stats.h"
#include "model/libvirt-domain-sampler-private.h"
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-stats-sampler
 * @title: LibvirtStatsSampler
 * @short_description: the use that all domains of a host make of it, for tables and graphs
 *
 * One question every second, for all domains of a connection together, and what can be computed
 * from the answers: #LibvirtStatsSampler:domains is a #GListModel with a #LibvirtDomainSampler for
 * each domain that follows the list of them.
 *
 * A connection has one sampler, which all who show something share. It asks as long as somebody
 * holds it: call libvirt_stats_sampler_hold() when a view appears and
 * libvirt_stats_sampler_release() when it disappears, as in the "map" and "unmap" handlers of a
 * widget. To connect handlers, to keep items or to bind properties does not count: so a forgotten
 * handler, or one that a garbage collector has not come to, keeps no host busy. While nobody holds
 * it there is neither a timer nor a question.
 *
 * |[<!-- language="C" -->
 * static void
 * on_items_changed (GListModel *samplers, guint position, guint removed, guint added, gpointer view)
 * {
 *   for (guint i = position; i < position + added; i++)
 *     {
 *       g_autoptr (LibvirtDomainSampler) figures = g_list_model_get_item (samplers, i);
 *
 *       g_object_bind_property (figures, "cpu-percent", view_add_bar (view), "value",
 *                               G_BINDING_SYNC_CREATE);
 *     }
 * }
 *
 * LibvirtStatsSampler *sampler = libvirt_connect_get_stats_sampler (host);
 * GListModel *samplers = libvirt_stats_sampler_get_domains (sampler);
 *
 * g_signal_connect (samplers, "items-changed", G_CALLBACK (on_items_changed), view);
 * on_items_changed (samplers, 0, 0, g_list_model_get_n_items (samplers), view);
 * libvirt_stats_sampler_hold (sampler);
 * ]|
 *
 * The list fills itself in the main loop, as that of #LibvirtConnect:domains does; of one domain,
 * libvirt_stats_sampler_find() has the item from then on.
 *
 * The next question is asked when the last one was answered and #LibvirtStatsSampler:interval is
 * over: on a slow host there are fewer samples, and never two questions at a time. A domain that is
 * busy is not waited for, where the hypervisor can do so.
 *
 * A sampler belongs to the #GMainContext of its connection, as all that it hands out does.
 *
 * Since: 1.0
 */

/**
 * LibvirtStatsSampler:
 *
 * What asks, and for whom.
 *
 * Since: 1.0
 */

#define DEFAULT_GROUPS                                                                       \
  (LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL | LIBVIRT_DOMAIN_STATS_TYPES_BALLOON |               \
   LIBVIRT_DOMAIN_STATS_TYPES_VCPU | LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE |                  \
   LIBVIRT_DOMAIN_STATS_TYPES_BLOCK)

#define DEFAULT_INTERVAL 1000
#define MIN_INTERVAL 100
#define DEFAULT_LENGTH 60

/* What asks again and again. One reference is the ticker's, one the sampler's. */
typedef struct
{
  LibvirtTick tick;
  gatomicrefcount ref_count;

  /* Set once. */
  LibvirtCore *core; /* borrowed: the ticker is the core's */
  LibvirtDomainStatsTypes groups;

  /* The worker's. */
  gboolean waits; /* the hypervisor does not know how not to */
} Poll;

struct _LibvirtStatsSampler
{
  GObject parent_instance;

  /* Set once. */
  LibvirtCore *core;

  /* Only touched in the owner's context. */
  GListModel *source;    /* of domains; NULL before it is needed */
  GListStore *items;     /* in the same order */
  GHashTable *by_domain; /* domain -> its item, borrowed */
  guint n_holds;
  Poll *poll; /* while it asks */
  guint interval;
  LibvirtDomainStatsTypes groups;
  guint history_length;
  GError *error;
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_DOMAINS,
  PROP_ERROR,
  PROP_GROUPS,
  PROP_HISTORY_LENGTH,
  PROP_INTERVAL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtStatsSampler, libvirt_stats_sampler, G_TYPE_OBJECT)

static G_DEFINE_QUARK (libvirt-stats-sampler, sampler)

static void
poll_unref (Poll *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/* --- an answer, on its way to the owner's context --- */

typedef struct
{
  LibvirtEmission emission;
  Poll *poll;
  GPtrArray *domains;  /* NULL, and error, if there was none */
  GPtrArray *counters; /* of the same domains */
  GError *error;
} Answer;

static void sampler_take_answer (LibvirtStatsSampler *self,
                                 Answer *answer);

static void
answer_emit (LibvirtEmission *emission,
             gpointer connect)
{
  LibvirtStatsSampler *sampler = g_object_get_qdata (connect, sampler_quark ());
  Answer *answer = (Answer *) emission;

  /* Nobody waits for the answer to a question that is not asked any more. */
  if (sampler == NULL || sampler->poll != answer->poll)
    return;

  g_object_ref (sampler);
  sampler_take_answer (sampler, answer);
  g_object_unref (sampler);
}

static void
answer_free (LibvirtEmission *emission)
{
  Answer *self = (Answer *) emission;

  g_clear_pointer (&self->domains, g_ptr_array_unref);
  g_clear_pointer (&self->counters, g_ptr_array_unref);
  g_clear_error (&self->error);
  poll_unref (self->poll);
  g_free (self);
}

static void
counters_free (gpointer data)
{
  if (data != NULL)
    libvirt_stats_counters_free (data);
}

static void
answer_take_records (Answer *self,
                     GPtrArray *records,
                     gint64 time)
{
  self->domains = g_ptr_array_new_full (records->len, g_object_unref);
  self->counters = g_ptr_array_new_full (records->len, counters_free);

  for (guint i = 0; i < records->len; i++)
    {
      LibvirtDomainStatsRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (self->domains, g_steal_pointer (&record->dom));
      g_ptr_array_add (self->counters, libvirt_stats_counters_new (record->params, time));
    }
}

/* --- the question --- */

static GPtrArray *
poll_ask (Poll *self,
          GError **error)
{
  LibvirtConnectGetAllDomainStatsFlags flags = LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *records;

  if (!self->waits)
    flags |= LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NOWAIT;

  records = libvirt_domain_get_all_stats (self->core, self->groups, flags, &local_error);
  if (records != NULL)
    return records;

  if (!self->waits &&
      (g_error_matches (local_error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG) ||
       g_error_matches (local_error, LIBVIRT_ERROR, LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED)))
    {
      self->waits = TRUE;
      return poll_ask (self, error);
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* When the host has counted is not known: if it took long, this is less wrong than either end. */
static gint64
get_middle (gint64 begin,
            gint64 end)
{
  return begin + (end - begin) / 2;
}

static void
poll_run (LibvirtTick *tick)
{
  Poll *self = (Poll *) tick;
  g_autoptr (GPtrArray) records = NULL;
  gint64 begin = g_get_monotonic_time ();
  Answer *answer;

  if (libvirt_core_is_closed (self->core))
    {
      libvirt_ticker_remove (self->core->ticker, tick);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->emission.emit = answer_emit;
  answer->emission.free = answer_free;
  answer->poll = self;
  g_atomic_ref_count_inc (&self->ref_count);
  records = poll_ask (self, &answer->error);
  if (records != NULL)
    answer_take_records (answer, records, get_middle (begin, g_get_monotonic_time ()));
  libvirt_emitter_push (self->core->emitter, &answer->emission);
}

static void
poll_released (LibvirtTick *tick)
{
  poll_unref ((Poll *) tick);
}

static Poll *
poll_new (LibvirtStatsSampler *sampler)
{
  Poll *self = g_new0 (Poll, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->core = sampler->core;
  self->groups = sampler->groups;
  self->tick.interval = sampler->interval;
  self->tick.run = poll_run;
  self->tick.released = poll_released;
  return self;
}

/* --- the items --- */

static LibvirtDomainSampler *
sampler_add_item (LibvirtStatsSampler *self,
                  guint position)
{
  g_autoptr (LibvirtDomain) domain = g_list_model_get_item (self->source, position);
  LibvirtDomainSampler *item = libvirt_domain_sampler_new (domain);

  g_hash_table_insert (self->by_domain, domain, item);
  return item;
}

static void
on_domains_changed (LibvirtStatsSampler *self,
                    guint position,
                    guint removed,
                    guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (added, g_object_unref);

  for (guint i = 0; i < removed; i++)
    {
      g_autoptr (LibvirtDomainSampler) item =
        g_list_model_get_item (G_LIST_MODEL (self->items), position + i);

      g_hash_table_remove (self->by_domain, libvirt_domain_sampler_get_domain (item));
    }
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, sampler_add_item (self, position + i));

  g_list_store_splice (self->items, position, removed, items->pdata, added);
}

static void
sampler_follow (LibvirtStatsSampler *self)
{
  g_autoptr (LibvirtConnect) connect = libvirt_weak_get (self->core->connect);

  if (self->source != NULL || connect == NULL)
    return;

  self->source = g_object_ref (libvirt_connect_get_domains (connect));
  g_signal_connect_object (self->source, "items-changed", G_CALLBACK (on_domains_changed), self,
                           G_CONNECT_SWAPPED);
  on_domains_changed (self, 0, 0, g_list_model_get_n_items (self->source));
}

/* Handlers may change the items while they are gone through. */
static GPtrArray *
sampler_copy_items (LibvirtStatsSampler *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->items), i));

  return items;
}

static void
sampler_set_error (LibvirtStatsSampler *self,
                   GError *error)
{
  g_autoptr (GError) before = g_steal_pointer (&self->error);

  self->error = error;
  if (before != NULL || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

/* A handler may end the questions, after which nothing is to be remembered of this one. */
static void
sampler_take_answer (LibvirtStatsSampler *self,
                     Answer *answer)
{
  g_autoptr (GPtrArray) items = sampler_copy_items (self);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  sampler_set_error (self, g_steal_pointer (&answer->error));
  if (answer->domains == NULL)
    return;

  for (guint i = 0; i < answer->domains->len; i++)
    g_hash_table_insert (positions, answer->domains->pdata[i], &answer->counters->pdata[i]);
  for (guint i = 0; i < items->len && self->poll == answer->poll; i++)
    {
      LibvirtDomainSampler *item = g_ptr_array_index (items, i);
      gpointer *counters =
        g_hash_table_lookup (positions, libvirt_domain_sampler_get_domain (item));

      libvirt_domain_sampler_take (item, counters != NULL ? g_steal_pointer (counters) : NULL,
                                   self->history_length);
    }
}

/* --- whether it asks --- */

static void
sampler_stop (LibvirtStatsSampler *self)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->poll == NULL)
    return;

  libvirt_ticker_remove (self->core->ticker, &self->poll->tick);
  g_clear_pointer (&self->poll, poll_unref);

  /* A difference to what is asked for much later would say little. */
  items = sampler_copy_items (self);
  for (guint i = 0; i < items->len; i++)
    libvirt_domain_sampler_interrupt (items->pdata[i]);
}

static void
sampler_start (LibvirtStatsSampler *self)
{
  if (self->poll != NULL || self->n_holds == 0 || libvirt_core_is_closed (self->core))
    return;

  sampler_follow (self);
  self->poll = poll_new (self);
  libvirt_ticker_add (self->core->ticker, &self->poll->tick);
}

static void
sampler_restart (LibvirtStatsSampler *self)
{
  sampler_stop (self);
  sampler_start (self);
}

static void
on_connection_state (LibvirtStatsSampler *self)
{
  if (!libvirt_core_is_closed (self->core) || self->poll == NULL)
    return;

  sampler_stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

static void
sampler_drop (gpointer data)
{
  LibvirtStatsSampler *self = data;

  sampler_stop (self);
  g_object_unref (self);
}

void
libvirt_stats_sampler_drop (LibvirtConnect *connect)
{
  g_object_set_qdata (G_OBJECT (connect), sampler_quark (), NULL);
}

static void
libvirt_stats_sampler_finalize (GObject *object)
{
  LibvirtStatsSampler *self = LIBVIRT_STATS_SAMPLER (object);

  sampler_stop (self);
  g_clear_object (&self->source);
  g_object_unref (self->items);
  g_hash_table_unref (self->by_domain);
  g_clear_error (&self->error);
  libvirt_core_unref (self->core);

  G_OBJECT_CLASS (libvirt_stats_sampler_parent_class)->finalize (object);
}

static void
libvirt_stats_sampler_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  LibvirtStatsSampler *self = LIBVIRT_STATS_SAMPLER (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->poll != NULL);
      break;
    case PROP_DOMAINS:
      g_value_set_object (value, libvirt_stats_sampler_get_domains (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_GROUPS:
      g_value_set_flags (value, self->groups);
      break;
    case PROP_HISTORY_LENGTH:
      g_value_set_uint (value, self->history_length);
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_stats_sampler_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  LibvirtStatsSampler *self = LIBVIRT_STATS_SAMPLER (object);

  switch (prop_id)
    {
    case PROP_GROUPS:
      libvirt_stats_sampler_set_groups (self, g_value_get_flags (value));
      break;
    case PROP_HISTORY_LENGTH:
      libvirt_stats_sampler_set_history_length (self, g_value_get_uint (value));
      break;
    case PROP_INTERVAL:
      libvirt_stats_sampler_set_interval (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_stats_sampler_class_init (LibvirtStatsSamplerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->finalize = libvirt_stats_sampler_finalize;
  object_class->get_property = libvirt_stats_sampler_get_property;
  object_class->set_property = libvirt_stats_sampler_set_property;

  /**
   * LibvirtStatsSampler:active: (getter get_active)
   *
   * Whether the host is being asked: somebody holds the sampler, and the connection is not closed.
   *
   * Since: 1.0
   */
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, read);

  /**
   * LibvirtStatsSampler:domains: (getter get_domains)
   *
   * A model of #LibvirtDomainSampler, in the order of #LibvirtConnect:domains.
   *
   * Since: 1.0
   */
  props[PROP_DOMAINS] = g_param_spec_object ("domains", NULL, NULL, G_TYPE_LIST_MODEL, read);

  /**
   * LibvirtStatsSampler:error: (getter get_error)
   *
   * Why the last question had no answer; %NULL if it had. It is asked again all the same.
   *
   * Since: 1.0
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, read);

  /**
   * LibvirtStatsSampler:groups: (getter get_groups) (setter set_groups)
   *
   * What is asked for. Fewer groups cost the host less; figures of the others are 0.
   *
   * Since: 1.0
   */
  props[PROP_GROUPS] = g_param_spec_flags (
    "groups", NULL, NULL, LIBVIRT_TYPE_DOMAIN_STATS_TYPES, DEFAULT_GROUPS, write);

  /**
   * LibvirtStatsSampler:history-length: (getter get_history_length) (setter set_history_length)
   *
   * How many samples of each domain are kept.
   *
   * Since: 1.0
   */
  props[PROP_HISTORY_LENGTH] = g_param_spec_uint ("history-length", NULL, NULL, 0, G_MAXINT,
                                                  DEFAULT_LENGTH, write);

  /**
   * LibvirtStatsSampler:interval: (getter get_interval) (setter set_interval)
   *
   * Time from an answer to the next question, in milliseconds.
   *
   * Since: 1.0
   */
  props[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, MIN_INTERVAL, G_MAXINT,
                                            DEFAULT_INTERVAL, write);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_stats_sampler_init (LibvirtStatsSampler *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
  self->items = g_list_store_new (LIBVIRT_TYPE_DOMAIN_SAMPLER);
  self->by_domain = g_hash_table_new (NULL, NULL);
  self->interval = DEFAULT_INTERVAL;
  self->groups = DEFAULT_GROUPS;
  self->history_length = DEFAULT_LENGTH;
}

/**
 * libvirt_connect_get_stats_sampler:
 * @self: a connection
 *
 * Gets the sampler of all domains of the host. It lives as long as the connection, and so does what
 * is connected to it and to its items. To be called in the context of the connection.
 *
 * Returns: (transfer none): the sampler, the same for all who ask
 *
 * Since: 1.0
 */
LibvirtStatsSampler *
libvirt_connect_get_stats_sampler (LibvirtConnect *self)
{
  LibvirtStatsSampler *sampler;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  sampler = g_object_get_qdata (G_OBJECT (self), sampler_quark ());
  if (sampler == NULL)
    {
      sampler = g_object_new (LIBVIRT_TYPE_STATS_SAMPLER, NULL);
      libvirt_core_replace (&sampler->core, libvirt_connect_get_core (self));
      g_signal_connect_object (self, "notify::state", G_CALLBACK (on_connection_state), sampler,
                               G_CONNECT_SWAPPED);
      g_object_set_qdata_full (G_OBJECT (self), sampler_quark (), sampler, sampler_drop);
    }

  return sampler;
}

/**
 * libvirt_stats_sampler_hold:
 * @self: a sampler
 *
 * Says that somebody looks at the figures. The first one who does so starts the questions, at once.
 * Each call needs one of libvirt_stats_sampler_release().
 *
 * Since: 1.0
 */
void
libvirt_stats_sampler_hold (LibvirtStatsSampler *self)
{
  g_return_if_fail (LIBVIRT_IS_STATS_SAMPLER (self));

  if (self->n_holds++ > 0)
    return;

  sampler_start (self);
  if (self->poll != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/**
 * libvirt_stats_sampler_release:
 * @self: a sampler that the caller holds
 *
 * Says that who called libvirt_stats_sampler_hold() does not look any more. With the last one the
 * timer goes. What was known stays known.
 *
 * Since: 1.0
 */
void
libvirt_stats_sampler_release (LibvirtStatsSampler *self)
{
  gboolean was_active;

  g_return_if_fail (LIBVIRT_IS_STATS_SAMPLER (self));
  g_return_if_fail (self->n_holds > 0);

  if (--self->n_holds > 0)
    return;

  was_active = self->poll != NULL;
  sampler_stop (self);
  if (was_active)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/**
 * libvirt_stats_sampler_get_active:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:active.
 *
 * Returns: %TRUE while questions are asked
 *
 * Since: 1.0
 */
gboolean
libvirt_stats_sampler_get_active (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), FALSE);

  return self->poll != NULL;
}

/**
 * libvirt_stats_sampler_get_domains:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:domains. The first call makes #LibvirtConnect:domains, which begins to
 * fill itself.
 *
 * Returns: (transfer none): a model of #LibvirtDomainSampler
 *
 * Since: 1.0
 */
GListModel *
libvirt_stats_sampler_get_domains (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), NULL);

  sampler_follow (self);
  return G_LIST_MODEL (self->items);
}

/**
 * libvirt_stats_sampler_find:
 * @self: a sampler
 * @domain: one that may be on the same host
 *
 * Looks for the figures of a domain.
 *
 * Returns: (transfer none) (nullable): its item, or %NULL if #LibvirtStatsSampler:domains does not
 *   have it: it is not there any more, or the list has not filled itself yet
 *
 * Since: 1.0
 */
LibvirtDomainSampler *
libvirt_stats_sampler_find (LibvirtStatsSampler *self,
                            LibvirtDomain *domain)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), NULL);
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (domain), NULL);

  sampler_follow (self);
  return g_hash_table_lookup (self->by_domain, domain);
}

/**
 * libvirt_stats_sampler_get_error:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:error.
 *
 * Returns: (transfer none) (nullable): what went wrong the last time
 *
 * Since: 1.0
 */
const GError *
libvirt_stats_sampler_get_error (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), NULL);

  return self->error;
}

/**
 * libvirt_stats_sampler_get_interval:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:interval.
 *
 * Returns: a number of milliseconds
 *
 * Since: 1.0
 */
guint
libvirt_stats_sampler_get_interval (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), 0);

  return self->interval;
}

/**
 * libvirt_stats_sampler_set_interval:
 * @self: a sampler
 * @interval: at least 100 milliseconds
 *
 * Sets #LibvirtStatsSampler:interval, for all who share the sampler. While it is active the
 * differences begin anew.
 *
 * Since: 1.0
 */
void
libvirt_stats_sampler_set_interval (LibvirtStatsSampler *self,
                                    guint interval)
{
  g_return_if_fail (LIBVIRT_IS_STATS_SAMPLER (self));
  g_return_if_fail (interval >= MIN_INTERVAL && interval <= G_MAXINT);

  if (self->interval == interval)
    return;

  self->interval = interval;
  sampler_restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INTERVAL]);
}

/**
 * libvirt_stats_sampler_get_groups:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:groups.
 *
 * Returns: the groups of figures that are asked for
 *
 * Since: 1.0
 */
LibvirtDomainStatsTypes
libvirt_stats_sampler_get_groups (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), LIBVIRT_DOMAIN_STATS_TYPES_NONE);

  return self->groups;
}

/**
 * libvirt_stats_sampler_set_groups:
 * @self: a sampler
 * @groups: %LIBVIRT_DOMAIN_STATS_TYPES_NONE for all that there are, which may be costly
 *
 * Sets #LibvirtStatsSampler:groups, for everybody.
 *
 * Since: 1.0
 */
void
libvirt_stats_sampler_set_groups (LibvirtStatsSampler *self,
                                  LibvirtDomainStatsTypes groups)
{
  g_return_if_fail (LIBVIRT_IS_STATS_SAMPLER (self));

  if (self->groups == groups)
    return;

  self->groups = groups;
  sampler_restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUPS]);
}

/**
 * libvirt_stats_sampler_get_history_length:
 * @self: a sampler
 *
 * Reads #LibvirtStatsSampler:history-length.
 *
 * Returns: after how many samples the oldest goes
 *
 * Since: 1.0
 */
guint
libvirt_stats_sampler_get_history_length (LibvirtStatsSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLER (self), 0);

  return self->history_length;
}

/**
 * libvirt_stats_sampler_set_history_length:
 * @self: a sampler
 * @length: a number of samples, or 0 for none
 *
 * Sets #LibvirtStatsSampler:history-length. What is too old by that goes at once.
 *
 * Since: 1.0
 */
void
libvirt_stats_sampler_set_history_length (LibvirtStatsSampler *self,
                                          guint length)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (LIBVIRT_IS_STATS_SAMPLER (self));
  g_return_if_fail (length <= G_MAXINT);

  if (self->history_length == length)
    return;

  self->history_length = length;
  items = sampler_copy_items (self);
  for (guint i = 0; i < items->len; i++)
    libvirt_domain_sampler_limit (items->pdata[i], length);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HISTORY_LENGTH]);
}
