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
#include "runtime/libvirt-track-private.h"

/* The filters of a list that the statistics call has as well, with the same bits. */
#define STATS_FILTERS                                                                             \
  (VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE |                          \
   VIR_CONNECT_LIST_DOMAINS_PERSISTENT | VIR_CONNECT_LIST_DOMAINS_TRANSIENT |                     \
   VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_PAUSED |                           \
   VIR_CONNECT_LIST_DOMAINS_SHUTOFF | VIR_CONNECT_LIST_DOMAINS_OTHER)

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
base_set_state (LibvirtBase *base,
                int state,
                int reason,
                virDomainPtr native)
{
  base->fields |= LIBVIRT_HAS_STATE;
  base->state = state;
  base->state_reason = reason;
  base->active = state_is_active (state, native);
  base->id = LIBVIRT_ID_SAME;
}

gboolean
libvirt_domain_query_state (virDomainPtr native,
                            guint flags,
                            LibvirtBase *base,
                            GError **error)
{
  int state;
  int reason;

  if (!libvirt_check (virDomainGetState (native, &state, &reason, flags), error))
    return FALSE;

  base_set_state (base, state, reason, native);
  return TRUE;
}

/* What a handle has that was made when the domain ran. */
static int
handle_get_id (virDomainPtr native)
{
  int id = (int) virDomainGetID (native);

  return id != -1 ? id : LIBVIRT_ID_SAME;
}

/* Of what runs. A handle from before the start does not have it. */
static int
query_id (virDomainPtr native)
{
  int id = handle_get_id (native);
  unsigned char uuid[VIR_UUID_BUFLEN];
  virDomainPtr again;

  if (id != LIBVIRT_ID_SAME || virDomainGetUUID (native, uuid) < 0)
    return id;

  again = virDomainLookupByUUID (virDomainGetConnect (native), uuid);
  if (again == NULL)
    return id;

  id = handle_get_id (again);
  virDomainFree (again);
  return id;
}

gboolean
libvirt_domain_query (gpointer native,
                      LibvirtBase *base,
                      GError **error)
{
  int persistent;
  int autostart = 0;

  if (!libvirt_domain_query_state (native, 0, base, error))
    return FALSE;
  persistent = virDomainIsPersistent (native);
  if (!libvirt_check (persistent, error))
    return FALSE;

  base->fields |= LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART |
                  LIBVIRT_HAS_MANAGED_SAVE;
  base->persistent = persistent > 0;
  /* Not every hypervisor knows these two: 'no' is the truth there. */
  base->autostart = virDomainGetAutostart (native, &autostart) == 0 && autostart != 0;
  base->managed_save = virDomainHasManagedSaveImage (native, 0) > 0;
  if (base->active)
    base->id = query_id (native);
  return TRUE;
}

void
libvirt_domain_guess (gpointer native,
                      LibvirtBase *base)
{
  gboolean active = virDomainGetID (native) != (unsigned int) -1;

  /* What runs may be paused; what does not is as it is. */
  if ((base->fields & LIBVIRT_HAS_STATE) == 0)
    {
      base->guessed |= active ? LIBVIRT_HAS_STATE : 0;
      base_set_state (base, active ? VIR_DOMAIN_RUNNING : VIR_DOMAIN_SHUTOFF, 0, native);
    }
  if ((base->fields & LIBVIRT_HAS_PERSISTENT) == 0)
    {
      base->guessed |= LIBVIRT_HAS_PERSISTENT;
      base->fields |= LIBVIRT_HAS_PERSISTENT;
      base->persistent = !active;
    }
}

