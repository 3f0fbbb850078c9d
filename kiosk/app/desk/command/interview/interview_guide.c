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
    const enum status status = interview_open(operation, &panel, &guide);
    if (status != OK)
        return status;
    operation_note(operation, "guide opened",
                   panel_about(operation->arena, &panel, panel.reference));
    return guide_format_put(operation, &operation->shown, &guide);
}
