/* options: the words after a verb or command, sorted into options and files. Options may stand
 * before or after files; the word after one that takes a value is its value even when it
 * begins with a minus sign, and --name=value is the same. */
#ifndef APP_COMMON_OPTIONS_H
#define APP_COMMON_OPTIONS_H

#include "base/span.h"

#include <stdbool.h>

enum { OPTIONS_MOST = 32, OPTIONS_FILES_MOST = 256 };

struct options {
    struct span names[OPTIONS_MOST];
    const char *values[OPTIONS_MOST]; /* "" for an option without a value */
    size_t option_count;
    const char *files[OPTIONS_FILES_MOST];
    size_t file_count;
};

/* options_read(words, word_count, known, least, most, out_options):
 * Sorts the `word_count` `words`. `known` names the options, blanks between, those that
 * take a value with "=" at the end, those that may be repeated with "=+". STATUS_USAGE for an
 * unknown or repeated option, a missing or needless value, or not `least` to `most` files. */
must_check enum status options_read(char **words, size_t word_count, const char *known,
                                    size_t least, size_t most,
                                    struct options *out_options);
/* options_text(options, name): the value of the option, "" for one without, NULL when
 * absent. */
const char *options_text(const struct options *options, const char *name);
/* options_text_again(options, name, index): the value of the `index`-th time, from 0, that
 * the repeated option `name` is given, NULL after the last. */
const char *options_text_again(const struct options *options, const char *name,
                               size_t index);
/* has_option(options, name): whether `name` was given. */
bool has_option(const struct options *options, const char *name);
/* options_need(options, name, out_text): the same; STATUS_USAGE when absent or empty. */
must_check enum status options_need(const struct options *options, const char *name,
                                    const char **out_text);
/* options_number(options, name, out_number): the number given, `out_number` untouched
 * when absent; STATUS_USAGE when it is not one. */
must_check enum status options_number(const struct options *options, const char *name,
                                      double *out_number);
/* options_count(options, name, least, most, out_count): the same for a whole number from
 * `least` to `most`. */
must_check enum status options_count(const struct options *options, const char *name,
                                     size_t least, size_t most, size_t *out_count);
/* options_list(arena, text, out_parts, out_count): the parts of `text` between commas. */
void options_list(struct arena *arena, const char *text, struct span **out_parts,
                  size_t *out_count);
/* options_numbers(arena, options, name, out_numbers, out_count): a needed list of
 * numbers. */
must_check enum status options_numbers(struct arena *arena, const struct options *options,
                                       const char *name, double **out_numbers,
                                       size_t *out_count);
/* options_one_of(options, names): STATUS_USAGE when more than one of `names` (blanks
 * between) is present: they ask for different tables. */
must_check enum status options_one_of(const struct options *options, const char *names);

#endif
