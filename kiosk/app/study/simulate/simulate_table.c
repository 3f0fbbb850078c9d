#include "app/study/simulate/simulate_table.h"

#include "measure/distribution.h"
#include "base/text/csv.h"

#include <math.h>

/* Where rows go: the words before each key, and the table. */
struct rows {
    struct arena *arena;
    struct buffer *out;
    const char *name;
};

static void put_row(const struct rows *rows, const char *key, double value, double low,
                    double high)
{
    const char *name = rows->name ? rows->name : "";
    csv_put_text(rows->out,
                 span_format(rows->arena, "%s%s%s", name, *name ? "_" : "", key));
    csv_put_number(rows->out, value);
    csv_put_number(rows->out, low);
    csv_put_number(rows->out, high);
    csv_put_end(rows->out);
}

static void put(const struct rows *rows, const char *key, double value)
{
    put_row(rows, key, value, NAN, NAN);
}

/* A seed may have more digits than a double. */
static void put_count(const struct rows *rows, const char *key, size_t count)
{
    csv_put_text(rows->out, span_of(key));
    csv_put_count(rows->out, count);
    csv_put_number(rows->out, NAN);
    csv_put_number(rows->out, NAN);
    csv_put_end(rows->out);
}

/* `hits` may be a sum of shares. */
static void put_share(const struct rows *rows, const char *key, double hits, size_t count)
{
    double low = NAN, high = NAN;
    if (count)
        distribution_wilson(hits, (double)count, &low, &high);
    put_row(rows, key, count ? hits / (double)count : NAN, low, high);
}

static void put_plan(const struct rows *rows, const struct simulate_plan *plan,
                     const struct simulate_study *study)
{
    put_count(rows, "people", study->people);
    put_count(rows, "places", study->places);
    put_count(rows, "raters", plan->raters);
    put_count(rows, "seed", plan->seed);
    put(rows, "spread", plan->spread);
    put(rows, "group_spread", plan->group_spread);
    put(rows, "crystallization", study->crystallization / (double)study->described);
    put(rows, "accuracy", study->accuracy / (double)study->people);
}

static void put_interval(const struct rows *rows, const struct simulate_study *study)
{
    const struct simulate_interval *interval = &study->interval;
    const double figures = (double)interval->figures;
    put_share(rows, "figures", figures, study->people);
    put(rows, "figure_mean", interval->figure / figures);
    put(rows, "figure_error_free_mean", interval->error_free / figures);
    put_share(rows, "coverage_retest", (double)interval->covers_retest,
              interval->figures);
    put_share(rows, "coverage_frozen_profile", (double)interval->covers_frozen,
              interval->figures);
    put_share(rows, "coverage_error_free", (double)interval->covers_error_free,
              interval->figures);
    put(rows, "interval_width", interval->width / figures);
    put(rows, "se_bootstrap", interval->se / figures);
    put(rows, "se_retest", interval->se_retest / figures);
    put(rows, "se_frozen_profile", interval->se_frozen / figures);
    put(rows, "retest_correlation",
        interval->product / sqrt(interval->first2 * interval->again2));
}

static void put_words(const struct rows *rows, const struct simulate_tally *tally)
{
    const struct {
        const char *key;
        size_t count;
    } shares[] = {
        {"in_common", simulate_tally_common(tally)},
        {"much_in_common", tally->phrases[RESONANCE_CLEARLY_ALIGNED]},
        {"does_not_tell", tally->phrases[RESONANCE_UNCLEAR]},
        {"differ", simulate_tally_differ(tally)},
        {"much_differs", tally->phrases[RESONANCE_CLEARLY_DIFFERENT]},
        {"no_phrase_norm", tally->phrases[RESONANCE_UNSAID_NORM]},
        {"no_phrase_choices", tally->phrases[RESONANCE_UNSAID_CHOICES]},
        {"no_figure", tally->people - tally->figures},
    };
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        put_share(rows, shares[i].key, (double)shares[i].count, tally->people);
}

static void put_again(const struct rows *rows, const struct simulate_again *again)
{
    put_share(rows, "second_session_inside", again->inside, again->people);
    put_share(rows, "second_sessions_mean_inside", (double)again->holds, again->people);
    put_share(rows, "second_session_no_phrase", (double)again->lost, again->said);
    put_share(rows, "second_session_other_phrase", (double)again->other,
              again->said - again->lost);
}

