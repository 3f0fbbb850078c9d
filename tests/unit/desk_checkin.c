/* Cards of check-ins: only what was written is read, and whose card a check-in came with is found
 * by vacancy, number and month alone. */
#include "office_kit.h"

#include "app/desk/office/after/checkin_came.h"

static struct checkin card(int month, int64_t number)
{
    return (struct checkin){
        .month = month, .number = number, .time_s = 1764460800, .who = SPAN("recruiter")};
}

static void what_was_written_is_read_and_nothing_else(void **state)
{
    (void)state;
    const struct checkin written = card(6, 12);
    const struct span bytes = checkin_write(&kit.arena, &written);
    struct checkin read = {0};
    assert_ok(checkin_read(&kit.arena, bytes, &read));
    assert_int_equal(read.month, 6);
    assert_int_equal(read.number, 12);
    assert_true(is_span_equal(checkin_write(&kit.arena, &read), bytes));
    for (size_t cut = 0; cut < bytes.count; cut++)
        assert_int_equal(checkin_read(&kit.arena, span_cut(bytes, 0, cut), &read),
                         STATUS_DAMAGED);
    for (size_t at = 0; at < bytes.count; at++) {
        char *other = arena_array(&kit.arena, char, bytes.count);
        memcpy(other, bytes.data, bytes.count);
        other[at] = '{';
        const enum status status =
            checkin_read(&kit.arena, (struct span){other, bytes.count}, &read);
        assert_true(status == OK || status == STATUS_DAMAGED);
    }
}

static void nobody_is_asked_after_other_months(void **state)
{
    (void)state;
    for (int month = 0; month <= 13; month++) {
        const struct checkin written = card(month, 1);
        struct checkin read;
        const bool is_right = month == 3 || month == 6 || month == 12;
        assert_int_equal(is_checkin_month(month), is_right);
        assert_int_equal(
            checkin_read(&kit.arena, checkin_write(&kit.arena, &written), &read),
            is_right ? OK : STATUS_DAMAGED);
    }
}

static void a_check_in_is_theirs_whose_card_it_came_with(void **state)
{
    (void)state;
    const struct checkin cards[] = {card(3, 1), card(3, 4), card(6, 5)};
    const struct checkin_came came[] = {
        {.place = 7, .number = 4, .vacancy = SPAN("mate")},
        {.place = 8, .number = 4, .vacancy = SPAN("deck")},
        {.place = 9, .number = 1, .vacancy = SPAN("deck")},
        {.place = 10, .number = 2, .vacancy = SPAN("deck")},
    };
    const struct checkin_came *found =
        checkin_came_find(came, 4, SPAN("deck"), cards, 3, 3);
    assert_ptr_equal(found, &came[1]); /* the first to come with one of both cards */
    assert_null(checkin_came_find(came, 4, SPAN("deck"), cards, 3, 6));
    assert_null(checkin_came_find(came, 4, SPAN("deck"), cards, 3, 12));
    assert_null(checkin_came_find(came, 4, SPAN("engine"), cards, 3, 3));
    assert_null(checkin_came_find(came, 4, SPAN("deck"), cards, 0, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(what_was_written_is_read_and_nothing_else),
        OFFICE_TEST(nobody_is_asked_after_other_months),
        OFFICE_TEST(a_check_in_is_theirs_whose_card_it_came_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
