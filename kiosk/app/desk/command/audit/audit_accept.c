/* `resonance audit accept`: somebody answers for it that rows of the log, the archive or the
 * ends are lost: from here on they are no longer missed, and a signed row says so. */
#include "app/desk/command/operation.h"

#include "app/desk/office/ends/ends_check.h"
#include "app/desk/office/ends/ends_write.h"
#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/office/trust/roll_write.h"

struct accepting {
    struct operation *operation;
    struct span by;
    size_t count;
    bool is_older; /* the folder, than what was signed (anchor.h) */
};

static void on_fault(void *context, struct span words, const char *mend)
{
    struct accepting *accepting = context;
    (void)mend;
    accepting->count++;
    operation_say(accepting->operation, "%.*s.", SPAN_ARGS(words));
}

enum status audit_accept_prepare(struct operation *operation)
{
    struct accepting *accepting = arena_new(operation->arena, struct accepting);
    struct access_log log;
    struct archive *archive;
    struct span older;
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t unsigned_count = 0;
    *accepting = (struct accepting){.operation = operation};
    operation->state = accepting;
    enum status status = operation_name(operation, "accepting a loss", &accepting->by);
    if (status == OK)
        status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = ends_check_lost(&operation->office, on_fault, accepting);
    if (status == OK)
        status = anchor_look(&operation->office, ANCHOR_ALL, &older);
    if (status == OK)
        status = ends_check_unsigned(&operation->office, true, &ids, &unsigned_count);
    if (status == OK)
        status = access_log_read(&operation->office, NULL, NULL, &log);
    if (status != OK)
        return status;
    accepting->is_older = older.count > 0;
    if (unsigned_count)
        on_fault(accepting,
                 ends_check_unsigned_words(operation->arena, ids, unsigned_count), "");
    if (log.fault.count)
        on_fault(accepting,
                 span_format(operation->arena, "the log is not whole: %.*s",
                             SPAN_ARGS(log.fault)),
                 "");
    if (!accepting->count)
        return fail(STATUS_REFUSED, "nothing is missing here");
    operation->wants.signing_key = true;
    if (!has_option(&operation->values, "yes")) {
        operation->wants.question =
            "Is all of this lost for good, in every backup and on every stick?";
        operation->wants.answer_by = "--yes";
    }
    return OK;
}

/* From then on the folder is measured by what it is now; and since the number of the last
 * configuration may be lost, too, the next one has a number that no terminal has seen. */
static enum status older_accept(struct operation *operation, struct span by)
{
    struct office *office = &operation->office;
    const struct minisign_key *key = operation->signing_key.bytes;
    const struct roll *roll;
    struct roll_write write;
    struct anchor anchor;
    int64_t until;
    enum status status = anchor_until(office, &until);
    if (status == OK)
        status =
            office_write(office, "sequence",
                         span_format(operation->arena, "%lld\n", (long long)until + 1));
    if (status == OK)
        status = roll_need(office, &roll);
    if (status == OK)
        status = anchor_take(office, until + 1, &anchor);
    if (status != OK)
        return status;
    roll_write_begin(operation->arena, roll, key, &write);
    roll_write_acceptance(&write, by, until);
    roll_write_configuration(&write, &anchor);
    status = roll_write_end(&write, office);
    return status == OK ? anchor_forget(office) : status;
}

enum status audit_accept_run(struct operation *operation)
{
    const struct accepting *accepting = operation->state;
    const struct access_note note = {.who = SPAN(KEYS_SIGNING),
                                     .what = "accepted loss",
                                     .about = accepting->by,
                                     .signing = operation->signing_key.bytes,
                                     .is_new_head = true};
    size_t earlier_count = 0;
    enum status status = access_log_note(&operation->office, &note);
    if (status == OK)
        status = archive_mark_renew(&operation->office, operation->signing_key.bytes);
    if (status == OK)
        status = ends_write_earlier(&operation->office, operation->signing_key.bytes,
                                    &earlier_count);
    if (status == OK && accepting->is_older)
        status = older_accept(operation, accepting->by);
    if (status == OK)
        operation_say(operation,
                      "Accepted by %.*s: the log and the archive go on from here. Rows "
                      "that were changed, and not only lost, are still told. Where an "
                      "older archive.db was put back, repeat 'resonance key share' for "
                      "each key that was to open what came before it.",
                      SPAN_ARGS(accepting->by));
    return status;
}
