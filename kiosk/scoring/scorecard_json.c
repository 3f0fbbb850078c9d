#include "scoring/scorecard_json.h"

#include <math.h>

/* Two absences that the person can mend in the same way are one word; read again it is the first
 * of them. The place after the last is a figure from a provisional profile. */
enum { STATE_PROVISIONAL = RESONANCE_WITHHELD + 1 };
static const char *const state_words[] = {
    [RESONANCE_FIGURE] = "given",
    [RESONANCE_SMALL_SET] = "too-few-dimensions",
    [RESONANCE_FEW_RATERS] = "no-profile",
    [RESONANCE_WEIGHTS_WRONG] = "no-profile",
    [RESONANCE_NOT_ONE_VOICE] = "split",
    [RESONANCE_FEW_AGREED] = "too-few-agreed",
    [RESONANCE_FEW_DIMENSIONS] = "too-few-answers",
    [RESONANCE_LITTLE_WEIGHT] = "too-few-answers",
    [RESONANCE_FLAT_PERSON] = "flat-person",
    [RESONANCE_FLAT_ORGANIZATION] = "flat-organization",
    [RESONANCE_WITHHELD] = "withheld",
    [STATE_PROVISIONAL] = "provisional",
};
static const char *const phrase_keys[] = {
    [RESONANCE_UNCLEAR] = "not-clear",
    [RESONANCE_CLEARLY_ALIGNED] = "clearly-aligned",
    [RESONANCE_LEANING_ALIGNED] = "leaning-aligned",
    [RESONANCE_LEANING_DIFFERENT] = "leaning-different",
    [RESONANCE_CLEARLY_DIFFERENT] = "clearly-different",
    [RESONANCE_UNSAID_NORM] = "unsaid-norm",
    [RESONANCE_UNSAID_CHOICES] = "unsaid-choices",
};
static const char *const relation_words[] = {
    [TOPIC_NONE] = "none",
    [TOPIC_FITS] = "fits",
    [TOPIC_DIFFERS] = "differs",
    [TOPIC_ALSO] = "also-looks-for",
};
static const char *const flag_words[] = {
    [GAP_NONE] = "none",
    [GAP_MAY_MISS] = "may-miss",
    [GAP_MAY_FIND_MORE] = "may-find-more",
};
static const char *const family_words[] = {
    [QUALITY_TIME] = "time",
    [QUALITY_RUNS] = "runs",
    [QUALITY_CONSISTENCY] = "consistency",
    [QUALITY_SCATTER] = "scatter",
    [QUALITY_INSTRUCTED] = "instructed",
};
enum {
    STATE_COUNT = sizeof state_words / sizeof *state_words,
    PHRASE_COUNT = sizeof phrase_keys / sizeof *phrase_keys,
    RELATION_COUNT = sizeof relation_words / sizeof *relation_words,
    FLAG_COUNT = sizeof flag_words / sizeof *flag_words,
};

static void figure_put(struct canonical *canonical, const char *key,
                       const struct figure *figure)
{
    canonical_object(canonical, key);
    canonical_rounded(canonical, "high", figure->high);
    canonical_rounded(canonical, "low", figure->low);
    canonical_rounded(canonical, "normativeness_organization",
                      figure->normativeness_organization);
    canonical_rounded(canonical, "normativeness_person", figure->normativeness_person);
    if (has_scorecard_figure(figure))
        canonical_text(canonical, "phrase", span_of(phrase_keys[figure->phrase]));
    else
        canonical_null(canonical, "phrase");
    canonical_rounded(canonical, "r", figure->r);
    canonical_rounded(canonical, "raw_r", figure->raw_r);
    canonical_rounded(canonical, "se_z", figure->se_z);
    canonical_text(canonical, "state",
                   span_of(state_words[figure->is_provisional ? STATE_PROVISIONAL
                                                              : (int)figure->absence]));
    canonical_end(canonical);
}

static bool has_topics(int version)
{
    return version >= SCORING_WITH_NORM;
}

