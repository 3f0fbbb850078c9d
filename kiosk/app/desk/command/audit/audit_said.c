/* `resonance audit said`: what people said of themselves at the terminals, counted with an
 * auditor's key. */
#include "app/desk/command/audit/impact_said.h"
#include "app/desk/command/operation.h"

#include "base/words.h"

enum { PAGE_BYTES = 16 << 20 };

enum status audit_said_run(struct operation *operation)
{
    struct audit_said *said = arena_new(operation->arena, struct audit_said);
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = audit_said_read(&operation->shown, &operation->office, &operation->keys,
                                 said);
    if (status != OK)
        return status;
    operation_note(operation, "counted what people said", SPAN(""));
    if (has_option(&operation->values, "json"))
        return operation_json(operation, impact_said_json(&operation->shown, said));
    operation->page =
        page_init(&operation->shown, WS("What people said at the terminals"),
                  operation->office.organization->name);
    impact_said_page(&operation->page, said);
    return OK;
}
