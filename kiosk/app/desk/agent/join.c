#include "app/desk/agent/join.h"

#include "app/desk/agent/gate.h"
#include "app/desk/agent/new_passphrase.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/office/staff/devices.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

#include <string.h>

enum {
    HTTP_OK = 200,
    HTTP_SEE_OTHER = 303,
    HTTP_NOT_SIGNED_IN = 401,
    HTTP_FORBIDDEN = 403,
    HTTP_WRONG_FORM = 422,
    HTTP_FAILED = 500,
};

/* One question on its way. */
struct joined {
    struct office office;
    const struct wire_question *question;
    struct arena *arena; /* of the answer; guarded */
    struct wire_answer *answer;
    struct joining joining;
    const struct staff_person *known; /* is here already: brings a further browser */
};

static void put(struct joined *joined, const struct page *page, int http_status)
{
    *joined->answer = (struct wire_answer){
        .http_status = http_status,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_html(joined->arena, page, joined->office.organization->name),
    };
}

static void refuse(struct joined *joined, int http_status, struct span title,
                   struct span words)
{
    const struct gate gate = {.title = title, .sentences = {words}, .sentence_count = 1};
    *joined->answer = (struct wire_answer){
        .http_status = http_status,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(joined->arena, &gate),
    };
}

static struct span sent(const struct joined *joined, const char *name)
{
    return wire_question_field(joined->question, name);
}

/* --- the form --- */

static void fields_add(struct joined *joined, struct page_form *form)
{
    if (joined->known)
        page_form_field(form, PAGE_FIELD_SECRET, "passphrase",
                        WS("The passphrase of your key"))
            ->most = GATE_PASSPHRASE_CHARACTERS_MAX;
    else
        new_passphrase_fields(
            form, WS("At least 14 characters, which only you know. Nobody can give you a "
                     "new one: keep it where you keep your own passphrases."));
}

static enum status form_show(struct joined *joined, struct span fault, const char *where)
{
    const struct staff_person *const person = &joined->joining.person;
    struct page page = page_init(
        joined->arena, joined->known ? WS("Invite this browser") : WS("Join the desk"),
        SPAN(""));
    struct page_form *const form =
        page_form_new(joined->arena, joined->question->route, joined->question->token,
                      joined->known ? WS("Invite it") : WS("Make my key"));
    struct page_block *const facts = page_add_facts(&page.head);
    struct span words;
    const enum status status = joining_desk_words(&joined->office, &words);
    if (status != OK)
        return status;
    page_pair(facts, WS("For"), person->name);
    page_pair(facts, WS("Your roles"),
              staff_role_set_words(joined->arena, person->roles));
    page_add_exact(
        &page.head,
        WS("These four words must stand on your invitation, too. If they differ, this "
           "is not the desk that invited you: stop here."),
        words);
    if (!joined->known)
        new_passphrase_suggest(&page.head);
    fields_add(joined, form);
    if (fault.count)
        page_form_fault(form, where, fault);
    page_add_form(&page.head, form);
    put(joined, &page, fault.count ? HTTP_WRONG_FORM : HTTP_OK);
    return OK;
}

/* --- what it does --- */

static void note(struct joined *joined, const char *what, struct span who)
{
    const struct access_note row = {
        .who = who, .what = what, .about = joined->joining.person.label};
    access_log_warn(&joined->office, access_log_note(&joined->office, &row));
}

static void key_words_add(struct joined *joined, struct page *page,
                          const struct staff_person *person)
{
    page_add_exact(&page->head,
                   WS("Tell the owner who invited you these eight words, in person or by "
                      "telephone. They see the same words and sign for you:"),
                   keys_words(joined->arena, person->recipient));
    page_way_add(joined->arena, &page_add_ways(&page->head)->ways, PAGE_WAY_BUTTON,
                 WS("See whether they have signed"), SPAN("/unlock"));
}

/* The browser gets its cookie in the house only: at the desk's own machine none is needed. */
static enum status device_give(struct joined *joined)
{
    struct span secret;
    if (!has_span_prefix(joined->question->origin, "https:"))
        return OK;
    const enum status status =
        devices_add(&joined->office, joined->joining.person.label, &secret);
    if (status == OK) {
        joined->answer->mark = WIRE_JOINED;
        joined->answer->who = span_copy(joined->arena, secret);
    }
    return status;
}

static enum status join_new(struct joined *joined)
{
    struct page page = page_init(joined->arena, WS("Your key is made"), SPAN(""));
    const enum status status =
        joining_make(&joined->office, &joined->joining, sent(joined, "passphrase"));
    if (status != OK)
        return status;
    note(joined, "joined", SPAN("no key"));
    key_words_add(joined, &page, &joined->joining.person);
    put(joined, &page, HTTP_OK);
    return device_give(joined);
}