static void dimension_put(struct canonical *canonical, int version,
                          const struct dimension_score *score)
{
    canonical_object(canonical, NULL);
    if (!has_topics(version))
        canonical_rounded(canonical, "add", score->add);
    canonical_whole(canonical, "best", score->best);
    canonical_rounded(canonical, "gate", score->gate);
    canonical_text(canonical, "id", score->id);
    canonical_rounded(canonical, "needed", score->needed);
    if (has_topics(version))
        canonical_rounded(canonical, "needed_se", score->needed_se);
    canonical_rounded(canonical, "organization", score->organization);
    if (has_topics(version)) {
        canonical_rounded(canonical, "organization_se", score->organization_se);
        canonical_rounded(canonical, "p", score->p);
        canonical_text(canonical, "relation", span_of(relation_words[score->relation]));
    }
    canonical_rounded(canonical, "score", score->score);
    canonical_rounded(canonical, "se", score->se);
    canonical_whole(canonical, "shown", score->shown);
    canonical_rounded(canonical, "weight", score->weight);
    canonical_whole(canonical, "worst", score->worst);
    canonical_end(canonical);
}

static void driver_put(struct canonical *canonical, int version,
                       const struct driver_score *score, double situations)
{
    canonical_object(canonical, NULL);
    canonical_whole(canonical, "answered", score->answered);
    canonical_text(canonical, "flag", span_of(flag_words[score->flag]));
    canonical_rounded(canonical, "gap", score->gap);
    canonical_rounded(canonical, "gap_se", score->gap_se);
    canonical_text(canonical, "id", score->id);
    canonical_rounded(canonical, "organization", score->organization);
    if (has_topics(version))
        canonical_rounded(canonical, "p", score->p);
    canonical_rounded(canonical, "score", score->score);
    canonical_rounded(canonical, "sem", score->sem);
    if (!has_topics(version))
        canonical_rounded(canonical, "situations", situations);
    canonical_end(canonical);
}

static void quality_put(struct canonical *canonical, int version,
                        const struct quality *quality)
{
    canonical_object(canonical, "quality");
    canonical_flag(canonical, "asks_for_caution", quality->asks_for_caution);
    canonical_rounded(canonical, "fast_block_share", quality->fast_block_share);
    canonical_rounded(canonical, "fast_rating_share", quality->fast_rating_share);
    canonical_list(canonical, "flags");
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        if (quality->is_flagged[i])
            canonical_text(canonical, NULL, span_of(family_words[i]));
    canonical_end(canonical);
    canonical_whole(canonical, "instructed_count", quality->instructed_count);
    canonical_whole(canonical, "instructed_wrong", quality->instructed_wrong);
    canonical_rounded(canonical, "irv", quality->irv);
    canonical_whole(canonical, "longest_position_run", quality->longest_position_run);
    canonical_whole(canonical, "longest_run", quality->longest_run);
    canonical_rounded(canonical, "position_p", quality->position_p);
    if (version >= SCORING_WITH_SCATTER)
        canonical_rounded(canonical, "rating_scatter", quality->rating_scatter);
    canonical_rounded(canonical, "rlh", quality->rlh);
    if (version >= SCORING_WITH_NORM) {
        canonical_flag(canonical, "withheld_drivers", quality->are_drivers_withheld);
        canonical_flag(canonical, "withheld_resonance", quality->is_resonance_withheld);
    }
    canonical_end(canonical);
}

