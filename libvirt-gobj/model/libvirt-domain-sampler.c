/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-domain-sampler-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>

#include "model/libvirt-list-turn-private.h"
#include "model/libvirt-stats-sample-private.h"

/**
 * SECTION:libvirt-domain-sampler
 * @title: LibvirtDomainSampler
 * @short_description: the figures of a domain, and those of the last minute
 *
 * An item of #LibvirtStatsSampler:domains: what a domain uses now, as properties that notify when
 * they change, and what it used before, as a #GListModel for a graph. Nothing is asked for while
 * the sampler is not active; everything keeps its last value then.
 *
 * The rates come with the second reading, as they are differences. A domain that does not run has
 * one sample of nothing at the end of its history, and no others until it runs again.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomainSampler:
 *
 * The present and the past of a domain's use of its host.
 *
 * Since: 1.0
 */

struct _LibvirtDomainSampler
{
  GObject parent_instance;

  /* Set once. */
  LibvirtDomain *domain;
  GListStore *history;

  /* Only touched in the owner's context. */
  LibvirtStatsCounters *last;
  LibvirtStatsSample *sample;
  int id; /* of the domain when last was read */
  gboolean is_idle;
  GPtrArray *news; /* samples that the history is to have, at most as many as that may have */
  guint history_length;
  LibvirtListTurn turn; /* for changes of the history */
};

enum
{
  PROP_DOMAIN = LIBVIRT_N_FIGURES,
  PROP_HISTORY,
  PROP_SAMPLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtDomainSampler, libvirt_domain_sampler, G_TYPE_OBJECT)

static void
libvirt_domain_sampler_finalize (GObject *object)
{
  LibvirtDomainSampler *self = LIBVIRT_DOMAIN_SAMPLER (object);

  g_clear_pointer (&self->last, libvirt_stats_counters_free);
  g_clear_object (&self->sample);
  g_ptr_array_unref (self->news);
  g_object_unref (self->history);
  g_clear_object (&self->domain);

  G_OBJECT_CLASS (libvirt_domain_sampler_parent_class)->finalize (object);
}

