/* simulate: what the figures and flags of a form are worth, tried on made-up people. */
#include "app/study/simulate/simulate_study.h"
#include "app/study/verb.h"

#include "app/common/assessment_folder.h"
#include "study/csv.h"

#include <math.h>

#define SHIPPED_FORM RESONANCE_SHARE "/questionnaires/strategy-fit"
enum { PEOPLE_MOST = 1000000 };
static const double HURRIED = .2; /* of the usual time */

static const struct crowd {
    const char *name;
    enum simulate_style style;
    bool is_hurried;
} crowds[] = {
    {"random", SIMULATE_RANDOM, 0},
    {"random_hurried", SIMULATE_RANDOM, 1},
    {"straight", SIMULATE_STRAIGHT, 0},
    {"straight_hurried", SIMULATE_STRAIGHT, 1},
    {"first_option", SIMULATE_FIRST_OPTION, 0},
    {"first_option_hurried", SIMULATE_FIRST_OPTION, 1},
};

static enum status read_form(struct job *job, struct assessment **out_assessment)
{
    const char *path = options_text(&job->options, "form");
    struct fault_list faults = fault_list_init(job->arena);
    struct assessment_file *files;
    size_t count;
    if (!path)
        path = SHIPPED_FORM;
    enum status status = assessment_folder_read(job->arena, path, &files, &count);
    if (status != OK)
        return status;
    if (assessment_read(job->arena, files, count, &faults, out_assessment) == OK)
        return OK;
    return fail(STATUS_BAD_INPUT,
                "%s: the form has errors; resonance check %s tells which", path, path);
}

static enum status read_plan(struct job *job, struct simulate_plan *plan)
{
    struct assessment *assessment = NULL;
    size_t seed = 1;
    enum status status =
        options_count(&job->options, "people", 1, PEOPLE_MOST, &plan->people);
    if (!status)
        status = options_count(&job->options, "raters", 1, RATERS_MAX, &plan->raters);
    if (!status)
        status = options_count(&job->options, "seed", 0, INT64_MAX, &seed);
    if (!status)
        status = options_number(&job->options, "spread", &plan->spread);
    if (!status)
        status = options_number(&job->options, "group-spread", &plan->group_spread);
    if (!status && !(plan->spread >= 0 && plan->group_spread >= 0))
        status = fail(STATUS_USAGE, "--spread and --group-spread are 0 or more");
    if (!status)
        status = read_form(job, &assessment);
    plan->assessment = assessment;
    plan->seed = seed;
    return status;
}

static double share(size_t part, size_t whole)
{
    return whole ? (double)part / (double)whole : NAN;
}

static void put_study(struct job *job, const struct simulate_plan *plan,
                      const struct simulate_study *study)
{
    const double figures = study->figures ? (double)study->figures : NAN;
    verb_put_key_count(job, "people", study->people);
    verb_put_key_count(job, "places", study->places);
    verb_put_key_count(job, "raters", plan->raters);
    verb_put_key_count(job, "seed", plan->seed);
    verb_put_key(job, "spread", plan->spread);
    verb_put_key(job, "group_spread", plan->group_spread);
    verb_put_key(job, "figures", share(study->figures, study->people));
    verb_put_key(job, "crystallization", study->crystallization / figures);
    verb_put_key(job, "figure_mean", study->figure / figures);
    verb_put_key(job, "figure_error_free_mean", study->error_free / figures);
    verb_put_key(job, "coverage_retest", share(study->covers_retest, study->figures));
    verb_put_key(job, "coverage_frozen_profile",
                 share(study->covers_frozen, study->figures));
    verb_put_key(job, "coverage_error_free",
                 share(study->covers_error_free, study->figures));
    verb_put_key(job, "interval_width", study->width / figures);
    verb_put_key(job, "se_bootstrap", study->se / figures);
    verb_put_key(job, "se_retest", study->se_retest / figures);
    verb_put_key(job, "se_frozen_profile", study->se_frozen / figures);
    verb_put_key(job, "retest_correlation",
                 study->product / sqrt(study->first2 * study->again2));
    verb_put_key(job, "accuracy", study->accuracy / (double)study->people);
}

static void put_share(struct job *job, const char *crowd, const char *what,
                      size_t flagged, size_t people)
{
    csv_put_text(&job->out, span_format(job->arena, "%s_%s", crowd, what));
    csv_put_number(&job->out, share(flagged, people));
    csv_put_end(&job->out);
}

static void put_flags(struct job *job, const char *crowd,
                      const struct simulate_flags *flags)
{
    static const char *const families[QUALITY_FAMILIES] = {
        [QUALITY_TIME] = "time",
        [QUALITY_RUNS] = "runs",
        [QUALITY_CONSISTENCY] = "consistency",
        [QUALITY_SCATTER] = "scatter",
        [QUALITY_INSTRUCTED] = "instructed"};
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        put_share(job, crowd, families[i], flags->flagged[i], flags->people);
    put_share(job, crowd, "any", flags->any, flags->people);
    put_share(job, crowd, "caution", flags->caution, flags->people);
}

enum status verb_simulate(struct job *job)
{
    struct simulate_plan plan = {
        .people = 2000, .raters = 12, .spread = 1.5, .group_spread = .75};
    struct simulate_study study;
    enum status status = read_plan(job, &plan);
    if (status || (status = simulate_study_run(job->arena, &plan, &study)))
        return status;
    verb_header(job, "key,value");
    put_study(job, &plan, &study);
    put_flags(job, "genuine", &study.genuine);
    for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) {
        struct simulate_flags flags;
        simulate_study_flags(job->arena, &plan, crowds[i].style,
                             crowds[i].is_hurried ? HURRIED : 1, &flags);
        put_flags(job, crowds[i].name, &flags);
    }
    return OK;
}
