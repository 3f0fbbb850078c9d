/* The people of the desk: who they are, who is invited, and one person: signed for, browsers,
 * retired. And who I am. */
#include "app/desk/command/person/person.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"
#include "web/form.h"

enum { HTTP_WRONG_FORM = 422, NAME_MOST = 80 };

static int64_t now_s(void)
{
    return clock_now().unix_ms / 1000;
}

/* --- all of them --- */

static struct page_row *person_row(struct pages_turn *turn, struct page_block *table,
                                   const struct staff_person *person, struct span state,
                                   enum page_state sign)
{
    struct page_row *const row = page_row(table, SPAN(""));
    row->cells[0] = person->name;
    page_cell(table, row, 0)->address =
        pages_link(turn->arena, "/keys/people/*", person->label);
    row->cells[1] = person->label;
    row->cells[2] = staff_role_set_words(turn->arena, person->roles);
    row->cells[3] = state;
    page_cell(table, row, 3)->state = sign;
    return row;
}

/* Of somebody who has joined, the words are one press away. */
static void joining_row(struct pages_turn *turn, struct page_block *table,
                        const struct joining *joining)
{
    struct page_row *const row = person_row(
        turn, table, &joining->person,
        joining->is_joined             ? WS("Compare the words and sign")
        : now_s() < joining->expires_s ? WS("Invited")
                                       : WS("Invited, and the address is over"),
        joining->is_joined ? PAGE_STATE_CARE : PAGE_STATE_UNDER_WAY);
    if (joining->is_joined)
        page_cell(table, row, 3)->address =
            pages_link(turn->arena, "/keys/people/*", joining->person.label);
}

static enum status people_add(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Name"), 0}, {W("Label"), 0}, {W("Roles"), 0}, {W("State"), 0}};
    const struct staff *staff;
    struct joining *list;
    size_t count;
    enum status status = staff_read(&turn->operation->office, &staff);
    if (status == OK)
        status = joining_list(&turn->operation->office, &list, &count);
    if (status != OK)
        return status;
    struct page_block *const table =
        page_add_table(page_section(&turn->page, PAGE_PLAIN, "all", ""),
                       W("People of this desk, and who is invited"), columns, 4);
    for (size_t i = 0; i < staff->count; i++) {
        const struct staff_person *const person = &staff->list[i];
        person_row(turn, table, person,
                   pages_words_sentence(turn->arena,
                                        person_state_words(turn->arena, person, now_s())),
                   is_staff_present(person, now_s()) ? PAGE_STATE_DONE
                                                     : PAGE_STATE_UNFINISHED);
    }
    for (size_t i = 0; i < count; i++)
        joining_row(turn, table, &list[i]);
    return OK;
}

static struct page_field *text_add(struct pages_turn *turn, struct page_form *form,
                                   enum page_field_kind kind, const char *name,
                                   struct span label)
{
    struct page_field *const field = page_form_field(form, kind, name, label);
    field->value = pages_turn_field(turn, name);
    return field;
}

static struct page_form *invite_form(struct pages_turn *turn)
{
    struct page_form *const form = page_form_new(
        turn->arena, SPAN("/keys/people"), turn->question->token, WS("Invite them"));
    struct page_field *field =
        text_add(turn, form, PAGE_FIELD_TEXT, "name", WS("First and last name"));
    field->most = NAME_MOST;
    field = text_add(turn, form, PAGE_FIELD_TEXT, "label", WS("Label"));
    field->most = KEYS_LABEL_MAX_BYTES;
    field->hint =
        WS("Small letters, digits and hyphens, such as “ben”. It never changes.");
    field = page_form_field(form, PAGE_FIELD_SOME_OF, "role", WS("Roles"));
    for (int i = 0; i < STAFF_ROLE_COUNT; i++) {
        struct page_choice *const choice = page_form_choice(
            field, span_of(staff_role_words[i]),
            pages_words_sentence(turn->arena, span_of(staff_role_words[i])));
        choice->words.count--; /* a name, no sentence */
        choice->hint = pages_words_sentence(turn->arena, WS(staff_role_sentences[i]));
        choice->is_chosen =
            is_pages_turn_sent(turn, "role", span_of(staff_role_words[i]));
    }
    text_add(turn, form, PAGE_FIELD_DAY, "until", WS("Their last day here"))->hint =
        WS("Leave it empty if there is none.");
    form->after = WS("Nothing counts before they have made their key and you have signed "
                     "for it.");
    return form;
}

