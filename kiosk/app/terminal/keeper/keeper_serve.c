#include "app/terminal/keeper/keeper_serve.h"

#include "app/terminal/keeper/keeper_append.h"
#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/staff/keeper_doctor.h"
#include "app/terminal/staff/keeper_staff.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"
#include "app/terminal/slip/keeper_slip.h"
#include "app/terminal/ready.h"
#include "base/must.h"
#include "machine/lock_state.h"

/* One message on its way through: the fields that come, and those that go. */
struct service {
    struct keeper *keeper;
    struct arena *arena;
    struct wire request;
    struct buffer reply;
};

static enum status malformed(void)
{
    return fail(STATUS_BAD_INPUT, "a message between the terminal's processes is none");
}

/* Every field has been read. */
static enum status taken(const struct service *service)
{
    return is_wire_taken(&service->request) ? OK : malformed();
}

static uint64_t take_number(struct service *service, uint64_t most)
{
    return wire_take_number(&service->request, most);
}

/* Who has taken over the screens must not end waits and sittings by naming a later day. */
static struct moment take_moment(struct service *service)
{
    const int64_t told_ms = (int64_t)take_number(service, INT64_MAX);
    return (struct moment){.unix_ms = service->keeper->has_clock ? clock_now().unix_ms
                                                                 : told_ms};
}

/* ---- the terminal ---- */

static enum status open(struct service *service)
{
    struct keeper *keeper = service->keeper;
    const struct keeper_folders folders = keeper->folders;
    const int stick = keeper->stick, machine = keeper->machine;
    const bool is_staff = keeper->is_staff, has_clock = keeper->has_clock;
    enum status status = taken(service);
    if (status != OK)
        return status;
    keeper_close(keeper);
    status = seal_start();
    if (status == OK && !can_seal_lock())
        status = fail(STATUS_REFUSED,
                      "answers could reach the swap: allow this program to lock memory "
                      "(LimitMEMLOCK=64M in its unit)");
    if (status == OK)
        status = keeper_open(folders, keeper);
    if (status == OK)
        status = keeper_check_here(keeper);
    if (status != OK)
        keeper_close(keeper);
    if (status == OK && folders.words)
        status = keeper_expect(keeper);
    keeper->folders = folders;
    keeper->stick = stick;
    keeper->machine = machine;
    keeper->is_staff = is_staff;
    keeper->has_clock = has_clock;
    keeper->slot = -1;
    if (status != OK)
        return status;
    const struct arena_guards guards = arena_guards();
    wire_put_bytes(&service->reply, keeper->device_id, sizeof keeper->device_id);
    wire_put_bytes(&service->reply, keeper->device_key, sizeof keeper->device_key);
    wire_put_number(&service->reply, guards.bytes);
    wire_put_number(&service->reply, guards.locked_bytes);
    return OK;
}

static enum status adopt(struct service *service)
{
    unsigned char assessment_hash[CHAIN_HASH_BYTES], keyset_hash[CHAIN_HASH_BYTES];
    const int64_t sequence = (int64_t)take_number(service, INT64_MAX);
    wire_take_bytes(&service->request, assessment_hash, sizeof assessment_hash);
    wire_take_bytes(&service->request, keyset_hash, sizeof keyset_hash);
    const enum status status = taken(service);
    return status == OK ? keeper_adopt_folder(service->keeper, sequence, assessment_hash,
                                              keyset_hash)
                        : status;
}

static enum status trust(struct service *service)
{
    const enum status status = taken(service);
    return status == OK ? keeper_trust(service->keeper) : status;
}

static enum status expire(struct service *service)
{
    const struct moment moment = take_moment(service);
    const bool is_whole = take_number(service, 1);
    const enum status status = taken(service);
    return status == OK ? keeper_expire(service->keeper, moment, is_whole) : status;
}

static enum status count_drafts(struct service *service)
{
    size_t count = 0;
    enum status status = taken(service);
    if (status == OK)
        status = keeper_count_drafts(service->keeper, &count);
    wire_put_number(&service->reply, count);
    return status;
}

static enum status space(struct service *service)
{
    const struct keeper *keeper = service->keeper;
    const char *lock = keeper->folders.lock;
    enum status status = taken(service);
    if (status == OK)
        status = ready_space(keeper->folders.data);
    if (status == OK && keeper->config && keeper->config->terminal->is_locked)
        status = lock_state_check(lock ? lock : LOCK_STATE_FILE);
    return status;
}

/* ---- the person ---- */

/* Before a configuration there are no codes. */
static enum status configured(const struct service *service)
{
    const enum status status = taken(service);
    if (status == OK && !service->keeper->config)
        return fail(STATUS_NO_LEDGER, "no configuration was adopted");
    return status;
}

