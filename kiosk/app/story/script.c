#include "app/story/script.h"

#include "base/file.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

/* Takes the next word off `*rest`: 1 a word, 0 the end of the line, -1 an open quote. */
static int word_next(struct span *rest, struct span *out_word)
{
    size_t at = 0;
    while (at < rest->count && is_blank(rest->data[at]))
        at++;
    if (at == rest->count || rest->data[at] == '#')
        return 0;
    const bool is_quoted = rest->data[at] == '"';
    const size_t from = at + (size_t)is_quoted;
    size_t end = from;
    while (end < rest->count &&
           (is_quoted ? rest->data[end] != '"' : !is_blank(rest->data[end])))
        end++;
    if (is_quoted && end == rest->count)
        return -1;
    *out_word = span_cut(*rest, from, end - from);
    *rest = span_cut(*rest, end + (size_t)is_quoted, rest->count);
    return 1;
}

static enum status line_read(const char *path, size_t number, struct span text,
                             struct script_line *out_line)
{
    struct script_line line = {.number = number};
    struct span word;
    int found;
    while ((found = word_next(&text, &word)) > 0) {
        if (line.count == SCRIPT_WORDS_MAX)
            return fail(STATUS_BAD_INPUT, "%s:%zu: more than %d words in one step", path,
                        number, SCRIPT_WORDS_MAX);
        line.words[line.count++] = word;
    }
    if (found < 0)
        return fail(STATUS_BAD_INPUT, "%s:%zu: a quote is not closed", path, number);
    *out_line = line;
    return OK;
}

enum status script_read(struct arena *arena, const char *path, struct script **out_script)
{
    struct span rest, text;
    enum status status = file_read(arena, path, SCRIPT_MAX_BYTES, &rest);
    if (status != OK)
        return status;
    size_t line_count = 1;
    for (size_t i = 0; i < rest.count; i++)
        line_count += rest.data[i] == '\n';
    struct script *script = arena_new(arena, struct script);
    script->path = path;
    script->lines = arena_array(arena, struct script_line, line_count);
    for (size_t number = 1; span_next(&rest, '\n', &text); number++) {
        struct script_line line;
        status = line_read(path, number, text, &line);
        if (status != OK)
            return status;
        if (line.count)
            script->lines[script->count++] = line;
    }
    *out_script = script;
    return OK;
}

struct span script_word(const struct script_line *line, size_t index)
{
    return index < line->count ? line->words[index] : SPAN("");
}

int64_t script_number(const struct script_line *line, size_t index, int64_t otherwise)
{
    int64_t value;
    return span_to_integer(script_word(line, index), &value) ? value : otherwise;
}
