/* `resonance erase REFERENCE`: the end of one result. */
#include "app/desk/command/operation.h"

#include "app/common/handle.h"

#include <string.h>

static bool is_ground(const char *word)
{
    static const char *const grounds[] = {"asked", "retention", "order", "mistake"};
    for (size_t i = 0; word && i < sizeof grounds / sizeof *grounds; i++)
        if (strcmp(word, grounds[i]) == 0)
            return true;
    return false;
}

enum status erase_run(struct operation *operation)
{
    const char *ground = options_text(&operation->values, "ground");
    unsigned char record_id[CHAIN_ID_BYTES];
    struct archive *archive;
    int64_t place;
    if (!is_ground(ground))
        return fail(STATUS_USAGE, "--ground is asked, retention, order or mistake");
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = result_find(operation->arena, archive, operation_word(operation, 0),
                             record_id, &place);
    if (status != OK)
        return status;
    const struct span handle = handle_text(operation->arena, record_id);
    if (!has_option(&operation->values, "yes"))
        return fail(STATUS_REFUSED,
                    "%.*s, number %lld in order of arrival, would be erased for ever; "
                    "repeat with --yes",
                    SPAN_ARGS(handle), (long long)place);
    status = archive_erase(archive, record_id);
    if (status == OK)
        operation_say(
            operation,
            "Erased %.*s (%s). Its signed header stays. Its terminal erases its "
            "copy when it is enrolled again. Delete written reports and bundles "
            "that hold it, too.",
            SPAN_ARGS(handle), ground);
    return status;
}
