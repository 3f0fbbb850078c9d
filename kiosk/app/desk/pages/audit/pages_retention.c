/* How long results are kept: whose time is over and why, what is held, the end of those that are
 * due; and for how many days a vacancy keeps its own. */
#include "app/desk/command/retention/retention_due.h"
#include "app/desk/office/after/checkin.h"
#include "app/desk/pages/audit/pages_end.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/vacancy/pages_keeping.h"
#include "app/common/handle.h"
#include "base/clock.h"
#include "base/words.h"
#include "seal/seal.h"

#include <string.h>

static struct span day(struct pages_turn *turn, int64_t unix_s)
{
    return pages_words_day(turn->arena, clock_date(turn->arena, unix_s * 1000));
}

/* --- what is due --- */

/* Of all that would be erased: whoever says yes has seen these and no others. */
static struct span digest_of(struct arena *arena, const struct retention_due *due)
{
    unsigned char(*ids)[CHAIN_ID_BYTES] =
        arena_alloc(arena, (due->due_count + 1) * sizeof *ids);
    unsigned char hash[CHAIN_HASH_BYTES];
    size_t count = 0;
    for (size_t i = 0; i < due->count; i++)
        if (is_retention_due(due, &due->list[i]))
            memcpy(ids[count++], due->list[i].id, sizeof *ids);
    seal_hash("due", (struct span){(const char *)ids, count * sizeof *ids}, hash);
    return span_hex(arena, hash, sizeof hash);
}

static void due_row(struct pages_turn *turn, struct page_block *table,
                    const struct retention_result *result)
{
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = span_copy(turn->arena, result->handle);
    page_cell(table, row, 0)->address =
        pages_link(turn->arena, "/people/*/hold", row->cells[0]);
    row->cells[1] = day(turn, result->until_day_s);
    row->cells[2] = pages_turn_vacancy(turn, span_copy(turn->arena, result->vacancy));
    row->cells[3] = span_format(turn->arena,
                                result->is_checkin   ? W("check-in %.*s")
                                : result->is_decided ? W("decided %.*s")
                                                     : W("answered %.*s"),
                                SPAN_ARGS(day(turn, result->from_day_s)));
    if (!result->held) {
        row->cells[4] = WS("Due");
        page_cell(table, row, 4)->state = PAGE_STATE_CARE;
        return;
    }
    row->cells[4] = WS("Held");
    page_cell(table, row, 4)->state = PAGE_STATE_UNDER_WAY;
    page_remark(table, row,
                span_format(turn->arena, W("Since %.*s, by %.*s: %.*s"),
                            SPAN_ARGS(day(turn, result->held->unix_s)),
                            SPAN_ARGS(result->held->by), SPAN_ARGS(result->held->why)));
}

static void pager_add(struct pages_turn *turn, struct page_section *section, size_t from,
                      size_t shown, size_t over)
{
    if (over <= PAGES_ROWS)
        return;
    struct page_block *pager = page_add_pager(section, from, from + shown - 1, over);
    if (from > 1)
        page_way_add(turn->arena, &pager->ways, PAGE_WAY_LINK, WS("The first ones"),
                     SPAN("/retention"));
    if (from + shown <= over)
        page_way_add(turn->arena, &pager->ways, PAGE_WAY_LINK, WS("Those after"),
                     pages_link_with(turn->arena, SPAN("/retention"), "from",
                                     span_format(turn->arena, "%zu", from + shown)));
}

static void over_add(struct pages_turn *turn, const struct retention_due *due)
{
    const struct page_column columns[] = {{W("Reference"), 0},
                                          {W("Over on"), 0},
                                          {W("Vacancy"), 0},
                                          {W("Its time runs from"), 0},
                                          {W("State"), 0}};
    const size_t over = due->due_count + due->held_count;
    int64_t from = 1;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "over", W("Results that are due"));
    span_to_integer(pages_turn_field(turn, "from"), &from);
    const size_t first = from > 1 && (size_t)from <= over ? (size_t)from : 1;
    if (!over) {
        page_add_text(section, due->closed_count
                                   ? WS("Of those that your key opens, none is due.")
                                   : WS("No result is due."));
        return;
    }
    section->note =
        span_format(turn->arena, W("%zu due, %zu held"), due->due_count, due->held_count);
    struct page_block *table = page_add_table(section, "", columns, 5);
    size_t shown = 0;
    for (size_t i = first - 1; i < over && shown < PAGES_ROWS; i++, shown++)
        due_row(turn, table, &due->list[i]);
    pager_add(turn, section, first, shown, over);
}

