/* What was decided about a person, by whom and why; a further decision; the letter. */
#include "app/desk/pages/interview/pages_talk.h"

#include "app/desk/office/interview/decision.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

#include <string.h>

enum { HTTP_NOT_FOUND = 404, NAME_MOST = 80 };

/* As people read them; their words are those of the operation. */
static const char *const outcomes[] = {[INTERVIEW_OFFER] = WN("Offer the work"),
                                       [INTERVIEW_NEXT] = WN("Go on to a further step"),
                                       [INTERVIEW_DECLINE] = WN("No offer"),
                                       [INTERVIEW_WITHDRAWN] =
                                           WN("The person does not wish to go on")};

static struct page_form *form_new(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/people/*/decision", turn->parts[0]),
        turn->question->token, WS("Record the decision"));
    struct page_field *as =
        page_form_field(form, PAGE_FIELD_ONE_OF, "as", WS("Decision"));
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        const char *word = interview_decision_word((enum interview_outcome)i);
        page_form_choice(as, span_of(word), WS(outcomes[i]))->is_chosen =
            is_span(pages_turn_field(turn, "as"), word);
    }
    struct page_field *reason = page_form_field(
        form, PAGE_FIELD_LONG, "reason", WS("Reason, from what was said and done"));
    reason->value = pages_turn_field(turn, "reason");
    reason->most = INTERVIEW_REASON_MAX;
    reason->hint = WS("The person reads it in the letter.");
    struct page_field *own =
        page_form_field(form, PAGE_FIELD_SOME_OF, "own", WS("Please confirm"));
    page_form_choice(own, SPAN("yes"), WS("The figure of the program is not the reason."))
        ->is_chosen = pages_turn_field(turn, "own").count > 0;
    struct page_field *by =
        page_form_field(form, PAGE_FIELD_TEXT, "by", WS("Decided by"));
    by->value = pages_turn_field(turn, "by");
    by->most = NAME_MOST;
    by->hint = WS("First and last name.");
    return form;
}

/* What was decided so far, the first one first; that it is read was noted by the operation. */
static enum status history_add(struct pages_turn *turn, size_t *out_count)
{
    static const struct page_column columns[] = {
        {WN("Day"), 0}, {WN("Decision"), 0}, {WN("By"), 0}, {WN("Written down by"), 0}};
    struct operation *operation = turn->operation;
    const struct people_row *row;
    struct interview_decision *list;
    size_t count = 0;
    enum status status = pages_turn_person(turn, turn->parts[0], &row);
    if (status != OK)
        return status;
    struct chronicle_about about = {.reference = row->handle, .vacancy = row->vacancy};
    memcpy(about.record_id, row->record_id, CHAIN_ID_BYTES);
    status = decision_list(&operation->shown, &operation->office, &about,
                           &operation->keys, &list, &count);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "history", W("What was decided so far"));
    if (!count)
        page_add_text(section,
                      span_format(turn->arena, W("Nothing is decided about %.*s yet."),
                                  SPAN_ARGS(row->handle)));
    struct page_block *table = count ? page_add_table(section, "", columns, 4) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct page_row *line = page_row(table, SPAN(""));
        line->cells[0] =
            pages_words_day(turn->arena, clock_date(turn->arena, list[i].time_s * 1000));
        line->cells[1] = WS(outcomes[list[i].outcome]);
        line->cells[2] = list[i].by;
        line->cells[3] = list[i].who;
        page_remark(table, line, list[i].reason);
    }
    *out_count = count;
    return OK;
}

/* The letter says what was decided, so there is none before. */
static void letter_way_add(struct pages_turn *turn, struct page_ways *ways,
                           size_t decided_count)
{
    struct page_way *way = page_way_add(
        turn->arena, ways, decided_count ? PAGE_WAY_BUTTON : PAGE_WAY_CLOSED,
        WS("The letter"),
        decided_count ? pages_link(turn->arena, "/people/*/letter", turn->parts[0])
                      : SPAN(""));
    way->why = decided_count ? SPAN("") : WS("It comes with the first decision.");
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

/* What the mark of a pilot means where somebody decides. */
static void pilot_add(struct pages_turn *turn)
{
    const struct assessment *assessment = turn->operation->office.assessment;
    if (assessment && assessment->is_pilot)
        page_add_notice(&turn->page.head, PAGE_CARE,
                        WS("The form is a pilot: decide from what was said and done."),
                        WS("Its answers and figures prepared the talk. They are no "
                           "reason for a decision."));
}

enum status pages_decision(struct pages_turn *turn)
{
    size_t count = 0;
    const enum status decided = is_pages_turn_form(turn) ? decide(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(decided == OK ? "" : status_last()));
    if (is_pages_turn_form(turn) && decided == OK) {
        pages_turn_done(turn,
                        pages_link(turn->arena, "/people/*/decision", turn->parts[0]),
                        WN("The decision is recorded."));
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
    pilot_add(turn);
    status = history_add(turn, &count);
    if (status != OK)
        return status;
    letter_way_add(turn, &turn->shell.actions, count);
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

/* Whoever comes here by an address of before is told when the letter comes. */
static enum status letter_missing(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("The letter"));
    pages_turn_crumb(turn, WS("People"), SPAN("/people"));
    pages_turn_crumb(turn, turn->parts[0],
                     pages_link(turn->arena, "/people/*", turn->parts[0]));
    pages_turn_crumb(turn, WS("The letter"), SPAN(""));
    struct page_block *notice = page_add_notice(
        &turn->page.head, PAGE_CARE,
        span_format(turn->arena, W("Nothing is decided about %.*s yet."),
                    SPAN_ARGS(turn->parts[0])),
        WS("The letter tells the person what was decided and why. It comes with the "
           "first decision."));
    page_way_add(turn->arena, &notice->ways, PAGE_WAY_BUTTON, WS("Decide"),
                 pages_link(turn->arena, "/people/*/decision", turn->parts[0]));
    turn->answer->http_status = HTTP_NOT_FOUND;
    return OK;
}

/* Whether somebody has decided about them. */
static enum status is_decided_find(struct pages_turn *turn, bool *out_is_decided)
{
    const struct people_row *row;
    const enum status status = pages_turn_person(turn, turn->parts[0], &row);
    if (status == OK)
        *out_is_decided = row->is_decided;
    return status;
}

enum status pages_letter(struct pages_turn *turn)
{
    bool is_decided = false;
    enum status status = is_decided_find(turn, &is_decided);
    if (status != OK)
        return status;
    if (!is_decided)
        return letter_missing(turn);
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "letter", SPAN("yes"));
    pages_turn_value(turn, "format", SPAN("html"));
    status = decide_prepare(turn->operation);
    if (status == OK)
        status = decide_run(turn->operation);
    if (status != OK)
        return status;
    *turn->answer =
        (struct pages_answer){.http_status = 200,
                              .type = SPAN("text/html; charset=utf-8"),
                              .body = buffer_span(&turn->put),
                              .download = span_format(turn->arena, "%.*s-letter.html",
                                                      SPAN_ARGS(turn->parts[0]))};
    return OK;
}
