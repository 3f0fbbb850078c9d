/* `resonance doctor`: what is wrong with the folder of the organization and how to mend it. */
#include "app/desk/command/operation.h"

#include "app/common/locked.h"
#include "app/desk/office/findings_all.h"
#include "base/json/json_shown.h"

/* The memory that opening one result takes, besides what is open anyway. */
static void findings_memory(struct operation *operation, struct findings *findings)
{
    const bool is_open = operation_reader_open(operation, 1) == OK;
    if (!is_locked_all(arena_guards()))
        findings_add(findings, FINDING_NOTE, "memory",
                     "raise the limit of locked memory ('ulimit -l 65536')",
                     "of the memory for keys and what they open, %.*s: the rest could "
                     "reach the swap",
                     SPAN_ARGS(locked_words(operation->arena, arena_guards(), false)));
    if (is_open)
        result_reader_close(&operation->reader);
}

enum status doctor_run(struct operation *operation)
{
    struct findings *findings = arena_new(operation->arena, struct findings);
    enum status status = OK;
    findings->office = &operation->office;
    findings_memory(operation, findings);
    findings_all(findings);
    if (has_option(&operation->values, "json"))
        status = office_put(
            &operation->office,
            json_shown(operation->arena, findings_json(operation->arena, findings)));
    else
        findings_put(findings, &operation->page.head);
    if (status == OK && findings->wrong_count)
        return fail(STATUS_DAMAGED, "what is wrong is named above: %zu",
                    findings->wrong_count);
    return status;
}
