#include "app/terminal/staff/keeper_staff.h"

#include "app/common/console.h"
#include "app/common/public_words.h"
#include "app/common/request_words.h"
#include "app/terminal/keeper/keeper_append.h"
#include "app/terminal/keeper/keeper_entries.h"
#include "app/terminal/keeper/keeper_number.h"
#include "app/terminal/keeper/keeper_received.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/trust.h"
#include "base/file.h"
#include "app/terminal/slip/keeper_slip.h"
#include "seal/code/pin.h"
#include "helper/helper_ask.h"
#include "machine/machine_clock.h"
#include "machine/machine_message.h"
#include "stick/stick_message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum {
    FREE_TRIES = 3,
    FIRST_WAIT_S = 30,
    WAIT_MAX_S = 3600,
    ENTRIES_ARENA_BYTES = 1 << 20
};
#define PIN_KEPT "staff-pin"      /* piece of the ledger: the hash; a blank: none */
#define WRONG_COUNT "staff-wrong" /* wrong ones since the last right one */
#define WRONG_AT "staff-wrong-at" /* seconds since 1970 of the last */

/* ---- the PIN ---- */

static int64_t wait_after(int64_t wrong_count)
{
    int64_t wait = wrong_count < FREE_TRIES ? 0 : FIRST_WAIT_S;
    for (int64_t i = FREE_TRIES; i < wrong_count && wait < WAIT_MAX_S; i++)
        wait *= 2;
    return wait < WAIT_MAX_S ? wait : WAIT_MAX_S;
}

/* A clock that was set back must not lock staff out for longer than they would have to wait. */
static enum status wait_left(struct keeper *keeper, struct moment moment,
                             int64_t *out_count, int64_t *out_wait_s)
{
    int64_t at_s = 0;
    const int64_t now_s = moment.unix_ms / 1000;
    enum status status = keeper_number_get(keeper, WRONG_COUNT, out_count);
    if (status == OK)
        status = keeper_number_get(keeper, WRONG_AT, &at_s);
    if (status != OK)
        return status;
    const int64_t wait_s = wait_after(*out_count);
    if (now_s < at_s)
        at_s = now_s;
    *out_wait_s = at_s + wait_s > now_s ? at_s + wait_s - now_s : 0;
    return OK;
}

/* Counted before it is tried: to cut the power off while it is being tried gains nothing. */
static enum status pin_try(struct keeper *keeper, struct span hash, struct span typed,
                           struct moment moment, enum staff_pin *out_pin,
                           int64_t *out_wait_s)
{
    int64_t count = 0;
    enum status status = wait_left(keeper, moment, &count, out_wait_s);
    if (status == OK && (*out_wait_s || !typed.count)) {
        *out_pin = *out_wait_s ? STAFF_PIN_WAIT : STAFF_PIN_WRONG;
        return OK;
    }
    if (status == OK)
        status = keeper_number_put(keeper, WRONG_AT, moment.unix_ms / 1000);
    if (status == OK)
        status = keeper_number_put(keeper, WRONG_COUNT, count + 1);
    if (status != OK)
        return status;
    keeper->is_staff = is_pin_of(hash, typed);
    *out_pin = keeper->is_staff ? STAFF_PIN_OPEN : STAFF_PIN_WRONG;
    *out_wait_s = keeper->is_staff ? 0 : wait_after(count + 1);
    return keeper->is_staff ? keeper_number_put(keeper, WRONG_COUNT, 0) : OK;
}

/* Also of a terminal whose configuration has become unreadable since. */
static enum status hash_get(struct keeper *keeper, struct span *out_hash,
                            bool *out_is_new)
{
    bool has_organization = false;
    enum status status = trust_known(&keeper->arena, keeper->ledger, &has_organization);
    if (status == OK)
        status = ledger_get_identity(&keeper->arena, keeper->ledger, PIN_KEPT, out_hash);
    *out_is_new = !has_organization;
    if (status == STATUS_NOT_FOUND) {
        *out_hash = SPAN("");
        status = OK;
    }
    return status;
}

