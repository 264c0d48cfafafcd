/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-stats-counters-private.h"

#include <string.h>

#include "domain/libvirt-domain-stats-params.h"

/* More parts than this no domain has: a number beyond is not believed. */
#define MAX_PARTS 65536

/* Figures of which there is one. */
static const struct
{
  const char *name;
  gsize offset;
} single_figures[] = {
  { LIBVIRT_DOMAIN_STATS_CPU_TIME, G_STRUCT_OFFSET (LibvirtStatsCounters, cpu_time) },
  { LIBVIRT_DOMAIN_STATS_BALLOON_CURRENT, G_STRUCT_OFFSET (LibvirtStatsCounters, memory_current) },
  { LIBVIRT_DOMAIN_STATS_BALLOON_AVAILABLE,
    G_STRUCT_OFFSET (LibvirtStatsCounters, memory_available) },
  { LIBVIRT_DOMAIN_STATS_BALLOON_UNUSED, G_STRUCT_OFFSET (LibvirtStatsCounters, memory_unused) },
  { LIBVIRT_DOMAIN_STATS_BALLOON_USABLE, G_STRUCT_OFFSET (LibvirtStatsCounters, memory_usable) },
};

/* Figures of which there are many: the prefix, a number, and one of the suffixes. */
static const struct
{
  const char *prefix;
  gsize offset; /* of the array */
  const char *suffixes[LIBVIRT_N_COUNTERS];
} many_figures[] = {
  { "vcpu.", G_STRUCT_OFFSET (LibvirtStatsCounters, vcpus), { ".time" } },
  { "block.",
    G_STRUCT_OFFSET (LibvirtStatsCounters, disks),
    { ".rd.bytes", ".wr.bytes", ".rd.reqs", ".wr.reqs" } },
  { "net.",
    G_STRUCT_OFFSET (LibvirtStatsCounters, interfaces),
    { ".rx.bytes", ".tx.bytes", ".rx.pkts", ".tx.pkts" } },
};

static void
part_free (gpointer data)
{
  LibvirtPartCounters *part = data;

  g_free (part->name);
  g_free (part);
}

/* They come in order, or nearly so. */
static LibvirtPartCounters *
get_part (GPtrArray *parts,
          guint number)
{
  LibvirtPartCounters *part;

  for (guint i = parts->len; i > 0; i--)
    {
      part = g_ptr_array_index (parts, i - 1);
      if (part->number == number)
        return part;
    }

  part = g_new0 (LibvirtPartCounters, 1);
  part->number = number;
  g_ptr_array_add (parts, part);
  return part;
}

/* Some drivers have smaller types, or signed ones, where -1 means that it is not known. */
static gboolean
read_number (GVariant *value,
             guint64 *number)
{
  gint64 with_sign;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT64))
    {
      *number = g_variant_get_uint64 (value);
      return TRUE;
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    {
      *number = g_variant_get_uint32 (value);
      return TRUE;
    }

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    with_sign = g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    with_sign = g_variant_get_int32 (value);
  else
    return FALSE;

  *number = (guint64) with_sign;
  return with_sign >= 0;
}

static void
set_part_value (LibvirtPartCounters *part,
                const char *suffix,
                const char *const *suffixes,
                GVariant *value)
{
  if (g_str_equal (suffix, ".name") && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_free (part->name);
      part->name = g_variant_dup_string (value, NULL);
      return;
    }

  for (guint i = 0; i < LIBVIRT_N_COUNTERS && suffixes[i] != NULL; i++)
    {
      if (g_str_equal (suffix, suffixes[i]) && read_number (value, &part->values[i]))
        part->has |= 1u << i;
    }
}

