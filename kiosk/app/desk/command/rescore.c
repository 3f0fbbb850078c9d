/* `resonance rescore REFERENCE|--all`: scores made again from the records alone. */
#include "app/desk/command/rescore.h"

#include "app/desk/office/batch.h"

struct rescoring {
    struct operation *operation;
    struct rescored found;
};

/* What a result was found to be. */
struct outcome {
    bool is_same;
};

static enum status score(struct arena *arena, const struct record *record,
                         struct outcome *outcome)
{
    struct span again;
    const enum status status = record_rescore(arena, record, &again);
    if (status == OK)
        outcome->is_same = is_span_equal(again, record->scorecard_bytes);
    return status;
}

static enum status look(const void *context, struct arena *arena,
                        const struct result *result, struct span content, void *outcome)
{
    const struct rescoring *rescoring = context;
    struct record *record;
    const enum status status = result_reader_record(&rescoring->operation->reader, arena,
                                                    result, content, &record);
    return status == OK ? score(arena, record, outcome) : status;
}

static enum status tell(void *context, const struct result *result, const void *found)
{
    struct rescoring *rescoring = context;
    const struct outcome *outcome = found;
    struct rescored *rescored = &rescoring->found;
    rescored->same_count += outcome->is_same;
    if (outcome->is_same)
        return OK;
    if (rescored->different_count < RESCORE_NAMED_MOST)
        rescored->different[rescored->different_count] =
            span_copy(rescoring->operation->arena, result->handle);
    rescored->different_count++;
    office_tell(&rescoring->operation->office, OFFICE_WARNING,
                "result %.*s scores differently here", SPAN_ARGS(result->handle));
    return OK;
}

static enum status rescore_all(struct rescoring *rescoring)
{
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = rescoring,
                          .outcome_bytes = sizeof(struct outcome)};
    enum status status = operation_reader_open(rescoring->operation, 0);
    if (status == OK)
        status = batch_run(&batch, &rescoring->operation->reader);
    rescoring->found.closed_count = batch.closed_count;
    if (status == OK)
        operation_note(rescoring->operation, "scored again", SPAN("all"));
    return status;
}

static enum status rescore_one(struct rescoring *rescoring)
{
    struct operation *operation = rescoring->operation;
    struct result_reader *reader = &operation->reader;
    struct result result;
    struct record *record;
    struct outcome outcome;
    enum status status = operation_reader_open(operation, 1);
    if (status == OK)
        status =
            result_reader_find(reader, operation_word(operation, 0), &result, &record);
    if (status != OK)
        return status;
    operation_note(operation, "scored again", result.handle);
    if (score(&reader->arena, record, &outcome) == OK)
        return tell(rescoring, &result, &outcome);
    rescoring->found.closed_count++;
    office_tell(&operation->office, OFFICE_WARNING, "result %.*s: %s",
                SPAN_ARGS(result.handle), status_last());
    return OK;
}

enum status rescore_every(struct operation *operation, struct rescored *out_rescored)
{
    struct rescoring rescoring = {.operation = operation};
    const enum status status = rescore_all(&rescoring);
    if (status == OK)
        *out_rescored = rescoring.found;
    return status;
}

enum status rescore_prepare(struct operation *operation)
{
    if (has_option(&operation->values, "all") == (operation->values.file_count > 0))
        return fail(STATUS_USAGE, "name one result, or say --all");
    return operation_wants_result_keys(operation);
}

enum status rescore_run(struct operation *operation)
{
    struct rescoring rescoring = {.operation = operation};
    const enum status status = has_option(&operation->values, "all")
                                   ? rescore_all(&rescoring)
                                   : rescore_one(&rescoring);
    if (status != OK)
        return status;
    const struct rescored *found = &rescoring.found;
    operation_say(operation, "%zu the same, %zu different", found->same_count,
                  found->different_count);
    if (found->different_count)
        return fail(STATUS_DAMAGED,
                    "%zu result%s would score differently now: made by another version "
                    "of the scoring, or changed before sealing",
                    found->different_count, found->different_count == 1 ? "" : "s");
    if (found->closed_count)
        return fail(STATUS_DAMAGED, "%zu result%s could not be scored again",
                    found->closed_count, found->closed_count == 1 ? "" : "s");
    return OK;
}