enum status keeper_staff_open(struct keeper *keeper, struct span typed,
                              struct moment moment, enum staff_pin *out_pin,
                              int64_t *out_wait_s)
{
    struct span hash;
    bool is_new = false;
    const struct arena_mark mark = arena_mark(&keeper->arena);
    keeper->is_staff = false;
    *out_wait_s = 0;
    enum status status = hash_get(keeper, &hash, &is_new);
    if (status == OK && is_new) {
        keeper->is_staff = true;
        *out_pin = STAFF_PIN_OPEN;
    } else if (status == OK && !is_pin_hash(hash)) {
        *out_pin = STAFF_PIN_NONE;
    } else if (status == OK) {
        status = pin_try(keeper, hash, typed, moment, out_pin, out_wait_s);
    }
    arena_release(&keeper->arena, mark);
    return status;
}

void keeper_staff_close(struct keeper *keeper)
{
    keeper->is_staff = false;
}

enum status keeper_staff_adopt(struct keeper *keeper, struct span hash)
{
    struct span known;
    bool is_new;
    const struct arena_mark mark = arena_mark(&keeper->arena);
    const struct span kept = hash.count ? hash : SPAN(" ");
    enum status status = hash_get(keeper, &known, &is_new);
    if (status == OK && !is_span_equal(known, kept))
        status = ledger_put_identity(keeper->ledger, PIN_KEPT, kept);
    arena_release(&keeper->arena, mark);
    return status;
}

/* ---- the helpers ---- */

static void join(const char *address, const char *what, int *socket)
{
    if (!address || link_join(address, socket) == OK)
        return;
    *socket = -1;
    console_line(CONSOLE_ERROR, "resonance-kiosk: note: the helper for %s: %s", what,
                 status_last());
}

void keeper_staff_join(struct keeper *keeper, const char *stick, const char *machine)
{
    join(stick, "sticks", &keeper->stick);
    join(machine, "the machine", &keeper->machine);
}

bool is_keeper_staff_over(const struct keeper *keeper)
{
    return keeper->is_unheard && !keeper->is_staff;
}

/* is_helper_ask_answered, by one of the keeper's helpers. */
static bool is_answered(struct keeper *keeper, int helper, struct span request, int file,
                        unsigned char *out_reply, size_t reply_bytes)
{
    const bool is_heard =
        is_helper_ask_answered(helper, request, file, out_reply, reply_bytes);
    keeper->is_unheard |= helper && !is_heard;
    return is_heard;
}

static void stick_ask(struct keeper *keeper, enum stick_verb verb, int file,
                      struct staff_done *done)
{
    unsigned char bytes[STICK_REQUEST_BYTES], answer[STICK_REPLY_BYTES];
    struct stick_request request = {.verb = verb, .slot = keeper->slot == 0 ? 1 : 0};
    struct stick_reply reply;
    memcpy(request.number, keeper->device_id, sizeof request.number);
    stick_message_request_write(&request, bytes);
    if (!is_answered(keeper, keeper->stick,
                     (struct span){(const char *)bytes, sizeof bytes}, file, answer,
                     sizeof answer) ||
        !stick_message_reply_read((struct span){(const char *)answer, sizeof answer},
                                  &reply)) {
        done->came = STAFF_CAME_NO_HELPER;
        return;
    }
    done->came =
        reply.result == STICK_RESULT_DONE ? STAFF_CAME_DONE : STAFF_CAME_NO_STICK;
    done->words = span_of(stick_message_words(reply.result));
}

static bool is_machine_asked(struct keeper *keeper, const struct machine_request *request,
                             struct machine_reply *out_reply)
{
    unsigned char bytes[MACHINE_REQUEST_BYTES], answer[MACHINE_REPLY_BYTES];
    machine_message_request_write(request, bytes);
    return is_answered(keeper, keeper->machine,
                       (struct span){(const char *)bytes, sizeof bytes}, -1, answer,
                       sizeof answer) &&
           is_machine_message_reply((struct span){(const char *)answer, sizeof answer},
                                    out_reply);
}

