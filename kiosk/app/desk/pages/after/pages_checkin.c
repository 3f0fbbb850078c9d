/* Whether it holds: what somebody who was hired says at check-ins, beside what they said before;
 * and the card for the next one. */
#include "app/desk/command/after/checkin_read.h"
#include "app/desk/pages/interview/pages_talk.h"
#include "app/desk/pages/pages_compare.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

static struct span address_of(const struct pages_turn *turn)
{
    return pages_link(turn->arena, "/after/*/checkin", turn->parts[0]);
}

/* When it makes sense, where that is still to come. */
static struct span due_words(const struct pages_turn *turn,
                             const struct checkin_read *read, int month)
{
    const int64_t due_s = checkin_due_s(read->made.offer.time_s, month);
    if (due_s * 1000 <= clock_now().unix_ms)
        return SPAN("");
    const struct span day =
        pages_words_day(turn->arena, clock_date(turn->arena, due_s * 1000));
    return span_format(turn->arena,
                       W("They are over on %.*s: a card that is made now is kept until "
                         "then."),
                       SPAN_ARGS(day));
}

static void months_add(const struct pages_turn *turn, struct page_form *form,
                       const struct checkin_read *read)
{
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "month", WS("For which check-in"));
    bool is_any = false;
    for (size_t i = 0; i < CHECKIN_TIMES; i++) {
        if (checkin_read_came(read, checkin_months[i]))
            continue;
        const struct span value = span_format(turn->arena, "%d", checkin_months[i]);
        const bool is_again = checkin_read_card(read, checkin_months[i]) != NULL;
        struct page_choice *choice = page_form_choice(
            field, value,
            span_format(turn->arena,
                        is_again ? W("After %d months: a new card, and the "
                                     "one before opens nothing any more")
                                 : W("After %d months"),
                        checkin_months[i]));
        choice->is_chosen = is_span_equal(pages_turn_field(turn, "month"), value);
        choice->hint = due_words(turn, read, checkin_months[i]);
        is_any = true;
    }
    if (!is_any)
        form->closed = WS("All check-ins have come.");
}

static struct page_form *card_form(const struct pages_turn *turn,
                                   const struct checkin_read *read)
{
    struct page_form *form =
        page_form_new(turn->arena, address_of(turn), turn->question->token,
                      WS("Make the card to print (PDF)"));
    months_add(turn, form, read);
    struct page_field *day =
        page_form_field(form, PAGE_FIELD_DAY, "day", WS("The day to come"));
    day->value = pages_turn_field(turn, "day");
    day->hint = WS(
        "Such as 2026-12-03. If you leave it empty, the card has a line to write it on.");
    form->after =
        WS("The code is shown this once. Enrol the terminals afterwards, so that "
           "they know it.");
    return form;
}

static enum status card_make(struct pages_turn *turn)
{
    const struct span day = span_trim(pages_turn_field(turn, "day"));
    if (!pages_turn_field(turn, "month").count)
        return fail(STATUS_USAGE, "choose for which check-in the card is");
    pages_turn_word(turn, turn->parts[0]);
    pages_turn_value(turn, "month", pages_turn_field(turn, "month"));
    pages_turn_value(turn, "pdf", SPAN("yes"));
    if (day.count)
        pages_turn_value(turn, "day", day);
    return pages_talk_run(turn, checkin_prepare, checkin_run);
}

static void begin(struct pages_turn *turn, const struct checkin_read *read,
                  struct span vacancy)
{
    struct arena *arena = turn->arena;
    const struct span handle = read->made.facts.handle;
    pages_turn_begin(turn, span_format(arena, W("Check-ins of %.*s"), SPAN_ARGS(handle)));
    pages_turn_crumb(turn, WS("After hiring"), SPAN("/after"));
    pages_turn_crumb(turn, handle, pages_link(arena, "/people/*", handle));
    pages_turn_crumb(turn, WS("Check-ins"), SPAN(""));
    page_add_text(&turn->page.head,
                  span_format(arena,
                              W("%.*s · after 3, 6 and 12 months the same lines are "
                                "asked again at a terminal"),
                              SPAN_ARGS(vacancy)));
    page_way_add(arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Plan"),
                 pages_link(arena, "/after/*/plan", turn->parts[0]));
}

/* The last check-in beside the session before they joined, topic by topic. */
static enum status then_and_now_add(struct pages_turn *turn, const struct people_row *row,
                                    const struct checkin_read *read)
{
    const struct checkin_change *last = &read->changes[read->change_count - 1];
    const struct checkin_came *came = checkin_read_came(read, last->month);
    struct result_reader *reader = &turn->operation->reader;
    struct record *before, *after;
    struct result result;
    enum status status = operation_reader_open(turn->operation, 2);
    if (status == OK)
        status = result_reader_read(reader, row->record_id, row->place, &result, &before);
    if (status == OK)
        status =
            result_reader_read(reader, came->record_id, came->place, &result, &after);
    if (status != OK)
        return status;
    const struct pages_compare_side then = {pages_compare_rows(turn, before), WS("then")},
                                    now = {pages_compare_rows(turn, after), WS("now")};
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "then", W("Then and now"));
    section->note = span_format(turn->arena, W("before they joined, and after %d months"),
                                last->month);
    pages_compare_chart(turn, section, &then, &now);
    return OK;
}

static enum status page_make(struct pages_turn *turn, enum status made, struct span why)
{
    struct operation *operation = turn->operation;
    const struct people_row *row;
    struct checkin_read read;
    /* before the result is opened: reading who there is opens others in its place */
    enum status status = pages_turn_person(turn, turn->parts[0], &row);
    if (status != OK)
        return status;
    pages_turn_word(turn, turn->parts[0]);
    status = checkin_read_open(operation, &read);
    if (status == OK)
        status = checkin_read_changes(operation, &read);
    if (status == OK)
        status =
            pages_turn_note_people(turn, "check-ins read", read.made.facts.handle, false);
    if (status != OK)
        return status;
    begin(turn, &read, pages_turn_vacancy(turn, row->vacancy));
    if (read.change_count && read.changes[read.change_count - 1].topic_count)
        status = then_and_now_add(turn, row, &read);
    if (status != OK)
        return status;
    checkin_read_say(&turn->page, &read, PAGE_SIDE, pages_words_day);
    struct page_form *form = card_form(turn, &read);
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "card", W("A card for a check-in"));
    section->medium = PAGE_ON_SCREEN;
    page_add_form(section, form);
    page_add_note(
        page_section(&turn->page, PAGE_SIDE, "seen", ""),
        span_format(turn->arena,
                    W("Recruiters of the vacancy can read this page. It is for the talk "
                      "with the person, never for pay. What was answered at a check-in "
                      "is kept for %.*s."),
                    SPAN_ARGS(checkin_keep_time(
                        turn->arena, operation->office.organization->checkin_months))));
    return made == OK ? OK
                      : pages_talk_wrong(turn, fail(made, "%.*s", SPAN_ARGS(why)), form,
                                         "month");
}

enum status pages_checkin(struct pages_turn *turn)
{
    const enum status made = is_pages_turn_form(turn) ? card_make(turn) : OK;
    const struct span why =
        span_copy(turn->arena, span_of(made == OK ? "" : status_last()));
    if (!is_pages_turn_form(turn) || made != OK)
        return page_make(turn, made, why);
    *turn->answer = (struct pages_answer){.http_status = 200,
                                          .type = SPAN("application/pdf"),
                                          .body = buffer_span(&turn->put),
                                          .download = SPAN("check-in-card.pdf")};
    return OK;
}
