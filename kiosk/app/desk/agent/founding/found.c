#include "app/desk/agent/founding/found.h"

#include "app/desk/agent/contract.h"
#include "app/desk/agent/gate.h"
#include "app/desk/agent/new_passphrase.h"
#include "app/desk/command/operation.h"
#include "app/desk/office/staff/staff_label.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/vacancy/pages_vacancy.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"
#include "base/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    HTTP_OK = 200,
    HTTP_SEE_OTHER = 303,
    HTTP_WRONG_FORM = 422,
    SHEET_BYTES = 4 * 1024 * 1024,
    TEXT_MOST = 160,
};

/* One question on its way. */
struct found {
    const char *folder;
    const struct wire_question *question;
    struct arena *arena; /* of the answer; guarded */
    struct wire_answer *answer;
    struct operation operation;
};

bool is_found_room(const char *folder)
{
    return is_folder(folder) ? is_tree_empty(folder) : !is_file(folder);
}

void found_allow(const char *assessment)
{
    (void)setenv(CONTRACT_FOUNDING, assessment ? assessment : "", 1);
}

bool is_found_wanted(const char *folder)
{
    return getenv(CONTRACT_FOUNDING) && is_found_room(folder);
}

static void put(struct found *found, const struct page *page, struct span organization,
                int http_status)
{
    *found->answer = (struct wire_answer){
        .http_status = http_status,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_html(found->arena, page, organization),
    };
}

static struct span sent(const struct found *found, const char *name)
{
    return wire_question_field(found->question, name);
}

static struct span text_sent(const struct found *found, const char *name)
{
    return span_trim(sent(found, name));
}

/* --- the form --- */

static struct page_field *text_add(const struct found *found, struct page_form *form,
                                   const char *name, const char *label, const char *hint)
{
    struct page_field *field = page_form_field(form, PAGE_FIELD_TEXT, name, WS(label));
    field->value = text_sent(found, name);
    field->hint = WS(hint);
    field->most = TEXT_MOST;
    return field;
}

static struct page_form *form_make(const struct found *found)
{
    struct page_form *form =
        page_form_new(found->arena, SPAN(FOUND_ROUTE), found->question->token,
                      WS("Found the organization"));
    text_add(found, form, "name", WN("Name of the organization"),
             WN("Candidates read it, such as “Northwind Ferries”."));
    text_add(found, form, "contact", WN("Whom candidates can contact"),
             WN("It is shown on screens and cards, such as “hr@northwind.example, "
                "555 0100”."));
    text_add(found, form, "by", WN("Your name"),
             WN("First and last name. You are its first owner and recruiter, and the log "
                "says what you did."));
    text_add(
        found, form, "customer", WN("Whom the work is for, in a word or two"),
        WN("Such as passenger, pupil, or patient,patients. It is used in sentences of "
           "the form. If you leave it empty, it is “customer”."));
    new_passphrase_fields(
        form, WS("At least 14 characters, which only you know. It opens what people "
                 "answer, and signs. Nobody can give you a new one."));
    return form;
}

static void form_show(struct found *found, struct page_form *form, struct span fault)
{
    struct page page = page_init(found->arena, WS("Found your organization"), SPAN(""));
    const bool is_wrong = fault.count || page_form_fault_count(form);
    if (fault.count)
        page_add_notice(&page.head, PAGE_WRONG, fault, WS("Nothing was made."));
    page_add_text(
        &page.head,
        WS("There is no organization here yet. This makes its keys and a copy of "
           "the questions, in the folder below. All of it stays on this machine."));
    page_add_exact(&page.head, SPAN(""), span_of(found->folder));
    new_passphrase_suggest(&page.head);
    page_add_form(&page.head, form);
    put(found, &page, SPAN(""), is_wrong ? HTTP_WRONG_FORM : HTTP_OK);
}

/* --- what is wrong with what was typed --- */

static void text_check(const struct found *found, struct page_form *form,
                       const char *name, enum organization_text kind)
{
    if (organization_check(kind, text_sent(found, name)) != OK)
        page_form_fault(form, name,
                        pages_words_sentence(found->arena, span_of(status_last())));
}

static void faults_add(const struct found *found, struct page_form *form)
{
    const struct span by = text_sent(found, "by");
    if (text_sent(found, "name").count)
        text_check(found, form, "name", ORGANIZATION_NAME);
    else
        page_form_fault(form, "name", WS("Write the name of the organization."));
    if (text_sent(found, "contact").count)
        text_check(found, form, "contact", ORGANIZATION_CONTACT);
    else
        page_form_fault(form, "contact", WS("Write whom candidates can contact."));
    if (!by.count)
        page_form_fault(form, "by", WS("Write your name."));
    else if (operation_name_check(&found->operation, by) != OK)
        page_form_fault(form, "by",
                        pages_words_sentence(found->arena, span_of(status_last())));
    const char *where, *fault = new_passphrase_fault(sent(found, "passphrase"),
                                                     sent(found, "again"), &where);
    if (fault)
        page_form_fault(form, where, WS(fault));
}

/* --- what it does --- */

