#include "scoring/score_scales.h"

#include "questionnaire/osd_score.h"

#include <math.h>

bool is_score_scales_part(const struct part *part)
{
    switch (part->use) {
    case PART_RESONANCE:
    case PART_DRIVERS:
    case PART_PRACTICE:
        return false;
    case PART_SITUATIONS:
    case PART_STORY:
    case PART_INTERVIEW:
    case PART_CLOSING:
        break;
    }
    return score_scales_count(part->questionnaire) > 0;
}

size_t score_scales_count(const struct questionnaire *questionnaire)
{
    return questionnaire->scoring->block_count + questionnaire->scoring->computed_count;
}

/* A record has room for each score, however large the numbers of a document are. */
static double kept(double value)
{
    return fabs(value) < SCALE_BEYOND ? value : NAN;
}

static struct scale_score *next(struct arena *arena, const struct part *part,
                                struct span name, struct scorecard *scorecard)
{
    struct scale_score *scale = &scorecard->scales[scorecard->scale_count++];
    scale->id = span_format(arena, "%.*s:%.*s", SPAN_ARGS(part->id), SPAN_ARGS(name));
    return scale;
}

static void part_score(struct arena *arena, const struct sitting *sitting, size_t index,
                       struct scorecard *scorecard)
{
    const struct part *part = &sitting->assessment->parts[index];
    const struct scoring *scoring = part->questionnaire->scoring;
    const struct answer_set set = {part->questionnaire,
                                   sitting->part_steps[index].answers};
    const struct answer_source source = answer_source_of(&set);
    const struct osd_scores scores = osd_score(arena, part->questionnaire, &source);
    for (size_t i = 0; i < scoring->block_count; i++) {
        struct scale_score *scale = next(arena, part, scoring->blocks[i].id, scorecard);
        scale->answered = (int)scores.blocks[i].input_count;
        scale->score = kept(scores.blocks[i].value);
    }
    for (size_t i = 0; i < scoring->computed_count; i++) {
        struct scale_score *scale =
            next(arena, part, scoring->computed[i].name, scorecard);
        scale->answered = SCALE_COMPUTED;
        scale->score = kept(scores.computed[i].value);
    }
}

void score_scales(struct arena *arena, const struct sitting *sitting,
                  struct scorecard *scorecard)
{
    const struct assessment *assessment = sitting->assessment;
    size_t count = 0;
    if (scorecard->scoring_version < SCORING_WITH_SCALES)
        return;
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].role == sitting->start.role &&
            is_score_scales_part(&assessment->parts[i]))
            count += score_scales_count(assessment->parts[i].questionnaire);
    scorecard->scales = arena_array(arena, struct scale_score, count);
    for (size_t i = 0; i < assessment->part_count; i++)
        if (assessment->parts[i].role == sitting->start.role &&
            is_score_scales_part(&assessment->parts[i]))
            part_score(arena, sitting, i, scorecard);
}
