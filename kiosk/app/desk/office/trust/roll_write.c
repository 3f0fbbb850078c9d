#include "app/desk/office/trust/roll_write.h"

#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll_format.h"
#include "base/clock.h"
#include "base/json/canonical.h"

#include <string.h>

void roll_write_begin(struct arena *arena, const struct roll *roll,
                      const struct minisign_key *key, struct roll_write *write)
{
    *write = (struct roll_write){.arena = arena,
                                 .key = key,
                                 .unix_s = clock_now().unix_ms / 1000,
                                 .text = buffer_init(arena, ROLL_BYTES_MAX)};
    if (!roll || roll->is_missing)
        return;
    write->row_count = roll->row_count;
    memcpy(write->head, roll->head, sizeof write->head);
    buffer_add(&write->text, roll->bytes);
}

/* The statement `c` up to its kind, and what comes after all else; keys are sorted. */
static void row_kind(struct canonical *c, enum roll_format_kind kind)
{
    canonical_text(c, "kind", span_of(roll_format_words[kind]));
}

static void row_place(const struct roll_write *write, struct canonical *c)
{
    canonical_whole(c, "number", (int64_t)write->row_count + 1);
    canonical_hex(c, "previous", write->head, sizeof write->head);
    canonical_whole(c, "unix_s", write->unix_s);
}

static void row_sign(struct roll_write *write, struct canonical *c)
{
    unsigned char message[ROLL_FORMAT_LABEL_BYTES + CHAIN_HASH_BYTES];
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    canonical_end(c);
    const struct span json = canonical_bytes(c);
    sign_bytes(write->key->secret, roll_format_message(json, message), signature);
    const struct span line =
        span_format(write->arena, "%.*s %.*s", SPAN_ARGS(json),
                    SPAN_ARGS(span_hex(write->arena, signature, sizeof signature)));
    roll_format_hash(line, write->head);
    buffer_add(&write->text, line);
    buffer_text(&write->text, "\n");
    write->row_count++;
}

static struct canonical row_begin(const struct roll_write *write)
{
    struct canonical c = canonical_begin(write->arena);
    canonical_object(&c, NULL);
    return c;
}

void roll_write_keyset(struct roll_write *write, struct span bytes)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "keyset", bytes);
    row_kind(&c, ROLL_KEYS);
    row_place(write, &c);
    row_sign(write, &c);
}

void roll_write_earlier(struct roll_write *write,
                        const unsigned char hash[CHAIN_HASH_BYTES])
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "keyset_hash", hash, CHAIN_HASH_BYTES);
    row_kind(&c, ROLL_EARLIER);
    row_place(write, &c);
    row_sign(write, &c);
}

void roll_write_terminal(struct roll_write *write,
                         const struct enrolled_terminal *terminal)
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "device_id", terminal->id, sizeof terminal->id);
    canonical_hex(&c, "device_key", terminal->public_key, sizeof terminal->public_key);
    canonical_whole(&c, "epoch", (int64_t)terminal->epoch);
    row_kind(&c, ROLL_TERMINAL);
    canonical_text(&c, "label", terminal->label);
    row_place(write, &c);
    canonical_whole(&c, "until_s", terminal->until_unix_s);
    row_sign(write, &c);
}

void roll_write_retirement(struct roll_write *write,
                           const unsigned char id[CHAIN_ID_BYTES], uint64_t last_sequence)
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "device_id", id, CHAIN_ID_BYTES);
    row_kind(&c, ROLL_RETIREMENT);
    canonical_whole(&c, "last", (int64_t)last_sequence);
    row_place(write, &c);
    row_sign(write, &c);
}

struct span roll_write_bytes(const struct roll_write *write)
{
    return buffer_span(&write->text);
}

enum status roll_write_end(const struct roll_write *write, struct office *office)
{
    struct span public;
    const enum status status = organization_key_same(office, write->key, &public);
    if (status != OK)
        return status;
    office->roll = NULL; /* read anew when it is asked for */
    return office_write(office, ROLL_FILE, roll_write_bytes(write));
}
