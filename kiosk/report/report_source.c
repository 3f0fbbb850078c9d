#include "report/report_source.h"

#include "measure/gap.h"

#include <math.h>

static const double weight_least = .10; /* half a choice out of five */

struct report_source report_source_of(struct arena *arena, const struct record *record,
                                      const struct report_facts *facts,
                                      struct span language)
{
    const struct assessment *assessment = record->sitting->assessment;
    const enum role role = record->sitting->start.role;
    return (struct report_source){
        .arena = arena,
        .facts = facts,
        .sitting = record->sitting,
        .card = record->scorecard,
        .basis = record->basis,
        .record = record,
        .values = assessment_part(assessment, PART_RESONANCE, role, SPAN("")),
        .drivers = assessment_part(assessment, PART_DRIVERS, role, SPAN("")),
        .situations = assessment_part(assessment, PART_SITUATIONS, role, SPAN("")),
        .language = language,
    };
}

struct span report_number(const struct report_source *source, double value)
{
    return page_number(source->arena, value, 2);
}

static const struct dimension *dimension_of(const struct part *part, struct span id)
{
    for (size_t i = 0; part && i < part->questionnaire->dimension_count; i++)
        if (is_span_equal(part->questionnaire->dimensions[i].id, id))
            return &part->questionnaire->dimensions[i];
    return NULL;
}

struct span report_name(const struct report_source *source, const struct part *part,
                        struct span id)
{
    const struct dimension *dimension = dimension_of(part, id);
    return dimension ? questionnaire_text(part->questionnaire, source->language,
                                          part->frame, dimension->name)
                     : id;
}

static struct span why_of(const struct part *part, struct span id)
{
    const struct dimension *dimension = dimension_of(part, id);
    return dimension ? dimension->why : SPAN("");
}

const struct driver_basis *report_driver_basis(const struct report_source *source,
                                               struct span id)
{
    for (size_t i = 0; source->basis && i < source->basis->driver_count; i++)
        if (is_span_equal(source->basis->drivers[i].id, id))
            return &source->basis->drivers[i];
    return NULL;
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

static struct report_gap gap_of_dimension(const struct report_source *source, size_t i)
{
    const struct dimension_score *score = &source->card->dimensions[i];
    const struct basis *basis = source->basis;
    struct report_gap gap = {
        .name = report_name(source, source->values, score->id),
        .why = why_of(source->values, score->id),
        .person = score->score,
        .organization = score->organization,
        .needed = score->needed,
        .add = score->add,
        .z = NAN,
        .weight = score->weight * (double)source->card->dimension_count,
    };
    if (!basis || i >= basis->dimension_count || !(score->gate > 0)) {
        gap.add = 0;
        return gap;
    }
    const double own = basis->dimensions[i].sd_now;
    const struct gap found =
        gap_compare(score->score, score->se, score->organization,
                    own > 0 ? own : pooled_sd(basis), basis->rater_count);
    gap.z = found.se > 0 ? found.gap / found.se : NAN;
    gap.is_shared =
        score->score >= weight_least && score->organization >= weight_least &&
        fabs(score->organization - score->score) <= RESONANCE_Z_RELEASED * score->se;
    return gap;
}

static struct report_gap gap_of_driver(const struct report_source *source, size_t i)
{
    const struct driver_score *score = &source->card->drivers[i];
    const struct driver_basis *basis = report_driver_basis(source, score->id);
    return (struct report_gap){
        .name = report_name(source, source->drivers, score->id),
        .why = why_of(source->drivers, score->id),
        .person = score->score,
        .organization = score->organization,
        .needed = basis ? basis->needed : NAN,
        .z = score->gap_se > 0 ? score->gap / score->gap_se : NAN,
        .weight = basis ? basis->gate : 0,
        .is_driver = true,
    };
}

struct report_gap *report_gaps(const struct report_source *source, size_t *out_count)
{
    const struct scorecard *card = source->card;
    struct report_gap *gaps = arena_array(source->arena, struct report_gap,
                                          card->dimension_count + card->driver_count);
    for (size_t i = 0; i < card->dimension_count; i++)
        gaps[i] = gap_of_dimension(source, i);
    for (size_t i = 0; i < card->driver_count; i++)
        gaps[card->dimension_count + i] = gap_of_driver(source, i);
    *out_count = card->dimension_count + card->driver_count;
    return gaps;
}
