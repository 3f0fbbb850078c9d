#include "assessment/assessment_profile.h"

static bool is_asked(const struct assessment *assessment, enum role role)
{
    return assessment_part(assessment, PART_RESONANCE, role, SPAN("")) != NULL;
}

const char *assessment_profile_missing(const struct assessment *assessment)
{
    if (!is_asked(assessment, ROLE_CANDIDATE))
        return "The form has no best-worst part for candidates, so it computes no "
               "resonance and no profile of a person";
    if (!is_asked(assessment, ROLE_RATER))
        return "The form has no best-worst part for colleagues, so the organization gets no "
               "profile and a candidate no resonance";
    return NULL;
}

void assessment_profile_note(const struct assessment *assessment,
                             struct fault_list *faults)
{
    const char *missing = assessment_profile_missing(assessment);
    if (missing)
        fault_add(faults, (struct fault){
                              .weight = FAULT_WARNING,
                              .file = SPAN("assessment.json"),
                              .key = SPAN("parts"),
                              .what = span_of(missing),
                              .hint = SPAN("Add such a part, or open vacancies with "
                                           "--without-profile."),
                          });
}
