#include "app/desk/pages/today/pages_steps.h"

#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/pages/vacancy/pages_vacancy.h"
#include "assessment/assessment_sample.h"
#include "base/words.h"

enum {
    STEP_STORY,
    STEP_PROFILE,
    STEP_VACANCY,
    STEP_CARDS,
    STEP_TERMINAL,
    STEP_RESULT,
    STEP_COUNT
};

static const struct {
    const char *words, *verb, *address;
} steps[STEP_COUNT] = {
    [STEP_STORY] = {WN("Tell your own story, with your own reasons"),
                    WN("Go to the story"), "/story"},
    [STEP_PROFILE] = {WN("Let colleagues describe the organization, and freeze what they "
                         "said"),
                      WN("Make their cards"), "/profile"},
    [STEP_VACANCY] = {WN("Make a vacancy and open it"), WN("Go to the vacancies"),
                      "/vacancies"},
    [STEP_CARDS] = {WN("Print a card for each person who is invited"),
                    WN("Choose the vacancy"), "/vacancies"},
    [STEP_TERMINAL] = {WN("Sign for a terminal"), WN("Go to the terminals"),
                       "/terminals"},
    [STEP_RESULT] = {WN("Bring in the first results"), WN("Bring them in"), "/import"},
};

size_t pages_steps_terminals(const struct roll *roll)
{
    size_t count = 0;
    for (size_t i = 0; i < roll->terminal_count; i++)
        count += is_terminal_find_last(roll, i) && !roll->terminals[i].retired_unix_s;
    return count;
}

static enum status opened_find(struct office *office, bool *out_is_made,
                               bool *out_is_opened)
{
    struct span *names;
    size_t count = 0;
    enum status status = office_names(office, "vacancies", &names, &count);
    *out_is_opened = false;
    *out_is_made = count != 0;
    for (size_t i = 0; i < count && status == OK && !*out_is_opened; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        *out_is_opened = status == OK && vacancy->state != VACANCY_DRAFT;
    }
    return status;
}

/* Whether anybody was given a card. */
static enum status cards_find(struct office *office, bool *out_is_made)
{
    struct invitations *invitations;
    const enum status status = office_invitations(office, &invitations);
    *out_is_made = false;
    for (size_t i = 0; status == OK && i < invitations->invite_count; i++)
        *out_is_made = *out_is_made || invitations->invites[i].role == ROLE_CANDIDATE;
    return status;
}

static enum status done_find(struct pages_turn *turn, bool out_is_done[STEP_COUNT],
                             bool *out_is_vacancy_made)
{
    struct office *office = &turn->operation->office;
    const struct assessment *assessment;
    const struct roll *roll;
    struct span *names;
    size_t count = 0;
    enum status status = office_assessment(office, &assessment);
    if (status == OK)
        status = office_names(office, "profiles", &names, &count);
    if (status == OK)
        status = opened_find(office, out_is_vacancy_made, &out_is_done[STEP_VACANCY]);
    if (status == OK)
        status = cards_find(office, &out_is_done[STEP_CARDS]);
    if (status == OK)
        status = roll_read(office, &roll);
    if (status != OK)
        return status;
    out_is_done[STEP_STORY] =
        assessment_part(assessment, PART_STORY, ROLE_CANDIDATE, SPAN("")) &&
        !assessment_sample_words(turn->arena, assessment).count;
    out_is_done[STEP_PROFILE] = count != 0;
    out_is_done[STEP_TERMINAL] = pages_steps_terminals(roll) != 0;
    out_is_done[STEP_RESULT] = false;
    return OK;
}

/* The first vacancy is named where it is spoken of. */
static void vacancy_form_add(struct pages_turn *turn)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/vacancies/new"),
                                           turn->question->token, WS("Make the draft"));
    pages_vacancy_title(form, SPAN(""));
    form->after = WS("A draft can be changed and removed. Next you see what would be "
                     "frozen, and what it weighs.");
    page_add_form(page_section(&turn->page, PAGE_BOX, "vacancy", W("The first vacancy")),
                  form);
}

enum status pages_steps_add(struct pages_turn *turn, const struct people *people,
                            bool *out_is_added)
{
    static const struct page_column columns[] = {
        {WN("Step"), 0}, {WN("State"), 0}, {WN("Where"), 0}};
    bool is_done[STEP_COUNT], is_vacancy_made;
    *out_is_added = !people->count;
    if (people->count)
        return OK;
    const enum status status = done_find(turn, is_done, &is_vacancy_made);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "steps", W("First steps"));
    page_add_text(section,
                  WS("Take them in this order, or in your own. Whenever cards were made, "
                     "enrol the terminals again. They go when the first result is here; "
                     "then its page says what to do next."));
    struct page_block *table = page_add_table(section, "", columns, 3);
    for (size_t i = 0; i < STEP_COUNT; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = WS(steps[i].words);
        row->cells[1] = is_done[i] ? WS("Done") : WS("To do");
        page_cell(table, row, 1)->state = is_done[i] ? PAGE_STATE_DONE : PAGE_STATE_READ;
        row->cells[2] = is_done[i] ? SPAN("") : WS(steps[i].verb);
        if (!is_done[i])
            page_cell(table, row, 2)->address = span_of(steps[i].address);
    }
    if (!is_vacancy_made)
        vacancy_form_add(turn);
    return OK;
}
