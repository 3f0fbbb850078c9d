/* `resonance key new|rotate|retire|recover`: the set of keys changed. Each change is version n+1
 * of the set, chained to version n; terminals seal to it once they are enrolled again. All or
 * nothing is changed.
 *
 * The file of a key is written before the set that names it: when the power goes between the
 * two, the file opens all that it opened before, and a key more that nobody uses. */
#include "app/desk/command/key/key_change.h"
#include "app/desk/command/key/key_next.h"
#include "app/desk/command/key/key_passphrase.h"
#include "app/desk/command/key/key_signing.h"

#include "app/desk/office/sheet/recovery_sheet.h"
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/staff/staff_write.h"
#include "app/desk/office/trust/bound.h"
#include "app/desk/office/trust/roll_write.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"
#include "store/shares.h"

#include <string.h>
#include <unistd.h>

enum { DAY_S = 24 * 3600 };

/* A change on its way. */
struct change {
    struct operation *operation;
    struct span label;
    struct keyset *keyset;         /* as it stands */
    struct span bytes;             /* its file, which the next version names by hash */
    struct keyset_recipient *rows; /* of the next version, with room for one more */
    size_t row_count;
    size_t index; /* of the row that changes */
    int64_t not_after_unix_s;
    bool is_signed; /* the next version: it counts, whatever happens to its file */
    struct staff_person person; /* whose key it is, with the new one; of a recruiter */
};

static enum status until_read(const struct options *options,
                              int64_t *out_not_after_unix_s)
{
    const char *text = options_text(options, "until");
    int64_t unix_ms;
    *out_not_after_unix_s = 0;
    if (!text)
        return OK;
    if (!is_clock_date(span_of(text), &unix_ms))
        return fail(STATUS_USAGE,
                    "--until: \"%.20s\" is not a day; write it as "
                    "2027-11-30",
                    text);
    *out_not_after_unix_s = unix_ms / 1000 + DAY_S - 1;
    if (*out_not_after_unix_s < clock_now().unix_ms / 1000)
        return fail(STATUS_USAGE, "--until: %s is in the past", text);
    return OK;
}

static enum status change_begin(struct operation *operation, struct span label,
                                struct change *change)
{
    struct keyset *keyset;
    *change = (struct change){.operation = operation, .label = label};
    enum status status = until_read(&operation->values, &change->not_after_unix_s);
    if (status == OK)
        status = signed_keyset_read(&operation->office, &keyset, &change->bytes);
    if (status != OK)
        return status;
    operation->wants.signing_key = true;
    change->keyset = keyset;
    change->row_count = keyset->recipient_count;
    change->rows = arena_array(operation->arena, struct keyset_recipient,
                               keyset->recipient_count + 1);
    memcpy(change->rows, keyset->recipients,
           keyset->recipient_count * sizeof *change->rows);
    return OK;
}

/* The row of the label, which must be there. */
static enum status change_row(struct change *change)
{
    const struct keyset_recipient *row;
    const enum status status = keys_need(change->keyset, change->label, &row);
    if (status == OK)
        change->index = (size_t)(row - change->keyset->recipients);
    return status;
}

/* First the signed statement: it counts where the file is still the one before, and a file that was
 * not signed is refused. */
static enum status change_sign(struct change *change, struct span bytes)
{
    struct operation *operation = change->operation;
    const struct roll *roll;
    struct roll_write write;
    enum status status = roll_need(&operation->office, &roll);
    if (status != OK)
        return status;
    roll_write_begin(operation->arena, roll, operation->signing_key.bytes, &write);
    roll_write_keyset(&write, bytes);
    status = roll_write_end(&write, &operation->office);
    change->is_signed = status == OK;
    return status;
}

/* Whose key it is: who was there stays what they are; somebody new opens results. */
static struct staff_person person_of(const struct change *change,
                                     const struct staff *staff)
{
    const struct staff_person *known = staff_find(staff, change->label);
    const bool is_known = known && !known->ended_s;
    struct staff_person person = is_known ? *known : change->person;
    if (!is_known) {
        person.name = change->label;
        person.roles = STAFF_ROLE_BIT(STAFF_RECRUITER);
    }
    person.label = change->label;
    person.recipient = change->rows[change->index].recipient;
    person.has_verify_key = change->person.has_verify_key;
    memcpy(person.verify_key, change->person.verify_key, sizeof person.verify_key);
    return person;
}

