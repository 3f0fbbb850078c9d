/* The cards of a vacancy: who has not come, new ones to print, and one that is revoked or
 * replaced. */
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/terminals/pages_enrol.h"
#include "base/clock.h"
#include "base/words.h"

enum { HTTP_OK = 200, HTTP_WRONG_FORM = 422, COUNT_MOST = 200, PAGE_BYTES = 64 * 1024 };

/* What became of a card. */
enum card_state { CARD_OPEN, CARD_HERE, CARD_REVOKED };

static enum card_state state_of(const struct people *people, const struct invite *invite)
{
    for (size_t i = 0; i < people->count; i++)
        if (people->rows[i].invite == invite->number &&
            is_span_equal(people->rows[i].vacancy, invite->vacancy))
            return CARD_HERE;
    return invite->is_revoked ? CARD_REVOKED : CARD_OPEN;
}

static enum status vacancy_begin(struct pages_turn *turn, struct vacancy **out_vacancy)
{
    const enum status status =
        office_vacancy(&turn->operation->office, turn->parts[0], out_vacancy);
    if (status != OK)
        return status;
    pages_turn_begin(turn, span_format(turn->arena, W("Cards for %.*s"),
                                       SPAN_ARGS((*out_vacancy)->title)));
    pages_turn_crumb(turn, WS("Vacancies"), SPAN("/vacancies"));
    pages_turn_crumb(turn, (*out_vacancy)->title,
                     pages_link(turn->arena, "/vacancies/*", (*out_vacancy)->id));
    return OK;
}

static struct span cards_link(struct pages_turn *turn, struct span vacancy)
{
    return pages_link(turn->arena, "/vacancies/*/cards", vacancy);
}

static struct span card_link(struct pages_turn *turn, const struct invite *invite)
{
    return span_format(turn->arena, "%.*s/%lld/revoke",
                       SPAN_ARGS(cards_link(turn, invite->vacancy)),
                       (long long)invite->number);
}

static void row_add(struct pages_turn *turn, struct page_block *table,
                    const struct people *people, const struct invite *invite)
{
    static const struct {
        const char *words;
        enum page_state state;
    } states[] = {{WN("Not here yet"), PAGE_STATE_READ},
                  {WN("Finished and here"), PAGE_STATE_DONE},
                  {WN("Revoked"), PAGE_STATE_UNFINISHED}};
    const enum card_state state = state_of(people, invite);
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = span_format(turn->arena, W("Card %lld"), (long long)invite->number);
    row->cells[1] = WS(states[state].words);
    page_cell(table, row, 1)->state = states[state].state;
    row->cells[2] = state == CARD_OPEN ? WS("Revoke or replace") : SPAN("");
    if (state == CARD_OPEN)
        page_cell(table, row, 2)->address = card_link(turn, invite);
}

static enum status table_add(struct pages_turn *turn, const struct vacancy *vacancy)
{
    static const struct page_column columns[] = {
        {WN("Card"), 0}, {WN("State"), 0}, {WN("What to do"), 0}};
    struct invitations *invitations;
    struct people *people;
    struct page_block *table = NULL;
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = office_invitations(&turn->operation->office, &invitations);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "cards", W("All cards"));
    for (size_t i = 0; i < invitations->invite_count; i++) {
        if (invitations->invites[i].role != ROLE_CANDIDATE ||
            !is_span_equal(invitations->invites[i].vacancy, vacancy->id))
            continue;
        if (!table)
            table = page_add_table(section, "", columns, 3);
        row_add(turn, table, people, &invitations->invites[i]);
    }
    if (!table)
        page_add_text(section, WS("No card was printed for it yet."));
    return OK;
}

static void day_add(struct pages_turn *turn, struct page_form *form)
{
    struct page_field *day =
        page_form_field(form, PAGE_FIELD_DAY, "day", WS("The day to come"));
    day->value = pages_turn_field(turn, "day");
    day->hint = WS(
        "Such as 2026-12-03. If you leave it empty, the card has a line to write it on.");
}

static struct page_form *print_form(struct pages_turn *turn,
                                    const struct vacancy *vacancy)
{
    struct page_form *form =
        page_form_new(turn->arena, cards_link(turn, vacancy->id), turn->question->token,
                      WS("Make cards to print (PDF)"));
    struct page_field *count =
        page_form_field(form, PAGE_FIELD_NUMBER, "count", WS("How many"));
    count->value = pages_turn_field(turn, "count");
    count->hint =
        WS("1 to 200. Each takes a moment to make; for many, a page says how far it is.");
    day_add(turn, form);
    form->after =
        WS("The codes are shown this once. Enrol the terminals afterwards, so that "
           "they know them.");
    if (has_pages_turn_role(turn, "o"))
        page_way_add(turn->arena, &form->ways, PAGE_WAY_BUTTON,
                     WS("Then: enrol the terminals"), SPAN("/terminals"));
    if (vacancy->state != VACANCY_OPEN)
        form->closed = WS("Cards are made while a vacancy is open.");
    return form;
}

/* What the operation put out is the answer, as a file to keep. */
static void answer_paper(struct pages_turn *turn, struct span name)
{
    *turn->answer = (struct pages_answer){
        .http_status = HTTP_OK,
        .type = SPAN("application/pdf"),
        .body = buffer_span(&turn->put),
        .download = name,
    };
}

