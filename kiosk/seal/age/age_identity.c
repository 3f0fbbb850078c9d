#include "seal/age/age_identity.h"

#include "base/must.h"
#include "seal/age/bech32.h"

#include <sodium.h>
#include <string.h>

_Static_assert(AGE_IDENTITY_BYTES == crypto_scalarmult_SCALARBYTES, "X25519 secret key");
_Static_assert(AGE_RECIPIENT_BYTES == crypto_scalarmult_BYTES, "X25519 public key");

static const char prefix[] = "AGE-SECRET-KEY-";

void age_identity_of(const unsigned char secret[AGE_IDENTITY_BYTES],
                     struct age_identity *out_identity)
{
    memmove(out_identity->secret, secret, AGE_IDENTITY_BYTES);
    must(crypto_scalarmult_base(out_identity->recipient.bytes, out_identity->secret) ==
         0);
}

void age_identity_generate(struct age_identity *out_identity)
{
    randombytes_buf(out_identity->secret, sizeof out_identity->secret);
    age_identity_of(out_identity->secret, out_identity);
}

/* The two mistakes that people make with whole keys get a sentence of their own. */
static enum status kind_check(struct span text)
{
    if (has_span_prefix(text, "AGE-PLUGIN-") ||
        has_span_prefix(text, "AGE-SECRET-KEY-PQ-1"))
        return fail(STATUS_UNSUPPORTED,
                    "a secret key of a kind that is not supported here (plugin or "
                    "post-quantum); use one made by age-keygen");
    if (has_span_prefix(text, "age1"))
        return fail(STATUS_BAD_INPUT,
                    "this is a public key; the secret key that belongs to it is needed");
    return OK;
}

static enum status key_read(struct span text, struct age_identity *out_identity)
{
    unsigned char secret[AGE_IDENTITY_BYTES];
    enum status status = kind_check(text);
    if (status == OK)
        status = bech32_read(text, prefix, secret, sizeof secret);
    if (status != OK)
        return status;
    age_identity_of(secret, out_identity);
    sodium_memzero(secret, sizeof secret);
    return OK;
}

struct span age_identity_write(struct arena *arena, const struct age_identity *identity)
{
    return bech32_write(
        arena, prefix, (struct span){(const char *)identity->secret, AGE_IDENTITY_BYTES});
}

static struct span without_return(struct span line)
{
    const bool has_return = line.count && line.data[line.count - 1] == '\r';
    return span_cut(line, 0, line.count - (has_return ? 1 : 0));
}

static bool is_key_line(struct span line)
{
    return line.count && line.data[0] != '#';
}

static size_t count_keys(struct span text)
{
    struct span line;
    size_t count = 0;
    while (span_next(&text, '\n', &line))
        count += is_key_line(without_return(line)) ? 1 : 0;
    return count;
}

enum status age_identity_list(struct arena *arena, struct span text,
                              struct age_identity **out_identities, size_t *out_count)
{
    const size_t count = count_keys(text);
    if (count == 0)
        return fail(STATUS_BAD_INPUT, "there is no secret key in the identity file");
    if (count > AGE_IDENTITY_MAX_COUNT)
        return fail(STATUS_BAD_INPUT,
                    "%zu secret keys in the identity file, at most %d are accepted",
                    count, AGE_IDENTITY_MAX_COUNT);
    struct age_identity *identities = arena_array(arena, struct age_identity, count);
    struct span line;
    size_t number = 0, used = 0;
    while (span_next(&text, '\n', &line)) {
        number++;
        line = without_return(line);
        if (!is_key_line(line))
            continue;
        const enum status status = key_read(line, &identities[used++]);
        if (status != OK)
            return fail_in(status, "identity file, line %zu", number);
    }
    *out_identities = identities;
    *out_count = count;
    return OK;
}
