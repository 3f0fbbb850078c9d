#include "app/painter/form_taken.h"

#include "app/common/assessment_folder.h"
#include "assessment/assessment_fill.h"
#include "base/file.h"
#include "base/folder.h"

/* Whoever writes the form sees all of its faults with `resonance check`. */
static enum status faults_told(const char *path, const struct fault_list *faults)
{
    for (const struct fault *fault = faults->first; fault; fault = fault->next)
        if (fault->weight == FAULT_ERROR)
            return fail(STATUS_BAD_INPUT,
                        "%s has faults (%zu); the first: %.*s, line %zu: %.*s", path,
                        faults->error_count, SPAN_ARGS(fault->file), fault->line,
                        SPAN_ARGS(fault->what));
    return fail(STATUS_BAD_INPUT, "%s is no form", path);
}

static enum status folder_read(struct arena *arena, const char *path,
                               struct assessment **out_assessment)
{
    struct fault_list faults = fault_list_init(arena);
    struct assessment_file *files;
    size_t count;
    enum status status = assessment_folder_read(arena, path, &files, &count);
    if (status != OK)
        return status;
    status = assessment_read(arena, files, count, &faults, out_assessment);
    return status == STATUS_BAD_INPUT ? faults_told(path, &faults) : status;
}

/* Its own name stands where the name of its part does. */
static struct assessment *assessment_of(struct arena *arena,
                                        struct questionnaire *questionnaire)
{
    struct assessment *assessment = arena_new(arena, struct assessment);
    struct part *part = arena_new(arena, struct part);
    *part = (struct part){
        .id = questionnaire->code,
        .use = PART_CLOSING,
        .role = ROLE_CANDIDATE,
        .title_key = questionnaire->name,
        .questionnaire = questionnaire,
    };
    struct span *languages =
        arena_array(arena, struct span, questionnaire->language_count);
    for (size_t i = 0; i < questionnaire->language_count; i++)
        languages[i] = questionnaire->languages[i].code;
    *assessment = (struct assessment){
        .id = questionnaire->code,
        .version = questionnaire->version,
        .title_key = questionnaire->name,
        .words = questionnaire,
        .scoring_version = SCORING_VERSION,
        .parts = part,
        .part_count = 1,
        .languages = languages,
        .language_count = questionnaire->language_count,
    };
    return assessment;
}

static enum status file_taken(struct arena *arena, const char *path,
                              struct assessment **out_assessment)
{
    struct fault_list faults = fault_list_init(arena);
    struct questionnaire *questionnaire = NULL;
    struct span bytes;
    enum status status = file_read(arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    status = questionnaire_read(arena, span_of(path), bytes, &faults, &questionnaire);
    if (status != OK)
        return status == STATUS_BAD_INPUT ? faults_told(path, &faults) : status;
    if (!questionnaire->item_count)
        return fail(STATUS_BAD_INPUT, "%s has no item to show", path);
    *out_assessment = assessment_of(arena, questionnaire);
    return OK;
}

static struct span word_of(const struct options *options, const char *name)
{
    const char *given = options_text(options, name);
    return span_of(given ? given : "");
}

enum status form_taken_read(struct arena *arena, const char *path,
                            const struct options *options,
                            const struct assessment **out_assessment, bool *out_is_single)
{
    struct assessment *assessment = NULL;
    *out_is_single = !is_folder(path);
    const enum status status = *out_is_single ? file_taken(arena, path, &assessment)
                                              : folder_read(arena, path, &assessment);
    if (status != OK)
        return status;
    assessment_fill(arena, assessment,
                    &(struct assessment_words){
                        .organization = word_of(options, "organization"),
                        .customer = word_of(options, "customer"),
                        .customers = word_of(options, "customers"),
                    });
    *out_assessment = assessment;
    return OK;
}
