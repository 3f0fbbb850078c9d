#include "seal/minisign.h"

#include "base/utf8.h"
#include "seal/base64.h"
#include "seal/digest.h"
#include "base/little.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "

enum {
    KIND_BYTES = 2,
    PUBLIC_BYTES = KIND_BYTES + MINISIGN_NUMBER_BYTES + CHAIN_PUBLIC_KEY_BYTES,
    BLOCK_BYTES = KIND_BYTES + MINISIGN_NUMBER_BYTES + CHAIN_SIGNATURE_BYTES,
    HASH_BYTES = 64, /* BLAKE2b-512, signed in place of a file */
    UNTRUSTED_LINE_MAX_BYTES = 1024,
    TRUSTED_LINE_MAX_BYTES = 8192,
    PUBLIC_LINES = 2,
    SIGNATURE_LINES = 4,
};

static const char key_kind[KIND_BYTES] = {'E', 'd'};
static const char hashed_kind[KIND_BYTES] = {'E', 'D'};

/* The four lines, decoded. Nothing in here is to be believed before both signatures hold. */
struct parts {
    unsigned char block[BLOCK_BYTES]; /* kind, key number, signature over the hash */
    unsigned char global[CHAIN_SIGNATURE_BYTES];
    struct span comment;
};

static struct span bytes_of(const void *bytes, size_t count)
{
    return (struct span){bytes, count};
}

void minisign_generate(struct minisign_key *out_key)
{
    unsigned char public[CHAIN_PUBLIC_KEY_BYTES];
    randombytes_buf(out_key->number, sizeof out_key->number);
    sign_generate(out_key->secret, public);
}

void minisign_public_of(const struct minisign_key *key,
                        struct minisign_public *out_public)
{
    memcpy(out_public->number, key->number, sizeof out_public->number);
    sign_public_of(key->secret, out_public->key);
}

/* Writes a key number as people see it, as 16 hex digits. */
static void number_write(const unsigned char number[MINISIGN_NUMBER_BYTES],
                         char out_text[2 * MINISIGN_NUMBER_BYTES + 1])
{
    snprintf(out_text, 2 * MINISIGN_NUMBER_BYTES + 1, "%016" PRIX64,
             little_read(number, MINISIGN_NUMBER_BYTES));
}

struct span minisign_public_write(struct arena *arena,
                                  const struct minisign_public *public)
{
    unsigned char block[PUBLIC_BYTES];
    char number[2 * MINISIGN_NUMBER_BYTES + 1];
    memcpy(block, key_kind, KIND_BYTES);
    memcpy(block + KIND_BYTES, public->number, MINISIGN_NUMBER_BYTES);
    memcpy(block + KIND_BYTES + MINISIGN_NUMBER_BYTES, public->key,
           CHAIN_PUBLIC_KEY_BYTES);
    number_write(public->number, number);
    const struct span text =
        base64_write(arena, bytes_of(block, sizeof block), BASE64_PADDED);
    return span_format(arena, UNTRUSTED "minisign public key %s\n%.*s\n", number,
                       SPAN_ARGS(text));
}

/* Takes `text` apart into exactly `count` lines; CRLF counts as LF, the last end may
 * lack. */
static enum status lines_read(struct span text, size_t count, struct span *lines)
{
    struct span line;
    size_t found = 0;
    if (text.count > MINISIGN_MAX_BYTES)
        return fail(STATUS_TOO_LARGE,
                    "a signature or public key of %zu bytes; at most %d", text.count,
                    MINISIGN_MAX_BYTES);
    if (text.count && text.data[text.count - 1] == '\n')
        text.count--;
    while (span_next(&text, '\n', &line)) {
        if (line.count && line.data[line.count - 1] == '\r')
            line.count--;
        if (found < count)
            lines[found] = line;
        found++;
    }
    if (found != count)
        return fail(STATUS_DAMAGED,
                    "a signature has four lines and a public key two; this text has %zu",
                    found);
    if (!has_span_prefix(lines[0], UNTRUSTED) ||
        lines[0].count > UNTRUSTED_LINE_MAX_BYTES)
        return fail(STATUS_DAMAGED,
                    "line 1 is not an untrusted comment of at most %d bytes",
                    UNTRUSTED_LINE_MAX_BYTES);
    return OK;
}

enum status minisign_public_read(struct span text, struct minisign_public *out_public)
{
    struct span lines[PUBLIC_LINES];
    unsigned char block[PUBLIC_BYTES];
    if (lines_read(text, PUBLIC_LINES, lines) != OK)
        return fail_in(STATUS_BAD_INPUT, "this is not a minisign public key");
    if (!base64_read(lines[1], BASE64_PADDED, block, sizeof block) ||
        memcmp(block, key_kind, KIND_BYTES) != 0)
        return fail(STATUS_BAD_INPUT, "line 2 is not a minisign public key");
    memcpy(out_public->number, block + KIND_BYTES, MINISIGN_NUMBER_BYTES);
    memcpy(out_public->key, block + KIND_BYTES + MINISIGN_NUMBER_BYTES,
           CHAIN_PUBLIC_KEY_BYTES);
    return OK;
}

static bool is_comment(struct span comment)
{
    for (size_t i = 0; i < comment.count; i++) {
        const unsigned char byte = (unsigned char)comment.data[i];
        if ((byte < ' ' && byte != '\t') || byte == 127)
            return false;
    }
    return utf8_wrong(comment) == comment.count;
}

