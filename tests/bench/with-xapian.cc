/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Xapian 1.4: words and values of facets are terms, the last word is a wildcard as its query
 * parser makes one of a word that is being typed, and a spy counts the values of all records
 * that match. */
#include "contender.h"

#include <cstring>
#include <string>
#include <vector>

#include <xapian.h>

#include "bench.h"

#define FILE_NAME "xapian"

namespace
{

/* Before each term: a word, a place of a value, a year of an age. */
const char WORD = 'W';
const char PLACE = 'P';
const char YEAR = 'Y';

/* The slot of a document with the places of all of its values. */
const Xapian::valueno PLACES = 0;

/* A word counts as often as it is worth there. */
const struct
{
  int column;
  Xapian::termcount worth;
} FIELDS[] = {{1, 4}, {2, 2}, {3, 1}};

std::string
write_term (char kind, guint number)
{
  return kind + std::to_string (number);
}

void
add_words (Xapian::Document &document, const char *words, Xapian::termcount worth)
{
  for (const char *at = words; *at != '\0';)
    {
      const char *end = strchrnul (at, ' ');

      document.add_term (WORD + std::string (at, end), worth);
      at = *end == ' ' ? end + 1 : end;
    }
}

class Maker
{
public:
  Maker (const char *folder, Corpus *made_of)
      : corpus (made_of), database (folder, Xapian::DB_CREATE_OR_OVERWRITE)
  {
    records = sql_prepare (corpus->database,
                           "SELECT number, title, keywords, description, age_low, age_high,"
                           " length_low, length_high FROM record ORDER BY number");
    listed = sql_prepare (corpus->database, "SELECT number, place - 1 FROM listed ORDER BY number");
    more_listed = sql_next (listed);
  }

  ~Maker ()
  {
    sqlite3_finalize (listed);
    sqlite3_finalize (records);
  }

  void
  make ()
  {
    while (sql_next (records))
      add_record ();

    database.commit ();
  }

private:
  void
  add_place (Xapian::Document &document, std::vector<guint32> &places, guint32 place)
  {
    document.add_boolean_term (write_term (PLACE, place));
    places.push_back (place);
  }

  void
  add_measures (Xapian::Document &document, std::vector<guint32> &places)
  {
    const SkSpan ages = {guint32 (sqlite3_column_int64 (records, 4)),
                         guint32 (sqlite3_column_int64 (records, 5))};
    const SkSpan length = {guint32 (sqlite3_column_int64 (records, 6)),
                           guint32 (sqlite3_column_int64 (records, 7))};

    for (guint i = 0; i < corpus->values->len; i++)
      {
        const CorpusValue &value = g_array_index (corpus->values, CorpusValue, i);

        if (sk_facet_measures (value.facet) &&
            sk_span_overlaps (value.facet == SK_FACET_AGE ? ages : length, value.span))
          add_place (document, places, i);
      }

    for (guint32 year = ages.low; year <= ages.high; year++)
      document.add_boolean_term (write_term (YEAR, year));
  }

  void
  add_record ()
  {
    Xapian::Document document;
    std::vector<guint32> places;
    const gint64 number = sqlite3_column_int64 (records, 0);

    for (const auto &field : FIELDS)
      add_words (document,
                 reinterpret_cast<const char *> (sqlite3_column_text (records, field.column)),
                 field.worth);

    add_measures (document, places);
    for (; more_listed && sqlite3_column_int64 (listed, 0) == number;
         more_listed = sql_next (listed))
      add_place (document, places, guint32 (sqlite3_column_int64 (listed, 1)));

    document.add_value (PLACES, std::string (reinterpret_cast<const char *> (places.data ()),
                                             places.size () * sizeof (guint32)));
    database.replace_document (Xapian::docid (number), document);
  }

  Corpus *corpus;
  Xapian::WritableDatabase database;
  sqlite3_stmt *records;
  sqlite3_stmt *listed;
  bool more_listed;
};

/* Counts the values of every record that matches. */
class Spy : public Xapian::MatchSpy
{
public:
  explicit Spy (std::vector<guint32> &into) : counts (into) {}

  void
  operator() (const Xapian::Document &document, double) override
  {
    const std::string places = document.get_value (PLACES);

    for (std::size_t at = 0; at < places.size (); at += sizeof (guint32))
      {
        guint32 place;

        memcpy (&place, places.data () + at, sizeof place);
        counts[place]++;
      }
  }

private:
  std::vector<guint32> &counts;
};

class Searcher
{
public:
  Searcher (const char *folder, Corpus *corpus)
      : database (folder), values (g_array_ref (corpus->values))
  {
    answer_init (&last, corpus->values->len);
  }

  ~Searcher ()
  {
    answer_clear (&last);
    g_array_unref (values);
  }

