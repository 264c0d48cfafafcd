/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-stats-sample-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>

/**
 * SECTION:libvirt-stats-sample
 * @title: LibvirtStatsSample
 * @short_description: what a domain used in a stretch of time
 *
 * One point of a graph: what happened in a domain between two readings of its counters, as
 * percentages and rates. It never changes. They come from a #LibvirtDomainSampler.
 *
 * What a hypervisor does not count is 0, and #LibvirtStatsSample:known does not have its group then:
 * that 0 is to be shown as something else. A part of which nothing is known for a stretch, since it
 * has been plugged in or its counters were set back meanwhile, is 0 as well.
 *
 * |[<!-- language="C" -->
 * if ((libvirt_stats_sample_get_known (sample) & LIBVIRT_DOMAIN_STATS_TYPES_BALLOON) != 0)
 *   text = g_format_size (libvirt_stats_sample_get_memory_used (sample));
 * else
 *   text = g_strdup ("-");
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtStatsSample:
 *
 * The use that a domain made of its host for a moment.
 *
 * Since: 1.0
 */

struct _LibvirtStatsSample
{
  GObject parent_instance;

  /* Set once. */
  gint64 time;
  double rates[LIBVIRT_N_FIGURES];
  guint64 memory_used;
  guint64 memory_size;
  LibvirtDomainStatsTypes known;
  GArray *vcpus;         /* of double, by number */
  GPtrArray *disks;      /* of LibvirtStatsFlow */
  GPtrArray *interfaces; /* the same */
};

enum
{
  PROP_TIME = LIBVIRT_N_FIGURES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtStatsSample, libvirt_stats_sample, G_TYPE_OBJECT)

G_DEFINE_BOXED_TYPE (LibvirtStatsFlow,
                     libvirt_stats_flow,
                     libvirt_stats_flow_copy,
                     libvirt_stats_flow_free)

static void
libvirt_stats_sample_finalize (GObject *object)
{
  LibvirtStatsSample *self = LIBVIRT_STATS_SAMPLE (object);

  g_array_unref (self->vcpus);
  g_ptr_array_unref (self->disks);
  g_ptr_array_unref (self->interfaces);

  G_OBJECT_CLASS (libvirt_stats_sample_parent_class)->finalize (object);
}

