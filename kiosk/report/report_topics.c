/* What an interviewer may ask about. Titles and order do not tell who wants more: a question that
 * knows its answer is no question. */
#include "report/report_source.h"

#include "base/words.h"

#include <math.h>

enum { TOPICS_MOST = 3 };

static double pull_of(const struct report_gap *gap)
{
    return fabs(gap->z) >= 1 ? gap->weight * fabs(gap->z) : 0;
}

static double strength_of(const struct report_gap *gap)
{
    return gap->is_shared ? gap->weight * fmin(gap->person, gap->organization) : 0;
}

/* The index of the largest that is not chosen yet, or `count`. */
static size_t largest(const struct report_gap *gaps, const bool *is_chosen, size_t count,
                      double (*size)(const struct report_gap *gap))
{
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (!is_chosen[i] && size(&gaps[i]) > 0 &&
            (best == count || size(&gaps[i]) > size(&gaps[best])))
            best = i;
    return best;
}

static bool *chosen(struct arena *arena, const struct report_gap *gaps, size_t count)
{
    bool *is_chosen = arena_array(arena, bool, count + 1);
    for (int i = 0; i < TOPICS_MOST; i++)
        is_chosen[largest(gaps, is_chosen, count, pull_of)] = 1;
    is_chosen[largest(gaps, is_chosen, count, strength_of)] = 1;
    return is_chosen;
}

void report_topics(struct page *page, const struct report_source *source)
{
    size_t count;
    const struct report_gap *gaps = report_gaps(source, &count);
    const bool *is_chosen = chosen(source->arena, gaps, count);
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "topics", W("Topics to talk about"));
    struct page_block *list = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_chosen[i])
            continue;
        if (!list) {
            page_add_text(
                section,
                WS("Besides the questions that everybody is asked. They are chosen by "
                   "importance and by how surely both sides differ; one may be a "
                   "strength of both. They stand in the order of the form, and the "
                   "direction is left out so that the question stays open."));
            list = page_add_list(section);
        }
        page_pair(list, gaps[i].name,
                  gaps[i].why.count ? span_format(source->arena,
                                                  W("Why it matters for this work: %.*s"),
                                                  SPAN_ARGS(gaps[i].why))
                                    : SPAN(""));
    }
    if (!list)
        page_add_text(section, WS("No topic stands out. Ask the questions that "
                                  "everybody is asked."));
}