static enum status people_write(struct operation *operation, const struct staff *staff,
                                enum staff_kind kind, const struct staff_person *person)
{
    struct signed_rows_write write;
    staff_write_begin(operation->arena, staff, operation->signing_key.bytes, &write);
    if (kind == STAFF_END)
        staff_write_end_of(&write, person->label);
    else
        staff_write_person(&write, person);
    return staff_write_end(&write, &operation->office);
}

/* The list of people comes before the set: a key in the set that is nobody's would be refused. */
static enum status change_people(const struct change *change, enum staff_kind kind)
{
    struct operation *operation = change->operation;
    const struct staff *staff;
    const enum status status = staff_read(&operation->office, &staff);
    if (status != OK || (kind == STAFF_END && !staff_find(staff, change->label)))
        return status;
    const struct staff_person person = person_of(change, staff);
    return people_write(operation, staff, kind, &person);
}

static enum status change_write(struct change *change, const char *what)
{
    struct operation *operation = change->operation;
    struct keyset next = {
        .version = change->keyset->version + 1,
        .recipients = change->rows,
        .recipient_count = change->row_count,
    };
    seal_hash(NULL, change->bytes, next.previous_hash);
    const struct span bytes = config_keyset_write(operation->arena, &next);
    enum status status = change_sign(change, bytes);
    if (status == OK)
        status = office_write(&operation->office, "keyset.json", bytes);
    if (status != OK)
        return status;
    operation_note(operation, "changed keys", change->label);
    operation_say(operation,
                  "%s the key %.*s; the set of keys has version %lld now. Enrol every "
                  "terminal again, so that it seals to this set.",
                  what, SPAN_ARGS(change->label), (long long)next.version);
    operation_say(operation, "What is answered after that will open for: %.*s.",
                  SPAN_ARGS(signed_keyset_words(operation->arena, &next)));
    return OK;
}

static struct keyset_recipient row_of(const struct change *change,
                                      enum recipient_role role,
                                      const struct age_identity *identity)
{
    return (struct keyset_recipient){
        .recipient = age_recipient_write(change->operation->arena, &identity->recipient),
        .role = role,
        .label = change->label,
        .not_after_unix_s = change->not_after_unix_s,
    };
}

/* `identities` become the file of the label, under the new passphrase. */
static enum status file_make(struct change *change, const struct age_identity *identities,
                             size_t count, struct span *out_bytes)
{
    struct operation *operation = change->operation;
    scoped_secret memory = {0};
    const enum status status = secret_open(sizeof(struct person), &memory);
    if (status != OK)
        return status;
    struct person *person = memory.bytes;
    if (operation->keys.person) {
        *person = *operation->keys.person;
        minisign_public_of(operation->signing_key.bytes, &person->organization);
    } else {
        person_begin(operation->signing_key.bytes, person);
    }
    staff_write_verify_key(person, &change->person);
    return keys_wrap_identities(
        operation->arena, change->label, operation->office.organization->key_cost,
        passphrase_span(&operation->passphrase), person, identities, count, out_bytes);
}

static enum status sheet_make(const struct change *change,
                              const struct age_identity *identity)
{
    const struct office *office = &change->operation->office;
    return recovery_sheet_give(
        office, options_text(&change->operation->values, "recovery-out"),
        office->organization->name, change->operation->signing_key.bytes, change->label,
        identity);
}

/* What is looked at before anything is made: a sheet has a place, or a key a new passphrase. */
static enum status secret_prepare(struct operation *operation, bool is_recovery)
{
    if (is_recovery)
        return recovery_sheet_check(&operation->office, operation->office.folder,
                                    options_text(&operation->values, "recovery-out"));
    operation->wants.new_passphrase = "the new key";
    return OK;
}

