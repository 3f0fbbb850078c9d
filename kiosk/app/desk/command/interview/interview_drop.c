/* `resonance interview drop`: the end of an interview that never comes, with its reason. */
#include "app/desk/command/interview/interview_open.h"

#include "app/desk/office/interview/ended/panel_drop.h"

enum status interview_drop_prepare(struct operation *operation)
{
    const char *reason = "";
    enum status status = options_need(&operation->values, "reason", &reason);
    if (status != OK)
        return status;
    if (!has_option(&operation->values, "yes")) {
        operation_say(operation,
                      "An interview that is ended stays ended: nobody rates, hands in or "
                      "reads anything in it any more, and what somebody handed in stays "
                      "sealed. Another interview can be set up with the same person.");
        operation->wants.question = "End this interview?";
        operation->wants.answer_by = "--yes";
    }
    return operation_wants_result_keys(operation);
}

enum status interview_drop_run(struct operation *operation)
{
    const char *reason = options_text(&operation->values, "reason");
    struct panel panel;
    struct interview_guide guide;
    size_t locked = 0;
    enum status status = interview_open(operation, &panel, &guide);
    if (status == OK)
        status = panel_lock_count(&operation->shown, &operation->office, &panel, &locked);
    if (status == OK && locked == panel.member_count)
        return fail(STATUS_REFUSED,
                    "all have handed in their ratings in interview %lld, so it took "
                    "place: they can be read",
                    (long long)panel.number);
    if (status == OK)
        status =
            panel_drop_do(&operation->shown, &operation->office, &panel, &operation->keys,
                          span_of(reason), interview_open_note(operation));
    if (status == OK)
        operation_say(operation,
                      "Interview %lld is ended. %zu of %zu had handed in; that "
                      "stays sealed.",
                      (long long)panel.number, locked, panel.member_count);
    return status;
}
