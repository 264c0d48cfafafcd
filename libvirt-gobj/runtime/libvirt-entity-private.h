/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity.h>
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * The fields are packed: there may be 10,000 of these. What changes is guarded by the lock of
 * the core, which is never held across a call.
 */
struct _LibvirtEntity
{
  GObject parent_instance;

  /* Never change. */
  LibvirtCore *core;
  guint8 uuid[VIR_UUID_BUFLEN]; /* of kinds that have one */

  /* Guarded by the core's lock. */
  union                  /* NULL once the connection is lost or closed */
  {
    gpointer native;       /* with LIBVIRT_FLAG_BARE: no call has needed it so far */
    LibvirtHandle *handle;
  };
  guint32 serial;        /* the core's event serial when an event last touched the entity */
  guint32 name_serial;   /* the same, when the name was last heard of */
  guint32 own_serial;    /* the same, when a call of ours last returned that changed the entity */
  gint32 id;             /* of kinds whose running instances have a number */
  guint16 flags;
  guint8 n_due;          /* events of our own changes that may still come */
  guint8 n_steps;        /* before the last of them, of what the change does on its way */
  guint8 vouched;        /* fields that are known to be as they were at @serial */
  guint8 remains;        /* fields of a base: what the events that have arrived leave of it */
  guint8 state;          /* as libvirt has it, also one that is not known here */
  guint8 state_reason;
};

/* Bits of LibvirtEntity.flags. */
enum
{
  LIBVIRT_FLAG_EXISTS = 1 << 0,
  LIBVIRT_FLAG_ACTIVE = 1 << 1,
  LIBVIRT_FLAG_PERSISTENT = 1 << 2,
  LIBVIRT_FLAG_AUTOSTART = 1 << 3,
  LIBVIRT_FLAG_MANAGED_SAVE = 1 << 4,
  LIBVIRT_FLAG_ASKING = 1 << 5, /* a worker is asking the hypervisor */
  LIBVIRT_FLAG_BARE = 1 << 6,    /* the native pointer has no box yet */
  LIBVIRT_FLAG_GUESSED = 1 << 7, /* nobody has said whether it is persistent */
  LIBVIRT_FLAG_ODD_NAME = 1 << 8, /* its key is not valid UTF-8: another name is given out */
  LIBVIRT_FLAG_UNSURE = 1 << 9,   /* see LibvirtBase.is_unsure: of what runs */
  LIBVIRT_FLAG_UNSURE_END = 1 << 10, /* the same of what does not */
};

/* The instances of kinds that are known by a name within their owner begin with this. What is
 * called so later is another thing, so the name never changes. */
typedef struct _LibvirtNamedEntity LibvirtNamedEntity;

struct _LibvirtNamedEntity
{
  LibvirtEntity parent_instance;

  LibvirtTextKey *key; /* never changes */

  /* What it belongs to, kept as long as it lives itself; NULL for what belongs to the connection,
   * and once that is closed, as the owner may have a live list of what it has. Guarded by the
   * core's lock. */
  LibvirtEntity *owner;

  /* The registry's: the ring of all that belong to one thing. NULL for what is in none. Guarded by the
   * core's lock. */
  LibvirtNamedEntity *next;
  LibvirtNamedEntity *previous;
};

/* Which members of a LibvirtBase are set. */
typedef enum
{
  LIBVIRT_HAS_STATE = 1 << 0, /* active, and of kinds that have them, state, state_reason and id */
  LIBVIRT_HAS_PERSISTENT = 1 << 1,
  LIBVIRT_HAS_AUTOSTART = 1 << 2,
  LIBVIRT_HAS_MANAGED_SAVE = 1 << 3,
  LIBVIRT_HAS_EXISTS = 1 << 4, /* only of kinds that may exist without being active or persistent */
  LIBVIRT_HAS_SPACE = 1 << 5,  /* capacity, allocation and available */
  LIBVIRT_HAS_ID = 1 << 6,     /* in no base, but where one is weighed: of what runs, its number */
} LibvirtBaseFields;