/* A new key, in guarded memory, in front of `earlier`. */
static enum status identities_begin(const struct keys *earlier, struct secret *memory,
                                    struct age_identity **out_identities)
{
    const size_t count = earlier ? earlier->count : 0;
    const enum status status =
        secret_open((1 + count) * sizeof(struct age_identity), memory);
    if (status != OK)
        return status;
    struct age_identity *identities = memory->bytes;
    age_identity_generate(&identities[0]);
    if (count)
        memcpy(identities + 1, earlier->identities, count * sizeof *identities);
    *out_identities = identities;
    return OK;
}

/* The set with one row written anew at `index`, and, of a recruiter, the key's file. */
static enum status replace(struct change *change, size_t index,
                           const struct keys *earlier, const char *what)
{
    const char *name = keys_file(change->operation->arena, change->label).data;
    scoped_secret memory = {0};
    struct age_identity *identities;
    struct span bytes;
    enum status status = identities_begin(earlier, &memory, &identities);
    if (status == OK)
        status =
            file_make(change, identities, 1 + (earlier ? earlier->count : 0), &bytes);
    if (status == OK)
        status = office_write(&change->operation->office, name, bytes);
    if (status != OK)
        return status;
    change->index = index;
    change->rows[index] = row_of(change, RECIPIENT_RECRUITER, &identities[0]);
    status = change_people(change, STAFF_PERSON);
    if (status == OK)
        status = change_write(change, what);
    if (status != OK && !change->is_signed && index == change->keyset->recipient_count)
        unlink(office_path(&change->operation->office, name));
    return status;
}

static enum status replace_recovery(struct change *change, size_t index, const char *what)
{
    scoped_secret memory = {0};
    struct age_identity *identity;
    enum status status = identities_begin(NULL, &memory, &identity);
    if (status == OK)
        status = sheet_make(change, identity);
    if (status != OK)
        return status;
    change->rows[index] = row_of(change, RECIPIENT_RECOVERY, identity);
    status = change_write(change, what);
    return status == OK ? sheet_held_end(&change->operation->office) : status;
}

enum status key_new_prepare(struct operation *operation)
{
    struct change *change = arena_new(operation->arena, struct change);
    const char *text = "";
    enum status status = options_need(&operation->values, "label", &text);
    const struct span label = span_of(text);
    if (status == OK)
        status = keys_label_check(label);
    if (status == OK)
        status = change_begin(operation, label, change);
    if (status != OK)
        return status;
    if (keys_find(change->keyset, label))
        return fail(STATUS_EXISTS, "there is a key \"%s\" already; take another label",
                    text);
    if (change->row_count == RECIPIENTS_MAX)
        return fail(STATUS_TOO_LARGE, "a set holds at most %d keys", RECIPIENTS_MAX);
    operation->state = change;
    return secret_prepare(operation, has_option(&operation->values, "recovery"));
}

enum status key_new_run(struct operation *operation)
{
    struct change *change = operation->state;
    const size_t index = change->row_count++;
    const enum status status = has_option(&operation->values, "recovery")
                                   ? replace_recovery(change, index, "Made")
                                   : replace(change, index, NULL, "Made");
    if (status == OK)
        operation_say(operation,
                      "What was sealed before stays closed to it, until somebody who can "
                      "open that runs 'resonance key share %.*s'.",
                      SPAN_ARGS(change->label));
    return status;
}

enum status key_rotate_prepare(struct operation *operation)
{
    if (is_span(operation_word(operation, 0), KEYS_SIGNING))
        return key_next_prepare(operation);
    struct change *change = arena_new(operation->arena, struct change);
    if (options_text(&operation->values, "identity"))
        return fail(STATUS_USAGE, "--identity goes with the label signing only");
    enum status status = change_begin(operation, operation_word(operation, 0), change);
    if (status == OK)
        status = change_row(change);
    if (status != OK)
        return status;
    const bool is_recovery = change->rows[change->index].role == RECIPIENT_RECOVERY;
    if (!is_recovery)
        operation->wants.keys_label = change->label;
    operation->state = change;
    return secret_prepare(operation, is_recovery);
}

