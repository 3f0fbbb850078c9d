/* What was decided about a person, by whom and why; a further decision; the letter. */
#include "app/desk/pages/interview/pages_talk.h"

#include "app/desk/pages/pages_link.h"
#include "base/words.h"
#include "interview/interview_decision.h"

enum { NAME_MOST = 80 };

static struct page_form *form_new(struct pages_turn *turn)
{
    static const struct {
        const char *word, *words;
    } outcomes[] = {{"offer", WN("Offer the work")},
                    {"next", WN("Go on to a further step")},
                    {"decline", WN("No offer")},
                    {"withdrawn", WN("The person does not wish to go on")}};
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/people/*/decision", turn->parts[0]),
        turn->question->token, WS("Record the decision"));
    struct page_field *as =
        page_form_field(form, PAGE_FIELD_ONE_OF, "as", WS("Decision"));
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
        page_form_choice(as, span_of(outcomes[i].word), WS(outcomes[i].words))
            ->is_chosen = is_span(pages_turn_field(turn, "as"), outcomes[i].word);
    struct page_field *reason = page_form_field(
        form, PAGE_FIELD_LONG, "reason", WS("Reason, from what was said and done"));
    reason->value = pages_turn_field(turn, "reason");
    reason->most = INTERVIEW_REASON_MAX;
    reason->hint = WS("The person reads it in the letter.");
    struct page_field *own =
        page_form_field(form, PAGE_FIELD_SOME_OF, "own", WS("What it is not"));
    page_form_choice(own, SPAN("yes"), WS("The figure of the program is not the reason."))
        ->is_chosen = pages_turn_field(turn, "own").count > 0;
    struct page_field *by =
        page_form_field(form, PAGE_FIELD_TEXT, "by", WS("Decided by"));
    by->value = pages_turn_field(turn, "by");
    by->most = NAME_MOST;
    by->hint = WS("First and last name.");
    return form;
}

/* What the operation says, in a section of this page. */
static void history_take(struct pages_turn *turn)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "history", W("What was decided so far"));
    section->first = turn->operation->page.head.first;
    section->last = turn->operation->page.head.last;
}

static enum status decide(struct pages_turn *turn)
{
    if (!pages_turn_field(turn, "as").count)
        return fail(STATUS_BAD_INPUT, "choose what was decided");
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "as", pages_turn_field(turn, "as"));
    pages_turn_value(turn, "by", pages_turn_field(turn, "by"));
    pages_turn_value(turn, "reason", pages_turn_field(turn, "reason"));
    if (pages_turn_field(turn, "own").count)
        pages_turn_value(turn, "not-the-figure", SPAN("yes"));
    return pages_talk_run(turn, decide_prepare, decide_run);
}

static void faults_add(struct pages_turn *turn, struct page_form *form)
{
    if (!pages_turn_field(turn, "as").count)
        page_form_fault(form, "as", WS("Choose what was decided."));
    if (!span_trim(pages_turn_field(turn, "reason")).count)
        page_form_fault(form, "reason", WS("Write why."));
    if (!span_trim(pages_turn_field(turn, "by")).count)
        page_form_fault(form, "by", WS("Write who decided."));
    if (!pages_turn_field(turn, "own").count)
        page_form_fault(form, "own", WS("Say that the figure is not the reason."));
}

enum status pages_decision(struct pages_turn *turn)
{
    const enum status decided = is_pages_turn_form(turn) ? decide(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(decided == OK ? "" : status_last()));
    if (is_pages_turn_form(turn) && decided == OK) {
        pages_turn_go(turn,
                      pages_link(turn->arena, "/people/*/decision", turn->parts[0]));
        return OK;
    }
    pages_turn_word(turn, turn->parts[0]);
    enum status status = decide_prepare(turn->operation);
    if (status == OK)
        status = decide_run(turn->operation);
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("Decision"));
    pages_turn_crumb(turn, WS("People"), SPAN("/people"));
    pages_turn_crumb(turn, turn->parts[0],
                     pages_link(turn->arena, "/people/*", turn->parts[0]));
    pages_turn_crumb(turn, WS("Decision"), SPAN(""));
    page_add_text(
        &turn->page.head,
        WS("A person decides, by name, with a reason of their own. The candidate "
           "can ask for it and say so if they see it differently."));
    history_take(turn);
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("The letter"),
                 pages_link(turn->arena, "/people/*/letter", turn->parts[0]));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("After hiring"),
                 SPAN("/after"));
    struct page_form *form = form_new(turn);
    page_add_form(page_section(&turn->page, PAGE_BOX, "decide", W("Decide")), form);
    if (decided == OK)
        return OK;
    faults_add(turn, form);
    turn->answer->http_status = PAGES_TALK_WRONG_FORM;
    return page_form_fault_count(form)
               ? OK
               : pages_talk_wrong(turn, fail(decided, "%.*s", SPAN_ARGS(why)), form,
                                  "reason");
}

enum status pages_letter(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "letter", SPAN("yes"));
    pages_turn_value(turn, "format", SPAN("html"));
    enum status status = decide_prepare(turn->operation);
    if (status == OK)
        status = decide_run(turn->operation);
    if (status != OK)
        return status;
    *turn->answer = (struct pages_answer){.http_status = 200,
                                          .type = SPAN("text/html; charset=utf-8"),
                                          .body = buffer_span(&turn->put),
                                          .download = SPAN("letter.html")};
    return OK;
}
