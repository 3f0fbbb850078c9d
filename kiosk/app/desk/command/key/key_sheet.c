/* `resonance key sheet FILE`: a recovery sheet, typed or scanned, is tried before it is needed.
 * Nothing is changed but the log. */
#include "app/desk/command/operation.h"

#include "app/desk/office/batch.h"
#include "app/desk/office/ends/ends.h"
#include "app/desk/office/sheet/recovery_sheet.h"
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_keyset.h"

/* What is known of the sheet. */
struct trial {
    struct operation *operation;
    const struct keyset_recipient
        *row; /* of the present set; NULL: it has none of its keys */
    size_t opened_count, closed_count;
    size_t locked_count, locked_opened_count; /* of these, locked away */
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    (void)context;
    (void)arena;
    (void)opened;
    (void)content;
    (void)outcome;
    return OK;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct trial *trial = context;
    (void)opened;
    (void)outcome;
    trial->opened_count++;
    return OK;
}

/* One of its keys is a key of the set as it stands. */
static enum status row_find(struct trial *trial)
{
    struct operation *operation = trial->operation;
    struct keyset *keyset;
    const enum status status = signed_keyset_look(&operation->office, &keyset);
    if (status != OK)
        return status;
    for (size_t i = 0; i < operation->keys.count; i++) {
        const struct span public = age_recipient_write(
            operation->arena, &operation->keys.identities[i].recipient);
        for (size_t n = 0; n < keyset->recipient_count; n++)
            if (is_span_equal(keyset->recipients[n].recipient, public))
                trial->row = &keyset->recipients[n];
    }
    return OK;
}

static enum status locked_try(struct trial *trial, const struct end *end)
{
    struct result_reader *reader = &trial->operation->reader;
    const struct arena_mark mark = arena_mark(&reader->arena);
    struct span payload;
    const enum status status = result_reader_locked(reader, end->id, &payload);
    if (status != OK)
        return status;
    trial->locked_count++;
    trial->locked_opened_count += payload.count > 0;
    arena_release(&reader->arena, mark);
    return OK;
}

/* No recruiter is given what is locked away: the sheet alone opens it, so it must be tried, too. */
static enum status all_locked_try(struct trial *trial)
{
    const struct ends *ends;
    enum status status = ends_read(&trial->operation->office, &ends);
    for (size_t i = 0; status == OK && i < ends->count; i++)
        if (is_ends_locked(&ends->list[i]))
            status = locked_try(trial, &ends->list[i]);
    trial->opened_count += trial->locked_opened_count;
    trial->closed_count += trial->locked_count - trial->locked_opened_count;
    return status;
}

static void results_say(const struct trial *trial)
{
    struct operation *operation = trial->operation;
    operation_say(operation, "It opens %zu of the results here; closed to it: %zu.",
                  trial->opened_count, trial->closed_count);
    if (trial->locked_count)
        operation_say(
            operation,
            "Locked away are %zu of them; it opens %zu of those. Keep the sheet "
            "of the time when they were answered: no other opens them.",
            trial->locked_count, trial->locked_opened_count);
}

static enum status results_try(struct trial *trial)
{
    struct operation *operation = trial->operation;
    struct batch batch = {
        .look = look, .tell = tell, .context = trial, .outcome_bytes = 1};
    enum status status = operation_reader_open(operation, 1);
    if (status == OK)
        status = batch_run(&batch, &operation->reader);
    trial->closed_count = batch.closed_count;
    if (status == OK)
        status = all_locked_try(trial);
    if (status == OK)
        results_say(trial);
    return status;
}

static enum status signing_try(const struct trial *trial, const char *path)
{
    struct operation *operation = trial->operation;
    scoped_secret key = {0};
    struct span public;
    enum status status = recovery_sheet_signing(path, &key);
    if (status == STATUS_NOT_FOUND) {
        operation_say(operation, "It has no signing key on it, or lines 4 to 7 were not "
                                 "typed: without them a forgotten passphrase of the "
                                 "signing key cannot be replaced.");
        return OK;
    }
    if (status == OK)
        status = organization_key_same(&operation->office, key.bytes, &public);
    if (status == STATUS_FORGED)
        return fail(
            STATUS_WRONG_KEY,
            "the signing key on it is not that of keys/organization.pub: it is the "
            "sheet of another organization, or that file was exchanged");
    if (status == OK)
        operation_say(operation, "Its signing key is that of the organization.");
    return status;
}

static void say_key(const struct trial *trial)
{
    struct operation *operation = trial->operation;
    const struct keyset_recipient *row = trial->row;
    operation_say(operation, "The sheet is whole: each line that was read is right.");
    if (!row)
        return;
    operation_say(operation, "Its key is \"%.*s\" of the present set of keys.",
                  SPAN_ARGS(row->label));
    page_add_exact(&operation->page.head, SPAN("Its eight words:"),
                   keys_words(operation->arena, row->recipient));
}

enum status key_sheet_run(struct operation *operation)
{
    struct trial trial = {.operation = operation};
    const char *path = operation->values.files[0];
    enum status status = keys_open_file(path, &operation->keys);
    if (status == OK)
        status = row_find(&trial);
    if (status != OK)
        return status;
    say_key(&trial);
    operation_note(operation, "tried a sheet", trial.row ? trial.row->label : SPAN(""));
    status = results_try(&trial);
    if (status == OK)
        status = signing_try(&trial, path);
    if (status == OK && !trial.row)
        status = fail(STATUS_WRONG_KEY,
                      "its key is none of the present set: another took its place, or it "
                      "is of another organization; keep it while it opens results");
    if (status == OK)
        status = sheet_held_end(&operation->office);
    if (status == OK)
        operation_say(operation, "Nothing was changed. Remove the file now.");
    return status;
}
