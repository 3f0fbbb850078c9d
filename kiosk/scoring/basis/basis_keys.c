#include "scoring/basis/basis_keys.h"

#include "measure/agreement.h"
#include "measure/resonance.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/situations.h"
#include "questionnaire/osd_score.h"
#include "scoring/basis/basis_means.h"
#include "scoring/score_part.h"

#include <math.h>
#include <string.h>

static const double RWGJ_LEAST = .50;

/* The answers that go into one driver, raters x items. Reversing an item changes neither
 * its variance nor the agreement, so they are taken as given. */
struct answer_table {
    double *cells;
    size_t item_count, option_count;
};

static struct answer_table
driver_table(struct arena *arena, const struct sitting *const *sittings, size_t count,
             size_t part, const struct score_block *block, const double *levels)
{
    const struct questionnaire *questionnaire =
        sittings[0]->assessment->parts[part].questionnaire;
    struct answer_table table = {
        .cells = arena_array(arena, double, count * block->input_count)};
    for (size_t i = 0; i < block->input_count; i++) {
        const struct item *item = questionnaire_item(questionnaire, block->inputs[i].id);
        if (!item || item->kind != ITEM_LIKERT)
            continue;
        table.option_count = (size_t)item->scale.points;
        for (size_t rater = 0; rater < count; rater++) {
            const struct answer *answer = score_part_answer(
                sittings[rater], part, (size_t)(item - questionnaire->items));
            table.cells[rater * block->input_count + table.item_count] =
                answer && !isnan(levels[rater]) ? answer->number - item->scale.low + 1
                                                : NAN;
        }
        table.item_count++;
    }
    return table;
}

/* rWG(J) of those who have a level, with the slight-skew null, which is known for 5 options
 * only. */
static double slight_rwgj(struct arena *arena, const struct sitting *const *sittings,
                          size_t count, size_t part, const struct score_block *block,
                          const double *levels)
{
    struct agreement_scale scale;
    const struct answer_table table =
        driver_table(arena, sittings, count, part, block, levels);
    if (table.item_count != block->input_count || !table.item_count)
        return NAN;
    agreement_describe_scale(arena, table.cells, count, table.item_count,
                             table.option_count, &scale);
    return scale.rwgj_slight;
}

static double level_named(const struct driver_level *levels, size_t count,
                          struct span driver)
{
    for (size_t i = 0; i < count; i++)
        if (is_span_equal(levels[i].id, driver))
            return levels[i].score;
    return NAN;
}

/* What every sitting says of all drivers in one frame. Each part has its own questionnaire: what is
 * needed may be asked with fewer lines than what is there. */
struct frame_levels {
    const struct driver_level **of_rater;
    size_t *driver_counts;
};

static struct frame_levels frame_levels(struct arena *arena,
                                        const struct sitting *const *sittings,
                                        size_t count, struct span frame)
{
    struct frame_levels levels = {arena_array(arena, const struct driver_level *, count),
                                  arena_array(arena, size_t, count)};
    for (size_t rater = 0; rater < count; rater++) {
        const int part = score_part_find(sittings[rater], PART_DRIVERS, frame);
        if (part != NO_PART)
            levels.of_rater[rater] = score_part_drivers(
                arena, sittings[rater], (size_t)part, &levels.driver_counts[rater]);
    }
    return levels;
}

/* The level of `driver` in every sitting; NAN where it is missing. */
static double *levels_of(struct arena *arena, const struct frame_levels *frame,
                         size_t count, struct span driver)
{
    double *levels = arena_array(arena, double, count);
    for (size_t rater = 0; rater < count; rater++)
        levels[rater] =
            level_named(frame->of_rater[rater], frame->driver_counts[rater], driver);
    return levels;
}

/* Leaves of `values`, in the order in which raters came, the first so many as a profile may grow
 * by: nobody's answer is the difference of two means. */
static void steps_keep(double *values, size_t count)
{
    const size_t most = basis_step(moments_present(values, count));
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]) && kept++ >= most)
            values[i] = NAN;
}

/* NAN where too few raters answered: nobody must be seen through a mean. */
static double mean_of_enough(const double *values, size_t count, size_t least)
{
    return moments_present(values, count) < least ? NAN : moments_mean(values, count);
}

static double se_of(const double *levels, size_t count)
{
    return basis_means_se(moments_sd(levels, count), moments_present(levels, count));
}

/* What a profile of means keeps of a driver. */
static void driver_round(const double *now, const double *needed, size_t count,
                         struct driver_basis *driver)
{
    driver->now_se = isnan(driver->now) ? NAN : se_of(now, count);
    driver->needed_se = isnan(driver->needed) ? NAN : se_of(needed, count);
    driver->now = basis_means_round(driver->now);
    driver->needed = basis_means_round(driver->needed);
    driver->sd_now = driver->rwgj_slight = NAN;
}

