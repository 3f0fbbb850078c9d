/* The three sentences of the person's own profile: they name what holds beyond chance, without a
 * number, and where nothing can be told they say so. */
#include "profile/profile_told.h"

#include "base/buffer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { TOPICS = 6 };

static struct arena arena;
static struct scorecard card;
static struct dimension_score dimensions[TOPICS];
static struct profile_row topics[TOPICS];
static struct profile_rows rows;
static struct span told[PROFILE_TOLD_MAX];

/* Six topics with an organization, of which nothing can be said. */
static int begin(void **state)
{
    static const char *const names[TOPICS] = {"Growth", "Candour", "Facts",
                                              "Care",   "Order",   "Craft"};
    (void)state;
    arena_init(&arena, 1 << 20);
    card = (struct scorecard){.scoring_version = SCORING_WITH_NORM,
                              .dimensions = dimensions,
                              .dimension_count = TOPICS};
    card.quality.rlh = .6;
    for (size_t i = 0; i < TOPICS; i++) {
        dimensions[i] = (struct dimension_score){.organization = .1};
        topics[i] = (struct profile_row){
            .name = span_of(names[i]), .person = .2, .organization = .1, .needed = .1};
    }
    rows =
        (struct profile_rows){.rows = topics, .count = TOPICS, .dimension_count = TOPICS};
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static size_t tell(void)
{
    const size_t count = profile_told(&arena, &card, &rows, told);
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0; at < told[i].count; at++)
            assert_false(told[i].data[at] >= '0' && told[i].data[at] <= '9');
    return count;
}

static void alike_different_and_also_are_told_in_this_order(void **state)
{
    (void)state;
    topics[0].relation = TOPIC_FITS;
    topics[3].relation = TOPIC_FITS;
    topics[1].relation = TOPIC_DIFFERS; /* .2 beside .1 */
    topics[4].relation = TOPIC_DIFFERS;
    topics[4].person = -.4;
    topics[5].relation = TOPIC_ALSO;
    assert_int_equal(tell(), 4);
    assert_true(is_span(told[0], "Most alike: you and this organization both look for "
                                 "Growth; Care."));
    assert_true(is_span(told[1], "More important to you: Candour. More important here: "
                                 "Order."));
    assert_true(is_span(told[2], "Also: you look for Craft, and the strategy here needs "
                                 "more of it."));
    assert_true(has_span_prefix(told[3], "Topics named together stand in the order of"));
}

static void one_topic_alone_needs_no_word_on_order(void **state)
{
    (void)state;
    topics[2].relation = TOPIC_DIFFERS;
    assert_int_equal(tell(), 3);
    assert_true(is_span(told[0], "Most alike: nothing stands out."));
    assert_true(is_span(told[1], "More important to you: Facts."));
    assert_true(has_span_prefix(told[2], "Also: no topic stands out that you look for"));
}

static void what_cannot_be_told_apart_is_not_called_most_alike(void **state)
{
    (void)state;
    assert_int_equal(tell(), 1);
    assert_true(is_span(told[0], "Nothing stands out: on no topic can this session tell "
                                 "whether you and this organization are alike or "
                                 "different."));
}

static void why_nothing_is_told_is_said(void **state)
{
    (void)state;
    topics[0].relation = TOPIC_FITS;
    card.quality.rlh = .3;
    assert_int_equal(tell(), 1);
    assert_true(has_span_prefix(told[0], "The choices agree too little with each other"));
    card.quality.is_resonance_withheld = true;
    assert_int_equal(tell(), 1);
    assert_true(has_span_prefix(told[0], "Some answers do not fit together well"));
    for (size_t i = 0; i < TOPICS; i++)
        dimensions[i].organization = NAN;
    assert_int_equal(tell(), 1);
    assert_true(has_span_prefix(told[0], "There is no organization profile"));
}

static void without_a_described_strategy_also_is_not_told(void **state)
{
    (void)state;
    topics[0].relation = TOPIC_FITS;
    for (size_t i = 0; i < TOPICS; i++)
        topics[i].needed = NAN;
    assert_int_equal(tell(), 3);
    assert_true(has_span_prefix(told[2], "Also: nobody here has said yet what"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(alike_different_and_also_are_told_in_this_order),
        TEST(one_topic_alone_needs_no_word_on_order),
        TEST(what_cannot_be_told_apart_is_not_called_most_alike),
        TEST(why_nothing_is_told_is_said),
        TEST(without_a_described_strategy_also_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
