#include "seal/sheet/sheet_text.h"

#include "seal/sheet/sheet_lines.h"
#include "base/buffer.h"

#include <string.h>

enum { LINES_BYTES = 512 };

static struct span uncommented(struct span line)
{
    line = span_trim(line);
    return has_span_prefix(line, "#") ? span_trim(span_cut(line, 1, line.count)) : line;
}

static bool has_alike_prefix(struct span line, const char *begin)
{
    const struct span front = span_cut(line, 0, strlen(begin));
    return is_span_alike(front, span_of(begin));
}

/* A line of a secret key with the letters that are meant; others as they are. */
static void line_add(struct buffer *out, struct span line, const char *begin)
{
    const struct span bare = uncommented(line);
    buffer_text(out, begin);
    for (size_t i = strlen(begin); i < bare.count; i++) {
        const char letter = sheet_lines_letter(bare.data[i]);
        if (letter)
            buffer_add(out, (struct span){&letter, 1});
        else if (!strchr("- \t", bare.data[i]))
            buffer_add(out, (struct span){&bare.data[i], 1}); /* to be refused */
    }
}

static void text_repair(struct buffer *out, struct span text, size_t *out_key_count)
{
    struct span line;
    while (text.count && span_next(&text, '\n', &line)) {
        const bool is_comment = has_span_prefix(span_trim(line), "#");
        if (!is_comment && has_alike_prefix(span_trim(line), SHEET_TEXT_KEY)) {
            line_add(out, line, SHEET_TEXT_KEY);
            (*out_key_count)++;
        } else if (has_alike_prefix(uncommented(line), SHEET_TEXT_SIGNING)) {
            buffer_text(out, "# ");
            line_add(out, line, SHEET_TEXT_SIGNING);
        } else {
            buffer_add(out, line);
        }
        buffer_text(out, "\n");
    }
}

enum status sheet_text_lines(struct arena *guarded, struct span text,
                             struct span *out_text)
{
    struct buffer out = buffer_init(guarded, text.count + LINES_BYTES);
    struct span key, signing;
    enum status status = sheet_lines_read(guarded, text, SHEET_TEXT_KEY_LINE,
                                          SHEET_TEXT_KEY_LETTERS, &key);
    if (status != OK)
        return status;
    buffer_text(&out, SHEET_TEXT_KEY);
    buffer_add(&out, key);
    buffer_text(&out, "\n");
    status = sheet_lines_read(guarded, text, SHEET_TEXT_SIGNING_LINE,
                              SHEET_TEXT_SIGNING_LETTERS, &signing);
    if (status == OK) {
        buffer_text(&out, "# " SHEET_TEXT_SIGNING);
        buffer_add(&out, signing);
        buffer_text(&out, "\n");
    }
    if (status != OK && status != STATUS_NOT_FOUND) /* it may be left out */
        return status;
    const struct span organization = sheet_text_find(text, SHEET_TEXT_ORGANIZATION);
    buffer_text(&out, "# ");
    buffer_add(&out, organization);
    buffer_text(&out, "\n");
    *out_text = buffer_span(&out);
    return OK;
}

/* Keys of other kinds get their own sentence where they are read (age_identity.h). */
static bool has_other_key(struct span text)
{
    struct span line;
    while (text.count && span_next(&text, '\n', &line))
        if (has_span_prefix(line, "AGE-") || has_span_prefix(line, "age1"))
            return true;
    return false;
}

enum status sheet_text_read(struct arena *guarded, struct span text,
                            struct span *out_text)
{
    struct buffer out = buffer_init(guarded, 2 * text.count + LINES_BYTES);
    size_t key_count = 0;
    text_repair(&out, text, &key_count);
    if (!key_count) {
        const enum status status = sheet_text_lines(guarded, text, out_text);
        if (status != STATUS_NOT_FOUND)
            return status;
        if (!has_other_key(text))
            return fail(STATUS_BAD_INPUT,
                        "no secret key stands in it: neither a line that begins with "
                        "%s nor the lines of a recovery sheet, each with its number in "
                        "front",
                        SHEET_TEXT_KEY);
    }
    *out_text = buffer_span(&out);
    return OK;
}

struct span sheet_text_find(struct span text, const char *begin)
{
    struct span line;
    while (text.count && span_next(&text, '\n', &line)) {
        line = uncommented(line);
        if (has_span_prefix(line, "<pre>"))
            line = span_cut(line, sizeof "<pre>" - 1, line.count);
        if (has_span_prefix(line, begin))
            return line;
    }
    return SPAN("");
}
