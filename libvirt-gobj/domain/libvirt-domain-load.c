/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * How domains come into the process: one object for each, with true base properties from the
 * start. A list of any length costs the same number of calls.
 */

#include "domain/libvirt-domain-private.h"

#include <libvirt/virterror.h>
#include <stdlib.h>
#include <string.h>

#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-error-private.h"

/* The filters of a list that the statistics call has as well, with the same bits. */
#define STATS_FILTERS                                                                             \
  (VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE |                          \
   VIR_CONNECT_LIST_DOMAINS_PERSISTENT | VIR_CONNECT_LIST_DOMAINS_TRANSIENT |                     \
   VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_PAUSED |                           \
   VIR_CONNECT_LIST_DOMAINS_SHUTOFF | VIR_CONNECT_LIST_DOMAINS_OTHER)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (virDomain, virDomainFree)

static gboolean
state_is_active (int state,
                 virDomainPtr native)
{
  switch (state)
    {
    case VIR_DOMAIN_SHUTOFF:
      return FALSE;
    case VIR_DOMAIN_CRASHED:
    case VIR_DOMAIN_NOSTATE:
      /* These leave it open. */
      return virDomainGetID (native) != (unsigned int) -1;
    default:
      return TRUE;
    }
}

static void
base_set_state (LibvirtDomainBase *base,
                int state,
                int reason,
                virDomainPtr native)
{
  base->fields |= LIBVIRT_DOMAIN_HAS_STATE;
  base->state = state;
  base->state_reason = reason;
  base->active = state_is_active (state, native);
  base->id = LIBVIRT_DOMAIN_ID_SAME;
}

gboolean
libvirt_domain_query_state (virDomainPtr native,
                            guint flags,
                            LibvirtDomainBase *base,
                            GError **error)
{
  int state;
  int reason;

  if (!libvirt_check (virDomainGetState (native, &state, &reason, flags), error))
    return FALSE;

  base_set_state (base, state, reason, native);
  return TRUE;
}

static gboolean
query_base (virDomainPtr native,
            LibvirtDomainBase *base,
            GError **error)
{
  int persistent;
  int autostart = 0;

  if (!libvirt_domain_query_state (native, 0, base, error))
    return FALSE;
  persistent = virDomainIsPersistent (native);
  if (!libvirt_check (persistent, error))
    return FALSE;

  base->fields |= LIBVIRT_DOMAIN_HAS_PERSISTENT | LIBVIRT_DOMAIN_HAS_AUTOSTART |
                  LIBVIRT_DOMAIN_HAS_MANAGED_SAVE;
  base->persistent = persistent > 0;
  /* Not every hypervisor knows these two: 'no' is the truth there. */
  base->autostart = virDomainGetAutostart (native, &autostart) == 0 && autostart != 0;
  base->managed_save = virDomainHasManagedSaveImage (native, 0) > 0;
  return TRUE;
}

/* Under the lock. */
static LibvirtDomain *
domain_new (LibvirtCore *core,
            const guint8 *uuid,
            virDomainPtr native)
{
  LibvirtDomain *self = g_object_new (LIBVIRT_TYPE_DOMAIN, NULL);
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);

  memcpy (self->uuid, uuid, sizeof self->uuid);
  libvirt_core_replace (&entity->core, core);
  entity->handle = libvirt_handle_new (core, LIBVIRT_KIND_DOMAIN, native);

  return self;
}

/* The object for *@native, made if there is none. Takes *@native, and clears it, if it is of
 * use. NULL if the connection was closed. */