/* Base properties, or the part of them that something says. */
struct _LibvirtBase
{
  guint fields;
  guint guessed; /* of these, what nobody has said */
  int state;     /* as libvirt has it */
  int state_reason;
  int id;
  gboolean is_resumed; /* to this state, from another, or in the course of a start */
  gboolean active;
  gboolean persistent;
  gboolean is_unsure; /* persistent was said of what may have been another instance than the one that runs, or
                       * may have been about to go */
  gboolean autostart;
  gboolean managed_save;
  gboolean exists;
  guint64 capacity; /* in bytes */
  guint64 allocation;
  guint64 available;
};

/* Ids of running domains that nobody has asked for: reading one from libvirt is dear. */
#define LIBVIRT_ID_IN_HANDLE -2 /* to be read from the handle when it is asked for */
#define LIBVIRT_ID_SAME -3      /* in a base: as it was; of what is made of it, in the handle */

/* A list call of libvirt's: one that takes a filter, as all do. */
typedef int (*LibvirtListCall) (gpointer owner,
                                gpointer **natives,
                                unsigned int flags);

/* See libvirt-entity-tree-private.h. */
typedef struct _LibvirtTreeCalls LibvirtTreeCalls;

/* What a class has of its own. Native pointers are of the class's kind. */
struct _LibvirtEntityDetails
{
  LibvirtKind kind;
  LibvirtKind owner_kind; /* of what these things belong to; the connection for most */
  GType (*get_type) (void);
  int gone_code; /* libvirt's error for a thing that does not exist */

  /* Its error where the owner is stopped, if things go with that; 0 if they do not. */
  int stopped_code;

  /* Whether something exists as long as it is active or persistent. */
  gboolean exists_by_state;
  int gone_state; /* of something that is neither */

  /* NULL for kinds that are known by their name within their owner. */
  void (*read_uuid) (gpointer native,
                     guint8 *uuid);

  /* What the thing is called; for kinds without a UUID, its key. @buffer is for names that are
   * not in @native: VIR_UUID_STRING_BUFLEN characters. */
  const char *(*read_name) (gpointer native,
                            char *buffer);

  /* Finds the thing again by its key; @owner is the native pointer of what it belongs to. NULL
   * with libvirt's error. Blocks. */
  gpointer (*look_up) (gpointer owner,
                       LibvirtEntity *self);

  /* Asks for the base properties. Blocks. NULL for kinds without any. */
  gboolean (*query) (gpointer native,
                     LibvirtBase *base,
                     GError **error);

  /* For an event about something unknown that leaves base properties open: the likely. */
  void (*guess) (gpointer native,
                 LibvirtBase *base);

  /* Takes over what @base has, under the lock. Returns the properties that changed, a bit each:
   * the base class's, and the class's own. */
  guint (*take) (LibvirtEntity *self,
                 const LibvirtBase *base);

  /* Notifies the properties named by the bits of @changed, which are the class's own. Called in
   * the owner's context, without locks. */
  void (*notify_changed) (LibvirtEntity *self,
                          guint changed);

  /* All that there is of the kind, as a container of references; @owner is that of which the
   * native pointer is held, NULL for the connection. Blocks. */
  GPtrArray *(*list) (LibvirtCore *core,
                      LibvirtEntity *owner,
                      gpointer native_owner,
                      GError **error);

  /* Of kinds of which one thing comes after another; NULL for the others. */
  const LibvirtTreeCalls *tree;
};

#define LIBVIRT_ENTITY_DETAILS(o) \
  (G_TYPE_INSTANCE_GET_CLASS ((o), LIBVIRT_TYPE_ENTITY, LibvirtEntityClass)->details)

/* The first bits are the base class's. */
#define LIBVIRT_ENTITY_CHANGED_EXISTS (1u << 0)
#define LIBVIRT_ENTITY_CHANGED_NAME (1u << 1)
#define LIBVIRT_ENTITY_FIRST_CHANGED_BIT 2

/* An object for @native, which is taken over. @owner is what it belongs to, NULL for the
 * connection. Its key is @uuid, or @text, which is taken over: to read a UUID from libvirt is dear.
 * Under the core's lock. */
LibvirtEntity *libvirt_entity_new (LibvirtCore *core,
                                   const LibvirtEntityDetails *details,
                                   LibvirtEntity *owner,
                                   gpointer native,
                                   const guint8 *uuid,
                                   LibvirtTextKey *text);

/* To be freed. */
LibvirtTextKey *libvirt_text_key_new (LibvirtEntity *owner,
                                      const char *text);

/* What leads to the entity once the registry has let go of it: borrowed. It is made when it is first
 * asked for, by who has a reference: nothing can lead to what somebody is about to end. */
