#include "scoring/scorecard.h"

bool has_scorecard_figure(const struct figure *figure)
{
    return figure->absence == RESONANCE_FIGURE;
}
