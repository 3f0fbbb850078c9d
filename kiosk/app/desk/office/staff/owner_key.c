#include "app/desk/office/staff/owner_key.h"

#include "app/desk/office/staff/staff.h"
#include "base/file.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <string.h>

#define SIGNING_NAME "keys/" KEYS_SIGNING ".key"
enum { COPY_BYTES_MAX = 4096, COPY_ARENA_BYTES = 64 * 1024 };

const char *owner_key_name(struct office *office, const char *folder, struct span label)
{
    return span_format(&office->arena, "%s/%.*s.signing", folder, SPAN_ARGS(label)).data;
}

static const char *copy_of(struct office *office, struct span label)
{
    return owner_key_name(office, "keys", label);
}

enum status owner_key_put(struct office *office, struct span label,
                          const struct age_recipient *recipient,
                          const struct minisign_key *key)
{
    return owner_key_put_in(office, "keys", label, recipient, key);
}

enum status owner_key_put_in(struct office *office, const char *folder, struct span label,
                             const struct age_recipient *recipient,
                             const struct minisign_key *key)
{
    struct span file;
    const enum status status =
        age_wrap(&office->arena, recipient, 1,
                 (struct span){(const char *)key, sizeof *key}, &file);
    return status == OK
               ? office_write(office, owner_key_name(office, folder, label), file)
               : status;
}

enum status owner_key_remove(struct office *office, struct span label)
{
    const char *const name = copy_of(office, label);
    return is_file(office_path(office, name)) ? office_remove(office, name) : OK;
}

static enum status copy_unwrap(struct office *office, struct span label,
                               const struct keys *keys, struct secret *out_secret)
{
    struct arena guarded;
    struct span file, plain;
    enum status status =
        office_read(office, copy_of(office, label), COPY_BYTES_MAX, &file);
    if (status == OK)
        status = arena_init_guarded(&guarded, COPY_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = age_unwrap(&guarded, keys->identities, keys->count,
                        sizeof(struct minisign_key), file, &plain);
    if (status == OK && plain.count != sizeof(struct minisign_key))
        status = fail(STATUS_DAMAGED, "%s holds no key", copy_of(office, label));
    if (status == OK)
        status = secret_open(plain.count, out_secret);
    if (status == OK)
        memcpy(out_secret->bytes, plain.data, plain.count);
    arena_done(&guarded);
    return status;
}

/* Of one person: the passphrase must be theirs, and they must be an owner now. */
static enum status copy_try(struct office *office, struct span label,
                            struct span passphrase, struct secret *out_secret)
{
    const struct staff_person *person;
    scoped_keys keys = {0};
    if (!is_file(office_path(office, copy_of(office, label))) ||
        keys_try(office, label, passphrase, &keys) != OK)
        return STATUS_WRONG_PASSPHRASE;
    const enum status status =
        staff_need(office, &keys, STAFF_ROLE_BIT(STAFF_OWNER), &person);
    if (status != OK)
        return status;
    return copy_unwrap(office, label, &keys, out_secret) == OK ? OK
                                                               : STATUS_WRONG_PASSPHRASE;
}

/* Whose copy it is, is not asked: each is tried that is there. */
static enum status copies_try(struct office *office, struct span passphrase,
                              struct secret *out_secret)
{
    struct span *labels;
    size_t count;
    enum status status = keys_labels(office, &labels, &count);
    if (status != OK)
        return status;
    status = STATUS_WRONG_PASSPHRASE;
    for (size_t i = 0; i < count && status == STATUS_WRONG_PASSPHRASE; i++)
        status = copy_try(office, labels[i], passphrase, out_secret);
    return status;
}

enum status owner_key_try(struct office *office, struct span passphrase,
                          struct secret *out_secret)
{
    const enum status status = keys_try_signing(office, passphrase, out_secret);
    if (status != STATUS_WRONG_PASSPHRASE && status != STATUS_NOT_FOUND)
        return status;
    const enum status own = copies_try(office, passphrase, out_secret);
    if (own != STATUS_WRONG_PASSPHRASE)
        return own;
    return status == STATUS_NOT_FOUND
               ? fail(status, "%s is not there, and this passphrase opens no owner's key",
                      office_path(office, SIGNING_NAME))
               : fail(status, "the passphrase does not open " SIGNING_NAME
                              "; repeat and type it again");
}

enum status owner_key_open(struct office *office, const struct options *options,
                           struct secret *out_secret)
{
    scoped_passphrase passphrase = {0};
    const enum status status = passphrase_ask(options, SIGNING_NAME, &passphrase);
    return status == OK ? owner_key_try(office, passphrase_span(&passphrase), out_secret)
                        : status;
}
