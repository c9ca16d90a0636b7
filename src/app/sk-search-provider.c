/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-search-provider.h"

#include <string.h>

#include "sidekick-config.h"
#include "sk-link.h"
#include "sk-words.h"

/* The Shell shows five of them, and says how many more there are. */
#define MOST_RESULTS 30

static const char interface_xml[] =
  "<node>"
  "<interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'>"
  "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
  "</method>"
  "<method name='GetSubsearchResultSet'>"
  "<arg type='as' name='previous_results' direction='in'/>"
  "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
  "</method>"
  "<method name='GetResultMetas'>"
  "<arg type='as' name='identifiers' direction='in'/>"
  "<arg type='aa{sv}' name='metas' direction='out'/>"
  "</method>"
  "<method name='ActivateResult'>"
  "<arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/>"
  "<arg type='u' name='timestamp' direction='in'/>"
  "</method>"
  "<method name='LaunchSearch'>"
  "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
  "</method>"
  "</interface>"
  "</node>";

struct _SkSearchProvider
{
  GObject parent_instance;

  GApplication *application;  /* unowned: it owns this */
  SkCatalogue *catalogue;
  GDBusNodeInfo *node;
  guint registration;
  GCancellable *searching;    /* of the search that is under way, which a newer one ends */
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkSearchProvider, sk_search_provider, G_TYPE_OBJECT)

/* What is asked, from the main thread to a worker and back. */
typedef struct
{
  GApplication *application;
  GDBusMethodInvocation *invocation;
  GCancellable *cancellable;  /* NULL for what nothing newer ends */
  SkCatalogue *catalogue;
  SkIndex *index;
  char *text;                 /* what is searched for; NULL for metas */
  GStrv ids;                  /* what is found, or to be described */
  GPtrArray *resources;       /* SkResource, those of the ids that are there */
} Request;

static void
request_free (Request *request)
{
  g_application_release (request->application);
  g_clear_object (&request->application);
  g_clear_object (&request->invocation);
  g_clear_object (&request->cancellable);
  g_clear_object (&request->catalogue);
  g_clear_object (&request->index);
  g_clear_pointer (&request->text, g_free);
  g_clear_pointer (&request->ids, g_strfreev);
  g_clear_pointer (&request->resources, g_ptr_array_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Request *
request_new (SkSearchProvider      *self,
             GDBusMethodInvocation *invocation)
{
  Request *request = g_new0 (Request, 1);

  request->application = g_object_ref (self->application);
  request->invocation = invocation;
  request->catalogue = g_object_ref (self->catalogue);
  g_application_hold (request->application);
  return request;
}

static void
find (Request *request)
{
  g_autoptr (SkQuery) empty = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (empty, request->text);
  g_autoptr (SkResults) results = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n_shown;

  results = sk_index_search (request->index, query, request->cancellable);
  n_shown = results != NULL ? MIN (sk_results_get_count (results), MOST_RESULTS) : 0;
  for (guint i = 0; i < n_shown; i++)
    g_strv_builder_add (ids, sk_index_get_id (request->index, sk_results_get_record (results, i)));

  request->ids = g_strv_builder_end (ids);
}

static void
load (Request *request)
{
  request->resources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      guint32 record;

      if (sk_index_find (request->index, request->ids[i], &record))
        g_ptr_array_add (request->resources, sk_index_dup_resource (request->index, record));
    }
}

static void
answer_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Request *request = data;

  if (request->text != NULL)
    find (request);
  else
    load (request);

  g_task_return_boolean (task, TRUE);
}

/* For whom, how long, and by whom. */
static char *
describe (SkResource *resource)
{
  const char * const *publishers = sk_resource_get_publishers (resource);
  const guint minutes = sk_resource_get_minutes (resource);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  SkAgeRange ages;

  if (sk_resource_get_ages (resource, &ages))
    g_strv_builder_take (builder, sk_words_ages (ages));
  if (minutes > 0)
    g_strv_builder_take (builder, sk_words_minutes (minutes));
  if (publishers != NULL && publishers[0] != NULL)
    g_strv_builder_add (builder, publishers[0]);

  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

static void
add_meta (GVariantBuilder *metas,
          SkResource      *resource)
{
  g_autofree char *description = describe (resource);
  g_autoptr (GIcon) icon = g_themed_icon_new (SK_APP_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  const char *url = sk_resource_get_url (resource);
  GVariantBuilder meta;

  g_variant_builder_init (&meta, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&meta, "{sv}", "id", g_variant_new_string (sk_resource_get_id (resource)));
  g_variant_builder_add (&meta, "{sv}", "name",
                         g_variant_new_string (
                           sk_resource_pick_name (resource, g_get_language_names (), NULL)));
  g_variant_builder_add (&meta, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (&meta, "{sv}", "icon", serialized);
  if (sk_link_is_web (url))
    g_variant_builder_add (&meta, "{sv}", "clipboardText", g_variant_new_string (url));

  g_variant_builder_add_value (metas, g_variant_builder_end (&meta));
}

static GVariant *
list_metas (GPtrArray *resources)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < resources->len; i++)
    add_meta (&metas, g_ptr_array_index (resources, i));

  return g_variant_new ("(aa{sv})", &metas);
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Request) request = data;

  g_dbus_method_invocation_return_value (g_steal_pointer (&request->invocation),
                                         request->text != NULL
                                           ? g_variant_new ("(^as)", request->ids)
                                           : list_metas (request->resources));
}