static void value_add(struct found *found, const char *name, struct span value)
{
    struct options *values = &found->operation.values;
    if (!value.count)
        return;
    values->names[values->option_count] = span_of(name);
    values->values[values->option_count++] = span_text(found->arena, value);
}

static void values_set(struct found *found)
{
    struct options *values = &found->operation.values;
    const char *assessment = getenv(CONTRACT_FOUNDING);
    *values = (struct options){.files = {found->folder}, .file_count = 1};
    value_add(found, "name", text_sent(found, "name"));
    value_add(found, "contact", text_sent(found, "contact"));
    value_add(found, "by", text_sent(found, "by"));
    value_add(found, "customer", text_sent(found, "customer"));
    value_add(found, "assessment", span_of(assessment ? assessment : ""));
    value_add(found, "recovery-page", SPAN("yes"));
}

static enum status make(struct found *found)
{
    struct operation *operation = &found->operation;
    values_set(found);
    enum status status = operation_page_open(operation, SHEET_BYTES);
    if (status == OK)
        status = init_prepare(operation);
    if (status == OK)
        status = passphrase_copy(sent(found, "passphrase"), &operation->passphrase);
    return status == OK ? init_run(operation) : status;
}

/* --- what was made --- */

/* The sheet, and nothing else, goes to the printer. */
static void sheet_add(struct page *page, const struct page *sheet)
{
    struct page_section *section =
        page_section(page, PAGE_SHEET, "sheet", span_text(page->arena, sheet->title));
    section->first = sheet->head.first;
    section->last = sheet->head.last;
    page->last->next = sheet->first;
    if (sheet->last)
        page->last = sheet->last;
}

static void vacancy_add(const struct found *found, struct page *page)
{
    struct page_section *section =
        page_section(page, PAGE_BOX, "vacancy", W("Then: the first vacancy"));
    struct page_form *form = page_form_new(found->arena, SPAN("/vacancies/new"),
                                           found->question->token, WS("Make the draft"));
    pages_vacancy_title(form, SPAN(""));
    page_way_add(found->arena, &form->ways, PAGE_WAY_LINK, WS("Not yet: go to Today"),
                 SPAN("/"));
    section->medium = PAGE_ON_SCREEN;
    page_add_form(section, form);
}

/* Whoever says so here is not asked again on Today. */
static void held_add(const struct found *found, struct page *page)
{
    struct page_section *section =
        page_section(page, PAGE_BOX, "held", W("When it is printed"));
    struct page_form *form =
        page_form_new(found->arena, SPAN("/keys/sheet"), found->question->token,
                      WS("I hold it on paper"));
    form->is_second = true;
    form->after =
        WS("The log says then who holds it. Until somebody says so, Today asks.");
    section->medium = PAGE_ON_SCREEN;
    page_add_form(section, form);
}

static void made_show(struct found *found)
{
    const struct span name = text_sent(found, "name");
    struct page page = page_init(
        found->arena, span_format(found->arena, W("%.*s is founded"), SPAN_ARGS(name)),
        SPAN(""));
    page.running = found->operation.page.running;
    page_add_notice(
        &page.head, PAGE_CARE, WS("Print this page now, twice: it is the recovery sheet"),
        WS("It is shown this once and kept nowhere, so print before you go on. Put the "
           "two copies into two safes. The sheet opens results "
           "when passphrases are lost."))
        ->medium = PAGE_ON_SCREEN;
    sheet_add(&page, &found->operation.page);
    vacancy_add(found, &page);
    held_add(found, &page);
    put(found, &page, name, HTTP_OK);
}

static void found_close(struct found *found)
{
    passphrase_done(&found->operation.passphrase);
    arena_done(&found->operation.shown);
    office_close(&found->operation.office);
}

/* Whether all that was typed is right and the organization was made. */
static bool is_made(struct found *found, struct span *out_label)
{
    struct page_form *const form = form_make(found);
    faults_add(found, form);
    const enum status status = page_form_fault_count(form) ? STATUS_USAGE : make(found);
    if (status == OK) {
        *out_label = staff_label_of(found->arena, text_sent(found, "by"));
        made_show(found);
    } else {
        form_show(found, form,
                  page_form_fault_count(form)
                      ? SPAN("")
                      : pages_words_sentence(found->arena, span_of(status_last())));
    }
    return status == OK;
}

bool found_answer(const char *folder, const struct wire_question *question,
                  struct arena *arena, struct wire_answer *out_answer,
                  struct span *out_label)
{
    struct found found = {
        .folder = folder, .question = question, .arena = arena, .answer = out_answer};
    bool is_founded = false;
    if (!is_span(question->route, FOUND_ROUTE)) {
        *out_answer = (struct wire_answer){.http_status = HTTP_SEE_OTHER,
                                           .location = SPAN(FOUND_ROUTE)};
        return false;
    }
    const enum status status = office_open(NULL, OFFICE_NONE, &found.operation.office);
    found.operation.arena = &found.operation.office.arena;
    if (status == OK && question->is_change)
        is_founded = is_made(&found, out_label);
    else
        form_show(&found, form_make(&found), SPAN(""));
    found_close(&found);
    return is_founded;
}
