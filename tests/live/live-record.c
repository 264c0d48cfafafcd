/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "live.h"

struct _LiveRecord
{
  GObject *instance;
  gulong id;
  GPtrArray *emissions; /* each a GArray of GValue */
  GObject *connect;     /* where the mirror is heard; NULL: there is none */
  gulong mirror_id;
  guint n_mirrored;
};

/* Both marshallers are of closures whose data is the record. */
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

/* Be it an enumeration, flags or an integer. */
static gint64
number_of (const GValue *value)
{
  GValue number = G_VALUE_INIT;

  if (G_VALUE_HOLDS_ENUM (value))
    return g_value_get_enum (value);
  if (G_VALUE_HOLDS_FLAGS (value))
    return g_value_get_flags (value);

  g_value_init (&number, G_TYPE_INT64);
  g_assert_true (g_value_transform (value, &number));
  return g_value_get_int64 (&number);
}

static void
assert_same_address (const LibvirtDomainEventGraphicsAddress *one,
                     const LibvirtDomainEventGraphicsAddress *other)
{
  g_assert_cmpint (one->family, ==, other->family);
  g_assert_cmpstr (one->node, ==, other->node);
  g_assert_cmpstr (one->service, ==, other->service);
}

static void
assert_same_subject (const LibvirtDomainEventGraphicsSubject *one,
                     const LibvirtDomainEventGraphicsSubject *other)
{
  g_assert_cmpuint (one->identities->len, ==, other->identities->len);
  for (guint i = 0; i < one->identities->len; i++)
    {
      const LibvirtDomainEventGraphicsSubjectIdentity *identity = one->identities->pdata[i];
      const LibvirtDomainEventGraphicsSubjectIdentity *twin = other->identities->pdata[i];

      g_assert_cmpstr (identity->type, ==, twin->type);
      g_assert_cmpstr (identity->name, ==, twin->name);
    }
}

static void
assert_same (const GValue *one, const GValue *other)
{
  g_assert_true (G_VALUE_TYPE (one) == G_VALUE_TYPE (other));
  if (G_VALUE_HOLDS_STRING (one))
    g_assert_cmpstr (g_value_get_string (one), ==, g_value_get_string (other));
  else if (G_VALUE_HOLDS_VARIANT (one))
    g_assert_cmpvariant (g_value_get_variant (one), g_value_get_variant (other));
  else if (G_VALUE_HOLDS (one, LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_ADDRESS))
    assert_same_address (g_value_get_boxed (one), g_value_get_boxed (other));
  else if (G_VALUE_HOLDS (one, LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_SUBJECT))
    assert_same_subject (g_value_get_boxed (one), g_value_get_boxed (other));
  else
    g_assert_cmpint (number_of (one), ==, number_of (other));
}

/* The connection tells the same of this instance right after it, and tells of others, too. */
static void
on_mirrored (GClosure *closure,
             GValue *result,
             guint n_values,
             const GValue *values,
             gpointer hint,
             gpointer data)
{
  LiveRecord *self = closure->data;
  GArray *arguments;

  if (g_value_get_object (&values[1]) != self->instance)
    return;

  g_assert_cmpuint (self->emissions->len, ==, self->n_mirrored + 1);
  arguments = g_ptr_array_index (self->emissions, self->n_mirrored++);
  g_assert_cmpuint (n_values, ==, arguments->len + 2);
  for (guint i = 0; i < arguments->len; i++)
    assert_same (&values[i + 2], &g_array_index (arguments, GValue, i));
}

static gulong
listen (LiveRecord *self, gpointer instance, const char *signal, GClosureMarshal marshaller)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), self);
  gulong id;

  g_closure_set_marshal (closure, marshaller);
  id = g_signal_connect_closure (instance, signal, closure, FALSE);
  g_assert_cmpuint (id, !=, 0);
  return id;
}

static const char *
mirror_prefix (gpointer instance)
{
  if (LIBVIRT_IS_DOMAIN (instance))
    return "domain";
  if (LIBVIRT_IS_NETWORK (instance))
    return "network";
  if (LIBVIRT_IS_NODE_DEVICE (instance))
    return "node-device";
  if (LIBVIRT_IS_STORAGE_POOL (instance))
    return "storage-pool";
  g_assert_true (LIBVIRT_IS_SECRET (instance));
  return "secret";
}

static void
listen_to_mirror (LiveRecord *self, const char *signal)
{
  g_autofree char *mirror = g_strdup_printf ("%s-%s", mirror_prefix (self->instance), signal);

  g_object_get (self->instance, "connection", &self->connect, NULL);
  g_assert_nonnull (self->connect);
  self->mirror_id = listen (self, self->connect, mirror, on_mirrored);
}

LiveRecord *
live_record_new (gpointer instance, const char *signal)
{
  LiveRecord *self = g_new0 (LiveRecord, 1);

  self->instance = g_object_ref (instance);
  self->emissions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->id = listen (self, instance, signal, on_emission);
  if (LIBVIRT_IS_ENTITY (instance) && g_str_has_prefix (signal, "event-"))
    listen_to_mirror (self, signal);
  return self;
}

static void
stop_mirror (LiveRecord *self)
{
  g_assert_cmpuint (self->n_mirrored, ==, self->emissions->len);
  g_signal_handler_disconnect (self->connect, self->mirror_id);
  g_object_unref (self->connect);
}

void
live_record_free (LiveRecord *self)
{
  if (self->connect != NULL)
    stop_mirror (self);
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
  return number_of (live_record_get (self, emission, argument));
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