static LibvirtDomain *
get_or_make (LibvirtCore *core,
             virDomainPtr *native,
             const LibvirtDomainBase *base,
             guint32 serial,
             gboolean *made,
             gboolean *touched)
{
  LibvirtDomain *self = NULL;
  guint8 uuid[VIR_UUID_BUFLEN];
  const char *name = virDomainGetName (*native);

  virDomainGetUUID (*native, uuid);

  g_mutex_lock (&core->lock);
  if (core->handle != NULL)
    self = (LibvirtDomain *) libvirt_registry_lookup (&core->registry, LIBVIRT_KIND_DOMAIN, uuid);
  *made = core->handle != NULL && self == NULL;
  if (*made)
    {
      self = domain_new (core, uuid, g_steal_pointer (native));
      libvirt_domain_set_first_base (self, base, serial);
      libvirt_registry_hold (&core->registry, LIBVIRT_ENTITY (self));
      libvirt_registry_set_domain_name (&core->registry, name, LIBVIRT_ENTITY (self));
    }
  *touched = *made && libvirt_core_was_touched (core, name, serial);
  g_mutex_unlock (&core->lock);

  if (*made)
    libvirt_entity_list_tell (LIBVIRT_ENTITY (self));
  return self;
}

/* Whether a name from @source says how it is now. Under the lock. */
static gboolean
may_rename (LibvirtDomain *self,
            LibvirtDomainSource source,
            guint32 serial)
{
  switch (source)
    {
    case LIBVIRT_DOMAIN_FROM_ANSWER:
      return serial >= self->name_serial;
    case LIBVIRT_DOMAIN_FROM_OWN:
      self->n_due += self->n_due < G_MAXUINT8 ? 1 : 0;
      return TRUE;
    case LIBVIRT_DOMAIN_FROM_EVENT:
      return serial > self->name_serial && self->n_due == 0;
    }

  g_assert_not_reached ();
}

/* Puts @native in place. Under the lock. A name leads only to what is held. */
static void
domain_swap_native (LibvirtDomain *self,
                    virDomainPtr native)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  LibvirtRegistry *registry = &entity->core->registry;

  libvirt_registry_unset_domain_name (registry, libvirt_entity_read_name (entity), entity);
  libvirt_entity_swap_handle (entity,
                              libvirt_handle_new (entity->core, LIBVIRT_KIND_DOMAIN, native));
  if (libvirt_registry_holds (registry, entity))
    libvirt_registry_set_domain_name (registry, libvirt_entity_read_name (entity), entity);
}

void
libvirt_domain_take_native (LibvirtDomain *self,
                            virDomainPtr native,
                            LibvirtDomainSource source,
                            guint32 serial)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  g_autoptr (LibvirtDomain) kept = g_object_ref (self); /* a handler may drop the caller's */
  g_autoptr (virDomain) unused = native;
  gboolean told_at_once = libvirt_entity_begin_change (entity);
  gboolean renamed;
  gboolean ask = FALSE;

  renamed = entity->core->handle != NULL && entity->handle != NULL &&
            g_strcmp0 (libvirt_entity_read_name (entity), virDomainGetName (native)) != 0;
  if (renamed && !may_rename (self, source, serial))
    {
      renamed = FALSE;
      ask = TRUE;
    }
  if (renamed)
    domain_swap_native (self, g_steal_pointer (&unused));
  if (!ask)
    self->name_serial = MAX (self->name_serial, serial);
  libvirt_entity_end_change (entity, told_at_once, renamed ? LIBVIRT_ENTITY_CHANGED_NAME : 0);

  if (ask)
    libvirt_domain_ask (self);
}

/* Takes @native over. */
static LibvirtDomain *
adopt_with_base (LibvirtCore *core,
                 virDomainPtr native,
                 LibvirtDomainBase *base,
                 LibvirtDomainSource source,
                 guint32 serial)
{
  g_autoptr (virDomain) unused = native;
  gboolean made;
  gboolean touched;
  LibvirtDomain *self = get_or_make (core, &unused, base, serial, &made, &touched);

  if (self == NULL)
    return NULL;

  if (!made)
    {
      libvirt_domain_take_native (self, g_steal_pointer (&unused), source, serial);
      libvirt_domain_update (self, base, source, serial);
    }
  if (touched)
    libvirt_domain_ask (self);
  return self;
}

