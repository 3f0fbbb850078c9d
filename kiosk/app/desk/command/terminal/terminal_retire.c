/* `resonance terminal retire TERMINAL`: what it sends from now on is refused. */
#include "app/desk/command/terminal/terminal_retire.h"

#include "app/desk/command/terminal/terminal_find.h"
#include "base/clock.h"

#include <inttypes.h>
#include <string.h>

struct retirement {
    const struct roll *roll;
    const struct enrolled_terminal *terminal;
    uint64_t last_sequence;
};

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    uint64_t *last = context;
    (void)arrival;
    if (entry->sequence > *last)
        *last = entry->sequence;
    return OK;
}

enum status terminal_retire_last(struct office *office,
                                 const unsigned char id[CHAIN_ID_BYTES],
                                 uint64_t *out_sequence)
{
    struct archive *archive;
    *out_sequence = 0;
    const enum status status = office_archive(office, &archive);
    return status == OK ? archive_list_chain(archive, id, false, on_entry, out_sequence)
                        : status;
}

enum status terminal_retire_check(struct operation *operation, const struct roll *roll,
                                  struct span typed,
                                  const struct enrolled_terminal **out_terminal)
{
    const enum status status = terminal_find(operation, roll, typed, out_terminal);
    if (status != OK || !(*out_terminal)->retired_unix_s)
        return status;
    return fail(
        STATUS_EXISTS, "the terminal \"%.*s\" was retired on %.*s already",
        SPAN_ARGS((*out_terminal)->label),
        SPAN_ARGS(clock_date(operation->arena, (*out_terminal)->retired_unix_s * 1000)));
}

enum status terminal_retire_prepare(struct operation *operation)
{
    struct retirement *retirement = arena_new(operation->arena, struct retirement);
    enum status status = roll_need(&operation->office, &retirement->roll);
    if (status == OK)
        status =
            terminal_retire_check(operation, retirement->roll,
                                  operation_word(operation, 0), &retirement->terminal);
    if (status == OK)
        status = terminal_retire_last(&operation->office, retirement->terminal->id,
                                      &retirement->last_sequence);
    if (status != OK)
        return status;
    operation_say(
        operation,
        "The terminal \"%.*s\" (%.*s) would be retired after entry %" PRIu64
        ", the last one that came. What it still holds is lost then: bring its "
        "bundle home first. This cannot be undone.",
        SPAN_ARGS(retirement->terminal->label),
        SPAN_ARGS(terminal_find_number(operation->arena, retirement->terminal->id)),
        retirement->last_sequence);
    operation->state = retirement;
    operation->wants.signing_key = true;
    if (!has_option(&operation->values, "yes")) {
        operation->wants.question = "Retire it?";
        operation->wants.answer_by = "--yes";
    }
    return OK;
}

enum status terminal_retire_run(struct operation *operation)
{
    const struct retirement *retirement = operation->state;
    struct roll_write roll;
    roll_write_begin(operation->arena, retirement->roll, operation->signing_key.bytes,
                     &roll);
    roll_write_retirement(&roll, retirement->terminal->id, retirement->last_sequence);
    const enum status status = roll_write_end(&roll, &operation->office);
    if (status == OK)
        operation_say(operation,
                      "Retired \"%.*s\". No entry after %" PRIu64
                      " is taken from it; what came before stays.",
                      SPAN_ARGS(retirement->terminal->label), retirement->last_sequence);
    return status;
}
