/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

/* Results as a list of SkResource, each of which is made only when its row is looked at. */
#define SK_TYPE_RESULTS_MODEL (sk_results_model_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsModel, sk_results_model, SK, RESULTS_MODEL, GObject)

#define SK_RESULTS_MODEL_NOWHERE G_MAXUINT

SkResultsModel *sk_results_model_new         (void);
void            sk_results_model_set_results (SkResultsModel *self,
                                              SkIndex        *index,
                                              SkResults      *results,
                                              guint           n_in_place);
guint           sk_results_model_find        (SkResultsModel *self,
                                              const char     *id);

G_END_DECLS
