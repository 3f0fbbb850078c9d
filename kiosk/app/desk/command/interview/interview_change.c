/* `resonance interview change`: a rating that was changed after all had locked and talked. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/office/interview/panel_change.h"

enum status interview_change_prepare(struct operation *operation)
{
    struct interview_change *change =
        arena_new(operation->arena, struct interview_change);
    const char *reason = options_text(&operation->values, "reason");
    const enum status status = interview_open_rating(operation, &change->rating);
    operation->state = change;
    if (status != OK)
        return status;
    if (!reason)
        return fail(STATUS_USAGE, "a change has its reason: --reason TEXT");
    change->reason = span_trim(span_of(reason));
    return operation_wants_result_keys(operation);
}

enum status interview_change_run(struct operation *operation)
{
    struct interview_change *change = operation->state;
    struct panel panel;
    struct interview_guide guide;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status = panel_change_do(&operation->shown, &operation->office, &panel,
                                 &operation->keys, &guide, change,
                                 interview_open_note(operation));
    if (status == OK)
        operation_say(operation,
                      "The change stands beside what you handed in; the overall "
                      "figure stays as it was.");
    return status;
}