static void
libvirt_domain_sampler_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  LibvirtDomainSampler *self = LIBVIRT_DOMAIN_SAMPLER (object);

  switch (prop_id)
    {
    case PROP_DOMAIN:
      g_value_set_object (value, self->domain);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SAMPLE:
      g_value_set_object (value, self->sample);
      break;
    default:
      if (prop_id < LIBVIRT_N_FIGURES)
        libvirt_stats_sample_get_figure (self->sample, prop_id, value);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
rate_spec (const char *name)
{
  return g_param_spec_double (name, NULL, NULL, 0, G_MAXDOUBLE, 0,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
size_spec (const char *name)
{
  return g_param_spec_uint64 (name, NULL, NULL, 0, G_MAXUINT64, 0,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_figures (void)
{
  /**
   * LibvirtDomainSampler:cpu-percent:
   *
   * The latest #LibvirtStatsSample:cpu-percent.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_CPU_PERCENT] = rate_spec ("cpu-percent");

  /**
   * LibvirtDomainSampler:memory-used:
   *
   * The latest #LibvirtStatsSample:memory-used.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_MEMORY_USED] = size_spec ("memory-used");

  /**
   * LibvirtDomainSampler:memory-size:
   *
   * The latest #LibvirtStatsSample:memory-size.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_MEMORY_SIZE] = size_spec ("memory-size");

  /**
   * LibvirtDomainSampler:disk-read-rate:
   *
   * The latest #LibvirtStatsSample:disk-read-rate.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_DISK_READ_RATE] = rate_spec ("disk-read-rate");

  /**
   * LibvirtDomainSampler:disk-write-rate:
   *
   * The latest #LibvirtStatsSample:disk-write-rate.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_DISK_WRITE_RATE] = rate_spec ("disk-write-rate");

  /**
   * LibvirtDomainSampler:receive-rate:
   *
   * The latest #LibvirtStatsSample:receive-rate.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_RECEIVE_RATE] = rate_spec ("receive-rate");

  /**
   * LibvirtDomainSampler:send-rate:
   *
   * The latest #LibvirtStatsSample:send-rate.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_SEND_RATE] = rate_spec ("send-rate");

  /**
   * LibvirtDomainSampler:known:
   *
   * The latest #LibvirtStatsSample:known, nothing before there is a sample.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_KNOWN] =
    g_param_spec_flags ("known", NULL, NULL, LIBVIRT_TYPE_DOMAIN_STATS_TYPES,
                        LIBVIRT_DOMAIN_STATS_TYPES_NONE,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
libvirt_domain_sampler_class_init (LibvirtDomainSamplerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_domain_sampler_finalize;
  object_class->get_property = libvirt_domain_sampler_get_property;

  install_figures ();

  /**
   * LibvirtDomainSampler:domain: (getter get_domain)
   *
   * Whose figures these are.
   *
   * Since: 1.0
   */
  props[PROP_DOMAIN] = g_param_spec_object ("domain", NULL, NULL, LIBVIRT_TYPE_DOMAIN, flags);

  /**
   * LibvirtDomainSampler:history: (getter get_history)
   *
   * The last samples, the oldest first: at most #LibvirtStatsSampler:history-length of them.
   *
   * Since: 1.0
   */
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtDomainSampler:sample: (getter get_sample)
   *
   * The newest sample, %NULL before the second reading.
   *
   * Since: 1.0
   */
  props[PROP_SAMPLE] =
    g_param_spec_object ("sample", NULL, NULL, LIBVIRT_TYPE_STATS_SAMPLE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_domain_sampler_init (LibvirtDomainSampler *self)
{
  self->history = g_list_store_new (LIBVIRT_TYPE_STATS_SAMPLE);
  self->news = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_idle = TRUE;
}

LibvirtDomainSampler *
libvirt_domain_sampler_new (LibvirtDomain *domain)
{
  LibvirtDomainSampler *self = g_object_new (LIBVIRT_TYPE_DOMAIN_SAMPLER, NULL);

  self->domain = g_object_ref (domain);
  return self;
}

/* There are never too many, not even for a moment. */
static void
sampler_change_history (gpointer sampler,
                        gpointer data)
{
  LibvirtDomainSampler *self = sampler;
  g_autoptr (GPtrArray) news = g_steal_pointer (&self->news);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));
  guint n_kept = MIN (n, self->history_length - news->len);

  self->news = g_ptr_array_new_with_free_func (g_object_unref);
  if (n > n_kept)
    g_list_store_splice (self->history, 0, n - n_kept, NULL, 0);
  if (news->len > 0)
    g_list_store_splice (self->history, n_kept, 0, news->pdata, news->len);
}

void
libvirt_domain_sampler_limit (LibvirtDomainSampler *self,
                              guint history_length)
{
  self->history_length = history_length;
  if (self->news->len > history_length)
    g_ptr_array_remove_range (self->news, 0, self->news->len - history_length);
  libvirt_list_turn_take (&self->turn, self, sampler_change_history, NULL, NULL, NULL);
}

static void
sampler_remember (LibvirtDomainSampler *self,
                  LibvirtStatsSample *sample,
                  guint history_length)
{
  g_ptr_array_add (self->news, g_object_ref (sample));
  libvirt_domain_sampler_limit (self, history_length);
}

/* Takes @sample over. Handlers may do anything, also wait for the next samples. */
static void
sampler_set_sample (LibvirtDomainSampler *self,
                    LibvirtStatsSample *sample,
                    guint history_length)
{
  g_autoptr (LibvirtStatsSample) before = g_steal_pointer (&self->sample);
  g_autoptr (LibvirtStatsSample) kept G_GNUC_UNUSED = g_object_ref (sample);

  self->sample = sample;
  sampler_remember (self, sample, history_length);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = LIBVIRT_FIGURE_CPU_PERCENT; i < LIBVIRT_N_FIGURES; i++)
    {
      if (!libvirt_stats_sample_is_figure_same (before, sample, i))
        g_object_notify_by_pspec (G_OBJECT (self), props[i]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAMPLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
sampler_take_idle (LibvirtDomainSampler *self,
                   guint history_length)
{
  libvirt_domain_sampler_interrupt (self);
  if (self->is_idle)
    return;

  self->is_idle = TRUE;
  sampler_set_sample (self, libvirt_stats_sample_new_idle (g_get_monotonic_time ()),
                      history_length);
}

/* A domain that was started anew has another id, whatever its counters say. */
static int
sampler_get_id (LibvirtDomainSampler *self)
{
  int id;

  g_object_get (self->domain, "id", &id, NULL);
  return id;
}

void
libvirt_domain_sampler_take (LibvirtDomainSampler *self,
                             LibvirtStatsCounters *now,
                             guint history_length)
{
  g_autoptr (LibvirtStatsCounters) last = NULL;
  int last_id = self->id;

  if (now == NULL)
    {
      sampler_take_idle (self, history_length);
      return;
    }

  last = g_steal_pointer (&self->last);
  self->last = now;
  self->id = sampler_get_id (self);
  if (last == NULL || self->id != last_id || !libvirt_stats_counters_follow (now, last))
    return;

  self->is_idle = FALSE;
  sampler_set_sample (self, libvirt_stats_sample_new (last, now), history_length);
}

void
libvirt_domain_sampler_interrupt (LibvirtDomainSampler *self)
{
  g_clear_pointer (&self->last, libvirt_stats_counters_free);
}

/**
 * libvirt_domain_sampler_get_domain:
 * @self: figures of a domain
 *
 * Reads #LibvirtDomainSampler:domain.
 *
 * Returns: (transfer none) (nullable): the domain; %NULL of one that a program made by itself
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_sampler_get_domain (LibvirtDomainSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SAMPLER (self), NULL);

  return self->domain;
}

/**
 * libvirt_domain_sampler_get_sample:
 * @self: figures of a domain
 *
 * Reads #LibvirtDomainSampler:sample.
 *
 * Returns: (transfer none) (nullable): the newest one, or %NULL if there is none yet
 *
 * Since: 1.0
 */
LibvirtStatsSample *
libvirt_domain_sampler_get_sample (LibvirtDomainSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SAMPLER (self), NULL);

  return self->sample;
}

/**
 * libvirt_domain_sampler_get_history:
 * @self: figures of a domain
 *
 * Reads #LibvirtDomainSampler:history.
 *
 * Returns: (transfer none): a model of #LibvirtStatsSample, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_sampler_get_history (LibvirtDomainSampler *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SAMPLER (self), NULL);

  return G_LIST_MODEL (self->history);
}
