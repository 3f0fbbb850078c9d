/* simulate: what the figures, words and signs of a form are worth, tried on made-up people. */
#include "app/study/simulate/simulate_table.h"
#include "app/study/verb.h"

#include "app/common/assessment_folder.h"

#define SHIPPED_FORM RESONANCE_SHARE "/questionnaires/strategy-fit"
enum { PEOPLE_MOST = 1000000 };

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

enum status verb_simulate(struct job *job)
{
    struct simulate_plan plan = {
        .people = 1000, .raters = 8, .spread = 1.5, .group_spread = .75};
    struct simulate_study study;
    enum status status = read_plan(job, &plan);
    if (status || (status = simulate_study_run(job->arena, &plan, &study)))
        return status;
    verb_header(job, "key,value,low,high");
    simulate_table_put(job->arena, &plan, &study, &job->out);
    return OK;
}
