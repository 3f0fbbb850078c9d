/* Any bytes as assessment.json, beside a picture and small questionnaires that are there: one of
 * each kind that the parts of an assessment are checked against. */
#include "base/file.h"
#include "base/must.h"
#include "assessment/assessment.h"

#include <stdint.h>

#define BESIDE SOURCE_DIR "/tests/fuzz/beside/"

enum { FILE_COUNT = 6 };

static struct arena always;
static struct assessment_file files[FILE_COUNT] = {
    {.name = SPAN("assessment.json")},
    {.name = SPAN("text.osd")},
    {.name = SPAN("values.osd")},
    {.name = SPAN("situation.osd")},
    {.name = SPAN("grid.osd")},
    {.name = SPAN("pictures/p.picture"), .bytes = SPAN("size 320 180\n")}};

static void begin(void)
{
    arena_init(&always, 1 << 20);
    for (size_t i = 1; i + 1 < FILE_COUNT; i++) {
        const struct span path =
            span_format(&always, BESIDE "%.*s", SPAN_ARGS(files[i].name));
        must(file_read(&always, path.data, 1 << 16, &files[i].bytes) == OK);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    if (!files[1].bytes.count)
        begin();
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    files[0].bytes = (struct span){(const char *)data, size};
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    const enum status status =
        assessment_read(&arena, files, FILE_COUNT, &faults, &assessment);
    must((status == OK) == (assessment != NULL));
    must((status == OK) == (faults.error_count == 0));
    arena_done(&arena);
    return 0;
}
