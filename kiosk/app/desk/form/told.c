#include "app/desk/form/told.h"

#include "lint/lint.h"

void told_text(struct arena *arena, struct page_section *section, const char *what,
               struct span language, struct span text)
{
    struct fault_list faults = fault_list_init(arena);
    lint_told(arena, language, text, &faults);
    for (const struct fault *fault = faults.first; fault; fault = fault->next)
        page_add_text(section,
                      span_format(arena, "Note on %s: %.*s. %.*s", what,
                                  SPAN_ARGS(fault->what), SPAN_ARGS(fault->hint)));
}

void told_vacancy(struct arena *arena, struct page_section *section, struct span language,
                  const struct vacancy *vacancy)
{
    told_text(arena, section, "the title", language, vacancy->title);
    for (size_t i = 0; i < vacancy->importance_count; i++) {
        const struct importance *row = &vacancy->importances[i];
        const struct span what =
            span_format(arena, "the reason of %.*s", SPAN_ARGS(row->dimension));
        told_text(arena, section, what.data, language, row->reason);
    }
}