/* A domain of a list that is on its way. */
typedef struct
{
  virDomainPtr native;
  int state;
  int reason;
  gboolean misses_id; /* if it runs, its number is not to be had from what is known */
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
      Listed listed = { g_steal_pointer (&records[i]->dom), VIR_DOMAIN_NOSTATE };

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

static int
list_domains (gpointer connect,
              gpointer **natives,
              unsigned int flags)
{
  return virConnectListAllDomains (connect, (virDomainPtr **) natives, flags);
}

static void
natives_free (virDomainPtr *natives,
              int n_natives)
{
  for (int i = 0; i < n_natives; i++)
    virDomainFree (natives[i]);
  free (natives);
}

static GHashTable *
list_names (virConnectPtr connect,
            unsigned int filter)
{
  return libvirt_list_names (&libvirt_domain_details, list_domains, connect, filter);
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
      Listed listed = { natives[i], VIR_DOMAIN_NOSTATE };

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

/* FALSE as well for one that was taken over already, and has no handle any more. */
static gboolean
listed_runs (const Listed *self)
{
  return self->native != NULL && state_is_active (self->state, self->native);
}

/*
 * The base properties that only filtered lists tell. What changes between these and the states is told
 * by an event, but for one thing: whether what has stopped meanwhile is gone, or what has been started
 * has no definition.
 *
 * Where nothing is known yet, what has no definition is asked for before the states, and what runs by these
 * is UNSURE until it is known not to have been started between the two. Later on, when hardly anything
 * that runs is unknown, it is asked for after them, and only if something is. Then both is asked for,
 * whether it has a definition and, if not all have one, whether it has none; where neither is so, it
 * has stopped, and is looked at once more.
 */
typedef struct
{
  gboolean has_definitions; /* whether the next three are set */
  gboolean is_early;        /* as it was before the states */
  GHashTable *persistent;   /* and running; NULL if that was not asked for */
  GHashTable *transient;    /* NULL if all that runs is persistent */
  GHashTable *autostart;
  GHashTable *managed_save;
} Rarities;

/* Whether no domain is known on a connection whose events tell of each. */
static gboolean
knows_nothing (LibvirtCore *core,
               guint32 serial)
{
  gboolean nothing;

  g_mutex_lock (&core->lock);
  nothing = libvirt_kind_is_tracked (core, LIBVIRT_KIND_DOMAIN) &&
            libvirt_core_is_current (core, serial) &&
            g_hash_table_size (core->registry.domains_by_name) == 0;
  g_mutex_unlock (&core->lock);

  return nothing;
}

/* What is known of a list by its names. That says little of a single one: what has the name by now may be
 * another domain, of which the event comes later. */
typedef struct
{
  gboolean is_plain; /* nothing is known to start by itself, or to have been saved */
  gboolean runs_all; /* nothing runs of which events do not tell whether it has a definition */
} Known;

static Known
list_get_known (GArray *list,
                LibvirtCore *core,
                guint32 serial)
{
  Known known = { TRUE, TRUE };
  gboolean is_trusted;
  gboolean names_move;

  g_mutex_lock (&core->lock);
  names_move = g_hash_table_size (core->registry.moving_names) > 0;
  is_trusted = libvirt_kind_is_tracked (core, LIBVIRT_KIND_DOMAIN) &&
               libvirt_core_is_current (core, serial);
  for (guint i = 0; i < list->len; i++)
    {
      Listed *listed = &g_array_index (list, Listed, i);
      LibvirtEntity *entity;

      if (listed->native == NULL)
        continue;

      entity = libvirt_registry_peek_domain_by_name (&core->registry,
                                                     virDomainGetName (listed->native));
      listed->misses_id = !is_trusted || (entity != NULL ? entity->id == -1 : names_move);
      if (listed_runs (listed) && (!is_trusted || entity == NULL))
        known.runs_all = FALSE;
      if (entity != NULL &&
          libvirt_entity_has (entity, LIBVIRT_FLAG_AUTOSTART | LIBVIRT_FLAG_MANAGED_SAVE))
        known.is_plain = FALSE;
    }
  g_mutex_unlock (&core->lock);

  return known;
}

static gboolean
runs_without (GArray *list,
              GHashTable *persistent)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Listed *listed = &g_array_index (list, Listed, i);

      if (listed_runs (listed) &&
          !libvirt_is_among (persistent, virDomainGetName (listed->native)))
        return TRUE;
    }

  return FALSE;
}

