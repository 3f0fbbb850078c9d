/* The house itself: its terminals, and whether all is well. */
#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/office/findings_all.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/today/pages_news.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/words.h"

#include <string.h>

/* The folder as a shell takes it, whatever its name holds. */
static struct span folder_words(struct pages_turn *turn)
{
    const char *const folder = turn->operation->office.folder;
    struct buffer words = buffer_init(turn->arena, 2 + 4 * strlen(folder));
    buffer_text(&words, "'");
    for (const char *letter = folder; *letter; letter++)
        if (*letter == '\'')
            buffer_text(&words, "'\\''");
        else
            buffer_add(&words, (struct span){letter, 1});
    buffer_text(&words, "'");
    return buffer_span(&words);
}

/* How a terminal comes to its configuration: where the stick is, one line is typed. */
static void enrolling_add(struct pages_turn *turn)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "enrol", W("Enrol a terminal, new or again"));
    page_add_text(
        section, WS("The page for staff of a terminal writes its request to a stick. Put "
                    "the stick into this machine and type this line where commands are "
                    "typed, with the folder of the stick in the place of STICK:"));
    page_add_exact(section, SPAN(""),
                   span_format(turn->arena,
                               "resonance enrol --all STICK/resonance/requests \\\n"
                               "  --out STICK/resonance/configurations \\\n"
                               "  --org %.*s",
                               SPAN_ARGS(folder_words(turn))));
    page_add_text(section,
                  WS("It shows eight words of each new terminal: say yes only when the "
                     "same ones stand there."));
    page_add_text(section, WS("Then the terminal takes its configuration from the stick, "
                              "on the same page for staff."));
}

/* What the last configuration did not tell them. */
static enum status news_add(struct pages_turn *turn)
{
    struct span *lines;
    size_t count;
    const enum status status = pages_news(turn, &lines, &count);
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

enum status pages_terminals(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Terminal"), 0}, {W("Number"), 0}, {W("State"), 0}, {W("Its eight words"), 0}};
    const struct roll *roll;
    pages_turn_begin(turn, WS("Terminals"));
    enum status status = roll_need(&turn->operation->office, &roll);
    if (status == OK)
        status = news_add(turn);
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
    enrolling_add(turn);
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
