/* Apart from record.c, so that a terminal, which writes records, does not hold what reads them. */
#include "scoring/score.h"
#include "scoring/record.h"

#include "scoring/basis/basis_json.h"
#include "scoring/scorecard_json.h"
#include "sitting/sitting_answer.h"
#include "sitting/sitting_start.h"

#include <string.h>

static void provenance_take(struct canonical_take *take, const struct json *root,
                            const struct assessment *assessment,
                            struct provenance *out_provenance)
{
    const struct json *made_with = canonical_take_object(take, root, "assessment");
    const struct json *object = canonical_take_object(take, root, "provenance");
    struct provenance provenance = {
        .software = canonical_take_text(take, object, "software"),
        .organization = canonical_take_text(take, object, "organization"),
        .mode = canonical_take_text(take, object, "mode"),
        .finished_unix_ms =
            canonical_take_whole(take, object, "finished_unix_ms", INT64_MIN, INT64_MAX),
    };
    canonical_take_hex(take, made_with, "hash", provenance.assessment_hash,
                       sizeof provenance.assessment_hash);
    if (take->status == OK && memcmp(provenance.assessment_hash, assessment->hash,
                                     sizeof assessment->hash) != 0)
        take->status =
            fail(STATUS_NOT_FOUND, "the record was made with another assessment");
    *out_provenance = provenance;
}

/* The head that every version of a record must have. */
static const struct json *root_take(struct canonical_take *take, struct arena *scratch,
                                    struct span bytes)
{
    const struct json *root = canonical_take_root(take, scratch, bytes);
    const struct span format = canonical_take_text(take, root, "format");
    if (take->status == OK && !is_span(format, RECORD_FORMAT) &&
        !is_span(format, RECORD_FORMAT_PSEUDONYM))
        take->status = fail(STATUS_UNSUPPORTED,
                            "the record is neither of the format " RECORD_FORMAT
                            " nor " RECORD_FORMAT_PSEUDONYM "; use a newer program");
    return root;
}

enum status record_peek(struct arena *arena, const struct assessment *assessment,
                        struct span bytes, struct record_peeked *out_peeked)
{
    struct canonical_take take = {arena, "record", STATUS_DAMAGED, OK};
    struct record_peeked peeked = {0};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = root_take(&take, &scratch, bytes);
    provenance_take(&take, root, assessment, &peeked.provenance);
    sitting_start_take(&take, canonical_take_object(&take, root, "start"), &peeked.start);
    peeked.scorecard =
        scorecard_json_take(&take, canonical_take_object(&take, root, "scorecard"));
    arena_done(&scratch);
    if (take.status == OK)
        *out_peeked = peeked;
    return take.status;
}

static void again_take(struct canonical_take *take, const struct json *root,
                       struct sitting *sitting)
{
    if (!sitting || !has_canonical_take_key(root, "answered_again"))
        return;
    const struct json *list =
        canonical_take_list(take, root, "answered_again", PARTS_MAX);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        for (size_t i = 0; i < sitting->assessment->part_count; i++)
            if (row->kind == JSON_TEXT &&
                is_span_equal(row->text, sitting->assessment->parts[i].id))
                sitting->redo.was_again[i] = 1;
}

/* The sitting is begun again from its seed, and every answer put in its place. */
static struct sitting *sitting_take(struct canonical_take *take,
                                    const struct assessment *assessment,
                                    const struct json *root)
{
    struct sitting *sitting = NULL;
    struct sitting_start start = {0};
    const struct json *list =
        canonical_take_list(take, root, "answers", SITTING_STEPS_MAX);
    sitting_start_take(take, canonical_take_object(take, root, "start"), &start);
    if (take->status == OK)
        take->status = sitting_begin(take->arena, assessment, &start, &sitting);
    for (const struct json *row = list ? list->first : NULL; row && take->status == OK;
         row = row->next) {
        size_t step = 0;
        struct answer answer;
        sitting_answer_take(take, row, sitting, &step, &answer);
        if (take->status == OK)
            sitting_put(sitting, step, &answer);
    }
    if (take->status != OK)
        return NULL;
    sitting->is_finished = true;
    return sitting;
}

static void record_take(struct canonical_take *take, const struct json *root,
                        const struct assessment *assessment, struct record *record)
{
    provenance_take(take, root, assessment, &record->provenance);
    record->sitting = sitting_take(take, assessment, root);
    again_take(take, root, record->sitting);
    const struct json *basis = canonical_take_field(take, root, "basis");
    record->basis = basis ? basis_json_take(take, basis) : NULL;
    record->scorecard =
        scorecard_json_take(take, canonical_take_object(take, root, "scorecard"));
    if (take->status == OK && record->basis)
        take->status = basis_check(record->basis);
    if (take->status == OK)
        record->scorecard_bytes = scorecard_write(take->arena, record->scorecard);
}

enum status record_read(struct arena *arena, const struct assessment *assessment,
                        struct span bytes, struct record **out_record)
{
    struct canonical_take take = {arena, "record", STATUS_DAMAGED, OK};
    struct record *record = arena_new(arena, struct record);
    struct arena scratch;
    canonical_take_scratch(&scratch);
    record_take(&take, root_take(&take, &scratch, bytes), assessment, record);
    if (take.status == OK) {
        const struct arena_mark mark = arena_mark(arena);
        canonical_take_same(&take, bytes,
                            record_write(arena, record->sitting, record->basis,
                                         record->scorecard, &record->provenance));
        arena_release(arena, mark);
    }
    arena_done(&scratch);
    if (take.status == OK)
        *out_record = record;
    return take.status;
}

enum status record_rescore(struct arena *arena, const struct record *record,
                           struct span *out_bytes)
{
    struct scorecard *scorecard = NULL;
    const enum status status =
        score_sitting(arena, record->sitting, record->basis, &scorecard);
    if (status == OK)
        *out_bytes = scorecard_write(arena, scorecard);
    return status;
}
