/* icc: intraclass correlations of a complete table of subjects x raters (Shrout & Fleiss 1979;
 * McGraw & Wong 1996): one-way (ICC1), two-way agreement (ICC2 = ICC(A,1)), two-way consistency
 * (ICC3 = ICC(C,1)), and of the mean of all raters (..k).
 * Formulas: questionnaires/STUDY.md, raters. */
#ifndef MEASURE_RATERS_ICC_H
#define MEASURE_RATERS_ICC_H

#include "base/arena.h"

enum icc_form { ICC_1, ICC_2, ICC_3, ICC_1K, ICC_2K, ICC_3K, ICC_FORM_COUNT };

struct icc {
    double icc, f, df1, df2, p;
    double lo, hi; /* 95 %; of the ..k forms by Spearman-Brown of the single limits */
};

/* icc_describe(ratings, subject_count, rater_count, out_forms): all forms from the complete
 * `subject_count` x `rater_count` `ratings`, into out_forms[ICC_FORM_COUNT]. NAN when all ratings
 * are equal or there are fewer than 2 subjects or raters. */
void icc_describe(const double *ratings, size_t subject_count, size_t rater_count,
                  struct icc *out_forms);
/* icc_name(form): "ICC1" ... "ICC3k". */
const char *icc_name(enum icc_form form);

#endif