static enum machine_result machine_do(struct keeper *keeper,
                                      const struct machine_request *request,
                                      struct staff_done *done)
{
    struct machine_reply reply = {.result = MACHINE_RESULT_HELD};
    if (!is_machine_asked(keeper, request, &reply)) {
        done->came = STAFF_CAME_NO_HELPER;
        return MACHINE_RESULT_HELD;
    }
    done->came = reply.result == MACHINE_RESULT_DONE ? STAFF_CAME_DONE : STAFF_CAME_TOLD;
    done->words = span_of(machine_message_words(reply.result));
    return reply.result;
}

static enum status machine_end(struct keeper *keeper, enum machine_verb verb,
                               struct staff_done *done)
{
    (void)machine_do(keeper, &(struct machine_request){.verb = verb}, done);
    return OK;
}

static bool is_clock_synced(struct keeper *keeper)
{
    const struct machine_request request = {.verb = MACHINE_LOOK};
    struct machine_reply reply = {0};
    return is_machine_asked(keeper, &request, &reply) && reply.is_synced;
}

static bool can_clock_be_set(struct keeper *keeper, int64_t unix_s)
{
    const struct machine_request request = {.verb = MACHINE_LOOK};
    struct machine_reply reply = {0};
    return unix_s > MACHINE_CLOCK_FROM_S && unix_s < MACHINE_CLOCK_TO_S &&
           is_machine_asked(keeper, &request, &reply) && !reply.is_synced;
}

/* Noted before it is done: where the ledger cannot keep it the clock stays as it is. A machine that
 * does not allow it after all is noted as set back. */
static enum status clock_set(struct keeper *keeper, const struct staff_wish *wish,
                             struct staff_done *done)
{
    const struct machine_request request = {.verb = MACHINE_CLOCK,
                                            .unix_s = wish->unix_s};
    const int64_t now_s = wish->moment.unix_ms / 1000, step_s = wish->unix_s - now_s;
    const bool is_noted = can_clock_be_set(keeper, wish->unix_s);
    const enum status status =
        is_noted ? keeper_append_clock(keeper, wish->unix_s, step_s) : OK;
    if (status != OK)
        return status;
    const enum machine_result result = machine_do(keeper, &request, done);
    return !is_noted || result == MACHINE_RESULT_DONE ||
                   result == MACHINE_RESULT_FORGOTTEN
               ? OK
               : keeper_append_clock(keeper, now_s, -step_s);
}

/* ---- what is done ---- */

static enum status entries_judge(struct keeper *keeper, struct staff_done *done)
{
    struct keeper_entries entries;
    struct arena arena;
    arena_init(&arena, ENTRIES_ARENA_BYTES);
    const enum status status = keeper_entries_check(&arena, keeper, &entries);
    if (status == OK && entries.damaged_count && done->came == STAFF_CAME_DONE)
        done->came = STAFF_CAME_DAMAGED;
    arena_done(&arena);
    return status;
}

static enum status bundle_send(struct keeper *keeper, const char *path, uint64_t from,
                               struct staff_done *done)
{
    struct bundle bundle;
    enum status status = keeper_slip_bundle(keeper, from, path, &bundle);
    if (status != OK)
        return status;
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return file_failed("read", path);
    done->from = bundle.from_sequence;
    done->to = bundle.to_sequence;
    stick_ask(keeper, STICK_BUNDLE, file, done);
    close(file);
    return entries_judge(keeper, done);
}

/* The bundle lies in the data folder until the stick has it. */
static enum status collect(struct keeper *keeper, struct arena *arena,
                           struct staff_done *done)
{
    struct ledger_head head;
    uint64_t from = 1;
    const char *path = file_path(arena, keeper->folders.data, "collect.bundle");
    enum status status = ledger_head(keeper->ledger, &head);
    if (status == OK)
        status = keeper_received_from(keeper, &from);
    if (status != OK)
        return status;
    if (from > head.sequence) {
        done->came = STAFF_CAME_NOTHING;
        return OK;
    }
    status = bundle_send(keeper, path, from, done);
    if (unlink(path) != 0 && errno != ENOENT && status == OK)
        status = file_failed("remove", path);
    return status;
}

static struct span label_of(struct keeper *keeper, struct arena *arena)
{
    return keeper->config ? keeper->config->terminal->label
                          : span_format(arena, "Terminal %02x%02x", keeper->device_id[0],
                                        keeper->device_id[1]);
}

