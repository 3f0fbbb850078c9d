/* The audit of the scoring: every record that the key opens, scored again, byte for byte. */
#include "app/desk/command/rescore.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "base/words.h"

static void found_add(struct pages_turn *turn, const struct rescored *found)
{
    const size_t all = found->same_count + found->different_count;
    const bool is_well = !found->different_count && !found->closed_count;
    turn->notices.first = turn->notices.last = NULL; /* they stand below */
    page_add_notice(&turn->page.head, is_well ? PAGE_GOOD : PAGE_WRONG,
                    !all                     ? WS("No result was scored again.")
                    : found->different_count ? WS("Not all results score the same.")
                                             : WS("All that was opened scores the same."),
                    SPAN(""));
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "found", W("What was found"));
    struct page_block *facts = page_add_facts(section);
    page_pair(facts, WS("The same, byte for byte"),
              span_format(turn->arena, "%zu", found->same_count));
    page_pair(facts, WS("Different"),
              span_format(turn->arena, "%zu", found->different_count));
    page_pair(facts, WS("Could not be opened or read"),
              span_format(turn->arena, "%zu", found->closed_count));
    if (!found->different_count)
        return;
    page_add_note(section, WS("What differs was made by another version of the scoring, "
                              "or changed before it was sealed. Ask whoever looks after "
                              "the desk before anybody uses it."));
    struct page_block *list = page_add_list(section);
    for (size_t i = 0; i < found->different_count && i < RESCORE_NAMED_MOST; i++)
        page_pair(list, span_copy(turn->arena, found->different[i]),
                  WS("scores differently"));
}

enum status pages_scoring(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("The scoring, tried again"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, WS("The scoring"), SPAN(""));
    if (is_pages_turn_form(turn)) {
        struct rescored found;
        const enum status status = rescore_every(turn->operation, &found);
        if (status != OK)
            return status;
        found_add(turn, &found);
    }
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "again", W("Score all results again"));
    page_add_text(section,
                  WS("Each result that your key opens is scored again from its answers, "
                     "and compared with what was sealed, byte for byte. Nothing is "
                     "changed. With many results it takes a while."));
    page_add_form(section, page_form_new(turn->arena, SPAN("/audit/scoring"),
                                         turn->question->token, WS("Score all again")));
    return OK;
}
