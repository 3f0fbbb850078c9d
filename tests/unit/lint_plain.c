/* What stops somebody who has learned English later: a sentence that is too long to keep in
 * mind, and a long word that is not of every day. */
#include "lint/lint_plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena room, *arena = &room;

static void the_longest_sentence_counts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t words;
    } texts[] = {
        {"", 0},
        {"One two three", 3},
        {"One two. One two three? One.", 3},
        {"It takes 3.5 minutes in all.", 7},
        {"Only people of {organization} can open it.", 7},
        {"A line\nand another, longer line", 4},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(lint_plain_longest(arena, span_of(texts[i].text)),
                         texts[i].words);
}

static void hard_words_are_long_and_not_of_every_day(void **state)
{
    (void)state;
    static const struct {
        const char *text, *hard;
    } texts[] = {
        {"You can take a break.", ""},
        {"An interesting company decides carefully.", ""},
        {"Companies, activities and interviews are known as company, activity, interview.",
         ""},
        {"We started, wanted and watches.", ""},
        {"Its unanimity was Unanimity, an incongruity.", "unanimity, incongruity"},
        {"Ask about {incongruity}.", ""},
        {"A self-explanatory page.", "self-explanatory"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct span hard = lint_plain_hard(arena, span_of(texts[i].text));
        if (!is_span(hard, texts[i].hard))
            fail_msg("\"%s\": \"%.*s\"", texts[i].text, SPAN_ARGS(hard));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_sentence_counts),
        cmocka_unit_test(hard_words_are_long_and_not_of_every_day),
    };
    arena_init(arena, 1u << 20);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(arena);
    return failed;
}
