/* `resonance interview guide`: the guide for those who ask, which their own keys open. */
#include "app/desk/command/interview/guide_format.h"
#include "app/desk/command/interview/interview_open.h"

enum status interview_guide_prepare(struct operation *operation)
{
    return guide_format_find(operation);
}

enum status interview_guide_run(struct operation *operation)
{
    struct panel panel;
    struct interview_guide guide;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status =
            operation_note_people(operation, "guide opened",
                                  panel_about(operation->arena, &panel, panel.reference),
                                  is_operation_given(operation));
    return status == OK ? guide_format_put(operation, &operation->shown, &guide) : status;
}
