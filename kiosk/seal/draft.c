/* All forms are: version | nonce | ciphertext | tag, by XChaCha20-Poly1305. The nonce is
 * random; with 24 bytes it needs no counter that a crash could set back. */
#include "seal/draft.h"

#include "base/must.h"
#include "base/little.h"

#include <sodium.h>
#include <string.h>

enum {
    VERSION = 1,
    VERSION_CHAINED = 2, /* of a row: its place names the row before */
    NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    FRONT_BYTES = 1 + NONCE_BYTES,
    PLACE_BYTES = 1 + CHAIN_ID_BYTES + 8 + CHAIN_HASH_BYTES + 1,
    CHAINED_PLACE_BYTES = PLACE_BYTES + CHAIN_HASH_BYTES,
    KEY_PLACE_BYTES = 1 + CHAIN_ID_BYTES,
    HEAD_PLACE_BYTES = 1 + CHAIN_ID_BYTES + 1,
    HEAD_TEXT_BYTES = 8 + CHAIN_HASH_BYTES,
};

_Static_assert(DRAFT_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
               "key size");
_Static_assert(DRAFT_WRAPPED_KEY_BYTES == FRONT_BYTES + DRAFT_KEY_BYTES + TAG_BYTES,
               "wrapped key size");
_Static_assert(DRAFT_HEAD_BYTES == FRONT_BYTES + HEAD_TEXT_BYTES + TAG_BYTES,
               "head size");

/* Seals the `count` bytes that stand at sealed + FRONT_BYTES in place. */
static void seal_in_place(const unsigned char *key, const unsigned char *place,
                          size_t place_bytes, unsigned char *sealed, size_t count)
{
    unsigned char *text = sealed + FRONT_BYTES;
    sealed[0] = place[0];
    randombytes_buf(sealed + 1, NONCE_BYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(text, NULL, text, count, place,
                                               place_bytes, NULL, sealed + 1, key);
}

static bool has_opened(const unsigned char *key, const unsigned char *place,
                       size_t place_bytes, struct span sealed, unsigned char *plaintext)
{
    const unsigned char *bytes = (const unsigned char *)sealed.data;
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               plaintext, NULL, NULL, bytes + FRONT_BYTES, sealed.count - FRONT_BYTES,
               place, place_bytes, bytes + 1, key) == 0;
}

/* Where a row of `version` stands; returns how many bytes say it. */
static size_t place_of(const struct draft_row *row, unsigned char version,
                       unsigned char place[CHAINED_PLACE_BYTES])
{
    unsigned char *at = place;
    *at++ = version;
    memcpy(at, row->session_id, CHAIN_ID_BYTES);
    at += CHAIN_ID_BYTES;
    little_write(row->number, 8, at);
    at += 8;
    memcpy(at, row->assessment_hash, CHAIN_HASH_BYTES);
    at += CHAIN_HASH_BYTES;
    *at++ = row->type;
    memcpy(at, row->previous_hash, CHAIN_HASH_BYTES);
    return version == VERSION ? PLACE_BYTES : CHAINED_PLACE_BYTES;
}

static void key_place_of(const unsigned char *session_id,
                         unsigned char place[KEY_PLACE_BYTES])
{
    place[0] = VERSION;
    memcpy(place + 1, session_id, CHAIN_ID_BYTES);
}

enum status draft_wrap(struct arena *arena, const unsigned char key[DRAFT_KEY_BYTES],
                       const struct draft_row *row, struct span plaintext,
                       struct span *out_sealed)
{
    unsigned char place[CHAINED_PLACE_BYTES];
    size_t padded;
    if (plaintext.count > DRAFT_ROW_MAX_BYTES)
        return fail(STATUS_TOO_LARGE, "a draft row of %zu bytes; at most %d are kept",
                    plaintext.count, DRAFT_ROW_MAX_BYTES);
    const size_t room = plaintext.count + DRAFT_PAD_BYTES;
    unsigned char *sealed = arena_alloc(arena, FRONT_BYTES + room + TAG_BYTES);
    if (plaintext.count)
        memcpy(sealed + FRONT_BYTES, plaintext.data, plaintext.count);
    must(sodium_pad(&padded, sealed + FRONT_BYTES, plaintext.count, DRAFT_PAD_BYTES,
                    room) == 0);
    seal_in_place(key, place, place_of(row, VERSION_CHAINED, place), sealed, padded);
    *out_sealed = (struct span){(const char *)sealed, FRONT_BYTES + padded + TAG_BYTES};
    return OK;
}

static enum status size_check(struct span sealed)
{
    const size_t frame = FRONT_BYTES + TAG_BYTES;
    if (sealed.count < frame + DRAFT_PAD_BYTES ||
        sealed.count > frame + DRAFT_ROW_MAX_BYTES + DRAFT_PAD_BYTES ||
        (sealed.count - frame) % DRAFT_PAD_BYTES)
        return fail(STATUS_DAMAGED, "a draft row has an impossible size of %zu bytes",
                    sealed.count);
    if (sealed.data[0] != VERSION && sealed.data[0] != VERSION_CHAINED)
        return fail(STATUS_UNSUPPORTED, "a draft row is of another version than %d or %d",
                    VERSION, VERSION_CHAINED);
    return OK;
}

