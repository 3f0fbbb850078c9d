#include "app/desk/agent/seat.h"

#include "app/desk/agent/gate.h"
#include "app/desk/agent/seat_pages.h"
#include "app/desk/office/log/access_log.h"

enum {
    HTTP_OK = 200,
    HTTP_SEE_OTHER = 303,
    HTTP_CONFLICT = 409,
    HTTP_WRONG_FORM = 422,
    HTTP_FAILED = 500,
};

#define HTML "text/html; charset=utf-8"

void seat_init(struct seat *seat, const char *folder)
{
    *seat = (struct seat){.folder = folder};
}

static void seat_lock(struct seat *seat)
{
    keys_close(&seat->keys);
    if (seat->is_open)
        office_close(&seat->office);
    seat->is_open = false;
}

void seat_done(struct seat *seat)
{
    seat_lock(seat);
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

/* What was sent of `name`; empty when it was not. */
static struct span sent(const struct wire_question *question, const char *name)
{
    const struct form_sent form = {question->fields, question->field_count};
    struct span value = SPAN("");
    (void)is_form_single(&form, name, &value);
    return value;
}

/* The page that asks for the passphrase; `fault`: what was wrong before. */
static void ask(struct seat *seat, const struct wire_question *question,
                struct span fault, struct arena *arena, struct wire_answer *out_answer)
{
    struct office office;
    struct span *labels = NULL;
    size_t count = 0;
    struct gate gate = {.title = SPAN("Unlock"), .fault = fault};
    enum status status = office_open(seat->folder, OFFICE_READ, &office);
    if (status == OK)
        status = keys_labels(&office, &labels, &count);
    if (status == OK && count) {
        gate.action = SPAN("/unlock");
        gate.token = question->token;
        gate.button = SPAN("Unlock");
        gate.keys = labels;
        gate.key_count = count < GATE_KEYS_MAX ? count : GATE_KEYS_MAX;
        gate.key_chosen = sent(question, "person");
        gate.sentences[gate.sentence_count++] =
            span_format(arena, "%.*s", SPAN_ARGS(office.organization->name));
    } else {
        gate.sentences[gate.sentence_count++] =
            status == OK
                ? SPAN("There is no key here that opens results.")
                : span_format(arena, "The desk cannot be unlocked: %s.", status_last());
    }
    show(arena, &gate, fault.count ? HTTP_WRONG_FORM : HTTP_OK, out_answer);
    office_close(&office);
}

static void note(struct seat *seat, const char *what, struct span who, struct span about)
{
    const struct access_note row = {.who = who, .what = what, .about = about};
    access_log_note(&seat->office, &row);
}

/* The keys of `person`, and the office with them. */
static enum status unlock(struct seat *seat, struct span person, struct span passphrase)
{
    enum status status = office_open(seat->folder, OFFICE_READ, &seat->office);
    if (status != OK)
        return status;
    seat->is_open = true;
    status = keys_try(&seat->office, person, passphrase, &seat->keys);
    if (status == STATUS_WRONG_PASSPHRASE)
        note(seat, "wrong passphrase", SPAN("no key"), person);
    if (status == OK)
        note(seat, "unlocked", person, SPAN(""));
    if (status != OK)
        seat_lock(seat);
    return status;
}

static void try(struct seat *seat, const struct wire_question *question,
                struct arena *arena, struct wire_answer *out_answer)
{
    const struct span person = sent(question, "person");
    const enum status status = unlock(seat, person, sent(question, "passphrase"));
    if (status == OK) {
        go_on("/", WIRE_UNLOCKED, out_answer);
        out_answer->who = span_copy(arena, person);
        return;
    }
    ask(seat, question,
        status == STATUS_WRONG_PASSPHRASE
            ? SPAN("That passphrase does not open this key. Type it again.")
            : span_format(arena, "This key was not opened: %s.", status_last()),
        arena, out_answer);
    if (status == STATUS_WRONG_PASSPHRASE)
        out_answer->mark = WIRE_WRONG_PASSPHRASE;
}

static void answer_locked(struct seat *seat, const struct wire_question *question,
                          struct arena *arena, struct wire_answer *out_answer)
{
    const bool is_unlock = is_span(question->route, "/unlock");
    if (is_unlock && question->is_change)
        try(seat, question, arena, out_answer);
    else if (is_unlock)
        ask(seat, question, SPAN(""), arena, out_answer);
    else if (question->is_change)
        ask(seat, question,
            SPAN("The desk was locked before this came, so nothing was done. Unlock it, "
                 "and send it again."),
            arena, out_answer);
    else
        go_on("/unlock", WIRE_LOCKED, out_answer);
}

void seat_answer(struct seat *seat, const struct wire_question *question,
                 struct arena *arena, struct wire_answer *out_answer)
{
    if (!seat->is_open) {
        answer_locked(seat, question, arena, out_answer);
        return;
    }
    if (is_span(question->route, "/unlock")) {
        go_on("/", WIRE_SHOWN, out_answer);
        return;
    }
    const enum status status =
        seat_pages_answer(&seat->office, &seat->keys, question, arena, out_answer);
    if (status == OK)
        return;
    const struct gate gate = {
        .title = SPAN("This page cannot be shown"),
        .sentences = {span_format(arena, "%s.", status_last())},
        .sentence_count = 1,
        .link = SPAN("/"),
        .link_words = SPAN("Go back to the first page"),
    };
    show(arena, &gate, HTTP_FAILED, out_answer);
    out_answer->mark = WIRE_SHOWN;
}
