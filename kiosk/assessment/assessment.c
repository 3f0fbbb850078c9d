#include "assessment/assessment.h"

const struct part *assessment_part(const struct assessment *assessment, enum part_use use,
                                   enum role role, struct span frame)
{
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->use == use && part->role == role &&
            (!frame.count || is_span_equal(part->frame, frame)))
            return part;
    }
    return NULL;
}

bool is_assessment_first_use(const struct assessment *assessment, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (assessment->parts[i].questionnaire == assessment->parts[index].questionnaire)
            return false;
    return true;
}