LibvirtWeak *libvirt_entity_get_weak (LibvirtEntity *self);

/* Where the key in the registry is: see libvirt-registry-private.h. */
gconstpointer libvirt_entity_get_key (LibvirtEntity *self);

/* A reference to what the entity belongs to; NULL for what belongs to the connection, and once that
 * is closed. Under the core's lock. */
LibvirtEntity *libvirt_entity_ref_owner (LibvirtEntity *self);

/* The same without the lock. */
LibvirtEntity *libvirt_entity_find_owner (LibvirtEntity *self);

/* The same, borrowed: it lives as long as the entity while the connection is open. Without the
 * lock. */
gpointer libvirt_entity_peek_owner (LibvirtEntity *self);

/* The kinds of what belongs to an entity; 0, that of connections, for none. */
#define LIBVIRT_MAX_OWNED_KINDS 2
void libvirt_entity_get_owned_kinds (LibvirtEntity *self,
                                     LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS]);

/* When the connection is closed. */
void libvirt_entity_drop_owner (LibvirtEntity *self);

/* The native handle for one call, or NULL with a clear error when there is none any more. Blocks
 * if the connection was lost and is open again: then the thing is looked for. */
LibvirtHandle *libvirt_entity_hold (LibvirtEntity *self,
                                    GError **error);

/* The native handle of what the entity belongs to. */
LibvirtHandle *libvirt_entity_hold_owner (LibvirtEntity *self,
                                          GError **error);

/* Frees the native handle once no call uses it; events of our own changes come no more. */
void libvirt_entity_detach (LibvirtEntity *self);

/* Puts @native, which is taken over, in the place of the one before. Under the core's lock. */
void libvirt_entity_swap_native (LibvirtEntity *self,
                                 gpointer native);

/* The native pointer as it is now, or NULL; to be used under the core's lock only. */
gpointer libvirt_entity_peek_native (LibvirtEntity *self);

/* The name as it is now, and as libvirt has it: any bytes. Under the core's lock, but of kinds that are
 * known by their name, which never changes. */
const char *libvirt_entity_read_name (LibvirtEntity *self);

/* The UUID as text, made once. Any thread. */
const char *libvirt_entity_get_uuid_text (LibvirtEntity *self);

/* Under the core's lock. */
static inline gboolean
libvirt_entity_has (LibvirtEntity *self,
                    guint flag)
{
  return (self->flags & flag) != 0;
}

void libvirt_entity_set_flag (LibvirtEntity *self,
                              guint flag,
                              gboolean value);

/* Of the fields by which something exists, those that @base says are there, and those that it says are
 * not. */
guint libvirt_base_get_given (const LibvirtBase *base,
                              const LibvirtEntityDetails *details);
guint libvirt_base_get_taken (const LibvirtBase *base,
                              const LibvirtEntityDetails *details);

/* What is gone. */
void libvirt_base_set_gone (LibvirtBase *base,
                            const LibvirtEntityDetails *details);

/* Puts what @news says in the place of what @base said before: of existence and state. */
void libvirt_base_add (LibvirtBase *base,
                       const LibvirtBase *news);

/* Takes over the flags that @base has, with what follows for the existence. Under the lock. */
void libvirt_entity_take_flags (LibvirtEntity *self,
                                const LibvirtBase *base);

/* Reads a flag. Any thread. */
gboolean libvirt_entity_peek (LibvirtEntity *self,
                              guint flag);

/* Tells, in the owner's context, what another thread changed and is still in the queue: before
 * a signal that is about it. */
void libvirt_entity_tell_untold (LibvirtEntity *self);

/*
 * Around a change of what is tracked: takes the core's lock, and gives it back and tells in the
 * owner's context which properties have another value. At once, if this thread runs that
 * context; else they are marked under the lock, so that no signal overtakes them.
 */
gboolean libvirt_entity_begin_change (LibvirtEntity *self);
void libvirt_entity_end_change (LibvirtEntity *self,
                                gboolean told_at_once,
                                guint changed);

/* The same as the second, for what the lock was taken for alone: in an emission, which is in the owner's
 * context. Tells what libvirt_entity_tell_untold() does, too. */
void libvirt_entity_end_event (LibvirtEntity *self,
                               guint changed);

G_END_DECLS
