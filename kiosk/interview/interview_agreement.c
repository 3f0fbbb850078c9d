#include "interview/interview_agreement.h"

#include "measure/raters/icc.h"
#include "measure/raters/kappa.h"
#include "measure/raters/krippendorff.h"

#include <math.h>

static int rating_of(const struct interview_rated *rated, size_t rater, size_t index)
{
    const struct interview_rating *rating =
        interview_sheet_find(&rated->sheets[rater], rated->guide->asked[index].id);
    return rating ? rating->rating : INTERVIEW_NO_EVIDENCE;
}

/* The mean of one rater over the questions for everybody: what is asked alike. */
static double mean_of(const struct interview_rated *rated, size_t rater)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < rated->guide->count; i++) {
        const int rating = rating_of(rated, rater, i);
        if (rated->guide->asked[i].topic.count || rating == INTERVIEW_NO_EVIDENCE)
            continue;
        sum += rating;
        count++;
    }
    return count ? sum / (double)count : NAN;
}

/* The means of the raters who have evidence, at most `most`; returns how many. */
static size_t means_of(const struct interview_rated *rated, size_t most,
                       double *out_means)
{
    size_t count = 0;
    for (size_t i = 0; i < rated->count && count < most; i++) {
        const double mean = mean_of(rated, i);
        if (!isnan(mean))
            out_means[count++] = mean;
    }
    return count;
}

static double alpha_of(struct arena *arena, const struct interview_rated *rated,
                       size_t count)
{
    const size_t units = count * INTERVIEW_GUIDE_MAX;
    size_t *codes = arena_array(arena, size_t, units * INTERVIEW_MEMBERS_MAX);
    for (size_t i = 0; i < units * INTERVIEW_MEMBERS_MAX; i++)
        codes[i] = KRIPPENDORFF_MISSING;
    for (size_t person = 0; person < count; person++)
        for (size_t i = 0; i < rated[person].guide->count; i++)
            for (size_t rater = 0; rater < rated[person].count; rater++) {
                const int rating = rating_of(&rated[person], rater, i);
                if (rating != INTERVIEW_NO_EVIDENCE)
                    codes[(person * INTERVIEW_GUIDE_MAX + i) * INTERVIEW_MEMBERS_MAX +
                          rater] = (size_t)rating - 1;
            }
    return krippendorff_alpha(arena, codes, units, INTERVIEW_MEMBERS_MAX, NULL,
                              INTERVIEW_RATING_MAX, KRIPPENDORFF_ORDINAL);
}

/* Different people rate different persons, so the one-way form; as many of each as all have. */
static void icc_fill(struct arena *arena, const struct interview_rated *rated,
                     size_t count, struct interview_agreement *agreement)
{
    double means[INTERVIEW_MEMBERS_MAX];
    struct icc forms[ICC_FORM_COUNT];
    double *table = arena_array(arena, double, count *INTERVIEW_MEMBERS_MAX);
    size_t filled = 0;
    agreement->raters = INTERVIEW_MEMBERS_MAX;
    for (size_t i = 0; i < count; i++) {
        const size_t have = means_of(&rated[i], INTERVIEW_MEMBERS_MAX, means);
        if (have >= INTERVIEW_MEMBERS_LEAST && have < agreement->raters)
            agreement->raters = have;
    }
    for (size_t i = 0; i < count; i++)
        if (means_of(&rated[i], agreement->raters, means) == agreement->raters)
            for (size_t k = 0; k < agreement->raters; k++)
                table[filled++] = means[k];
    agreement->people = filled / agreement->raters;
    icc_describe(table, agreement->people, agreement->raters, forms);
    agreement->single = forms[ICC_1].icc;
    agreement->single_low = forms[ICC_1].lo;
    agreement->single_high = forms[ICC_1].hi;
    agreement->together = forms[ICC_1K].icc;
}

/* Which sheet of `rated` is that of `rater`. */
static size_t place_of(const struct interview_rated *rated, struct span rater)
{
    size_t at = 0;
    while (at < rated->count && !is_span_equal(rated->sheets[at].rater, rater))
        at++;
    return at;
}

static bool is_same_pair(const struct interview_rated *rated, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < 2; k++)
            if (rated[i].count != 2 || place_of(&rated[i], rated[0].sheets[k].rater) == 2)
                return false;
    return true;
}

static double kappa_of(struct arena *arena, const struct interview_rated *rated,
                       size_t count)
{
    size_t *codes[2], pairs = 0;
    struct kappa kappa;
    if (!is_same_pair(rated, count))
        return NAN;
    for (size_t k = 0; k < 2; k++)
        codes[k] = arena_array(arena, size_t, count * INTERVIEW_GUIDE_MAX);
    for (size_t i = 0; i < count; i++) {
        const size_t first = place_of(&rated[i], rated[0].sheets[0].rater);
        for (size_t question = 0; question < rated[i].guide->count; question++) {
            const int one = rating_of(&rated[i], first, question);
            const int other = rating_of(&rated[i], 1 - first, question);
            if (one == INTERVIEW_NO_EVIDENCE || other == INTERVIEW_NO_EVIDENCE)
                continue;
            codes[0][pairs] = (size_t)one - 1;
            codes[1][pairs++] = (size_t)other - 1;
        }
    }
    kappa_pair(arena, codes[0], codes[1], pairs, INTERVIEW_RATING_MAX, KAPPA_QUADRATIC,
               &kappa);
    return kappa.kappa;
}

struct interview_agreement interview_agreement_of(struct arena *arena,
                                                  const struct interview_rated *rated,
                                                  size_t count)
{
    struct interview_agreement agreement = {0};
    if (count)
        icc_fill(arena, rated, count, &agreement);
    if (agreement.people < INTERVIEW_AGREEMENT_LEAST) {
        agreement.alpha = agreement.kappa = agreement.together = NAN;
        agreement.single = agreement.single_low = agreement.single_high = NAN;
        return agreement;
    }
    agreement.alpha = alpha_of(arena, rated, count);
    agreement.kappa = kappa_of(arena, rated, count);
    return agreement;
}
