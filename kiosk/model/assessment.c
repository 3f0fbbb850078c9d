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

/* What one item adds to a record at worst: its bookkeeping, and its text in the longest UTF-8. */
static size_t item_bytes(const struct item *item)
{
    return RECORD_ITEM_BYTES + 4 * item->length_max;
}

size_t assessment_record_bytes(const struct assessment *assessment, enum role role)
{
    size_t bytes = RECORD_BASE_BYTES;
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->role != role || part->use == PART_PRACTICE || !part->questionnaire)
            continue;
        for (size_t j = 0; j < part->questionnaire->item_count; j++)
            bytes += item_bytes(&part->questionnaire->items[j]);
    }
    return bytes;
}
