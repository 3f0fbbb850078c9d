#include "app/desk/office/keys.h"

#include "app/common/public_words.h"
#include "app/desk/office/passphrase.h"
#include "app/desk/office/unlock/held.h"
#include "base/file.h"
#include "base/folder.h"
#include "seal/sheet/sheet_text.h"

#include <stdio.h>
#include <string.h>

enum { SHEET_ARENA_BYTES = 16 * SHEET_TEXT_MAX_BYTES };

enum status keys_label_check(struct span label)
{
    if (!is_vacancy_id(label) || label.count > KEYS_LABEL_MAX_BYTES)
        return fail(STATUS_BAD_INPUT,
                    "a label has 1 to %d small letters, digits and hyphens, such as "
                    "anna-2026",
                    KEYS_LABEL_MAX_BYTES);
    if (is_span(label, KEYS_SIGNING))
        return fail(STATUS_BAD_INPUT, "the label " KEYS_SIGNING
                                      " belongs to the signing key; take another one");
    return OK;
}

struct span keys_file(struct arena *arena, struct span label)
{
    return span_format(arena, "keys/%.*s.key", SPAN_ARGS(label));
}

const struct keyset_recipient *keys_find(const struct keyset *keyset, struct span label)
{
    for (size_t i = 0; i < keyset->recipient_count; i++)
        if (is_span_equal(keyset->recipients[i].label, label))
            return &keyset->recipients[i];
    return NULL;
}

enum status keys_need(const struct keyset *keyset, struct span label,
                      const struct keyset_recipient **out_row)
{
    const struct keyset_recipient *row = keys_find(keyset, label);
    if (!row)
        return fail(STATUS_NOT_FOUND,
                    "there is no key \"%.*s\"; see 'resonance key list'",
                    SPAN_ARGS(span_cut(label, 0, 60)));
    *out_row = row;
    return OK;
}

struct span keys_words(struct arena *arena, struct span text)
{
    return public_words(arena, text);
}

static struct keyfile facts_of(enum keyfile_kind kind, struct span label,
                               struct organization_cost cost)
{
    return (struct keyfile){
        .kind = kind,
        .label = label,
        .cost = {(uint64_t)cost.passes, (uint64_t)cost.memory_bytes},
    };
}

/* The secret keys one after the other, as files without a person hold them. */
static enum status bare_write(const struct age_identity *identities, size_t count,
                              struct secret *out_secret)
{
    const enum status status = secret_open(count * AGE_IDENTITY_BYTES, out_secret);
    for (size_t i = 0; i < count && status == OK; i++)
        memcpy((char *)out_secret->bytes + i * AGE_IDENTITY_BYTES, identities[i].secret,
               AGE_IDENTITY_BYTES);
    return status;
}

enum status keys_wrap_identities(struct arena *arena, struct span label,
                                 struct organization_cost cost, struct span passphrase,
                                 const struct person *person,
                                 const struct age_identity *identities, size_t count,
                                 struct span *out_bytes)
{
    const struct keyfile facts =
        facts_of(person ? KEYFILE_PERSON : KEYFILE_IDENTITY, label, cost);
    scoped_secret all = {0};
    if (count > KEYS_IDENTITIES_MAX)
        return fail(STATUS_TOO_LARGE,
                    "%.*s holds %d keys already; make one with another label",
                    SPAN_ARGS(label), KEYS_IDENTITIES_MAX);
    const enum status status = person ? person_write(person, identities, count, &all)
                                      : bare_write(identities, count, &all);
    return status == OK
               ? keyfile_wrap(arena, &facts, passphrase, secret_span(&all), out_bytes)
               : status;
}

enum status keys_wrap_signing(struct arena *arena, struct organization_cost cost,
                              struct span passphrase, const struct minisign_key *key,
                              struct span *out_bytes)
{
    const struct keyfile facts = facts_of(KEYFILE_SIGNING, SPAN(KEYS_SIGNING), cost);
    return keyfile_wrap(arena, &facts, passphrase,
                        (struct span){(const char *)key, sizeof *key}, out_bytes);
}

/* A file in keys/ as it lies there. */
struct key_text {
    const char *name;
    struct span bytes;
    struct keyfile facts;
};

static enum status text_read(struct office *office, struct span label,
                             struct key_text *out_text)
{
    struct key_text text = {.name = keys_file(&office->arena, label).data};
    enum status status = office_read(office, text.name, KEYFILE_MAX_BYTES, &text.bytes);
    if (status == OK)
        status = keyfile_read(text.bytes, &text.facts);
    if (status == OK)
        *out_text = text;
    return status;
}

