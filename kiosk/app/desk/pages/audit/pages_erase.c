/* The end of one result: what happens is said before, and the receipt comes after it. */
#include "app/desk/pages/audit/pages_end.h"
#include "app/desk/pages/audit/pages_receipt.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

static bool is_held(const struct end_subject *subject)
{
    return subject->end && subject->end->held.number;
}

/* Held: only the person's own wish is noted meanwhile. */
static void grounds_add(struct pages_turn *turn, const struct end_subject *subject,
                        struct page_form *form)
{
    static const enum ends_ground grounds[] = {ENDS_ASKED, ENDS_RETENTION, ENDS_ORDER,
                                               ENDS_MISTAKE};
    const size_t count = is_held(subject) ? 1 : sizeof grounds / sizeof *grounds;
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "ground", WS("Why it is erased"));
    for (size_t i = 0; i < count; i++) {
        const struct span word = span_of(ends_format_grounds[grounds[i]]);
        struct page_choice *choice = page_form_choice(
            field, word,
            pages_words_sentence(turn->arena, WS(pages_end_ground(grounds[i]))));
        choice->is_chosen = is_span_equal(pages_turn_field(turn, "ground"), word);
    }
}

static struct page_form *form_new(struct pages_turn *turn,
                                  const struct end_subject *subject)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/people/*/erase", subject->handle),
        turn->question->token,
        is_held(subject) ? WS("Lock it away") : WS("Erase it for ever"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "as", SPAN(""))->value =
        is_held(subject) ? SPAN("held") : SPAN("free");
    grounds_add(turn, subject, form);
    struct page_field *day =
        page_form_field(form, PAGE_FIELD_DAY, "day", WS("Asked or due on"));
    day->value = is_pages_turn_form(turn) ? pages_turn_field(turn, "day")
                                          : clock_date(turn->arena, clock_now().unix_ms);
    day->hint = WS("The day on which the person asked, or on which it was due.");
    struct page_field *read = page_form_field(form, PAGE_FIELD_SOME_OF, "read",
                                              WS("Have you read what happens?"));
    page_form_choice(read, SPAN("yes"), WS("Yes, and it cannot be undone"))->is_chosen =
        pages_turn_field(turn, "read").count > 0;
    pages_end_by(turn, form);
    return form;
}

static void said_before(struct pages_turn *turn, const struct end_subject *subject)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "before", W("What happens"));
    struct page_block *facts = page_add_facts(section);
    if (is_held(subject)) {
        page_pair(facts, WS("It is held"), subject->end->held.why);
        page_pair(facts, WS("Now"),
                  WS("It is not erased, but locked away: nobody at this desk sees it any "
                     "more, and only the recovery sheet opens it."));
        page_pair(facts, WS("Later"), WS("It is erased when the hold is released."));
        page_pair(facts, WS("The person"),
                  WS("Hand over the receipt that comes next. It says why it is kept."));
        return;
    }
    page_pair(facts, WS("What is erased for ever"),
              span_format(turn->arena,
                          W("%.*s, number %lld in order of arrival: the answers, and the "
                            "scores that were computed from them."),
                          SPAN_ARGS(subject->handle), (long long)subject->place));
    page_pair(facts, WS("What stays"),
              WS("A signed entry without answers and without a name, and a signed row "
                 "that says why, on what day and by whom it was erased."));
    page_pair(facts, WS("Elsewhere"),
              WS("The terminal erases its copy when it is enrolled again. Bundles on "
                 "sticks, written reports and backups from before still hold it: delete "
                 "them."));
    page_pair(facts, WS("The person"),
              WS("Hand over the receipt that comes next: a text, and its signature."));
}

static enum status act_do(struct pages_turn *turn, const struct end_subject *subject)
{
    const enum status status = pages_end_signer(turn);
    if (status != OK)
        return status;
    if (is_span(pages_turn_field(turn, "as"), "held") != is_held(subject))
        return fail(STATUS_EXISTS,
                    "somebody has changed this meanwhile; look at it as it "
                    "is now");
    if (!pages_turn_field(turn, "read").count)
        return fail(STATUS_USAGE, "say that you have read what happens");
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "ground", pages_turn_field(turn, "ground"));
    pages_turn_value(turn, "day", span_trim(pages_turn_field(turn, "day")));
    pages_turn_value(turn, "by", pages_turn_field(turn, "by"));
    pages_turn_value(turn, "yes", SPAN("yes")); /* the page has said what it does */
    return pages_sign_run_then(turn, erase_prepare, erase_run, pages_receipt_sign);
}

static void faults_add(struct pages_turn *turn, struct page_form *form)
{
    int64_t day_ms = 0;
    const struct span day = span_trim(pages_turn_field(turn, "day"));
    if (!pages_turn_field(turn, "ground").count)
        page_form_fault(form, "ground", WS("Choose why."));
    if (!is_clock_date(day, &day_ms) || day_ms > clock_now().unix_ms)
        page_form_fault(form, "day",
                        WS("Write a day that has come, such as 2026-11-23."));
    if (!pages_turn_field(turn, "read").count)
        page_form_fault(form, "read", WS("Read what happens, and say so."));
    if (!span_trim(pages_turn_field(turn, "by")).count)
        page_form_fault(form, "by", WS("Write who does it."));
}

enum status pages_erase(struct pages_turn *turn)
{
    struct end_subject subject = {0};
    enum status done = OK, status = pages_end_begin(turn, W("the end of it"), &subject);
    if (status != OK)
        return status;
    if (is_pages_end_erased(&subject)) {
        pages_end_erased(turn, &subject);
        return OK;
    }
    if (is_pages_turn_form(turn) && !is_ends_locked(subject.end)) {
        done = act_do(turn, &subject);
        if (done == OK) {
            pages_turn_done(
                turn, pages_link(turn->arena, "/people/*/receipt", subject.handle),
                is_span(pages_turn_field(turn, "as"), "held") ? WN("It is locked away.")
                                                              : WN("It is erased."));
            return OK;
        }
    }
    if (is_ends_locked(subject.end)) {
        page_add_notice(&turn->page.head, PAGE_CARE, WS("It is locked away already."),
                        WS("It is erased when its hold is released."));
        page_way_add(turn->arena, &turn->page.head.last->ways, PAGE_WAY_BUTTON,
                     WS("The hold"),
                     pages_link(turn->arena, "/people/*/hold", subject.handle));
        return OK;
    }
    said_before(turn, &subject);
    if (has_pages_turn_role(turn, "o"))
        return pages_end_form(turn, form_new(turn, &subject),
                              is_held(&subject) ? W("Lock it away") : W("Erase it"),
                              faults_add, done);
    page_add_text(&turn->page.head, WS("An HR owner erases."));
    return done;
}
