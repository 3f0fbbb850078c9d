/* `resonance enrol REQUEST --out DIR`: the signed configuration of a terminal; with --all those of
 * many (enrol_all.c). */
#include "app/desk/command/terminal/enrol.h"

#include "app/desk/command/terminal/enrol_all.h"

#include "app/common/request_words.h"
#include "app/desk/office/trust/organization_key.h"
#include "assessment/assessment_sample.h"
#include "base/folder.h"

/* Nothing is kept, and no passphrase typed, before somebody has compared. */
static enum status words_compare(const struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    const char *typed = options_text(&operation->values, "words");
    if (options_text_again(&operation->values, "words", 1))
        return fail(STATUS_USAGE, "one terminal has one --words");
    if (!typed) {
        operation->wants.question =
            "Do the same eight words stand on the terminal, read out by somebody there?";
        operation->wants.answer_by = "--words and the words that stand on the terminal";
        return OK;
    }
    const enum status status =
        request_words_check(operation->arena, enrolment->request, span_of(typed));
    if (status == STATUS_FORGED)
        return fail(
            status,
            "this request has other words than those of --words: it was changed on "
            "its way from the terminal; nothing of it is used");
    return status == OK ? OK : fail_in(status, "--words");
}

/* The other direction: what the terminal asks when it starts with this configuration first. */
static enum status say_organization(struct operation *operation)
{
    struct span public;
    const enum status status = organization_key_text(&operation->office, &public);
    if (status == OK)
        page_add_exact(
            &operation->page.head,
            SPAN("A new terminal shows these words of the organization when it "
                 "starts. Say yes there only when they are the same:"),
            keys_words(operation->arena, public));
    return status;
}

static void say_sample(struct operation *operation, const struct assessment *assessment)
{
    const struct span sample = assessment_sample_words(operation->arena, assessment);
    if (sample.count)
        operation_say(operation,
                      "A sample of a made-up company is in the form (%.*s). For real "
                      "people, %s.",
                      SPAN_ARGS(sample), assessment_sample_mend());
}

enum status enrol_prepare(struct operation *operation)
{
    const struct options *options = &operation->values;
    if (has_option(options, "all"))
        return options->file_count
                   ? fail(STATUS_USAGE,
                          "--all takes the requests of a folder, and \"%.100s\" is "
                          "one word too many; see resonance enrol --help",
                          options->files[0])
                   : enrol_all_begin(operation);
    return options->file_count
               ? enrol_begin(operation, options->files[0], SPAN(""))
               : fail(STATUS_USAGE, "a word is missing: the request of a terminal, or "
                                    "--all and a folder of them; see resonance enrol "
                                    "--help");
}

enum status enrol_begin(struct operation *operation, const char *path,
                        struct span replaced)
{
    struct enrolment_batch *batch = enrolment_batch_new(operation, 1);
    struct enrolment *enrolment = batch->enrolments;
    const char *folder = NULL;
    enum status status = options_need(&operation->values, "out", &folder);
    if (status == OK)
        status = enrolment_folder_check(operation, folder);
    if (status == OK)
        status = enrolment_begin(operation, path, replaced, enrolment);
    batch->count = 1;
    if (status == OK)
        status = enrolment_gather(enrolment, 1, &batch->assessment);
    if (status != OK)
        return status;
    enrolment->folder = folder;
    enrolment_compare(operation, folder);
    enrolment_say_words(enrolment, "");
    status = enrolment_batch_ready(operation, batch);
    return status == OK ? words_compare(enrolment) : status;
}

static void say_done(struct operation *operation, const struct enrolment_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        const struct enrolment *enrolment = &batch->enrolments[i];
        if (!batch->is_all)
            operation_say(operation, "Configuration %lld is in %s.",
                          (long long)enrolment->sequence, enrolment->folder);
        else
            operation_say(operation, "Configuration %lld, for \"%.*s\", is in %s.",
                          (long long)enrolment->sequence,
                          SPAN_ARGS(enrolment->request->label), enrolment->folder);
    }
}

enum status enrol_run(struct operation *operation)
{
    struct enrolment_batch *batch = operation->state;
    enum status status = OK;
    if (batch->is_all)
        status = folder_make(options_text(&operation->values, "out"));
    if (status == OK)
        status = enrolment_keep(batch);
    if (status == OK)
        say_done(operation, batch);
    if (status == OK)
        status = say_organization(operation);
    if (status == OK)
        say_sample(operation, batch->assessment);
    return status;
}
