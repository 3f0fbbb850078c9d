/* What people are invited for: all vacancies, and a new one. */
#include "app/desk/pages/vacancy/pages_vacancy.h"

#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/words.h"

enum { HTTP_WRONG_FORM = 422 };

static const char *state_words(enum vacancy_state state)
{
    switch (state) {
    case VACANCY_DRAFT:
        return W("Draft");
    case VACANCY_OPEN:
        return W("Open");
    case VACANCY_CLOSED:
        return W("Closed");
    }
    return "";
}

static enum page_state state_sign(enum vacancy_state state)
{
    switch (state) {
    case VACANCY_DRAFT:
        return PAGE_STATE_READ;
    case VACANCY_OPEN:
        return PAGE_STATE_UNDER_WAY;
    case VACANCY_CLOSED:
        return PAGE_STATE_DONE;
    }
    return PAGE_STATE_NONE;
}

static enum status row_add(struct pages_turn *turn, struct page_block *table,
                           const struct people *people, struct span id)
{
    struct vacancy *vacancy;
    size_t came = 0;
    const enum status status = office_vacancy(&turn->operation->office, id, &vacancy);
    if (status != OK)
        return status;
    for (size_t i = 0; i < people->count; i++)
        came += is_span_equal(people->rows[i].vacancy, id);
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = vacancy->title;
    page_cell(table, row, 0)->address = pages_link(turn->arena, "/vacancies/*", id);
    row->cells[1] = WS(state_words(vacancy->state));
    page_cell(table, row, 1)->state = state_sign(vacancy->state);
    row->cells[2] =
        vacancy->opened.count ? pages_words_day(turn->arena, vacancy->opened) : SPAN("");
    row->cells[3] = span_format(turn->arena, "%zu", came);
    if (vacancy->is_pilot)
        page_remark(table, row, WS("Pilot: nothing is decided about anybody."));
    return OK;
}

enum status pages_vacancies(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Vacancy"), 0}, {W("State"), 0}, {W("Opened"), 0}, {W("Have come"), 1}};
    struct people *people;
    struct span *names;
    size_t count;
    pages_turn_begin(turn, WS("Vacancies"));
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = office_names(&turn->operation->office, "vacancies", &names, &count);
    if (status != OK)
        return status;
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_MAIN, WS("New vacancy"),
                 SPAN("/vacancies/new"));
    if (!count) {
        page_add_text(&turn->page.head, WS("There is no vacancy yet."));
        return OK;
    }
    struct page_block *table =
        page_add_table(page_section(&turn->page, PAGE_PLAIN, "all", ""),
                       W("All vacancies"), columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count && status == OK; i++)
        status = row_add(turn, table, people, names[i]);
    return status;
}

static struct page_form *new_form(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/vacancies/new"),
                                           turn->question->token, WS("Make the draft"));
    pages_vacancy_title(form, pages_turn_field(turn, "title"));
    struct page_field *id =
        page_form_field(form, PAGE_FIELD_TEXT, "id", WS("Name for files"));
    id->value = pages_turn_field(turn, "id");
    id->hint =
        WS("If you leave it empty, it is made from the title. 1 to 40 small letters, "
           "digits and hyphens, such as “deck-officer”. It never changes.");
    id->most = VACANCY_ID_BYTES_MAX;
    pages_vacancy_pilot(form, pages_turn_field(turn, "pilot").count != 0);
    form->after = WS("A draft can be changed and removed. Next you see what would be "
                     "frozen, and what it weighs.");
    return form;
}

/* Every field that is open, and what the operation refused in words of this page. */
static void faults_add(struct pages_turn *turn, struct page_form *form, struct span id,
                       enum status status)
{
    const bool has_title = span_trim(pages_turn_field(turn, "title")).count != 0;
    if (!has_title)
        page_form_fault(form, "title", WS("Write what people are invited for."));
    if (!is_vacancy_id(id) && (has_title || id.count))
        page_form_fault(form, "id",
                        id.count
                            ? WS("A name for files has 1 to 40 small letters, digits and "
                                 "hyphens, and no hyphen first.")
                            : WS("No name can be made of this title. Write one here."));
    else if (status == STATUS_EXISTS)
        page_form_fault(form, "id",
                        span_format(turn->arena,
                                    W("There is a vacancy %.*s already. Choose another "
                                      "name."),
                                    SPAN_ARGS(id)));
    if (!page_form_fault_count(form))
        page_form_fault(form, "title",
                        pages_words_sentence(turn->arena, span_of(status_last())));
}

