#include "app/desk/agent/seat.h"

#include "app/desk/agent/carry.h"
#include "app/desk/agent/contract.h"
#include "app/desk/agent/founding/found.h"
#include "app/desk/agent/gate.h"
#include "app/desk/agent/join.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/office/staff/devices.h"
#include "app/desk/office/staff/staff.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum {
    HTTP_OK = 200,
    HTTP_SEE_OTHER = 303,
    HTTP_NOT_SIGNED_IN = 401,
    HTTP_WRONG_FORM = 422,
    HTTP_FAILED = 500,
};

#define HTML "text/html; charset=utf-8"

void seat_init(struct seat *seat, const char *folder)
{
    *seat = (struct seat){.folder = folder};
}

static void founded_forget(struct seat *seat)
{
    if (seat->founded.count)
        arena_done(&seat->founded_memory);
    seat->founded = SPAN("");
}

void seat_done(struct seat *seat)
{
    founded_forget(seat);
    pages_close(seat->pages);
    seat->pages = NULL;
}

static void show(struct arena *arena, const struct gate *gate, int http_status,
                 struct wire_answer *out_answer)
{
    *out_answer = (struct wire_answer){
        .http_status = http_status,
        .mark = WIRE_LOCKED,
        .type = SPAN(HTML),
        .body = gate_page(arena, gate),
    };
}

static void go_on(const char *place, enum wire_mark mark, struct wire_answer *out_answer)
{
    *out_answer = (struct wire_answer){
        .http_status = HTTP_SEE_OTHER, .mark = mark, .location = span_of(place)};
}

/* What an invited browser is now; STATUS_NOT_FOUND when it is not any more. */
static enum status device_find(struct office *office, struct span secret,
                               const struct device **out_device)
{
    struct devices *const devices = arena_new(&office->arena, struct devices);
    const enum status status = devices_read(office, devices);
    if (status != OK)
        return status;
    *out_device = devices_find(devices, secret, clock_now().unix_ms / 1000);
    return *out_device ? OK
                       : fail(STATUS_NOT_FOUND, "this browser is not invited any more");
}

/* Whose passphrase is asked for: at the desk's own machine one of all that are here; an invited
 * browser is one person's. */
static enum status labels_find(struct office *office,
                               const struct wire_question *question,
                               struct span **out_labels, size_t *out_count)
{
    const struct device *device;
    if (!question->device.count)
        return keys_labels(office, out_labels, out_count);
    const enum status status = device_find(office, question->device, &device);
    if (status != OK)
        return status;
    *out_labels = arena_new(&office->arena, struct span);
    **out_labels = device->label;
    *out_count = 1;
    return OK;
}

/* A form that founds, sent where somebody has founded meanwhile. */
static bool is_late_founder(const struct wire_question *question)
{
    return question->is_change && is_span(question->route, FOUND_ROUTE);
}

/* The fields of the page that asks for the passphrase, and what becomes of a form that came while
 * the desk was locked. */
static void fields_ask(struct gate *gate, const struct wire_question *question,
                       struct arena *arena, const struct carry *carry)
{
    gate->action = SPAN("/unlock");
    gate->token = question->token;
    gate->button = WS("Unlock");
    gate->key_chosen = wire_question_field(question, "person");
    gate->hidden = carry_hidden(arena, carry);
    if (is_late_founder(question))
        gate->sentences[gate->sentence_count++] = WS(
            "An organization was founded here meanwhile. Nothing was done with your form.");
    else if (carry->route.count)
        gate->sentences[gate->sentence_count++] =
            WS("The desk was locked before your form came, so nothing was done. What you "
               "wrote comes back when you have unlocked it.");
}

/* The page that asks for the passphrase; `fault`: what was wrong before. */
static void ask(struct seat *seat, const struct wire_question *question,
                struct span fault, struct arena *arena, struct wire_answer *out_answer)
{
    struct office office;
    struct span *labels = NULL;
    size_t count = 0;
    struct gate gate = {.title = WS("Unlock the desk"), .fault = fault};
    const struct carry carry = question->is_change && !is_late_founder(question)
                                   ? carry_of(arena, question)
                                   : (struct carry){.route = SPAN("")};
    enum status status = office_open(seat->folder, OFFICE_READ, &office);
    if (status == OK)
        status = labels_find(&office, question, &labels, &count);
    if (status == OK && count) {
        gate.organization = office.organization->name;
        gate.keys = labels;
        gate.key_count = count < GATE_KEYS_MAX ? count : GATE_KEYS_MAX;
        fields_ask(&gate, question, arena, &carry);
    } else if (!fault.count) {
        gate.fault = status == OK ? WS("There is no key here that opens results.")
                                  : pages_words_sentence(arena, span_of(status_last()));
    }
    const bool is_undone =
        gate.fault.count || carry.route.count || is_late_founder(question);
    show(arena, &gate, is_undone ? HTTP_WRONG_FORM : HTTP_OK, out_answer);
    office_close(&office);
}

