#include "app/terminal/comfort_row.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

struct span comfort_row_write(struct arena *arena, struct comfort comfort)
{
    struct canonical canonical = canonical_begin(arena);
    canonical_object(&canonical, NULL);
    canonical_text(&canonical, "text", span_of(theme_step_words[comfort.step]));
    canonical_text(&canonical, "theme", span_of(theme_get(comfort.theme)->id));
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}

enum status comfort_row_read(struct arena *work, struct span bytes,
                             struct comfort *out_comfort)
{
    struct canonical_take take = {work, "comfort row", STATUS_DAMAGED, OK};
    struct comfort comfort = comfort_usual;
    const struct json *root = canonical_take_root(&take, work, bytes);
    comfort.step = (enum text_size)canonical_take_word(&take, root, "text",
                                                       theme_step_words, STEP_COUNT);
    if (!theme_find(canonical_take_text(&take, root, "theme"), &comfort.theme))
        canonical_take_wrong(&take, "there is no such theme");
    if (take.status == OK)
        *out_comfort = comfort;
    return take.status;
}
