#include "app/desk/pages/audit/pages_end.h"

#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum { NAME_MOST = 80 };

enum status pages_end_begin(struct pages_turn *turn, const char *here,
                            struct end_subject *out_subject)
{
    pages_turn_word(turn, turn->parts[0]);
    const enum status status = end_subject_find(turn->operation, out_subject);
    if (status != OK)
        return status;
    pages_turn_begin(
        turn, span_format(turn->arena, "%.*s: %s", SPAN_ARGS(out_subject->handle), here));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, WS("How long results are kept"), SPAN("/retention"));
    pages_turn_crumb(turn, out_subject->handle, SPAN(""));
    return OK;
}

bool is_pages_end_erased(const struct end_subject *subject)
{
    return (subject->end && subject->end->erased.number) ||
           (subject->erased_day_s && !is_ends_locked(subject->end));
}

const char *pages_end_ground(enum ends_ground ground)
{
    switch (ground) {
    case ENDS_ASKED:
        return W("the person asked for it");
    case ENDS_RETENTION:
        return W("its time was over");
    case ENDS_ORDER:
        return W("an authority or a court ordered it");
    case ENDS_MISTAKE:
        return W("it should never have been kept");
    case ENDS_FROZEN:
        return W("the profile was made, and single answers are not kept beyond that");
    case ENDS_EARLIER:
        return W("erased before erasures were signed for");
    }
    return "";
}

static struct span day(struct pages_turn *turn, int64_t unix_s)
{
    return pages_words_day(turn->arena, clock_date(turn->arena, unix_s * 1000));
}

void pages_end_erased(struct pages_turn *turn, const struct end_subject *subject)
{
    const struct end *end = subject->end;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "erased", W("It was erased"));
    struct page_block *facts = page_add_facts(section);
    if (!end || !end->erased.number) {
        page_pair(facts, WS("Erased on"), day(turn, subject->erased_day_s));
        page_add_text(section,
                      WS("Nothing is signed for it: it was erased when a profile was "
                         "frozen, or by an earlier version."));
        return;
    }
    page_pair(facts, WS("Erased on"), day(turn, end->erased.unix_s));
    page_pair(facts, WS("Why"), WS(pages_end_ground(end->ground)));
    page_pair(facts, WS("Asked or due on"), day(turn, end->erased.day_s));
    page_pair(facts, WS("Erased by"), end->erased.by);
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_MAIN,
                 WS("The receipt"),
                 pages_link(turn->arena, "/people/*/receipt", subject->handle));
}

void pages_end_by(struct pages_turn *turn, struct page_form *form)
{
    struct page_field *by = page_form_field(form, PAGE_FIELD_TEXT, "by", WS("Done by"));
    by->value = pages_turn_field(turn, "by");
    by->hint = WS("First and last name.");
    by->most = NAME_MOST;
    pages_sign_field(form);
}

enum status pages_end_signer(struct pages_turn *turn)
{
    return has_pages_turn_role(turn, "o")
               ? OK
               : fail(STATUS_REFUSED, "only an HR owner signs for this");
}

enum status pages_end_wrong(struct pages_turn *turn, struct page_form *form,
                            enum status status)
{
    if (is_pages_sign_grave(status))
        return status;
    if (!page_form_fault_count(form))
        page_form_fault(form, status == STATUS_WRONG_PASSPHRASE ? "passphrase" : "by",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    turn->answer->http_status = PAGES_END_WRONG_FORM;
    return OK;
}

enum status pages_end_form(struct pages_turn *turn, struct page_form *form,
                           const char *title, pages_end_faults *faults,
                           enum status status)
{
    page_add_form(page_section(&turn->page, PAGE_BOX, "act", title), form);
    if (status == OK)
        return OK;
    faults(turn, form);
    return pages_end_wrong(turn, form, status);
}
