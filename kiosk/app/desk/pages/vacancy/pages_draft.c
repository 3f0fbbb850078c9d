/* A draft gets another title, or becomes a pilot. */
#include "app/desk/pages/vacancy/pages_vacancy.h"

#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

static struct page_form *edit_form(struct pages_turn *turn, const struct vacancy *vacancy)
{
    const bool is_sent = is_pages_turn_form(turn);
    struct page_form *form = pages_vacancy_form(turn, vacancy, W("Change the draft"));
    pages_vacancy_title(form, is_sent ? pages_turn_field(turn, "title") : vacancy->title);
    pages_vacancy_pilot(form, is_sent ? pages_turn_field(turn, "pilot").count != 0
                                      : vacancy->is_pilot);
    return form;
}

static enum status edit_do(struct pages_turn *turn, const struct vacancy *vacancy)
{
    const bool is_pilot = pages_turn_field(turn, "pilot").count != 0;
    struct options *values = &turn->operation->values;
    pages_vacancy_values(turn, vacancy);
    pages_turn_value(turn, "title", span_trim(pages_turn_field(turn, "title")));
    values->names[values->option_count] = is_pilot ? SPAN("pilot") : SPAN("no-pilot");
    values->values[values->option_count++] = "";
    const enum status status =
        pages_sign_run(turn, operation_wants_nothing, vacancy_edit_run);
    if (status == OK)
        pages_turn_note(turn, "changed vacancy", vacancy->id);
    return status;
}

enum status pages_vacancy_edit(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    enum status status = pages_vacancy_begin(turn, &vacancy);
    if (status == OK && vacancy->state != VACANCY_DRAFT)
        status =
            fail(STATUS_REFUSED, "this vacancy was opened before; only a draft changes");
    if (status != OK)
        return status;
    pages_turn_crumb(turn, vacancy->title, pages_vacancy_link(turn, vacancy));
    pages_turn_crumb(turn, WS("Its title"), SPAN(""));
    struct page_form *form = edit_form(turn, vacancy);
    page_add_form(page_section(&turn->page, PAGE_BOX, "edit", ""), form);
    if (!is_pages_turn_form(turn))
        return OK;
    if (!span_trim(pages_turn_field(turn, "title")).count)
        status = fail(STATUS_USAGE, "write what people are invited for");
    if (status == OK)
        status = edit_do(turn, vacancy);
    if (status == OK)
        pages_turn_done(turn, pages_vacancy_link(turn, vacancy),
                        WN("The draft is changed."));
    else if (!is_pages_vacancy_refused(turn, status))
        return status;
    else if (status != STATUS_EXISTS)
        page_form_fault(form, "title",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    return OK;
}
