/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-transfer-private.h"

#include "async/libvirt-async-private.h"

/**
 * SECTION:libvirt-transfer
 * @title: LibvirtTransfer
 * @short_description: how far a transfer is
 *
 * Watches the moving of data, of a disk's contents for example, and can end it early. It is made
 * by the program, handed to the function that moves the data, and told by that how it goes:
 * `notify` is emitted in the #GMainContext that was the default of the thread that made it, as
 * often as a progress bar can use. If that thread is the one in which a blocking function moves the
 * data, it is emitted there meanwhile.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
 *
 * g_object_bind_property (transfer, "fraction", progress_bar, "fraction", 0);
 * libvirt_storage_vol_upload_from_file_async (volume, file, 0, 0, 0, transfer, cancellable,
 *                                             on_uploaded, self);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtTransfer:
 *
 * Counts the bytes of a transfer.
 *
 * Since: 1.0
 */

/* Between two emissions. */
#define TELL_USEC (40 * G_TIME_SPAN_MILLISECOND)

struct _LibvirtTransfer
{
  GObject parent_instance;

  /* Set once. */
  GMainContext *context; /* the owner's */
  GCancellable *cancellable;

  GMutex lock;
  /* Guarded by lock. */
  guint64 done;
  guint64 total;
  gint64 told_at;
  gboolean is_telling; /* a source is under way */
};

enum
{
  PROP_0,
  PROP_BYTES_DONE,
  PROP_BYTES_TOTAL,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtTransfer, libvirt_transfer, G_TYPE_OBJECT)

static void
libvirt_transfer_finalize (GObject *object)
{
  LibvirtTransfer *self = LIBVIRT_TRANSFER (object);

  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (libvirt_transfer_parent_class)->finalize (object);
}