static void
take_one_of_many (LibvirtStatsCounters *self,
                  const char *name,
                  GVariant *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (many_figures); i++)
    {
      char *suffix;
      guint64 number;
      GPtrArray *parts;

      if (!g_str_has_prefix (name, many_figures[i].prefix))
        continue;

      name += strlen (many_figures[i].prefix);
      number = g_ascii_strtoull (name, &suffix, 10);
      if (suffix == name || number >= MAX_PARTS)
        return;

      parts = G_STRUCT_MEMBER (GPtrArray *, self, many_figures[i].offset);
      set_part_value (get_part (parts, (guint) number), suffix, many_figures[i].suffixes, value);
      return;
    }
}

static void
take_figure (LibvirtStatsCounters *self,
             const char *name,
             GVariant *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_figures); i++)
    {
      guint64 number;

      if (!g_str_equal (name, single_figures[i].name))
        continue;

      if (read_number (value, &number))
        {
          G_STRUCT_MEMBER (guint64, self, single_figures[i].offset) = number;
          self->has_cpu_time |= i == 0;
        }
      return;
    }

  take_one_of_many (self, name, value);
}

static gboolean
is_none (GVariant *params,
         const char *name)
{
  guint count = 0;

  return g_variant_lookup (params, name, "u", &count) && count == 0;
}

LibvirtStatsCounters *
libvirt_stats_counters_new (GVariant *params,
                            gint64 time)
{
  LibvirtStatsCounters *self = g_new0 (LibvirtStatsCounters, 1);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  self->time = time;
  self->vcpus = g_ptr_array_new_with_free_func (part_free);
  self->disks = g_ptr_array_new_with_free_func (part_free);
  self->interfaces = g_ptr_array_new_with_free_func (part_free);

  g_variant_iter_init (&iter, params);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    take_figure (self, name, value);
  self->has_no_disks = is_none (params, "block.count");
  self->has_no_interfaces = is_none (params, "net.count");

  return self;
}

void
libvirt_stats_counters_free (LibvirtStatsCounters *self)
{
  g_ptr_array_unref (self->vcpus);
  g_ptr_array_unref (self->disks);
  g_ptr_array_unref (self->interfaces);
  g_free (self);
}

gboolean
libvirt_stats_counters_follow (const LibvirtStatsCounters *self,
                               const LibvirtStatsCounters *before)
{
  if (self->time <= before->time)
    return FALSE;

  /* The time of a domain is never full: it has gone back because it begins anew. */
  return !self->has_cpu_time || !before->has_cpu_time || self->cpu_time >= before->cpu_time;
}

/* Whether a counter that ends at @max was nearly full and has just begun again. */
static gboolean
is_wrapped (guint64 before,
            guint64 now,
            guint64 max)
{
  return before <= max && before > max / 4 * 3 && now < max / 4;
}

guint64
libvirt_stats_difference (guint64 before,
                          guint64 now,
                          gboolean is_narrow)
{
  if (now >= before || is_wrapped (before, now, G_MAXUINT64))
    return now - before;
  if (is_narrow && is_wrapped (before, now, G_MAXUINT32))
    return (guint32) (now - before);
  return 0;
}

const LibvirtPartCounters *
libvirt_part_counters_find (GPtrArray *parts,
                            const LibvirtPartCounters *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const LibvirtPartCounters *other = g_ptr_array_index (parts, i);

      if (part->name != NULL ? g_strcmp0 (part->name, other->name) == 0
                             : other->name == NULL && part->number == other->number)
        return other;
    }

  return NULL;
}

gboolean
libvirt_part_counters_is_known (const LibvirtPartCounters *before,
                                const LibvirtPartCounters *now,
                                guint counter)
{
  return before != NULL && (before->has & now->has & (1u << counter)) != 0;
}

double
libvirt_part_counters_get_rate (const LibvirtPartCounters *before,
                                const LibvirtPartCounters *now,
                                guint counter,
                                gboolean is_narrow,
                                gint64 usec)
{
  if (!libvirt_part_counters_is_known (before, now, counter))
    return 0;

  return (double) libvirt_stats_difference (before->values[counter], now->values[counter],
                                            is_narrow) *
         G_USEC_PER_SEC / (double) usec;
}
