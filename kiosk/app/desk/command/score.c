/* `resonance score FILE --answers FILE`: the scores a questionnaire defines, made again by hand. */
#include "app/desk/command/operation.h"

#include "base/buffer.h"
#include "base/file.h"
#include "questionnaire/answer_read.h"
#include "questionnaire/osd_score.h"

/* The document, also when it has errors, as long as it is one at all. */
static enum status document_load(struct arena *arena, const char *path,
                                 struct fault_list *faults, struct questionnaire **out)
{
    struct span bytes;
    enum status status = file_read(arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    status = questionnaire_read(arena, span_of(path), bytes, faults, out);
    return *out ? OK : status;
}

static enum status answers_load(struct arena *arena, const char *path, bool is_all,
                                const struct questionnaire *questionnaire,
                                struct fault_list *faults, struct answer_source *out)
{
    struct span bytes;
    const enum status status = file_read(arena, path, ANSWER_FILE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    return (is_all ? answer_read_all : answer_read)(arena, span_of(path), bytes,
                                                    questionnaire, faults, out);
}

/* Faults stand beside the scores, which programs read. */
static void faults_tell(struct operation *operation, const struct fault_list *faults)
{
    struct buffer text = operation_faults(operation);
    struct span rest, line;
    fault_list_text(faults, &text);
    rest = buffer_span(&text);
    while (rest.count && span_next(&rest, '\n', &line))
        office_tell(&operation->office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
}

enum status score_run(struct operation *operation)
{
    struct arena *arena = operation->arena;
    const char *path = operation->values.files[0];
    const char *answers = options_text(&operation->values, "answers");
    struct fault_list faults = fault_list_init(arena);
    struct questionnaire *questionnaire = NULL;
    struct answer_source source;
    if (!answers)
        return fail(STATUS_USAGE,
                    "a questionnaire and --answers are needed; see resonance "
                    "score --help");
    enum status status = document_load(arena, path, &faults, &questionnaire);
    if (status == OK)
        status = answers_load(arena, answers, has_option(&operation->values, "all-items"),
                              questionnaire, &faults, &source);
    faults_tell(operation, &faults);
    if (status != OK)
        return status;
    const struct osd_scores scores = osd_score(arena, questionnaire, &source);
    status =
        office_put(&operation->office, osd_score_write(arena, questionnaire, &scores));
    if (status == OK && faults.error_count)
        return fail(STATUS_DAMAGED, "%s has errors: %zu; they are named above", path,
                    faults.error_count);
    return status;
}
