/* `resonance manual --form FOLDER`: the technical manual of a form, made from its documents and
 * from the fixed words of manual.md, so that no fact is typed twice. */
#include "app/desk/command/operation.h"

#include "app/common/assessment_folder.h"
#include "app/desk/command/manual/manual_template.h"
#include "assessment/assessment_fill.h"

enum { MANUAL_MODE = 0644 };

static enum status form_read(struct arena *arena, const char *path, struct manual *manual)
{
    struct assessment_file *files;
    size_t count;
    struct assessment *assessment = NULL;
    struct fault_list faults = fault_list_init(arena);
    enum status status = assessment_folder_read(arena, path, &files, &count);
    if (status == OK)
        status = assessment_read(arena, files, count, &faults, &assessment);
    if (faults.error_count)
        return fail(STATUS_DAMAGED, "%s has errors: %zu; see resonance check %s", path,
                    faults.error_count, path);
    if (status != OK)
        return status;
    assessment_fill(
        arena, assessment,
        &(const struct assessment_words){.organization = SPAN("the organization")});
    *manual = (struct manual){.arena = arena, .assessment = assessment};
    return OK;
}

enum status manual_run(struct operation *operation)
{
    const char *form = options_text(&operation->values, "form");
    struct manual manual;
    if (!form)
        return fail(STATUS_USAGE, "--form is needed; see resonance manual --help");
    const enum status status = form_read(operation->arena, form, &manual);
    return status == OK
               ? operation_put(operation,
                               manual_template_fill(&manual, span_of(manual_template)),
                               MANUAL_MODE)
               : status;
}
