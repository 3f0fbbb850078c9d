#include "profile/profile_rows.h"

#include "profile/profile_name.h"

#include <math.h>

static const double weight_least = .10; /* half a choice out of five */

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

static double pooled_sd(const struct basis *basis)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < basis->dimension_count; i++) {
        if (isnan(basis->dimensions[i].sd_now))
            continue;
        sum += basis->dimensions[i].sd_now * basis->dimensions[i].sd_now;
        count++;
    }
    return count ? sqrt(sum / (double)count) : NAN;
}

static struct profile_row row_named(const struct profile_source *source,
                                    const struct part *part, struct span id)
{
    const struct dimension *dimension = profile_name_find(part, id);
    return (struct profile_row){
        .name = profile_name(part, source->language, id),
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

static void organization_range_fill(struct profile_row *row,
                                    const struct dimension_basis *dimension,
                                    size_t rater_count)
{
    if (rater_count < 2)
        return;
    const double half =
        RESONANCE_Z_RELEASED * dimension->sd_now / sqrt((double)rater_count);
    row->organization_low = fmax(-1, row->organization - half);
    row->organization_high = fmin(1, row->organization + half);
}

static void gap_fill(struct profile_row *row, const struct dimension_score *score,
                     const struct basis *basis, double sd)
{
    const struct gap found =
        gap_compare(score->score, score->se, score->organization,
                    sd > 0 ? sd : pooled_sd(basis), basis->rater_count);
    row->z = found.se > 0 ? found.gap / found.se : NAN;
    row->is_shared =
        score->score >= weight_least && score->organization >= weight_least &&
        fabs(score->organization - score->score) <= RESONANCE_Z_RELEASED * score->se;
}

static struct profile_row row_of_dimension(const struct profile_source *source, size_t i)
{
    const struct dimension_score *score = &source->card->dimensions[i];
    const struct basis *basis = source->basis;
    struct profile_row row = row_named(source, source->values, score->id);
    row.person = score->score;
    row.organization = score->organization;
    row.needed = score->needed;
    row.weight = score->weight * (double)source->card->dimension_count;
    range_fill(&row, -1, 1, score->se);
    if (!basis || i >= basis->dimension_count)
        return row;
    organization_range_fill(&row, &basis->dimensions[i], basis->rater_count);
    if (score->gate > 0) {
        row.add = score->add;
        gap_fill(&row, score, basis, basis->dimensions[i].sd_now);
    }
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
    row.z = score->gap_se > 0 ? score->gap / score->gap_se : NAN;
    row.weight = basis ? basis->gate : 0;
    row.is_driver = true;
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