LibvirtDomain *
libvirt_domain_adopt_from_event (LibvirtCore *core,
                                 virDomainPtr native,
                                 const LibvirtDomainBase *base,
                                 guint32 serial)
{
  LibvirtDomainBase first = *base;
  gboolean active = virDomainGetID (native) != (unsigned int) -1;

  /* What the event leaves open is asked for below: until then, the likely. */
  if ((first.fields & LIBVIRT_DOMAIN_HAS_STATE) == 0)
    base_set_state (&first, active ? VIR_DOMAIN_RUNNING : VIR_DOMAIN_SHUTOFF, 0, native);
  if ((first.fields & LIBVIRT_DOMAIN_HAS_PERSISTENT) == 0)
    {
      first.fields |= LIBVIRT_DOMAIN_HAS_PERSISTENT;
      first.persistent = !active;
    }

  return adopt_with_base (core, native, &first, LIBVIRT_DOMAIN_FROM_EVENT, serial);
}

/* The object for *@native, which it takes, if its properties can be trusted as they are. One
 * that was forgotten is held again, as it is handed out again. */
static LibvirtDomain *
lookup_tracked (LibvirtCore *core,
                virDomainPtr *native,
                guint32 serial)
{
  g_autoptr (LibvirtEntity) entity = NULL;
  guint8 uuid[VIR_UUID_BUFLEN];
  gboolean trusted = FALSE;

  virDomainGetUUID (*native, uuid);

  g_mutex_lock (&core->lock);
  if ((core->tracked_kinds & (1u << LIBVIRT_KIND_DOMAIN)) != 0 && core->handle != NULL)
    entity = libvirt_registry_lookup (&core->registry, LIBVIRT_KIND_DOMAIN, uuid);
  if (entity != NULL && entity->exists)
    {
      trusted = TRUE;
      libvirt_registry_hold (&core->registry, entity);
      libvirt_registry_set_domain_name (&core->registry, libvirt_entity_read_name (entity), entity);
    }
  g_mutex_unlock (&core->lock);

  if (!trusted)
    return NULL;

  libvirt_domain_take_native (LIBVIRT_DOMAIN (entity), g_steal_pointer (native),
                              LIBVIRT_DOMAIN_FROM_ANSWER, serial);
  return LIBVIRT_DOMAIN (g_steal_pointer (&entity));
}

/* Takes @native over. */
static LibvirtDomain *
query_and_adopt (LibvirtCore *core,
                 virDomainPtr native,
                 LibvirtDomainSource source,
                 guint32 serial,
                 GError **error)
{
  g_autoptr (virDomain) unused = native;
  LibvirtDomainBase base = { 0 };
  LibvirtDomain *self;

  if (!query_base (native, &base, error))
    return NULL;

  self = adopt_with_base (core, g_steal_pointer (&unused), &base, source, serial);
  if (self == NULL)
    libvirt_core_set_closed_error (core, error);
  return self;
}

LibvirtDomain *
libvirt_domain_adopt (LibvirtCore *core,
                      virDomainPtr native,
                      guint32 serial,
                      GError **error)
{
  LibvirtDomain *self = lookup_tracked (core, &native, serial);

  if (self == NULL)
    self = query_and_adopt (core, native, LIBVIRT_DOMAIN_FROM_ANSWER, serial, error);
  return self;
}

LibvirtDomain *
libvirt_domain_adopt_changed (LibvirtCore *core,
                              virDomainPtr native,
                              guint32 serial,
                              GError **error)
{
  return query_and_adopt (core, native, LIBVIRT_DOMAIN_FROM_OWN, serial, error);
}

/* A domain of a list that is on its way. */
typedef struct
{
  virDomainPtr native;
  int state;
  int reason;
} Listed;

static void
listed_clear (gpointer data)
{
  Listed *listed = data;

  if (listed->native != NULL)
    virDomainFree (listed->native);
}

static GArray *
listed_new (void)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Listed));

  g_array_set_clear_func (list, listed_clear);
  return list;
}

void
libvirt_domain_free_records (virDomainStatsRecordPtr *records,
                             int n_records)
{
  for (int i = 0; i < n_records; i++)
    {
      g_clear_pointer (&records[i]->dom, virDomainFree);
      virTypedParamsFree (records[i]->params, records[i]->nparams);
      free (records[i]);
    }
  free (records);
}

