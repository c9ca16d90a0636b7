/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-editor.h"

#include <glib/gi18n.h>

/* More than a person does in an evening; each step costs little, since states share their blocks.
 */
#define MAX_STEPS 1000

/* A change that was made, and the states around it. */
typedef struct
{
  SkSession *before;
  SkSession *after;
  char *name;
  char *merge;                /* nullable: the next change of the same key goes into this step */
} Step;

struct _SkSessionEditor
{
  GObject parent_instance;

  SkSession *session;
  char *sitting;              /* nullable: who counts its changes */
  GPtrArray *steps;           /* Step */
  guint n_done;               /* of these steps; the others were undone */
  gboolean sealed;            /* the last step is complete */
  gboolean read_only;
};

enum
{
  PROP_SESSION = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_READ_ONLY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionEditor, sk_session_editor, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->before);
  g_object_unref (step->after);
  g_free (step->name);
  g_free (step->merge);
  g_free (step);
}

static void
sk_session_editor_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SkSessionEditor *self = SK_SESSION_EDITOR (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, sk_session_editor_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, sk_session_editor_get_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, sk_session_editor_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, sk_session_editor_get_redo_name (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_editor_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SkSessionEditor *self = SK_SESSION_EDITOR (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_READ_ONLY:
      sk_session_editor_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_editor_finalize (GObject *object)
{
  SkSessionEditor *self = SK_SESSION_EDITOR (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sitting, g_free);

  G_OBJECT_CLASS (sk_session_editor_parent_class)->finalize (object);
}

static void
sk_session_editor_class_init (SkSessionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_session_editor_get_property;
  object_class->set_property = sk_session_editor_set_property;
  object_class->finalize = sk_session_editor_finalize;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SK_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_NAME] =
    g_param_spec_string ("undo-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_NAME] =
    g_param_spec_string ("redo-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_session_editor_init (SkSessionEditor *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

/**
 * sk_session_editor_new:
 * @session: what is to be worked on
 *
 * Returns: (transfer full): an editor that has not changed anything yet
 */
SkSessionEditor *
sk_session_editor_new (SkSession *session)
{
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  return g_object_new (SK_TYPE_SESSION_EDITOR, "session", session, NULL);
}

/**
 * sk_session_editor_get_session:
 * @self: an editor
 *
 * Returns: (transfer none): the state of now
 */
SkSession *
sk_session_editor_get_session (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), NULL);

  return self->session;
}

/**
 * sk_session_editor_get_read_only:
 * @self: an editor
 *
 * Returns: whether a person's changes are refused
 */
gboolean
sk_session_editor_get_read_only (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);

  return self->read_only;
}

/**
 * sk_session_editor_set_read_only:
 * @self: an editor
 * @read_only: whether to refuse a person's changes
 *
 * Has changes refused, steps back and forth too, or accepted.
 */
void
sk_session_editor_set_read_only (SkSessionEditor *self,
                                 gboolean         read_only)
{
  g_return_if_fail (SK_IS_SESSION_EDITOR (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* What was done before stays known, also to a state of earlier that comes back. */
static void
show (SkSessionEditor *self,
      SkSession       *session)
{
  g_autoptr (SkSession) old = self->session;

  self->session = sk_session_with_edits_of (session, old);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_SESSION; i <= PROP_REDO_NAME; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Of what the person at it does, every step is a change that is counted, those back too. */
static void
show_own (SkSessionEditor *self,
          SkSession       *session)
{
  g_autoptr (SkSession) known = sk_session_with_edits_of (session, self->session);
  g_autoptr (SkSession) counted =
    self->sitting != NULL
      ? sk_session_with_edit (known, self->sitting, g_get_real_time () / G_USEC_PER_SEC)
      : g_object_ref (known);

  show (self, counted);
}

static Step *
get_last (SkSessionEditor *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/* Adds to the step that is being made, and forgets it when it comes to nothing. */
static void
extend_step (SkSessionEditor *self,
             Step            *step,
             SkSession       *session)
{
  g_set_object (&step->after, session);
  if (sk_session_equal (step->before, step->after))
    g_ptr_array_set_size (self->steps, (int) --self->n_done);
}

static void
add_step (SkSessionEditor *self,
          SkSession       *session,
          const char      *name,
          const char      *merge)
{
  Step *step = g_new0 (Step, 1);

  step->before = g_object_ref (self->session);
  step->after = g_object_ref (session);
  step->name = g_strdup (name);
  step->merge = g_strdup (merge);
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > MAX_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  self->n_done = self->steps->len;
}

static gboolean
change (SkSessionEditor *self,
        SkSession       *session,
        const char      *name,
        const char      *merge)
{
  Step *last = get_last (self);
  const gboolean extends = !self->sealed && merge != NULL && last != NULL &&
                           self->n_done == self->steps->len && g_strcmp0 (last->merge, merge) == 0;

  if (sk_session_equal (self->session, session))
    return FALSE;

  g_ptr_array_set_size (self->steps, (int) self->n_done);
  if (extends)
    extend_step (self, last, session);
  else
    add_step (self, session, name, merge);
  self->sealed = FALSE;
  return TRUE;
}

/**
 * sk_session_editor_set_sitting:
 * @self: an editor
 * @sitting: (nullable): the run of a program that makes the changes, see sk_session_with_edit()
 *
 * Has the changes counted from now on; without it they are not.
 */
void
sk_session_editor_set_sitting (SkSessionEditor *self,
                               const char      *sitting)
{
  g_return_if_fail (SK_IS_SESSION_EDITOR (self));

  g_set_str (&self->sitting, sitting);
}

/**
 * sk_session_editor_apply:
 * @self: an editor
 * @session: the session as it is to be from now on
 * @name: what was done, translated: "Move of “Cyberquiz”"
 * @merge: (nullable): a key; changes of the same key that follow each other are one step
 *
 * Makes a change, as a step that can be undone. What had been undone before can no longer be
 * redone.
 *
 * Returns: whether something changed: not when the editor is read-only, nor when @session is
 *   equal to the state of now
 */
gboolean
sk_session_editor_apply (SkSessionEditor *self,
                         SkSession       *session,
                         const char      *name,
                         const char      *merge)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION (session), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->read_only || !change (self, session, name, merge))
    return FALSE;

  show_own (self, session);
  return TRUE;
}

/**
 * sk_session_editor_move_forward:
 * @self: an editor
 * @session: the session as another program left it on disk
 *
 * Takes over what another program did, as a step that can be undone; also where the editor is
 * read-only, since it is not the person at it who made the change.
 */
void
sk_session_editor_move_forward (SkSessionEditor *self,
                                SkSession       *session)
{
  g_return_if_fail (SK_IS_SESSION_EDITOR (self));
  g_return_if_fail (SK_IS_SESSION (session));

  change (self, session, _("Change from another program"), NULL);
  show (self, session);
}

/**
 * sk_session_editor_seal:
 * @self: an editor
 *
 * Ends the step of before: the next change is another one, whatever its key.
 */
void
sk_session_editor_seal (SkSessionEditor *self)
{
  g_return_if_fail (SK_IS_SESSION_EDITOR (self));

  self->sealed = TRUE;
}

/**
 * sk_session_editor_undo:
 * @self: an editor
 *
 * Goes a step back.
 *
 * Returns: whether there was one
 */
gboolean
sk_session_editor_undo (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);

  if (!sk_session_editor_get_can_undo (self))
    return FALSE;

  self->n_done--;
  self->sealed = TRUE;
  show_own (self, ((Step *) g_ptr_array_index (self->steps, self->n_done))->before);
  return TRUE;
}

/**
 * sk_session_editor_redo:
 * @self: an editor
 *
 * Makes the step again that was undone last.
 *
 * Returns: whether there was one
 */
gboolean
sk_session_editor_redo (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);

  if (!sk_session_editor_get_can_redo (self))
    return FALSE;

  self->n_done++;
  self->sealed = TRUE;
  show_own (self, get_last (self)->after);
  return TRUE;
}

/**
 * sk_session_editor_get_can_undo:
 * @self: an editor
 *
 * Returns: whether a step back is possible
 */
gboolean
sk_session_editor_get_can_undo (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);

  return !self->read_only && self->n_done > 0;
}

/**
 * sk_session_editor_get_can_redo:
 * @self: an editor
 *
 * Returns: whether a step forth is possible
 */
gboolean
sk_session_editor_get_can_redo (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), FALSE);

  return !self->read_only && self->n_done < self->steps->len;
}

/**
 * sk_session_editor_get_undo_name:
 * @self: an editor
 *
 * Returns: (nullable): what a step back takes back, translated
 */
const char *
sk_session_editor_get_undo_name (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), NULL);

  return self->n_done > 0 ? get_last (self)->name : NULL;
}

/**
 * sk_session_editor_get_redo_name:
 * @self: an editor
 *
 * Returns: (nullable): what a step forth does again, translated
 */
const char *
sk_session_editor_get_redo_name (SkSessionEditor *self)
{
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (self), NULL);

  return self->n_done < self->steps->len
           ? ((Step *) g_ptr_array_index (self->steps, self->n_done))->name
           : NULL;
}
