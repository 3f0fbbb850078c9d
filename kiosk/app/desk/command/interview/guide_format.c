#include "app/desk/command/interview/guide_format.h"

#include "report/guide/guide_page.h"

#include <string.h>

static struct span as_html(struct arena *arena, const struct interview_guide *guide)
{
    const struct page page = guide_page(arena, guide);
    return page_html(arena, &page);
}

static struct span as_text(struct arena *arena, const struct interview_guide *guide)
{
    const struct page page = guide_page(arena, guide);
    return page_plain(arena, &page);
}

static const struct format {
    const char *name;
    struct span (*write)(struct arena *arena, const struct interview_guide *guide);
} formats[] = {{"txt", as_text}, {"html", as_html}, {"json", interview_guide_write}};

enum status guide_format_find(struct operation *operation)
{
    const char *given = options_text(&operation->values, "format");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!given || strcmp(given, formats[i].name) == 0) {
            size_t *chosen = arena_new(operation->arena, size_t);
            *chosen = i;
            operation->state = chosen;
            return operation_wants_result_keys(operation);
        }
    return fail(STATUS_USAGE, "--format is txt, html or json");
}

enum status guide_format_put(struct operation *operation, struct arena *arena,
                             const struct interview_guide *guide)
{
    const size_t *chosen = operation->state;
    return operation_put(operation, formats[*chosen].write(arena, guide), 0600);
}
