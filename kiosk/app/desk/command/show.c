/* `resonance show REFERENCE`: one person to read. */
#include "app/desk/command/report_person.h"

enum status show_run(struct operation *operation)
{
    struct report_facts facts;
    struct record *record;
    enum status status = report_person(operation, false, &record, &facts);
    if (status == OK)
        status = operation_note_people(operation, "opened", facts.handle,
                                       is_operation_given(operation));
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return office_put(&operation->office,
                          report_json(&operation->reader.arena, record, &facts));
    report_build(&operation->reader.arena, record, &facts, &operation->page);
    return OK;
}
