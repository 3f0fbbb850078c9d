/* What is asked of a person, and that a guide is the same whoever makes it, today and later. */
#include "interview_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static const struct interview_bank *bank;
static const struct interview_topic two[] = {
    {SPAN("candour"), SPAN("Open words"), SPAN("A doubt that is kept back can do harm.")},
    {SPAN("doing"), SPAN("Trying and finishing"), SPAN("")},
};

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256u << 20);
    bank = interview_case_bank(&arena);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct interview_guide guide_for(const char *vacancy_id)
{
    const struct interview_about about = interview_case_about(vacancy_id);
    return interview_guide_make(&arena, bank, &about, two, 2);
}

static void everybody_is_asked_the_same_and_each_topic_once(void **state)
{
    (void)state;
    const struct interview_guide guide = guide_for("deck");
    assert_int_equal(guide.count, 6);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(guide.asked[i].topic.count, 0);
    assert_true(is_span_equal(guide.asked[4].topic, two[0].name));
    assert_true(is_span_equal(guide.asked[4].cause, two[0].cause));
    assert_true(is_span_equal(guide.asked[5].topic, two[1].name));
    assert_int_equal(interview_guide_find(&guide, SPAN("promise")), 1);
    assert_int_equal(interview_guide_find(&guide, SPAN("nothing")), guide.count);
}

static void the_same_person_gets_the_same_guide_byte_for_byte(void **state)
{
    (void)state;
    const struct interview_guide first = guide_for("deck"), second = guide_for("deck");
    assert_true(is_span_equal(interview_guide_write(&arena, &first),
                              interview_guide_write(&arena, &second)));
}

/* Within a vacancy always the same, so that people can be compared; over all vacancies each. */
static void other_vacancies_ask_other_questions_of_a_topic(void **state)
{
    (void)state;
    bool is_seen[3] = {0};
    for (int i = 0; i < 40; i++) {
        const struct interview_guide guide =
            guide_for(span_text(&arena, span_format(&arena, "vacancy-%d", i)));
        is_seen[guide.asked[4].id.data[guide.asked[4].id.count - 1] - '1'] = true;
    }
    assert_true(is_seen[0] && is_seen[1] && is_seen[2]);
}

static void a_topic_without_questions_is_named(void **state)
{
    (void)state;
    const struct interview_topic topics[] = {
        {SPAN("own"), SPAN("Our own topic"), SPAN("")}, two[0]};
    const struct interview_about about = interview_case_about("deck");
    const struct interview_guide guide =
        interview_guide_make(&arena, bank, &about, topics, 2);
    assert_int_equal(guide.count, 5);
    assert_int_equal(guide.without_count, 1);
    assert_true(is_span(guide.without[0], "Our own topic"));
}

static void a_guide_is_read_back_and_nothing_else_is(void **state)
{
    (void)state;
    const struct interview_guide guide = guide_for("deck");
    struct interview_guide again;
    const struct span bytes = interview_guide_write(&arena, &guide);
    assert_int_equal(interview_guide_read(&arena, bytes, &again), OK);
    assert_true(is_span_equal(interview_guide_write(&arena, &again), bytes));
    for (size_t count = 0; count < bytes.count; count += 97)
        assert_int_equal(interview_guide_read(&arena, span_cut(bytes, 0, count), &again),
                         STATUS_DAMAGED);
    assert_int_equal(interview_guide_read(
                         &arena, span_format(&arena, "%.*s ", SPAN_ARGS(bytes)), &again),
                     STATUS_DAMAGED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everybody_is_asked_the_same_and_each_topic_once),
        TEST(the_same_person_gets_the_same_guide_byte_for_byte),
        TEST(other_vacancies_ask_other_questions_of_a_topic),
        TEST(a_topic_without_questions_is_named),
        TEST(a_guide_is_read_back_and_nothing_else_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
