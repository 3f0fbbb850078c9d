#include "report/report_source.h"

#include "profile/profile_card.h"
#include "profile/profile_name.h"
#include "scoring/score_scales.h"

struct report_source report_source_of(struct arena *arena, const struct record *record,
                                      const struct report_facts *facts,
                                      struct span language)
{
    const struct assessment *assessment = record->sitting->assessment;
    const struct scorecard *card = profile_card(arena, record->scorecard, record->basis);
    const struct profile_source profile =
        profile_rows_source(assessment, card, record->basis, language);
    return (struct report_source){
        .arena = arena,
        .facts = facts,
        .sitting = record->sitting,
        .card = card,
        .basis = record->basis,
        .record = record,
        .values = profile.values,
        .drivers = profile.drivers,
        .situations =
            assessment_part(assessment, PART_SITUATIONS, ROLE_CANDIDATE, SPAN("")),
        .rows = profile_rows_list(arena, &profile),
        .language = language,
    };
}

struct span report_source_number(const struct report_source *source, double value)
{
    return page_number(source->arena, value, 2);
}

struct span report_source_name(const struct report_source *source,
                               const struct part *part, struct span id)
{
    return profile_name(part, source->language, id);
}

bool is_report_source_own_words(enum part_use use)
{
    return use == PART_STORY || use == PART_INTERVIEW || use == PART_CLOSING;
}

bool is_report_source_scale(const struct report_source *source, size_t step)
{
    const struct part *part = sitting_part(source->sitting, step);
    const enum item_kind kind = source->sitting->steps[step].item->kind;
    return source->card->scale_count && is_report_source_own_words(part->use) &&
           is_score_scales_part(part) && is_item_kind_answerable(kind) &&
           !is_item_kind_typed(kind);
}
