/* `resonance guide REFERENCE`: what to ask one person, with a rating sheet for a room without a
 * screen. */
#include "app/desk/command/report_person.h"
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

static const struct guide_format {
    const char *name;
    struct span (*write)(struct arena *arena, const struct interview_guide *guide);
} formats[] = {{"txt", as_text}, {"html", as_html}, {"json", interview_guide_write}};

enum status guide_prepare(struct operation *operation)
{
    const char *given = options_text(&operation->values, "format");
    operation->state = NULL;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!operation->state && (!given || strcmp(given, formats[i].name) == 0))
            operation->state = (void *)(uintptr_t)&formats[i];
    return operation->state ? operation_wants_result_keys(operation)
                            : fail(STATUS_USAGE, "--format is txt, html or json");
}

enum status guide_run(struct operation *operation)
{
    const struct guide_format *format = operation->state;
    struct report_facts facts;
    struct record *record;
    enum status status = report_person(operation, false, &record, &facts);
    if (status == OK)
        status = report_person_guide(operation, record, &facts);
    if (status != OK)
        return status;
    operation_note(operation, "guide made", facts.handle);
    return operation_put(operation, format->write(&operation->reader.arena, facts.guide),
                         0600);
}