static void put_found(struct buffer *reply, const struct keeper_found *found)
{
    wire_put_number(reply, (uint64_t)found->role);
    wire_put_number(reply, (uint64_t)found->invite);
    wire_put_span(reply, found->vacancy);
    wire_put_number(reply, found->is_used);
    wire_put_number(reply, found->has_session);
    wire_put_number(reply, found->has_key);
    wire_put_bytes(reply, found->session_id, sizeof found->session_id);
    wire_put_span(reply, found->head);
    wire_put_bytes(reply, found->draft_key, sizeof found->draft_key);
    wire_put_bytes(reply, found->pseudonym, sizeof found->pseudonym);
    wire_put_bytes(reply, found->receipt_hash, sizeof found->receipt_hash);
    wire_put_span(reply, found->ticket);
}

static enum status find(struct service *service)
{
    struct keeper_found found;
    const struct span typed = wire_take_span(&service->request, KEEPER_TYPED_MAX_BYTES);
    const struct moment moment = take_moment(service);
    enum status status = configured(service);
    if (status == OK)
        status = keeper_find(service->keeper, service->arena, typed, moment, &found);
    if (status != OK)
        return status;
    put_found(&service->reply, &found);
    wipe(&found, sizeof found);
    return OK;
}

static enum status knows(struct service *service)
{
    const struct span typed = wire_take_span(&service->request, KEEPER_TYPED_MAX_BYTES);
    const enum status status = configured(service);
    return status == OK ? keeper_knows(service->keeper, typed) : status;
}

static enum status resume(struct service *service)
{
    unsigned char record_id[CHAIN_ID_BYTES];
    struct keeper_place place;
    const struct span ticket = wire_take_span(&service->request, KEEPER_TICKET_MAX_BYTES);
    const bool has_record = take_number(service, 1);
    wire_take_bytes(&service->request, record_id, sizeof record_id);
    enum status status = configured(service);
    if (status == OK)
        status = keeper_resume(service->keeper, service->arena, ticket,
                               has_record ? record_id : NULL, &place);
    if (status != OK)
        return status;
    wire_put_number(&service->reply, place.row_count);
    wire_put_bytes(&service->reply, place.row_hash, sizeof place.row_hash);
    wire_put_number(&service->reply, place.is_sealed);
    wire_put_bytes(&service->reply, place.sealed_hash, sizeof place.sealed_hash);
    return OK;
}

static enum status rows(struct service *service)
{
    struct keeper_draft_page page;
    const uint64_t from = take_number(service, INT64_MAX);
    enum status status = configured(service);
    if (status == OK)
        status = keeper_draft_rows(service->keeper, service->arena, from, &page);
    if (status != OK)
        return status;
    wire_put_number(&service->reply, page.count);
    wire_put_number(&service->reply, page.is_last);
    wire_put_number(&service->reply, page.is_damaged);
    for (size_t i = 0; i < page.count; i++) {
        wire_put_number(&service->reply, page.rows[i].number);
        wire_put_number(&service->reply, page.rows[i].type);
        wire_put_span(&service->reply, page.rows[i].sealed);
    }
    return OK;
}

static enum status begin(struct service *service)
{
    unsigned char record_id[CHAIN_ID_BYTES], key[DRAFT_KEY_BYTES] = {0};
    wire_take_bytes(&service->request, record_id, sizeof record_id);
    const struct moment moment = take_moment(service);
    enum status status = configured(service);
    if (status == OK)
        status = keeper_draft_begin(service->keeper, record_id, moment, key);
    wire_put_bytes(&service->reply, key, sizeof key);
    wipe(key, sizeof key);
    return status;
}

static struct drafts_row take_row(struct service *service)
{
    struct drafts_row row = {.number = take_number(service, INT64_MAX),
                             .type = (uint32_t)take_number(service, 255)};
    row.head = wire_take_span(&service->request, KEEPER_HEAD_MAX_BYTES);
    row.sealed = wire_take_span(&service->request, KEEPER_ROW_MAX_BYTES);
    return row;
}

static enum status put(struct service *service)
{
    const struct moment moment = take_moment(service);
    const struct drafts_row row = take_row(service);
    const enum status status = configured(service);
    return status == OK ? keeper_draft_put(service->keeper, &row, moment) : status;
}

static enum status locate(struct service *service)
{
    const enum status status = configured(service);
    return status == OK ? keeper_draft_locate(service->keeper) : status;
}

static enum status append(struct service *service)
{
    unsigned char hash[CHAIN_HASH_BYTES] = {0}, software[CHAIN_HASH_BYTES];
    const uint64_t type = take_number(service, HEADER_EVENT);
    const struct moment moment = take_moment(service);
    wire_take_bytes(&service->request, software, sizeof software);
    const struct span payload =
        wire_take_span(&service->request, KEEPER_PAYLOAD_MAX_BYTES);
    enum status status = configured(service);
    if (status == OK && type != HEADER_RESULT && type != HEADER_START &&
        type != HEADER_EVENT)
        status = malformed();
    if (status == OK)
        status = keeper_append(service->keeper, (enum header_type)type, moment, software,
                               payload, hash);
    wire_put_bytes(&service->reply, hash, sizeof hash);
    return status;
}

