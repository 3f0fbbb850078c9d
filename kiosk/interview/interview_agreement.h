/* interview_agreement: how far interviewers agree, over many people: whether the anchors are
 * read alike. It says nothing about a person. Shown from INTERVIEW_AGREEMENT_LEAST people on;
 * fewer tell too little, and would tell who rated whom. Formulas: questionnaires/STUDY.md,
 * raters. */
#ifndef INTERVIEW_INTERVIEW_AGREEMENT_H
#define INTERVIEW_INTERVIEW_AGREEMENT_H

#include "interview/interview_panel.h"

enum { INTERVIEW_AGREEMENT_LEAST = 10 };

/* One person, as their interviewers locked it. */
struct interview_rated {
    const struct interview_guide *guide;
    const struct interview_sheet *sheets;
    size_t count;
};

struct interview_agreement {
    size_t people; /* with two raters at least who have evidence */
    size_t raters; /* how many of each person are compared in the ICC */
    double alpha;  /* Krippendorff's, ordinal, over all questions; NAN: not known */
    double single, single_low,
        single_high; /* ICC(1) of one rater's mean over the questions for
                                               everybody, with its range of 95 % */
    double together; /* ICC(1,k) of the mean of all */
    double
        kappa; /* with squared weights, where the same two people rated everybody; else NAN */
};

/* interview_agreement_of(arena, rated, count): over `count` people; `arena` is for scratch. All
 * figures are NAN for fewer than INTERVIEW_AGREEMENT_LEAST. */
struct interview_agreement interview_agreement_of(struct arena *arena,
                                                  const struct interview_rated *rated,
                                                  size_t count);

#endif
