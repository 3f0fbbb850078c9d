/* `resonance reason`: why each topic matters for the work, and who agreed on that. */
#include "app/desk/form/form_change.h"

#include "app/desk/form/told.h"
#include "author/form_reason.h"
#include "base/clock.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"

enum { LIST_BYTES = 1 << 20 };

static void rows_add(struct operation *operation, struct page_block *table,
                     const struct part *part)
{
    const struct questionnaire *questionnaire = part->questionnaire;
    const struct span language = operation->office.organization->language;
    for (size_t i = 0; i < questionnaire->dimension_count; i++) {
        const struct dimension *dimension = &questionnaire->dimensions[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = dimension->id;
        row->cells[1] =
            questionnaire_text(questionnaire, language, part->frame, dimension->name);
        row->cells[2] = dimension->why.count ? dimension->why : SPAN("–");
        if (dimension->agreed.count)
            page_remark(table, row,
                        span_format(operation->arena, "%s%.*s",
                                    dimension->is_sample ? "A sample. " : "Agreed: ",
                                    SPAN_ARGS(dimension->agreed)));
    }
}

static enum status topics_list(struct operation *operation)
{
    static const enum part_use uses[] = {PART_RESONANCE, PART_DRIVERS};
    const struct page_column columns[] = {
        {"Topic", 0}, {"Name", 0}, {"Why it matters here", 0}};
    const struct assessment *assessment;
    enum status status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = operation_page_open(operation, LIST_BYTES);
    if (status != OK)
        return status;
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 3);
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        const struct part *part =
            assessment_part(assessment, uses[i], ROLE_CANDIDATE, SPAN(""));
        if (part)
            rows_add(operation, table, part);
    }
    return OK;
}

static enum status words_check(const char *what, struct span words, size_t most)
{
    const enum status status = shown_text_check(what, words);
    if (status == OK && utf8_count(words) > most)
        return fail(STATUS_BAD_INPUT, "the %s has from 1 to %zu characters", what, most);
    return status;
}

/* Two people, because what weighs in a choice is nobody's own idea. */
static enum status agreed_read(struct operation *operation, struct span *out_agreed)
{
    struct span names[BASIS_NAMES];
    const enum status status = operation_names(operation, "a reason", names);
    if (status != OK)
        return status;
    *out_agreed = span_format(
        operation->arena, "%.*s and %.*s, %.*s", SPAN_ARGS(names[0]), SPAN_ARGS(names[1]),
        SPAN_ARGS(clock_date(operation->arena, clock_now().unix_ms)));
    return OK;
}

static enum status reason_set(struct operation *operation, struct form *form,
                              struct span *out_said)
{
    const struct span topic = operation_word(operation, 0),
                      why = span_trim(operation_word(operation, 1));
    struct span agreed = SPAN("");
    enum status status = agreed_read(operation, &agreed);
    if (status == OK)
        status = words_check("reason", why, FORM_REASON_CHARACTERS_MAX);
    if (status == OK)
        status = form_reason_set(form, topic, why, agreed);
    if (status == OK)
        *out_said = span_format(operation->arena, "%.*s: %.*s (%.*s)", SPAN_ARGS(topic),
                                SPAN_ARGS(why), SPAN_ARGS(agreed));
    return status;
}

static enum status reason_drop(struct operation *operation, struct form *form,
                               struct span *out_said)
{
    const struct span topic = operation_word(operation, 0);
    const enum status status = form_reason_set(form, topic, SPAN(""), SPAN(""));
    if (status == OK)
        *out_said =
            span_format(operation->arena, "%.*s has no reason now.", SPAN_ARGS(topic));
    return status;
}

static enum status samples_drop(struct operation *operation, struct form *form,
                                struct span *out_said)
{
    (void)operation;
    *out_said = SPAN("No reason is a sample now.");
    return form_reason_drop_samples(form);
}

/* The one that the words and options ask for; NULL: none. */
typedef enum status change_run(struct operation *operation, struct form *form,
                               struct span *out_said);

static change_run *change_find(const struct operation *operation)
{
    const struct options *values = &operation->values;
    const bool is_drop = has_option(values, "remove"),
               is_samples = has_option(values, "remove-samples"),
               has_names = has_option(values, "by");
    if (is_samples)
        return values->file_count || is_drop || has_names ? NULL : samples_drop;
    if (is_drop)
        return values->file_count != 1 || has_names ? NULL : reason_drop;
    return values->file_count == 2 ? reason_set : NULL;
}

static bool is_list(const struct operation *operation)
{
    const struct options *values = &operation->values;
    return !values->file_count && !has_option(values, "remove") &&
           !has_option(values, "by");
}

enum status reason_run(struct operation *operation)
{
    change_run *run = change_find(operation);
    struct form_change change;
    struct span said = SPAN("");
    if (!run && is_list(operation))
        return topics_list(operation);
    if (!run)
        return fail(STATUS_USAGE, "say TOPIC, TEXT and two --by NAME; TOPIC --remove; "
                                  "--remove-samples; or nothing, which lists them");
    enum status status = form_change_begin(operation, &change);
    if (status == OK)
        status = run(operation, &change.form, &said);
    if (status == OK)
        status = form_change_end(&change);
    if (status != OK)
        return status;
    operation_say(operation, "%.*s", SPAN_ARGS(said));
    if (run == reason_set)
        told_text(operation->arena, &operation->page.head, "the reason",
                  operation->office.organization->language,
                  span_trim(operation_word(operation, 1)));
    form_change_say_after(&change);
    return OK;
}
