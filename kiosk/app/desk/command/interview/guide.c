/* `resonance guide REFERENCE`: what to ask one person, with a rating sheet for a room without a
 * screen. */
#include "app/desk/command/interview/guide_format.h"
#include "app/desk/command/report_person.h"

enum status guide_prepare(struct operation *operation)
{
    return guide_format_find(operation);
}

enum status guide_run(struct operation *operation)
{
    struct report_facts facts;
    struct record *record;
    enum status status = report_person(operation, false, &record, &facts);
    if (status == OK)
        status = report_person_guide(operation, record, &facts);
    if (status == OK)
        status = operation_note_people(operation, "guide made", facts.handle,
                                       is_operation_given(operation));
    return status == OK
               ? guide_format_put(operation, &operation->reader.arena, facts.guide)
               : status;
}
