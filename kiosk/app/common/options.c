#include "app/common/options.h"

#include <string.h>

enum kind { UNKNOWN, FLAG, VALUED, REPEATED };

static enum kind kind_of(struct span name, const char *known)
{
    struct span rest = span_of(known), word;
    while (span_next(&rest, ' ', &word)) {
        const size_t equals = span_find(word, '=');
        if (equals && is_span_equal(span_cut(word, 0, equals), name))
            return equals == word.count       ? FLAG
                   : equals + 1 == word.count ? VALUED
                                              : REPEATED;
    }
    return UNKNOWN;
}

const char *options_text_again(const struct options *options, const char *name,
                               size_t index)
{
    for (size_t i = 0; i < options->option_count; i++)
        if (is_span(options->names[i], name) && index-- == 0)
            return options->values[i];
    return NULL;
}

const char *options_text(const struct options *options, const char *name)
{
    return options_text_again(options, name, 0);
}

bool has_option(const struct options *options, const char *name)
{
    return options_text(options, name) != NULL;
}

/* Whether an option of this name may be taken, with or without a value after "=". */
static enum status check_option(const struct options *options, struct span name,
                                enum kind kind, bool has_value)
{
    if (kind == UNKNOWN)
        return fail(STATUS_USAGE, "there is no option --%.*s here; leave it out",
                    SPAN_ARGS(name));
    for (size_t i = 0; i < options->option_count && kind != REPEATED; i++)
        if (is_span_equal(options->names[i], name))
            return fail(STATUS_USAGE, "--%.*s is given twice; leave one out",
                        SPAN_ARGS(name));
    if (kind == FLAG && has_value)
        return fail(STATUS_USAGE, "--%.*s takes no value; leave it out", SPAN_ARGS(name));
    if (options->option_count == OPTIONS_MOST)
        return fail(STATUS_USAGE, "at most %d options may be given", OPTIONS_MOST);
    return OK;
}

/* Takes the option in words[*at], and its value from there or from the next word. */
static enum status take_option(char **words, size_t word_count, size_t *at,
                               const char *known, struct options *options)
{
    const char *text = words[*at] + 2;
    const char *equals = strchr(text, '=');
    const struct span name = {text, equals ? (size_t)(equals - text) : strlen(text)};
    const enum kind kind = kind_of(name, known);
    const enum status status = check_option(options, name, kind, equals != NULL);
    if (status)
        return status;
    const char *value = kind == FLAG ? "" : equals ? equals + 1 : NULL;
    if (!value && ++*at >= word_count)
        return fail(STATUS_USAGE, "--%.*s needs a value after it", SPAN_ARGS(name));
    options->names[options->option_count] = name;
    options->values[options->option_count++] = value ? value : words[*at];
    return OK;
}

enum status options_read(char **words, size_t word_count, const char *known, size_t least,
                         size_t most, struct options *out_options)
{
    struct options options = {0};
    for (size_t at = 0; at < word_count; at++) {
        if (strncmp(words[at], "--", 2) == 0) {
            const enum status status =
                take_option(words, word_count, &at, known, &options);
            if (status)
                return status;
        } else if (options.file_count < most) {
            options.files[options.file_count++] = words[at];
        } else if (!most) {
            return fail(STATUS_USAGE, "\"%.100s\" cannot stand here; leave it out",
                        words[at]);
        } else {
            return fail(STATUS_USAGE, "more than %zu files are given; leave %s out", most,
                        words[at]);
        }
    }
    if (options.file_count < least)
        return fail(STATUS_USAGE, "%zu files are needed and %zu given; name the others",
                    least, options.file_count);
    *out_options = options;
    return OK;
}

enum status options_need(const struct options *options, const char *name,
                         const char **out_text)
{
    const char *text = options_text(options, name);
    if (!text || !*text)
        return fail(STATUS_USAGE, "--%s and its value are needed; add them", name);
    *out_text = text;
    return OK;
}

enum status options_number(const struct options *options, const char *name,
                           double *out_number)
{
    const char *text = options_text(options, name);
    if (text && !span_to_number(span_of(text), out_number))
        return fail(STATUS_USAGE, "--%s needs a number with a decimal point", name);
    return OK;
}

enum status options_count(const struct options *options, const char *name, size_t least,
                          size_t most, size_t *out_count)
{
    const char *text = options_text(options, name);
    int64_t count;
    if (!text)
        return OK;
    if (!span_to_integer(span_of(text), &count) || count < (int64_t)least ||
        count > (int64_t)most)
        return fail(STATUS_USAGE, "--%s needs a whole number from %zu to %zu", name,
                    least, most);
    *out_count = (size_t)count;
    return OK;
}

void options_list(struct arena *arena, const char *text, struct span **out_parts,
                  size_t *out_count)
{
    size_t count = 1;
    for (const char *at = text; *at; at++)
        count += *at == ',';
    struct span *parts = arena_array(arena, struct span, count), rest = span_of(text);
    for (size_t i = 0; i < count; i++)
        if (!span_next(&rest, ',', &parts[i]))
            parts[i] = (struct span){"", 0};
    *out_parts = parts;
    *out_count = count;
}

enum status options_numbers(struct arena *arena, const struct options *options,
                            const char *name, double **out_numbers, size_t *out_count)
{
    const char *text = "";
    struct span *parts;
    size_t count;
    const enum status status = options_need(options, name, &text);
    if (status)
        return status;
    options_list(arena, text, &parts, &count);
    double *numbers = arena_array(arena, double, count);
    for (size_t i = 0; i < count; i++)
        if (!span_to_number(parts[i], &numbers[i]))
            return fail(STATUS_USAGE, "--%s needs numbers with commas between, no blanks",
                        name);
    *out_numbers = numbers;
    *out_count = count;
    return OK;
}

enum status options_one_of(const struct options *options, const char *names)
{
    struct span rest = span_of(names), name, found = {"", 0};
    while (span_next(&rest, ' ', &name))
        for (size_t i = 0; i < options->option_count; i++) {
            if (!is_span_equal(options->names[i], name))
                continue;
            if (found.count)
                return fail(STATUS_USAGE,
                            "--%.*s and --%.*s ask for different tables; choose one",
                            SPAN_ARGS(found), SPAN_ARGS(name));
            found = name;
        }
    return OK;
}
