/* Any bytes as a questionnaire: told or refused, never a crash, within the arena promised. What
 * was read is used: texts, scores over no answers, faults as text. */
#include "lint/lint.h"
#include "questionnaire/osd_score.h"

#include <stdint.h>

static void no_values(const void *context, struct span id,
                      struct answer_values *out_values)
{
    (void)context, (void)id;
    out_values->count = 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&arena);
    struct questionnaire *questionnaire = NULL;
    const enum status status =
        questionnaire_read(&arena, SPAN("fuzz"), (struct span){(const char *)data, size},
                           &faults, &questionnaire);
    if (status == OK && !questionnaire)
        __builtin_trap();
    if (questionnaire) {
        const struct answer_source source = {NULL, no_values};
        const struct osd_scores scores = osd_score(&arena, questionnaire, &source);
        (void)osd_score_write(&arena, questionnaire, &scores);
        lint_questionnaire(&arena, questionnaire, &faults);
        for (size_t i = 0; i < questionnaire->item_count; i++)
            (void)questionnaire_text(questionnaire, SPAN("de-AT"), SPAN("now"),
                                     questionnaire->items[i].text_key);
    }
    struct buffer buffer = buffer_init(&arena, 1 << 20);
    fault_list_text(&faults, &buffer);
    arena_done(&arena);
    return 0;
}
