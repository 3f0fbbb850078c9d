#include "scoring/scorecard.h"

#include "base/words.h"

bool has_figure(const struct figure *figure)
{
    return figure->state == FIGURE_GIVEN || figure->state == FIGURE_PROVISIONAL;
}

const char *phrase_words(enum phrase phrase)
{
    switch (phrase) {
    case PHRASE_CLEARLY_ALIGNED:
        return W("clearly aligned");
    case PHRASE_LEANING_ALIGNED:
        return W("leaning aligned");
    case PHRASE_NOT_CLEAR:
        return W("not clear from this session");
    case PHRASE_LEANING_DIFFERENT:
        return W("leaning different");
    case PHRASE_CLEARLY_DIFFERENT:
        return W("clearly different");
    }
    return "";
}

const char *figure_words(enum figure_state state)
{
    switch (state) {
    case FIGURE_GIVEN:
        return "";
    case FIGURE_PROVISIONAL:
        return W(
            "Provisional organization profile: few people described the organization, "
            "or they differ.");
    case FIGURE_NO_PROFILE:
        return W("There is no organization profile to compare with yet.");
    case FIGURE_SPLIT:
        return W(
            "The people of the organization describe it too differently, so there is "
            "no figure.");
    case FIGURE_FLAT_PERSON:
        return W("All topics were chosen about equally often, so there is no figure.");
    case FIGURE_FLAT_ORGANIZATION:
        return W("The people of the organization chose all topics about equally often, "
                 "so there is no figure for anybody.");
    case FIGURE_TOO_FEW_ANSWERS:
        return W("Too many choices were left open for a figure.");
    case FIGURE_TOO_FEW_AGREED:
        return W("The people of the organization agree on too few topics for a figure.");
    case FIGURE_TOO_FEW_DIMENSIONS:
        return W("There are too few topics for a figure.");
    }
    return "";
}
