/* script: a story file: one step a line, words and "texts in quotes", # for remarks.
 *
 *   size    1920x1080  width-mm 476  text large  theme high-contrast
 *   person  like-organization  seed 7
 *   code    candidate 1
 *   tap     "Start"
 *   key     Tab Tab Enter
 *   hear    "Strongly agree, option, not chosen, 5 of 5"
 *   answer  until screen check
 *   kill
 *   expect  screen resume
 */
#ifndef APP_STORY_SCRIPT_H
#define APP_STORY_SCRIPT_H

#include "base/span.h"

enum { SCRIPT_WORDS_MAX = 96, SCRIPT_MAX_BYTES = 1024 * 1024 };

struct script_line {
    size_t number; /* in the file, from 1 */
    struct span words[SCRIPT_WORDS_MAX];
    size_t count;
};

struct script {
    const char *path;
    struct script_line *lines;
    size_t count;
};

/* script_read(arena, path, out_script): the steps of the story at `path`. STATUS_BAD_INPUT names
 * the line. */
must_check enum status script_read(struct arena *arena, const char *path,
                                   struct script **out_script);

/* script_word(line, index): the word at `index`, or the empty span. */
struct span script_word(const struct script_line *line, size_t index);

/* script_number(line, index, otherwise): the word as a whole number; `otherwise` when there is
 * no such word or no number. */
int64_t script_number(const struct script_line *line, size_t index, int64_t otherwise);

#endif
