#include "app/desk/office/trust/roll.h"

#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll_format.h"
#include "base/file.h"
#include "base/json/canonical_take.h"

#include <stdlib.h>
#include <string.h>

enum { SIGNATURE_HEX_BYTES = 2 * CHAIN_SIGNATURE_BYTES };

struct reading {
    struct office *office;
    struct roll *roll;
    struct canonical_take take;
    struct arena scratch;
    const struct json *row;
    int64_t unix_s;
};

static enum status damaged(const struct reading *reading, const char *why)
{
    return fail(STATUS_FORGED,
                "%s, line %llu: %s; put the folder of the organization back from a copy",
                office_path(reading->office, ROLL_FILE),
                (unsigned long long)reading->roll->row_count + 1, why);
}

static enum status take_keys(struct reading *reading)
{
    struct roll *roll = reading->roll;
    struct roll_keyset *row = &roll->keysets[roll->keyset_count];
    struct keyset *keyset;
    *row = (struct roll_keyset){
        .bytes = canonical_take_text(&reading->take, reading->row, "keyset"),
        .unix_s = reading->unix_s};
    enum status status = reading->take.status;
    if (status == OK)
        status = config_keyset_read(&reading->office->arena, row->bytes, &keyset);
    if (status != OK)
        return status;
    seal_hash(NULL, row->bytes, row->hash);
    row->version = keyset->version;
    row->recipient_count = keyset->recipient_count;
    roll->keyset_count++;
    return OK;
}

static enum status take_earlier(struct reading *reading)
{
    struct roll *roll = reading->roll;
    struct roll_keyset *row = &roll->keysets[roll->keyset_count++];
    *row = (struct roll_keyset){.unix_s = reading->unix_s};
    canonical_take_hex(&reading->take, reading->row, "keyset_hash", row->hash,
                       sizeof row->hash);
    return reading->take.status;
}

static enum status take_terminal(struct reading *reading)
{
    struct canonical_take *take = &reading->take;
    struct roll *roll = reading->roll;
    struct enrolled_terminal *row = &roll->terminals[roll->terminal_count++];
    *row = (struct enrolled_terminal){.from_unix_s = reading->unix_s,
                                      .last_sequence = UINT64_MAX};
    canonical_take_hex(take, reading->row, "device_id", row->id, sizeof row->id);
    canonical_take_hex(take, reading->row, "device_key", row->public_key,
                       sizeof row->public_key);
    row->epoch =
        (uint64_t)canonical_take_whole(take, reading->row, "epoch", 1, INT64_MAX);
    row->label = canonical_take_text(take, reading->row, "label");
    row->until_unix_s = canonical_take_whole(take, reading->row, "until_s", 0, INT64_MAX);
    return take->status;
}

/* All enrolments of the terminal end with it. */
static enum status take_retirement(struct reading *reading)
{
    struct canonical_take *take = &reading->take;
    struct roll *roll = reading->roll;
    unsigned char id[CHAIN_ID_BYTES];
    canonical_take_hex(take, reading->row, "device_id", id, sizeof id);
    const int64_t last = canonical_take_whole(take, reading->row, "last", 0, INT64_MAX);
    for (size_t i = 0; i < roll->terminal_count && take->status == OK; i++)
        if (memcmp(roll->terminals[i].id, id, sizeof id) == 0) {
            roll->terminals[i].last_sequence = (uint64_t)last;
            roll->terminals[i].retired_unix_s = reading->unix_s;
        }
    return take->status;
}

/* Its number, and the hash of the one before it, which is checked against what was read. */
static enum status place_check(struct reading *reading)
{
    struct roll *roll = reading->roll;
    unsigned char previous[CHAIN_HASH_BYTES];
    const int64_t number =
        canonical_take_whole(&reading->take, reading->row, "number", 1, ROLL_ROWS_MAX);
    canonical_take_hex(&reading->take, reading->row, "previous", previous,
                       sizeof previous);
    reading->unix_s =
        canonical_take_whole(&reading->take, reading->row, "unix_s", 0, INT64_MAX);
    if (reading->take.status != OK)
        return reading->take.status;
    if ((uint64_t)number != roll->row_count + 1 ||
        memcmp(previous, roll->head, sizeof previous) != 0)
        return fail(STATUS_FORGED, "a statement before it was changed or is missing");
    return OK;
}

static enum status row_take(struct reading *reading)
{
    enum status status = place_check(reading);
    if (status != OK)
        return status;
    switch ((enum roll_format_kind)canonical_take_word(
        &reading->take, reading->row, "kind", roll_format_words, ROLL_FORMAT_KINDS)) {
    case ROLL_KEYS:
        return take_keys(reading);
    case ROLL_TERMINAL:
        return take_terminal(reading);
    case ROLL_RETIREMENT:
        return take_retirement(reading);
    case ROLL_EARLIER:
        return take_earlier(reading);
    }
    return reading->take.status;
}

