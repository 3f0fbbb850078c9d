#include "app/desk/office/interview/guide_make.h"

#include "app/desk/office/interview/bank_shipped.h"
#include "base/file.h"
#include "profile/profile_card.h"
#include "profile/profile_topics.h"

static const char own_bank[] = "questions.json";

static enum status bank_take(struct office *office, struct span name, struct span bytes,
                             struct interview_bank **out_bank)
{
    struct fault_list faults = fault_list_init(&office->arena);
    const enum status status =
        interview_bank_read(&office->arena, name, bytes, &faults, out_bank);
    return status == STATUS_BAD_INPUT
               ? fail(STATUS_BAD_INPUT, "%s has errors: resonance check %s names them",
                      office_path(office, own_bank), office_path(office, own_bank))
               : status;
}

static enum status bank_of(struct office *office, struct interview_bank **out_bank)
{
    struct span bytes;
    const enum status status =
        office_read(office, own_bank, INTERVIEW_BANK_BYTES_MAX, &bytes);
    if (status == STATUS_NOT_FOUND)
        bytes = (struct span){(const char *)bank_shipped, bank_shipped_bytes};
    else if (status != OK)
        return status;
    return bank_take(office, span_of(own_bank), bytes, out_bank);
}

static const struct interview_topic *topics_of(struct arena *arena,
                                               const struct record *record,
                                               struct span language, size_t *out_count)
{
    const struct scorecard *card = profile_card(arena, record->scorecard, record->basis);
    const struct profile_source source =
        profile_rows_source(record->sitting->assessment, card, record->basis, language);
    const struct profile_rows rows = profile_rows_list(arena, &source);
    return profile_topics_choose(arena, &rows, out_count);
}

enum status guide_make(struct arena *arena, struct office *office, struct span reference,
                       const struct record *record, struct interview_guide *out_guide)
{
    struct interview_bank *bank;
    const enum status status = bank_of(office, &bank);
    if (status != OK)
        return status;
    const struct basis *basis = record->basis;
    const struct interview_about about = {
        .reference = reference,
        .organization = record->provenance.organization,
        .vacancy = basis ? basis->title : SPAN(""),
        .vacancy_id = basis ? basis->vacancy : SPAN(""),
        .language = SPAN("en"),
        .is_pilot = record->sitting->assessment->is_pilot,
    };
    size_t count;
    const struct interview_topic *topics =
        topics_of(arena, record, about.language, &count);
    *out_guide = interview_guide_make(arena, bank, &about, topics, count);
    return OK;
}