/* The handles of a statistics call, with the states. */
static GArray *
listed_from_records (virDomainStatsRecordPtr *records,
                     int n_records)
{
  GArray *list = listed_new ();

  for (int i = 0; i < n_records; i++)
    {
      Listed listed = { g_steal_pointer (&records[i]->dom), VIR_DOMAIN_NOSTATE, 0 };

      virTypedParamsGetInt (records[i]->params, records[i]->nparams, "state.state", &listed.state);
      virTypedParamsGetInt (records[i]->params, records[i]->nparams, "state.reason",
                            &listed.reason);
      g_array_append_val (list, listed);
    }

  return list;
}

/* The statistics of a state, and with them the handles: state and list in one call. Takes
 * @records over. */
static GArray *
listed_take_records (virDomainStatsRecordPtr *records,
                     int n_records)
{
  GArray *list = listed_from_records (records, n_records);

  libvirt_domain_free_records (records, n_records);
  return list;
}

static void
natives_free (virDomainPtr *natives,
              int n_natives)
{
  for (int i = 0; i < n_natives; i++)
    virDomainFree (natives[i]);
  free (natives);
}

/* The names of the domains that a filter lets through; NULL if the hypervisor lacks it. */
static GHashTable *
list_names (virConnectPtr connect,
            unsigned int filter)
{
  g_autoptr (GHashTable) names = NULL;
  virDomainPtr *natives;
  int n_natives = virConnectListAllDomains (connect, &natives, filter);

  if (n_natives < 0)
    return NULL;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < n_natives; i++)
    g_hash_table_add (names, g_strdup (virDomainGetName (natives[i])));
  natives_free (natives, n_natives);

  return g_steal_pointer (&names);
}

/* Hypervisors without statistics: a list for each of the common states. */
static void
listed_fill_states (GArray *list,
                    virConnectPtr connect)
{
  static const struct
  {
    unsigned int filter;
    int state;
  } states[] = {
    { VIR_CONNECT_LIST_DOMAINS_RUNNING, VIR_DOMAIN_RUNNING },
    { VIR_CONNECT_LIST_DOMAINS_PAUSED, VIR_DOMAIN_PAUSED },
    { VIR_CONNECT_LIST_DOMAINS_SHUTOFF, VIR_DOMAIN_SHUTOFF },
  };

  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      g_autoptr (GHashTable) names = list_names (connect, states[s].filter);

      for (guint i = 0; names != NULL && i < list->len; i++)
        {
          Listed *listed = &g_array_index (list, Listed, i);

          if (g_hash_table_contains (names, virDomainGetName (listed->native)))
            listed->state = states[s].state;
        }
    }
}

/* Filters that the statistics call lacks: a list first, then the statistics of what it has. */
static GArray *
list_filtered (virConnectPtr connect,
               unsigned int filters,
               GError **error)
{
  virDomainStatsRecordPtr *records;
  virDomainPtr *natives;
  GArray *list;
  int n_records;
  int n_natives = virConnectListAllDomains (connect, &natives, filters);

  if (!libvirt_check (n_natives, error))
    return NULL;
  if (n_natives == 0)
    {
      free (natives);
      return listed_new ();
    }

  n_records = virDomainListGetStats (natives, VIR_DOMAIN_STATS_STATE, &records, 0);
  if (n_records >= 0)
    {
      natives_free (natives, n_natives);
      return listed_take_records (records, n_records);
    }

  list = listed_new ();
  for (int i = 0; i < n_natives; i++)
    {
      Listed listed = { natives[i], VIR_DOMAIN_NOSTATE, 0 };

      g_array_append_val (list, listed);
    }
  free (natives);
  listed_fill_states (list, connect);
  return list;
}

