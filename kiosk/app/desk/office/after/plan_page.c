#include "app/desk/office/after/plan_page.h"

#include "base/clock.h"
#include "base/words.h"

static enum page_state sign_of(enum plan_state state)
{
    switch (state) {
    case PLAN_PLANNED:
        return PAGE_STATE_READ;
    case PLAN_DONE:
        return PAGE_STATE_DONE;
    case PLAN_DROPPED:
        return PAGE_STATE_UNFINISHED;
    case PLAN_STATES:
        break;
    }
    return PAGE_STATE_NONE;
}

static struct span day_words(struct arena *arena, plan_page_day *day, struct span date)
{
    return day ? day(arena, date) : date;
}

static struct span what_words(struct arena *arena, const struct plan_line *line)
{
    return line->matter.count
               ? span_format(arena, W("%.*s, with %.*s. For: %.*s"),
                             SPAN_ARGS(line->what), SPAN_ARGS(line->owner),
                             SPAN_ARGS(line->matter))
               : span_format(arena, W("%.*s, with %.*s"), SPAN_ARGS(line->what),
                             SPAN_ARGS(line->owner));
}

static void line_add(struct page_block *table, const struct plan *plan, size_t at,
                     plan_page_day *day, struct span address)
{
    struct arena *arena = table->arena;
    const struct plan_line *line = &plan->lines[at];
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = span_format(arena, W("Line %lld"), (long long)line->number);
    if (address.count)
        page_cell(table, row, 0)->address = span_format(
            arena, "%.*s?line=%lld", SPAN_ARGS(address), (long long)line->number);
    row->cells[1] = span_of(plan_row_way_title(line->way));
    row->cells[2] = what_words(arena, line);
    row->cells[3] = day_words(arena, day, line->day);
    row->cells[4] = span_of(plan_row_state_title(line->state));
    page_cell(table, row, 4)->state = sign_of(line->state);
    if (line->state == PLAN_DROPPED)
        page_remark(
            table, row,
            span_format(arena, W("Dropped, because: %.*s"), SPAN_ARGS(line->why)));
    else if (plan->agreement && !plan->is_agreed[at])
        page_remark(table, row, WS("New or changed since the last agreement."));
}

static struct span agreed_words(struct arena *arena, const struct plan_agreement *agreed,
                                plan_page_day *day)
{
    if (!agreed)
        return WS("Not agreed yet: the person and whoever they agree with have not both "
                  "said yes.");
    const struct span first = day_words(arena, day, agreed->days[0]);
    const struct span second = day_words(arena, day, agreed->days[1]);
    return span_format(arena, W("Agreed by %.*s on %.*s and by %.*s on %.*s."),
                       SPAN_ARGS(agreed->names[0]), SPAN_ARGS(first),
                       SPAN_ARGS(agreed->names[1]), SPAN_ARGS(second));
}

void plan_page_lines(struct page *page, const struct plan *plan, plan_page_day *day,
                     struct span address)
{
    const struct page_column columns[] = {{W("Line"), 0},
                                          {W("Way"), 0},
                                          {W("What, and with whom"), 0},
                                          {W("By"), 0},
                                          {W("State"), 0}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "plan", W("Plan, over five ways of learning"));
    if (!plan->line_count) {
        page_add_text(section, WS("There is no line in this plan yet."));
        return;
    }
    page_add_text(section, agreed_words(page->arena, plan->agreement, day));
    if (plan->agreement && plan->to_agree_count)
        page_add_text(section,
                      span_format(page->arena, W("Lines to be agreed again: %zu of %zu."),
                                  plan->to_agree_count, plan->line_count));
    struct page_block *table =
        page_add_table(section, "", columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < plan->line_count; i++)
        line_add(table, plan, i, day, address);
}

void plan_page_wish(struct page *page, const struct plan_wish *wish, enum page_look look)
{
    struct arena *arena = page->arena;
    struct page_section *section =
        page_section(page, look, "wish", W("Where it may begin"));
    struct span ways[PLAN_WAYS];
    size_t count = 0;
    for (int way = 0; way < PLAN_WAYS; way++)
        if (wish->is_asked[way])
            ways[count++] = span_of(plan_row_way_title((enum plan_way)way));
    page_add_strong(section, WS("What the person asked for:"),
                    wish->has_asked ? span_join(arena, ways, count, ", ")
                                    : WS("none of the five ways"));
    page_add_strong(section, WS("What they may miss here:"),
                    wish->missed_count
                        ? span_join(arena, wish->missed, wish->missed_count, ", ")
                        : WS("nothing that the answers are sure of"));
    page_add_text(section, WS("Not every way must be used. What does not suit may be "
                              "left out."));
}

static struct span row_words(struct arena *arena, const struct plan_row *row,
                             plan_page_day *day)
{
    const struct plan_line *line = &row->line;
    if (row->is_agreement)
        return agreed_words(arena, &row->agreement, day);
    const struct span until = day_words(arena, day, line->day);
    const struct span what = what_words(arena, line);
    return span_format(arena, W("Line %lld, %s: %.*s. By %.*s; %s%s%.*s"),
                       (long long)line->number, plan_row_way_title(line->way),
                       SPAN_ARGS(what), SPAN_ARGS(until),
                       plan_row_state_title(line->state), line->why.count ? ": " : "",
                       SPAN_ARGS(line->why));
}

void plan_page_history(struct page *page, const struct plan *plan, plan_page_day *day)
{
    const struct page_column columns[] = {
        {W("Day"), 0}, {W("Written down by"), 0}, {W("What was written down"), 0}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "history", W("How it came about"));
    section->medium = PAGE_ON_SCREEN;
    struct page_block *table =
        page_add_table(section, "", columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < plan->row_count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = day_words(page->arena, day,
                                  clock_date(page->arena, plan->rows[i].time_s * 1000));
        row->cells[1] = plan->rows[i].who;
        row->cells[2] = row_words(page->arena, &plan->rows[i], day);
    }
}
