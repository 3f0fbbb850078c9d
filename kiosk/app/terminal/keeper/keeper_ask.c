#include "app/terminal/keeper/keeper_ask.h"

#include "app/common/software.h"
#include "app/terminal/doctor_page.h"
#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"
#include "base/must.h"

enum { ROOM_BYTES = 64 * 1024 };

enum status keeper_ask_init(int socket, struct keeper *keeper, struct keeper_port *port)
{
    *port = (struct keeper_port){.socket = socket, .keeper = keeper};
    enum status status = arena_init_guarded(&port->room, ROOM_BYTES, NULL);
    if (status == OK && !socket)
        status = arena_init_guarded(&port->service, KEEPER_SERVE_BYTES, NULL);
    return status;
}

void keeper_ask_done(struct keeper_port *port)
{
    arena_done(&port->room);
    arena_done(&port->service);
    *port = (struct keeper_port){0};
}

/* ---- the way there and back ---- */

/* One question: its fields, the sealed bytes at its end, and the answer. */
struct question {
    struct keeper_port *port;
    struct arena *arena; /* of the answer */
    struct buffer request;
    struct span bulk;
    struct wire reply;
};

static struct question question_begin(struct keeper_port *port, struct arena *arena,
                                      enum keeper_message kind)
{
    arena_reset(&port->room);
    return (struct question){.port = port,
                             .arena = arena ? arena : &port->room,
                             .request = keeper_message_begin(&port->room, kind)};
}

static enum status lost(void)
{
    return fail(STATUS_NO_LEDGER,
                "the process that keeps the results has ended and is started again");
}

/* The answer of somebody who was asked before is not heard. */
static bool is_gone(struct keeper_port *port)
{
    if (!is_link_waiting(port->socket))
        return false;
    link_drain(port->socket);
    port->is_cut = is_link_closed(port->socket) && link_again(port->socket) != OK;
    return true;
}

static enum status send(struct question *question)
{
    struct keeper_port *port = question->port;
    return link_send(port->socket, ++port->number, buffer_span(&question->request),
                     question->bulk);
}

static enum status ask_process(struct question *question, struct span *out_reply)
{
    struct keeper_port *port = question->port;
    const bool is_asked = port->is_begun;
    uint32_t number = 0;
    port->is_begun = false;
    if (!is_asked && is_gone(port))
        return lost();
    enum status status = is_asked ? OK : send(question);
    do {
        if (status == OK)
            status = link_receive(question->arena, port->socket, &number, out_reply);
    } while (status == OK && number != port->number && number != LINK_NOTICE);
    if (status == OK && number == LINK_NOTICE)
        return lost();
    if (status == OK)
        return OK;
    port->is_cut = port->is_cut || link_again(port->socket) != OK;
    return lost();
}

static enum status ask_here(struct question *question, struct span *out_reply)
{
    struct keeper_port *port = question->port;
    arena_reset(&port->service);
    struct buffer request = buffer_init(&port->service, LINK_MAX_BYTES);
    buffer_add(&request, buffer_span(&question->request));
    buffer_add(&request, question->bulk);
    *out_reply = span_copy(question->arena, keeper_serve(port->keeper, &port->service,
                                                         buffer_span(&request)));
    arena_reset(&port->service);
    return OK;
}

static enum status no_answer(void)
{
    return fail(STATUS_NO_LEDGER, "the answer of the ledger's process is none");
}

/* The terminal was updated. Screens that a ledger has answered before end, so that those of now are
 * started; at a start that would go on for ever. */
static enum status of_other_version(struct keeper_port *port)
{
    port->is_cut = port->is_other = port->has_answered;
    return fail(STATUS_UNSUPPORTED,
                "the process that keeps the results is of another version of this "
                "program than the screens: start the terminal again; if that does not "
                "help, install the package resonance-kiosk again");
}

