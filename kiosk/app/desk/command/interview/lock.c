/* `resonance lock`: the interviewer's ratings are bound. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/office/interview/panel_draft.h"
#include "app/desk/office/interview/panel_lock.h"

enum status lock_prepare(struct operation *operation)
{
    const enum status status = operation_wants_result_keys(operation);
    if (!has_option(&operation->values, "yes")) {
        operation_say(operation,
                      "When you have handed in your ratings, they can no longer "
                      "be changed. When all have, those who ask and the "
                      "recruiters of the vacancy read them; a later change "
                      "stands beside them, with its reason.");
        operation->wants.question = "Hand in your ratings?";
        operation->wants.answer_by = "--yes";
    }
    return status;
}

static void say(struct operation *operation, const struct panel *panel, size_t locked)
{
    if (locked == panel->member_count)
        operation_say(operation,
                      "Your ratings are handed in, and so are all others: they can "
                      "be read now.");
    else
        operation_say(operation,
                      "Your ratings are handed in. So far: %zu of %zu; nobody reads "
                      "one before all are.",
                      locked, panel->member_count);
}

enum status lock_run(struct operation *operation)
{
    struct panel panel;
    struct interview_guide guide;
    struct interview_sheet sheet;
    size_t locked = 0;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status = panel_draft_get(&operation->shown, &operation->office, &panel,
                                 &operation->keys, &sheet);
    if (status == OK)
        status =
            panel_lock_do(&operation->shown, &operation->office, &panel, &operation->keys,
                          &guide, &sheet, interview_open_note(operation));
    if (status == OK)
        status = panel_lock_count(&operation->shown, &operation->office, &panel, &locked);
    if (status == OK)
        say(operation, &panel, locked);
    return status;
}