/* The catalogue is open, or cannot be: then there is nothing to be found. */
static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  g_autoptr (Request) request = data;
  SkIndex *index = sk_catalogue_get_index (request->catalogue);
  g_autoptr (GTask) task = NULL;

  if (index == NULL)
    {
      g_dbus_method_invocation_return_error_literal (g_steal_pointer (&request->invocation),
                                                     G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                     "The catalogue cannot be opened");
      return NULL;
    }

  request->index = g_object_ref (index);
  /* The program is released on this thread, whichever one lets go of the task last. */
  task = g_task_new (NULL, NULL, on_answered, request);
  g_task_set_task_data (task, g_steal_pointer (&request), NULL);
  g_task_run_in_thread (task, answer_thread);
  return NULL;
}

static void
answer (Request *request)
{
  dex_future_disown (
    dex_future_finally (sk_catalogue_open (request->catalogue), on_opened, request, NULL));
}

static void
search (SkSearchProvider      *self,
        GDBusMethodInvocation *invocation,
        GVariant              *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  Request *request = request_new (self, invocation);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  request->cancellable = g_object_ref (self->searching);
  request->text = g_strjoinv (" ", (GStrv) words);
  answer (request);
}

static void
describe_results (SkSearchProvider      *self,
                  GDBusMethodInvocation *invocation,
                  GVariant              *ids)
{
  Request *request = request_new (self, invocation);

  request->ids = g_variant_dup_strv (ids, NULL);
  answer (request);
}

static void
launch (SkSearchProvider *self,
        GVariant         *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *text = g_strjoinv (" ", (GStrv) words);

  g_signal_emit (self, signals[SIGNAL_SEARCH], 0, text);
}

static void
on_method_call (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               data)
{
  SkSearchProvider *self = data;
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) second = NULL;

  if (strcmp (method, "GetInitialResultSet") == 0)
    {
      search (self, invocation, first);
    }
  else if (strcmp (method, "GetSubsearchResultSet") == 0)
    {
      /* The index is as quick on all tools as on those that were found before. */
      second = g_variant_get_child_value (parameters, 1);
      search (self, invocation, second);
    }
  else if (strcmp (method, "GetResultMetas") == 0)
    {
      describe_results (self, invocation, first);
    }
  else if (strcmp (method, "ActivateResult") == 0)
    {
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, g_variant_get_string (first, NULL));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      launch (self, first);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
sk_search_provider_finalize (GObject *object)
{
  SkSearchProvider *self = SK_SEARCH_PROVIDER (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->node, g_dbus_node_info_unref);

  G_OBJECT_CLASS (sk_search_provider_parent_class)->finalize (object);
}

static void
sk_search_provider_class_init (SkSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_search_provider_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", SK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEARCH] = g_signal_new ("search", SK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sk_search_provider_init (SkSearchProvider *self)
{
  g_autoptr (GError) error = NULL;

  self->node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  g_assert_no_error (error);
}

/**
 * sk_search_provider_new:
 * @application: the program that it answers for, which outlives it
 *
 * Returns: (transfer full): a provider that nobody can call yet
 */
SkSearchProvider *
sk_search_provider_new (GApplication *application)
{
  SkSearchProvider *self = g_object_new (SK_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * sk_search_provider_set_catalogue:
 * @catalogue: what is searched; opened with the first question
 *
 * Says what is searched, before anybody calls.
 */
void
sk_search_provider_set_catalogue (SkSearchProvider *self,
                                  SkCatalogue      *catalogue)
{
  g_return_if_fail (SK_IS_SEARCH_PROVIDER (self));

  g_set_object (&self->catalogue, catalogue);
}

/**
 * sk_search_provider_export:
 * @path: where on the bus
 *
 * Returns: whether it can be called
 */
gboolean
sk_search_provider_export (SkSearchProvider  *self,
                           GDBusConnection   *connection,
                           const char        *path,
                           GError           **error)
{
  static const GDBusInterfaceVTable vtable = {.method_call = on_method_call};

  g_return_val_if_fail (SK_IS_SEARCH_PROVIDER (self), FALSE);

  self->registration =
    g_dbus_connection_register_object (connection, path, self->node->interfaces[0], &vtable, self,
                                       NULL, error);
  return self->registration > 0;
}

/**
 * sk_search_provider_unexport:
 *
 * Is not called any more.
 */
void
sk_search_provider_unexport (SkSearchProvider *self,
                             GDBusConnection  *connection)
{
  g_return_if_fail (SK_IS_SEARCH_PROVIDER (self));

  if (self->registration > 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