static void driver_fill(struct arena *arena, const struct sitting *const *sittings,
                        size_t count, const struct basis *basis,
                        const struct frame_levels frames[2], struct driver_basis *driver)
{
    const size_t part = (size_t)score_part_find(sittings[0], PART_DRIVERS, SPAN("now"));
    const size_t least = basis_least(basis);
    const struct scoring *scoring =
        sittings[0]->assessment->parts[part].questionnaire->scoring;
    double *now = levels_of(arena, &frames[BASIS_NOW], count, driver->id);
    double *needed = levels_of(arena, &frames[BASIS_NEEDED], count, driver->id);
    if (has_basis_means(basis)) {
        steps_keep(now, count);
        steps_keep(needed, count);
    }
    driver->rater_count = moments_present(now, count);
    driver->now = mean_of_enough(now, count, least);
    driver->needed = mean_of_enough(needed, count, least);
    driver->sd_now = driver->rwgj_slight = NAN;
    driver->now_se = driver->needed_se = driver->norm = driver->sem = NAN;
    if (isnan(driver->now))
        return;
    driver->sd_now = moments_sd(now, count);
    driver->rwgj_slight =
        slight_rwgj(arena, sittings, count, part,
                    &scoring->blocks[osd_score_block(scoring, driver->id)], now);
    driver->gate = driver->rwgj_slight >= RWGJ_LEAST;
    if (has_basis_means(basis))
        driver_round(now, needed, count, driver);
}

void basis_keys_drivers(struct arena *arena, const struct sitting *const *sittings,
                        size_t count, struct basis *basis)
{
    const int part =
        count ? score_part_find(sittings[0], PART_DRIVERS, SPAN("now")) : NO_PART;
    if (part == NO_PART)
        return;
    const struct frame_levels frames[] = {
        [BASIS_NOW] = frame_levels(arena, sittings, count, SPAN("now")),
        [BASIS_NEEDED] = frame_levels(arena, sittings, count, SPAN("needed")),
    };
    basis->driver_count = frames[BASIS_NOW].driver_counts[0];
    basis->drivers = arena_array(arena, struct driver_basis, basis->driver_count);
    for (size_t i = 0; i < basis->driver_count; i++) {
        basis->drivers[i].id = frames[BASIS_NOW].of_rater[0][i].id;
        driver_fill(arena, sittings, count, basis, frames, &basis->drivers[i]);
    }
}

static double column_number(const struct item *item, int pick)
{
    double number = item->options[pick].number;
    if (isnan(number) && !span_to_number(item->options[pick].value, &number))
        number = pick + 1;
    return number;
}

/* The ratings of the raters who rated every option, raters x options; returns how many. */
static size_t ratings_fill(const struct sitting *const *sittings, size_t count,
                           size_t part, size_t index, double *out_ratings)
{
    size_t kept = 0;
    const struct item *item =
        &sittings[0]->assessment->parts[part].questionnaire->items[index];
    for (size_t rater = 0; rater < count; rater++) {
        const struct answer *answer = score_part_answer(sittings[rater], part, index);
        for (size_t row = 0; answer && row < item->grid.row_count; row++)
            out_ratings[kept * item->grid.row_count + row] =
                column_number(item, answer->columns[row]);
        kept += answer != NULL;
    }
    return kept;
}

/* What people say of each action on the scale that they were asked with. */
static void situation_keep_means(const double *ratings, size_t count,
                                 struct situation_basis *situation)
{
    matrix_column_means(ratings, count, situation->option_count, situation->value);
    for (size_t row = 0; row < situation->option_count; row++)
        situation->value[row] = basis_means_round(situation->value[row]);
    situation->icc_agreement_k = basis_means_voice(situation->icc_agreement_k);
}

static void situation_fill(struct arena *arena, const struct sitting *const *sittings,
                           size_t count, size_t part, size_t index,
                           const struct basis *basis, struct situation_basis *situation)
{
    const struct item *item =
        &sittings[0]->assessment->parts[part].questionnaire->items[index];
    double *ratings = arena_array(arena, double, item->grid.row_count *count);
    struct situations_key key;
    const size_t rated = ratings_fill(sittings, count, part, index, ratings);
    const size_t kept = has_basis_means(basis) ? basis_step(rated) : rated;
    situation->id = item->id;
    situation->option_count = item->grid.row_count;
    situation->icc_agreement_k = NAN;
    for (size_t row = 0; row < item->grid.row_count; row++)
        situation->value[row] = NAN;
    if (kept < basis_least(basis))
        return;
    situations_key_make(arena, ratings, kept, item->grid.row_count, &key);
    memcpy(situation->value, key.values, item->grid.row_count * sizeof *key.values);
    situation->icc_agreement_k = key.icc;
    situation->is_usable = key.is_usable;
    if (has_basis_means(basis))
        situation_keep_means(ratings, kept, situation);
}

void basis_keys_situations(struct arena *arena, const struct sitting *const *sittings,
                           size_t count, struct basis *basis)
{
    const int part =
        count ? score_part_find(sittings[0], PART_SITUATIONS, SPAN("")) : NO_PART;
    const struct questionnaire *questionnaire =
        part == NO_PART ? NULL : sittings[0]->assessment->parts[part].questionnaire;
    basis->situations = arena_array(arena, struct situation_basis, SITUATIONS_MAX);
    for (size_t i = 0; questionnaire && i < questionnaire->item_count; i++)
        if (questionnaire->items[i].kind == ITEM_GRID &&
            basis->situation_count < SITUATIONS_MAX)
            situation_fill(arena, sittings, count, (size_t)part, i, basis,
                           &basis->situations[basis->situation_count++]);
}