static enum status request(struct keeper *keeper, struct arena *arena,
                           struct staff_done *done)
{
    struct config_request asked = {.label = label_of(keeper, arena)};
    memcpy(asked.device_id, keeper->device_id, sizeof asked.device_id);
    memcpy(asked.device_key, keeper->device_key, sizeof asked.device_key);
    const struct span bytes = config_request_write(arena, &asked);
    const int file = memfd_create("request", MFD_CLOEXEC);
    if (file < 0 || write(file, bytes.data, bytes.count) != (ssize_t)bytes.count) {
        if (file >= 0)
            close(file);
        return fail(STATUS_IO, "the system gives no memory for the request");
    }
    stick_ask(keeper, STICK_REQUEST, file, done);
    close(file);
    if (done->came == STAFF_CAME_DONE)
        done->words = request_words(arena, &asked);
    return OK;
}

static enum status next_ask(struct keeper *keeper, struct arena *arena,
                            struct staff_done *done)
{
    struct trust_offer next;
    bool has_organization = false;
    const enum status status =
        trust_known(&keeper->arena, keeper->ledger, &has_organization);
    done->came = STAFF_CAME_NOTHING;
    if (status == OK && has_organization &&
        is_keeper_next(keeper, arena, SPAN(""), &next)) {
        done->came = STAFF_CAME_DONE;
        done->words = public_words(arena, next.organization_key);
    }
    return status;
}

/* What was compared is what is kept: another configuration may have come meanwhile. */
static enum status next_trust(struct keeper *keeper, struct arena *arena,
                              struct span words)
{
    struct trust_offer next;
    return words.count && is_keeper_next(keeper, arena, words, &next)
               ? keeper_next_keep(keeper, &next)
               : fail(STATUS_REFUSED, "no signing key with these words waits for a yes: "
                                      "take the configuration again");
}

static enum status closed(void)
{
    return fail(STATUS_REFUSED, "the page for staff is not open");
}

enum status keeper_staff_do(struct keeper *keeper, struct arena *arena,
                            const struct staff_wish *wish, struct staff_done *out_done)
{
    *out_done = (struct staff_done){0};
    if (!keeper->is_staff)
        return closed();
    switch (wish->act) {
    case STAFF_COLLECT:
        return collect(keeper, arena, out_done);
    case STAFF_TAKE:
        stick_ask(keeper, STICK_TAKE, -1, out_done);
        return OK;
    case STAFF_REQUEST:
        return request(keeper, arena, out_done);
    case STAFF_CLOCK:
        return clock_set(keeper, wish, out_done);
    case STAFF_REBOOT:
        return machine_end(keeper, MACHINE_RESTART, out_done);
    case STAFF_OFF:
        return machine_end(keeper, MACHINE_OFF, out_done);
    case STAFF_NEXT:
        return next_ask(keeper, arena, out_done);
    case STAFF_TRUST:
        return next_trust(keeper, arena, wish->words);
    case STAFF_READY:
    case STAFF_PRINT:
    case STAFF_SCREEN:
    case STAFF_RESTART:
    case STAFF_ACT_COUNT:
        break;
    }
    return fail(STATUS_BAD_INPUT, "the ledger's process does no such thing");
}

enum status keeper_staff_facts(struct keeper *keeper, struct staff_facts *out_facts)
{
    struct ledger_head head;
    struct statvfs about;
    uint64_t from = 1;
    if (!keeper->is_staff)
        return closed();
    enum status status = ledger_head(keeper->ledger, &head);
    if (status == OK)
        status = keeper_received_from(keeper, &from);
    if (status == OK && statvfs(keeper->folders.data, &about) != 0)
        status = file_failed("look at", keeper->folders.data);
    if (status != OK)
        return status;
    *out_facts = (struct staff_facts){
        .configuration = keeper->config ? keeper->config->manifest->sequence : 0,
        .waiting = head.sequence + 1 > from ? head.sequence + 1 - from : 0,
        .free_mb = (uint64_t)about.f_bavail * about.f_frsize / (1024 * 1024),
        .is_synced = is_clock_synced(keeper)};
    return OK;
}
