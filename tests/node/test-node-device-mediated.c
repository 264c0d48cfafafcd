/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Devices of the host that are kept, as mediated ones are. The test driver has none: here a virtual
 * port of its adapter has a definition, and is there or not, as functions of this program say. What
 * becomes of it is told when the test wants it, as libvirtd does it late. One that is made again has
 * the name of the one before.
 */

#include "harness.h"

#include <dlfcn.h>
#include <string.h>

#define VPORT                                                                                    \
  "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>" \
  "<wwnn>1000000023452345</wwnn><wwpn>1001001023452345</wwpn></capability></capability></device>"

#define OUR_CALLBACK 4711

/* The one device. */
static struct
{
  gboolean is_on;
  gboolean active;
  gboolean persistent;
  virNodeDevicePtr native; /* what events come with */
  GArray *untold;          /* of int: events */

  virConnectNodeDeviceEventLifecycleCallback callback;
  virConnectPtr connect;
  gpointer opaque;
  virFreeCallback free_opaque;
} played;

static gpointer
real (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (function);
  return function;
}

#define REAL(name) ((typeof (&(name))) real (#name))

G_MODULE_EXPORT int
virConnectNodeDeviceEventRegisterAny (virConnectPtr connect,
                                      virNodeDevicePtr device,
                                      int id,
                                      virConnectNodeDeviceEventGenericCallback callback,
                                      void *opaque,
                                      virFreeCallback free_opaque)
{
  if (!played.is_on || id != VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE)
    return REAL (virConnectNodeDeviceEventRegisterAny) (connect, device, id, callback, opaque,
                                                        free_opaque);

  played.connect = connect;
  played.callback = (virConnectNodeDeviceEventLifecycleCallback) (void (*) (void)) callback;
  played.opaque = opaque;
  played.free_opaque = free_opaque;
  return OUR_CALLBACK;
}

G_MODULE_EXPORT int
virConnectNodeDeviceEventDeregisterAny (virConnectPtr connect,
                                        int id)
{
  if (id != OUR_CALLBACK)
    return REAL (virConnectNodeDeviceEventDeregisterAny) (connect, id);

  played.free_opaque (played.opaque);
  return 0;
}

static void
note_event (int event)
{
  g_array_append_val (played.untold, event);
}

static virNodeDevicePtr
make_native (virConnectPtr connect)
{
  virNodeDevicePtr native = virNodeDeviceCreateXML (connect, VPORT, 0);

  g_assert_nonnull (native);
  if (played.native == NULL)
    {
      g_assert_cmpint (virNodeDeviceRef (native), ==, 0);
      played.native = native;
    }
  return native;
}

static int
drop_native_if_nothing_is_left (virNodeDevicePtr native)
{
  return played.active || played.persistent ? 0 : REAL (virNodeDeviceDestroy) (native);
}

G_MODULE_EXPORT virNodeDevicePtr
virNodeDeviceDefineXML (virConnectPtr connect,
                        const char *xml,
                        unsigned int flags)
{
  played.persistent = TRUE;
  note_event (VIR_NODE_DEVICE_EVENT_DEFINED);
  return make_native (connect);
}

G_MODULE_EXPORT int
virNodeDeviceCreate (virNodeDevicePtr native,
                     unsigned int flags)
{
  played.active = TRUE;
  note_event (VIR_NODE_DEVICE_EVENT_CREATED);
  return 0;
}

G_MODULE_EXPORT int
virNodeDeviceDestroy (virNodeDevicePtr native)
{
  played.active = FALSE;
  note_event (VIR_NODE_DEVICE_EVENT_DELETED);
  return drop_native_if_nothing_is_left (native);
}

G_MODULE_EXPORT int
virNodeDeviceUndefine (virNodeDevicePtr native,
                       unsigned int flags)
{
  played.persistent = FALSE;
  note_event (VIR_NODE_DEVICE_EVENT_UNDEFINED);
  return drop_native_if_nothing_is_left (native);
}

static gboolean
is_played (virNodeDevicePtr native)
{
  return played.native != NULL &&
         g_str_equal (virNodeDeviceGetName (native), virNodeDeviceGetName (played.native));
}

G_MODULE_EXPORT int
virNodeDeviceIsActive (virNodeDevicePtr native)
{
  return !is_played (native) || played.active;
}

G_MODULE_EXPORT int
virNodeDeviceIsPersistent (virNodeDevicePtr native)
{
  return is_played (native) && played.persistent;
}

typedef struct
{
  Harness harness;
  GListModel *list;
  GString *changes; /* of the list */
} Fixture;

static void
on_items_changed (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  g_string_append_printf (((Fixture *) user_data)->changes, "-%u+%u ", removed, added);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  played.is_on = TRUE;
  played.untold = g_array_new (FALSE, FALSE, sizeof (int));
  harness_set_up (&self->harness, NULL);
  self->changes = g_string_new (NULL);
  self->list = libvirt_connect_get_node_devices (self->harness.connect);
  harness_wait_until_loaded (self->list);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  virNodeDeviceFree (g_steal_pointer (&played.native));
  harness_tear_down (&self->harness, NULL);
  played.is_on = FALSE;
  g_array_unref (played.untold);
  g_string_free (self->changes, TRUE);
}

