#include "study/values.h"

#include "measure/moments.h"

#include <math.h>

void values_score(const double *answers, const size_t *item_values, size_t item_count,
                  size_t value_count, struct values_form form, double *out_mean,
                  double *out_scores)
{
    const double mean = moments_mean(answers, item_count);
    const double sd = moments_sd(answers, item_count), unit = sd > 0 ? sd : NAN;
    for (size_t v = 0; v < value_count; v++) {
        double sum = 0, present = 0;
        for (size_t i = 0; i < item_count; i++) {
            const bool is_counted = item_values[i] == v && !isnan(answers[i]);
            sum += is_counted ? answers[i] : 0;
            present += is_counted ? 1 : 0;
        }
        const double score = sum / present - (form.is_raw ? 0 : mean);
        out_scores[v] = form.is_standardized ? score / unit : score;
    }
    *out_mean = mean;
}
