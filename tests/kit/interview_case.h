/* interview_case: the shipped questions, and documents of questions for tests. */
#ifndef KIT_INTERVIEW_CASE_H
#define KIT_INTERVIEW_CASE_H

#include "read.h"

#include "interview/interview_guide.h"

/* interview_case_bytes(arena): the shipped document. */
static inline struct span interview_case_bytes(struct arena *arena)
{
    struct span bytes;
    if (file_read(arena, SOURCE_DIR "/questionnaires/interview/questions.json",
                  INTERVIEW_BANK_BYTES_MAX, &bytes) != OK)
        abort();
    return bytes;
}

/* interview_case_with(arena, seam, words): the shipped document with `words` in the place of the
 * first `seam`. */
static inline struct span interview_case_with(struct arena *arena, const char *seam,
                                              const char *words)
{
    const struct span all = interview_case_bytes(arena);
    const char *place = memmem(all.data, all.count, seam, strlen(seam));
    if (!place)
        abort();
    const size_t before = (size_t)(place - all.data), after = before + strlen(seam);
    return span_format(arena, "%.*s%s%.*s", (int)before, all.data, words,
                       SPAN_ARGS(span_cut(all, after, all.count)));
}

/* interview_case_bank(arena): the shipped questions. */
static inline struct interview_bank *interview_case_bank(struct arena *arena)
{
    struct fault_list faults = fault_list_init(arena);
    struct interview_bank *bank = NULL;
    if (interview_bank_read(arena, SPAN("questions.json"), interview_case_bytes(arena),
                            &faults, &bank) != OK)
        abort();
    return bank;
}

/* interview_case_about(vacancy_id): whose guide it is. */
static inline struct interview_about interview_case_about(const char *vacancy_id)
{
    return (struct interview_about){.reference = SPAN("K7-Q2"),
                                    .organization = SPAN("Northwind Ferries"),
                                    .vacancy = SPAN("Deck officer, Harbour line"),
                                    .vacancy_id = span_of(vacancy_id),
                                    .language = SPAN("en"),
                                    .is_pilot = true};
}

#endif
