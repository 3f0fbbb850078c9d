/* `resonance show REFERENCE`: one person to read. */
#include "app/desk/command/report_person.h"

enum status show_run(struct operation *operation)
{
    struct report_facts facts;
    struct record *record;
    const enum status status = report_person(operation, false, &record, &facts);
    if (status != OK)
        return status;
    operation_note(operation, "opened", facts.handle);
    if (has_option(&operation->values, "json"))
        return office_put(&operation->office,
                          report_json(&operation->reader.arena, record, &facts));
    report_build(&operation->reader.arena, record, &facts, &operation->page);
    return OK;
}