/* Asks; after OK the fields of the answer stand in question->reply. */
static enum status asked(struct question *question)
{
    struct span reply = {0};
    must(!question->request.is_full);
    const enum status went = question->port->socket ? ask_process(question, &reply)
                                                    : ask_here(question, &reply);
    if (went != OK)
        return went;
    question->reply = (struct wire){.rest = reply};
    const uint64_t version = wire_take_number(&question->reply, UINT64_MAX);
    if (question->reply.is_wrong)
        return no_answer();
    if (version != keeper_message_version())
        return of_other_version(question->port);
    question->port->has_answered = true;
    const enum status status =
        (enum status)wire_take_number(&question->reply, KEEPER_STATUS_COUNT - 1);
    const struct span sentence =
        wire_take_span(&question->reply, KEEPER_SENTENCE_MAX_BYTES);
    if (question->reply.is_wrong)
        return no_answer();
    return status == OK ? OK : fail(status, "%.*s", SPAN_ARGS(sentence));
}

/* All of the answer has been read, and nothing in it was wrong. */
static enum status told(const struct question *question)
{
    return is_wire_taken(&question->reply) ? OK : no_answer();
}

static void put_moment(struct question *question, struct moment moment)
{
    wire_put_number(&question->request,
                    (uint64_t)(moment.unix_ms > 0 ? moment.unix_ms : 0));
}

/* What stands at the end of a request. */
static void put_bulk(struct question *question, struct span bulk)
{
    wire_put_number(&question->request, bulk.count);
    question->bulk = bulk;
}

static void take(struct question *question, void *out_bytes, size_t count)
{
    wire_take_bytes(&question->reply, out_bytes, count);
}

/* A question whose answer says only whether it was done. */
static enum status done(struct question *question)
{
    const enum status status = asked(question);
    return status == OK ? told(question) : status;
}

/* ---- the terminal ---- */

void keeper_ask_begin_open(struct keeper_port *port)
{
    if (!port->socket || port->is_begun || is_link_waiting(port->socket))
        return;
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_OPEN);
    port->is_begun = send(&question) == OK;
}

enum status keeper_ask_open(struct keeper_port *port,
                            struct keeper_ask_device *out_device)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_OPEN);
    struct keeper_ask_device device;
    enum status status = asked(&question);
    if (status != OK)
        return status;
    take(&question, device.id, sizeof device.id);
    take(&question, device.key, sizeof device.key);
    device.guards.bytes = (size_t)wire_take_number(&question.reply, SIZE_MAX);
    device.guards.locked_bytes = (size_t)wire_take_number(&question.reply, SIZE_MAX);
    status = told(&question);
    if (status == OK)
        *out_device = device;
    return status;
}

enum status keeper_ask_adopt(struct keeper_port *port, const struct config *config)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_ADOPT);
    wire_put_number(&question.request, (uint64_t)config->manifest->sequence);
    wire_put_bytes(&question.request, config->assessment_hash,
                   sizeof config->assessment_hash);
    wire_put_bytes(&question.request, config->keyset_hash, sizeof config->keyset_hash);
    return done(&question);
}

enum status keeper_ask_trust(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_TRUST);
    return done(&question);
}

enum status keeper_ask_expire(struct keeper_port *port, struct moment moment,
                              bool is_whole)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_EXPIRE);
    put_moment(&question, moment);
    wire_put_number(&question.request, is_whole);
    return done(&question);
}

enum status keeper_ask_count(struct keeper_port *port, size_t *out_count)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_COUNT_DRAFTS);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    const size_t count = (size_t)wire_take_number(&question.reply, SIZE_MAX);
    status = told(&question);
    if (status == OK)
        *out_count = count;
    return status;
}

enum status keeper_ask_space(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_SPACE);
    return done(&question);
}

/* ---- the person ---- */

static void take_found(struct question *question, struct keeper_found *found)
{
    struct wire *reply = &question->reply;
    found->role = (enum role)wire_take_number(reply, ROLES - 1);
    found->invite = (int64_t)wire_take_number(reply, INT64_MAX);
    found->vacancy = wire_take_span(reply, KEEPER_VACANCY_MAX_BYTES);
    found->is_used = wire_take_number(reply, 1);
    found->has_session = wire_take_number(reply, 1);
    found->has_key = wire_take_number(reply, 1);
    take(question, found->session_id, sizeof found->session_id);
    found->head = wire_take_span(reply, KEEPER_HEAD_MAX_BYTES);
    take(question, found->draft_key, sizeof found->draft_key);
    take(question, found->pseudonym, sizeof found->pseudonym);
    take(question, found->receipt_hash, sizeof found->receipt_hash);
    found->ticket = wire_take_span(reply, KEEPER_TICKET_MAX_BYTES);
}

