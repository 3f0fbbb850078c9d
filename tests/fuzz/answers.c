/* Any bytes as a file of answers: refused, or asked for by id. */
#include "model/answer_read.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&arena);
    struct answer_source source;
    if (answer_read(&arena, SPAN("fuzz"), (struct span){(const char *)data, size},
                    &faults, &source) == OK) {
        struct answer_values values;
        source.values(source.context, SPAN("a"), &values);
        if (values.count > OPTIONS_MAX)
            __builtin_trap();
    }
    arena_done(&arena);
    return 0;
}
