#include "app/desk/pages/pages_turn.h"

#include "app/desk/office/trust/signed_settings.h"
#include "app/desk/pages/pages_kept.h"
#include "base/words.h"
#include "web/form.h"

enum { HTTP_SEE_OTHER = 303, REFERENCE_BYTES = 40 };

struct span pages_turn_field(const struct pages_turn *turn, const char *name)
{
    const struct pages_question *question = turn->question;
    for (size_t i = 0; i < question->field_count; i++)
        if (is_span(question->fields[i].name, name))
            return question->fields[i].value;
    return SPAN("");
}

bool is_pages_turn_form(const struct pages_turn *turn)
{
    return turn->question->method == PAGES_POST;
}

bool is_pages_turn_sent(const struct pages_turn *turn, const char *name,
                        struct span value)
{
    const struct pages_question *question = turn->question;
    for (size_t i = 0; i < question->field_count; i++)
        if (is_span(question->fields[i].name, name) &&
            is_span_equal(question->fields[i].value, value))
            return true;
    return false;
}

void pages_turn_word(struct pages_turn *turn, struct span word)
{
    turn->operation->values =
        (struct options){.files = {span_text(turn->arena, word)}, .file_count = 1};
}

void pages_turn_value(struct pages_turn *turn, const char *name, struct span value)
{
    struct options *values = &turn->operation->values;
    if (!value.count || values->option_count == OPTIONS_MOST)
        return;
    values->names[values->option_count] = span_of(name);
    values->values[values->option_count++] = span_text(turn->arena, value);
}

bool has_pages_turn_role(const struct pages_turn *turn, const char *letters)
{
    return (turn->roles & staff_role_set_of(span_of(letters))) != 0;
}

void pages_turn_begin(struct pages_turn *turn, struct span title)
{
    const struct assessment *assessment = turn->operation->office.assessment;
    turn->page =
        page_init(turn->arena, title,
                  assessment && assessment->is_pilot ? WS("Pilot form, not for decisions")
                                                     : SPAN(""));
}

void pages_turn_crumb(struct pages_turn *turn, struct span words, struct span address)
{
    page_way_add(turn->arena, &turn->shell.crumbs, PAGE_WAY_LINK, words, address);
}

enum status pages_turn_people(struct pages_turn *turn, struct people **out_people)
{
    return pages_kept_people(turn->pages, out_people);
}

/* Who is not in the list: why the archive has nothing to open of them, or that they never came. */
static enum status absent(struct pages_turn *turn, struct span typed)
{
    struct operation *operation = turn->operation;
    struct result_reader *reader = &operation->reader;
    struct result result;
    struct record *record;
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place;
    enum status status = operation_reader_open(operation, 1);
    if (status != OK)
        return status;
    if (result_find(&operation->office.arena, reader->archive, typed, record_id,
                    &place) == OK) {
        status = result_reader_read(reader, record_id, place, &result, &record);
        if (status != OK)
            return status;
    }
    return fail(STATUS_NOT_FOUND,
                "nobody here has the reference %.*s, or more than one begins so",
                SPAN_ARGS(span_cut(typed, 0, REFERENCE_BYTES)));
}

enum status pages_turn_person(struct pages_turn *turn, struct span typed,
                              const struct people_row **out_row)
{
    struct people *people;
    size_t index;
    const enum status status = pages_turn_people(turn, &people);
    if (status != OK)
        return status;
    if (!people_find(people, typed, &index))
        return absent(turn, typed);
    *out_row = &people->rows[index];
    return OK;
}

struct span pages_turn_vacancy(struct pages_turn *turn, struct span id)
{
    struct vacancy *vacancy;
    return office_vacancy(&turn->operation->office, id, &vacancy) == OK ? vacancy->title
                                                                        : id;
}

void pages_turn_note(struct pages_turn *turn, const char *what, struct span about)
{
    operation_note(turn->operation, what, about);
}

enum status pages_turn_note_people(struct pages_turn *turn, const char *what,
                                   struct span about, bool is_given)
{
    return operation_note_people(turn->operation, what, about, is_given);
}

void pages_turn_done(struct pages_turn *turn, struct span address, const char *words)
{
    *turn->answer =
        (struct pages_answer){.http_status = HTTP_SEE_OTHER, .location = address};
    pages_kept_done(turn->pages, span_cut(address, 0, span_find(address, '?')), words);
}

enum status pages_turn_change_begin(struct pages_turn *turn)
{
    struct office *office = &turn->operation->office;
    enum status status = office_change_begin(office);
    if (status != OK)
        return status;
    status = signed_settings_check(office); /* they are read anew */
    if (status != OK)
        office_change_end(office);
    return status;
}

void pages_turn_change_end(struct pages_turn *turn)
{
    office_change_end(&turn->operation->office);
    pages_kept_drop(turn->pages);
}
