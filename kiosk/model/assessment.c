#include "model/assessment.h"

struct span assessment_text(const struct assessment *assessment, struct span language,
                            struct span key)
{
    const size_t at = span_find(key, '@');
    return questionnaire_text(assessment->words, language,
                              span_cut(key, at + 1, key.count), span_cut(key, 0, at));
}

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