enum status keeper_ask_find(struct keeper_port *port, struct arena *work,
                            struct span typed, struct moment moment,
                            struct keeper_found *out_found)
{
    struct question question = question_begin(port, work, KEEPER_MESSAGE_FIND);
    struct keeper_found found;
    wire_put_span(&question.request, span_cut(typed, 0, KEEPER_TYPED_MAX_BYTES));
    put_moment(&question, moment);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    take_found(&question, &found);
    status = told(&question);
    if (status == OK)
        *out_found = found;
    wipe(&found, sizeof found);
    return status;
}

enum status keeper_ask_knows(struct keeper_port *port, struct span typed)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_KNOWS);
    wire_put_span(&question.request, span_cut(typed, 0, KEEPER_TYPED_MAX_BYTES));
    return done(&question);
}

enum status keeper_ask_resume(struct keeper_port *port, struct span ticket,
                              const unsigned char *record_id,
                              struct keeper_place *out_place)
{
    static const unsigned char none[CHAIN_ID_BYTES];
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_RESUME);
    struct keeper_place place;
    wire_put_span(&question.request, ticket);
    wire_put_number(&question.request, record_id != NULL);
    wire_put_bytes(&question.request, record_id ? record_id : none, sizeof none);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    place.row_count = wire_take_number(&question.reply, INT64_MAX);
    take(&question, place.row_hash, sizeof place.row_hash);
    place.is_sealed = wire_take_number(&question.reply, 1);
    take(&question, place.sealed_hash, sizeof place.sealed_hash);
    status = told(&question);
    if (status == OK)
        *out_place = place;
    return status;
}

enum status keeper_ask_rows(struct keeper_port *port, struct arena *work, uint64_t from,
                            struct keeper_draft_page *out_page)
{
    struct question question = question_begin(port, work, KEEPER_MESSAGE_ROWS);
    struct keeper_draft_page page;
    wire_put_number(&question.request, from);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    page.count = (size_t)wire_take_number(&question.reply, KEEPER_DRAFT_PAGE_ROWS_MAX);
    page.is_last = wire_take_number(&question.reply, 1);
    page.is_damaged = wire_take_number(&question.reply, 1);
    page.rows = arena_array(work, struct drafts_row, page.count + 1);
    for (size_t i = 0; i < page.count; i++)
        page.rows[i] = (struct drafts_row){
            .number = wire_take_number(&question.reply, INT64_MAX),
            .type = (uint32_t)wire_take_number(&question.reply, 255),
            .sealed = wire_take_span(&question.reply, KEEPER_ROW_MAX_BYTES)};
    status = told(&question);
    if (status == OK)
        *out_page = page;
    return status;
}

enum status keeper_ask_begin(struct keeper_port *port,
                             const unsigned char record_id[CHAIN_ID_BYTES],
                             struct moment moment, unsigned char out_key[DRAFT_KEY_BYTES])
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_BEGIN);
    wire_put_bytes(&question.request, record_id, CHAIN_ID_BYTES);
    put_moment(&question, moment);
    const enum status status = asked(&question);
    if (status != OK)
        return status;
    take(&question, out_key, DRAFT_KEY_BYTES);
    return told(&question);
}

static enum status row_ask(struct keeper_port *port, enum keeper_message kind,
                           const struct drafts_row *row, struct moment moment)
{
    struct question question = question_begin(port, NULL, kind);
    put_moment(&question, moment);
    wire_put_number(&question.request, row->number);
    wire_put_number(&question.request, row->type);
    wire_put_span(&question.request, row->head);
    put_bulk(&question, row->sealed);
    return done(&question);
}

enum status keeper_ask_put(struct keeper_port *port, const struct drafts_row *row,
                           struct moment moment)
{
    return row_ask(port, KEEPER_MESSAGE_PUT, row, moment);
}

enum status keeper_ask_replace(struct keeper_port *port, const struct drafts_row *row,
                               struct moment moment)
{
    return row_ask(port, KEEPER_MESSAGE_REPLACE, row, moment);
}

enum status keeper_ask_slip(struct keeper_port *port, struct span sealed)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_SLIP);
    put_bulk(&question, sealed);
    return done(&question);
}

