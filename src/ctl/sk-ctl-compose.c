/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-session-file.h"
#include "sk-ctl-print.h"
#include "sk-ctl-request.h"

static void
build_block (JsonBuilder *builder,
             SkBlock     *block)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "kind", sk_block_kind_to_string (sk_block_get_kind (block)));
  sk_ctl_add_string (builder, "title", sk_block_words_title (block));
  sk_ctl_add_int (builder, "minutes", sk_block_get_minutes (block));
  sk_ctl_add_boolean (builder, "minutesGuessed", sk_block_get_minutes_guessed (block));
  sk_ctl_add_string (builder, "resource", sk_block_get_resource_id (block));
  sk_ctl_add_strings (builder, "reasons", sk_block_get_reasons (block));
  json_builder_end_object (builder);
}

static guint
count_minutes (const SkProposal *proposal)
{
  guint minutes = 0;

  for (guint i = 0; i < proposal->blocks->len; i++)
    minutes += sk_block_get_minutes (g_ptr_array_index (proposal->blocks, i));

  return minutes;
}

static void
build_plan (JsonBuilder      *builder,
            const SkProposal *proposal)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "title", proposal->title);
  sk_ctl_add_string (builder, "summary", proposal->summary);
  sk_ctl_add_int (builder, "minutes", count_minutes (proposal));
  sk_ctl_add_int (builder, "screenMinutes", proposal->screen_minutes);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposal->blocks->len; i++)
    build_block (builder, g_ptr_array_index (proposal->blocks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
build_left_out (JsonBuilder     *builder,
                const SkLeftOut *left_out)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "title",
                     sk_resource_pick_name (left_out->resource, g_get_language_names (), NULL));
  sk_ctl_add_string (builder, "resource", sk_resource_get_id (left_out->resource));
  sk_ctl_add_string (builder, "reason", left_out->reason);
  json_builder_end_object (builder);
}

static void
build_relax (JsonBuilder   *builder,
             SkComposition *composition)
{
  SkRelax relax = sk_composition_get_relax (composition);

  json_builder_set_member_name (builder, "relax");
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "constraint",
                     relax != SK_RELAX_NOTHING ? sk_relax_to_string (relax) : NULL);
  sk_ctl_add_string (builder, "advice", sk_composition_get_advice (composition));
  json_builder_end_object (builder);
}

static void
print_json (SkComposition *composition)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *left_out = sk_composition_get_left_out (composition);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "plans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sk_composition_get_n_proposals (composition); i++)
    build_plan (builder, sk_composition_get_proposal (composition, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "leftOut");
  json_builder_begin_array (builder);
  for (guint i = 0; i < left_out->len; i++)
    build_left_out (builder, g_ptr_array_index (left_out, i));
  json_builder_end_array (builder);

  if (sk_composition_get_n_proposals (composition) == 0)
    build_relax (builder, composition);
  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

static void
print_block (SkBlock *block)
{
  const char * const *reasons = sk_block_get_reasons (block);
  g_autofree char *title = sk_ctl_clean (sk_block_words_title (block));

  g_print ("%5u  %s\n", sk_block_get_minutes (block), title);

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    {
      gboolean unknown;
      g_autofree char *words = sk_compose_reason_words (reasons[i], &unknown);
      g_autofree char *line = sk_ctl_clean (words);

      g_print ("         %s %s\n", unknown ? "?" : "·", line);
    }

  if (sk_block_get_resource_id (block) != NULL)
    {
      g_autofree char *id = sk_ctl_clean (sk_block_get_resource_id (block));

      g_print ("         %s\n", id);
    }
}

static void
print_plans (SkComposition *composition)
{
  GPtrArray *left_out = sk_composition_get_left_out (composition);

  for (guint i = 0; i < sk_composition_get_n_proposals (composition); i++)
    {
      const SkProposal *proposal = sk_composition_get_proposal (composition, i);

      g_print ("%s%s (%s)\n", i > 0 ? "\n" : "", proposal->title, proposal->summary);
      for (guint j = 0; j < proposal->blocks->len; j++)
        print_block (g_ptr_array_index (proposal->blocks, j));
    }

  if (left_out->len > 0)
    g_print ("\n%s\n", _("Left out:"));
  for (guint i = 0; i < left_out->len; i++)
    {
      const SkLeftOut *each = g_ptr_array_index (left_out, i);
      g_autofree char *name = NULL;

      name = sk_ctl_clean (sk_resource_pick_name (each->resource, g_get_language_names (), NULL));
      g_print ("       %s: %s\n", name, each->reason);
    }
}

/* What the room has is known where it was said what it lacks. */
static GStrv
list_room (const SkComposeRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; sk_needs[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) request->without, sk_needs[i]))
      g_strv_builder_add (builder, sk_needs[i]);

  return g_strv_builder_end (builder);
}

static SkSession *
make_session (const SkComposeRequest *request,
              const SkProposal       *proposal)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.title = g_strdup (_("Safer Internet Day"));
  fields.start = sk_safer_internet_day_next (now);
  fields.end = g_date_time_add_minutes (fields.start, (int) request->minutes);
  fields.has_ages = request->has_ages;
  fields.ages = request->ages;
  fields.size = request->size;
  fields.room_stated = request->without[0] != NULL;
  if (fields.room_stated)
    fields.room = list_room (request);
  if (request->languages[0] != NULL)
    fields.languages = g_strdupv (request->languages);
  fields.blocks = g_ptr_array_ref (proposal->blocks);
  return sk_session_new (&fields);
}

static gboolean
write_session (const char              *path,
               const SkComposeRequest  *request,
               const SkProposal        *proposal,
               SkVocabularies          *vocabularies,
               GError                 **error)
{
  g_autoptr (SkSession) session = make_session (request, proposal);
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, vocabularies);

  return sk_session_file_write (file, session, error);
}

/**
 * sk_ctl_compose:
 *
 * `compose`: proposes up to three sessions, or says which constraint to relax.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_compose (SkCtl              *ctl,
                const SkCtlCommand *command,
                GStrv               arguments)
{
  g_auto (SkCtlWishes) wishes = {0};
  g_auto (SkComposeRequest) request = {0};
  g_auto (GStrv) line = sk_ctl_wishes_repeat_options (arguments);
  g_autoptr (SkComposer) composer = NULL;
  g_autoptr (SkComposition) composition = NULL;
  g_autoptr (GError) error = NULL;
  SkVocabularies *vocabularies;
  SkCtlStatus status;

  if (!sk_ctl_wishes_parse (&wishes, ctl, command, line, &status))
    return status;
  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, &status))
    return status;
  if (!sk_ctl_wishes_make_request (&wishes, ctl, &request, &error))
    return sk_ctl_misuse (command, error->message);

  vocabularies = sk_catalogue_get_vocabularies (ctl->catalogue);
  composer = sk_composer_new (sk_catalogue_get_index (ctl->catalogue), vocabularies, NULL);
  composition = sk_composer_compose (composer, &request);

  if (sk_composition_get_n_proposals (composition) > 0 && wishes.output != NULL &&
      !write_session (wishes.output, &request, sk_composition_get_proposal (composition, 0),
                      vocabularies, &error))
    return sk_ctl_fail (error->message);

  if (ctl->json)
    print_json (composition);
  if (sk_composition_get_n_proposals (composition) == 0)
    return sk_ctl_fail (sk_composition_get_advice (composition));
  if (!ctl->json)
    print_plans (composition);

  return SK_CTL_DONE;
}
