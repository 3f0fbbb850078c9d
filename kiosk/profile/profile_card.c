#include "profile/profile_card.h"

#include "scoring/score_topics.h"

#include <math.h>

bool is_profile_card_withheld(const struct scorecard *card)
{
    return card->scoring_version < SCORING_WITH_NORM
               ? card->quality.asks_for_caution != 0
               : card->quality.is_resonance_withheld;
}

struct figure profile_card_figure(int version, const struct figure *figure,
                                  bool is_withheld)
{
    struct figure told = *figure;
    if (version >= SCORING_WITH_NORM || !has_scorecard_figure(figure))
        return told;
    told.phrase = RESONANCE_UNSAID_NORM;
    if (!is_withheld)
        return told;
    told.absence = RESONANCE_WITHHELD;
    told.r = told.low = told.high = told.se_z = NAN;
    return told;
}

bool has_profile_card_organization(const struct scorecard *card)
{
    for (size_t i = 0; i < card->dimension_count; i++)
        if (!isnan(card->dimensions[i].organization))
            return true;
    return false;
}

static double pooled_sd(const struct basis *basis)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const double sd = basis->dimensions[i].sd_now;
        sum += isnan(sd) ? 0 : sd * sd;
        count += isnan(sd) ? 0 : 1;
    }
    return count ? sqrt(sum / (double)count) : NAN;
}

double profile_card_se(const struct basis *basis, size_t dimension)
{
    const struct dimension_basis *at = &basis->dimensions[dimension];
    if (has_basis_means(basis))
        return at->now_se;
    const double sd = at->sd_now > 0 || isnan(at->sd_now) ? at->sd_now : pooled_sd(basis);
    return basis->rater_count < 2 ? NAN : sd / sqrt((double)basis->rater_count);
}

static void dimensions_tell(struct arena *arena, const struct basis *basis,
                            struct scorecard *told)
{
    const struct dimension_score *kept = told->dimensions;
    told->dimensions = arena_array(arena, struct dimension_score, told->dimension_count);
    for (size_t i = 0; i < told->dimension_count; i++)
        told->dimensions[i] = kept[i];
    if (!basis || basis->dimension_count != told->dimension_count)
        return;
    for (size_t i = 0; i < told->dimension_count; i++)
        told->dimensions[i].organization_se = profile_card_se(basis, i);
    if (!told->quality.is_resonance_withheld && told->quality.rlh >= RESONANCE_RLH_LEAST)
        score_topics(arena, basis, told);
}

static void drivers_tell(struct arena *arena, struct scorecard *told)
{
    const struct driver_score *kept = told->drivers;
    told->drivers = arena_array(arena, struct driver_score, told->driver_count);
    for (size_t i = 0; i < told->driver_count; i++) {
        told->drivers[i] = kept[i];
        told->drivers[i].flag = GAP_NONE;
    }
}

const struct scorecard *profile_card(struct arena *arena, const struct scorecard *card,
                                     const struct basis *basis)
{
    if (card->scoring_version >= SCORING_WITH_NORM)
        return card;
    struct scorecard *told = arena_new(arena, struct scorecard);
    const bool is_withheld = is_profile_card_withheld(card);
    *told = *card;
    told->quality.is_resonance_withheld = told->quality.are_drivers_withheld =
        is_withheld;
    told->is_sem_assumed = true;
    told->now = profile_card_figure(card->scoring_version, &card->now, is_withheld);
    told->needed = profile_card_figure(card->scoring_version, &card->needed, is_withheld);
    dimensions_tell(arena, basis, told);
    drivers_tell(arena, told);
    return told;
}