enum status keeper_ask_locate(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_LOCATE);
    return done(&question);
}

enum status keeper_ask_erase(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_ERASE);
    return done(&question);
}

enum status keeper_ask_append(struct keeper_port *port, enum header_type type,
                              struct moment moment, struct span payload,
                              unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char software[CHAIN_HASH_BYTES];
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_APPEND);
    software_hash(software);
    wire_put_number(&question.request, (uint64_t)type);
    put_moment(&question, moment);
    wire_put_bytes(&question.request, software, sizeof software);
    put_bulk(&question, payload);
    const enum status status = asked(&question);
    if (status != OK)
        return status;
    take(&question, out_hash, CHAIN_HASH_BYTES);
    return told(&question);
}

void keeper_ask_forget(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_FORGET);
    const enum status status = done(&question);
    (void)status;
    arena_reset(&port->room);
}

/* ---- staff ---- */

enum status keeper_ask_staff_open(struct keeper_port *port, struct span typed,
                                  struct moment moment, enum staff_pin *out_pin,
                                  int64_t *out_wait_s)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_STAFF_OPEN);
    wire_put_span(&question.request, span_cut(typed, 0, STAFF_PIN_MAX));
    put_moment(&question, moment);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    const enum staff_pin pin =
        (enum staff_pin)wire_take_number(&question.reply, STAFF_PIN_NONE);
    const int64_t wait_s = (int64_t)wire_take_number(&question.reply, INT32_MAX);
    status = told(&question);
    arena_reset(&port->room);
    if (status != OK)
        return status;
    *out_pin = pin;
    *out_wait_s = wait_s;
    return OK;
}

void keeper_ask_staff_close(struct keeper_port *port)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_STAFF_CLOSE);
    const enum status status = done(&question);
    (void)status; /* a keeper that has ended is closed, too */
}

enum status keeper_ask_staff_do(struct keeper_port *port, struct arena *arena,
                                const struct staff_wish *wish,
                                struct staff_done *out_done)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_STAFF_DO);
    struct staff_done done = {0};
    wire_put_number(&question.request, (uint64_t)wish->act);
    wire_put_number(&question.request, (uint64_t)wish->unix_s);
    put_moment(&question, wish->moment);
    wire_put_span(&question.request, span_cut(wish->words, 0, KEEPER_WORDS_MAX_BYTES));
    enum status status = asked(&question);
    if (status != OK)
        return status;
    done.came = (enum staff_came)wire_take_number(&question.reply, STAFF_CAME_FAILED);
    done.words =
        span_copy(arena, wire_take_span(&question.reply, KEEPER_SENTENCE_MAX_BYTES));
    done.from = wire_take_number(&question.reply, INT64_MAX);
    done.to = wire_take_number(&question.reply, INT64_MAX);
    status = told(&question);
    if (status == OK)
        *out_done = done;
    return status;
}

enum status keeper_ask_staff_facts(struct keeper_port *port,
                                   struct staff_facts *out_facts)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_STAFF_FACTS);
    struct staff_facts facts = {0};
    enum status status = asked(&question);
    if (status != OK)
        return status;
    facts.configuration = (int64_t)wire_take_number(&question.reply, INT32_MAX);
    facts.waiting = wire_take_number(&question.reply, INT64_MAX);
    facts.free_mb = wire_take_number(&question.reply, INT64_MAX);
    facts.is_synced = wire_take_number(&question.reply, 1);
    status = told(&question);
    if (status == OK)
        *out_facts = facts;
    return status;
}

enum status keeper_ask_staff_ready(struct keeper_port *port, struct arena *arena,
                                   struct span *out_text, size_t *out_wrong_count)
{
    struct question question = question_begin(port, NULL, KEEPER_MESSAGE_STAFF_READY);
    enum status status = asked(&question);
    if (status != OK)
        return status;
    const struct span text =
        span_copy(arena, wire_take_span(&question.reply, KEEPER_READY_MAX_BYTES));
    const size_t wrong_count =
        (size_t)wire_take_number(&question.reply, DOCTOR_LINES_MAX);
    status = told(&question);
    if (status != OK)
        return status;
    *out_text = text;
    *out_wrong_count = wrong_count;
    return OK;
}