  void
  search (const Question *question)
  {
    const Xapian::Query words = write_words (question);
    Xapian::MSet best;

    answer_reset (&last);
    best = match (question, words, SK_N_FACETS, ANSWER_FIRST);
    last.count = best.get_matches_estimated ();
    for (auto hit = best.begin (); hit != best.end (); ++hit)
      last.first[last.n_first++] = *hit;

    for (guint i = 0; i < SK_N_FACETS; i++)
      if (question->facets[i].chosen)
        match (question, words, i, 0);
  }

  void
  tell (const Question *question, Answer *answer)
  {
    Xapian::Enquire enquire (database);
    Xapian::MSet all;

    answer_copy (answer, &last);
    enquire.set_weighting_scheme (Xapian::BoolWeight ());
    enquire.set_query (write_query (question, write_words (question), SK_N_FACETS));
    all = enquire.get_mset (0, database.get_doccount ());
    for (auto hit = all.begin (); hit != all.end (); ++hit)
      answer_digest (answer, *hit);
  }

private:
  static Xapian::Query
  write_words (const Question *question)
  {
    std::vector<Xapian::Query> words;

    if (question->n_words == 0)
      return Xapian::Query::MatchAll;

    for (guint i = 0; i + 1 < question->n_words; i++)
      words.emplace_back (WORD + std::string (question->words[i]));
    words.emplace_back (Xapian::Query::OP_WILDCARD,
                        WORD + std::string (question->words[question->n_words - 1]));

    return Xapian::Query (Xapian::Query::OP_AND, words.begin (), words.end ());
  }

  /* Ages that are no value of their own are the years that they are. */
  static Xapian::Query
  write_choice (const QuestionFacet &choice)
  {
    std::vector<Xapian::Query> any;

    for (guint i = 0; i < choice.places->len; i++)
      any.emplace_back (write_term (PLACE, g_array_index (choice.places, guint32, i)));

    for (guint i = 0; choice.spans->len > choice.places->len && i < choice.spans->len; i++)
      {
        const SkSpan &span = g_array_index (choice.spans, SkSpan, i);

        for (guint32 year = span.low; year <= span.high; year++)
          any.emplace_back (write_term (YEAR, year));
      }

    return Xapian::Query (Xapian::Query::OP_OR, any.begin (), any.end ());
  }

  static Xapian::Query
  write_query (const Question *question, const Xapian::Query &words, guint left_out)
  {
    Xapian::Query query = words;

    for (guint i = 0; i < SK_N_FACETS; i++)
      if (i != left_out && question->facets[i].chosen)
        query = Xapian::Query (Xapian::Query::OP_FILTER, query, write_choice (question->facets[i]));

    return query;
  }

  /* Counts the values of one facet, or those of all that have no choice, as they are when the
   * choice in the facet that is left out is not counted in. */
  Xapian::MSet
  match (const Question *question, const Xapian::Query &words, guint left_out, guint n_best)
  {
    std::vector<guint32> counts (values->len);
    Spy spy (counts);
    Xapian::Enquire enquire (database);
    Xapian::MSet best;

    if (question->n_words == 0)
      enquire.set_weighting_scheme (Xapian::BoolWeight ());
    enquire.set_docid_order (Xapian::Enquire::ASCENDING);
    enquire.set_query (write_query (question, words, left_out));
    enquire.add_matchspy (&spy);
    best = enquire.get_mset (0, n_best, database.get_doccount ());

    for (guint i = 0; i < values->len; i++)
      {
        const SkFacet facet = g_array_index (values, CorpusValue, i).facet;

        if (left_out == SK_N_FACETS ? !question->facets[facet].chosen : facet == left_out)
          last.counts[i] = counts[i];
      }

    return best;
  }

  Xapian::Database database;
  GArray *values;
  Answer last;
};

double
make (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *corpus_path = g_build_filename (folder, CONTENDER_CORPUS, NULL);
  g_autoptr (Corpus) corpus = corpus_open (corpus_path);
  const double start = bench_get_seconds ();

  Maker (path, corpus).make ();
  return bench_get_seconds () - start;
}

gpointer
open_database (const char *folder, Corpus *corpus)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);

  return new Searcher (path, corpus);
}

void
search (gpointer searcher, SkQuery *, const Question *question)
{
  static_cast<Searcher *> (searcher)->search (question);
}

void
tell (gpointer searcher, const Question *question, Answer *answer)
{
  static_cast<Searcher *> (searcher)->tell (question, answer);
}

void
close_database (gpointer searcher)
{
  delete static_cast<Searcher *> (searcher);
}

}

extern "C" const Contender contender_xapian = {
  "Xapian", FILE_NAME, TRUE, make, open_database, search, tell, close_database,
};
