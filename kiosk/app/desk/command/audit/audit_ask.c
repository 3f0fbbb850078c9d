/* `resonance audit ask [FILE]`: what terminals ask for the audit, of whoever wants to say it. */
#include "app/desk/command/operation.h"

#include "app/desk/office/audit/audit_asked.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/clock.h"
#include "base/file.h"

/* What is asked now, of which the end alone is another. */
static enum status present_read(struct operation *operation, struct groups **out_groups)
{
    const enum status status = audit_asked_read(&operation->office, out_groups);
    return status == OK && !*out_groups
               ? fail(STATUS_NOT_FOUND,
                      "terminals ask nothing for the audit, so there is "
                      "no end to set; give a file of questions, too")
               : status;
}

static enum status file_take(struct operation *operation, struct groups **out_groups)
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
    return status == OK ? OK : fail_in(status, "%s", path);
}

static enum status until_take(const struct operation *operation, struct groups *groups)
{
    const char *day = options_text(&operation->values, "until");
    int64_t unix_ms;
    if (day && !is_clock_date(span_of(day), &unix_ms))
        return fail(STATUS_USAGE,
                    "--until: \"%.20s\" is not a day; write it as 2027-03-31", day);
    if (day)
        groups->until = span_of(day);
    return is_groups_over(groups, clock_now().unix_ms)
               ? fail(STATUS_USAGE,
                      "the last day of asking, %.*s, has gone by; name today or a later "
                      "one with --until",
                      SPAN_ARGS(groups->until))
               : OK;
}

static enum status new_read(struct operation *operation, struct groups **out_groups)
{
    enum status status = operation->values.file_count
                             ? file_take(operation, out_groups)
                             : present_read(operation, out_groups);
    if (status == OK)
        status = until_take(operation, *out_groups);
    if (status != OK)
        return status;
    struct groups tried = **out_groups;
    return audit_asked_auditors(&operation->office, &tried);
}

enum status audit_ask_prepare(struct operation *operation)
{
    const bool is_remove = has_option(&operation->values, "remove");
    struct groups *groups = NULL;
    const bool is_set =
        operation->values.file_count || has_option(&operation->values, "until");
    if (is_remove && is_set)
        return fail(STATUS_USAGE, "either a file of questions or --remove");
    if (!is_remove && !is_set)
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
    if (is_groups_over(groups, clock_now().unix_ms))
        operation_say(operation,
                      "The last day of asking was %.*s: terminals ask nothing now. They "
                      "asked:",
                      SPAN_ARGS(groups->until));
    else
        operation_say(
            operation,
            "Terminals ask, after the receipt, of whoever wants to say it%s%.*s:",
            groups->until.count ? ", up to and with " : "", SPAN_ARGS(groups->until));
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
    if (groups && groups->until.count)
        operation_say(operation, "The last day of asking is %.*s.",
                      SPAN_ARGS(groups->until));
    operation_say(operation, groups ? "Signed for. Terminals ask it with their next "
                                      "configuration: 'resonance enrol'."
                                    : "Signed for. Terminals ask nothing with their next "
                                      "configuration: 'resonance enrol'.");
    return OK;
}