static void
libvirt_transfer_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  LibvirtTransfer *self = LIBVIRT_TRANSFER (object);

  switch (prop_id)
    {
    case PROP_BYTES_DONE:
      g_value_set_uint64 (value, libvirt_transfer_get_bytes_done (self));
      break;
    case PROP_BYTES_TOTAL:
      g_value_set_uint64 (value, libvirt_transfer_get_bytes_total (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, libvirt_transfer_get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_transfer_class_init (LibvirtTransferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_transfer_finalize;
  object_class->get_property = libvirt_transfer_get_property;

  /**
   * LibvirtTransfer:bytes-done: (getter get_bytes_done)
   *
   * How much has been moved by now; holes count as what they stand for.
   *
   * Since: 1.0
   */
  props[PROP_BYTES_DONE] =
    g_param_spec_uint64 ("bytes-done", NULL, NULL, 0, G_MAXUINT64, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtTransfer:bytes-total: (getter get_bytes_total)
   *
   * The size of all that is to be moved, 0 as long as that is not known: the length of what comes
   * from a pipe shows at its end.
   *
   * Since: 1.0
   */
  props[PROP_BYTES_TOTAL] =
    g_param_spec_uint64 ("bytes-total", NULL, NULL, 0, G_MAXUINT64, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtTransfer:fraction: (getter get_fraction)
   *
   * The part that is done, from 0 to 1, for a progress bar.
   *
   * Since: 1.0
   */
  props[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_transfer_init (LibvirtTransfer *self)
{
  self->context = libvirt_async_ref_owner_context ();
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
}

static gboolean
transfer_notify (gpointer user_data)
{
  LibvirtTransfer *self = user_data;

  g_mutex_lock (&self->lock);
  self->is_telling = FALSE;
  g_mutex_unlock (&self->lock);

  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);

  return G_SOURCE_REMOVE;
}

/* With the priority of what calls back at the end, so that it comes before. */
static void
transfer_notify_in_context (LibvirtTransfer *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "libvirt-gobj transfer");
  g_source_set_callback (source, transfer_notify, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static gboolean
is_in_context (LibvirtTransfer *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  return context == self->context && !libvirt_executor_in_worker ();
}

/* Adds to what is done, or begins anew with @total. */
static void
transfer_change (LibvirtTransfer *self,
                 guint64 n_bytes,
                 const guint64 *total,
                 gboolean is_due)
{
  gint64 now = g_get_monotonic_time ();
  gboolean tells;

  g_mutex_lock (&self->lock);
  self->done = total != NULL ? n_bytes : self->done + n_bytes;
  self->total = total != NULL ? *total : self->total;
  tells = !self->is_telling && (is_due || now - self->told_at >= TELL_USEC);
  if (tells)
    {
      self->is_telling = TRUE;
      self->told_at = now;
    }
  g_mutex_unlock (&self->lock);

  if (tells && is_in_context (self))
    transfer_notify (self);
  else if (tells)
    transfer_notify_in_context (self);
}

void
libvirt_transfer_begin (LibvirtTransfer *self,
                        guint64 total)
{
  transfer_change (self, 0, &total, TRUE);
}

void
libvirt_transfer_advance (LibvirtTransfer *self,
                          guint64 n_bytes)
{
  transfer_change (self, n_bytes, NULL, FALSE);
}

void
libvirt_transfer_complete (LibvirtTransfer *self)
{
  guint64 total = libvirt_transfer_get_bytes_done (self);

  transfer_change (self, total, &total, TRUE);
}

GCancellable *
libvirt_transfer_peek_cancellable (LibvirtTransfer *self)
{
  return self->cancellable;
}

/**
 * libvirt_transfer_new:
 *
 * Makes one that is at its beginning. Each is for one transfer.
 *
 * Returns: (transfer full): something to be handed to a function that moves data
 *
 * Since: 1.0
 */
LibvirtTransfer *
libvirt_transfer_new (void)
{
  return g_object_new (LIBVIRT_TYPE_TRANSFER, NULL);
}

/**
 * libvirt_transfer_get_bytes_done:
 * @self: a transfer
 *
 * Gets the value of #LibvirtTransfer:bytes-done, which is as new as can be: it may be ahead of the
 * last `notify`.
 *
 * Returns: a number of bytes
 *
 * Since: 1.0
 */
guint64
libvirt_transfer_get_bytes_done (LibvirtTransfer *self)
{
  guint64 done;

  g_return_val_if_fail (LIBVIRT_IS_TRANSFER (self), 0);

  g_mutex_lock (&self->lock);
  done = self->done;
  g_mutex_unlock (&self->lock);

  return done;
}

/**
 * libvirt_transfer_get_bytes_total:
 * @self: a transfer that has begun
 *
 * Gets the value of #LibvirtTransfer:bytes-total.
 *
 * Returns: what #LibvirtTransfer:bytes-done will be in the end, or 0
 *
 * Since: 1.0
 */
guint64
libvirt_transfer_get_bytes_total (LibvirtTransfer *self)
{
  guint64 total;

  g_return_val_if_fail (LIBVIRT_IS_TRANSFER (self), 0);

  g_mutex_lock (&self->lock);
  total = self->total;
  g_mutex_unlock (&self->lock);

  return total;
}

/**
 * libvirt_transfer_get_fraction:
 * @self: a transfer
 *
 * Gets the value of #LibvirtTransfer:fraction. It is 0 while the total is not known.
 *
 * Returns: a number that does not go beyond 1
 *
 * Since: 1.0
 */
double
libvirt_transfer_get_fraction (LibvirtTransfer *self)
{
  double fraction = 0;

  g_return_val_if_fail (LIBVIRT_IS_TRANSFER (self), 0);

  g_mutex_lock (&self->lock);
  if (self->total > 0)
    fraction = (double) MIN (self->done, self->total) / (double) self->total;
  g_mutex_unlock (&self->lock);

  return fraction;
}

/**
 * libvirt_transfer_cancel:
 * @self: a transfer
 *
 * Ends it as soon as possible, from any thread. The function that moves the data fails with
 * %G_IO_ERROR_CANCELLED, and aborts the stream that it used. One that begins later fails at once.
 *
 * Since: 1.0
 */
void
libvirt_transfer_cancel (LibvirtTransfer *self)
{
  g_return_if_fail (LIBVIRT_IS_TRANSFER (self));

  g_cancellable_cancel (self->cancellable);
}