/* What is in it: whole keys of `key_bytes`. */
static enum status text_open(const struct key_text *text, enum keyfile_kind kind,
                             size_t key_bytes, struct span passphrase,
                             struct secret *out_secret)
{
    const enum status status = keyfile_unwrap(text->bytes, kind, passphrase, out_secret);
    if (status == STATUS_WRONG_PASSPHRASE)
        return fail(status, "the passphrase does not open %s; repeat and type it again%s",
                    text->name,
                    kind == KEYFILE_IDENTITY
                        ? ", or use the recovery sheet with --identity"
                        : "");
    if (status == OK && out_secret->count % key_bytes) {
        secret_close(out_secret);
        return fail(STATUS_DAMAGED, "%s does not hold a whole key", text->name);
    }
    return status;
}

/* The same with the passphrase that is asked for, which is kept in `passphrase`; whether the
 * file holds a person is seen by its kind. */
static enum status secret_read(struct office *office, const struct options *options,
                               struct span label, enum keyfile_kind kind,
                               size_t key_bytes, struct passphrase *passphrase,
                               struct secret *out_secret, bool *out_is_person)
{
    struct key_text text;
    enum status status = text_read(office, label, &text);
    *out_is_person =
        status == OK && kind == KEYFILE_IDENTITY && text.facts.kind == KEYFILE_PERSON;
    if (*out_is_person) {
        kind = KEYFILE_PERSON;
        key_bytes = 1;
    }
    if (status == OK)
        status = passphrase_ask(options, text.name, passphrase);
    if (status == OK)
        status =
            text_open(&text, kind, key_bytes, passphrase_span(passphrase), out_secret);
    return status;
}

enum status keys_try_signing(struct office *office, struct span passphrase,
                             struct secret *out_secret)
{
    struct key_text text;
    const enum status status = text_read(office, SPAN(KEYS_SIGNING), &text);
    return status == OK ? text_open(&text, KEYFILE_SIGNING, sizeof(struct minisign_key),
                                    passphrase, out_secret)
                        : status;
}

enum status keys_labels(struct office *office, struct span **out_labels,
                        size_t *out_count)
{
    struct span *names;
    size_t count, kept = 0;
    const enum status status =
        folder_list(&office->arena, office_path(office, "keys"), ".key", &names, &count);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        const struct span label = span_cut(names[i], 0, names[i].count - strlen(".key"));
        if (!is_span(label, KEYS_SIGNING))
            names[kept++] = label;
    }
    *out_labels = names;
    *out_count = kept;
    return OK;
}

static bool is_key_here(struct office *office, struct span label)
{
    return is_file(office_path(office, keys_file(&office->arena, label).data));
}

/* The one that was named. */
static enum status label_check(struct office *office, struct span label)
{
    const enum status status = keys_label_check(label);
    return status == OK && !is_key_here(office, label)
               ? fail(
                     STATUS_NOT_FOUND,
                     "the secret of a key \"%.*s\" is not here; see 'resonance key list'",
                     SPAN_ARGS(label))
               : status;
}

/* Which recruiter key is meant. */
enum status keys_mine(struct office *office, const struct options *options,
                      struct span *out_label)
{
    const char *given = options_text(options, "key");
    struct span *labels, found = {0};
    size_t count;
    if (given) {
        *out_label = span_of(given);
        return label_check(office, *out_label);
    }
    if (!has_option(options, "passphrase-fd"))
        found = held_label(office);
    if (found.count && is_key_here(office, found)) {
        *out_label = found;
        return OK;
    }
    found = (struct span){0};
    const enum status status = keys_labels(office, &labels, &count);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || is_span(labels[i], "recruiter"))
            found = labels[i];
    if (!count)
        return fail(STATUS_NOT_FOUND,
                    "%s/keys holds no recruiter key; bring yours, or use the recovery "
                    "sheet with --identity",
                    office->folder);
    if (count > 1 && !is_span(found, "recruiter"))
        return fail(STATUS_USAGE,
                    "there are %zu recruiter keys; say which is yours with --key LABEL "
                    "(see resonance key list)",
                    count);
    *out_label = found;
    return OK;
}

/* In guarded memory: who they belong to, then the keys. */
static enum status keys_take(const struct secret *secret, bool is_person,
                             struct keys *out_keys)
{
    struct keys keys = {0};
    struct span bytes = secret_span(secret);
    enum status status =
        secret_open(sizeof(struct person) +
                        secret->count / AGE_IDENTITY_BYTES * sizeof(struct age_identity),
                    &keys.memory);
    if (status != OK)
        return status;
    struct person *person = keys.memory.bytes;
    struct age_identity *identities = (struct age_identity *)(person + 1);
    if (is_person) {
        status = person_read(secret, person, &bytes);
        keys.person = person;
        keys.organization = &person->organization;
    }
    keys.count = bytes.count / AGE_IDENTITY_BYTES;
    for (size_t i = 0; i < keys.count && status == OK; i++)
        age_identity_of((const unsigned char *)bytes.data + i * AGE_IDENTITY_BYTES,
                        &identities[i]);
    keys.identities = identities;
    if (status == OK)
        *out_keys = keys;
    else
        keys_close(&keys);
    return status;
}