static void situations_put(struct canonical *canonical, const struct scorecard *scorecard)
{
    canonical_list(canonical, "situations");
    for (size_t i = 0; i < scorecard->situation_count; i++) {
        canonical_object(canonical, NULL);
        canonical_text(canonical, "driver", scorecard->situations[i].driver);
        canonical_text(canonical, "id", scorecard->situations[i].id);
        if (has_topics(scorecard->scoring_version)) {
            canonical_rounded(canonical, "least", scorecard->situations[i].least);
            canonical_rounded(canonical, "most", scorecard->situations[i].most);
        } else {
            canonical_rounded(canonical, "score", scorecard->situations[i].score);
        }
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

/* The key is there only when there are any. */
static void scales_put(struct canonical *canonical, const struct scorecard *scorecard)
{
    if (!scorecard->scale_count)
        return;
    canonical_list(canonical, "scales");
    for (size_t i = 0; i < scorecard->scale_count; i++) {
        const struct scale_score *scale = &scorecard->scales[i];
        canonical_object(canonical, NULL);
        if (scale->answered == SCALE_COMPUTED)
            canonical_null(canonical, "answered");
        else
            canonical_whole(canonical, "answered", scale->answered);
        canonical_text(canonical, "id", scale->id);
        canonical_rounded(canonical, "score", scale->score);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

void scorecard_json_put(struct canonical *canonical, const char *key,
                        const struct scorecard *scorecard)
{
    canonical_object(canonical, key);
    canonical_list(canonical, "dimensions");
    for (size_t i = 0; i < scorecard->dimension_count; i++)
        dimension_put(canonical, scorecard->scoring_version, &scorecard->dimensions[i]);
    canonical_end(canonical);
    canonical_list(canonical, "drivers");
    for (size_t i = 0; i < scorecard->driver_count; i++)
        driver_put(canonical, scorecard->scoring_version, &scorecard->drivers[i],
                   scorecard->situation_by_driver[i]);
    canonical_end(canonical);
    canonical_whole(canonical, "duration_ms", scorecard->duration_ms);
    figure_put(canonical, "needed", &scorecard->needed);
    figure_put(canonical, "now", &scorecard->now);
    quality_put(canonical, scorecard->scoring_version, &scorecard->quality);
    canonical_whole(canonical, "rater_count", (int64_t)scorecard->rater_count);
    scales_put(canonical, scorecard);
    canonical_whole(canonical, "scoring_version", scorecard->scoring_version);
    canonical_seed(canonical, "seed", scorecard->seed);
    if (has_topics(scorecard->scoring_version))
        canonical_flag(canonical, "sem_assumed", scorecard->is_sem_assumed);
    situations_put(canonical, scorecard);
    canonical_end(canonical);
}

static struct figure figure_take(struct canonical_take *take, const struct json *parent,
                                 const char *key)
{
    const struct json *object = canonical_take_object(take, parent, key);
    const int state =
        canonical_take_word(take, object, "state", state_words, STATE_COUNT);
    const bool is_provisional = state == STATE_PROVISIONAL;
    return (struct figure){
        .absence = is_provisional ? RESONANCE_FIGURE : (enum resonance_absence)state,
        .is_provisional = is_provisional,
        .phrase = canonical_take_field(take, object, "phrase")
                      ? (enum resonance_phrase)canonical_take_word(
                            take, object, "phrase", phrase_keys, PHRASE_COUNT)
                      : RESONANCE_UNCLEAR,
        .r = canonical_take_number(take, object, "r"),
        .low = canonical_take_number(take, object, "low"),
        .high = canonical_take_number(take, object, "high"),
        .se_z = canonical_take_number(take, object, "se_z"),
        .raw_r = canonical_take_number(take, object, "raw_r"),
        .normativeness_person =
            canonical_take_number(take, object, "normativeness_person"),
        .normativeness_organization =
            canonical_take_number(take, object, "normativeness_organization"),
    };
}

static int count_take(struct canonical_take *take, const struct json *object,
                      const char *key)
{
    return (int)canonical_take_whole(take, object, key, 0, SITTING_STEPS_MAX);
}

/* A number that older scorecards lack, or newer ones. */
static double number_take(struct canonical_take *take, const struct json *row,
                          bool is_there, const char *key)
{
    return is_there ? canonical_take_number(take, row, key) : NAN;
}

static enum topic_relation relation_take(struct canonical_take *take,
                                         const struct json *row)
{
    return (enum topic_relation)canonical_take_word(take, row, "relation", relation_words,
                                                    RELATION_COUNT);
}

static void dimensions_take(struct canonical_take *take, const struct json *object,
                            struct scorecard *scorecard)
{
    const bool is_new = has_topics(scorecard->scoring_version);
    const struct json *list =
        canonical_take_list(take, object, "dimensions", RESONANCE_DIMENSIONS_MAX);
    scorecard->dimensions =
        arena_array(take->arena, struct dimension_score, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        scorecard->dimensions[scorecard->dimension_count++] = (struct dimension_score){
            .id = canonical_take_text(take, row, "id"),
            .best = count_take(take, row, "best"),
            .worst = count_take(take, row, "worst"),
            .shown = count_take(take, row, "shown"),
            .score = canonical_take_number(take, row, "score"),
            .se = canonical_take_number(take, row, "se"),
            .organization = canonical_take_number(take, row, "organization"),
            .needed = canonical_take_number(take, row, "needed"),
            .gate = canonical_take_number(take, row, "gate"),
            .weight = canonical_take_number(take, row, "weight"),
            .organization_se = number_take(take, row, is_new, "organization_se"),
            .needed_se = number_take(take, row, is_new, "needed_se"),
            .p = number_take(take, row, is_new, "p"),
            .relation = is_new ? relation_take(take, row) : TOPIC_NONE,
            .add = number_take(take, row, !is_new, "add"),
        };
}

static void drivers_take(struct canonical_take *take, const struct json *object,
                         struct scorecard *scorecard)
{
    const struct json *list = canonical_take_list(take, object, "drivers", DRIVERS_MAX);
    const size_t count = list ? list->count : 0;
    const bool is_new = has_topics(scorecard->scoring_version);
    scorecard->drivers = arena_array(take->arena, struct driver_score, count);
    scorecard->situation_by_driver = arena_array(take->arena, double, count);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const size_t at = scorecard->driver_count++;
        scorecard->drivers[at] = (struct driver_score){
            .id = canonical_take_text(take, row, "id"),
            .answered = count_take(take, row, "answered"),
            .score = canonical_take_number(take, row, "score"),
            .sem = canonical_take_number(take, row, "sem"),
            .organization = canonical_take_number(take, row, "organization"),
            .gap = canonical_take_number(take, row, "gap"),
            .gap_se = canonical_take_number(take, row, "gap_se"),
            .p = number_take(take, row, is_new, "p"),
            .flag = (enum gap_flag)canonical_take_word(take, row, "flag", flag_words,
                                                       FLAG_COUNT),
        };
        scorecard->situation_by_driver[at] =
            number_take(take, row, !is_new, "situations");
    }
}

static void situations_take(struct canonical_take *take, const struct json *object,
                            struct scorecard *scorecard)
{
    const struct json *list =
        canonical_take_list(take, object, "situations", SITTING_STEPS_MAX);
    const bool is_new = has_topics(scorecard->scoring_version);
    scorecard->situations =
        arena_array(take->arena, struct situation_score, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        scorecard->situations[scorecard->situation_count++] = (struct situation_score){
            .id = canonical_take_text(take, row, "id"),
            .driver = canonical_take_text(take, row, "driver"),
            .score = number_take(take, row, !is_new, "score"),
            .most = number_take(take, row, is_new, "most"),
            .least = number_take(take, row, is_new, "least"),
        };
}

static void scales_take(struct canonical_take *take, const struct json *object,
                        struct scorecard *scorecard)
{
    if (scorecard->scoring_version < SCORING_WITH_SCALES || !json_get(object, "scales"))
        return;
    const struct json *list = canonical_take_list(take, object, "scales", SCALES_MAX);
    scorecard->scales =
        arena_array(take->arena, struct scale_score, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        scorecard->scales[scorecard->scale_count++] = (struct scale_score){
            .id = canonical_take_text(take, row, "id"),
            .answered = canonical_take_field(take, row, "answered")
                            ? (int)canonical_take_whole(take, row, "answered", 0,
                                                        SCALE_INPUTS_MAX)
                            : SCALE_COMPUTED,
            .score = canonical_take_number(take, row, "score"),
        };
}

static void flags_take(struct canonical_take *take, const struct json *object,
                       struct quality *quality)
{
    const struct json *list =
        canonical_take_list(take, object, "flags", QUALITY_FAMILIES);
    for (const struct json *flag = list ? list->first : NULL; flag; flag = flag->next)
        for (size_t i = 0; i < QUALITY_FAMILIES; i++)
            if (flag->kind == JSON_TEXT && is_span(flag->text, family_words[i]))
                quality->is_flagged[i] = 1;
}

static struct quality quality_take(struct canonical_take *take, const struct json *parent,
                                   int version)
{
    const struct json *object = canonical_take_object(take, parent, "quality");
    struct quality quality = {
        .fast_rating_share = canonical_take_number(take, object, "fast_rating_share"),
        .fast_block_share = canonical_take_number(take, object, "fast_block_share"),
        .longest_run = count_take(take, object, "longest_run"),
        .longest_position_run = count_take(take, object, "longest_position_run"),
        .position_p = canonical_take_number(take, object, "position_p"),
        .rlh = canonical_take_number(take, object, "rlh"),
        .irv = canonical_take_number(take, object, "irv"),
        .rating_scatter = version < SCORING_WITH_SCATTER
                              ? NAN
                              : canonical_take_number(take, object, "rating_scatter"),
        .instructed_wrong = count_take(take, object, "instructed_wrong"),
        .instructed_count = count_take(take, object, "instructed_count"),
        .asks_for_caution = canonical_take_flag(take, object, "asks_for_caution"),
    };
    if (version >= SCORING_WITH_NORM) {
        quality.are_drivers_withheld =
            canonical_take_flag(take, object, "withheld_drivers");
        quality.is_resonance_withheld =
            canonical_take_flag(take, object, "withheld_resonance");
    }
    flags_take(take, object, &quality);
    return quality;
}

struct scorecard *scorecard_json_take(struct canonical_take *take,
                                      const struct json *object)
{
    struct scorecard *scorecard = arena_new(take->arena, struct scorecard);
    const int version =
        (int)canonical_take_whole(take, object, "scoring_version", 1, INT32_MAX);
    *scorecard = (struct scorecard){
        .scoring_version = version,
        .seed = canonical_take_seed(take, object, "seed"),
        .now = figure_take(take, object, "now"),
        .needed = figure_take(take, object, "needed"),
        .quality = quality_take(take, object, version),
        .rater_count =
            (size_t)canonical_take_whole(take, object, "rater_count", 0, RATERS_MAX),
        .duration_ms = canonical_take_whole(take, object, "duration_ms", 0, INT64_MAX),
    };
    scorecard->is_sem_assumed =
        has_topics(version) && canonical_take_flag(take, object, "sem_assumed");
    dimensions_take(take, object, scorecard);
    drivers_take(take, object, scorecard);
    situations_take(take, object, scorecard);
    scales_take(take, object, scorecard);
    return scorecard;
}

struct span scorecard_write(struct arena *arena, const struct scorecard *scorecard)
{
    struct canonical canonical = canonical_begin(arena);
    scorecard_json_put(&canonical, NULL, scorecard);
    return canonical_bytes(&canonical);
}

enum status scorecard_read(struct arena *arena, struct span bytes,
                           struct scorecard **out_scorecard)
{
    struct canonical_take take = {arena, "scorecard", STATUS_DAMAGED, OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    struct scorecard *scorecard =
        scorecard_json_take(&take, canonical_take_root(&take, &scratch, bytes));
    if (take.status == OK)
        canonical_take_same(&take, bytes, scorecard_write(arena, scorecard));
    arena_done(&scratch);
    if (take.status == OK)
        *out_scorecard = scorecard;
    return take.status;
}