static struct page_form *form_new(struct pages_turn *turn,
                                  const struct retention_due *due)
{
    struct page_form *form = page_form_new(
        turn->arena, SPAN("/retention"), turn->question->token,
        span_format(turn->arena, W("Erase all that are due: %zu"), due->due_count));
    page_form_field(form, PAGE_FIELD_HIDDEN, "digest", SPAN(""))->value =
        digest_of(turn->arena, due);
    struct page_field *read = page_form_field(form, PAGE_FIELD_SOME_OF, "read",
                                              WS("Have you looked at all of them?"));
    page_form_choice(read, SPAN("yes"), WS("Yes, and it cannot be undone"))->is_chosen =
        pages_turn_field(turn, "read").count > 0;
    pages_end_by(turn, form);
    form->after = WS(
        "Answers and figures go for ever; a signed row for each stays. Terminals erase "
        "their copies when they are enrolled again. Bundles on sticks, written reports "
        "and backups from before still hold them: delete them.");
    return form;
}

static enum status erase_all(struct pages_turn *turn, const struct retention_due *due)
{
    const enum status status = pages_end_signer(turn);
    if (status != OK)
        return status;
    if (!pages_turn_field(turn, "read").count)
        return fail(STATUS_USAGE, "say that you have looked at all of them");
    if (!is_span_equal(digest_of(turn->arena, due), pages_turn_field(turn, "digest")))
        return fail(STATUS_EXISTS,
                    "what is due has changed meanwhile; look at it as it is "
                    "now");
    result_reader_close(&turn->operation->reader);
    turn->operation->values = (struct options){0};
    pages_turn_value(turn, "by", pages_turn_field(turn, "by"));
    pages_turn_value(turn, "yes", SPAN("yes")); /* the page has said what it does */
    return pages_sign_run(turn, retention_run_prepare, retention_run_run);
}

static enum status wrong(struct pages_turn *turn, struct page_form *form,
                         enum status status)
{
    if (!pages_turn_field(turn, "read").count)
        page_form_fault(form, "read", WS("Look at all of them, and say so."));
    if (!span_trim(pages_turn_field(turn, "by")).count)
        page_form_fault(form, "by", WS("Write who does it."));
    return pages_end_wrong(turn, form, status);
}

/* --- how long --- */

static void vacancy_row(struct pages_turn *turn, struct page_block *table,
                        const struct retention_due *due, const struct vacancy *vacancy)
{
    size_t count = 0;
    int64_t next_s = 0;
    for (size_t i = 0; i < due->count; i++) {
        const struct retention_result *result = &due->list[i];
        if (result->is_checkin || !is_span_equal(result->vacancy, vacancy->id))
            continue;
        count++;
        if (!next_s)
            next_s = result->until_day_s;
    }
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = vacancy->title;
    page_cell(table, row, 0)->address =
        pages_link(turn->arena, "/vacancies/*/retention", vacancy->id);
    row->cells[1] = vacancy->keep_days ? span_format(turn->arena, W("%lld days"),
                                                     (long long)vacancy->keep_days)
                                       : WS("No end is set");
    if (!vacancy->keep_days)
        page_cell(table, row, 1)->state = PAGE_STATE_CARE;
    row->cells[2] =
        due->closed_count ? WS("not known") : span_format(turn->arena, "%zu", count);
    row->cells[3] = next_s ? day(turn, next_s) : SPAN("");
}

static enum status vacancies_add(struct pages_turn *turn, const struct retention_due *due)
{
    const struct page_column columns[] = {
        {W("Vacancy"), 0}, {W("Kept"), 0}, {W("Results"), 1}, {W("The next ends on"), 0}};
    struct office *office = &turn->operation->office;
    struct span *names;
    size_t count;
    enum status status = office_names(office, "vacancies", &names, &count);
    if (status != OK || !count)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "vacancies", W("How long, by vacancy"));
    struct page_block *table = page_add_table(section, "", columns, 4);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        if (status == OK)
            vacancy_row(turn, table, due, vacancy);
    }
    page_add_text(section, WS("From the day of the decision, or from the day of the "
                              "answers where nothing was decided."));
    page_add_text(
        section,
        span_format(turn->arena,
                    W("What is answered at a check-in is kept for %.*s, whatever the "
                      "vacancy says."),
                    SPAN_ARGS(checkin_keep_time(turn->arena,
                                                office->organization->checkin_months))));
    return status;
}

