#include "app/desk/office/trust/roll_write.h"

void roll_write_begin(struct arena *arena, const struct roll *roll,
                      const struct minisign_key *key, struct roll_write *write)
{
    static const struct signed_rows_head none;
    const bool is_new = !roll || roll->is_missing;
    signed_rows_write_begin(arena, &roll_format_rows, is_new ? &none : &roll->head,
                            is_new ? SPAN("") : roll->bytes, key, &write->rows);
}

static void row_kind(struct canonical *c, enum roll_format_kind kind)
{
    canonical_text(c, "kind", span_of(roll_format_words[kind]));
}

static struct canonical row_begin(const struct roll_write *write)
{
    struct canonical c = canonical_begin(write->rows.arena);
    canonical_object(&c, NULL);
    return c;
}

void roll_write_keyset(struct roll_write *write, struct span bytes)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "keyset", bytes);
    row_kind(&c, ROLL_KEYS);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_earlier(struct roll_write *write,
                        const unsigned char hash[CHAIN_HASH_BYTES])
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "keyset_hash", hash, CHAIN_HASH_BYTES);
    row_kind(&c, ROLL_EARLIER);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
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
    signed_rows_write_place(&write->rows, &c);
    canonical_whole(&c, "until_s", terminal->until_unix_s);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_retirement(struct roll_write *write,
                           const unsigned char id[CHAIN_ID_BYTES], uint64_t last_sequence)
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "device_id", id, CHAIN_ID_BYTES);
    row_kind(&c, ROLL_RETIREMENT);
    canonical_whole(&c, "last", (int64_t)last_sequence);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_people(struct roll_write *write, const struct signed_rows_head *head)
{
    struct canonical c = row_begin(write);
    canonical_whole(&c, "count", (int64_t)head->count);
    canonical_hex(&c, "hash", head->hash, sizeof head->hash);
    row_kind(&c, ROLL_PEOPLE);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_configuration(struct roll_write *write, const struct anchor *anchor)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "anchor", anchor_format_write(write->rows.arena, anchor));
    row_kind(&c, ROLL_CONFIGURATION);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_vacancy(struct roll_write *write, struct span id,
                        const unsigned char hash[CHAIN_HASH_BYTES])
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "hash", hash, CHAIN_HASH_BYTES);
    canonical_text(&c, "id", id);
    row_kind(&c, ROLL_VACANCY);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_settings(struct roll_write *write, struct span settings)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "documents", settings);
    row_kind(&c, ROLL_SETTINGS);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_codes(struct roll_write *write, const struct roll_codes *codes)
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "codes", codes->tags, codes->count * sizeof *codes->tags);
    canonical_whole(&c, "first", codes->first);
    row_kind(&c, ROLL_CODES);
    canonical_hex(&c, "made", codes->made, sizeof codes->made);
    signed_rows_write_place(&write->rows, &c);
    canonical_text(&c, "vacancy", codes->vacancy);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_revocation(struct roll_write *write, struct span vacancy, int64_t card)
{
    struct canonical c = row_begin(write);
    canonical_whole(&c, "card", card);
    row_kind(&c, ROLL_REVOCATION);
    signed_rows_write_place(&write->rows, &c);
    canonical_text(&c, "vacancy", vacancy);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_form(struct roll_write *write, struct span id,
                     const unsigned char hash[CHAIN_HASH_BYTES])
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "hash", hash, CHAIN_HASH_BYTES);
    canonical_text(&c, "id", id);
    row_kind(&c, ROLL_FORM);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_pin(struct roll_write *write, const struct roll_pin *pin)
{
    struct canonical c = row_begin(write);
    canonical_hex(&c, "device_id", pin->id, sizeof pin->id);
    canonical_hex(&c, "hash", pin->hash, sizeof pin->hash);
    row_kind(&c, ROLL_PIN);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_signing(struct roll_write *write, struct span succession)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "change", succession);
    row_kind(&c, ROLL_SIGNING);
    signed_rows_write_place(&write->rows, &c);
    signed_rows_write_row(&write->rows, &c);
}

void roll_write_acceptance(struct roll_write *write, struct span by, int64_t until)
{
    struct canonical c = row_begin(write);
    canonical_text(&c, "by", by);
    row_kind(&c, ROLL_ACCEPTANCE);
    signed_rows_write_place(&write->rows, &c);
    canonical_whole(&c, "until", until);
    signed_rows_write_row(&write->rows, &c);
}

struct span roll_write_bytes(const struct roll_write *write)
{
    return buffer_span(&write->rows.text);
}

enum status roll_write_end(const struct roll_write *write, struct office *office)
{
    office->roll = NULL; /* read anew when it is asked for */
    return signed_rows_write_end(&write->rows, office);
}