/* As it stands in a name for files; 0: it does not. */
static char small_letter(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return (char)(letter - 'A' + 'a');
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter
                                                                                : 0;
}

/* The letters and digits of the title, with hyphens between its words; empty when it has none. */
static struct span id_of_title(struct arena *arena, struct span title)
{
    struct buffer id = buffer_init(arena, VACANCY_ID_BYTES_MAX);
    for (size_t i = 0; i < title.count && id.count < VACANCY_ID_BYTES_MAX; i++) {
        const char small = small_letter(title.data[i]);
        if (small)
            buffer_add(&id, (struct span){&small, 1});
        else if (title.data[i] == ' ' && id.count && id.data[id.count - 1] != '-')
            buffer_text(&id, "-");
    }
    const struct span text = buffer_span(&id);
    return text.count && text.data[text.count - 1] == '-'
               ? span_cut(text, 0, text.count - 1)
               : text;
}

static bool is_id_taken(struct pages_turn *turn, struct span id)
{
    struct office *office = &turn->operation->office;
    return is_span(id, "new") || /* the page of a new one */
           is_file(office_path(office, office_name(office, "vacancies", id)));
}

/* The one that was written; else one that nobody has yet, of the title. */
static struct span id_find(struct pages_turn *turn)
{
    enum { NUMBERS_MOST = 99, ROOM_BYTES = 3 };
    const struct span written = span_trim(pages_turn_field(turn, "id"));
    const struct span made = id_of_title(turn->arena, pages_turn_field(turn, "title"));
    struct span id = made;
    if (written.count || !is_vacancy_id(made))
        return written;
    for (int number = 2; is_id_taken(turn, id) && number <= NUMBERS_MOST; number++)
        id = span_format(turn->arena, "%.*s-%d",
                         SPAN_ARGS(span_cut(made, 0, VACANCY_ID_BYTES_MAX - ROOM_BYTES)),
                         number);
    return id;
}

static enum status draft_make(struct pages_turn *turn, struct span id)
{
    struct operation *operation = turn->operation;
    operation->values = (struct options){
        .names = {SPAN("title"), SPAN("pilot")},
        .values = {span_text(turn->arena, pages_turn_field(turn, "title")), ""},
        .option_count = pages_turn_field(turn, "pilot").count ? 2 : 1,
        .files = {span_text(turn->arena, id)},
        .file_count = 1,
    };
    enum status status = operation_page_open(operation, 256 * 1024);
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = vacancy_new_run(operation);
    pages_turn_change_end(turn);
    if (status == OK)
        pages_turn_note(turn, "made vacancy", id);
    return status;
}

enum status pages_vacancy_new(struct pages_turn *turn)
{
    struct page_form *form = new_form(turn);
    pages_turn_begin(turn, WS("New vacancy"));
    pages_turn_crumb(turn, WS("Vacancies"), SPAN("/vacancies"));
    pages_turn_crumb(turn, WS("New vacancy"), SPAN(""));
    page_add_form(page_section(&turn->page, PAGE_BOX, "new", ""), form);
    if (!is_pages_turn_form(turn))
        return OK;
    const struct span id = id_find(turn);
    const enum status status = draft_make(turn, id);
    if (status == OK) {
        pages_turn_done(turn, pages_link(turn->arena, "/vacancies/*/open", id),
                        WN("The draft is made."));
        return OK;
    }
    if (status == STATUS_NO_SPACE || status == STATUS_IO || status == STATUS_NO_ACCESS)
        return status;
    faults_add(turn, form, id, status);
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}
