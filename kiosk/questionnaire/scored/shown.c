#include "questionnaire/scored/shown.h"

#include "questionnaire/condition.h"

static bool is_shown(const struct questionnaire *questionnaire, const struct item *item,
                     const struct answer_source *source)
{
    const struct condition *of_section =
        item->section >= 0 ? questionnaire->sections[item->section].visible_when : NULL;
    return condition_holds(of_section, questionnaire, source) &&
           condition_holds(item->visible_when, questionnaire, source);
}

void shown_answers(const struct questionnaire *questionnaire,
                   const struct answer *const *given, const struct answer **out_counted)
{
    const struct answer_set set = {questionnaire, out_counted};
    const struct answer_source source = answer_source_of(&set);
    for (size_t i = 0; i < questionnaire->item_count; i++)
        out_counted[i] = NULL;
    for (size_t i = 0; i < questionnaire->item_count; i++)
        if (is_shown(questionnaire, &questionnaire->items[i], &source))
            out_counted[i] = given[i];
}
