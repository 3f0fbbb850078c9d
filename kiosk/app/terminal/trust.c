#include "app/terminal/trust.h"

#include "app/common/public_words.h"

#include <string.h>

#define KNOWN "organization"          /* piece of the ledger: the public key file */
#define EXPECTED "organization-words" /* piece: what the words stand for */

enum status trust_keep(struct ledger *ledger, struct span organization_key)
{
    return ledger_put_identity(ledger, KNOWN, organization_key);
}

enum status trust_known(struct arena *arena, struct ledger *ledger, bool *out_is_known)
{
    struct span known;
    const enum status status = ledger_get_identity(arena, ledger, KNOWN, &known);
    *out_is_known = status == OK;
    return status == STATUS_NOT_FOUND ? OK : status;
}

static enum status unconfirmed(struct arena *arena, struct span organization_key)
{
    const struct span words = public_words(arena, organization_key);
    return fail(STATUS_UNCONFIRMED,
                "nobody has compared the words of the organization yet: %.*s. Only when "
                "'resonance key words signing' shows the same ones at the desk, say yes "
                "on the screen, or give the desk's words with --organization-words",
                SPAN_ARGS(words));
}

static enum status said_otherwise(void)
{
    return fail(STATUS_FORGED,
                "the words of this configuration's organization are not those that "
                "were told here (--organization-words): it was changed on its way; "
                "throw it away and copy it again from the desk");
}

static bool are_words_of(struct span organization_key, struct span words)
{
    unsigned char bytes[FINGERPRINT_BYTES];
    public_words_bytes(organization_key, bytes);
    return is_span_equal(words, (struct span){(const char *)bytes, sizeof bytes});
}

enum status trust_said(struct span typed, struct span organization_key)
{
    unsigned char bytes[FINGERPRINT_BYTES];
    const enum status status = fingerprint_read(typed, bytes);
    if (status != OK)
        return fail_in(status, "--organization-words");
    return are_words_of(organization_key,
                        (struct span){(const char *)bytes, sizeof bytes})
               ? OK
               : said_otherwise();
}

/* Before any organization is known: only the one whose words were told. */
static enum status first_look(struct arena *arena, struct ledger *ledger,
                              struct span organization_key)
{
    struct span expected;
    const enum status status = ledger_get_identity(arena, ledger, EXPECTED, &expected);
    if (status == STATUS_NOT_FOUND)
        return unconfirmed(arena, organization_key);
    if (status != OK)
        return status;
    return are_words_of(organization_key, expected) ? OK : said_otherwise();
}

static enum status look(struct arena *arena, struct ledger *ledger,
                        struct span organization_key, bool *out_is_new)
{
    struct span known;
    const enum status status = ledger_get_identity(arena, ledger, KNOWN, &known);
    *out_is_new = status == STATUS_NOT_FOUND;
    if (*out_is_new)
        return first_look(arena, ledger, organization_key);
    if (status != OK)
        return status;
    if (!is_span_equal(known, organization_key))
        return fail(STATUS_FORGED,
                    "the configuration is signed by another organization than the one "
                    "this terminal belongs to; ask the owner of the terminal, or begin "
                    "with an empty data folder");
    return OK;
}

enum status trust_look(struct arena *arena, struct ledger *ledger,
                       struct span organization_key)
{
    bool is_new;
    return look(arena, ledger, organization_key, &is_new);
}

enum status trust_check(struct arena *arena, struct ledger *ledger,
                        struct span organization_key)
{
    bool is_new;
    const enum status status = look(arena, ledger, organization_key, &is_new);
    return status == OK && is_new ? trust_keep(ledger, organization_key) : status;
}

enum status trust_expect(struct arena *arena, struct ledger *ledger, struct span typed)
{
    unsigned char bytes[FINGERPRINT_BYTES], known_bytes[FINGERPRINT_BYTES];
    struct span known;
    enum status status = fingerprint_read(typed, bytes);
    if (status != OK)
        return fail_in(status, "--organization-words");
    status = ledger_get_identity(arena, ledger, KNOWN, &known);
    if (status == STATUS_NOT_FOUND)
        return ledger_put_identity(ledger, EXPECTED,
                                   (struct span){(const char *)bytes, sizeof bytes});
    if (status != OK)
        return status;
    public_words_bytes(known, known_bytes);
    if (memcmp(bytes, known_bytes, sizeof bytes) != 0)
        return fail(
            STATUS_FORGED,
            "--organization-words: these are not the words of the organization "
            "this terminal belongs to; ask its owner, or begin with an empty data "
            "folder");
    return OK;
}
