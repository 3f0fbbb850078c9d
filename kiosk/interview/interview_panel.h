/* interview_panel: the sheets of all interviewers of one person side by side: the mean of each
 * question, how far the ratings lie apart, and the overall figure by weights that were set
 * before. Nothing is said about who should be chosen. */
#ifndef INTERVIEW_INTERVIEW_PANEL_H
#define INTERVIEW_INTERVIEW_PANEL_H

#include "interview/interview_sheet.h"

enum {
    INTERVIEW_MEMBERS_LEAST = 2,
    INTERVIEW_MEMBERS_MAX = 8,
    INTERVIEW_APART = 2, /* ratings so far apart are talked about */
};

/* One question over all sheets. */
struct interview_spread {
    double mean; /* of the ratings with evidence; NAN: there is none */
    int low, high;
    size_t count; /* of ratings with evidence */
    int weight;
};

struct interview_overall {
    double mean; /* weighted mean of the means; NAN: none of them counts */
    int weights; /* sum of those that counted */
    size_t
        close; /* questions whose ratings are at most one step apart, of those with two or more */
    size_t rated_twice;
};

/* interview_panel_spread(guide, index, sheets, count): question number `index` of `guide` in all
 * `count` `sheets`. is_interview_panel_apart(spread): whether its ratings are so far apart that the
 * interviewers should talk about it. interview_panel_overall(guide, sheets, count): over all
 * questions; what nobody has evidence for does not count. */
struct interview_spread interview_panel_spread(const struct interview_guide *guide,
                                               size_t index,
                                               const struct interview_sheet *sheets,
                                               size_t count);
bool is_interview_panel_apart(const struct interview_spread *spread);
struct interview_overall interview_panel_overall(const struct interview_guide *guide,
                                                 const struct interview_sheet *sheets,
                                                 size_t count);

#endif
