#include "seal/keyfile.h"

#include "base/utf8.h"
#include "base/little.h"
#include "seal/seal.h"

#include <sodium.h>
#include <string.h>

enum {
    MAGIC_BYTES = 4,
    VERSION = 1,
    VERSION_AT = 4,
    KIND_AT = 5,
    LABEL_COUNT_AT = 6,
    PASSES_AT = 8,
    MEMORY_AT = 16,
    SALT_AT = 24,
    NONCE_AT = 40,
    LABEL_AT = 64,
    FRONT_BYTES = LABEL_AT + KEYFILE_LABEL_MAX_BYTES,
    TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    FRAME_BYTES = FRONT_BYTES + TAG_BYTES + CHAIN_HASH_BYTES,
};

_Static_assert(NONCE_AT + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == LABEL_AT,
               "nonce");
_Static_assert(KEYFILE_MAX_BYTES == FRAME_BYTES + KEYFILE_SECRET_MAX_BYTES, "file size");

static const char magic[MAGIC_BYTES] = {'H', 'F', 'K', 'F'};

bool is_keyfile_passphrase(struct span passphrase)
{
    return utf8_count(passphrase) >= KEYFILE_PASSPHRASE_MIN_COUNT;
}

static bool is_label(struct span label)
{
    if (label.count > KEYFILE_LABEL_MAX_BYTES || utf8_wrong(label) != label.count)
        return false;
    for (size_t i = 0; i < label.count; i++)
        if ((unsigned char)label.data[i] < ' ' || label.data[i] == 127)
            return false;
    return true;
}

static bool is_known_kind(enum keyfile_kind kind)
{
    return kind == KEYFILE_IDENTITY || kind == KEYFILE_SIGNING || kind == KEYFILE_PERSON;
}

static bool is_too_costly(struct stretch_cost cost)
{
    return cost.passes > KEYFILE_COST_CEILING.passes ||
           cost.memory_bytes > KEYFILE_COST_CEILING.memory_bytes;
}

static void front_write(const struct keyfile *facts, unsigned char *front)
{
    memcpy(front, magic, sizeof magic);
    front[VERSION_AT] = VERSION;
    front[KIND_AT] = (unsigned char)facts->kind;
    little_write(facts->label.count, 2, front + LABEL_COUNT_AT);
    little_write(facts->cost.passes, 8, front + PASSES_AT);
    little_write(facts->cost.memory_bytes, 8, front + MEMORY_AT);
    randombytes_buf(front + SALT_AT, LABEL_AT - SALT_AT); /* salt and nonce */
    if (facts->label.count)
        memcpy(front + LABEL_AT, facts->label.data, facts->label.count);
}

/* Stretches `passphrase` as the front of a file says. */
static enum status key_open(const unsigned char *front, struct stretch_cost cost,
                            struct span passphrase, struct secret *out_key)
{
    struct secret key = {0};
    enum status status = secret_open(STRETCH_KEY_BYTES, &key);
    if (status != OK)
        return status;
    status = stretch_key(passphrase, front + SALT_AT, cost, key.bytes);
    if (status == OK)
        *out_key = key;
    else
        secret_close(&key);
    return status;
}

enum status keyfile_wrap(struct arena *arena, const struct keyfile *facts,
                         struct span passphrase, struct span secret,
                         struct span *out_bytes)
{
    scoped_secret key = {0};
    if (!is_label(facts->label))
        return fail(STATUS_BAD_INPUT,
                    "the label of a key has at most %d bytes of plain text",
                    KEYFILE_LABEL_MAX_BYTES);
    if (!is_known_kind(facts->kind) || secret.count == 0 ||
        secret.count > KEYFILE_SECRET_MAX_BYTES || is_too_costly(facts->cost))
        return fail(STATUS_BAD_INPUT, "this kind, size or cost of a key cannot be kept");
    const size_t bytes = FRAME_BYTES + secret.count;
    unsigned char *file = arena_alloc(arena, bytes);
    front_write(facts, file);
    const enum status status = key_open(file, facts->cost, passphrase, &key);
    if (status != OK)
        return status;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        file + FRONT_BYTES, NULL, (const unsigned char *)secret.data, secret.count, file,
        FRONT_BYTES, NULL, file + NONCE_AT, key.bytes);
    const size_t hashed = bytes - CHAIN_HASH_BYTES;
    seal_hash(NULL, (struct span){(const char *)file, hashed}, file + hashed);
    *out_bytes = (struct span){(const char *)file, bytes};
    return OK;
}

