/* The house itself: its terminals, and whether all is well. */
#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/office/findings_all.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum status pages_terminals(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Terminal"), 0}, {W("Number"), 0}, {W("State"), 0}, {W("Its eight words"), 0}};
    const struct roll *roll;
    pages_turn_begin(turn, WS("Terminals"));
    const enum status status = roll_need(&turn->operation->office, &roll);
    if (status != OK)
        return status;
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "all", "");
    if (!roll->terminal_count)
        page_add_text(section, WS("No terminal is signed for yet."));
    struct page_block *table = page_add_table(
        section, W("Terminals, each signed for by the organization"), columns, 4);
    for (size_t i = 0; i < roll->terminal_count; i++) {
        const struct enrolled_terminal *terminal = &roll->terminals[i];
        if (!is_terminal_find_last(roll, i))
            continue;
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
        row->cells[3] = terminal_find_words(turn->arena, terminal);
    }
    return OK;
}

static const struct {
    enum page_state state;
    const char *words, *title; /* of a page on which nothing is heavier */
} weights[] = {
    [FINDING_GOOD] = {PAGE_STATE_DONE, WN("Good"), WN("All is well")},
    [FINDING_NOTE] = {PAGE_STATE_UNDER_WAY, WN("Look at it"),
                      WN("Nothing is wrong, but look at this")},
    [FINDING_WRONG] = {PAGE_STATE_CARE, WN("Wrong"), WN("Something is wrong")},
};

enum status pages_doctor(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("What"), 0}, {W("State"), 0}, {W("What was found"), 0}};
    struct findings *findings = arena_new(turn->operation->arena, struct findings);
    findings->office = &turn->operation->office;
    findings_all(findings);
    enum finding_weight heaviest = findings->wrong_count ? FINDING_WRONG : FINDING_GOOD;
    pages_turn_begin(turn, SPAN(""));
    struct page_block *table =
        page_add_table(page_section(&turn->page, PAGE_PLAIN, "findings", ""),
                       W("What was looked at"), columns, 3);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        heaviest = finding->weight > heaviest ? finding->weight : heaviest;
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = pages_words_sentence(turn->arena, span_of(finding->about));
        row->cells[0].count--; /* a name, no sentence */
        row->cells[1] = WS(weights[finding->weight].words);
        page_cell(table, row, 1)->state = weights[finding->weight].state;
        row->cells[2] = pages_words_sentence(turn->arena, finding->what);
        if (finding->mend.count)
            page_remark(table, row,
                        span_format(turn->arena, W("To mend it: %.*s"),
                                    SPAN_ARGS(finding->mend)));
    }
    turn->page.title = WS(weights[heaviest].title);
    return OK;
}
