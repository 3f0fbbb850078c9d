/* The page of a blank: it asks once, names what is missing, and every way on is kept. */
#include "visitor_checks.h"

static void a_blank_is_asked_about_once(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    assert_int_equal(visitor_answer(&visitor, "values:b01")->state, ANSWER_PARTIAL);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_item("values:b01");
    assert_int_equal(visitor.journey.visit->answer.pair[PAIR_BEST], 2);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor_answer(&visitor, "values:b01")->state, ANSWER_PARTIAL);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
}

static void what_is_missing_of_rows_is_counted(void **state)
{
    (void)state;
    visitor.role = ROLE_RATER;
    visitor_begin(&visitor);
    visitor_go(&visitor, "effectiveness:s1");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(is_span(node_find(visitor_look(&visitor), SPAN("missing"))->text,
                        "3 rows have no answer yet."));
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    for (int row = 1; row < 3; row++)
        visitor_do(&visitor, EVENT_PICK, 1, row);
    memset(visitor.journey.visit->was_asked, 0, sizeof visitor.journey.visit->was_asked);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(is_span(node_find(visitor_look(&visitor), SPAN("missing"))->text,
                        "1 row has no answer yet."));
}

static size_t wanted_count(void)
{
    size_t count = 0;
    const struct node *root = visitor_look(&visitor);
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node))
        count += node->is_wanted;
    return count;
}

/* Whoever goes back to half an answer sees where the other half goes, and reads it, too. */
static void what_is_missing_is_marked_where_it_goes(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 2, PAIR_BEST);
    assert_int_equal(wanted_count(), 0); /* nobody is told in the middle of it */
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_text("hint", "You have not chosen yet: ");
    assert_int_equal(wanted_count(), 3); /* one of the four is taken */
    assert_true(has_span_prefix(control("hint")->text, "You have not chosen yet: "));
    visitor_do(&visitor, EVENT_PICK, 0, PAIR_WORST);
    assert_int_equal(wanted_count(), 0);
}

static void a_blank_names_its_question_as_it_was_read(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    struct item *item =
        (struct item *)(uintptr_t)visit_item(visitor.journey.visit); /* of the sample */
    const struct span before = item->text_key;
    item->text_key = SPAN("What does {organization} want to do?");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    assert_true(is_span(node_find(visitor_look(&visitor), SPAN("text"))->text,
                        "What does Northwind Ferries want to do?"));
    item->text_key = before;
}

static void a_blank_may_be_declined_or_left(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    check_item("drivers:doing_1");
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->state,
                     ANSWER_DECLINED);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_BLANK, 0, 0);
    assert_int_equal(visitor_answer(&visitor, "drivers:doing_1")->state, ANSWER_NONE);
    check_item("drivers:coaching_1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_blank_is_asked_about_once),
        TEST(what_is_missing_of_rows_is_counted),
        TEST(what_is_missing_is_marked_where_it_goes),
        TEST(a_blank_names_its_question_as_it_was_read),
        TEST(a_blank_may_be_declined_or_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
