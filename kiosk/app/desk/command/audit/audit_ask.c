/* `resonance audit ask [FILE]`: what terminals ask for the audit, of whoever wants to say it. */
#include "app/desk/command/operation.h"

#include "app/desk/office/audit/audit_asked.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/file.h"

/* What is new, or NULL where nothing is asked any more. */
static enum status new_read(struct operation *operation, struct groups **out_groups)
{
    const char *path = operation->values.files[0];
    struct span bytes;
    enum status status = file_read(operation->arena, path, GROUPS_BYTES_MAX, &bytes);
    if (status == OK)
        status = groups_take(operation->arena, bytes, out_groups);
    if (status == OK && (*out_groups)->auditor_count)
        status =
            fail(STATUS_BAD_INPUT, "keys are not named here: it is sealed to whoever "
                                   "is an auditor when a terminal is enrolled");
    if (status != OK)
        return fail_in(status, "%s", path);
    struct groups tried = **out_groups;
    return audit_asked_auditors(&operation->office, &tried);
}

enum status audit_ask_prepare(struct operation *operation)
{
    const bool is_remove = has_option(&operation->values, "remove");
    struct groups *groups = NULL;
    if (is_remove && operation->values.file_count)
        return fail(STATUS_USAGE, "either a file of questions or --remove");
    if (!is_remove && !operation->values.file_count)
        return OK;
    operation->wants.signing_key = true;
    const enum status status = is_remove ? OK : new_read(operation, &groups);
    operation->state = groups;
    return status;
}

static void question_say(struct operation *operation,
                         const struct groups_question *question)
{
    struct span names[GROUPS_ANSWERS_MAX];
    for (size_t i = 0; i < question->answer_count; i++)
        names[i] = question->answers[i].name;
    page_pair(page_add_facts(&operation->page.head), question->name,
              span_join(operation->arena, names, question->answer_count, ", "));
}

static enum status show(struct operation *operation)
{
    struct groups *groups;
    const enum status status = audit_asked_read(&operation->office, &groups);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, groups ? groups_write(operation->arena, groups)
                                                : SPAN("{\"questions\":[]}"));
    if (!groups) {
        operation_say(operation, "Terminals ask nothing for the audit.");
        return OK;
    }
    operation_say(operation,
                  "Terminals ask, after the receipt, of whoever wants to say it:");
    for (size_t i = 0; i < groups->question_count; i++)
        question_say(operation, &groups->questions[i]);
    return OK;
}

enum status audit_ask_run(struct operation *operation)
{
    const struct groups *groups = operation->state;
    if (!operation->wants.signing_key)
        return show(operation);
    const enum status status = signed_settings_change(
        &operation->office, operation->signing_key.bytes, "groups.json",
        groups ? groups_write(operation->arena, groups) : SPAN(""));
    if (status != OK)
        return status;
    operation_note(operation, "edited", SPAN("questions for the audit"));
    operation_say(operation, groups ? "Signed for. Terminals ask it with their next "
                                      "configuration: 'resonance enrol'."
                                    : "Signed for. Terminals ask nothing with their next "
                                      "configuration: 'resonance enrol'.");
    return OK;
}
