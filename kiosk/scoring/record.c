#include "scoring/record.h"

#include "scoring/basis/basis_json.h"
#include "scoring/scorecard_json.h"
#include "sitting/sitting_answer.h"
#include "sitting/sitting_start.h"

static const int64_t HOUR_MS = 3600 * 1000, DAY_MS = 24 * 3600 * 1000;

static int64_t floored(int64_t unix_ms, enum role role)
{
    const int64_t unit = role == ROLE_RATER ? DAY_MS : HOUR_MS;
    const int64_t rest = unix_ms % unit;
    return unix_ms - (rest < 0 ? rest + unit : rest);
}

static void answers_put(struct canonical *canonical, const struct sitting *sitting)
{
    canonical_list(canonical, "answers");
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_sitting_counted(sitting, step))
            sitting_answer_put(canonical, NULL, sitting, step, &sitting->answers[step]);
    canonical_end(canonical);
}

/* The parts that were answered a second time; records without any do not speak of it. */
static void again_put(struct canonical *canonical, const struct sitting *sitting)
{
    bool is_open = false;
    for (size_t i = 0; i < sitting->assessment->part_count; i++) {
        if (!sitting->redo.was_again[i])
            continue;
        if (!is_open)
            canonical_list(canonical, "answered_again");
        is_open = true;
        canonical_text(canonical, NULL, sitting->assessment->parts[i].id);
    }
    if (is_open)
        canonical_end(canonical);
}

static void assessment_put(struct canonical *canonical,
                           const struct assessment *assessment,
                           const struct provenance *provenance)
{
    canonical_object(canonical, "assessment");
    canonical_hex(canonical, "hash", provenance->assessment_hash,
                  sizeof provenance->assessment_hash);
    canonical_text(canonical, "id", assessment->id);
    canonical_text(canonical, "version", assessment->version);
    canonical_end(canonical);
}

static void provenance_put(struct canonical *canonical,
                           const struct provenance *provenance, enum role role)
{
    canonical_object(canonical, "provenance");
    canonical_whole(canonical, "finished_unix_ms",
                    floored(provenance->finished_unix_ms, role));
    canonical_text(canonical, "mode", provenance->mode);
    canonical_text(canonical, "organization", provenance->organization);
    canonical_text(canonical, "software", provenance->software);
    canonical_end(canonical);
}

/* A rater stays anonymous: no number of a card, no time of the day. */
static struct sitting_start start_kept(const struct sitting_start *start)
{
    struct sitting_start kept = *start;
    kept.started_unix_ms = floored(start->started_unix_ms, start->role);
    if (start->role == ROLE_RATER)
        kept.invite = 0;
    else
        kept.has_pseudonym = false; /* the number on the card says it */
    return kept;
}

struct span record_write(struct arena *arena, const struct sitting *sitting,
                         const struct basis *basis, const struct scorecard *scorecard,
                         const struct provenance *provenance)
{
    struct canonical canonical = canonical_begin(arena);
    const struct sitting_start start = start_kept(&sitting->start);
    canonical_object(&canonical, NULL);
    again_put(&canonical, sitting);
    answers_put(&canonical, sitting);
    assessment_put(&canonical, sitting->assessment, provenance);
    if (basis)
        basis_json_put(&canonical, "basis", basis);
    else
        canonical_null(&canonical, "basis");
    canonical_flag(&canonical, "ended_by_gate", sitting->is_ended_by_gate);
    canonical_text(&canonical, "format",
                   start.has_pseudonym ? SPAN(RECORD_FORMAT_PSEUDONYM)
                                       : SPAN(RECORD_FORMAT));
    provenance_put(&canonical, provenance, start.role);
    scorecard_json_put(&canonical, "scorecard", scorecard);
    sitting_start_put(&canonical, "start", &start);
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}