enum status keys_open_label(struct office *office, const struct options *options,
                            struct span label, struct keys *out_keys,
                            struct passphrase *out_passphrase)
{
    scoped_secret secret = {0};
    scoped_passphrase passphrase = {0};
    bool is_person;
    enum status status =
        secret_read(office, options, label, KEYFILE_IDENTITY, AGE_IDENTITY_BYTES,
                    &passphrase, &secret, &is_person);
    if (status == OK)
        status = keys_take(&secret, is_person, out_keys);
    if (status != OK)
        return status;
    if (out_passphrase) {
        *out_passphrase = passphrase;
        passphrase = (struct passphrase){0};
    }
    return OK;
}

enum status keys_try(struct office *office, struct span label, struct span passphrase,
                     struct keys *out_keys)
{
    scoped_secret secret = {0};
    struct key_text text;
    enum status status = label_check(office, label);
    if (status == OK)
        status = text_read(office, label, &text);
    if (status != OK)
        return status;
    const bool is_person = text.facts.kind == KEYFILE_PERSON;
    status = text_open(&text, is_person ? KEYFILE_PERSON : KEYFILE_IDENTITY,
                       is_person ? 1 : AGE_IDENTITY_BYTES, passphrase, &secret);
    return status == OK ? keys_take(&secret, is_person, out_keys) : status;
}

enum status keys_content(const struct keys *keys, struct secret *out_secret,
                         bool *out_is_person)
{
    *out_is_person = keys->person != NULL;
    return keys->person
               ? person_write(keys->person, keys->identities, keys->count, out_secret)
               : bare_write(keys->identities, keys->count, out_secret);
}

/* Held since somebody unlocked them; what is held of a file that was changed is not taken. */
static bool is_unlocked(struct office *office, const struct options *options,
                        struct span label, struct keys *keys)
{
    struct key_text text;
    scoped_secret secret = {0};
    bool is_person;
    return !has_option(options, "passphrase-fd") &&
           text_read(office, label, &text) == OK &&
           is_held(office, label, text.bytes, &secret, &is_person) &&
           keys_take(&secret, is_person, keys) == OK;
}

static enum status open_own(struct office *office, const struct options *options,
                            struct keys *keys)
{
    struct span label;
    const enum status status = keys_mine(office, options, &label);
    if (status != OK || is_unlocked(office, options, label, keys))
        return status;
    return keys_open_label(office, options, label, keys, NULL);
}

/* What a sheet says of its organization; a file from elsewhere says nothing. */
static bool sheet_organization(struct arena *arena, struct span text,
                               struct minisign_public *out_organization)
{
    const struct span line = sheet_text_find(text, SHEET_TEXT_ORGANIZATION);
    const struct span key =
        span_trim(span_cut(line, sizeof SHEET_TEXT_ORGANIZATION - 1, line.count));
    return key.count &&
           minisign_public_read(
               span_format(arena, "untrusted comment: sheet\n%.*s\n", SPAN_ARGS(key)),
               out_organization) == OK;
}

/* In guarded memory: the organization, where it is known, then the keys. */
static enum status sheet_take(struct arena *guarded, struct span text,
                              struct keys *out_keys)
{
    struct age_identity *identities;
    size_t count = 0;
    enum status status = sheet_text_read(guarded, text, &text);
    if (status == OK)
        status = age_identity_list(guarded, text, &identities, &count);
    if (status == OK)
        status = secret_open(sizeof(struct person) + count * sizeof *identities,
                             &out_keys->memory);
    if (status != OK)
        return status;
    struct person *person = out_keys->memory.bytes;
    struct age_identity *kept = (struct age_identity *)(person + 1);
    if (sheet_organization(guarded, text, &person->organization))
        out_keys->organization = &person->organization;
    memcpy(kept, identities, count * sizeof *identities);
    out_keys->identities = kept;
    out_keys->count = count;
    return OK;
}

enum status keys_open_file(const char *path, struct keys *out_keys)
{
    struct arena guarded = {0};
    struct span text;
    *out_keys = (struct keys){0};
    enum status status = arena_init_guarded(&guarded, SHEET_ARENA_BYTES, NULL);
    if (status == OK)
        status = file_read(&guarded, path, SHEET_TEXT_MAX_BYTES, &text);
    if (status == OK)
        status = sheet_take(&guarded, text, out_keys);
    if (status == STATUS_BAD_INPUT)
        status = fail_in(status, "%s", path);
    arena_done(&guarded);
    return status;
}

enum status keys_open(struct office *office, const struct options *options,
                      struct keys *out_keys)
{
    const char *path = options_text(options, "identity");
    *out_keys = (struct keys){0};
    return path ? keys_open_file(path, out_keys) : open_own(office, options, out_keys);
}

void keys_close(struct keys *keys)
{
    secret_close(&keys->memory);
    *keys = (struct keys){0};
}