/* The values as the operation takes them: "pdf", with a day where one was sent. */
static void values_set(struct pages_turn *turn, const char *count)
{
    const struct span day = span_trim(pages_turn_field(turn, "day"));
    struct options values = {.names = {SPAN("pdf")}, .values = {""}, .option_count = 1};
    if (count) {
        values.names[values.option_count] = SPAN("count");
        values.values[values.option_count++] = count;
    }
    if (day.count) {
        values.names[values.option_count] = SPAN("day");
        values.values[values.option_count++] = span_text(turn->arena, day);
    }
    turn->operation->values = values;
}

static enum status changed(struct pages_turn *turn,
                           enum status (*run)(struct operation *operation))
{
    enum status status = operation_page_open(turn->operation, PAGE_BYTES);
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = run(turn->operation);
    pages_turn_change_end(turn);
    return status;
}

/* Whether it is the form that was wrong, which is then shown again with the sentence. */
static bool is_formal(enum status status)
{
    return status == STATUS_USAGE || status == STATUS_BAD_INPUT ||
           status == STATUS_EXISTS || status == STATUS_REFUSED;
}

static struct span why(struct pages_turn *turn)
{
    turn->answer->http_status = HTTP_WRONG_FORM;
    return pages_words_sentence(turn->arena, span_of(status_last()));
}

static void counted_wrong(struct pages_turn *turn, struct page_form *form)
{
    int64_t count = 0, day_ms;
    const struct span sentence = why(turn),
                      day = span_trim(pages_turn_field(turn, "day"));
    if (!span_to_integer(span_trim(pages_turn_field(turn, "count")), &count) ||
        count < 1 || count > COUNT_MOST)
        page_form_fault(form, "count", WS("Write a number from 1 to 200."));
    else if (day.count && !is_clock_date(day, &day_ms))
        page_form_fault(form, "day",
                        WS("Write a day such as 2026-12-03, or leave it empty."));
    else
        page_form_fault(form, "day", sentence);
}

/* A card opens nothing before a terminal knows it: who may sign can do it here. */
static enum status terminals_offer(struct pages_turn *turn, const struct vacancy *vacancy)
{
    return vacancy->state == VACANCY_OPEN && has_pages_turn_role(turn, "o")
               ? pages_enrol_offer(turn)
               : OK;
}

enum status pages_cards(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    enum status status = vacancy_begin(turn, &vacancy);
    if (status != OK)
        return status;
    struct page_form *form = print_form(turn, vacancy);
    pages_turn_crumb(turn, WS("Cards"), SPAN(""));
    page_add_form(page_section(&turn->page, PAGE_BOX, "print", W("New cards")), form);
    if (!is_pages_turn_form(turn)) {
        status = terminals_offer(turn, vacancy);
        return status == OK ? table_add(turn, vacancy) : status;
    }
    values_set(turn, span_text(turn->arena, span_trim(pages_turn_field(turn, "count"))));
    turn->operation->values.files[0] = span_text(turn->arena, vacancy->id);
    turn->operation->values.file_count = 1;
    status = changed(turn, invite_run);
    if (status == OK)
        answer_paper(
            turn, span_format(turn->arena, "cards-%.*s.pdf", SPAN_ARGS(turn->parts[0])));
    if (!is_formal(status))
        return status;
    counted_wrong(turn, form);
    return table_add(turn, vacancy);
}

static struct page_form *revoke_form(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(turn->arena, turn->question->route,
                                           turn->question->token, WS("Revoke this card"));
    struct page_field *replace =
        page_form_field(form, PAGE_FIELD_SOME_OF, "replace", WS("A new card?"));
    page_form_choice(replace, SPAN("yes"), WS("Yes, make a new card to print (PDF)"))
        ->is_chosen = pages_turn_field(turn, "replace").count != 0;
    day_add(turn, form);
    form->after = WS("This cannot be undone.");
    return form;
}

enum status pages_card_revoke(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    enum status status = vacancy_begin(turn, &vacancy);
    if (status != OK)
        return status;
    const struct span number = turn->parts[1];
    const bool is_replaced = pages_turn_field(turn, "replace").count != 0;
    struct page_form *form = revoke_form(turn);
    pages_turn_crumb(turn, WS("Cards"), cards_link(turn, vacancy->id));
    pages_turn_crumb(turn, WS("Revoke"), SPAN(""));
    struct page_section *section = page_section(
        &turn->page, PAGE_BOX, "revoke",
        span_format(turn->arena, W("Revoke card %.*s"), SPAN_ARGS(number)).data);
    page_add_text(section,
                  WS("The card opens nothing any more once the terminals have their "
                     "next configuration. What was answered with it, and is here, "
                     "stays."));
    page_add_form(section, form);
    if (!is_pages_turn_form(turn))
        return OK;
    values_set(turn, NULL);
    turn->operation->values.files[0] = span_text(turn->arena, vacancy->id);
    turn->operation->values.files[1] = span_text(turn->arena, number);
    turn->operation->values.file_count = 2;
    status = changed(turn, is_replaced ? invite_replace_run : invite_revoke_run);
    if (status == OK && is_replaced)
        answer_paper(
            turn, span_format(turn->arena, "card-%.*s.pdf", SPAN_ARGS(turn->parts[0])));
    else if (status == OK)
        pages_turn_done(turn, cards_link(turn, turn->parts[0]),
                        WN("The card is revoked."));
    else if (is_formal(status))
        page_form_fault(form, "day", why(turn));
    return is_formal(status) ? OK : status;
}
