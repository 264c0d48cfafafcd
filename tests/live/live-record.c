/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "live.h"

struct _LiveRecord
{
  GObject *instance;
  gulong id;
  GPtrArray *emissions; /* each a GArray of GValue */
};

/* The marshaller of a closure whose data is the record. */
static void
on_emission (GClosure *closure,
             GValue *result,
             guint n_values,
             const GValue *values,
             gpointer hint,
             gpointer data)
{
  LiveRecord *self = closure->data;
  GArray *arguments = g_array_new (FALSE, TRUE, sizeof (GValue));

  g_array_set_clear_func (arguments, (GDestroyNotify) g_value_unset);
  g_array_set_size (arguments, n_values - 1);
  for (guint i = 1; i < n_values; i++)
    {
      GValue *copy = &g_array_index (arguments, GValue, i - 1);

      g_value_init (copy, G_VALUE_TYPE (&values[i]));
      g_value_copy (&values[i], copy);
    }
  g_ptr_array_add (self->emissions, arguments);
}

LiveRecord *
live_record_new (gpointer instance, const char *signal)
{
  LiveRecord *self = g_new0 (LiveRecord, 1);
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), self);

  g_closure_set_marshal (closure, on_emission);
  self->instance = g_object_ref (instance);
  self->emissions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->id = g_signal_connect_closure (instance, signal, closure, FALSE);
  g_assert_cmpuint (self->id, !=, 0);
  return self;
}

void
live_record_free (LiveRecord *self)
{
  g_signal_handler_disconnect (self->instance, self->id);
  g_object_unref (self->instance);
  g_ptr_array_unref (self->emissions);
  g_free (self);
}

guint
live_record_count (LiveRecord *self)
{
  return self->emissions->len;
}

const GValue *
live_record_get (LiveRecord *self, guint emission, guint argument)
{
  GArray *arguments;

  g_assert_cmpuint (emission, <, self->emissions->len);
  arguments = g_ptr_array_index (self->emissions, emission);
  g_assert_cmpuint (argument, <, arguments->len);
  return &g_array_index (arguments, GValue, argument);
}

gint64
live_record_get_number (LiveRecord *self, guint emission, guint argument)
{
  const GValue *value = live_record_get (self, emission, argument);
  GValue number = G_VALUE_INIT;

  if (G_VALUE_HOLDS_ENUM (value))
    return g_value_get_enum (value);
  if (G_VALUE_HOLDS_FLAGS (value))
    return g_value_get_flags (value);

  g_value_init (&number, G_TYPE_INT64);
  g_assert_true (g_value_transform (value, &number));
  return g_value_get_int64 (&number);
}

const char *
live_record_get_string (LiveRecord *self, guint emission, guint argument)
{
  return g_value_get_string (live_record_get (self, emission, argument));
}

int
live_record_find (LiveRecord *self, gint64 first, gint64 second)
{
  for (guint i = 0; i < self->emissions->len; i++)
    {
      if ((first == -1 || live_record_get_number (self, i, 0) == first) &&
          (second == -1 || live_record_get_number (self, i, 1) == second))
        return i;
    }

  return -1;
}
