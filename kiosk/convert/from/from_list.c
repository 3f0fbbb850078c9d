/* A plain list: one statement a line, a star before or behind it when it is reversed. The first
 * line that begins with # names the questionnaire, each further one begins a scale. Numbers
 * before statements are how lists are written, no part of them. */
#include "convert/from/from.h"

#include "base/utf8.h"

enum { POINTS = 5 };

static const char *const agreement[POINTS] = {"Strongly disagree", "Disagree",
                                              "Neither agree nor disagree", "Agree",
                                              "Strongly agree"};

struct list {
    struct outline *outline;
    struct span scale;
    bool is_named;
    size_t count;
};

/* "12. " and "12) ". */
static struct span without_number(struct span line)
{
    size_t at = 0;
    while (at < line.count && line.data[at] >= '0' && line.data[at] <= '9')
        at++;
    const bool is_number = at && at + 1 < line.count &&
                           (line.data[at] == '.' || line.data[at] == ')') &&
                           (line.data[at + 1] == ' ' || line.data[at + 1] == '\t');
    return is_number ? span_trim(span_cut(line, at + 1, line.count)) : line;
}

static struct span without_star(struct span line, bool *out_is_reversed)
{
    const bool is_before = has_span_prefix(line, "*");
    const struct span rest = is_before ? span_cut(line, 1, line.count) : line;
    const bool is_behind = rest.count && rest.data[rest.count - 1] == '*';
    *out_is_reversed = is_before || is_behind;
    return span_trim(is_behind ? span_cut(rest, 0, rest.count - 1) : rest);
}

static void heading(struct list *list, struct span line)
{
    while (has_span_prefix(line, "#"))
        line = span_cut(line, 1, line.count);
    line = span_trim(line);
    if (!line.count)
        return;
    if (!list->is_named)
        outline_name(list->outline, line);
    list->scale = line;
    list->is_named = 1;
}

static void statement(struct list *list, struct span line)
{
    struct outline *outline = list->outline;
    struct outline_words labels[POINTS];
    const struct outline_words *all[POINTS];
    bool is_reversed;
    const struct span text = without_star(without_number(line), &is_reversed);
    const struct outline_words words = from_words(text);
    struct outline_item *item = outline_item(
        outline, span_format(outline->arena, "s%zu", ++list->count), "likert", &words);
    for (size_t i = 0; i < POINTS; i++) {
        labels[i] = from_words(span_of(agreement[i]));
        all[i] = &labels[i];
    }
    from_labels(outline, item, 1, all, POINTS);
    outline_score(outline, list->scale, item, is_reversed ? -1 : 1);
}

enum status from_list(struct outline *outline, struct span file, struct span bytes)
{
    struct list list = {.outline = outline, .scale = SPAN("all")};
    struct span rest = bytes, line;
    const size_t invalid = utf8_wrong(bytes), zero = span_find(bytes, 0);
    const size_t wrong = zero < invalid ? zero : invalid;
    if (bytes.count > FOREIGN_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "%.*s has more than %d bytes", SPAN_ARGS(file),
                    FOREIGN_BYTES_MAX);
    if (wrong < bytes.count)
        return fail(STATUS_BAD_INPUT, "%.*s, byte %zu: this is no text; save it as UTF-8",
                    SPAN_ARGS(file), wrong + 1);
    if (has_span_prefix(rest, "\xef\xbb\xbf"))
        rest = span_cut(rest, 3, rest.count);
    while (!outline->is_full && span_next(&rest, '\n', &line)) {
        line = span_trim(line);
        if (has_span_prefix(line, "#"))
            heading(&list, line);
        else if (line.count)
            statement(&list, line);
    }
    return OK;
}
