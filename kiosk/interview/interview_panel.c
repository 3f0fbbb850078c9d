#include "interview/interview_panel.h"

#include <math.h>

struct interview_spread interview_panel_spread(const struct interview_guide *guide,
                                               size_t index,
                                               const struct interview_sheet *sheets,
                                               size_t count)
{
    struct interview_spread spread = {.weight = guide->asked[index].weight};
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct interview_rating *rating =
            interview_sheet_find(&sheets[i], guide->asked[index].id);
        if (!rating || rating->rating == INTERVIEW_NO_EVIDENCE)
            continue;
        if (!spread.count || rating->rating < spread.low)
            spread.low = rating->rating;
        if (!spread.count || rating->rating > spread.high)
            spread.high = rating->rating;
        sum += rating->rating;
        spread.count++;
    }
    spread.mean = spread.count ? sum / (double)spread.count : NAN;
    return spread;
}

bool is_interview_panel_apart(const struct interview_spread *spread)
{
    return spread->count >= 2 && spread->high - spread->low >= INTERVIEW_APART;
}

struct interview_overall interview_panel_overall(const struct interview_guide *guide,
                                                 const struct interview_sheet *sheets,
                                                 size_t count)
{
    struct interview_overall overall = {0};
    double sum = 0;
    for (size_t i = 0; i < guide->count; i++) {
        const struct interview_spread spread =
            interview_panel_spread(guide, i, sheets, count);
        if (spread.count >= 2) {
            overall.rated_twice++;
            overall.close += !is_interview_panel_apart(&spread);
        }
        if (!spread.count || !spread.weight)
            continue;
        sum += spread.weight * spread.mean;
        overall.weights += spread.weight;
    }
    overall.mean = overall.weights ? sum / overall.weights : NAN;
    return overall;
}