static void
libvirt_stats_sample_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtStatsSample *self = LIBVIRT_STATS_SAMPLE (object);

  if (prop_id == PROP_TIME)
    g_value_set_int64 (value, self->time);
  else if (prop_id < LIBVIRT_N_FIGURES)
    libvirt_stats_sample_get_figure (self, prop_id, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static GParamSpec *
rate_spec (const char *name)
{
  return g_param_spec_double (name, NULL, NULL, 0, G_MAXDOUBLE, 0,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
size_spec (const char *name)
{
  return g_param_spec_uint64 (name, NULL, NULL, 0, G_MAXUINT64, 0,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
libvirt_stats_sample_class_init (LibvirtStatsSampleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_stats_sample_finalize;
  object_class->get_property = libvirt_stats_sample_get_property;

  /**
   * LibvirtStatsSample:cpu-percent: (getter get_cpu_percent)
   *
   * Use of processors, where 100 is one processor of the host all the time: a guest with four
   * virtual ones reaches 400.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_CPU_PERCENT] = rate_spec ("cpu-percent");

  /**
   * LibvirtStatsSample:memory-used: (getter get_memory_used)
   *
   * Memory in use, in bytes: as the guest tells if its balloon driver does (caches that it could
   * give up do not count), else all that it has.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_MEMORY_USED] = size_spec ("memory-used");

  /**
   * LibvirtStatsSample:memory-size: (getter get_memory_size)
   *
   * What #LibvirtStatsSample:memory-used is a part of, in bytes.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_MEMORY_SIZE] = size_spec ("memory-size");

  /**
   * LibvirtStatsSample:disk-read-rate: (getter get_disk_read_rate)
   *
   * Bytes per second that came from all disks together.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_DISK_READ_RATE] = rate_spec ("disk-read-rate");

  /**
   * LibvirtStatsSample:disk-write-rate: (getter get_disk_write_rate)
   *
   * Bytes per second that went to disks, whichever.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_DISK_WRITE_RATE] = rate_spec ("disk-write-rate");

  /**
   * LibvirtStatsSample:receive-rate: (getter get_receive_rate)
   *
   * Bytes per second that the guest got through its network interfaces.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_RECEIVE_RATE] = rate_spec ("receive-rate");

  /**
   * LibvirtStatsSample:send-rate: (getter get_send_rate)
   *
   * The other direction of #LibvirtStatsSample:receive-rate.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_SEND_RATE] = rate_spec ("send-rate");

  /**
   * LibvirtStatsSample:known: (getter get_known)
   *
   * The groups, of those that #LibvirtStatsSampler:groups asks for, whose figures the hypervisor has
   * told. %LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL stands for #LibvirtStatsSample:cpu-percent,
   * %LIBVIRT_DOMAIN_STATS_TYPES_VCPU for libvirt_stats_sample_get_vcpu_percent(),
   * %LIBVIRT_DOMAIN_STATS_TYPES_BALLOON for #LibvirtStatsSample:memory-used and
   * #LibvirtStatsSample:memory-size, %LIBVIRT_DOMAIN_STATS_TYPES_BLOCK for what went to and from disks,
   * and %LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE for what was received and sent. No other is in it.
   *
   * That a guest has no disks is known, too, and so is all of a domain that does not run.
   *
   * Since: 1.0
   */
  props[LIBVIRT_FIGURE_KNOWN] =
    g_param_spec_flags ("known", NULL, NULL, LIBVIRT_TYPE_DOMAIN_STATS_TYPES,
                        LIBVIRT_DOMAIN_STATS_TYPES_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtStatsSample:time: (getter get_time)
   *
   * When the stretch ended, in microseconds of g_get_monotonic_time(), which no change of the clock
   * moves.
   *
   * Since: 1.0
   */
  props[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, 0, G_MAXINT64, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_stats_sample_init (LibvirtStatsSample *self)
{
  self->vcpus = g_array_new (FALSE, TRUE, sizeof (double));
  self->disks = g_ptr_array_new_with_free_func ((GDestroyNotify) libvirt_stats_flow_free);
  self->interfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) libvirt_stats_flow_free);
}

/* Nanoseconds in @usec, as a percentage. */
static double
get_percent (guint64 nsec,
             gint64 usec)
{
  return (double) nsec / 10 / (double) usec;
}

static void
sample_add_vcpus (LibvirtStatsSample *self,
                  const LibvirtStatsCounters *before,
                  const LibvirtStatsCounters *now)
{
  for (guint i = 0; i < now->vcpus->len; i++)
    {
      const LibvirtPartCounters *part = g_ptr_array_index (now->vcpus, i);
      const LibvirtPartCounters *last = libvirt_part_counters_find (before->vcpus, part);
      double nsec =
        libvirt_part_counters_get_rate (last, part, 0, FALSE, now->time - before->time);

      if ((part->has & 1) == 0)
        continue;
      if (libvirt_part_counters_is_known (last, part, 0))
        self->known |= LIBVIRT_DOMAIN_STATS_TYPES_VCPU;
      if (part->number >= self->vcpus->len)
        g_array_set_size (self->vcpus, part->number + 1);
      g_array_index (self->vcpus, double, part->number) = nsec / 1e7;
    }
}

/* Adds what went through each of @now, and that together to @sums: in and out. TRUE if anything is
 * known of that. */
static gboolean
add_flows (GPtrArray *flows,
           GPtrArray *before,
           GPtrArray *now,
           gboolean is_narrow,
           gint64 usec,
           double sums[2])
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < now->len; i++)
    {
      const LibvirtPartCounters *part = g_ptr_array_index (now, i);
      const LibvirtPartCounters *last = libvirt_part_counters_find (before, part);
      LibvirtStatsFlow *flow = libvirt_stats_flow_new ();

      flow->name = g_strdup (part->name);
      flow->bytes_in = libvirt_part_counters_get_rate (last, part, 0, is_narrow, usec);
      flow->bytes_out = libvirt_part_counters_get_rate (last, part, 1, is_narrow, usec);
      flow->requests_in = libvirt_part_counters_get_rate (last, part, 2, is_narrow, usec);
      flow->requests_out = libvirt_part_counters_get_rate (last, part, 3, is_narrow, usec);
      sums[0] += flow->bytes_in;
      sums[1] += flow->bytes_out;
      g_ptr_array_add (flows, flow);
      is_known |= libvirt_part_counters_is_known (last, part, 0) ||
                  libvirt_part_counters_is_known (last, part, 1);
    }

  return is_known;
}

static void
sample_set_memory (LibvirtStatsSample *self,
                   const LibvirtStatsCounters *now)
{
  guint64 free = now->memory_usable != 0 ? now->memory_usable : now->memory_unused;

  if (now->memory_available != 0 && free != 0 && free <= now->memory_available)
    {
      self->memory_size = now->memory_available * 1024;
      self->memory_used = (now->memory_available - free) * 1024;
    }
  else
    {
      self->memory_size = now->memory_current * 1024;
      self->memory_used = self->memory_size;
    }
  if (self->memory_size > 0)
    self->known |= LIBVIRT_DOMAIN_STATS_TYPES_BALLOON;
}

/* Languages may empty what they get. */
static GPtrArray *
copy_flows (GPtrArray *flows)
{
  GPtrArray *copy =
    g_ptr_array_new_full (flows->len, (GDestroyNotify) libvirt_stats_flow_free);

  for (guint i = 0; i < flows->len; i++)
    g_ptr_array_add (copy, libvirt_stats_flow_copy (flows->pdata[i]));

  return copy;
}

static void
sample_set_cpu (LibvirtStatsSample *self,
                const LibvirtStatsCounters *before,
                const LibvirtStatsCounters *now)
{
  if (!before->has_cpu_time || !now->has_cpu_time)
    return;

  self->rates[LIBVIRT_FIGURE_CPU_PERCENT] =
    get_percent (now->cpu_time - before->cpu_time, now->time - before->time);
  self->known |= LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL;
}

static LibvirtStatsSample *
sample_new (gint64 time,
            LibvirtDomainStatsTypes known)
{
  LibvirtStatsSample *self = g_object_new (LIBVIRT_TYPE_STATS_SAMPLE, NULL);

  self->time = time;
  self->known = known;
  return self;
}

LibvirtStatsSample *
libvirt_stats_sample_new (const LibvirtStatsCounters *before,
                          const LibvirtStatsCounters *now)
{
  LibvirtStatsSample *self = sample_new (now->time, LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  gint64 usec = now->time - before->time;

  g_assert (usec > 0);

  sample_set_cpu (self, before, now);
  sample_set_memory (self, now);
  sample_add_vcpus (self, before, now);
  if (add_flows (self->disks, before->disks, now->disks, FALSE, usec,
                 &self->rates[LIBVIRT_FIGURE_DISK_READ_RATE]) ||
      now->has_no_disks)
    self->known |= LIBVIRT_DOMAIN_STATS_TYPES_BLOCK;
  if (add_flows (self->interfaces, before->interfaces, now->interfaces, TRUE, usec,
                 &self->rates[LIBVIRT_FIGURE_RECEIVE_RATE]) ||
      now->has_no_interfaces)
    self->known |= LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE;

  return self;
}

LibvirtStatsSample *
libvirt_stats_sample_new_idle (gint64 time)
{
  return sample_new (time, LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL |
                             LIBVIRT_DOMAIN_STATS_TYPES_VCPU |
                             LIBVIRT_DOMAIN_STATS_TYPES_BALLOON |
                             LIBVIRT_DOMAIN_STATS_TYPES_BLOCK |
                             LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE);
}

static guint64
sample_get_size (LibvirtStatsSample *self,
                 LibvirtFigure figure)
{
  if (self == NULL)
    return 0;

  return figure == LIBVIRT_FIGURE_MEMORY_USED ? self->memory_used : self->memory_size;
}

static double
sample_get_rate (LibvirtStatsSample *self,
                 LibvirtFigure figure)
{
  return self != NULL ? self->rates[figure] : 0;
}

static LibvirtDomainStatsTypes
sample_get_known (LibvirtStatsSample *self)
{
  return self != NULL ? self->known : LIBVIRT_DOMAIN_STATS_TYPES_NONE;
}

static gboolean
is_size (LibvirtFigure figure)
{
  return figure == LIBVIRT_FIGURE_MEMORY_USED || figure == LIBVIRT_FIGURE_MEMORY_SIZE;
}

void
libvirt_stats_sample_get_figure (LibvirtStatsSample *self,
                                 LibvirtFigure figure,
                                 GValue *value)
{
  if (is_size (figure))
    g_value_set_uint64 (value, sample_get_size (self, figure));
  else if (figure == LIBVIRT_FIGURE_KNOWN)
    g_value_set_flags (value, sample_get_known (self));
  else
    g_value_set_double (value, sample_get_rate (self, figure));
}

gboolean
libvirt_stats_sample_is_figure_same (LibvirtStatsSample *a,
                                     LibvirtStatsSample *b,
                                     LibvirtFigure figure)
{
  double difference;

  if (is_size (figure))
    return sample_get_size (a, figure) == sample_get_size (b, figure);
  if (figure == LIBVIRT_FIGURE_KNOWN)
    return sample_get_known (a) == sample_get_known (b);

  difference = sample_get_rate (a, figure) - sample_get_rate (b, figure);
  return !(difference < 0 || difference > 0);
}

/**
 * libvirt_stats_flow_new: (constructor)
 *
 * Makes a #LibvirtStatsFlow of nothing, for languages that build their own.
 *
 * Returns: (transfer full): one without a name, all its rates 0
 *
 * Since: 1.0
 */
LibvirtStatsFlow *
libvirt_stats_flow_new (void)
{
  return g_new0 (LibvirtStatsFlow, 1);
}

/**
 * libvirt_stats_flow_copy:
 * @self: what goes through something
 *
 * Copies the rates of a disk or an interface, to keep them longer than the sample.
 *
 * Returns: (transfer full): the same name and rates
 *
 * Since: 1.0
 */
LibvirtStatsFlow *
libvirt_stats_flow_copy (const LibvirtStatsFlow *self)
{
  LibvirtStatsFlow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  return copy;
}

/**
 * libvirt_stats_flow_free: (skip)
 * @self: (nullable): what goes through something
 *
 * Frees what libvirt_stats_flow_copy() made.
 *
 * Since: 1.0
 */
void
libvirt_stats_flow_free (LibvirtStatsFlow *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/**
 * libvirt_stats_sample_get_time:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:time.
 *
 * Returns: the end of the stretch, in microseconds
 *
 * Since: 1.0
 */
gint64
libvirt_stats_sample_get_time (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->time;
}

/**
 * libvirt_stats_sample_get_known:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:known.
 *
 * Returns: groups whose figures are not 0 for want of a better one
 *
 * Since: 1.0
 */
LibvirtDomainStatsTypes
libvirt_stats_sample_get_known (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), LIBVIRT_DOMAIN_STATS_TYPES_NONE);

  return self->known;
}

/**
 * libvirt_stats_sample_get_cpu_percent:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:cpu-percent.
 *
 * Returns: 100 for each processor that was busy
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_cpu_percent (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->rates[LIBVIRT_FIGURE_CPU_PERCENT];
}

/**
 * libvirt_stats_sample_get_memory_used:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:memory-used.
 *
 * Returns: bytes of memory that the domain had in use then
 *
 * Since: 1.0
 */
guint64
libvirt_stats_sample_get_memory_used (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->memory_used;
}

/**
 * libvirt_stats_sample_get_memory_size:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:memory-size.
 *
 * Returns: how many bytes there were to use
 *
 * Since: 1.0
 */
guint64
libvirt_stats_sample_get_memory_size (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->memory_size;
}

/**
 * libvirt_stats_sample_get_disk_read_rate:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:disk-read-rate.
 *
 * Returns: bytes read per second
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_disk_read_rate (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->rates[LIBVIRT_FIGURE_DISK_READ_RATE];
}

/**
 * libvirt_stats_sample_get_disk_write_rate:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:disk-write-rate.
 *
 * Returns: bytes written per second
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_disk_write_rate (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->rates[LIBVIRT_FIGURE_DISK_WRITE_RATE];
}

/**
 * libvirt_stats_sample_get_receive_rate:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:receive-rate.
 *
 * Returns: bytes received per second
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_receive_rate (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->rates[LIBVIRT_FIGURE_RECEIVE_RATE];
}

/**
 * libvirt_stats_sample_get_send_rate:
 * @self: a sample
 *
 * Reads #LibvirtStatsSample:send-rate.
 *
 * Returns: bytes sent per second
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_send_rate (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->rates[LIBVIRT_FIGURE_SEND_RATE];
}

/**
 * libvirt_stats_sample_get_n_vcpus:
 * @self: a sample
 *
 * Counts the virtual processors, with those that are offline below the last one that is not.
 *
 * Returns: up to what number libvirt_stats_sample_get_vcpu_percent() knows something
 *
 * Since: 1.0
 */
guint
libvirt_stats_sample_get_n_vcpus (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return self->vcpus->len;
}

/**
 * libvirt_stats_sample_get_vcpu_percent:
 * @self: a sample
 * @number: which virtual processor, from 0
 *
 * Tells how busy one virtual processor kept the host.
 *
 * Returns: 100 if it ran all the time; 0 if it is offline or there is none of that number
 *
 * Since: 1.0
 */
double
libvirt_stats_sample_get_vcpu_percent (LibvirtStatsSample *self,
                                       guint number)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), 0);

  return number < self->vcpus->len ? g_array_index (self->vcpus, double, number) : 0;
}

/**
 * libvirt_stats_sample_get_disks:
 * @self: a sample
 *
 * Gets what went through each disk.
 *
 * Returns: (transfer container) (element-type LibvirtStatsFlow): a new list, in the order of the
 *   hypervisor
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_stats_sample_get_disks (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), NULL);

  return copy_flows (self->disks);
}

/**
 * libvirt_stats_sample_get_interfaces:
 * @self: a sample
 *
 * Gets what went through each network interface.
 *
 * Returns: (transfer container) (element-type LibvirtStatsFlow): one for each that the guest has
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_stats_sample_get_interfaces (LibvirtStatsSample *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STATS_SAMPLE (self), NULL);

  return copy_flows (self->interfaces);
}
