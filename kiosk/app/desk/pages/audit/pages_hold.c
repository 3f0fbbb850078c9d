/* What must not be erased meanwhile: why, by whom, and until it is released. */
#include "app/desk/pages/audit/pages_end.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum { REASON_MOST = 300 };

static bool is_held(const struct end_subject *subject)
{
    return subject->end && subject->end->held.number;
}

static struct page_form *form_new(struct pages_turn *turn,
                                  const struct end_subject *subject)
{
    const bool is_release = is_held(subject);
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/people/*/hold", subject->handle),
        turn->question->token, is_release ? WS("Release it") : WS("Hold it"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value =
        is_release ? SPAN("release") : SPAN("hold");
    struct page_field *reason =
        page_form_field(form, PAGE_FIELD_LONG, "reason",
                        is_release ? WS("Why it need not be kept any longer")
                                   : WS("Why it must be kept"));
    reason->value = pages_turn_field(turn, "reason");
    reason->hint = WS("Such as the number of a claim. No name, and nothing of what was "
                      "answered: the reason is not sealed, and stays.");
    reason->most = REASON_MOST;
    pages_end_by(turn, form);
    return form;
}

static void held_add(struct pages_turn *turn, const struct end_subject *subject)
{
    const struct end *end = subject->end;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "held", W("It is held"));
    struct page_block *facts = page_add_facts(section);
    page_pair(
        facts, WS("Since"),
        pages_words_day(turn->arena, clock_date(turn->arena, end->held.unix_s * 1000)));
    page_pair(facts, WS("By"), end->held.by);
    page_pair(facts, WS("Reason"), end->held.why);
    if (end->restricted.number)
        page_add_note(
            section,
            span_format(turn->arena,
                        W("Its person asked on %.*s that it is erased. It is locked "
                          "away: only the recovery sheet opens it. When it is released, "
                          "it is erased for ever."),
                        SPAN_ARGS(pages_words_day(
                            turn->arena,
                            clock_date(turn->arena, end->restricted.day_s * 1000)))));
}

static enum status act_do(struct pages_turn *turn, const struct end_subject *subject)
{
    const bool is_release = is_span(pages_turn_field(turn, "act"), "release");
    const enum status status = pages_end_signer(turn);
    if (status != OK)
        return status;
    if (is_release != is_held(subject))
        return fail(STATUS_EXISTS,
                    "somebody has changed this meanwhile; look at it as it "
                    "is now");
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "reason", pages_turn_field(turn, "reason"));
    pages_turn_value(turn, "by", pages_turn_field(turn, "by"));
    if (is_release) {
        pages_turn_value(turn, "release", SPAN("yes"));
        pages_turn_value(turn, "yes", SPAN("yes")); /* the page has said what it does */
    }
    return pages_sign_run(turn, hold_prepare, hold_run);
}

static void faults_add(struct pages_turn *turn, struct page_form *form)
{
    if (!span_trim(pages_turn_field(turn, "reason")).count)
        page_form_fault(form, "reason", WS("Write why."));
    if (!span_trim(pages_turn_field(turn, "by")).count)
        page_form_fault(form, "by", WS("Write who does it."));
}

enum status pages_hold(struct pages_turn *turn)
{
    struct end_subject subject = {0};
    enum status done = OK, status = pages_end_begin(turn, W("hold"), &subject);
    if (status != OK)
        return status;
    if (is_pages_turn_form(turn)) {
        done = act_do(turn, &subject);
        if (done == OK) {
            pages_turn_done(
                turn, pages_link(turn->arena, "/people/*/hold", subject.handle),
                is_span(pages_turn_field(turn, "act"), "release") ? WN("It is released.")
                                                                  : WN("It is held."));
            return OK;
        }
    }
    page_add_text(
        &turn->page.head,
        WS("What is held is not erased, whatever its time says: for a claim, an "
           "inquiry, or another duty to keep it."));
    if (is_pages_end_erased(&subject)) {
        pages_end_erased(turn, &subject);
        return OK;
    }
    if (is_held(&subject))
        held_add(turn, &subject);
    if (has_pages_turn_role(turn, "o"))
        return pages_end_form(turn, form_new(turn, &subject),
                              is_held(&subject) ? W("Release it") : W("Hold it"),
                              faults_add, done);
    page_add_text(&turn->page.head, WS("An HR owner holds and releases."));
    return done;
}