/* The BLAKE2b-512 of `bytes`: what is signed in their place. */
static void hash_of(struct span bytes, unsigned char hash[HASH_BYTES])
{
    struct digest digest;
    digest_begin(&digest, HASH_BYTES);
    digest_step(&digest, bytes);
    digest_end(&digest, hash);
}

/* The global signature covers the signature, then the trusted comment. */
static struct span globally_signed(struct arena *arena, const unsigned char *signature,
                                   struct span comment)
{
    const size_t bytes = CHAIN_SIGNATURE_BYTES + comment.count;
    char *message = arena_alloc(arena, bytes);
    memcpy(message, signature, CHAIN_SIGNATURE_BYTES);
    if (comment.count)
        memcpy(message + CHAIN_SIGNATURE_BYTES, comment.data, comment.count);
    return (struct span){message, bytes};
}

enum status minisign_sign(struct arena *arena, const struct minisign_key *key,
                          struct span trusted_comment, struct span bytes,
                          struct span *out_text)
{
    unsigned char block[BLOCK_BYTES], global[CHAIN_SIGNATURE_BYTES], hash[HASH_BYTES];
    unsigned char *signature = block + KIND_BYTES + MINISIGN_NUMBER_BYTES;
    if (trusted_comment.count > MINISIGN_COMMENT_MAX_BYTES ||
        !is_comment(trusted_comment))
        return fail(STATUS_BAD_INPUT,
                    "a trusted comment is one line of at most %d bytes of plain text",
                    MINISIGN_COMMENT_MAX_BYTES);
    hash_of(bytes, hash);
    memcpy(block, hashed_kind, KIND_BYTES);
    memcpy(block + KIND_BYTES, key->number, MINISIGN_NUMBER_BYTES);
    sign_bytes(key->secret, bytes_of(hash, sizeof hash), signature);
    sign_bytes(key->secret, globally_signed(arena, signature, trusted_comment), global);
    const struct span line2 =
        base64_write(arena, bytes_of(block, sizeof block), BASE64_PADDED);
    const struct span line4 =
        base64_write(arena, bytes_of(global, sizeof global), BASE64_PADDED);
    *out_text = span_format(
        arena,
        UNTRUSTED "signature from resonance secret key\n%.*s\n" TRUSTED "%.*s\n%.*s\n",
        SPAN_ARGS(line2), SPAN_ARGS(trusted_comment), SPAN_ARGS(line4));
    return OK;
}

static enum status parts_read(struct span text, struct parts *parts)
{
    struct span lines[SIGNATURE_LINES];
    const enum status status = lines_read(text, SIGNATURE_LINES, lines);
    if (status != OK)
        return status;
    if (!base64_read(lines[1], BASE64_PADDED, parts->block, sizeof parts->block))
        return fail(STATUS_DAMAGED, "line 2 is not a minisign signature");
    if (!has_span_prefix(lines[2], TRUSTED) || lines[2].count > TRUSTED_LINE_MAX_BYTES)
        return fail(STATUS_DAMAGED, "line 3 is not a trusted comment of at most %d bytes",
                    TRUSTED_LINE_MAX_BYTES);
    if (!base64_read(lines[3], BASE64_PADDED, parts->global, sizeof parts->global))
        return fail(STATUS_DAMAGED, "line 4 is not a minisign global signature");
    parts->comment = span_cut(lines[2], sizeof TRUSTED - 1, lines[2].count);
    return OK;
}

/* No signature protects kind and key number: they are only good for a clear sentence. */
static enum status key_check(const struct parts *parts,
                             const struct minisign_public *public)
{
    const unsigned char *number = parts->block + KIND_BYTES;
    char found[2 * MINISIGN_NUMBER_BYTES + 1], wanted[2 * MINISIGN_NUMBER_BYTES + 1];
    if (memcmp(parts->block, key_kind, KIND_BYTES) == 0)
        return fail(STATUS_UNSUPPORTED,
                    "a legacy signature (not prehashed) is not accepted; sign again "
                    "with minisign -H");
    if (memcmp(parts->block, hashed_kind, KIND_BYTES) != 0)
        return fail(STATUS_UNSUPPORTED, "a signature of an unknown kind");
    if (memcmp(number, public->number, MINISIGN_NUMBER_BYTES) == 0)
        return OK;
    number_write(number, found);
    number_write(public->number, wanted);
    return fail(STATUS_WRONG_KEY, "signed with key %s, expected %s", found, wanted);
}

enum status minisign_verify(struct arena *arena, const struct minisign_public *public,
                            struct span bytes, struct span text,
                            struct span *out_trusted_comment)
{
    unsigned char hash[HASH_BYTES];
    struct parts parts;
    enum status status = parts_read(text, &parts);
    if (status == OK)
        status = key_check(&parts, public);
    if (status != OK)
        return status;
    hash_of(bytes, hash);
    const unsigned char *signature = parts.block + KIND_BYTES + MINISIGN_NUMBER_BYTES;
    const struct span message = globally_signed(arena, signature, parts.comment);
    if (sign_verify(public->key, bytes_of(hash, sizeof hash), signature) != OK)
        return fail(STATUS_FORGED, "the signature does not fit the file");
    if (sign_verify(public->key, message, parts.global) != OK)
        return fail(STATUS_FORGED, "the trusted comment was altered");
    if (!is_comment(parts.comment))
        return fail(STATUS_DAMAGED, "the trusted comment is not plain text");
    *out_trusted_comment = span_copy(arena, parts.comment);
    return OK;
}
