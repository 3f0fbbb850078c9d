#include "app/desk/office/trust/signed_keyset.h"

#include "base/buffer.h"
#include "seal/age/age_header.h"

#include <inttypes.h>
#include <string.h>

enum { WORDS_BYTES = 4096 };

static bool has_key(const struct keyset *keyset, struct span recipient)
{
    for (size_t i = 0; i < keyset->recipient_count; i++)
        if (is_span_equal(keyset->recipients[i].recipient, recipient))
            return true;
    return false;
}

static void name_add(struct buffer *words, struct span label)
{
    buffer_format(words, "%s%.*s", words->count ? ", " : "",
                  SPAN_ARGS(span_cut(label, 0, CONFIG_TAG_BYTES * 4)));
}

/* Which keys of the file nobody signed for; where there is none, what else differs. */
static enum status differs(struct office *office, const struct keyset *found,
                           const struct roll_keyset *last)
{
    struct buffer words = buffer_init(&office->arena, WORDS_BYTES);
    struct keyset *known = NULL;
    const enum status status = config_keyset_read(&office->arena, last->bytes, &known);
    if (status != OK)
        return status;
    for (size_t i = 0; i < found->recipient_count; i++)
        if (!has_key(known, found->recipients[i].recipient))
            name_add(&words, found->recipients[i].label);
    if (words.count)
        return fail(
            STATUS_FORGED,
            "%s names a key that nobody has signed for: %.*s. It was changed here; "
            "put it back from a copy, or make keys with 'resonance key new'",
            office_path(office, "keyset.json"), SPAN_ARGS(buffer_span(&words)));
    return fail(
        STATUS_FORGED,
        "%s is not the set of keys that was signed last, version %lld; put it back "
        "from a copy",
        office_path(office, "keyset.json"), (long long)last->version);
}

/* The power went before the file of the last change was written, or somebody put an older one
 * back. */
static bool is_earlier(const struct roll *roll, struct span bytes)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash(NULL, bytes, hash);
    return roll_keyset(roll, hash) != NULL;
}

enum status signed_keyset_read(struct office *office, struct keyset **out_keyset,
                               struct span *out_bytes)
{
    const struct roll *roll;
    struct keyset *keyset;
    struct span bytes;
    enum status status = office_keyset(office, &keyset, &bytes);
    if (status == OK)
        status = roll_need(office, &roll);
    if (status != OK)
        return status;
    const struct roll_keyset *last = roll_keyset_last(roll);
    if (!last)
        return fail(STATUS_FORGED, "no set of keys was ever signed here");
    if (!is_span_equal(bytes, last->bytes))
        status = is_earlier(roll, bytes)
                     ? config_keyset_read(&office->arena, last->bytes, &keyset)
                     : differs(office, keyset, last);
    if (status != OK)
        return status;
    *out_keyset = keyset;
    *out_bytes = last->bytes;
    return OK;
}

enum status signed_keyset_look(struct office *office, struct keyset **out_keyset)
{
    const struct roll *roll;
    struct span bytes;
    const enum status status = roll_read(office, &roll);
    if (status != OK)
        return status;
    return roll->is_missing ? office_keyset(office, out_keyset, NULL)
                            : signed_keyset_read(office, out_keyset, &bytes);
}

enum status signed_keyset_check(const struct roll *roll, const struct header *header,
                                struct span payload)
{
    const struct roll_keyset *known = roll_keyset(roll, header->keyset_hash);
    struct age_header age;
    if (!known)
        return fail(
            STATUS_FORGED,
            "entry %" PRIu64
            " is sealed to a set of keys that this organization never signed: "
            "somebody else can open it; keep the file and ask who runs the terminal",
            header->sequence);
    if (!payload.count || !known->recipient_count)
        return OK;
    const enum status status = age_header_read(payload, &age);
    if (status != OK)
        return fail_in(status, "entry %" PRIu64, header->sequence);
    const size_t count = age.recipient_count;
    if (count != known->recipient_count)
        return fail(
            STATUS_FORGED,
            "entry %" PRIu64
            " is sealed to %zu keys, and its set, version %lld, has %zu: %s; keep the "
            "file and ask who runs the terminal",
            header->sequence, count, (long long)known->version, known->recipient_count,
            count > known->recipient_count ? "somebody else can open it"
                                           : "not all of them can open it");
    return OK;
}

struct span signed_keyset_words(struct arena *arena, const struct keyset *keyset)
{
    struct buffer words = buffer_init(arena, WORDS_BYTES);
    for (size_t i = 0; i < keyset->recipient_count; i++)
        buffer_format(
            &words, "%s%.*s (%s)", i ? ", " : "", SPAN_ARGS(keyset->recipients[i].label),
            keyset->recipients[i].role == RECIPIENT_RECOVERY ? "recovery" : "recruiter");
    return buffer_span(&words);
}
