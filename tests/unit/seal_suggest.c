/* suggest: words for a passphrase: known ones, told apart, and all equally likely. */
#include "seal_kit.h"

#include "seal/suggest.h"

#include <stdlib.h>

enum { SIX = 6, DRAWS = 4096, WORDS = SIX * DRAWS, NEVER_DRAWN_MAX = 3 };

static int words_order(const void *a, const void *b)
{
    const struct span *one = a, *other = b;
    return span_order(*one, *other);
}

/* All that are drawn, each once, in order. */
static struct span *words_drawn(struct arena *arena, size_t *out_count)
{
    struct span *words = arena_array(arena, struct span, WORDS);
    size_t drawn = 0, count = 0;
    for (int i = 0; i < DRAWS; i++) {
        struct span rest = suggest_words(arena, SIX), word;
        for (int k = 0; k < SIX; k++) {
            assert_true(span_next(&rest, ' ', &word));
            words[drawn++] = word;
        }
        assert_int_equal(rest.count, 0);
    }
    qsort(words, drawn, sizeof *words, words_order);
    for (size_t i = 0; i < drawn; i++)
        if (!count || !is_span_equal(words[count - 1], words[i]))
            words[count++] = words[i];
    *out_count = count;
    return words;
}

static void the_words_are_plain(void **state)
{
    size_t count;
    const struct span *words = words_drawn(*state, &count);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(words[i].count, 4, SUGGEST_WORD_MAX_BYTES);
        for (size_t k = 0; k < words[i].count; k++)
            assert_in_range(words[i].data[k], 'a', 'z');
    }
}

/* `a` without its letter number `at` is `b` without its own, or all of `b`. */
static bool is_near(struct span a, struct span b)
{
    size_t same = 0, end = 0;
    const size_t shorter = a.count < b.count ? a.count : b.count;
    const size_t longer = a.count < b.count ? b.count : a.count;
    if (longer - shorter > 1)
        return false;
    while (same < shorter && a.data[same] == b.data[same])
        same++;
    while (end < shorter - same && a.data[a.count - 1 - end] == b.data[b.count - 1 - end])
        end++;
    return same + end + 1 >= longer;
}

static void no_word_is_one_letter_from_another(void **state)
{
    assert_true(is_near(SPAN("rain"), SPAN("ruin")));
    assert_true(is_near(SPAN("rain"), SPAN("train")));
    assert_false(is_near(SPAN("rain"), SPAN("rind")));
    size_t count;
    const struct span *words = words_drawn(*state, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_near(words[i], words[k]))
                fail_msg("%.*s and %.*s", SPAN_ARGS(words[i]), SPAN_ARGS(words[k]));
}

/* Each is drawn 12 times on average: that one of them never comes happens once in 80 runs by
 * chance (2,048 e^-12), that four never come once in a thousand million. */
static void every_word_is_drawn(void **state)
{
    size_t count;
    (void)words_drawn(*state, &count);
    assert_in_range(count, SUGGEST_LIST_COUNT - NEVER_DRAWN_MAX, SUGGEST_LIST_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(the_words_are_plain),
        KIT_TEST(no_word_is_one_letter_from_another),
        KIT_TEST(every_word_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
