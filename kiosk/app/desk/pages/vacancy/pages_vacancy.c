/* One vacancy: how it stands, what counts how much and why; and a weight of a draft, changed. */
#include "app/desk/pages/vacancy/pages_vacancy.h"

#include "app/desk/command/vacancy/vacancy_seen.h"
#include "app/desk/command/vacancy/vacancy_weight.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_people_state.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

enum {
    HTTP_WRONG_FORM = 422,
    TITLE_MOST = 120,
    REASON_MOST = 300,
    NAME_MOST = 80,
    PAGE_BYTES = 256 * 1024
};

static void steps_add(struct pages_turn *turn, const struct vacancy *vacancy)
{
    static const struct {
        enum vacancy_state state;
        const char *words;
    } steps[] = {{VACANCY_DRAFT, WN("Draft")},
                 {VACANCY_OPEN, WN("Open")},
                 {VACANCY_CLOSED, WN("Closed")}};
    struct page_block *block = page_add_steps(&turn->page.head);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct page_item *item = page_item(block);
        item->title = WS(steps[i].words);
        item->is_here = steps[i].state == vacancy->state;
        item->state = item->is_here                     ? PAGE_STATE_NEW
                      : steps[i].state < vacancy->state ? PAGE_STATE_DONE
                                                        : PAGE_STATE_READ;
    }
}

/* What the operation says of weights, in a section of this page. */
static enum status weights_add(struct pages_turn *turn, const struct vacancy *vacancy)
{
    struct operation *operation = turn->operation;
    const struct assessment *assessment;
    enum status status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = vacancy_weight_say(operation, assessment, vacancy);
    if (status != OK)
        return status;
    struct page_section *section = page_section(&turn->page, PAGE_PLAIN, "weights",
                                                W("What counts how much, and why"));
    section->first = operation->page.head.first;
    section->last = operation->page.head.last;
    return OK;
}

static struct page_field *text_add(struct pages_turn *turn, struct page_form *form,
                                   enum page_field_kind kind, const char *name,
                                   const char *label, size_t most)
{
    struct page_field *field = page_form_field(form, kind, name, WS(label));
    field->value = pages_turn_field(turn, name);
    field->most = most;
    return field;
}

static enum status form_make(struct pages_turn *turn, const struct vacancy *vacancy,
                             struct page_form **out_form)
{
    const struct assessment *assessment;
    const enum status status = office_assessment(&turn->operation->office, &assessment);
    if (status != OK)
        return status;
    const struct part *values =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    struct page_form *form = pages_vacancy_form(turn, vacancy, W("Set this weight"));
    struct page_field *topic =
        page_form_field(form, PAGE_FIELD_ONE_OF, "topic", WS("Topic"));
    for (size_t i = 0; values && i < values->questionnaire->dimension_count; i++) {
        const struct span id = values->questionnaire->dimensions[i].id;
        page_form_choice(topic, id, profile_name(values, turn->page.language, id))
            ->is_chosen = is_span_equal(id, pages_turn_field(turn, "topic"));
    }
    text_add(turn, form, PAGE_FIELD_NUMBER, "weight", WN("Weight"), 8)->hint =
        WS("0 to 5. What is not named weighs what the form says, mostly 1.");
    text_add(turn, form, PAGE_FIELD_LONG, "reason", WN("Why it matters for this work"),
             REASON_MOST);
    text_add(turn, form, PAGE_FIELD_TEXT, "by1", WN("Agreed by"), NAME_MOST)->hint =
        WS("First and last name.");
    text_add(turn, form, PAGE_FIELD_TEXT, "by2", WN("And by"), NAME_MOST)->hint =
        WS("Another person.");
    *out_form = form;
    return OK;
}

enum status pages_vacancy_begin(struct pages_turn *turn, struct vacancy **out_vacancy)
{
    const enum status status =
        office_vacancy(&turn->operation->office, turn->parts[0], out_vacancy);
    if (status != OK)
        return status;
    pages_turn_begin(turn, (*out_vacancy)->title);
    pages_turn_crumb(turn, WS("Vacancies"), SPAN("/vacancies"));
    return OK;
}

struct span pages_vacancy_link(struct pages_turn *turn, const struct vacancy *vacancy)
{
    return pages_link(turn->arena, "/vacancies/*", vacancy->id);
}

