#include "profile/profile_name.h"

const struct dimension *profile_name_find(const struct part *part, struct span id)
{
    const int at = part ? questionnaire_dimension(part->questionnaire, id) : -1;
    return at >= 0 ? &part->questionnaire->dimensions[at] : NULL;
}

struct span profile_name(const struct part *part, struct span language, struct span id)
{
    const struct dimension *dimension = profile_name_find(part, id);
    return dimension ? questionnaire_text(part->questionnaire, language, part->frame,
                                          dimension->name)
                     : id;
}