enum status draft_unwrap(struct arena *arena, const unsigned char key[DRAFT_KEY_BYTES],
                         const struct draft_row *row, struct span sealed,
                         struct span *out_plaintext)
{
    unsigned char place[CHAINED_PLACE_BYTES];
    const enum status status = size_check(sealed);
    if (status != OK)
        return status;
    const struct arena_mark mark = arena_mark(arena);
    const size_t padded = sealed.count - FRONT_BYTES - TAG_BYTES;
    unsigned char *plaintext = arena_alloc(arena, padded);
    size_t count;
    const size_t place_bytes = place_of(row, (unsigned char)sealed.data[0], place);
    if (!has_opened(key, place, place_bytes, sealed, plaintext) ||
        sodium_unpad(&count, plaintext, padded, DRAFT_PAD_BYTES) != 0) {
        arena_release(arena, mark);
        return fail(STATUS_DAMAGED,
                    "draft row %llu was altered or belongs to another session",
                    (unsigned long long)row->number);
    }
    *out_plaintext = (struct span){(const char *)plaintext, count};
    return OK;
}

void draft_hash(struct span sealed, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("hf-draft-row", sealed, out_hash);
}

bool is_draft_chained(struct span sealed)
{
    return sealed.count && sealed.data[0] == VERSION_CHAINED;
}

/* Longer than the place of a key, so that neither opens as the other. */
static void head_place_of(const unsigned char *session_id,
                          unsigned char place[HEAD_PLACE_BYTES])
{
    key_place_of(session_id, place);
    place[KEY_PLACE_BYTES] = 'H';
}

void draft_head_wrap(const unsigned char key[DRAFT_KEY_BYTES],
                     const unsigned char session_id[CHAIN_ID_BYTES],
                     const struct draft_head *head,
                     unsigned char out_sealed[DRAFT_HEAD_BYTES])
{
    unsigned char place[HEAD_PLACE_BYTES];
    head_place_of(session_id, place);
    little_write(head->row_count, 8, out_sealed + FRONT_BYTES);
    memcpy(out_sealed + FRONT_BYTES + 8, head->assessment_hash, CHAIN_HASH_BYTES);
    seal_in_place(key, place, sizeof place, out_sealed, HEAD_TEXT_BYTES);
}

enum status draft_head_unwrap(const unsigned char key[DRAFT_KEY_BYTES],
                              const unsigned char session_id[CHAIN_ID_BYTES],
                              struct span sealed, struct draft_head *out_head)
{
    unsigned char place[HEAD_PLACE_BYTES], text[HEAD_TEXT_BYTES];
    if (sealed.count != DRAFT_HEAD_BYTES)
        return fail(STATUS_DAMAGED, "the head of a draft has %zu bytes", sealed.count);
    if (sealed.data[0] != VERSION)
        return fail(STATUS_UNSUPPORTED, "the head of a draft is of another version");
    head_place_of(session_id, place);
    if (!has_opened(key, place, sizeof place, sealed, text))
        return fail(STATUS_DAMAGED,
                    "the head of a draft was altered or belongs to another session");
    out_head->row_count = little_read(text, 8);
    memcpy(out_head->assessment_hash, text + 8, CHAIN_HASH_BYTES);
    return OK;
}

void draft_key_wrap(const unsigned char wrapping_key[DRAFT_KEY_BYTES],
                    const unsigned char session_id[CHAIN_ID_BYTES],
                    const unsigned char key[DRAFT_KEY_BYTES],
                    unsigned char out_wrapped[DRAFT_WRAPPED_KEY_BYTES])
{
    unsigned char place[KEY_PLACE_BYTES];
    key_place_of(session_id, place);
    memcpy(out_wrapped + FRONT_BYTES, key, DRAFT_KEY_BYTES);
    seal_in_place(wrapping_key, place, sizeof place, out_wrapped, DRAFT_KEY_BYTES);
}

enum status draft_key_unwrap(const unsigned char wrapping_key[DRAFT_KEY_BYTES],
                             const unsigned char session_id[CHAIN_ID_BYTES],
                             const unsigned char wrapped[DRAFT_WRAPPED_KEY_BYTES],
                             unsigned char out_key[DRAFT_KEY_BYTES])
{
    unsigned char place[KEY_PLACE_BYTES], key[DRAFT_KEY_BYTES];
    if (wrapped[0] != VERSION)
        return fail(STATUS_UNSUPPORTED, "a draft key is of another version than %d",
                    VERSION);
    key_place_of(session_id, place);
    if (!has_opened(wrapping_key, place, sizeof place,
                    (struct span){(const char *)wrapped, DRAFT_WRAPPED_KEY_BYTES}, key))
        return fail(STATUS_WRONG_KEY, "the draft key does not open with this code here");
    memcpy(out_key, key, sizeof key);
    sodium_memzero(key, sizeof key);
    return OK;
}