static void
rarities_load_early (Rarities *self,
                     virConnectPtr connect)
{
  self->has_definitions = TRUE;
  self->is_early = TRUE;
  self->transient = list_names (connect, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
}

static void
rarities_load_definitions (Rarities *self,
                           virConnectPtr connect,
                           GArray *list)
{
  self->has_definitions = TRUE;
  self->persistent = list_names (connect, VIR_CONNECT_LIST_DOMAINS_ACTIVE |
                                            VIR_CONNECT_LIST_DOMAINS_PERSISTENT);
  if (runs_without (list, self->persistent))
    self->transient = list_names (connect, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
}

/* Whether none of a list of all starts by itself or has been saved, as far as one number can tell: one
 * call for two, without a handle. What was defined or undefined meanwhile would make it another. */
static gboolean
list_is_plain (GArray *list,
               LibvirtCore *core,
               virConnectPtr connect,
               guint32 serial)
{
  int n_plain = virConnectListAllDomains (connect, NULL, VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART |
                                                           VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE);

  return n_plain >= 0 && (guint) n_plain == list->len && libvirt_core_get_serial (core) == serial;
}

static void
rarities_load_special (Rarities *self,
                       virConnectPtr connect)
{
  self->autostart = list_names (connect, VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
  self->managed_save = list_names (connect, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE);
}

static void
rarities_clear (Rarities *self)
{
  g_clear_pointer (&self->persistent, g_hash_table_unref);
  g_clear_pointer (&self->transient, g_hash_table_unref);
  g_clear_pointer (&self->autostart, g_hash_table_unref);
  g_clear_pointer (&self->managed_save, g_hash_table_unref);
}

/* FALSE if it has stopped meanwhile. What does not run has a definition, or is about to go. */
static gboolean
base_from_list (LibvirtBase *base,
                const Listed *listed,
                const Rarities *rarities)
{
  const char *name = virDomainGetName (listed->native);

  base_set_state (base, listed->state, listed->reason, listed->native);
  base->fields |= LIBVIRT_HAS_AUTOSTART | LIBVIRT_HAS_MANAGED_SAVE;
  if (rarities->has_definitions || !base->active)
    base->fields |= LIBVIRT_HAS_PERSISTENT;
  base->persistent = !base->active || !libvirt_is_among (rarities->transient, name);
  /* What ends without a definition is still listed while it goes, as if it had one. */
  base->is_unsure = base->persistent && (!base->active || rarities->is_early);
  base->autostart = libvirt_is_among (rarities->autostart, name);
  base->managed_save = libvirt_is_among (rarities->managed_save, name);
  return !base->active || !base->persistent || rarities->persistent == NULL ||
         libvirt_is_among (rarities->persistent, name);
}

/* NULL if the connection was closed. */
static LibvirtDomain *
adopt_one_listed (LibvirtCore *core,
                  Listed *listed,
                  const Rarities *rarities,
                  guint32 serial,
                  gboolean *news)
{
  LibvirtBase base = { 0 };
  gboolean sure = base_from_list (&base, listed, rarities);
  gboolean made = FALSE;
  LibvirtDomain *domain;

  if (base.active && listed->misses_id)
    base.id = handle_get_id (listed->native);
  domain = libvirt_adopt_with_base (core, &libvirt_domain_details, NULL,
                                    g_steal_pointer (&listed->native), &base, LIBVIRT_FROM_ANSWER,
                                    serial, news != NULL ? &made : NULL);
  if (domain == NULL)
    return NULL;
  if (made)
    *news = TRUE;
  /* Another domain may have the name that was known. */
  if (made && (base.fields & LIBVIRT_HAS_PERSISTENT) == 0)
    libvirt_entity_ask_now (LIBVIRT_ENTITY (domain));
  else if (!sure)
    libvirt_entity_ask (LIBVIRT_ENTITY (domain));
  return domain;
}

static GPtrArray *
adopt_listed (LibvirtCore *core,
              GArray *list,
              const Rarities *rarities,
              guint32 serial)
{
  g_autoptr (GPtrArray) domains = g_ptr_array_new_full (list->len, g_object_unref);
  gboolean news = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      LibvirtDomain *domain =
        adopt_one_listed (core, &g_array_index (list, Listed, i), rarities, serial, &news);

      if (domain == NULL)
        return NULL;
      g_ptr_array_add (domains, domain);
    }
  if (news)
    libvirt_entity_list_tell_all (domains);

  return g_steal_pointer (&domains);
}

GPtrArray *
libvirt_domain_adopt_list (LibvirtCore *core,
                           virConnectPtr connect,
                           LibvirtConnectListAllDomainsFlags flags,
                           GError **error)
{
  guint32 serial = libvirt_core_begin_load (core);
  g_autoptr (GArray) list = NULL;
  GPtrArray *domains = NULL;
  Rarities rarities = { 0 };

  if (knows_nothing (core, serial))
    rarities_load_early (&rarities, connect);
  list = list_with_states (connect, flags, error);
  if (list != NULL)
    {
      Known known = list_get_known (list, core, serial);

      if (!rarities.has_definitions && !known.runs_all)
        rarities_load_definitions (&rarities, connect, list);
      if (flags != 0 || !known.is_plain || !list_is_plain (list, core, connect, serial))
        rarities_load_special (&rarities, connect);
      domains = adopt_listed (core, list, &rarities, serial);
      if (domains == NULL)
        libvirt_core_set_closed_error (core, error);
    }
  rarities_clear (&rarities);
  libvirt_core_end_load (core);

  return domains;
}

/* @rarities are loaded when the first domain needs them: where all are known, that is never. */
static LibvirtDomain *
adopt_record (LibvirtCore *core,
              virConnectPtr connect,
              GArray *list,
              Listed *listed,
              Rarities *rarities,
              guint32 serial)
{
  LibvirtDomain *domain = libvirt_adopt_tracked (core, &libvirt_domain_details, NULL,
                                                 (gpointer *) &listed->native, serial);

  if (domain != NULL)
    return domain;

  if (!rarities->has_definitions)
    {
      list_get_known (list, core, serial);
      rarities_load_definitions (rarities, connect, list);
      rarities_load_special (rarities, connect);
    }
  return adopt_one_listed (core, listed, rarities, serial, NULL);
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
      LibvirtDomain *domain = adopt_record (core, connect, list, listed, &rarities, serial);

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
