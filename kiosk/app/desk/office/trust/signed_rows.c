#include "app/desk/office/trust/signed_rows.h"

#include "app/desk/office/trust/organization_key.h"
#include "base/clock.h"

#include <string.h>

enum {
    SIGNATURE_HEX_BYTES = 2 * CHAIN_SIGNATURE_BYTES,
    MESSAGE_BYTES = SIGNED_ROWS_LABEL_BYTES + CHAIN_HASH_BYTES,
};

struct reading {
    struct office *office;
    const struct signed_rows_kind *kind;
    struct arena scratch;
    struct signed_row row;
    struct signed_rows_head head;
};

/* What is signed for the statement `json`; lent from `message`. */
static struct span message_of(const struct signed_rows_kind *kind, struct span json,
                              unsigned char message[MESSAGE_BYTES])
{
    memcpy(message, kind->label, SIGNED_ROWS_LABEL_BYTES);
    seal_hash(kind->personal, json, message + SIGNED_ROWS_LABEL_BYTES);
    return (struct span){(const char *)message, MESSAGE_BYTES};
}

static enum status damaged(const struct reading *reading, const char *why)
{
    return fail(STATUS_FORGED,
                "%s, line %llu: %s; put the folder of the organization back from a copy",
                office_path(reading->office, reading->kind->file),
                (unsigned long long)reading->head.count + 1, why);
}

/* Its number, and the hash of the one before it, which is checked against what was read. */
static enum status place_check(struct reading *reading)
{
    struct signed_row *row = &reading->row;
    unsigned char previous[CHAIN_HASH_BYTES];
    row->number = (uint64_t)canonical_take_whole(&row->take, row->json, "number", 1,
                                                 (int64_t)reading->kind->rows_max);
    canonical_take_hex(&row->take, row->json, "previous", previous, sizeof previous);
    row->unix_s = canonical_take_whole(&row->take, row->json, "unix_s", 0, INT64_MAX);
    if (row->take.status != OK)
        return row->take.status;
    if (row->number != reading->head.count + 1 ||
        memcmp(previous, reading->head.hash, sizeof previous) != 0)
        return fail(STATUS_FORGED, "a statement before it was changed or is missing");
    return OK;
}

static enum status row_read(struct reading *reading, struct span json,
                            signed_rows_on_row *on_row, void *context)
{
    struct signed_row *row = &reading->row;
    row->take = (struct canonical_take){.arena = &reading->office->arena,
                                        .document = reading->kind->file,
                                        .bad = STATUS_DAMAGED};
    arena_reset(&reading->scratch);
    row->json = canonical_take_root(&row->take, &reading->scratch, json);
    enum status status = row->take.status;
    if (status == OK)
        status = place_check(reading);
    if (status == OK)
        status = on_row(context, row);
    return status == OK ? row->take.status : status;
}

static bool is_line(struct span line, struct span *out_json, struct span *out_hex)
{
    const size_t at =
        line.count > SIGNATURE_HEX_BYTES + 1 ? line.count - SIGNATURE_HEX_BYTES - 1 : 0;
    if (!at || line.data[at] != ' ')
        return false;
    *out_json = span_cut(line, 0, at);
    *out_hex = span_cut(line, at + 1, SIGNATURE_HEX_BYTES);
    return true;
}

static bool is_signed_by(const struct minisign_public *public,
                         const struct signed_rows_kind *kind, struct span json,
                         struct span hex)
{
    unsigned char signature[CHAIN_SIGNATURE_BYTES], message[MESSAGE_BYTES];
    return is_span_hex(hex, sizeof signature, signature) &&
           sign_verify(public->key, message_of(kind, json, message), signature) == OK;
}

const struct signed_rows_former *signed_rows_former(const struct office *office,
                                                    const struct signed_rows_kind *kind,
                                                    struct span line)
{
    struct span json, hex;
    const size_t count =
        office->formers && is_line(line, &json, &hex) ? office->formers->count : 0;
    for (size_t i = 0; i < count; i++)
        if (is_signed_by(&office->formers->list[i].public, kind, json, hex))
            return &office->formers->list[i];
    return NULL;
}

/* The file has not gone on since. */
static bool is_as_then(const struct signed_rows_former *former,
                       const struct signed_rows_kind *kind,
                       const struct signed_rows_head *head)
{
    const struct signed_rows_head *then = &former->heads[kind->part];
    return kind->part != SIGNED_ROWS_ALONE && then->count == head->count &&
           memcmp(then->hash, head->hash, sizeof head->hash) == 0;
}

static enum status unsigned_refuse(struct office *office,
                                   const struct signed_rows_kind *kind,
                                   const struct signed_rows_former *former)
{
    if (former)
        return fail(STATUS_FORGED,
                    "%s is signed with the signing key that the organization replaced on "
                    "%.*s, which signs nothing any more: an older file was put back, or "
                    "somebody has that key; put the folder of the organization back from "
                    "a copy",
                    office_path(office, kind->file),
                    SPAN_ARGS(clock_date(&office->arena, former->unix_s * 1000)));
    return fail(STATUS_FORGED,
                "%s is not what the organization signed: it, or "
                "keys/organization.pub, was changed; put the folder of the "
                "organization back from a copy",
                office_path(office, kind->file));
}