/* Without a phrase the interval still says what the phrase would have been. */
static void put_norms(struct rows rows, const struct simulate_study *study)
{
    for (size_t tied = 0; tied < SIMULATE_TIED; tied++)
        for (enum simulate_norm norm = 0; norm < SIMULATE_NORMS; norm++) {
            const struct simulate_tally *tally = &study->norms[tied][norm];
            if (!has_simulate_study_norm(tied, norm))
                continue;
            rows.name = span_text(
                rows.arena,
                span_format(rows.arena, "norm_%zu_%s", simulate_place_norm_count(norm),
                            simulate_crowd_name((enum simulate_crowd)tied)));
            put(&rows, "figure_mean", tally->figure / (double)tally->figures);
            put_share(&rows, "interval_above_0", (double)tally->above, tally->people);
            put_share(&rows, "interval_below_0", (double)tally->below, tally->people);
            put_words(&rows, tally);
            if (norm >= SIMULATE_NORM_100)
                put_again(&rows, &study->again[tied][norm]);
        }
}

static void put_quality(const struct rows *rows, const struct simulate_tally *tally)
{
    static const char *const families[QUALITY_FAMILIES] = {
        [QUALITY_TIME] = "time",
        [QUALITY_RUNS] = "runs",
        [QUALITY_CONSISTENCY] = "consistency",
        [QUALITY_SCATTER] = "scatter",
        [QUALITY_INSTRUCTED] = "instructed"};
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        put_share(rows, families[i], (double)tally->families[i], tally->people);
    put_share(rows, "any", (double)tally->family, tally->people);
    put_share(rows, "caution", (double)tally->caution, tally->people);
    put_share(rows, "figure_withheld", (double)tally->resonance_withheld, tally->people);
    put_share(rows, "drivers_withheld", (double)tally->drivers_withheld, tally->people);
    put_share(rows, "any_withheld", (double)tally->either_withheld, tally->people);
}

static void put_drivers(const struct rows *rows, const struct simulate_tally *tally)
{
    put_share(rows, "drivers_flagged", (double)tally->flagged_drivers, tally->drivers);
    put_share(rows, "driver_flag", (double)tally->driver_flag, tally->people);
}

static void put_crowds(struct rows rows, const struct simulate_study *study)
{
    for (size_t i = 0; i < SIMULATE_CROWDS; i++) {
        const struct simulate_tally *tally = &study->crowds[i];
        rows.name = simulate_crowd_name((enum simulate_crowd)i);
        put_quality(&rows, tally);
        if (i >= SIMULATE_SCORED)
            continue;
        put_words(&rows, tally);
        put_share(&rows, "topic_differs", (double)tally->relations[TOPIC_DIFFERS],
                  tally->people);
        put_share(&rows, "topic_fits", (double)tally->relations[TOPIC_FITS],
                  tally->people);
        put_share(&rows, "topic_also", (double)tally->relations[TOPIC_ALSO],
                  tally->people);
        put_drivers(&rows, tally);
    }
    rows.name = "apart";
    put_drivers(&rows, &study->apart);
    rows.name = "alike";
    put_drivers(&rows, &study->alike);
}

/* The five that a form may say of itself (questionnaires/FORMAT.md, simulated). */
static void put_simulated(const struct rows *rows, const struct simulate_study *study)
{
    const struct simulate_again *usual =
        &study->again[SIMULATE_CROWD_USUAL][SIMULATE_NORM_100];
    const struct simulate_again *much =
        &study->again[SIMULATE_CROWD_SAME][SIMULATE_NORM_100];
    const struct simulate_tally *known = &study->crowds[SIMULATE_CROWD_KNOWS_THREE];
    put_share(rows, "second_session_inside_unrelated", usual->inside, usual->people);
    put_share(rows, "second_session_inside_much", much->inside, much->people);
    put_share(rows, "other_phrase_unrelated", (double)usual->other,
              usual->said - usual->lost);
    put_share(rows, "other_phrase_much", (double)much->other, much->said - much->lost);
    put_share(rows, "three_known_in_common", (double)simulate_tally_common(known),
              known->people);
}

void simulate_table_put(struct arena *arena, const struct simulate_plan *plan,
                        const struct simulate_study *study, struct buffer *out)
{
    const struct rows rows = {.arena = arena, .out = out};
    put_plan(&rows, plan, study);
    put_interval(&rows, study);
    put_simulated(&rows, study);
    put_norms(rows, study);
    put_crowds(rows, study);
}
