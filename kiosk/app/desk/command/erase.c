/* `resonance erase REFERENCE`: the end of one result. */
#include "app/desk/command/operation.h"

#include "app/common/handle.h"
#include "base/clock.h"

#include <string.h>

static bool is_ground(const char *word)
{
    static const char *const grounds[] = {"asked", "retention", "order", "mistake"};
    for (size_t i = 0; word && i < sizeof grounds / sizeof *grounds; i++)
        if (strcmp(word, grounds[i]) == 0)
            return true;
    return false;
}

static void say_erased(struct operation *operation, struct span handle,
                       const char *ground)
{
    operation_say(operation,
                  "Erased %.*s (%s). Its signed header stays. Its terminal erases its "
                  "copy when it is enrolled again. Delete written reports and bundles "
                  "that hold it, too.",
                  SPAN_ARGS(handle), ground);
}

static void say_before(struct operation *operation, struct span handle, int64_t day_s)
{
    operation_say(operation, "%.*s was erased already%.*s.", SPAN_ARGS(handle),
                  SPAN_ARGS(archive_day_words(operation->arena, day_s)));
}

enum status erase_run(struct operation *operation)
{
    const char *ground = options_text(&operation->values, "ground");
    unsigned char record_id[CHAIN_ID_BYTES];
    struct archive *archive;
    int64_t place, day_s = 0;
    if (!is_ground(ground))
        return fail(STATUS_USAGE, "--ground is asked, retention, order or mistake");
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = result_find(operation->arena, archive, operation_word(operation, 0),
                             record_id, &place);
    if (status == OK)
        status = archive_erased_day(archive, record_id, &day_s);
    if (status != OK)
        return status;
    const struct span handle = handle_text(operation->arena, record_id);
    if (!day_s && !has_option(&operation->values, "yes"))
        return fail(STATUS_REFUSED,
                    "%.*s, number %lld in order of arrival, would be erased for ever; "
                    "repeat with --yes",
                    SPAN_ARGS(handle), (long long)place);
    /* Again, too: the file may not have been swept the first time. */
    status = archive_erase(archive, record_id, clock_now().unix_ms / 1000);
    if (status != OK)
        return status;
    operation_note(operation, "erased", handle);
    if (day_s)
        say_before(operation, handle, day_s);
    else
        say_erased(operation, handle, ground);
    return OK;
}
