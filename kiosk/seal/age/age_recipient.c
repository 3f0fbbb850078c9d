#include "seal/age/age_recipient.h"

#include "seal/age/bech32.h"

static const char prefix[] = "age";

/* "age1" + 58 letters; kinds we do not have put their name between: "age1yubikey1…". */
static bool is_other_kind(struct span text)
{
    const struct span rest = span_cut(text, sizeof prefix, text.count);
    return has_span_prefix(text, "age1") && span_find(rest, '1') < rest.count;
}

enum status age_recipient_read(struct span text, struct age_recipient *out_recipient)
{
    if (is_other_kind(text))
        return fail(STATUS_UNSUPPORTED,
                    "a public key of a kind that is not supported here (plugin or "
                    "post-quantum); use one made by age-keygen");
    return bech32_read(text, prefix, out_recipient->bytes, AGE_RECIPIENT_BYTES);
}

struct span age_recipient_write(struct arena *arena,
                                const struct age_recipient *recipient)
{
    return bech32_write(
        arena, prefix,
        (struct span){(const char *)recipient->bytes, sizeof recipient->bytes});
}