struct page_form *pages_vacancy_form(struct pages_turn *turn,
                                     const struct vacancy *vacancy, const char *submit)
{
    struct page_form *form = page_form_new(turn->arena, turn->question->route,
                                           turn->question->token, WS(submit));
    page_form_field(form, PAGE_FIELD_HIDDEN, "digest", SPAN(""))->value =
        vacancy_seen_digest(turn->arena, vacancy);
    return form;
}

void pages_vacancy_values(struct pages_turn *turn, const struct vacancy *vacancy)
{
    pages_turn_word(turn, vacancy->id);
    pages_turn_value(turn, "digest", pages_turn_field(turn, "digest"));
}

void pages_vacancy_title(struct page_form *form, struct span title)
{
    struct page_field *field = page_form_field(form, PAGE_FIELD_TEXT, "title",
                                               WS("What people are invited for"));
    field->value = title;
    field->hint = WS("Candidates read it, such as “Deck officer, Harbour line”.");
    field->most = TITLE_MOST;
}

void pages_vacancy_pilot(struct page_form *form, bool is_pilot)
{
    struct page_field *field = page_form_field(form, PAGE_FIELD_SOME_OF, "pilot",
                                               WS("Only to try the form out?"));
    page_form_choice(field, SPAN("yes"),
                     WS("Yes, a pilot: nothing is decided about anybody"))
        ->is_chosen = is_pilot;
}

bool is_pages_vacancy_refused(struct pages_turn *turn, enum status status)
{
    if (is_pages_sign_grave(status))
        return false;
    if (status == STATUS_EXISTS)
        page_add_notice(&turn->page.head, PAGE_WRONG,
                        pages_words_sentence(turn->arena, span_of(status_last())),
                        WS("Nothing was changed. What you wrote is kept."));
    turn->answer->http_status = HTTP_WRONG_FORM;
    return true;
}

/* What is frozen into it. */
static void basis_add(struct page_block *facts, const struct basis *basis)
{
    page_pair(facts, WS("Profile"),
              basis->grade == PROFILE_NONE
                  ? WS("none, so there is no figure, now or later")
                  : span_format(facts->arena, W("%zu colleagues, who make %s"),
                                basis->rater_count, wording_grade(basis->grade)));
    if (basis->grade != PROFILE_NONE)
        page_pair(facts, WS("Compared with"),
                  span_format(facts->arena,
                              has_basis_norm(basis)
                                  ? W("%zu earlier people")
                                  : W("%zu earlier people, too few for a phrase"),
                              basis->norm_count));
}

static void facts_add(struct pages_turn *turn, const struct vacancy *vacancy)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "facts", W("This vacancy"));
    struct page_block *facts = page_add_facts(section);
    if (vacancy->opened.count)
        page_pair(facts, WS("Opened"), pages_words_day(turn->arena, vacancy->opened));
    if (vacancy->is_pilot)
        page_pair(facts, WS("Pilot"),
                  WS("the form is tried out; nothing is decided about anybody"));
    if (vacancy->basis)
        basis_add(facts, vacancy->basis);
    page_pair(facts, WS("How long it is kept"), vacancy->retention);
    struct page_block *ways = page_add_ways(section);
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("Who came for it"),
                 pages_link_with(turn->arena, SPAN("/people"), "vacancy", vacancy->id));
}

