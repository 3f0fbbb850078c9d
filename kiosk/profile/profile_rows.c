#include "profile/profile_rows.h"

#include "measure/distribution.h"
#include "profile/profile_card.h"
#include "profile/profile_name.h"

#include <math.h>

struct profile_source profile_rows_source(const struct assessment *assessment,
                                          const struct scorecard *card,
                                          const struct basis *basis, struct span language)
{
    return (struct profile_source){
        .card = card,
        .basis = basis,
        .values = assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN("")),
        .drivers = assessment_part(assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN("")),
        .language = language,
    };
}

static struct profile_row row_named(const struct profile_source *source,
                                    const struct part *part, struct span id)
{
    const struct dimension *dimension = profile_name_find(part, id);
    return (struct profile_row){
        .id = id,
        .name = profile_name(part, source->language, id),
        .about = dimension ? questionnaire_text(part->questionnaire, source->language,
                                                SPAN(""), dimension->description)
                           : SPAN(""),
        .construct = dimension ? dimension->construct : SPAN(""),
        .why = dimension ? dimension->why : SPAN(""),
        .low = NAN,
        .high = NAN,
        .organization_low = NAN,
        .organization_high = NAN,
        .z = NAN,
    };
}

static void range_fill(struct profile_row *row, double low, double high, double se)
{
    if (isnan(row->person) || isnan(se))
        return;
    row->low = fmax(low, row->person - RESONANCE_Z_RELEASED * se);
    row->high = fmin(high, row->person + RESONANCE_Z_RELEASED * se);
}

/* How many errors lie on either side: few colleagues' errors are uncertain themselves. */
static double errors_of(const struct basis *basis)
{
    return has_basis_means(basis) && basis->rater_count > 1
               ? sqrt(distribution_f_point(.95, 1, (double)basis->rater_count - 1))
               : RESONANCE_Z_RELEASED;
}

static void organization_range_fill(struct profile_row *row, const struct basis *basis,
                                    size_t dimension)
{
    const double half = errors_of(basis) * profile_card_se(basis, dimension);
    if (isnan(half) || isnan(row->organization))
        return;
    row->organization_low = fmax(-1, row->organization - half);
    row->organization_high = fmin(1, row->organization + half);
}

/* From where on the need is drawn apart from today: on the scale of the topics and that of the
 * drivers. Less is no move that anybody would notice. */
static const double NEED_FAR = .2, NEED_FAR_DRIVER = .3;

static bool is_elsewhere(double now, double now_se, double needed, double needed_se,
                         double far)
{
    const double away = fabs(needed - now);
    return away >= far && away >= RESONANCE_Z_RELEASED * hypot(now_se, needed_se);
}

static double z_of(const struct scorecard *card, const struct dimension_score *score)
{
    const double se = hypot(score->se, score->organization_se);
    const bool is_told = !card->quality.is_resonance_withheld &&
                         !(card->quality.rlh < RESONANCE_RLH_LEAST);
    return is_told && score->gate > 0 && se > 0
               ? (score->organization - score->score) / se
               : NAN;
}

static struct profile_row row_of_dimension(const struct profile_source *source, size_t i)
{
    const struct dimension_score *score = &source->card->dimensions[i];
    struct profile_row row = row_named(source, source->values, score->id);
    row.person = score->score;
    row.organization = score->organization;
    row.needed = score->needed;
    row.weight = score->weight * (double)source->card->dimension_count;
    row.relation = score->relation;
    row.is_sure = score->relation != TOPIC_NONE;
    row.is_needed_elsewhere = source->basis && i < source->basis->dimension_count &&
                              source->basis->dimensions[i].needed_gate > 0 &&
                              is_elsewhere(score->organization, score->organization_se,
                                           score->needed, score->needed_se, NEED_FAR);
    row.z = z_of(source->card, score);
    range_fill(&row, -1, 1, score->se);
    if (source->basis && i < source->basis->dimension_count)
        organization_range_fill(&row, source->basis, i);
    return row;
}