enum status key_rotate_run(struct operation *operation)
{
    if (is_span(operation_word(operation, 0), KEYS_SIGNING))
        return key_next_run(operation);
    struct change *change = operation->state;
    if (change->rows[change->index].role != RECIPIENT_RECOVERY) {
        enum status replaced = bound_check(&operation->office, &operation->keys);
        if (replaced == OK)
            replaced = key_passphrase_follow(operation);
        return replaced == OK
                   ? replace(change, change->index, &operation->keys, "Changed")
                   : replaced;
    }
    const enum status status = replace_recovery(change, change->index, "Changed");
    if (status == OK)
        operation_say(operation,
                      "Keep the old sheet beside the new one: it opens what was "
                      "sealed until then. Or let the new one open that, too: 'resonance "
                      "key share %.*s'.",
                      SPAN_ARGS(change->label));
    return status;
}

/* What the set must keep is what config_keyset_read asks for. */
static bool is_set_whole_without(const struct change *change, size_t index)
{
    size_t recruiter_count = 0, recovery_count = 0;
    for (size_t i = 0; i < change->row_count; i++)
        if (i != index) {
            recovery_count += change->rows[i].role == RECIPIENT_RECOVERY;
            recruiter_count += change->rows[i].role == RECIPIENT_RECRUITER;
        }
    return recovery_count && recruiter_count;
}

/* Where there is a list of people, somebody is left who signs for others. */
static enum status owner_check(const struct change *change)
{
    const struct staff *staff;
    const enum status status = staff_read(&change->operation->office, &staff);
    return status == OK && !staff->is_missing &&
                   is_staff_last_owner(staff, change->label, clock_now().unix_ms / 1000)
               ? fail(STATUS_REFUSED,
                      "%.*s is the only owner; invite another one first, with 'resonance "
                      "person invite'",
                      SPAN_ARGS(change->label))
               : status;
}

enum status key_retire_prepare(struct operation *operation)
{
    struct change *change = arena_new(operation->arena, struct change);
    enum status status = change_begin(operation, operation_word(operation, 0), change);
    if (status == OK)
        status = change_row(change);
    if (status == OK && !is_set_whole_without(change, change->index))
        status = fail(STATUS_REFUSED,
                      "the set needs two keys, one of them for recovery; make another "
                      "with 'resonance key new' first");
    if (status == OK)
        status = owner_check(change);
    operation->state = change;
    return status;
}

/* What was shared with it stands in the archive, not in its file: that much can be taken back. */
static enum status shares_end(const struct change *change, size_t *out_count)
{
    struct age_recipient public;
    struct archive *archive;
    enum status status =
        age_recipient_read(change->keyset->recipients[change->index].recipient, &public);
    if (status == OK)
        status = office_archive(&change->operation->office, &archive);
    if (status == OK)
        status = shares_count(archive, public.bytes, out_count);
    return status == OK && *out_count ? shares_remove(archive, public.bytes) : status;
}

/* Shares first: when the power goes between the two, the key is still there to be retired again. */
enum status key_retire_run(struct operation *operation)
{
    struct change *change = operation->state;
    const size_t index = change->index;
    size_t shared_count = 0;
    enum status status = shares_end(change, &shared_count);
    if (status != OK)
        return status;
    if (change->rows[index].role == RECIPIENT_RECRUITER)
        status = change_people(change, STAFF_END);
    if (status != OK)
        return status;
    change->row_count--;
    memmove(change->rows + index, change->rows + index + 1,
            (change->row_count - index) * sizeof *change->rows);
    status = change_write(change, "Retired");
    if (status == OK && shared_count)
        operation_say(
            operation,
            "What was shared with it (%zu) is closed to it again in this folder; "
            "copies of the folder still open.",
            shared_count);
    if (status == OK)
        operation_say(operation,
                      "It can still open what was sealed to it. Take back its file and "
                      "passphrase, or its sheet: whoever has them can still read.");
    return status;
}

