/* Whether all is well with the house. */
#include "app/desk/office/findings_all.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

static const struct {
    enum page_state state;
    const char *words, *title; /* of a page on which nothing is heavier */
} weights[] = {
    [FINDING_GOOD] = {PAGE_STATE_DONE, WN("Good"), WN("All is well")},
    [FINDING_NOTE] = {PAGE_STATE_UNDER_WAY, WN("Look at it"),
                      WN("Nothing is wrong, but look at these")},
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
