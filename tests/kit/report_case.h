/* report_case: records for reports: of the shipped assessment or of the sample, with an
 * organization that was built from raters. */
#ifndef KIT_REPORT_CASE_H
#define KIT_REPORT_CASE_H

#include "assessment/assessment_fill.h"
#include "scoring/score.h"
#include "interview_case.h"
#include "profile/profile_card.h"
#include "profile/profile_topics.h"
#include "sample.h"

#include "report/report.h"

/* report_case_shipped(arena, folder): the assessment in `folder`. */
static inline struct assessment *report_case_shipped(struct arena *arena,
                                                     const char *folder)
{
    struct assessment_file *files;
    struct assessment *assessment = NULL;
    const size_t count = read_folder(arena, folder, &files);
    struct fault_list faults = fault_list_init(arena);
    must(assessment_read(arena, files, count, &faults, &assessment) == OK);
    assessment_fill(arena, assessment, &(struct assessment_words){0});
    memset(assessment->hash, 0x5a, sizeof assessment->hash);
    return assessment;
}

/* report_case_norm(basis, count): as if `count` people had answered before, who ask for half a
 * point more of every driver than there is. */
static inline void report_case_norm(struct basis *basis, size_t count)
{
    const bool is_known = count >= RESONANCE_NORM_LEAST;
    basis->norm_count = count;
    for (size_t i = 0; i < basis->dimension_count; i++)
        basis->dimensions[i].norm = i % 2 ? .05 : -.05;
    for (size_t i = 0; i < basis->driver_count; i++) {
        basis->drivers[i].norm = is_known ? basis->drivers[i].now + .5 : NAN;
        basis->drivers[i].sem = count >= 60 ? .3 : NAN;
    }
}

/* report_case_basis(arena, assessment, rater_count, share): what `rater_count` raters say who see
 * the place `share` (0..1) alike. */
static inline struct basis *report_case_basis(struct arena *arena,
                                              const struct assessment *assessment,
                                              size_t rater_count, double share)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    const struct sitting **raters =
        sample_raters(arena, assessment, rater_count, 5, share);
    must(basis_build(arena, assessment, raters, rater_count, &basis, &view) == OK);
    basis->vacancy = SPAN("deck");
    basis->title = SPAN("Deck officer, Harbour line");
    if (has_basis_means(basis))
        report_case_norm(basis, 40);
    return basis;
}

/* report_case_candidate(arena, assessment): somebody who answers all of it. */
static inline struct sitting *report_case_candidate(struct arena *arena,
                                                    const struct assessment *assessment)
{
    const struct sample_person person = sample_person_of(11, 5, .6);
    return sample_sit(arena, assessment, ROLE_CANDIDATE, 11, &person);
}

/* report_case_say(sitting, id, text): `text` becomes the answer of the step `id`; empty: blank. */
static inline void report_case_say(struct sitting *sitting, const char *id,
                                   const char *text)
{
    const int step = sitting_find(sitting, span_of(id));
    must(step != NO_STEP);
    struct answer answer = answer_empty(sitting->steps[step].item);
    answer.state = *text ? ANSWER_GIVEN : ANSWER_NONE;
    answer.text = span_of(text);
    sitting->is_finished = 0;
    sitting_put(sitting, (size_t)step, &answer);
    sitting->is_finished = 1;
}

/* report_case_record(arena, sitting, basis): as sealed and read again. */
static inline struct record *report_case_record(struct arena *arena,
                                                const struct sitting *sitting,
                                                const struct basis *basis)
{
    struct scorecard *card = NULL;
    struct record *record = NULL;
    struct provenance provenance = {.software = SPAN("0.1.0"),
                                    .organization = SPAN("Northwind Ferries"),
                                    .mode = SPAN("kiosk"),
                                    .finished_unix_ms = 1795471234567};
    memcpy(provenance.assessment_hash, sitting->assessment->hash, 32);
    must(score_sitting(arena, sitting, basis, &card) == OK);
    must(record_read(arena, sitting->assessment,
                     record_write(arena, sitting, basis, card, &provenance),
                     &record) == OK);
    return record;
}

/* report_case_guide(arena, record): what an interviewer asks the person of `record`. */
static inline const struct interview_guide *report_case_guide(struct arena *arena,
                                                              const struct record *record)
{
    struct interview_guide *guide = arena_new(arena, struct interview_guide);
    const struct interview_about about = interview_case_about("deck");
    const struct profile_source source =
        profile_rows_source(record->sitting->assessment,
                            profile_card(arena, record->scorecard, record->basis),
                            record->basis, about.language);
    const struct profile_rows rows = profile_rows_list(arena, &source);
    size_t count;
    const struct interview_topic *topics = profile_topics_choose(arena, &rows, &count);
    *guide =
        interview_guide_make(arena, interview_case_bank(arena), &about, topics, count);
    return guide;
}

/* report_case_facts(): what the desk would know. */
static inline struct report_facts report_case_facts(void)
{
    return (struct report_facts){
        .handle = SPAN("K7-Q2"),
        .organization = SPAN("Northwind Ferries"),
        .vacancy_title = SPAN("Deck officer, Harbour line"),
        .invite = 7,
        .arrival = 3,
        .sealed_unix_ms = 1795471200000,
        .device_label = SPAN("Harbour office"),
        .receipt = SPAN("7ZK2-M4QD-9R1V"),
        .assessment_hash =
            SPAN("5f16a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e"),
        .keyset_hash =
            SPAN("0aa1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f"),
        .software_hash =
            SPAN("c0ffeeb2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e"),
        .is_verified = 1,
        .is_same_again = 1,
    };
}

#endif
