#include "app/terminal/trust.h"

#include "app/common/public_words.h"
#include "seal/next/succession.h"

#include <string.h>

#define KNOWN "organization"          /* piece of the ledger: the public key file */
#define EXPECTED "organization-words" /* piece: what the words stand for */
#define BEFORE                                                                           \
    "organization-before" /* piece: the files of keys that gave way, one after the other */

/* Empty when there is none. */
static enum status piece_get(struct arena *arena, struct ledger *ledger, const char *name,
                             struct span *out_piece)
{
    const enum status status = ledger_get_identity(arena, ledger, name, out_piece);
    if (status != STATUS_NOT_FOUND)
        return status;
    *out_piece = SPAN("");
    return OK;
}

static bool has_key(struct span files, struct span file)
{
    return memmem(files.data, files.count, file.data, file.count);
}

static struct span with_key(struct arena *arena, struct span files, struct span file)
{
    return !file.count || has_key(files, file)
               ? files
               : span_format(arena, "%.*s%.*s", SPAN_ARGS(files), SPAN_ARGS(file));
}

/* `before`, with the key that is known and those that gave way since, each once. */
static enum status gone_add(struct arena *arena, struct span known,
                            const struct trust_offer *offer, struct span *before)
{
    struct succession *list;
    size_t count;
    const enum status status = succession_list(arena, offer->successions, &list, &count);
    if (status != OK)
        return status;
    *before = with_key(arena, *before, known);
    for (size_t i = 0; i < count; i++)
        *before =
            with_key(arena, *before, minisign_public_write(arena, &list[i].previous));
    return OK;
}

/* First what was: when the power goes in between, nothing is lost by it. */
enum status trust_keep(struct arena *arena, struct ledger *ledger,
                       const struct trust_offer *offer)
{
    struct span known, before;
    enum status status = piece_get(arena, ledger, KNOWN, &known);
    if (status == OK)
        status = piece_get(arena, ledger, BEFORE, &before);
    const size_t had_count = before.count;
    if (status == OK)
        status = gone_add(arena, known, offer, &before);
    if (status == OK && before.count != had_count)
        status = ledger_put_identity(ledger, BEFORE, before);
    return status == OK ? ledger_put_identity(ledger, KNOWN, offer->organization_key)
                        : status;
}

enum status trust_known(struct arena *arena, struct ledger *ledger, bool *out_is_known)
{
    struct span known;
    const enum status status = piece_get(arena, ledger, KNOWN, &known);
    *out_is_known = status == OK && known.count;
    return status;
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
    const enum status status = piece_get(arena, ledger, EXPECTED, &expected);
    if (status != OK)
        return status;
    if (!expected.count)
        return unconfirmed(arena, organization_key);
    return are_words_of(organization_key, expected) ? OK : said_otherwise();
}

/* ---- the key that is known gave way to another one ---- */

static enum status of_another(void)
{
    return fail(STATUS_FORGED,
                "the configuration is signed by another organization than the one "
                "this terminal belongs to; ask the owner of the terminal, or begin "
                "with an empty data folder");
}

/* An older stick, or whoever has the key of before. */
static enum status refuse(struct arena *arena, struct ledger *ledger,
                          struct span organization_key)
{
    struct span before;
    const enum status status = piece_get(arena, ledger, BEFORE, &before);
    if (status == OK && has_key(before, organization_key))
        return fail(
            STATUS_FORGED,
            "the configuration is signed with a signing key that the organization "
            "has replaced: it is an older one, or somebody has that key; bring the "
            "newest from the desk");
    return status == OK ? of_another() : status;
}

static enum status waits(struct arena *arena, struct span known,
                         const struct trust_offer *offer, enum status waiting)
{
    return fail(
        waiting,
        "the organization has another signing key, with the words \"%.*s\" in the place of "
        "\"%.*s\"; when 'resonance key words signing' shows the new ones at the desk, say "
        "yes to them on the page for staff (Take a configuration), or tell them here: "
        "resonance-kiosk-setup --organization-words",
        SPAN_ARGS(public_words(arena, offer->organization_key)),
        SPAN_ARGS(public_words(arena, known)));
}

/* Whether the `known` key, and all between it and that of `offer`, signed for the next one. */
static enum status succeeds(struct arena *arena, struct span known,
                            const struct trust_offer *offer, bool *out_is_next)
{
    struct minisign_public from, to;
    struct succession *list;
    size_t count;
    *out_is_next = false;
    if (!offer->successions.count)
        return OK;
    enum status status = succession_list(arena, offer->successions, &list, &count);
    if (status == OK)
        status = minisign_public_read(known, &from);
    if (status == OK)
        status = minisign_public_read(offer->organization_key, &to);
    *out_is_next = status == OK && count && succession_from(list, count, &from) &&
                   is_succession_key(&list[count - 1].next, &to);
    return status;
}

static enum status next_look(struct arena *arena, struct ledger *ledger,
                             struct span known, const struct trust_offer *offer,
                             enum status waiting)
{
    struct span expected;
    bool is_next;
    enum status status = succeeds(arena, known, offer, &is_next);
    if (status == OK && !is_next)
        return refuse(arena, ledger, offer->organization_key);
    if (status == OK)
        status = piece_get(arena, ledger, EXPECTED, &expected);
    if (status == OK && !are_words_of(offer->organization_key, expected))
        return waits(arena, known, offer, waiting);
    return status;
}

/* `waiting` is for a next key whose words nobody has told; `out_is_new`: it is to be kept. */
static enum status look(struct arena *arena, struct ledger *ledger,
                        const struct trust_offer *offer, enum status waiting,
                        bool *out_is_new)
{
    struct span known;
    const enum status status = piece_get(arena, ledger, KNOWN, &known);
    *out_is_new = true;
    if (status != OK)
        return status;
    if (!known.count)
        return first_look(arena, ledger, offer->organization_key);
    if (!is_span_equal(known, offer->organization_key))
        return next_look(arena, ledger, known, offer, waiting);
    *out_is_new = false;
    return OK;
}

enum status trust_look(struct arena *arena, struct ledger *ledger,
                       const struct trust_offer *offer)
{
    bool is_new;
    return look(arena, ledger, offer, STATUS_UNCONFIRMED, &is_new);
}

/* Whoever stands at the screen says yes to a first organization, and to nothing after that. */
enum status trust_check(struct arena *arena, struct ledger *ledger,
                        const struct trust_offer *offer, bool *out_is_new)
{
    return look(arena, ledger, offer, STATUS_REFUSED, out_is_new);
}

enum status trust_expect(struct arena *arena, struct ledger *ledger, struct span typed)
{
    unsigned char bytes[FINGERPRINT_BYTES];
    const struct span told = {(const char *)bytes, sizeof bytes};
    struct span known;
    enum status status = fingerprint_read(typed, bytes);
    if (status != OK)
        return fail_in(status, "--organization-words");
    status = piece_get(arena, ledger, KNOWN, &known);
    if (status == OK && !known.count)
        return ledger_put_identity(ledger, EXPECTED, told);
    return status != OK || are_words_of(known, told)
               ? status
               : fail(
                     STATUS_FORGED,
                     "--organization-words: these are not the words of the organization "
                     "this terminal belongs to; ask its owner, or begin with an empty "
                     "data folder; where the organization has another signing key, bring "
                     "its configuration first");
}
