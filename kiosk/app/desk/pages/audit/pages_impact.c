/* How far people came, by group, for the auditor; the public summary; and the outcomes,
 * which a recruiter seals to the auditors. */
#include "app/desk/command/audit/audit_outcomes.h"
#include "app/desk/command/audit/impact_page.h"
#include "app/desk/command/audit/impact_said.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

enum { HTTP_WRONG_FORM = 422 };

static void crumbs_add(struct pages_turn *turn, struct span here)
{
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, here, SPAN(""));
}

/* What is missing before there is anything to count. */
static enum status nothing(struct pages_turn *turn, enum status status)
{
    if (status != STATUS_NOT_FOUND)
        return status;
    page_add_notice(
        &turn->page.head, PAGE_CARE, WS("Nothing is sealed for the audit yet."),
        WS("A recruiter seals what came of everybody, on the page Outcomes for "
           "the auditor. Help says how the groups come here."));
    return OK;
}

static void stages_add(struct pages_turn *turn, bool has_stage, enum audit_stage here)
{
    struct page_block *ways = page_add_ways(&turn->page.head);
    ways->title = WS("How far:");
    ways->medium = PAGE_ON_SCREEN;
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("All"),
                 SPAN("/audit/impact"))
        ->is_here = !has_stage;
    for (size_t i = 0; i < AUDIT_STAGES; i++)
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK,
                     WS(impact_page_title((enum audit_stage)i)),
                     pages_link_with(turn->arena, SPAN("/audit/impact"), "stage",
                                     span_of(audit_counts_words((enum audit_stage)i))))
            ->is_here = has_stage && here == (enum audit_stage)i;
}

static enum status counts_read(struct pages_turn *turn, struct audit_counts *counts)
{
    struct operation *operation = turn->operation;
    const enum status status =
        audit_counts_read(turn->arena, &operation->office, &operation->keys, counts);
    if (status == OK)
        pages_turn_note(turn, "audited impact", SPAN(""));
    return status;
}

/* Beside what HR's records say, or alone. */
static enum status said_add(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    struct audit_said said;
    const enum status status =
        audit_said_read(turn->arena, &operation->office, &operation->keys, &said);
    if (status != OK || !said.slip_count)
        return status;
    pages_turn_note(turn, "counted what people said", SPAN(""));
    impact_said_page(&turn->page, &said);
    return OK;
}

enum status pages_impact(struct pages_turn *turn)
{
    const struct span typed = pages_turn_field(turn, "stage");
    struct audit_counts counts;
    enum audit_stage stage = AUDIT_INTERVIEWED;
    pages_turn_begin(turn, WS("How far people came, by group"));
    crumbs_add(turn, turn->page.title);
    if (typed.count && audit_counts_stage(typed, &stage) != OK)
        return fail(STATUS_BAD_INPUT, "there is no such stage");
    enum status status = counts_read(turn, &counts);
    if (status != OK) {
        status = nothing(turn, status);
        return status == OK ? said_add(turn) : status;
    }
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("The summary to make public"), SPAN("/audit/impact/summary"));
    impact_page_counts(&turn->page, &counts);
    stages_add(turn, typed.count != 0, stage);
    for (size_t i = 0; i < AUDIT_STAGES; i++)
        if (!typed.count || stage == (enum audit_stage)i)
            impact_page_stage(&turn->page, &counts, (enum audit_stage)i);
    return said_add(turn);
}

enum status pages_impact_summary(struct pages_turn *turn)
{
    struct audit_counts counts;
    struct impact_page_facts facts;
    pages_turn_begin(turn, WS("Summary of the bias audit"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, WS("How far people came, by group"), SPAN("/audit/impact"));
    pages_turn_crumb(turn, WS("The summary"), SPAN(""));
    enum status status = counts_read(turn, &counts);
    if (status == OK)
        status = impact_page_read(&turn->operation->office, &facts);
    if (status != OK)
        return nothing(turn, status);
    facts.today = pages_words_day(turn->arena, facts.today);
    facts.sealed = pages_words_day(turn->arena, facts.sealed);
    impact_page_summary(&turn->page, &counts, &facts);
    return OK;
}

static enum status seal(struct pages_turn *turn, size_t *out_count)
{
    enum status status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = audit_outcomes_seal(turn->operation, out_count);
    pages_turn_change_end(turn);
    return status;
}

enum status pages_outcomes(struct pages_turn *turn)
{
    size_t count = 0;
    pages_turn_begin(turn, WS("Outcomes for the auditor"));
    crumbs_add(turn, turn->page.title);
    if (is_pages_turn_form(turn)) {
        const enum status status = seal(turn, &count);
        if (status == STATUS_REFUSED) {
            page_add_notice(&turn->page.head, PAGE_WRONG,
                            pages_words_sentence(turn->arena, span_of(status_last())),
                            SPAN(""));
            turn->answer->http_status = HTTP_WRONG_FORM;
        } else if (status != OK) {
            return status;
        } else {
            page_add_notice(
                &turn->page.head, PAGE_GOOD,
                span_format(turn->arena, W("Sealed for the auditors: %zu."), count),
                SPAN(""));
        }
    }
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "seal", W("What they get"));
    page_add_text(section,
                  WS("Of everybody who answered: whether there was an interview or a "
                     "decision to go on, whether the work was offered, and on which side "
                     "of the median they are. No figure, no word and no name. What was "
                     "sealed before goes. You cannot open it."));
    page_add_form(section,
                  page_form_new(turn->arena, SPAN("/audit/outcomes"),
                                turn->question->token, WS("Seal them for the auditors")));
    return OK;
}