static void note(struct office *office, const char *what, struct span who,
                 struct span about)
{
    const struct access_note row = {.who = who, .what = what, .about = about};
    access_log_warn(office, access_log_note(office, &row));
}

/* The keys of `person`, and the office with them. */
static enum status unlock(struct seat *seat, struct span person, struct span passphrase)
{
    struct office office;
    struct keys keys = {0};
    const struct staff_person *found;
    enum status status = office_open(seat->folder, OFFICE_READ, &office);
    if (status != OK)
        return status;
    status = keys_try(&office, person, passphrase, &keys);
    if (status == STATUS_WRONG_PASSPHRASE)
        note(&office, "wrong passphrase", SPAN("no key"), person);
    if (status == OK)
        status = staff_need(&office, &keys, STAFF_ROLES_ALL, &found);
    if (status == OK)
        note(&office, "unlocked", person, SPAN(""));
    if (status == OK)
        status = pages_open(&office, &keys, NULL, &seat->pages);
    keys_close(&keys);
    office_close(&office);
    return status;
}

/* Nothing of it is done before it is sent again. */
static void give_back(const struct wire_question *question, const struct carry *carry,
                      struct arena *arena, struct wire_answer *out_answer)
{
    const struct gate gate = {
        .title = WS("What you wrote"),
        .sentences = {WS("The desk is unlocked. Nothing was done with your form yet.")},
        .sentence_count = 1,
        .action = carry->route,
        .token = question->token,
        .button = WS("Send it now"),
        .hidden = carry->form,
        .shown = carry->form,
        .link = SPAN("/"),
        .link_words = WS("Go to Today"),
    };
    show(arena, &gate, HTTP_OK, out_answer);
    out_answer->mark = WIRE_UNLOCKED;
}

/* From an invited browser only its own person unlocks. */
static bool is_own(struct seat *seat, const struct wire_question *question,
                   struct span person)
{
    struct office office;
    const struct device *device;
    enum status status = office_open(seat->folder, OFFICE_READ, &office);
    if (status == OK)
        status = device_find(&office, question->device, &device);
    const bool is_same = status == OK && is_span_equal(device->label, person);
    office_close(&office);
    return is_same;
}

static void try(struct seat *seat, const struct wire_question *question,
                struct arena *arena, struct wire_answer *out_answer)
{
    const struct span person = wire_question_field(question, "person");
    if (question->device.count && !is_own(seat, question, person)) {
        ask(seat, question, WS("This browser is not invited for that key."), arena,
            out_answer);
        return;
    }
    const enum status status =
        unlock(seat, person, wire_question_field(question, "passphrase"));
    if (status == OK) {
        const struct carry carry = carry_of(arena, question);
        if (carry.route.count)
            give_back(question, &carry, arena, out_answer);
        else
            go_on("/", WIRE_UNLOCKED, out_answer);
        out_answer->who = span_copy(arena, person);
        return;
    }
    ask(seat, question,
        !person.count ? WS("Choose whose key it is.")
        : status == STATUS_WRONG_PASSPHRASE
            ? WS("That passphrase does not open this key. Type it again.")
            : pages_words_sentence(arena, span_of(status_last())),
        arena, out_answer);
    if (status == STATUS_WRONG_PASSPHRASE)
        out_answer->mark = WIRE_WRONG_PASSPHRASE;
}

static void founded_keep(struct seat *seat, struct span body)
{
    if (arena_init_guarded(&seat->founded_memory, body.count + 1, NULL) == OK)
        seat->founded = span_copy(&seat->founded_memory, body);
}