static enum status invite_do(struct pages_turn *turn, struct span label)
{
    const struct pages_question *const question = turn->question;
    pages_turn_word(turn, label);
    pages_turn_value(turn, "name", span_trim(pages_turn_field(turn, "name")));
    pages_turn_value(turn, "until", span_trim(pages_turn_field(turn, "until")));
    pages_turn_value(turn, "at", question->origin);
    for (size_t i = 0; i < question->field_count; i++)
        if (is_span(question->fields[i].name, "role"))
            pages_turn_value(turn, "role", question->fields[i].value);
    return pages_sign_run(turn, operation_wants_nothing, person_invite_run);
}

/* The address is shown once: what is kept of it is only a hash. */
static void invited_show(struct pages_turn *turn)
{
    struct page_section *const section =
        page_section(&turn->page, PAGE_BOX, "card", W("Hand this over"));
    pages_sign_said(turn, section);
    page_add_note(section,
                  WS("This page is the only one that shows the address. Print it, "
                     "or write it down."));
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_BUTTON,
                 WS("See the people"), SPAN("/keys/people"));
}

static void invite_faults(struct pages_turn *turn, struct page_form *form)
{
    if (!span_trim(pages_turn_field(turn, "name")).count)
        page_form_fault(form, "name", WS("Write their first and last name."));
    if (!pages_turn_field(turn, "label").count)
        page_form_fault(form, "label", WS("Write a label."));
    if (!pages_turn_field(turn, "role").count)
        page_form_fault(form, "role", WS("Choose at least one role."));
    if (!page_form_fault_count(form))
        page_form_fault(form, "label",
                        pages_words_sentence(turn->arena, span_of(status_last())));
}

enum status pages_staff(struct pages_turn *turn)
{
    struct page_form *form;
    enum status status = OK;
    pages_turn_begin(turn, WS("Users and keys"));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                 WS("Keys that open results"), SPAN("/keys"));
    if (is_pages_turn_form(turn)) {
        status = invite_do(turn, pages_turn_field(turn, "label"));
        if (status == OK) {
            invited_show(turn);
            return OK;
        }
        if (is_pages_sign_grave(status))
            return status;
    }
    form = invite_form(turn);
    if (status != OK) {
        invite_faults(turn, form);
        turn->answer->http_status = HTTP_WRONG_FORM;
    }
    status = people_add(turn);
    page_add_form(page_section(&turn->page, PAGE_BOX, "invite", W("Invite somebody")),
                  form);
    return status;
}

/* --- one of them --- */

struct shown {
    const struct staff_person *person; /* of the list; NULL: only invited */
    struct joining joining;
    bool has_joining;
    struct span label;
    struct page_form *forms[4]; /* with what they do in "act" */
    size_t form_count;
};

static struct page_form *act_form(struct pages_turn *turn, struct shown *shown,
                                  const char *route, const char *act, struct span submit)
{
    struct page_form *const form =
        page_form_new(turn->arena, pages_link(turn->arena, route, shown->label),
                      turn->question->token, submit);
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value = span_of(act);
    form->is_second = !is_span(span_of(act), "accept");
    if (shown->form_count < sizeof shown->forms / sizeof *shown->forms)
        shown->forms[shown->form_count++] = form;
    return form;
}

static enum status shown_find(struct pages_turn *turn, struct shown *shown)
{
    const struct staff *staff;
    const enum status status = staff_read(&turn->operation->office, &staff);
    if (status != OK)
        return status;
    shown->person = staff_find(staff, shown->label);
    shown->has_joining =
        joining_read(&turn->operation->office, shown->label, &shown->joining) == OK;
    return shown->person || shown->has_joining
               ? OK
               : fail(STATUS_NOT_FOUND, "nobody is here or invited with this name");
}

static void facts_add(struct pages_turn *turn, const struct staff_person *person,
                      struct span state)
{
    struct page_section *const section =
        page_section(&turn->page, PAGE_PLAIN, "facts", "");
    struct page_block *const facts = page_add_facts(section);
    page_pair(facts, WS("Roles"), staff_role_set_words(turn->arena, person->roles));
    for (int i = 0; i < STAFF_ROLE_COUNT; i++)
        if (person->roles & STAFF_ROLE_BIT(i))
            page_pair(facts, SPAN(""),
                      pages_words_sentence(turn->arena, WS(staff_role_sentences[i])));
    for (size_t i = 0; i < person->vacancy_count; i++)
        page_pair(facts, WS("Only for"), pages_turn_vacancy(turn, person->vacancies[i]));
    page_pair(facts, WS("State"), state);
    if (person->recipient.count)
        page_add_exact(section, WS("The eight words of their key:"),
                       keys_words(turn->arena, person->recipient));
}

