#include "profile/profile_name.h"

const struct dimension *profile_name_find(const struct part *part, struct span id)
{
    for (size_t i = 0; part && i < part->questionnaire->dimension_count; i++)
        if (is_span_equal(part->questionnaire->dimensions[i].id, id))
            return &part->questionnaire->dimensions[i];
    return NULL;
}

struct span profile_name(const struct part *part, struct span language, struct span id)
{
    const struct dimension *dimension = profile_name_find(part, id);
    return dimension ? questionnaire_text(part->questionnaire, language, part->frame,
                                          dimension->name)
                     : id;
}
