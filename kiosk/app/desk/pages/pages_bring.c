#include "app/desk/pages/pages_bring.h"

#include "app/desk/office/people/people_progress.h"
#include "app/desk/office/sticks/sticks_taken.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

enum { HTTP_WRONG_FORM = 422, PAGE_BYTES = 1 << 20, NEW_MOST = 10 };

struct pages_bring_listed pages_bring_list(struct pages_turn *turn)
{
    struct pages_bring_listed listed;
    sticks_list(turn->operation->arena, &listed.paths, &listed.count);
    listed.is_taken = arena_array(turn->arena, bool, listed.count + 1);
    listed.new_count = 0;
    for (size_t i = 0; i < listed.count; i++) {
        listed.is_taken[i] =
            is_sticks_taken(&turn->operation->office, listed.paths[i].data);
        listed.new_count += !listed.is_taken[i];
    }
    return listed;
}

struct page_form *pages_bring_form(struct pages_turn *turn,
                                   const struct pages_bring_listed *listed)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/import"),
                                           turn->question->token, WS("Bring them in"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_SOME_OF, "bundle", WS("Bundles on sticks"));
    for (size_t i = 0; i < listed->count; i++) {
        struct page_choice *choice =
            page_form_choice(field, listed->paths[i], listed->paths[i]);
        choice->hint = listed->is_taken[i] ? WS("All of it is here already.") : SPAN("");
        choice->is_chosen = is_pages_turn_form(turn)
                                ? is_pages_turn_sent(turn, "bundle", listed->paths[i])
                                : !listed->is_taken[i];
    }
    form->after = WS("Every entry is verified. What is here already is not taken twice.");
    return form;
}

struct page_form *pages_bring_all(struct pages_turn *turn)
{
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/import"), turn->question->token,
                      WS("Bring in what lies on sticks now"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "all", SPAN(""))->value = SPAN("yes");
    form->after = WS("Every entry is verified. What is here already is not taken twice.");
    return form;
}

/* Only what lies there now, and was chosen: no name from outside is ever opened. */
static size_t chosen_take(struct pages_turn *turn,
                          const struct pages_bring_listed *listed)
{
    struct options *values = &turn->operation->values;
    const bool is_all = pages_turn_field(turn, "all").count != 0;
    *values = (struct options){0};
    for (size_t i = 0; i < listed->count && values->file_count < OPTIONS_FILES_MOST; i++)
        if (is_all || is_pages_turn_sent(turn, "bundle", listed->paths[i]))
            values->files[values->file_count++] = listed->paths[i].data;
    return values->file_count;
}

/* Whom nobody here has read yet: each is one press away. */
static enum status new_add(struct pages_turn *turn)
{
    static const struct page_column columns[] = {
        {WN("Person"), 0}, {WN("Vacancy"), 0}, {WN("Day"), 0}};
    struct page_block *table = NULL;
    struct people *people;
    size_t count = 0;
    const enum status status = pages_turn_people(turn, &people);
    if (status != OK)
        return status;
    for (size_t i = people->count; i-- > 0 && count < NEW_MOST;) {
        const struct people_row *person = &people->rows[i];
        if (people_progress_of(person) != PEOPLE_NEW)
            continue;
        if (!count++)
            table =
                page_add_table(page_section(&turn->page, PAGE_PLAIN, "new",
                                            W("Not read yet, the last that came first")),
                               "", columns, 3);
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = span_copy(turn->arena, person->handle);
        page_cell(table, row, 0)->address =
            pages_link(turn->arena, "/people/*", row->cells[0]);
        row->cells[1] = pages_turn_vacancy(turn, person->vacancy);
        row->cells[2] = pages_words_day(turn->arena, person->date);
    }
    return OK;
}

static enum status bring(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = import_run(operation);
    pages_turn_change_end(turn);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "done", W("What came"));
    section->first = operation->page.head.first;
    section->last = operation->page.head.last;
    if (status != OK)
        page_add_notice(&turn->page.head, PAGE_WRONG,
                        pages_words_sentence(turn->arena, span_of(status_last())),
                        WS("What could be verified is here; keep the stick."));
    else
        page_add_notice(&turn->page.head, PAGE_GOOD, WS("All of it is here."), SPAN(""));
    page_way_add(turn->arena, &turn->page.head.last->ways, PAGE_WAY_BUTTON,
                 WS("See the people"), SPAN("/people"));
    turn->answer->http_status = status == OK ? 200 : HTTP_WRONG_FORM;
    return has_pages_turn_role(turn, "r") ? new_add(turn) : OK;
}

enum status pages_bring(struct pages_turn *turn)
{
    const struct pages_bring_listed listed = pages_bring_list(turn);
    pages_turn_begin(turn, WS("Bring in results"));
    if (is_pages_turn_form(turn) && chosen_take(turn, &listed))
        return bring(turn);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "sticks", W("From a stick"));
    if (!listed.count) {
        page_add_text(section, WS("No bundle of a terminal lies on a stick here. Put in "
                                  "the stick of the terminal, open it in the file "
                                  "manager so that it is mounted, and bring them in."));
        page_add_form(section, pages_bring_all(turn));
        return OK;
    }
    struct page_form *form = pages_bring_form(turn, &listed);
    if (listed.new_count < listed.count)
        page_add_text(
            section, WS("What is here already can be deleted from the stick, in the file "
                        "manager, so that no answers stay there when they are erased "
                        "here."));
    if (is_pages_turn_form(turn)) {
        page_form_fault(form, "bundle", WS("Choose at least one that lies there now."));
        turn->answer->http_status = HTTP_WRONG_FORM;
    }
    page_add_form(section, form);
    return OK;
}
