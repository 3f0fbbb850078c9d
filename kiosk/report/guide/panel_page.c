#include "report/guide/panel_page.h"

#include "base/clock.h"
#include "base/words.h"

#include <math.h>

enum { SUM_BYTES = 600 };

static const struct interview_change *last_change(const struct panel_page_view *view,
                                                  size_t member, struct span question)
{
    const struct interview_change *last = NULL;
    for (size_t i = 0; i < view->change_count; i++)
        if (is_span_equal(view->changes[i].member, view->labels[member]) &&
            is_span_equal(view->changes[i].rating.question, question))
            last = &view->changes[i];
    return last;
}

static struct span short_rating(struct arena *arena, int rating)
{
    return rating == INTERVIEW_NO_EVIDENCE ? WS("no evidence")
                                           : span_format(arena, "%d", rating);
}

static struct span cell_of(struct arena *arena, const struct panel_page_view *view,
                           size_t member, size_t index)
{
    const struct span id = view->guide->asked[index].id;
    const struct interview_rating *rating =
        interview_sheet_find(&view->sheets[member], id);
    const struct interview_change *change = last_change(view, member, id);
    const struct span locked =
        short_rating(arena, rating ? rating->rating : INTERVIEW_NO_EVIDENCE);
    return change ? span_format(arena, W("%.*s (then %.*s)"), SPAN_ARGS(locked),
                                SPAN_ARGS(short_rating(arena, change->rating.rating)))
                  : locked;
}

static void add_notes(const struct page_block *table, struct page_row *row,
                      const struct panel_page_view *view, size_t index)
{
    for (size_t i = 0; i < view->count; i++) {
        const struct interview_rating *rating =
            interview_sheet_find(&view->sheets[i], view->guide->asked[index].id);
        if (rating && rating->evidence.count)
            page_remark(table, row,
                        span_format(table->arena, "%.*s, %.*s: %.*s",
                                    SPAN_ARGS(view->names[i]),
                                    SPAN_ARGS(short_rating(table->arena, rating->rating)),
                                    SPAN_ARGS(rating->evidence)));
    }
}

static void add_row(struct page_block *table, const struct panel_page_view *view,
                    size_t index)
{
    struct arena *arena = table->arena;
    const struct interview_spread spread =
        interview_panel_spread(view->guide, index, view->sheets, view->count);
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = view->guide->asked[index].title;
    for (size_t i = 0; i < view->count; i++)
        row->cells[i + 1] = cell_of(arena, view, i, index);
    row->cells[view->count + 1] = page_number(arena, spread.mean, 1);
    row->cells[view->count + 2] = span_format(arena, "%d", spread.weight);
    if (!is_interview_panel_apart(&spread))
        return;
    page_remark(
        table, row,
        span_format(arena, W("%d apart: talk about it."), spread.high - spread.low));
    add_notes(table, row, view, index);
}

static void add_table(struct page_section *section, const struct panel_page_view *view)
{
    struct page_column columns[PAGE_COLUMNS_MAX + 1] = {{W("Question"), 0}};
    const size_t count = view->count;
    for (size_t i = 0; i < count; i++)
        columns[i + 1] =
            (struct page_column){span_text(section->arena, view->names[i]), 1};
    columns[count + 1] = (struct page_column){W("Mean"), 1};
    columns[count + 2] = (struct page_column){W("Weight"), 1};
    struct page_block *table = page_add_table(section, "", columns, count + 3);
    for (size_t i = 0; i < view->guide->count; i++)
        add_row(table, view, i);
}

/* "(3.7 × 1 + 4.3 × 2) ÷ 3" */
static struct span sum_words(struct arena *arena, const struct panel_page_view *view,
                             int weights)
{
    struct buffer words = buffer_init(arena, SUM_BYTES);
    for (size_t i = 0; i < view->guide->count; i++) {
        const struct interview_spread spread =
            interview_panel_spread(view->guide, i, view->sheets, view->count);
        if (spread.count && spread.weight)
            buffer_format(&words, "%s%.*s × %d", words.count ? " + " : "(",
                          SPAN_ARGS(page_number(arena, spread.mean, 1)), spread.weight);
    }
    buffer_format(&words, ") ÷ %d", weights);
    return buffer_span(&words);
}

static void add_overall(struct page_section *section, const struct panel_page_view *view)
{
    struct arena *arena = section->arena;
    const struct interview_overall overall =
        interview_panel_overall(view->guide, view->sheets, view->count);
    if (isnan(overall.mean)) {
        page_add_text(section, WS("There is no overall figure: nobody has evidence for a "
                                  "question that counts."));
        return;
    }
    page_add_strong(
        section,
        span_format(arena, W("Overall, from the ratings as they were handed in: %.*s."),
                    SPAN_ARGS(page_number(arena, overall.mean, 1))),
        sum_words(arena, view, overall.weights));
    page_add_text(
        section,
        span_format(arena,
                    W("The weights were set on %.*s, before anybody had rated. The "
                      "means are shown with one decimal and counted with all. It is one "
                      "part of what you know, and decides nothing."),
                    SPAN_ARGS(clock_date(arena, view->weights_set_s * 1000))));
    page_add_text(
        section, span_format(arena,
                             W("Of the questions that two or more have rated, you are at "
                               "most one step apart on %zu of %zu."),
                             overall.close, overall.rated_twice));
}

static void add_changes(struct page *page, const struct panel_page_view *view)
{
    if (!view->change_count)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "talked", W("Talked about"));
    page_add_text(section, WS("Later changes are shown, and do not move the overall "
                              "figure."));
    for (size_t i = 0; i < view->change_count; i++) {
        const struct interview_change *change = &view->changes[i];
        const size_t at = interview_guide_find(view->guide, change->rating.question);
        if (at < view->guide->count)
            page_add_strong(
                section,
                span_format(
                    section->arena, W("%.*s: %.*s is now %.*s."),
                    SPAN_ARGS(change->member), SPAN_ARGS(view->guide->asked[at].title),
                    SPAN_ARGS(short_rating(section->arena, change->rating.rating))),
                change->reason);
    }
}

void panel_page_add(struct page *page, const struct panel_page_view *view)
{
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "ratings", W("Ratings side by side"));
    page_add_text(section,
                  WS("All ratings were handed in before anybody saw another’s."));
    add_table(section, view);
    add_overall(section, view);
    add_changes(page, view);
}

static void add_heard(struct page_section *section, const struct panel_page_view *view,
                      size_t index)
{
    page_add_strong(section, view->guide->asked[index].title, SPAN(""));
    struct page_block *list = page_add_facts(section);
    for (size_t i = 0; i < view->count; i++) {
        const struct interview_rating *rating =
            interview_sheet_find(&view->sheets[i], view->guide->asked[index].id);
        page_pair(list,
                  span_format(section->arena, "%.*s, %.*s", SPAN_ARGS(view->names[i]),
                              SPAN_ARGS(cell_of(section->arena, view, i, index))),
                  rating && rating->evidence.count ? rating->evidence
                                                   : WS("Nothing was noted."));
    }
}

void panel_page_notes(struct page *page, const struct panel_page_view *view)
{
    struct page_section *section = NULL;
    for (size_t i = 0; i < view->guide->count; i++) {
        const struct interview_spread spread =
            interview_panel_spread(view->guide, i, view->sheets, view->count);
        if (is_interview_panel_apart(&spread))
            continue;
        if (!section)
            section =
                page_section(page, PAGE_PLAIN, "notes", W("What each of you heard"));
        add_heard(section, view, i);
    }
}
