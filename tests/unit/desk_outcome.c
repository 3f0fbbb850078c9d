/* What is said of the work after a time: only what was written is read, and the last word
 * counts. */
#include "office_kit.h"

#include "app/desk/office/after/outcome_kept.h"

static struct outcome said(enum outcome_side side, int month, int rating)
{
    struct outcome outcome = {
        .side = side, .month = month, .time_s = 1764460800, .who = SPAN("recruiter")};
    outcome.ratings[side == OUTCOME_PERSON ? OUTCOME_TOLD : OUTCOME_LEARN] = rating;
    return outcome;
}

static void what_was_written_is_read_and_nothing_else(void **state)
{
    (void)state;
    struct outcome outcome = said(OUTCOME_MANAGER, OUTCOME_YEAR, 3), read;
    outcome.ratings[OUTCOME_STRATEGY] = 5;
    const struct span bytes = outcome_write(&kit.arena, &outcome);
    assert_ok(outcome_read(&kit.arena, bytes, &read));
    assert_true(is_span_equal(outcome_write(&kit.arena, &read), bytes));
    for (size_t cut = 0; cut < bytes.count; cut++)
        assert_int_equal(outcome_read(&kit.arena, span_cut(bytes, 0, cut), &read),
                         STATUS_DAMAGED);
    static const char letters[] = "{}[]\",:0159amx\\\n";
    for (size_t at = 0; at < bytes.count; at++)
        for (size_t i = 0; i < sizeof letters; i++) {
            char *other = arena_array(&kit.arena, char, bytes.count);
            memcpy(other, bytes.data, bytes.count);
            other[at] = letters[i];
            const struct span changed = {other, bytes.count};
            const enum status status = outcome_read(&kit.arena, changed, &read);
            assert_true(status == OK || status == STATUS_DAMAGED);
            if (status == OK) {
                assert_ok(outcome_check(&read));
                assert_true(is_span_equal(outcome_write(&kit.arena, &read), changed));
            }
        }
}

static void each_side_is_asked_its_own_after_six_and_twelve_months(void **state)
{
    (void)state;
    struct outcome outcome = said(OUTCOME_PERSON, 7, 3);
    assert_int_equal(outcome_check(&outcome), STATUS_BAD_INPUT);
    outcome = said(OUTCOME_PERSON, OUTCOME_HALF_YEAR, 0);
    assert_int_equal(outcome_check(&outcome), STATUS_BAD_INPUT);
    outcome = said(OUTCOME_PERSON, OUTCOME_HALF_YEAR, 3);
    assert_ok(outcome_check(&outcome));
    outcome.side = OUTCOME_MANAGER;
    assert_int_equal(outcome_check(&outcome), STATUS_BAD_INPUT);
    size_t of[OUTCOME_SIDES] = {0};
    for (int i = 0; i < OUTCOME_QUESTIONS; i++) {
        enum outcome_question found;
        const enum outcome_question question = (enum outcome_question)i;
        assert_ok(outcome_find(span_of(outcome_id(question)), &found));
        assert_int_equal(found, question);
        of[outcome_side_of(question)]++;
        for (int rating = 1; rating <= OUTCOME_RATING_MAX; rating++)
            assert_int_equal(*outcome_anchor(question, rating) != 0, rating % 2);
    }
    assert_int_equal(of[OUTCOME_PERSON], 4);
    assert_int_equal(of[OUTCOME_MANAGER], 3);
}

static void the_last_word_of_a_side_and_a_month_counts(void **state)
{
    (void)state;
    const struct outcome list[] = {said(OUTCOME_PERSON, OUTCOME_HALF_YEAR, 2),
                                   said(OUTCOME_MANAGER, OUTCOME_HALF_YEAR, 5),
                                   said(OUTCOME_PERSON, OUTCOME_HALF_YEAR, 4)};
    assert_ptr_equal(outcome_kept_last(list, 3, OUTCOME_PERSON, OUTCOME_HALF_YEAR),
                     &list[2]);
    assert_ptr_equal(outcome_kept_last(list, 3, OUTCOME_MANAGER, OUTCOME_HALF_YEAR),
                     &list[1]);
    assert_null(outcome_kept_last(list, 3, OUTCOME_PERSON, OUTCOME_YEAR));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(what_was_written_is_read_and_nothing_else),
        OFFICE_TEST(each_side_is_asked_its_own_after_six_and_twelve_months),
        OFFICE_TEST(the_last_word_of_a_side_and_a_month_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
