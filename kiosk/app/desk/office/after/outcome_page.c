#include "app/desk/office/after/outcome_page.h"

#include "app/desk/office/after/outcome_kept.h"
#include "base/words.h"

static struct span said(struct arena *arena, const struct outcome *list, size_t count,
                        enum outcome_question question, int month)
{
    const struct outcome *last =
        outcome_kept_last(list, count, outcome_side_of(question), month);
    if (!last || !last->ratings[question])
        return SPAN("–");
    const int rating = last->ratings[question];
    const char *anchor = outcome_anchor(question, rating);
    return *anchor ? span_format(arena, "%d: %s", rating, anchor)
                   : span_format(arena, "%d", rating);
}

void outcome_page_add(struct page *page, const struct outcome *list, size_t count)
{
    static const struct {
        enum outcome_side side;
        const char *words;
    } sides[] = {{OUTCOME_PERSON, WN("The person says")},
                 {OUTCOME_MANAGER, WN("Who leads their work says")}};
    const struct page_column columns[] = {
        {W("From 1 to 5"), 0}, {W("After 6 months"), 0}, {W("After 12 months"), 0}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "outcome", W("What is said of the work since"));
    if (!count) {
        page_add_text(section, WS("Nothing is written down yet."));
        return;
    }
    struct page_block *table = page_add_table(section, "", columns, 3);
    for (int i = 0; i < OUTCOME_QUESTIONS; i++) {
        const enum outcome_question question = (enum outcome_question)i;
        const enum outcome_side side = outcome_side_of(question);
        const bool is_first =
            !i || outcome_side_of((enum outcome_question)(i - 1)) != side;
        struct page_row *row =
            page_row(table, is_first ? WS(sides[side].words) : SPAN(""));
        row->cells[0] = span_of(outcome_statement(question));
        row->cells[1] = said(page->arena, list, count, question, OUTCOME_HALF_YEAR);
        row->cells[2] = said(page->arena, list, count, question, OUTCOME_YEAR);
    }
    page_add_text(section, WS("It shows whether the questions of the form mean anything "
                              "here. It is never for pay, and never for a choice between "
                              "people."));
}
