/* What an interviewer may ask about. Titles and order do not tell who wants more: a question that
 * knows its answer is no question. */
#include "report/report_topics.h"

#include "base/words.h"

#include <math.h>

enum { TOPICS_MOST = 3 };

static double pull_of(const struct profile_row *row)
{
    return fabs(row->z) >= 1 ? row->weight * fabs(row->z) : 0;
}

static double strength_of(const struct profile_row *row)
{
    return row->relation == TOPIC_FITS
               ? row->weight * fmin(row->person, row->organization)
               : 0;
}

/* The index of the largest that is not chosen yet, or `count`. */
static size_t largest(const struct profile_row *rows, const bool *is_chosen, size_t count,
                      double (*size)(const struct profile_row *row))
{
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (!is_chosen[i] && size(&rows[i]) > 0 &&
            (best == count || size(&rows[i]) > size(&rows[best])))
            best = i;
    return best;
}

bool *report_topics_chosen(const struct report_source *source)
{
    const struct profile_row *rows = source->rows.rows;
    const size_t count = source->rows.count;
    bool *is_chosen = arena_array(source->arena, bool, count + 1);
    for (int i = 0; i < TOPICS_MOST; i++)
        is_chosen[largest(rows, is_chosen, count, pull_of)] = 1;
    is_chosen[largest(rows, is_chosen, count, strength_of)] = 1;
    return is_chosen;
}

void report_topics(struct page *page, const struct report_source *source)
{
    const struct profile_row *rows = source->rows.rows;
    const size_t count = source->rows.count;
    const bool *is_chosen = report_topics_chosen(source);
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "topics", W("Topics to talk about"));
    struct page_block *list = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_chosen[i])
            continue;
        if (!list) {
            page_add_text(
                section,
                WS("Ask about these as well as the questions that you ask everybody. "
                   "The program has chosen them from the person’s answers, by how much "
                   "they count here and how surely the person and the organization "
                   "differ; one may matter to both. They are in the order of the form. "
                   "Who wants more of it is not said, so that the question stays open."));
            list = page_add_list(section);
        }
        page_pair(list, rows[i].name,
                  rows[i].why.count ? span_format(source->arena,
                                                  W("Why it matters for this work: %.*s"),
                                                  SPAN_ARGS(rows[i].why))
                                    : SPAN(""));
    }
    if (!list)
        page_add_text(section, WS("No topic stands out. Ask the questions that you ask "
                                  "everybody."));
}
