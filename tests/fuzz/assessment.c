/* Any bytes as assessment.json, beside two small questionnaires that are there. */
#include "model/assessment.h"

#include <stdint.h>

#define DOCUMENT                                                                         \
    "{\"definition\":{\"items\":[{\"id\":\"a\",\"type\":\"long\",\"text_key\":\"a\","    \
    "\"maxlength\":9}]},\"translations\":{\"en\":{\"a\":\"b\"}}}"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    const struct assessment_file files[] = {
        {SPAN("assessment.json"), {(const char *)data, size}},
        {SPAN("a.osd"), SPAN(DOCUMENT)},
        {SPAN("b.osd"), SPAN(DOCUMENT)},
        {SPAN("pictures/p.picture"), SPAN("size 320 180\n")},
    };
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    const enum status status = assessment_read(&arena, files, 4, &faults, &assessment);
    if ((status == OK) != (assessment != NULL) ||
        (status == OK) != (faults.error_count == 0))
        __builtin_trap();
    arena_done(&arena);
    return 0;
}