/* As libvirt does it, of the first @n; the main loop does the rest. */
static void
tell (guint n)
{
  g_assert_cmpuint (played.untold->len, >=, n);
  for (guint i = 0; i < n; i++)
    played.callback (played.connect, played.native, g_array_index (played.untold, int, i), 0,
                     played.opaque);
  g_array_remove_range (played.untold, 0, n);
}

static void
tell_all (Fixture *self)
{
  tell (played.untold->len);
  harness_wait_for_events (&self->harness);
}

static LibvirtNodeDevice *
define (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtNodeDevice *device =
    libvirt_connect_define_node_device_xml (self->harness.connect, VPORT, 0, &error);

  g_assert_no_error (error);
  return device;
}

static void
start (LibvirtNodeDevice *device)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_node_device_create (device, 0, &error));
  g_assert_no_error (error);
}

static void
stop (LibvirtNodeDevice *device)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_node_device_destroy (device, &error));
  g_assert_no_error (error);
}

static void
undefine (LibvirtNodeDevice *device)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_node_device_undefine (device, 0, &error));
  g_assert_no_error (error);
}

static gboolean
exists (LibvirtNodeDevice *device)
{
  return libvirt_entity_get_exists (LIBVIRT_ENTITY (device));
}

static void
note_lifecycle (LibvirtNodeDevice *device,
                LibvirtNodeDeviceEventLifecycleType event,
                int detail,
                gpointer story)
{
  static const char *const names[] = { "created ", "deleted ", "defined ", "undefined " };

  g_string_append (story, names[event]);
}

static GString *
record (LibvirtNodeDevice *device)
{
  GString *story = g_string_new (NULL);

  g_signal_connect (device, "event-lifecycle", G_CALLBACK (note_lifecycle), story);
  return story;
}

/* The first one ends in calls of ours before anything of that is told, and the second one has come by
 * then. */
static void
test_ends_late (Fixture *self,
                gconstpointer data)
{
  gboolean stops_first = GPOINTER_TO_INT (data);
  g_autoptr (LibvirtNodeDevice) first = define (self);
  g_autoptr (GString) first_story = record (first);
  g_autoptr (LibvirtNodeDevice) second = NULL;
  g_autoptr (GString) second_story = NULL;

  start (first);
  tell_all (self);
  g_assert_cmpstr (first_story->str, ==, "defined created ");
  g_string_truncate (first_story, 0);
  g_string_truncate (self->changes, 0);

  if (stops_first)
    stop (first);
  undefine (first);
  if (!stops_first)
    stop (first);
  g_assert_false (exists (first));
  second = define (self);
  second_story = record (second);
  g_assert_true (second != first);
  tell_all (self);

  g_assert_cmpstr (first_story->str, ==, stops_first ? "deleted undefined " : "undefined deleted ");
  g_assert_cmpstr (second_story->str, ==, "defined ");
  g_assert_true (exists (second));
  g_assert_true (libvirt_node_device_peek_persistent (second));
  g_assert_false (libvirt_node_device_peek_active (second));
  g_assert_cmpstr (self->changes->str, ==, "-1+0 -0+1 ");

  /* Its own end is no one else's. */
  undefine (second);
  tell_all (self);
  g_assert_cmpstr (second_story->str, ==, "defined undefined ");
  g_assert_cmpuint (played.untold->len, ==, 0);
}

/* That it has stopped is known to the library, but not told to the program, when a call of ours ends it. */
static void
test_ends_half_told (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (LibvirtNodeDevice) first = define (self);
  g_autoptr (GString) first_story = NULL;
  g_autoptr (LibvirtNodeDevice) second = NULL;
  g_autoptr (GString) second_story = NULL;

  start (first);
  tell_all (self);
  first_story = record (first);
  stop (first);
  tell (1);
  undefine (first);
  second = define (self);
  second_story = record (second);
  tell_all (self);

  g_assert_cmpstr (first_story->str, ==, "deleted undefined ");
  g_assert_cmpstr (second_story->str, ==, "defined ");
  g_assert_true (exists (second));
  g_assert_true (libvirt_node_device_peek_persistent (second));
  undefine (second);
  tell_all (self);
}

/* What became of the first one before its end says nothing of the second one, which is there without a
 * definition. */
static void
test_ends_after_others (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (LibvirtNodeDevice) first = define (self);
  g_autoptr (LibvirtNodeDevice) second = NULL;

  tell_all (self);
  start (first);
  stop (first);
  start (first);
  stop (first);
  undefine (first);
  second = define (self);
  start (second);
  undefine (second);
  g_assert_true (exists (second));
  tell_all (self);

  g_assert_true (exists (second));
  g_assert_true (libvirt_node_device_peek_active (second));
  g_assert_false (libvirt_node_device_peek_persistent (second));
  stop (second);
  tell_all (self);
  g_assert_false (exists (second));
}

#define ADD(path, data, func) \
  g_test_add ("/node/device/mediated/" path, Fixture, GINT_TO_POINTER (data), set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("ends-late/stopped-first", TRUE, test_ends_late);
  ADD ("ends-late/undefined-first", FALSE, test_ends_late);
  ADD ("ends-half-told", 0, test_ends_half_told);
  ADD ("ends-after-others", 0, test_ends_after_others);

  return g_test_run ();
}
