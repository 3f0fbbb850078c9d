#include "app/desk/office/assessment_files.h"

#include "app/common/assessment_folder.h"
#include "app/common/config_load.h"
#include "app/desk/office/office.h"
#include "assessment/assessment_fill.h"
#include "lint/lint.h"
#include "questionnaire/item_fault.h"
#include "scoring/record_size.h"
#include "view/paint/picture.h"

void assessment_files_pictures(struct arena *arena, const struct assessment *assessment,
                               struct fault_list *faults)
{
    const struct arena_mark mark = arena_mark(arena);
    struct picture picture;
    for (size_t i = 0; i < assessment->picture_count; i++) {
        const struct picture_source *source = &assessment->pictures[i];
        const char *name = span_text(arena, source->name);
        if (picture_read(arena, name, source->bytes, picture_limits_usual, &picture) ==
            OK)
            continue;
        fault_add(faults, (struct fault){
                              .weight = FAULT_ERROR,
                              .file = SPAN("pictures"),
                              .what = span_format(faults->arena, "%s", status_last())});
    }
    if (faults->arena != arena)
        arena_release(arena, mark);
}

static enum status documents_read(struct arena *arena, const char *folder,
                                  const struct assessment_file *files, size_t count,
                                  struct buffer *out, struct assessment **out_assessment)
{
    struct fault_list faults = fault_list_init(arena);
    enum status status = assessment_read(arena, files, count, &faults, out_assessment);
    if (status == OK)
        status = record_size_check(*out_assessment, &faults);
    if (status == OK && out)
        assessment_files_pictures(arena, *out_assessment, &faults);
    if (status == OK && faults.error_count)
        status = STATUS_BAD_INPUT;
    if (out)
        fault_list_text(&faults, out);
    if (status == STATUS_BAD_INPUT && faults.error_count)
        return fail(status,
                    "the assessment in %s cannot be used, its faults: %zu; mend them "
                    "first",
                    folder, faults.error_count);
    return status;
}

/* What must not be asked does not get onto a terminal; results that are there stay readable. */
static enum status wording_check(struct arena *arena, const char *folder,
                                 const struct assessment *assessment, struct buffer *out)
{
    struct fault_list faults = fault_list_init(arena);
    lint_assessment(arena, assessment, &faults);
    if (!faults.error_count)
        return OK;
    fault_list_text(&faults, out);
    return fail(STATUS_BAD_INPUT,
                "the assessment in %s asks what must not be asked when people are "
                "hired, places: %zu; mend them first, or make exceptions",
                folder, faults.error_count);
}

enum status assessment_files_take(struct file_set *set, const char *folder,
                                  const struct assessment_file *files, size_t count,
                                  struct buffer *out, struct assessment **out_assessment)
{
    struct arena *arena = set->arena;
    struct file_set own = file_set_init(arena);
    enum status status = documents_read(arena, folder, files, count, out, out_assessment);
    if (status == OK && out)
        status = wording_check(arena, folder, *out_assessment, out);
    for (size_t i = 0; i < count && status == OK; i++) {
        const struct span name =
            span_format(arena, "assessment/%.*s", SPAN_ARGS(files[i].name));
        status = file_set_add(&own, name, files[i].bytes);
        if (status == OK)
            status = file_set_add(set, name, files[i].bytes);
    }
    if (status == OK)
        config_load_assessment_hash(arena, file_set_manifest(&own, 1),
                                    (*out_assessment)->hash);
    return status;
}

enum status assessment_files_read(struct file_set *set, const char *folder,
                                  struct buffer *out, struct assessment **out_assessment)
{
    struct assessment_file *files;
    size_t count = 0;
    const enum status status = assessment_folder_read(set->arena, folder, &files, &count);
    return status == OK
               ? assessment_files_take(set, folder, files, count, out, out_assessment)
               : status;
}

void assessment_files_fill(struct office *office, struct assessment *assessment)
{
    const struct organization *organization = office->organization;
    const struct assessment_words words = {.organization = organization->name,
                                           .customer = organization->customer,
                                           .customers = organization->customers};
    assessment_fill(&office->arena, assessment, &words);
}
