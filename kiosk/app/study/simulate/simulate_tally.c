#include "app/study/simulate/simulate_tally.h"

static void add_figure(struct simulate_tally *tally, const struct figure *figure)
{
    if (!has_scorecard_figure(figure))
        return;
    tally->figures++;
    tally->figure += figure->r;
    tally->phrases[figure->phrase]++;
    tally->above += figure->low > 0 ? 1 : 0;
    tally->below += figure->high < 0 ? 1 : 0;
}

static void add_topics(struct simulate_tally *tally, const struct scorecard *card)
{
    bool has[SIMULATE_RELATIONS] = {0};
    for (size_t i = 0; i < card->dimension_count; i++)
        has[card->dimensions[i].relation] = true;
    for (size_t i = 0; i < SIMULATE_RELATIONS; i++)
        tally->relations[i] += has[i] ? 1 : 0;
}

static void add_drivers(struct simulate_tally *tally, const struct scorecard *card)
{
    size_t flagged = 0;
    for (size_t i = 0; i < card->driver_count; i++)
        flagged += card->drivers[i].flag != GAP_NONE ? 1 : 0;
    tally->drivers += card->driver_count;
    tally->flagged_drivers += flagged;
    tally->driver_flag += flagged ? 1 : 0;
}

static void add_quality(struct simulate_tally *tally, const struct quality *quality)
{
    size_t families = 0;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++) {
        tally->families[i] += quality->is_flagged[i] ? 1 : 0;
        families += quality->is_flagged[i] ? 1 : 0;
    }
    tally->family += families ? 1 : 0;
    tally->caution += quality->asks_for_caution ? 1 : 0;
    tally->resonance_withheld += quality->is_resonance_withheld ? 1 : 0;
    tally->drivers_withheld += quality->are_drivers_withheld ? 1 : 0;
    tally->either_withheld +=
        quality->is_resonance_withheld || quality->are_drivers_withheld ? 1 : 0;
}

void simulate_tally_add(struct simulate_tally *tally, const struct scorecard *card)
{
    tally->people++;
    add_figure(tally, &card->now);
    add_topics(tally, card);
    add_drivers(tally, card);
    add_quality(tally, &card->quality);
}

size_t simulate_tally_common(const struct simulate_tally *tally)
{
    return tally->phrases[RESONANCE_CLEARLY_ALIGNED] +
           tally->phrases[RESONANCE_LEANING_ALIGNED];
}

size_t simulate_tally_differ(const struct simulate_tally *tally)
{
    return tally->phrases[RESONANCE_CLEARLY_DIFFERENT] +
           tally->phrases[RESONANCE_LEANING_DIFFERENT];
}
