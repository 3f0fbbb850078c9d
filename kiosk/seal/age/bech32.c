#include "seal/age/bech32.h"

#include "base/must.h"

#include <sodium.h>
#include <string.h>

enum {
    CHECKSUM_LETTERS = 6,
    LETTER_BITS = 5,
    MAX_LETTERS =
        (BECH32_MAX_BYTES * 8 + LETTER_BITS - 1) / LETTER_BITS + CHECKSUM_LETTERS,
};

static const char lower_letters[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
static const char upper_letters[] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

/* The whole text is in the case of its prefix, so the first letter tells it. */
static const char *letters_of(const char *prefix)
{
    return prefix[0] >= 'A' && prefix[0] <= 'Z' ? upper_letters : lower_letters;
}

static uint32_t checksum_step(uint32_t sum, uint32_t value)
{
    static const uint32_t generators[LETTER_BITS] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                     0x3d4233dd, 0x2a1462b3};
    const uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << LETTER_BITS ^ value;
    for (unsigned bit = 0; bit < LETTER_BITS; bit++)
        sum ^= top >> bit & 1 ? generators[bit] : 0;
    return sum;
}

/* The checksum runs over the lower-case prefix, its high bits first, then over the
 * values. */
static uint32_t checksum_begin(const char *prefix)
{
    uint32_t sum = 1;
    for (const char *at = prefix; *at; at++)
        sum = checksum_step(sum,
                            (uint32_t)((*at >= 'A' && *at <= 'Z' ? *at | 32 : *at) >> 5));
    sum = checksum_step(sum, 0);
    for (const char *at = prefix; *at; at++)
        sum = checksum_step(sum, (uint32_t)*at & 31);
    return sum;
}

static size_t letters_for(size_t count)
{
    return (count * 8 + LETTER_BITS - 1) / LETTER_BITS;
}

/* Takes five bits from bit 5 * at on as the value of letter `at`, zeros past the end. */
static uint32_t value_at(struct span bytes, size_t at)
{
    const size_t bit = at * LETTER_BITS, byte = bit / 8;
    const uint32_t high = (unsigned char)bytes.data[byte];
    const uint32_t low = byte + 1 < bytes.count ? (unsigned char)bytes.data[byte + 1] : 0;
    return (high << 8 | low) >> (16 - LETTER_BITS - bit % 8) & 31;
}

struct span bech32_write(struct arena *arena, const char *prefix, struct span bytes)
{
    const char *letters = letters_of(prefix);
    char text[MAX_LETTERS];
    size_t used = 0;
    uint32_t sum = checksum_begin(prefix);
    must(bytes.count <= BECH32_MAX_BYTES);
    while (used < letters_for(bytes.count)) {
        const uint32_t value = value_at(bytes, used);
        sum = checksum_step(sum, value);
        text[used++] = letters[value];
    }
    for (int i = 0; i < CHECKSUM_LETTERS; i++)
        sum = checksum_step(sum, 0);
    sum ^= 1;
    for (int i = CHECKSUM_LETTERS - 1; i >= 0; i--)
        text[used++] = letters[sum >> (i * LETTER_BITS) & 31];
    const struct span whole = span_format(arena, "%s1%.*s", prefix, (int)used, text);
    sodium_memzero(text, sizeof text);
    return whole;
}

/* Takes the letters apart; the checksum must come out as 1 and the spare bits as zero. */
static enum status letters_read(struct span text, const char *letters, uint32_t sum,
                                unsigned char *bytes, size_t count)
{
    uint32_t gathered = 0;
    unsigned bits = 0;
    size_t used = 0;
    for (size_t i = 0; i < text.count; i++) {
        const char *found = text.data[i] ? strchr(letters, text.data[i]) : NULL;
        if (!found)
            return fail(STATUS_BAD_INPUT,
                        "letter %zu after the prefix cannot stand there", i + 1);
        const uint32_t value = (uint32_t)(found - letters);
        sum = checksum_step(sum, value);
        if (i >= text.count - CHECKSUM_LETTERS)
            continue;
        gathered = gathered << LETTER_BITS | value;
        bits += LETTER_BITS;
        if (bits >= 8 && used < count) {
            bits -= 8;
            bytes[used++] = (unsigned char)(gathered >> bits);
            gathered &= (1U << bits) - 1;
        }
    }
    if (sum != 1 || gathered)
        return fail(STATUS_BAD_INPUT, "the checksum does not fit; a letter is wrong");
    return OK;
}

enum status bech32_read(struct span text, const char *prefix, void *out_bytes,
                        size_t count)
{
    unsigned char bytes[BECH32_MAX_BYTES] = {0};
    const size_t prefix_bytes = strlen(prefix);
    must(count <= sizeof bytes);
    if (!has_span_prefix(text, prefix) || text.count == prefix_bytes ||
        text.data[prefix_bytes] != '1')
        return fail(STATUS_BAD_INPUT, "it does not begin with \"%s1\"", prefix);
    const struct span rest = span_cut(text, prefix_bytes + 1, text.count);
    const size_t wanted = letters_for(count) + CHECKSUM_LETTERS;
    if (rest.count != wanted)
        return fail(STATUS_BAD_INPUT, "it has %zu letters after \"%s1\", %zu are needed",
                    rest.count, prefix, wanted);
    const enum status status =
        letters_read(rest, letters_of(prefix), checksum_begin(prefix), bytes, count);
    if (status == OK && count)
        memcpy(out_bytes, bytes, count);
    sodium_memzero(bytes, sizeof bytes);
    return status;
}
