#include "scoring/scorecard.h"

#include "base/words.h"

bool has_figure(const struct figure *figure)
{
    return figure->absence == RESONANCE_FIGURE;
}

const char *phrase_words(enum resonance_phrase phrase)
{
    switch (phrase) {
    case RESONANCE_CLEARLY_ALIGNED:
        return W("clearly aligned");
    case RESONANCE_LEANING_ALIGNED:
        return W("leaning aligned");
    case RESONANCE_UNCLEAR:
        return W("not clear from this session");
    case RESONANCE_LEANING_DIFFERENT:
        return W("leaning different");
    case RESONANCE_CLEARLY_DIFFERENT:
        return W("clearly different");
    }
    return "";
}

const char *figure_words(const struct figure *figure)
{
    switch (figure->absence) {
    case RESONANCE_FIGURE:
        return figure->is_provisional
                   ? W("Provisional organization profile: few people described the "
                       "organization, or they differ.")
                   : "";
    case RESONANCE_FEW_RATERS:
    case RESONANCE_WEIGHTS_WRONG: /* basis_check refused them before */
        return W("There is no organization profile to compare with yet.");
    case RESONANCE_NOT_ONE_VOICE:
        return W(
            "The people of the organization describe it too differently, so there is "
            "no figure.");
    case RESONANCE_FLAT_PERSON:
        return W("All topics were chosen about equally often, so there is no figure.");
    case RESONANCE_FLAT_ORGANIZATION:
        return W("The people of the organization chose all topics about equally often, "
                 "so there is no figure for anybody.");
    case RESONANCE_FEW_DIMENSIONS:
    case RESONANCE_LITTLE_WEIGHT:
        return W("Too many choices were left open for a figure.");
    case RESONANCE_FEW_AGREED:
        return W("The people of the organization agree on too few topics for a figure.");
    case RESONANCE_SMALL_SET:
        return W("There are too few topics for a figure.");
    }
    return "";
}