static struct profile_row row_of_driver(const struct profile_source *source, size_t i)
{
    const struct driver_score *score = &source->card->drivers[i];
    const struct driver_basis *basis = basis_driver(source->basis, score->id);
    struct profile_row row = row_named(source, source->drivers, score->id);
    row.person = score->score;
    row.organization = score->organization;
    row.needed = basis ? basis->needed : NAN;
    row.z = score->gap_se > 0 && !source->card->quality.are_drivers_withheld
                ? score->gap / score->gap_se
                : NAN;
    row.weight = basis ? basis->gate : 0;
    row.is_driver = true;
    row.is_sure = score->flag != GAP_NONE && !source->card->quality.are_drivers_withheld;
    row.is_needed_elsewhere =
        basis && is_elsewhere(score->organization, basis->now_se, basis->needed,
                              basis->needed_se, NEED_FAR_DRIVER);
    range_fill(&row, 1, 5, score->sem);
    return row;
}

struct profile_rows profile_rows_list(struct arena *arena,
                                      const struct profile_source *source)
{
    const struct scorecard *card = source->card;
    struct profile_rows list = {.count = card->dimension_count + card->driver_count,
                                .dimension_count = card->dimension_count};
    list.rows = arena_array(arena, struct profile_row, list.count);
    for (size_t i = 0; i < card->dimension_count; i++)
        list.rows[i] = row_of_dimension(source, i);
    for (size_t i = 0; i < card->driver_count; i++)
        list.rows[card->dimension_count + i] = row_of_driver(source, i);
    return list;
}

/* ---- the organization alone ---- */

static struct profile_row row_of_place(const struct profile_source *source,
                                       const struct part *part, struct span id)
{
    struct profile_row row = row_named(source, part, id);
    row.person = NAN;
    row.organization = NAN;
    row.needed = NAN;
    return row;
}

static struct profile_row place_of_dimension(const struct profile_source *source,
                                             size_t i)
{
    const struct dimension_basis *basis = &source->basis->dimensions[i];
    struct profile_row row = row_of_place(source, source->values, basis->id);
    row.organization = basis->now;
    row.needed = basis->needed;
    row.weight = basis->gate;
    row.is_needed_elsewhere =
        basis->needed_gate > 0 && is_elsewhere(basis->now, basis->now_se, basis->needed,
                                               basis->needed_se, NEED_FAR);
    row.is_sure = row.is_needed_elsewhere;
    organization_range_fill(&row, source->basis, i);
    return row;
}

static struct profile_row place_of_driver(const struct profile_source *source, size_t i)
{
    const struct driver_basis *basis = &source->basis->drivers[i];
    struct profile_row row = row_of_place(source, source->drivers, basis->id);
    const double half = errors_of(source->basis) * basis->now_se;
    row.organization = basis->now;
    row.needed = basis->needed;
    row.weight = basis->gate;
    row.is_driver = true;
    row.is_needed_elsewhere = is_elsewhere(basis->now, basis->now_se, basis->needed,
                                           basis->needed_se, NEED_FAR_DRIVER);
    row.is_sure = row.is_needed_elsewhere;
    if (isnan(half) || isnan(basis->now))
        return row;
    row.organization_low = fmax(1, basis->now - half);
    row.organization_high = fmin(5, basis->now + half);
    return row;
}

struct profile_rows profile_rows_place(struct arena *arena,
                                       const struct assessment *assessment,
                                       const struct basis *basis, struct span language)
{
    const struct profile_source source = {
        .basis = basis,
        .values = assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN("")),
        .drivers = assessment_part(assessment, PART_DRIVERS, ROLE_RATER, SPAN("")),
        .language = language,
    };
    struct profile_rows list = {.count = basis->dimension_count + basis->driver_count,
                                .dimension_count = basis->dimension_count};
    list.rows = arena_array(arena, struct profile_row, list.count);
    for (size_t i = 0; i < basis->dimension_count; i++)
        list.rows[i] = place_of_dimension(&source, i);
    for (size_t i = 0; i < basis->driver_count; i++)
        list.rows[basis->dimension_count + i] = place_of_driver(&source, i);
    return list;
}