static GArray *
list_with_states (virConnectPtr connect,
                  unsigned int filters,
                  GError **error)
{
  virDomainStatsRecordPtr *records;
  int n_records;

  if ((filters & ~STATS_FILTERS) == 0)
    {
      n_records = virConnectGetAllDomainStats (connect, VIR_DOMAIN_STATS_STATE, &records, filters);
      if (n_records >= 0)
        return listed_take_records (records, n_records);
    }

  return list_filtered (connect, filters, error);
}

/* The base properties that only filtered lists tell, each a list of the rarer case. */
typedef struct
{
  gboolean loaded;
  GHashTable *transient;
  GHashTable *autostart;
  GHashTable *managed_save;
} Rarities;

static void
rarities_load (Rarities *self,
               virConnectPtr connect)
{
  self->loaded = TRUE;
  self->transient = list_names (connect, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
  self->autostart = list_names (connect, VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
  self->managed_save = list_names (connect, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE);
}

static void
rarities_clear (Rarities *self)
{
  g_clear_pointer (&self->transient, g_hash_table_unref);
  g_clear_pointer (&self->autostart, g_hash_table_unref);
  g_clear_pointer (&self->managed_save, g_hash_table_unref);
}

static gboolean
is_among (GHashTable *names,
          const char *name)
{
  return names != NULL && g_hash_table_contains (names, name);
}

static void
base_from_list (LibvirtDomainBase *base,
                const Listed *listed,
                const Rarities *rarities)
{
  const char *name = virDomainGetName (listed->native);

  base_set_state (base, listed->state, listed->reason, listed->native);
  base->fields |= LIBVIRT_DOMAIN_HAS_PERSISTENT | LIBVIRT_DOMAIN_HAS_AUTOSTART |
                  LIBVIRT_DOMAIN_HAS_MANAGED_SAVE;
  base->persistent = !is_among (rarities->transient, name);
  base->autostart = is_among (rarities->autostart, name);
  base->managed_save = is_among (rarities->managed_save, name);
}

/* NULL if the connection was closed. */
static LibvirtDomain *
adopt_one_listed (LibvirtCore *core,
                  Listed *listed,
                  const Rarities *rarities,
                  guint32 serial)
{
  LibvirtDomainBase base = { 0 };

  base_from_list (&base, listed, rarities);
  return adopt_with_base (core, g_steal_pointer (&listed->native), &base,
                          LIBVIRT_DOMAIN_FROM_ANSWER, serial);
}

static GPtrArray *
adopt_listed (LibvirtCore *core,
              GArray *list,
              const Rarities *rarities,
              guint32 serial)
{
  GPtrArray *domains = g_ptr_array_new_full (list->len, g_object_unref);

  for (guint i = 0; i < list->len; i++)
    {
      LibvirtDomain *domain =
        adopt_one_listed (core, &g_array_index (list, Listed, i), rarities, serial);

      if (domain == NULL)
        {
          g_ptr_array_unref (domains);
          return NULL;
        }
      g_ptr_array_add (domains, domain);
    }

  return domains;
}

GPtrArray *
libvirt_domain_adopt_list (LibvirtCore *core,
                           virConnectPtr connect,
                           LibvirtConnectListAllDomainsFlags flags,
                           GError **error)
{
  guint32 serial = libvirt_core_begin_load (core);
  g_autoptr (GArray) list = list_with_states (connect, flags, error);
  GPtrArray *domains = NULL;

  if (list != NULL)
    {
      Rarities rarities;

      rarities_load (&rarities, connect);
      domains = adopt_listed (core, list, &rarities, serial);
      rarities_clear (&rarities);
      if (domains == NULL)
        libvirt_core_set_closed_error (core, error);
    }
  libvirt_core_end_load (core);

  return domains;
}

/* @rarities are loaded when the first domain needs them: where all are known, that is never. */
static LibvirtDomain *
adopt_record (LibvirtCore *core,
              virConnectPtr connect,
              Listed *listed,
              Rarities *rarities,
              guint32 serial)
{
  LibvirtDomain *domain = lookup_tracked (core, &listed->native, serial);

  if (domain != NULL)
    return domain;

  if (!rarities->loaded)
    rarities_load (rarities, connect);
  return adopt_one_listed (core, listed, rarities, serial);
}

GPtrArray *
libvirt_domain_adopt_records (LibvirtCore *core,
                              virConnectPtr connect,
                              virDomainStatsRecordPtr *records,
                              int n_records,
                              guint32 serial,
                              GError **error)
{
  g_autoptr (GArray) list = listed_from_records (records, n_records);
  GPtrArray *domains = g_ptr_array_new_full (n_records, g_object_unref);
  Rarities rarities = { 0 };

  for (guint i = 0; i < list->len && domains->len == i; i++)
    {
      Listed *listed = &g_array_index (list, Listed, i);
      LibvirtDomain *domain = adopt_record (core, connect, listed, &rarities, serial);

      if (domain != NULL)
        g_ptr_array_add (domains, domain);
    }
  rarities_clear (&rarities);

  if (domains->len < list->len)
    {
      g_clear_pointer (&domains, g_ptr_array_unref);
      libvirt_core_set_closed_error (core, error);
    }
  return domains;
}

/* Asks in a worker, answers in the owner's context. */
typedef struct
{
  LibvirtWork work;
  LibvirtEmission emission;
  LibvirtDomain *domain;
  LibvirtDomainBase base;
  virDomainPtr native; /* as it is now, or NULL if the hypervisor has no such domain */
  guint32 serial;
} Ask;

#define ASK_OF_EMISSION(e) ((Ask *) ((guint8 *) (e) - G_STRUCT_OFFSET (Ask, emission)))

static void
ask_emit (LibvirtEmission *emission,
          LibvirtConnect *connect)
{
  Ask *self = ASK_OF_EMISSION (emission);

  if (self->native != NULL)
    libvirt_domain_take_native (self->domain, g_steal_pointer (&self->native),
                                LIBVIRT_DOMAIN_FROM_ANSWER, self->serial);
  if (self->base.fields != 0)
    libvirt_domain_update (self->domain, &self->base, LIBVIRT_DOMAIN_FROM_ANSWER, self->serial);
}

static void
ask_detach (LibvirtEmission *emission)
{
  g_clear_pointer (&ASK_OF_EMISSION (emission)->native, virDomainFree);
}

static void
ask_free (LibvirtEmission *emission)
{
  Ask *self = ASK_OF_EMISSION (emission);

  ask_detach (emission);
  g_object_unref (self->domain);
  g_free (self);
}

/* A domain that the hypervisor does not know any more is neither active nor persistent. */
static void
ask_query (Ask *self)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self->domain)->core;
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (core, NULL);

  if (handle == NULL)
    return;

  self->native = virDomainLookupByUUID (handle->connect, self->domain->uuid);
  if (self->native != NULL)
    {
      if (!query_base (self->native, &self->base, NULL))
        self->base.fields = 0;
      else if (self->base.active)
        self->base.id = (int) virDomainGetID (self->native);
    }
  else if (virGetLastErrorCode () == VIR_ERR_NO_DOMAIN)
    {
      self->base.fields = LIBVIRT_DOMAIN_HAS_STATE | LIBVIRT_DOMAIN_HAS_PERSISTENT;
      self->base.state = VIR_DOMAIN_SHUTOFF;
    }
}

static void
ask_run (LibvirtWork *work)
{
  Ask *self = (Ask *) work;
  g_autoptr (LibvirtCore) core = libvirt_core_ref (LIBVIRT_ENTITY (self->domain)->core);

  self->serial = libvirt_domain_begin_ask (self->domain);
  ask_query (self);
  libvirt_emitter_push (core->emitter, &self->emission);
}

void
libvirt_domain_ask (LibvirtDomain *self)
{
  Ask *ask;

  if (!libvirt_domain_want_ask (self))
    return;

  ask = g_new0 (Ask, 1);
  ask->work.run = ask_run;
  ask->emission.emit = ask_emit;
  ask->emission.free = ask_free;
  ask->emission.detach = ask_detach;
  ask->domain = g_object_ref (self);
  libvirt_executor_push (LIBVIRT_ENTITY (self)->core->executor, &ask->work);
}
