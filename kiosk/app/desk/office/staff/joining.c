#include "app/desk/office/staff/joining.h"

#include "app/desk/office/staff/staff_write.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "web/visit.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "joining"
enum { DOCUMENT_BYTES_MAX = 16 * 1024, SECRET_BYTES = 32, DESK_WORDS = 4 };

static const char *document_of(struct office *office, struct span label)
{
    return office_name(office, FOLDER, label);
}

static const char *key_of(struct office *office, struct span label)
{
    return span_format(&office->arena, FOLDER "/%.*s.key", SPAN_ARGS(label)).data;
}

static void secret_hash(struct span secret, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("joining", secret, out_hash);
}

static struct span document_write(struct arena *arena, const struct joining *joining)
{
    const struct staff_person *const person = &joining->person;
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    if (joining->is_joined) {
        canonical_text(&c, "age", person->recipient);
        canonical_hex(&c, "ed25519", person->verify_key, sizeof person->verify_key);
    } else {
        canonical_null(&c, "age");
        canonical_null(&c, "ed25519");
    }
    canonical_whole(&c, "expires_s", joining->expires_s);
    canonical_text(&c, "label", person->label);
    staff_write_roles(&c, person->roles);
    canonical_text(&c, "name", person->name);
    canonical_hex(&c, "secret_hash", joining->secret_hash, sizeof joining->secret_hash);
    canonical_whole(&c, "until_s", person->until_s);
    canonical_texts(&c, "vacancies", person->vacancies, person->vacancy_count);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void take(struct canonical_take *take, const struct json *root,
                 struct joining *joining)
{
    struct staff_person *const person = &joining->person;
    const struct span recipient = canonical_take_text_or_null(take, root, "age");
    joining->is_joined = recipient.data != NULL;
    person->recipient = recipient;
    person->has_verify_key = joining->is_joined;
    if (joining->is_joined)
        canonical_take_hex(take, root, "ed25519", person->verify_key,
                           sizeof person->verify_key);
    joining->expires_s = canonical_take_whole(take, root, "expires_s", 0, INT64_MAX);
    canonical_take_hex(take, root, "secret_hash", joining->secret_hash,
                       sizeof joining->secret_hash);
    staff_take_person(take, root, person);
}

enum status joining_read(struct office *office, struct span label,
                         struct joining *out_joining)
{
    struct canonical_take reading = {&office->arena, FOLDER, STATUS_DAMAGED, OK};
    struct joining joining = {0};
    struct arena scratch;
    struct span bytes;
    enum status status = keys_label_check(label);
    if (status == OK && !is_file(office_path(office, document_of(office, label))))
        status =
            fail(STATUS_NOT_FOUND, "nobody is invited as \"%.*s\"", SPAN_ARGS(label));
    if (status == OK)
        status =
            office_read(office, document_of(office, label), DOCUMENT_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    canonical_take_scratch(&scratch);
    take(&reading, canonical_take_root(&reading, &scratch, bytes), &joining);
    if (reading.status == OK)
        canonical_take_same(&reading, bytes, document_write(&office->arena, &joining));
    arena_done(&scratch);
    if (reading.status == OK && !is_span_equal(joining.person.label, label))
        return fail(STATUS_DAMAGED, "%s is of somebody else", document_of(office, label));
    if (reading.status == OK)
        *out_joining = joining;
    return reading.status;
}

static enum status put(struct office *office, const struct joining *joining)
{
    const enum status status = folder_make(office_path(office, FOLDER));
    return status == OK ? office_write(office, document_of(office, joining->person.label),
                                       document_write(&office->arena, joining))
                        : status;
}

enum status joining_begin(struct office *office, const struct staff_person *person,
                          struct span *out_secret)
{
    unsigned char bytes[SECRET_BYTES];
    struct joining joining = {.person = *person,
                              .expires_s = clock_now().unix_ms / 1000 + JOINING_LIFE_S};
    struct joining before;
    if (joining_read(office, person->label, &before) == OK && before.is_joined)
        return fail(STATUS_EXISTS,
                    "%.*s has joined already: compare the words of the new key and sign "
                    "for it, or end the invitation",
                    SPAN_ARGS(person->label));
    seal_random(bytes, sizeof bytes);
    const struct span secret = span_hex(&office->arena, bytes, sizeof bytes);
    secret_hash(secret, joining.secret_hash);
    joining.person.recipient = (struct span){0};
    const enum status status = put(office, &joining);
    if (status == OK)
        *out_secret = secret;
    return status;
}

enum status joining_list(struct office *office, struct joining **out_list,
                         size_t *out_count)
{
    struct span *labels;
    size_t count;
    enum status status = office_names(office, FOLDER, &labels, &count);
    if (status != OK)
        return status;
    struct joining *const list = arena_array(&office->arena, struct joining, count + 1);
    for (size_t i = 0; i < count && status == OK; i++)
        status = joining_read(office, labels[i], &list[i]);
    if (status == OK) {
        *out_list = list;
        *out_count = count;
    }
    return status;
}

/* Every one is looked at, however many bytes of one are right. */
enum status joining_find(struct office *office, struct span secret, int64_t now_s,
                         struct joining *out_joining)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct joining *list, *found = NULL;
    size_t count;
    const enum status status = joining_list(office, &list, &count);
    if (status != OK)
        return status;
    secret_hash(secret, hash);
    for (size_t i = 0; i < count; i++)
        if (memcmp(hash, list[i].secret_hash, sizeof hash) == 0 &&
            now_s < list[i].expires_s)
            found = &list[i];
    if (!found || secret.count != VISIT_COOKIE_COUNT)
        return fail(STATUS_NOT_FOUND, "this address opens nothing any more");
    *out_joining = *found;
    return OK;
}

static enum status make_key(struct office *office, struct joining *joining,
                            struct span passphrase, void *memory)
{
    struct person *const person = memory;
    struct age_identity *const identity = (struct age_identity *)(person + 1);
    struct span bytes;
    enum status status = organization_key_read(office, &person->organization);
    if (status != OK)
        return status;
    seal_random(person->seed, sizeof person->seed);
    age_identity_generate(identity);
    staff_write_verify_key(person, &joining->person);
    joining->person.recipient = age_recipient_write(&office->arena, &identity->recipient);
    status = keys_wrap_identities(&office->arena, joining->person.label,
                                  office->organization->key_cost, passphrase, person,
                                  identity, 1, &bytes);
    return status == OK
               ? office_write(office, key_of(office, joining->person.label), bytes)
               : status;
}

enum status joining_make(struct office *office, struct joining *joining,
                         struct span passphrase)
{
    scoped_secret memory = {0};
    enum status status = signed_settings_check(office); /* what a guess will cost */
    if (status == OK)
        status =
            secret_open(sizeof(struct person) + sizeof(struct age_identity), &memory);
    if (status == OK)
        status = make_key(office, joining, passphrase, memory.bytes);
    if (status != OK)
        return status;
    joining->is_joined = true;
    memset(joining->secret_hash, 0, sizeof joining->secret_hash);
    return put(office, joining);
}

enum status joining_take(struct office *office, const struct joining *joining)
{
    const struct span label = joining->person.label;
    struct span bytes;
    const enum status status =
        office_read(office, key_of(office, label), KEYFILE_MAX_BYTES, &bytes);
    return status == OK
               ? office_write(office, keys_file(&office->arena, label).data, bytes)
               : status;
}

enum status joining_end(struct office *office, struct span label)
{
    const char *const names[] = {key_of(office, label), document_of(office, label)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *const path = office_path(office, names[i]);
        if (unlink(path) != 0 && errno != ENOENT)
            return file_failed("remove", path);
    }
    return OK;
}

enum status joining_desk_words(struct office *office, struct span *out_words)
{
    struct span text, word;
    const enum status status = organization_key_text(office, &text);
    if (status != OK)
        return status;
    const struct span words = keys_words(&office->arena, text);
    struct span rest = words;
    for (size_t i = 0; i < DESK_WORDS && span_next(&rest, ' ', &word); i++)
        *out_words = span_cut(words, 0, (size_t)(word.data + word.count - words.data));
    return OK;
}