static void accept_add(struct pages_turn *turn, struct shown *shown)
{
    struct page_form *const form =
        act_form(turn, shown, "/keys/people/*", "accept", WS("Sign for this person"));
    struct page_field *const same = page_form_field(
        form, PAGE_FIELD_SOME_OF, "same", WS("Do both of you see the same eight words?"));
    page_form_choice(same, SPAN("yes"), WS("Yes, we have compared all of them"))
        ->is_chosen = pages_turn_field(turn, "same").count != 0;
    pages_sign_field(form);
    struct page_section *const section =
        page_section(&turn->page, PAGE_BOX, "accept", W("Sign for them"));
    page_add_text(
        section,
        WS("Ask them in person or by telephone for the words that their "
           "page shows. If the words differ, somebody else made this key: do not "
           "sign."));
    page_add_form(section, form);
}

static void device_row(struct pages_turn *turn, struct page_block *table,
                       const struct device *device)
{
    struct page_row *const row = page_row(table, SPAN(""));
    row->cells[0] = devices_number(turn->arena, device);
    row->cells[1] =
        pages_words_day(turn->arena, clock_date(turn->arena, device->from_s * 1000));
    row->cells[2] =
        pages_words_day(turn->arena, clock_date(turn->arena, device->until_s * 1000));
}

/* The browsers of this person, and the form that removes some of them. */
static enum status devices_add_to(struct pages_turn *turn, struct shown *shown,
                                  const char *route)
{
    const struct page_column columns[] = {
        {W("Browser"), 0}, {W("Since"), 0}, {W("Until"), 0}};
    struct page_section *const section =
        page_section(&turn->page, PAGE_BOX, "browsers", W("Browsers that are invited"));
    struct page_block *table = NULL;
    struct page_form *form = NULL;
    struct page_field *field = NULL;
    struct devices devices;
    const enum status status = devices_read(&turn->operation->office, &devices);
    if (status != OK)
        return status;
    for (size_t i = 0; i < devices.count; i++) {
        if (!is_span_equal(devices.list[i].label, shown->label))
            continue;
        if (!table) {
            table = page_add_table(section, "", columns, 3);
            form = act_form(turn, shown, route, "forget", WS("Remove these"));
            field = page_form_field(form, PAGE_FIELD_SOME_OF, "browser",
                                    WS("Remove, when one was lost or sold"));
        }
        const struct span number = devices_number(turn->arena, &devices.list[i]);
        device_row(turn, table, &devices.list[i]);
        page_form_choice(field, number, number);
    }
    if (form)
        page_add_form(section, form);
    else
        page_add_text(section,
                      WS("None. At the machine of the desk itself none is needed."));
    return OK;
}

static void end_add(struct pages_turn *turn, struct shown *shown)
{
    const bool is_person = shown->person && !shown->person->ended_s;
    struct page_section *const section =
        page_section(&turn->page, PAGE_BOX, "end",
                     is_person ? W("They leave") : W("End the invitation"));
    struct page_form *const form =
        act_form(turn, shown, "/keys/people/*", "retire",
                 is_person ? WS("Retire this person") : WS("End it"));
    if (is_person) {
        page_add_text(section,
                      WS("The desk lets them do nothing any more, their browsers go, and "
                         "no terminal seals to their key once it is enrolled again. What "
                         "they signed and wrote stays. It cannot be undone; they can be "
                         "invited again with another label."));
        pages_sign_field(form);
    }
    page_add_form(section, form);
}

static enum status shown_add(struct pages_turn *turn, struct shown *shown)
{
    const struct staff_person *const person =
        shown->person ? shown->person : &shown->joining.person;
    const bool is_present = shown->person && !shown->person->ended_s;
    enum status status = OK;
    facts_add(turn, person,
              shown->person
                  ? pages_words_sentence(turn->arena,
                                         person_state_words(turn->arena, person, now_s()))
              : shown->joining.is_joined
                  ? WS("Has made a key, which nobody has signed for")
                  : WS("Invited; has not made a key yet"));
    if (shown->has_joining && shown->joining.is_joined)
        accept_add(turn, shown);
    if (is_present) {
        status = devices_add_to(turn, shown, "/keys/people/*");
        page_add_form(
            page_section(&turn->page, PAGE_BOX, "browser", W("A further browser")),
            act_form(turn, shown, "/keys/people/*", "browser",
                     WS("Make an address for it")));
    }
    if (is_present || shown->has_joining)
        end_add(turn, shown);
    return status;
}

static struct page_form *form_of(const struct shown *shown, struct span act)
{
    for (size_t i = 0; i < shown->form_count; i++)
        if (is_span_equal(shown->forms[i]->first->value, act))
            return shown->forms[i];
    return NULL;
}

static enum status forget_do(struct pages_turn *turn, struct span label)
{
    const struct pages_question *const question = turn->question;
    enum status status = fail(STATUS_USAGE, "choose which browser is to go");
    for (size_t i = 0; i < question->field_count; i++) {
        if (!is_span(question->fields[i].name, "browser"))
            continue;
        pages_turn_word(turn, label);
        pages_turn_value(turn, "browser", question->fields[i].value);
        status = pages_sign_run(turn, operation_wants_nothing, person_forget_run);
        if (status != OK)
            return status;
    }
    return status;
}