static enum status row_read(struct reading *reading, struct span json)
{
    reading->take = (struct canonical_take){
        .arena = &reading->office->arena, .document = ROLL_FILE, .bad = STATUS_DAMAGED};
    arena_reset(&reading->scratch);
    reading->row = canonical_take_root(&reading->take, &reading->scratch, json);
    enum status status = reading->take.status;
    if (status == OK)
        status = row_take(reading);
    return status == OK ? reading->take.status : status;
}

/* The last signature holds for all rows before it. */
static enum status head_check(const struct reading *reading, struct span json,
                              struct span hex)
{
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    unsigned char message[ROLL_FORMAT_LABEL_BYTES + CHAIN_HASH_BYTES];
    struct minisign_public public;
    const enum status status = organization_key_read(reading->office, &public);
    if (status != OK)
        return status;
    return is_span_hex(hex, sizeof signature, signature) &&
                   sign_verify(public.key, roll_format_message(json, message),
                               signature) == OK
               ? OK
               : fail(STATUS_FORGED,
                      "%s is not what the organization signed: it, or "
                      "keys/organization.pub, was changed; put the folder of the "
                      "organization back from a copy",
                      office_path(reading->office, ROLL_FILE));
}

static int terminals_order(const void *a, const void *b)
{
    const struct enrolled_terminal *one = a, *other = b;
    const int order = memcmp(one->id, other->id, sizeof one->id);
    return order ? order : (one->epoch > other->epoch) - (one->epoch < other->epoch);
}

static size_t line_count(struct span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.count; i++)
        count += text.data[i] == '\n';
    return count;
}

static enum status rows_read(struct reading *reading)
{
    struct span rest = reading->roll->bytes, line, json = {0}, hex = {0};
    while (rest.count && span_next(&rest, '\n', &line)) {
        const size_t at = line.count > SIGNATURE_HEX_BYTES + 1
                              ? line.count - SIGNATURE_HEX_BYTES - 1
                              : 0;
        if (!at || line.data[at] != ' ')
            return damaged(reading, "this is no signed statement");
        json = span_cut(line, 0, at);
        hex = span_cut(line, at + 1, SIGNATURE_HEX_BYTES);
        if (row_read(reading, json) != OK)
            return damaged(reading, status_last());
        roll_format_hash(line, reading->roll->head);
        reading->roll->row_count++;
    }
    return hex.count ? head_check(reading, json, hex)
                     : damaged(reading, "nothing stands in it");
}

static enum status roll_load(struct office *office, struct roll *roll)
{
    struct reading reading = {.office = office, .roll = roll};
    enum status status = office_read(office, ROLL_FILE, ROLL_BYTES_MAX, &roll->bytes);
    if (status != OK)
        return status;
    const size_t most = line_count(roll->bytes) + 1;
    roll->terminals = arena_array(&office->arena, struct enrolled_terminal, most);
    roll->keysets = arena_array(&office->arena, struct roll_keyset, most);
    canonical_take_scratch(&reading.scratch);
    status = rows_read(&reading);
    arena_done(&reading.scratch);
    qsort(roll->terminals, roll->terminal_count, sizeof *roll->terminals,
          terminals_order);
    return status;
}

enum status roll_read(struct office *office, const struct roll **out_roll)
{
    if (!office->roll) {
        struct roll *roll = arena_new(&office->arena, struct roll);
        roll->is_missing = !is_file(office_path(office, ROLL_FILE));
        const enum status status = roll->is_missing ? OK : roll_load(office, roll);
        if (status != OK)
            return status;
        office->roll = roll;
    }
    *out_roll = office->roll;
    return OK;
}

enum status roll_need(struct office *office, const struct roll **out_roll)
{
    const enum status status = roll_read(office, out_roll);
    if (status == OK && (*out_roll)->is_missing)
        return fail(
            STATUS_REFUSED,
            "nothing here is signed for yet, neither keys nor terminals: the folder "
            "is from an earlier version, or %s was removed; 'resonance terminal "
            "certify' signs what is here, once",
            ROLL_FILE);
    return status;
}

const struct enrolled_terminal *roll_terminal(const struct roll *roll,
                                              const unsigned char id[CHAIN_ID_BYTES])
{
    for (size_t i = roll->terminal_count; i > 0; i--)
        if (memcmp(roll->terminals[i - 1].id, id, CHAIN_ID_BYTES) == 0)
            return &roll->terminals[i - 1];
    return NULL;
}

const struct roll_keyset *roll_keyset(const struct roll *roll,
                                      const unsigned char hash[CHAIN_HASH_BYTES])
{
    for (size_t i = roll->keyset_count; i > 0; i--)
        if (memcmp(roll->keysets[i - 1].hash, hash, CHAIN_HASH_BYTES) == 0)
            return &roll->keysets[i - 1];
    return NULL;
}

const struct roll_keyset *roll_keyset_last(const struct roll *roll)
{
    for (size_t i = roll->keyset_count; i > 0; i--)
        if (roll->keysets[i - 1].bytes.count)
            return &roll->keysets[i - 1];
    return NULL;
}