/* Refuses what is no key file, cut off, or not as it was written. */
static enum status frame_check(struct span bytes)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    if (bytes.count <= FRAME_BYTES || bytes.count > KEYFILE_MAX_BYTES ||
        memcmp(bytes.data, magic, sizeof magic) != 0)
        return fail(STATUS_DAMAGED, "this is not a key file, or it is cut off");
    if (bytes.data[VERSION_AT] != VERSION)
        return fail(STATUS_UNSUPPORTED, "the key file is of another version than %d",
                    VERSION);
    const struct span hashed = span_cut(bytes, 0, bytes.count - sizeof hash);
    seal_hash(NULL, hashed, hash);
    if (memcmp(hash, bytes.data + hashed.count, sizeof hash) != 0)
        return fail(STATUS_DAMAGED, "the key file is damaged; take another copy of it");
    return OK;
}

/* After the text a label field has only zeros: nothing can be hidden in a file for a key. */
static bool has_label(const unsigned char *front, struct span *out_label)
{
    const size_t count = (size_t)little_read(front + LABEL_COUNT_AT, 2);
    const struct span field = {(const char *)front + LABEL_AT, KEYFILE_LABEL_MAX_BYTES};
    *out_label = span_cut(field, 0, count);
    return count <= field.count && is_label(*out_label) &&
           sodium_is_zero(front + LABEL_AT + count, field.count - count);
}

enum status keyfile_read(struct span bytes, struct keyfile *out_facts)
{
    struct keyfile facts;
    const enum status status = frame_check(bytes);
    if (status != OK)
        return status;
    const unsigned char *front = (const unsigned char *)bytes.data;
    facts.kind = (enum keyfile_kind)front[KIND_AT];
    facts.cost.passes = little_read(front + PASSES_AT, 8);
    facts.cost.memory_bytes = little_read(front + MEMORY_AT, 8);
    if (!is_known_kind(facts.kind))
        return fail(STATUS_UNSUPPORTED,
                    "the key file holds a kind of key that this program does not know");
    if (!has_label(front, &facts.label))
        return fail(STATUS_DAMAGED, "the label of the key file is wrong");
    if (is_too_costly(facts.cost))
        return fail(
            STATUS_REFUSED,
            "the key file asks for more work than this program gives (%llu passes, %llu "
            "MiB); it was not made here",
            (unsigned long long)KEYFILE_COST_CEILING.passes,
            (unsigned long long)KEYFILE_COST_CEILING.memory_bytes >> 20);
    *out_facts = facts;
    return OK;
}

/* Opens the file `bytes`, whose key is known. */
static enum status secret_unwrap(struct span bytes, const struct secret *key,
                                 struct secret *out_secret)
{
    const unsigned char *file = (const unsigned char *)bytes.data;
    struct secret secret = {0};
    const enum status status = secret_open(bytes.count - FRAME_BYTES, &secret);
    if (status != OK)
        return status;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            secret.bytes, NULL, NULL, file + FRONT_BYTES, secret.count + TAG_BYTES, file,
            FRONT_BYTES, file + NONCE_AT, key->bytes) != 0) {
        secret_close(&secret);
        return fail(STATUS_WRONG_PASSPHRASE,
                    "the passphrase does not open this key file");
    }
    *out_secret = secret;
    return OK;
}

enum status keyfile_unwrap(struct span bytes, enum keyfile_kind kind,
                           struct span passphrase, struct secret *out_secret)
{
    struct keyfile facts;
    scoped_secret key = {0};
    enum status status = keyfile_read(bytes, &facts);
    if (status != OK)
        return status;
    if (facts.kind != kind)
        return fail(STATUS_BAD_INPUT, "this key file holds %s",
                    facts.kind == KEYFILE_SIGNING
                        ? "a signing key, but an identity is needed"
                        : "an identity, but a signing key is needed");
    status = key_open((const unsigned char *)bytes.data, facts.cost, passphrase, &key);
    return status == OK ? secret_unwrap(bytes, &key, out_secret) : status;
}
