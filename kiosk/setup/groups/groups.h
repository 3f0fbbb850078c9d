/* groups: what a terminal asks, after the receipt and of whoever wants to say it, for those who
 * audit: one or two questions with answers to choose from, as the organization has chosen them
 * (groups.json of its folder), and to whom the answers are sealed (groups.json of a configuration
 * names their keys, too).
 *
 *   {"auditors":["age1..."],
 *    "questions":[{"answers":[{"name":"woman","texts":{"en":"Woman"}}, ...],
 *                  "name":"sex","texts":{"en":"Your sex"}}],
 *    "until":"2027-03-31"}
 *
 * `name` is what a table of the audit calls it, `texts` what people read, by language;
 * `until`, where it stands, the last day, in UTC, on which it is asked. */
#ifndef SETUP_GROUPS_GROUPS_H
#define SETUP_GROUPS_GROUPS_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    GROUPS_QUESTIONS_MAX = 2, /* with a third, cells of a table could be worked out */
    GROUPS_ANSWERS_MAX = 15,
    GROUPS_LANGUAGES_MAX = 12,
    GROUPS_AUDITORS_MAX = 6,
    GROUPS_NAME_MAX = 40,   /* bytes: of a question */
    GROUPS_ANSWER_MAX = 60, /* of an answer */
    GROUPS_TEXT_MAX = 160,
    GROUPS_BYTES_MAX = 256 * 1024,
};

struct groups_text {
    struct span language, text;
};

struct groups_words {
    struct groups_text list[GROUPS_LANGUAGES_MAX];
    size_t count;
};

struct groups_answer {
    struct span name;
    struct groups_words words;
};

struct groups_question {
    struct span name;
    struct groups_words words;
    struct groups_answer *answers;
    size_t answer_count;
};

struct groups {
    struct groups_question questions[GROUPS_QUESTIONS_MAX];
    size_t question_count;
    struct span auditors[GROUPS_AUDITORS_MAX]; /* "age1..." */
    size_t auditor_count;                      /* 0: in the folder of the desk */
    struct span until; /* the last day of asking, "2027-03-31"; empty: there is none */
};

/* groups_read(arena, bytes, out_groups): groups.json of a configuration or of the desk, as
 * groups_write has written it; STATUS_BAD_INPUT with what is wrong. groups_take(arena, bytes,
 * out_groups): the same of a file that somebody wrote by hand, with blanks and in any order.
 * groups_write(arena, groups): canonical; without auditors, and without an end, there is no such
 * key. */
must_check enum status groups_read(struct arena *arena, struct span bytes,
                                   struct groups **out_groups);
must_check enum status groups_take(struct arena *arena, struct span bytes,
                                   struct groups **out_groups);
struct span groups_write(struct arena *arena, const struct groups *groups);

/* is_groups_over(groups, unix_ms): whether the last day of asking has gone by. */
bool is_groups_over(const struct groups *groups, int64_t unix_ms);

/* groups_text(words, language): the text in `language`, else the first there is. */
struct span groups_text(const struct groups_words *words, struct span language);

#endif