void pages_vacancy_changes(struct pages_turn *turn, const struct vacancy *vacancy)
{
    static const struct {
        enum vacancy_state state;
        enum page_way_look look;
        const char *words, *route;
    } changes[] = {
        {VACANCY_DRAFT, PAGE_WAY_MAIN, WN("Open it"), "/vacancies/*/open"},
        {VACANCY_DRAFT, PAGE_WAY_BUTTON, WN("Change a weight"), "/vacancies/*/weights"},
        {VACANCY_DRAFT, PAGE_WAY_BUTTON, WN("Change its title"), "/vacancies/*/edit"},
        {VACANCY_DRAFT, PAGE_WAY_BUTTON, WN("Remove it"), "/vacancies/*/remove"},
        {VACANCY_OPEN, PAGE_WAY_BUTTON, WN("Close it"), "/vacancies/*/close"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        const struct span address =
            pages_link(turn->arena, changes[i].route, vacancy->id);
        if (changes[i].state == vacancy->state &&
            !is_span_equal(address, turn->question->route))
            page_way_add(turn->arena, &turn->shell.actions, changes[i].look,
                         WS(changes[i].words), address);
    }
}

enum status pages_vacancy(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    struct people *people;
    enum status status = pages_vacancy_begin(turn, &vacancy);
    if (status == OK)
        status = pages_turn_people(turn, &people);
    if (status != OK)
        return status;
    pages_turn_crumb(turn, vacancy->title, SPAN(""));
    steps_add(turn, vacancy);
    pages_people_state_cards(turn, people, vacancy, W("Who has not come"),
                             "/vacancies/*/cards");
    if (vacancy->state == VACANCY_OPEN)
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_MAIN, WS("Cards"),
                     pages_link(turn->arena, "/vacancies/*/cards", vacancy->id));
    status = weights_add(turn, vacancy);
    facts_add(turn, vacancy);
    if (has_pages_turn_role(turn, "o"))
        pages_vacancy_changes(turn, vacancy);
    return status;
}

/* "order=2,the timetable is a promise", as the operation takes it. */
static enum status weight_set(struct pages_turn *turn, const struct vacancy *vacancy)
{
    struct operation *operation = turn->operation;
    const struct span weight = span_format(turn->arena, "%.*s=%.*s,%.*s",
                                           SPAN_ARGS(pages_turn_field(turn, "topic")),
                                           SPAN_ARGS(pages_turn_field(turn, "weight")),
                                           SPAN_ARGS(pages_turn_field(turn, "reason")));
    pages_vacancy_values(turn, vacancy);
    pages_turn_value(turn, "by", pages_turn_field(turn, "by1"));
    pages_turn_value(turn, "by", pages_turn_field(turn, "by2"));
    operation->values.files[operation->values.file_count++] = weight.data;
    const enum status status =
        pages_sign_run(turn, operation_wants_nothing, vacancy_weight_run);
    if (status == OK)
        pages_turn_note(turn, "weighed vacancy", vacancy->id);
    return status;
}

/* Every field that is open; what else was refused belongs to the two people. */
static void faults_add(struct pages_turn *turn, struct page_form *form)
{
    double number;
    if (!pages_turn_field(turn, "topic").count)
        page_form_fault(form, "topic", WS("Choose the topic that this weight is for."));
    if (!span_to_number(span_trim(pages_turn_field(turn, "weight")), &number) ||
        !(number >= 0 && number <= BASIS_IMPORTANCE_MOST))
        page_form_fault(form, "weight", WS("Write a number from 0 to 5."));
    if (!span_trim(pages_turn_field(turn, "reason")).count)
        page_form_fault(form, "reason", WS("Write why it matters for this work."));
    if (!span_trim(pages_turn_field(turn, "by1")).count)
        page_form_fault(form, "by1", WS("Write who agreed on it."));
    if (!span_trim(pages_turn_field(turn, "by2")).count)
        page_form_fault(form, "by2", WS("Write who else agreed on it."));
    if (!page_form_fault_count(form))
        page_form_fault(form, "by2",
                        pages_words_sentence(turn->arena, span_of(status_last())));
}

enum status pages_vacancy_weigh(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    struct page_form *form = NULL;
    enum status status = pages_vacancy_begin(turn, &vacancy);
    if (status == OK && vacancy->state != VACANCY_DRAFT)
        status = fail(STATUS_REFUSED, "this vacancy was opened before, so its weights "
                                      "never change again");
    if (status == OK)
        status = form_make(turn, vacancy, &form);
    if (status != OK)
        return status;
    pages_turn_crumb(turn, vacancy->title, pages_vacancy_link(turn, vacancy));
    pages_turn_crumb(turn, WS("A weight"), SPAN(""));
    page_add_form(page_section(&turn->page, PAGE_BOX, "weight", W("A weight")), form);
    if (!is_pages_turn_form(turn))
        return weights_add(turn, vacancy);
    status = weight_set(turn, vacancy);
    if (status == OK)
        pages_turn_done(turn, pages_vacancy_link(turn, vacancy),
                        WN("The weight is set."));
    else if (!is_pages_vacancy_refused(turn, status))
        return status;
    else if (status != STATUS_EXISTS)
        faults_add(turn, form);
    return OK;
}
