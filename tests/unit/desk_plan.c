/* The plan of somebody who was hired: what its rows make of it, and that only such rows are read as
 * were written. */
#include "office_kit.h"

#include "app/desk/office/after/plan.h"

static struct plan_row line_of(int64_t number, const char *what)
{
    return (struct plan_row){.line = {.number = number,
                                      .way = PLAN_SHADOWING,
                                      .what = span_of(what),
                                      .matter = SPAN("Serving customers"),
                                      .owner = SPAN("Per Holm"),
                                      .day = SPAN("2026-12-20"),
                                      .why = SPAN("")},
                             .time_s = 1764460800,
                             .who = SPAN("recruiter")};
}

static struct plan_row agreement(void)
{
    return (struct plan_row){
        .is_agreement = true,
        .agreement = {.names = {SPAN("Mira Sund"), SPAN("Per Holm")},
                      .days = {SPAN("2026-08-11"), SPAN("2026-08-12")}},
        .time_s = 1764460800,
        .who = SPAN("recruiter")};
}

static struct plan *plan_with(size_t lines)
{
    struct plan *plan = arena_new(&kit.arena, struct plan);
    for (size_t i = 0; i < lines; i++) {
        const struct plan_row row =
            line_of((int64_t)i + 1, "Two mornings at the counter");
        assert_ok(plan_add(plan, &row));
    }
    return plan;
}

static void what_was_written_is_read_and_nothing_else(void **state)
{
    (void)state;
    const struct plan_row rows[] = {line_of(3, "Two mornings"), agreement()};
    for (size_t i = 0; i < 2; i++) {
        struct plan_row read = {0};
        const struct span bytes = plan_row_write(&kit.arena, &rows[i]);
        assert_ok(plan_row_read(&kit.arena, bytes, &read));
        assert_true(is_span_equal(plan_row_write(&kit.arena, &read), bytes));
        for (size_t cut = 0; cut < bytes.count; cut++) {
            assert_int_equal(plan_row_read(&kit.arena, span_cut(bytes, 0, cut), &read),
                             STATUS_DAMAGED);
        }
        for (size_t at = 0; at < bytes.count; at++) {
            char *other = arena_array(&kit.arena, char, bytes.count);
            memcpy(other, bytes.data, bytes.count);
            other[at] = '{';
            const enum status status =
                plan_row_read(&kit.arena, (struct span){other, bytes.count}, &read);
            assert_true(status == OK || status == STATUS_DAMAGED);
            if (status == OK)
                assert_true(is_span_equal(plan_row_write(&kit.arena, &read),
                                          (struct span){other, bytes.count}));
        }
    }
}

static void a_row_that_nobody_should_keep_is_refused(void **state)
{
    (void)state;
    struct plan_row row = line_of(1, "");
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
    row = line_of(1, "two\nlines");
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
    row = line_of(1, "ok");
    row.line.day = SPAN("2026-02-30");
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
    row = line_of(1, "ok");
    row.line.state = PLAN_DROPPED;
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
    row.line.why = SPAN("Not before summer");
    assert_ok(plan_row_check(&row));
    row.line.state = PLAN_DONE;
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
    row = agreement();
    row.agreement.days[1] = SPAN("");
    assert_int_equal(plan_row_check(&row), STATUS_BAD_INPUT);
}

static void lines_come_one_after_the_other_and_at_most_thirty(void **state)
{
    (void)state;
    struct plan *plan = plan_with(PLAN_LINES_MAX);
    struct plan_row row = line_of(PLAN_LINES_MAX + 1, "One too many");
    assert_int_equal(plan_add(plan, &row), STATUS_REFUSED);
    plan = plan_with(1);
    row = line_of(3, "Out of turn");
    assert_int_equal(plan_add(plan, &row), STATUS_REFUSED);
    row = line_of(1, "Two mornings at the counter");
    assert_int_equal(plan_add(plan, &row), STATUS_REFUSED); /* nothing is new */
    assert_int_equal(plan->row_count, 1);
}

static void what_changes_is_to_be_agreed_again_and_what_is_done_is_not(void **state)
{
    (void)state;
    struct plan *plan = plan_with(2);
    struct plan_row row = agreement();
    assert_int_equal(plan->to_agree_count, 2);
    assert_ok(plan_add(plan, &row));
    assert_int_equal(plan->to_agree_count, 0);
    row = line_of(1, "Two mornings at the counter");
    row.line.state = PLAN_DONE;
    assert_ok(plan_add(plan, &row));
    assert_int_equal(plan->to_agree_count, 0);
    row = line_of(2, "Two mornings at the counter");
    row.line.owner = SPAN("Lena Brandt");
    assert_ok(plan_add(plan, &row));
    assert_int_equal(plan->to_agree_count, 1);
    assert_false(plan->is_agreed[1]);
    row.line.owner = SPAN("Per Holm"); /* as it was: nobody has agreed to it since */
    assert_ok(plan_add(plan, &row));
    assert_false(plan->is_agreed[1]);
    row = agreement();
    assert_ok(plan_add(plan, &row));
    assert_int_equal(plan->to_agree_count, 0);
    assert_int_equal(plan->row_count, 7);
}

static void there_must_be_something_to_agree_on(void **state)
{
    (void)state;
    struct plan *plan = plan_with(0);
    const struct plan_row row = agreement();
    assert_int_equal(plan_add(plan, &row), STATUS_REFUSED);
    assert_null(plan->agreement);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(what_was_written_is_read_and_nothing_else),
        OFFICE_TEST(a_row_that_nobody_should_keep_is_refused),
        OFFICE_TEST(lines_come_one_after_the_other_and_at_most_thirty),
        OFFICE_TEST(what_changes_is_to_be_agreed_again_and_what_is_done_is_not),
        OFFICE_TEST(there_must_be_something_to_agree_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