static enum status act_do(struct pages_turn *turn, const struct shown *shown,
                          struct span act)
{
    pages_turn_word(turn, shown->label);
    if (is_span(act, "browser"))
        return invite_do(turn, shown->label);
    if (is_span(act, "forget"))
        return forget_do(turn, shown->label);
    if (is_span(act, "retire"))
        return pages_sign_run(turn, person_retire_prepare, person_retire_run);
    if (!is_span(act, "accept"))
        return fail(STATUS_BAD_INPUT, "this form is not one of this desk");
    return pages_turn_field(turn, "same").count
               ? pages_sign_run(turn, person_accept_prepare, person_accept_run)
               : fail(STATUS_USAGE, "compare the eight words first, and say so here");
}

static const char *fault_field(struct span act)
{
    return is_span(act, "forget")    ? "browser"
           : is_span(act, "browser") ? "act"
                                     : "passphrase";
}

/* What was refused is said beside its form, which is the one that was sent. */
static void act_refused(struct pages_turn *turn, const struct shown *shown,
                        struct span act, const char *why)
{
    struct page_form *const form = form_of(shown, act);
    const struct span words = pages_words_sentence(turn->arena, span_of(why));
    const bool is_same = is_span(act, "accept") && !pages_turn_field(turn, "same").count;
    turn->answer->http_status = HTTP_WRONG_FORM;
    if (form && !is_span(act, "browser"))
        page_form_fault(form, is_same ? "same" : fault_field(act), words);
    else
        page_add_notice(&turn->page.head, PAGE_WRONG, words, SPAN(""));
}

/* What came of the form that was sent. */
static const char *act_done(const struct shown *shown, struct span act)
{
    return is_span(act, "accept")
               ? WN("You have signed for them: they can unlock the desk "
                    "now.")
           : is_span(act, "forget") ? WN("What you chose is removed.")
           : shown->person          ? WN("The person is retired.")
                                    : WN("The invitation is ended.");
}

static void person_begin_page(struct pages_turn *turn, const struct shown *shown)
{
    pages_turn_begin(turn,
                     shown->person ? shown->person->name : shown->joining.person.name);
    pages_turn_crumb(turn, WS("Users and keys"), SPAN("/keys/people"));
    pages_turn_crumb(turn, shown->label, SPAN(""));
}

enum status pages_staff_person(struct pages_turn *turn)
{
    struct shown shown = {.label = turn->parts[0]};
    const struct span act = pages_turn_field(turn, "act");
    enum status status = shown_find(turn, &shown);
    if (status != OK)
        return status;
    person_begin_page(turn, &shown);
    if (!is_pages_turn_form(turn))
        return shown_add(turn, &shown);
    status = act_do(turn, &shown, act);
    if (status == OK && is_span(act, "browser"))
        invited_show(turn);
    else if (status == OK)
        pages_turn_done(turn, SPAN("/keys/people"), act_done(&shown, act));
    if (status == OK || is_pages_sign_grave(status))
        return status;
    const char *const why = span_text(turn->arena, span_of(status_last()));
    status = shown_add(turn, &shown);
    act_refused(turn, &shown, act, why);
    return status;
}

/* --- who I am --- */

enum status pages_me(struct pages_turn *turn)
{
    struct shown shown = {.person = turn->person,
                          .label = turn->person ? turn->person->label : SPAN("")};
    pages_turn_begin(turn,
                     turn->person ? turn->person->name : operation_who(turn->operation));
    if (!turn->person) {
        page_add_text(&turn->page.head,
                      WS("This folder has no list of people yet: you are owner and "
                         "recruiter. The first invitation that is signed begins it."));
        return OK;
    }
    if (is_pages_turn_form(turn)) {
        const enum status status = forget_do(turn, shown.label);
        if (status == OK)
            pages_turn_done(turn, SPAN("/me"), WN("What you chose is removed."));
        if (status == OK || is_pages_sign_grave(status))
            return status;
        page_add_notice(&turn->page.head, PAGE_WRONG,
                        pages_words_sentence(turn->arena, span_of(status_last())),
                        SPAN(""));
        turn->answer->http_status = HTTP_WRONG_FORM;
    }
    facts_add(turn, turn->person,
              pages_words_sentence(
                  turn->arena, person_state_words(turn->arena, turn->person, now_s())));
    page_add_text(turn->page.last,
                  WS("Your passphrase is changed at the machine of the desk: ask whoever "
                     "runs it."));
    return devices_add_to(turn, &shown, "/me");
}
