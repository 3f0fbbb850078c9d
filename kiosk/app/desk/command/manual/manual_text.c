#include "app/desk/command/manual/manual_text.h"

#include "base/buffer.h"

struct span manual_text_language(const struct manual *manual)
{
    return manual->assessment->language_count ? manual->assessment->languages[0]
                                              : SPAN("en");
}

/* "|" would end a cell, a line break the row, and "<" could begin markup. */
static struct span safe(struct arena *arena, struct span text)
{
    struct buffer out = buffer_init(arena, MANUAL_TEXT_BYTES_MAX);
    for (size_t i = 0; i < text.count; i++)
        switch (text.data[i]) {
        case '|':
        case '<':
            buffer_format(&out, "\\%c", text.data[i]);
            break;
        case '\n':
            buffer_text(&out, " ");
            break;
        default:
            buffer_add(&out, span_cut(text, i, 1));
        }
    return buffer_span(&out);
}

struct span manual_text(const struct manual *manual, const struct part *part,
                        struct span key)
{
    const struct assessment *assessment = manual->assessment;
    return safe(manual->arena,
                questionnaire_text(part ? part->questionnaire : assessment->words,
                                   manual_text_language(manual),
                                   part ? part->frame : SPAN(""), key));
}