static enum status join_known(struct joined *joined)
{
    scoped_keys keys = {0};
    const struct staff_person *person;
    const struct span label = joined->known->label;
    enum status status =
        keys_try(&joined->office, label, sent(joined, "passphrase"), &keys);
    if (status == STATUS_WRONG_PASSPHRASE)
        note(joined, "wrong passphrase", SPAN("no key"));
    if (status == OK)
        status = staff_need(&joined->office, &keys, STAFF_ROLES_ALL, &person);
    if (status == OK)
        status = joining_end(&joined->office, label);
    if (status != OK)
        return status;
    note(joined, "invited a browser", label);
    *joined->answer =
        (struct wire_answer){.http_status = HTTP_SEE_OTHER, .location = SPAN("/unlock")};
    return device_give(joined);
}

/* What is wrong with what was typed; NULL: nothing. */
static const char *typed_fault(const struct joined *joined, const char **out_where)
{
    const struct span passphrase = sent(joined, "passphrase");
    *out_where = "passphrase";
    if (joined->known)
        return passphrase.count ? NULL : WN("Type the passphrase of your key.");
    return new_passphrase_fault(passphrase, sent(joined, "again"), out_where);
}

static enum status form_take(struct joined *joined)
{
    const char *where;
    const char *const fault = typed_fault(joined, &where);
    if (fault)
        return form_show(joined, WS(fault), where);
    enum status status = office_change_begin(&joined->office);
    if (status != OK)
        return status;
    status = joined->known ? join_known(joined) : join_new(joined);
    office_change_end(&joined->office);
    if (status != STATUS_WRONG_PASSPHRASE)
        return status;
    status =
        form_show(joined, WS("That passphrase does not open this key. Type it again."),
                  "passphrase");
    joined->answer->mark = WIRE_WRONG_PASSPHRASE;
    return status;
}

static enum status join(struct joined *joined)
{
    const struct span route = joined->question->route;
    const int64_t now_s = clock_now().unix_ms / 1000;
    const struct staff *staff;
    enum status status =
        joining_find(&joined->office, span_cut(route, strlen(JOIN_ROUTE), route.count),
                     now_s, &joined->joining);
    if (status == STATUS_NOT_FOUND) {
        refuse(joined, HTTP_FORBIDDEN, WS("This address no longer works"),
               WS("It works for 48 hours and until its form is sent. Ask whoever invited "
                  "you for a new one."));
        return OK;
    }
    if (status == OK)
        status = staff_read(&joined->office, &staff);
    if (status != OK)
        return status;
    const struct staff_person *const known =
        staff_find(staff, joined->joining.person.label);
    joined->known = known && is_staff_present(known, now_s) ? known : NULL;
    return joined->question->is_change ? form_take(joined)
                                       : form_show(joined, SPAN(""), "");
}

/* --- whose browser --- */

/* Somebody has joined, and nobody has signed for them yet. */
static bool is_waiting(struct joined *joined, struct span label)
{
    struct page page =
        page_init(joined->arena, WS("Your key waits to be signed for"), SPAN(""));
    struct joining waiting;
    if (joining_read(&joined->office, label, &waiting) != OK || !waiting.is_joined)
        return false;
    key_words_add(joined, &page, &waiting.person);
    put(joined, &page, HTTP_FORBIDDEN);
    return true;
}

static enum status whose(struct joined *joined)
{
    struct devices devices;
    const enum status status = devices_read(&joined->office, &devices);
    if (status != OK)
        return status;
    const struct device *const device =
        devices_find(&devices, joined->question->device, clock_now().unix_ms / 1000);
    if (!device) {
        refuse(joined, HTTP_NOT_SIGNED_IN, WS("Not invited"),
               WS("This browser is no longer invited. Ask an owner for an address."));
        return OK;
    }
    if (!is_waiting(joined, device->label))
        *joined->answer = (struct wire_answer){
            .http_status = HTTP_SEE_OTHER,
            .mark = WIRE_KNOWN,
            .who = span_copy(joined->arena, device->label),
            .location = SPAN("/unlock"),
        };
    return OK;
}

void join_answer(const char *folder, const struct wire_question *question,
                 struct arena *arena, struct wire_answer *out_answer)
{
    struct joined joined = {.question = question, .arena = arena, .answer = out_answer};
    enum status status = office_open(folder, OFFICE_READ, &joined.office);
    if (status == OK)
        status =
            has_span_prefix(question->route, JOIN_ROUTE) ? join(&joined) : whose(&joined);
    if (status != OK)
        refuse(&joined, HTTP_FAILED, WS("This was not done"),
               pages_words_sentence(arena, span_of(status_last())));
    office_close(&joined.office);
}