enum status key_change_enter(struct operation *operation,
                             const struct staff_person *person)
{
    const struct staff *staff;
    struct change change;
    enum status status = staff_read(&operation->office, &staff);
    if (status == OK)
        status = people_write(operation, staff, STAFF_PERSON, person);
    if (status != OK || !(person->roles & STAFF_ROLE_BIT(STAFF_RECRUITER)))
        return status;
    status = change_begin(operation, person->label, &change);
    if (status != OK || keys_find(change.keyset, person->label))
        return status;
    if (change.row_count == RECIPIENTS_MAX)
        return fail(STATUS_TOO_LARGE, "a set holds at most %d keys", RECIPIENTS_MAX);
    change.rows[change.row_count++] =
        (struct keyset_recipient){.recipient = person->recipient,
                                  .role = RECIPIENT_RECRUITER,
                                  .label = person->label,
                                  .not_after_unix_s = person->until_s};
    return change_write(&change, "Added");
}

static enum status leave_set(struct change *change)
{
    struct operation *const operation = change->operation;
    if (!keys_find(change->keyset, change->label))
        return OK;
    enum status status = change_row(change);
    if (status == OK && !is_set_whole_without(change, change->index))
        status =
            fail(STATUS_REFUSED, "%.*s is the only recruiter; invite another one first",
                 SPAN_ARGS(change->label));
    operation->state = change;
    return status == OK ? key_retire_run(operation) : status;
}

enum status key_change_leave(struct operation *operation, struct span label)
{
    const struct staff_person person = {.label = label};
    struct change *const change = arena_new(operation->arena, struct change);
    const struct staff *staff;
    enum status status = change_begin(operation, label, change);
    if (status == OK)
        status = leave_set(change);
    if (status == OK)
        status = staff_read(&operation->office, &staff);
    const struct staff_person *const known =
        status == OK ? staff_find(staff, label) : NULL;
    return known && !known->ended_s ? people_write(operation, staff, STAFF_END, &person)
                                    : status;
}

/* One of the sheet's keys is a recovery key of the set as it stands. */
static bool has_recovery_key(const struct change *change, const struct keys *keys)
{
    struct arena *arena = change->operation->arena;
    for (size_t i = 0; i < keys->count; i++)
        for (size_t k = 0; k < change->row_count; k++)
            if (change->rows[k].role == RECIPIENT_RECOVERY &&
                is_span_equal(change->rows[k].recipient,
                              age_recipient_write(arena, &keys->identities[i].recipient)))
                return true;
    return false;
}

/* The sheet is read before anybody chooses a passphrase: it may be the wrong one. */
enum status key_recover_prepare(struct operation *operation)
{
    if (is_span(operation_word(operation, 0), KEYS_SIGNING))
        return key_signing_prepare(operation);
    struct change *change = arena_new(operation->arena, struct change);
    const char *path = "";
    enum status status = options_need(&operation->values, "identity", &path);
    if (status == OK)
        status = change_begin(operation, operation_word(operation, 0), change);
    if (status == OK)
        status = change_row(change);
    if (status == OK && change->rows[change->index].role == RECIPIENT_RECOVERY)
        status =
            fail(STATUS_REFUSED,
                 "a recovery key has no passphrase; if its sheet is lost, make another "
                 "with 'resonance key rotate'");
    if (status == OK)
        status = keys_open_file(path, &operation->keys);
    if (status == OK && !has_recovery_key(change, &operation->keys))
        status = fail(STATUS_WRONG_KEY,
                      "%s holds no recovery key of the present set of keys; 'resonance "
                      "key list' shows their words",
                      path);
    operation->state = change;
    return status == OK ? secret_prepare(operation, false) : status;
}

enum status key_recover_run(struct operation *operation)
{
    if (is_span(operation_word(operation, 0), KEYS_SIGNING))
        return key_signing_run(operation);
    struct change *change = operation->state;
    const enum status status =
        replace(change, change->index, &operation->keys, "Recovered");
    if (status == OK)
        operation_say(
            operation,
            "This passphrase now opens the recovery key too. When all is well again, "
            "make a new recovery key for the safes with 'resonance key rotate'.");
    return status;
}