/* Whoever has founded it is at work in it at once. */
static void found(struct seat *seat, const struct wire_question *question,
                  struct arena *arena, struct wire_answer *out_answer)
{
    struct span label;
    if (!found_answer(seat->folder, question, arena, out_answer, &label)) {
        out_answer->mark = WIRE_LOCKED;
        return;
    }
    founded_keep(seat, out_answer->body);
    if (unlock(seat, label, wire_question_field(question, "passphrase")) != OK)
        return; /* the sheet is shown all the same; the way on asks for the passphrase */
    out_answer->mark = WIRE_UNLOCKED;
    out_answer->who = span_copy(arena, label);
}

static void answer_locked(struct seat *seat, const struct wire_question *question,
                          struct arena *arena, struct wire_answer *out_answer)
{
    const bool is_unlock = is_span(question->route, "/unlock");
    if (!has_span_prefix(question->origin, "https:") && is_found_wanted(seat->folder))
        found(seat, question, arena, out_answer);
    else if (is_unlock && question->is_change)
        try(seat, question, arena, out_answer);
    else if (is_unlock || question->is_change)
        ask(seat, question, SPAN(""), arena, out_answer);
    else
        go_on("/unlock", WIRE_LOCKED, out_answer);
}

static void answer_open(struct seat *seat, const struct wire_question *question,
                        struct arena *arena, struct wire_answer *out_answer)
{
    const struct pages_question asked = {
        .method = question->is_change ? PAGES_POST : PAGES_GET,
        .route = question->route,
        .fields = question->fields,
        .field_count = question->field_count,
        .token = question->token,
        .origin = question->origin,
        .certificate_until_s = seat->certificate_until_s,
        .on_progress = seat->on_progress,
    };
    struct pages_answer given = {0};
    if (pages_answer(seat->pages, &asked, arena, &given) == OK) {
        *out_answer = (struct wire_answer){
            .http_status = given.http_status,
            .mark = given.is_wrong_passphrase ? WIRE_WRONG_PASSPHRASE : WIRE_SHOWN,
            .type = given.type,
            .location = given.location,
            .download = given.download,
            .body = given.body,
        };
        return;
    }
    const struct gate gate = {
        .title = WS("This page cannot be shown"),
        .fault = pages_words_sentence(arena, span_of(status_last())),
        .link = SPAN("/"),
        .link_words = WS("Go to Today"),
    };
    show(arena, &gate, HTTP_FAILED, out_answer);
    out_answer->mark = WIRE_SHOWN;
}

/* The browser was removed while it was here: it gets nothing more, whatever it asks. */
static bool is_gone(struct seat *seat, const struct wire_question *question,
                    struct arena *arena, struct wire_answer *out_answer)
{
    struct office office;
    const struct device *device;
    if (!question->device.count)
        return false;
    enum status status = office_open(seat->folder, OFFICE_READ, &office);
    if (status == OK)
        status = device_find(&office, question->device, &device);
    office_close(&office);
    if (status != STATUS_NOT_FOUND)
        return false;
    const struct gate gate = {
        .title = WS("Not invited"),
        .sentences = {WS("This browser is no longer invited. Ask an owner for an "
                         "address.")},
        .sentence_count = 1,
    };
    show(arena, &gate, HTTP_NOT_SIGNED_IN, out_answer);
    out_answer->mark = WIRE_GONE;
    return true;
}

/* Whether it is the form that has just founded, sent once more. */
static bool is_founded_again(struct seat *seat, const struct wire_question *question,
                             struct arena *arena, struct wire_answer *out_answer)
{
    if (!seat->founded.count)
        return false;
    if (!question->is_change || !is_span(question->route, FOUND_ROUTE)) {
        founded_forget(seat);
        return false;
    }
    *out_answer = (struct wire_answer){
        .http_status = HTTP_OK,
        .mark = seat->pages ? WIRE_SHOWN : WIRE_LOCKED,
        .type = SPAN(HTML),
        .body = span_copy(arena, seat->founded),
    };
    return true;
}

void seat_answer(struct seat *seat, const struct wire_question *question,
                 struct arena *arena, struct wire_answer *out_answer)
{
    if (is_founded_again(seat, question, arena, out_answer))
        return;
    if (is_span(question->route, CONTRACT_PORTER_DEVICE) ||
        has_span_prefix(question->route, JOIN_ROUTE))
        join_answer(seat->folder, question, arena, out_answer);
    else if (is_gone(seat, question, arena, out_answer))
        return;
    else if (!seat->pages)
        answer_locked(seat, question, arena, out_answer);
    else if (is_span(question->route, "/unlock"))
        go_on("/", WIRE_SHOWN, out_answer);
    else
        answer_open(seat, question, arena, out_answer);
}
