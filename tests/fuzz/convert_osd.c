/* Any bytes as a questionnaire of ours that is made plain for other programs. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct span document;
    arena_init(&arena, (size_t)512 << 20);
    struct losses losses = losses_init(&arena);
    if (convert_to_osd(&arena, SPAN("fuzz"), (struct span){(const char *)data, size},
                       &losses, &document) == OK)
        converted_read(&arena, document, &losses);
    arena_done(&arena);
    return 0;
}
