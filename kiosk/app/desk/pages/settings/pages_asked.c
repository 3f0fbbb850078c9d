/* What terminals ask for the audit, of whoever wants to say it, and up to which day. Which
 * questions these are comes from a file, by a command; their end is set here. */
#include "app/desk/office/audit/audit_asked.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum { HTTP_WRONG_FORM = 422 };

static void questions_add(struct pages_turn *turn, const struct groups *groups)
{
    const struct page_column columns[] = {{W("Question"), 0}, {W("Answers"), 0}};
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "asked", W("What is asked"));
    struct page_block *table = page_add_table(section, "", columns, 2);
    for (size_t i = 0; i < groups->question_count; i++) {
        const struct groups_question *question = &groups->questions[i];
        struct span names[GROUPS_ANSWERS_MAX];
        struct page_row *row = page_row(table, SPAN(""));
        for (size_t k = 0; k < question->answer_count; k++)
            names[k] = question->answers[k].name;
        row->cells[0] = question->name;
        row->cells[1] = span_join(turn->arena, names, question->answer_count, ", ");
    }
    const struct span day = pages_words_day(turn->arena, groups->until);
    page_add_text(
        section,
        !groups->until.count ? WS("There is no last day: it is asked until an HR owner "
                                  "ends it.")
        : is_groups_over(groups, clock_now().unix_ms)
            ? span_format(turn->arena, W("The last day was %.*s: nothing is asked now."),
                          SPAN_ARGS(day))
            : span_format(turn->arena, W("The last day of asking is %.*s."),
                          SPAN_ARGS(day)));
}

static struct page_form *form_new(struct pages_turn *turn, const struct groups *groups)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/audit/asked"),
                                           turn->question->token, WS("Set the last day"));
    struct page_field *day =
        page_form_field(form, PAGE_FIELD_DAY, "day", WS("The last day of asking"));
    day->value = is_pages_turn_form(turn) ? pages_turn_field(turn, "day") : groups->until;
    day->hint = WS("Such as 2027-03-31, by universal time. Whoever began on that day is "
                   "still asked.");
    form->after =
        WS("Enrol the terminals afterwards, so that they know it. What was said before "
           "stays with the auditors.");
    pages_sign_field(form);
    return form;
}

static enum status change(struct pages_turn *turn)
{
    const struct span day = span_trim(pages_turn_field(turn, "day"));
    int64_t unix_ms;
    if (!is_clock_date(day, &unix_ms))
        return fail(STATUS_USAGE, "write a day such as 2027-03-31");
    turn->operation->values = (struct options){0};
    pages_turn_value(turn, "until", day);
    return pages_sign_run(turn, audit_ask_prepare, audit_ask_run);
}

static enum status sent(struct pages_turn *turn, struct page_form *form)
{
    const enum status status =
        has_pages_turn_role(turn, "o")
            ? change(turn)
            : fail(STATUS_REFUSED, "only an HR owner signs for this");
    if (status == OK) {
        pages_turn_done(turn, SPAN("/audit/asked"), WN("The last day is set."));
        return OK;
    }
    if (is_pages_sign_grave(status) || !has_pages_turn_role(turn, "o"))
        return status;
    page_form_fault(form, status == STATUS_WRONG_PASSPHRASE ? "passphrase" : "day",
                    status == STATUS_USAGE
                        ? WS("Write today or a later day, such as 2027-03-31.")
                        : pages_words_sentence(turn->arena, span_of(status_last())));
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}

enum status pages_asked(struct pages_turn *turn)
{
    struct groups *groups;
    const enum status status = audit_asked_read(&turn->operation->office, &groups);
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("What is asked for the audit"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, turn->page.title, SPAN(""));
    page_add_text(
        &turn->page.head,
        WS("After the receipt, on a page of its own, of whoever has applied and "
           "wants to say it. It is sealed to the auditors alone."));
    if (!groups) {
        page_add_text(
            &turn->page.head,
            WS("Nothing is asked. An HR owner chooses the questions with a file, "
               "at the command line."));
        return is_pages_turn_form(turn)
                   ? fail(STATUS_NOT_FOUND, "nothing is asked, so there is no end to set")
                   : OK;
    }
    questions_add(turn, groups);
    struct page_form *form = form_new(turn, groups);
    if (has_pages_turn_role(turn, "o"))
        page_add_form(page_section(&turn->page, PAGE_BOX, "end", W("The last day")),
                      form);
    return is_pages_turn_form(turn) ? sent(turn, form) : OK;
}
