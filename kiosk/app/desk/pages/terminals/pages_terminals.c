/* The terminals: how each stands, what comes next for it, and those that wait to be signed for. */
#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/terminals/pages_enrol.h"
#include "app/desk/pages/today/pages_news.h"
#include "base/clock.h"
#include "base/words.h"

/* What the last configuration did not tell them. */
static enum status news_add(struct pages_turn *turn, bool *out_is_any)
{
    struct span *lines;
    size_t count;
    const enum status status = pages_news(turn, &lines, &count);
    *out_is_any = status == OK && count;
    if (status != OK || !count)
        return status;
    page_add_notice(&turn->page.head, PAGE_CARE,
                    WS("The terminals need a newer configuration"),
                    WS("No terminal knows this yet:"));
    struct page_block *list = page_add_list(&turn->page.head);
    for (size_t i = 0; i < count; i++)
        page_pair(list, SPAN(""), lines[i]);
    return OK;
}

static void row_add(struct pages_turn *turn, struct page_block *table,
                    const struct enrolled_terminal *terminal, bool has_news)
{
    const bool is_retired = terminal->retired_unix_s != 0;
    const struct span day =
        clock_date(turn->arena, 1000 * (is_retired ? terminal->retired_unix_s
                                                   : terminal->from_unix_s));
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = terminal->label;
    row->cells[1] = terminal_find_number(turn->arena, terminal->id);
    row->cells[2] =
        span_format(turn->arena, is_retired ? W("Retired on %.*s") : W("Since %.*s"),
                    SPAN_ARGS(pages_words_day(turn->arena, day)));
    page_cell(table, row, 2)->state =
        is_retired ? PAGE_STATE_UNFINISHED : PAGE_STATE_DONE;
    row->cells[3] = is_retired ? SPAN("")
                    : has_news ? WS("Bring its request: it needs a newer configuration")
                    : is_pages_enrol_waiting(turn, terminal)
                        ? WS("Its configuration lies on the stick: take it there")
                        : WS("Nothing new since its last configuration");
    row->cells[4] = terminal_find_words(turn->arena, terminal);
}

static void all_add(struct pages_turn *turn, const struct roll *roll, bool has_news)
{
    static const struct page_column columns[] = {{WN("Terminal"), 0},
                                                 {WN("Number"), 0},
                                                 {WN("State"), 0},
                                                 {WN("What comes next"), 0},
                                                 {WN("Its eight words"), 0}};
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "all", "");
    if (!roll->terminal_count) {
        page_add_text(section, WS("No terminal is signed for yet."));
        return;
    }
    struct page_block *table = page_add_table(
        section, W("Terminals, each signed for by the organization"), columns, 5);
    for (size_t i = 0; i < roll->terminal_count; i++) {
        if (is_terminal_find_last(roll, i))
            row_add(turn, table, &roll->terminals[i], has_news);
    }
}

enum status pages_terminals(struct pages_turn *turn)
{
    const struct roll *roll;
    bool has_news;
    pages_turn_begin(turn, WS("Terminals"));
    enum status status =
        is_pages_turn_form(turn) ? pages_enrol_do(turn) : pages_enrol_add(turn);
    if (status == OK) /* as it is now that something may have been signed */
        status = roll_need(&turn->operation->office, &roll);
    if (status == OK)
        status = news_add(turn, &has_news);
    if (status == OK)
        all_add(turn, roll, has_news);
    return status;
}
