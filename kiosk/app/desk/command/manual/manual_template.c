#include "app/desk/command/manual/manual_template.h"

#include "base/must.h"

#include <string.h>

enum { MARK = 2 }; /* bytes of "{{" and of "}}" */

static size_t find(struct span text, const char *mark)
{
    const char *at = memmem(text.data, text.count, mark, strlen(mark));
    return at ? (size_t)(at - text.data) : text.count;
}

/* The name between the marks at the beginning of `text`; what comes after it in `out_rest`. */
static struct span name_at(struct span text, struct span *out_rest)
{
    const size_t end = find(text, "}}");
    must(end < text.count);
    *out_rest = span_cut(text, end + MARK, text.count);
    return span_cut(text, MARK, end - MARK);
}

static void add_filled(struct manual *manual, struct buffer *out, struct span text)
{
    while (text.count) {
        const size_t begin = find(text, "{{");
        buffer_add(out, span_cut(text, 0, begin));
        text = span_cut(text, begin, text.count);
        if (text.count) {
            const struct span name = name_at(text, &text);
            manual_place_write(manual, name, out);
        }
    }
}

/* Whether the paragraph stands; its condition is taken off. */
static bool is_wanted(const struct manual *manual, struct span *paragraph)
{
    const bool is_asked = has_span_prefix(*paragraph, "{{?");
    if (!is_asked && !has_span_prefix(*paragraph, "{{!"))
        return true;
    const struct span name = name_at(*paragraph, paragraph);
    return is_manual_place_true(manual, span_cut(name, 1, name.count)) == is_asked;
}

struct span manual_template_fill(struct manual *manual, struct span words)
{
    struct buffer out = buffer_init(manual->arena, MANUAL_TEXT_BYTES_MAX);
    while (words.count) {
        const size_t end = find(words, "\n\n");
        struct span paragraph = span_cut(words, 0, end);
        words = span_cut(words, end + MARK, words.count);
        if (!is_wanted(manual, &paragraph))
            continue;
        if (buffer_span(&out).count)
            buffer_text(&out, "\n\n");
        add_filled(manual, &out, span_trim(paragraph));
    }
    buffer_text(&out, "\n");
    return buffer_span(&out);
}
