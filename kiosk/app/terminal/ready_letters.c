/* Whether the letters can be set. It stands apart, because what keeps the ledger sets none, and
 * links no fonts. */
#include "app/terminal/ready.h"

#include "assessment/assessment_letters.h"
#include "base/utf8.h"
#include "fonts/catalogue.h"

static bool can_set(void *context, uint32_t code)
{
    const struct text_port *text = context;
    char bytes[4];
    return text->has_glyphs(text->context, (struct span){bytes, utf8_put(code, bytes)});
}

enum status ready_letters(struct arena *arena, const struct config *config,
                          const struct text_port *text)
{
    const struct arena_mark mark = arena_mark(arena);
    const struct terminal_config *terminal = config->terminal;
    struct text_port asked = *text;
    const struct letters_port port = {&asked, can_set, catalogue_package};
    struct fault_list faults = fault_list_init(arena);
    enum status status = OK;
    assessment_letters_check(arena, config->assessment, terminal->language, &port,
                             &faults);
    assessment_letters_name(arena, SPAN("contact"), terminal->contact, &port, &faults);
    assessment_letters_name(arena, SPAN("retention"), terminal->retention, &port,
                            &faults);
    if (faults.first)
        status = fail(STATUS_NO_FONT, "%.*s, line %zu: %.*s. %.*s",
                      SPAN_ARGS(faults.first->file), faults.first->line,
                      SPAN_ARGS(faults.first->what), SPAN_ARGS(faults.first->hint));
    arena_release(arena, mark);
    return status;
}