static enum status held_add(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Reference"), 0}, {W("Since"), 0}, {W("By"), 0}, {W("Reason"), 0}};
    const struct ends *ends;
    struct page_block *table = NULL;
    const enum status status = ends_read(&turn->operation->office, &ends);
    for (size_t i = 0; status == OK && i < ends->count; i++) {
        const struct end *end = &ends->list[i];
        if (!end->held.number)
            continue;
        if (!table)
            table = page_add_table(
                page_section(&turn->page, PAGE_PLAIN, "held", W("What is held")), "",
                columns, 4);
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = handle_text(turn->arena, end->id);
        page_cell(table, row, 0)->address =
            pages_link(turn->arena, "/people/*/hold", row->cells[0]);
        row->cells[1] = day(turn, end->held.unix_s);
        row->cells[2] = end->held.by;
        row->cells[3] = end->held.why;
        if (end->restricted.number)
            page_remark(table, row,
                        span_format(turn->arena,
                                    W("Its person asked on %.*s that it is erased: it is "
                                      "locked away, and erased when this is released."),
                                    SPAN_ARGS(day(turn, end->restricted.day_s))));
    }
    return status;
}

static void closed_add(struct pages_turn *turn, const struct retention_due *due)
{
    if (!due->closed_count)
        return;
    turn->notices.first = turn->notices.last = NULL; /* one sentence for all of them */
    page_add_notice(&turn->page.head, PAGE_CARE,
                    span_format(turn->arena,
                                W("Results that your key does not open: %zu."),
                                due->closed_count),
                    WS("How long they are kept is not known here: somebody who reads "
                       "results sees it on this page."));
}

static enum status shown(struct pages_turn *turn, struct retention_due *due,
                         enum status done)
{
    enum status status = OK;
    closed_add(turn, due);
    over_add(turn, due);
    if (due->due_count && has_pages_turn_role(turn, "o")) {
        struct page_form *form = form_new(turn, due);
        page_add_form(page_section(&turn->page, PAGE_BOX, "run", W("Erase what is due")),
                      form);
        if (done != OK)
            status = wrong(turn, form, done);
    } else if (done != OK) {
        status = done;
    }
    if (status == OK)
        status = vacancies_add(turn, due);
    return status == OK ? held_add(turn) : status;
}

static enum status find(struct pages_turn *turn, struct retention_due *due)
{
    struct people *people;
    result_reader_close(&turn->operation->reader);
    turn->operation->values = (struct options){0};
    const enum status status = pages_turn_people(turn, &people);
    return status == OK ? retention_due_find(turn->operation, people, due) : status;
}

/* What was found, then done, then what is so now. */
static enum status run(struct pages_turn *turn, struct retention_due *due)
{
    const size_t count = due->due_count;
    enum status done = is_pages_turn_form(turn) ? erase_all(turn, due) : OK;
    enum status status = OK;
    if (is_pages_turn_form(turn) && done == OK) {
        retention_due_close(due);
        status = find(turn, due);
        page_add_notice(&turn->page.head, PAGE_GOOD,
                        span_format(turn->arena, W("Erased: %zu."), count),
                        WS("For each there is a receipt, at its reference below Audit."));
    }
    return status == OK ? shown(turn, due, done) : status;
}

enum status pages_retention(struct pages_turn *turn)
{
    struct retention_due due = {0};
    pages_turn_begin(turn, WS("How long results are kept"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, turn->page.title, SPAN(""));
    enum status status = find(turn, &due);
    if (status == OK) {
        pages_turn_note(turn, "listed retention", SPAN(""));
        status = run(turn, &due);
    }
    retention_due_close(&due);
    return status;
}

/* --- one vacancy --- */

static enum status days_set(struct pages_turn *turn)
{
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "days", span_trim(pages_turn_field(turn, "days")));
    return pages_sign_run(turn, retention_set_prepare, retention_set_run);
}

static void days_form(struct pages_turn *turn, const struct vacancy *vacancy,
                      enum status done)
{
    struct page_form *form = page_form_new(
        turn->arena, pages_link(turn->arena, "/vacancies/*/retention", vacancy->id),
        turn->question->token, WS("Set it"));
    pages_keeping_field(turn, vacancy, form);
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "days",
                                                span_text(turn->arena, vacancy->title));
    pages_keeping_promise(section, vacancy);
    pages_sign_field(form);
    page_add_form(section, form);
    if (done == OK)
        return;
    if (done == STATUS_WRONG_PASSPHRASE)
        page_form_fault(form, "passphrase",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    else
        pages_keeping_fault(form);
    turn->answer->http_status = PAGES_END_WRONG_FORM;
}

enum status pages_vacancy_retention(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&turn->operation->office, turn->parts[0], &vacancy);
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("How long it is kept"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, WS("How long results are kept"), SPAN("/retention"));
    pages_turn_crumb(turn, vacancy->title, SPAN(""));
    if (is_pages_turn_form(turn)) {
        status = days_set(turn);
        if (status == OK) {
            pages_turn_done(turn, SPAN("/retention"),
                            WN("It is set how long results are kept."));
            return OK;
        }
        if (is_pages_sign_grave(status))
            return status;
    }
    days_form(turn, vacancy, status);
    return OK;
}
