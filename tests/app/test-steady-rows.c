/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "browse/sk-steady-rows.h"

typedef struct
{
  GListStore *items;
  SkSteadyRows *rows;
  GPtrArray *viewed;          /* as somebody keeps them by what is said of changes */
  guint n_notified;
} Fixture;

static void
count_notified (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
follow (GListModel *model,
        guint       position,
        guint       n_removed,
        guint       n_added,
        Fixture    *fixture)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->viewed, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      SkSteadyRow *row = g_list_model_get_item (model, position + i);

      g_signal_connect_swapped (row, "notify::item", G_CALLBACK (count_notified), fixture);
      g_ptr_array_insert (fixture->viewed, (int) (position + i), row);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->items = g_list_store_new (G_TYPE_OBJECT);
  fixture->rows = sk_steady_rows_new (G_LIST_MODEL (fixture->items));
  fixture->viewed = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->rows, "items-changed", G_CALLBACK (follow), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->rows);
  g_clear_pointer (&fixture->viewed, g_ptr_array_unref);
  g_clear_object (&fixture->items);
}

/* Puts others in the place of some items. */
static void
splice (Fixture *fixture,
        guint    position,
        guint    n_removed,
        guint    n_added)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (others, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (fixture->items, position, n_removed, others->pdata, n_added);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->items)));
  g_assert_cmpuint (fixture->viewed->len, ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->items)));
  for (guint i = 0; i < fixture->viewed->len; i++)
    {
      SkSteadyRow *viewed = g_ptr_array_index (fixture->viewed, i);
      g_autoptr (SkSteadyRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), i);

      g_assert_true (row == viewed);
      g_assert_true (sk_steady_row_get_item (row) == item);
    }
}

/* A row stays where its item has another in its place, and says so. */
static void
test_others_in_place (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (SkSteadyRow) first = NULL;
  g_autoptr (SkSteadyRow) second = NULL;

  splice (fixture, 0, 0, 5);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 0);
  second = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 1);

  splice (fixture, 1, 4, 2);
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  g_assert_true (g_ptr_array_index (fixture->viewed, 0) == first);
  g_assert_true (g_ptr_array_index (fixture->viewed, 1) == second);

  splice (fixture, 0, 3, 8);
  g_assert_cmpuint (fixture->n_notified, ==, 5);
  g_assert_true (g_ptr_array_index (fixture->viewed, 0) == first);
}

/* Whatever changes where, what is said of it leads to the rows that there are. */
static void
test_any_change (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 500; i++)
    {
      const guint size = g_list_model_get_n_items (G_LIST_MODEL (fixture->items));
      const guint position = (guint) g_rand_int_range (chance, 0, (gint32) size + 1);
      const guint n_removed = (guint) g_rand_int_range (chance, 0, (gint32) (size - position) + 1);

      splice (fixture, position, n_removed, (guint) g_rand_int_range (chance, 0, 12));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/steady-rows/others-in-place", Fixture, NULL, set_up, test_others_in_place,
              tear_down);
  g_test_add ("/steady-rows/any-change", Fixture, NULL, set_up, test_any_change, tear_down);
  return g_test_run ();
}