static enum status replace(struct service *service)
{
    const struct moment moment = take_moment(service);
    const struct drafts_row row = take_row(service);
    const enum status status = configured(service);
    return status == OK ? keeper_draft_replace(service->keeper, &row, moment) : status;
}

static enum status erase(struct service *service)
{
    const enum status status = configured(service);
    return status == OK ? keeper_draft_erase(service->keeper) : status;
}

static enum status forget(struct service *service)
{
    const enum status status = taken(service);
    keeper_forget(service->keeper);
    return status;
}

static enum status slip(struct service *service)
{
    const struct span sealed = wire_take_span(&service->request, SLIP_SEALED_MOST);
    const enum status status = configured(service);
    return status == OK ? keeper_slip_put(service->keeper, sealed) : status;
}

/* ---- staff ---- */

static enum status staff_open(struct service *service)
{
    enum staff_pin pin = STAFF_PIN_WRONG;
    int64_t wait_s = 0;
    const struct span typed = wire_take_span(&service->request, STAFF_PIN_MAX);
    const struct moment moment = take_moment(service);
    enum status status = taken(service);
    if (status == OK)
        status = keeper_staff_open(service->keeper, typed, moment, &pin, &wait_s);
    wire_put_number(&service->reply, (uint64_t)pin);
    wire_put_number(&service->reply, (uint64_t)wait_s);
    return status;
}

static enum status staff_close(struct service *service)
{
    const enum status status = taken(service);
    keeper_staff_close(service->keeper);
    return status;
}

static enum status staff_do(struct service *service)
{
    struct staff_done done = {0};
    struct staff_wish wish;
    wish.act = (enum staff_act)take_number(service, STAFF_ACT_COUNT - 1);
    wish.unix_s = (int64_t)take_number(service, INT64_MAX);
    wish.moment = take_moment(service);
    wish.words = wire_take_span(&service->request, KEEPER_WORDS_MAX_BYTES);
    enum status status = taken(service);
    if (status == OK)
        status = keeper_staff_do(service->keeper, service->arena, &wish, &done);
    wire_put_number(&service->reply, (uint64_t)done.came);
    wire_put_span(&service->reply, done.words);
    wire_put_number(&service->reply, done.from);
    wire_put_number(&service->reply, done.to);
    return status;
}

static enum status staff_facts(struct service *service)
{
    struct staff_facts facts = {0};
    enum status status = taken(service);
    if (status == OK)
        status = keeper_staff_facts(service->keeper, &facts);
    wire_put_number(&service->reply, (uint64_t)facts.configuration);
    wire_put_number(&service->reply, facts.waiting);
    wire_put_number(&service->reply, facts.free_mb);
    wire_put_number(&service->reply, facts.is_synced);
    return status;
}

static enum status staff_ready(struct service *service)
{
    struct span text = SPAN("");
    size_t wrong_count = 0;
    enum status status = taken(service);
    if (status == OK)
        status = keeper_doctor_text(service->keeper, service->arena, &text, &wrong_count);
    wire_put_span(&service->reply, text);
    wire_put_number(&service->reply, wrong_count);
    return status;
}

/* ---- all of them ---- */

static enum status (*const services[])(struct service *service) = {
#define MESSAGE(name, function) [KEEPER_MESSAGE_##name] = (function),
#include "app/terminal/keeper/keeper_message.def"
#undef MESSAGE
};

static enum status serve(struct service *service)
{
    const uint64_t version = take_number(service, UINT64_MAX);
    if (service->request.is_wrong)
        return malformed();
    if (version != keeper_message_version())
        return fail(STATUS_UNSUPPORTED, "the screens are of another version of this "
                                        "program than the process that keeps the "
                                        "results");
    const uint64_t kind = take_number(service, KEEPER_MESSAGE_COUNT - 1);
    if (service->request.is_wrong)
        return malformed();
    if (kind != KEEPER_MESSAGE_OPEN && !service->keeper->ledger)
        return fail(STATUS_NO_LEDGER, "drafts.db and ledger.db are not open");
    return services[kind](service);
}

struct span keeper_serve(struct keeper *keeper, struct arena *arena, struct span request)
{
    struct service service = {
        .keeper = keeper,
        .arena = arena,
        .request = {.rest = request},
        .reply = buffer_init(arena, LINK_MAX_BYTES),
    };
    struct buffer reply = buffer_init(arena, LINK_MAX_BYTES);
    const enum status status = serve(&service);
    must(!service.reply.is_full);
    wire_put_number(&reply, keeper_message_version());
    wire_put_number(&reply, (uint64_t)status);
    wire_put_span(&reply, span_of(status == OK ? "" : status_last()));
    if (status == OK)
        buffer_add(&reply, buffer_span(&service.reply));
    return buffer_span(&reply);
}