/* `head` is how far the file goes, NULL for a statement that stands alone. */
static enum status signature_check(struct office *office,
                                   const struct signed_rows_kind *kind,
                                   const struct signed_rows_head *head, struct span line)
{
    struct minisign_public public;
    struct span json, hex;
    const enum status status = organization_key_read(office, &public);
    if (status != OK)
        return status;
    if (is_line(line, &json, &hex) && is_signed_by(&public, kind, json, hex))
        return OK;
    const struct signed_rows_former *former = signed_rows_former(office, kind, line);
    return former && head && is_as_then(former, kind, head)
               ? OK
               : unsigned_refuse(office, kind, former);
}

/* The last signature holds for all rows before it. */
static enum status rows_read(struct reading *reading, struct span rest,
                             signed_rows_on_row *on_row, void *context)
{
    struct span line = {0}, json = {0}, hex = {0};
    while (rest.count && span_next(&rest, '\n', &line)) {
        if (!is_line(line, &json, &hex))
            return damaged(reading, "this is no signed statement");
        seal_hash(reading->kind->personal, line, reading->row.hash);
        if (row_read(reading, json, on_row, context) != OK)
            return damaged(reading, status_last());
        memcpy(reading->head.hash, reading->row.hash, sizeof reading->head.hash);
        reading->head.count++;
    }
    return hex.count
               ? signature_check(reading->office, reading->kind, &reading->head, line)
               : damaged(reading, "nothing stands in it");
}

enum status signed_rows_read(struct office *office, const struct signed_rows_kind *kind,
                             struct span bytes, signed_rows_on_row *on_row, void *context,
                             struct signed_rows_head *out_head)
{
    struct reading reading = {.office = office, .kind = kind};
    canonical_take_scratch(&reading.scratch);
    const enum status status = rows_read(&reading, bytes, on_row, context);
    arena_done(&reading.scratch);
    if (status == OK)
        *out_head = reading.head;
    return status;
}

bool is_signed_rows_kept(const struct signed_rows_head *now,
                         unsigned char (*hashes)[CHAIN_HASH_BYTES],
                         const struct signed_rows_head *then)
{
    return !then->count ||
           (then->count <= now->count &&
            memcmp(hashes[then->count - 1], then->hash, sizeof then->hash) == 0);
}

void signed_rows_head_write(struct canonical *c, const struct signed_rows_keys *keys,
                            const struct signed_rows_head *head)
{
    canonical_whole(c, keys->count, (int64_t)head->count);
    canonical_hex(c, keys->hash, head->hash, sizeof head->hash);
}

void signed_rows_head_take(struct canonical_take *take, const struct json *root,
                           const struct signed_rows_keys *keys,
                           struct signed_rows_head *head)
{
    head->count = (uint64_t)canonical_take_whole(take, root, keys->count, 0, INT64_MAX);
    canonical_take_hex(take, root, keys->hash, head->hash, sizeof head->hash);
}

size_t signed_rows_line_count(struct span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.count; i++)
        count += text.data[i] == '\n';
    return count;
}

void signed_rows_write_begin(struct arena *arena, const struct signed_rows_kind *kind,
                             const struct signed_rows_head *head, struct span bytes,
                             const struct minisign_key *key,
                             struct signed_rows_write *write)
{
    *write = (struct signed_rows_write){.arena = arena,
                                        .kind = kind,
                                        .key = key,
                                        .unix_s = clock_now().unix_ms / 1000,
                                        .head = *head,
                                        .text = buffer_init(arena, kind->bytes_max)};
    buffer_add(&write->text, bytes);
}

void signed_rows_write_place(const struct signed_rows_write *write, struct canonical *c)
{
    canonical_whole(c, "number", (int64_t)write->head.count + 1);
    canonical_hex(c, "previous", write->head.hash, sizeof write->head.hash);
    canonical_whole(c, "unix_s", write->unix_s);
}

struct span signed_rows_sign(struct arena *arena, const struct signed_rows_kind *kind,
                             const struct minisign_key *key, struct span json)
{
    unsigned char message[MESSAGE_BYTES], signature[CHAIN_SIGNATURE_BYTES];
    sign_bytes(key->secret, message_of(kind, json, message), signature);
    return span_format(arena, "%.*s %.*s", SPAN_ARGS(json),
                       SPAN_ARGS(span_hex(arena, signature, sizeof signature)));
}

enum status signed_rows_verify(struct office *office, const struct signed_rows_kind *kind,
                               struct span line, struct span *out_json)
{
    struct span json, hex;
    if (!is_line(line, &json, &hex))
        return fail(STATUS_FORGED, "%s holds no signed statement",
                    office_path(office, kind->file));
    const enum status status = signature_check(office, kind, NULL, line);
    if (status == OK)
        *out_json = json;
    return status;
}

void signed_rows_write_row(struct signed_rows_write *write, struct canonical *c)
{
    canonical_end(c);
    const struct span line =
        signed_rows_sign(write->arena, write->kind, write->key, canonical_bytes(c));
    seal_hash(write->kind->personal, line, write->head.hash);
    buffer_add(&write->text, line);
    buffer_text(&write->text, "\n");
    write->head.count++;
}

enum status signed_rows_write_end(const struct signed_rows_write *write,
                                  struct office *office)
{
    struct span public;
    if (write->text.is_full || write->head.count > write->kind->rows_max)
        return fail(STATUS_TOO_LARGE, "%s would be too large",
                    office_path(office, write->kind->file));
    const enum status status = organization_key_same(office, write->key, &public);
    return status == OK
               ? office_write(office, write->kind->file, buffer_span(&write->text))
               : status;
}
