/* Editing a text: whole characters, limits, words, the caret. */
#include "screens/typing.h"
#include "screens/keyboard.h"
#include "screens/tries.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct typing typing;

static void check_text(const char *expected)
{
    const struct span text = typing_span(&typing);
    assert_int_equal(text.count, strlen(expected));
    assert_memory_equal(text.data, expected, text.count);
}

static int begin(void **state)
{
    (void)state;
    typing_set(&typing, SPAN(""));
    return 0;
}

static void letters_go_to_the_caret(void **state)
{
    (void)state;
    typing_add(&typing, SPAN("weed"), 0);
    typing_move(&typing, -1);
    typing_put(&typing, 'l', 0);
    check_text("weeld");
    typing_move(&typing, -1);
    typing_move(&typing, -1);
    typing_erase(&typing);
    typing_put(&typing, 0xE9, 0);
    check_text("wéeld");
    assert_int_equal(typing.caret, 3);
}

static void the_caret_stays_within(void **state)
{
    (void)state;
    typing_move(&typing, -1);
    typing_move(&typing, 1);
    assert_int_equal(typing.caret, 0);
    assert_int_equal(typing_erase(&typing), 0);
    assert_int_equal(typing_erase_word(&typing), 0);
}

static void a_character_of_many_bytes_is_erased_whole(void **state)
{
    (void)state;
    typing_add(&typing, SPAN("a⚓"), 0);
    assert_int_equal(typing_erase(&typing), 1);
    check_text("a");
}

static void words_are_erased_with_the_blanks_after(void **state)
{
    (void)state;
    typing_add(&typing, SPAN("one two  "), 0);
    typing_erase_word(&typing);
    check_text("one ");
    typing_add(&typing, SPAN("three\x17"), 0);
    check_text("one ");
    typing_add(&typing, SPAN("\b\b"), 0);
    check_text("on");
}

static void the_limit_counts_code_points(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++)
        typing_put(&typing, 0x2693, 3);
    check_text("⚓⚓⚓");
    assert_int_equal(typing_put(&typing, 'x', 3), 0);
}

static void the_room_in_bytes_is_never_passed(void **state)
{
    (void)state;
    int taken = 0;
    for (int i = 0; i < TYPED_MAX_BYTES; i++)
        taken += typing_put(&typing, 0x1F600, TYPED_MAX_BYTES);
    assert_int_equal(taken, TYPED_MAX_BYTES / 4);
    assert_int_equal(typing.count, TYPED_MAX_BYTES);
}

static void control_characters_are_passed_over(void **state)
{
    (void)state;
    assert_int_equal(typing_add(&typing, SPAN("a\x01\x1b\x7f\xc2\x85 \xff"), 0), 1);
    check_text("a ");
    typing_add(&typing, SPAN("\n"), 0);
    check_text("a \n");
}

static void what_was_typed_is_wiped_by_the_next_text(void **state)
{
    (void)state;
    typing_add(&typing, SPAN("canary"), 0);
    typing_set(&typing, SPAN("x"));
    assert_null(memmem(typing.text, sizeof typing.text, "anary", 5));
    typing_add(&typing, SPAN("yz\b"), 0);
    assert_null(memchr(typing.text, 'z', sizeof typing.text));
}

static void an_empty_text_begins_with_a_capital(void **state)
{
    (void)state;
    assert_int_equal(typing.is_shifted, 1);
    typing_put(&typing, 'A', 0);
    assert_int_equal(typing.is_shifted, 0);
}

static void five_tries_are_free_then_the_wait_grows_to_a_minute(void **state)
{
    (void)state;
    static const int64_t waits_ms[] = {15000, 30000, 60000, 60000, 60000};
    struct tries tries = {0};
    int64_t now_ms = 1000;
    for (int i = 0; i < 4; i++)
        tries_wrong(&tries, now_ms);
    assert_false(is_tries_locked(&tries, now_ms));
    for (size_t i = 0; i < sizeof waits_ms / sizeof *waits_ms; i++) {
        tries_wrong(&tries, now_ms);
        assert_true(is_tries_locked(&tries, now_ms + waits_ms[i] - 1));
        assert_false(is_tries_locked(&tries, now_ms + waits_ms[i]));
        now_ms += waits_ms[i];
    }
}

static void wrong_codes_are_forgotten_after_two_minutes(void **state)
{
    (void)state;
    struct tries tries = {0};
    for (int i = 0; i < 9; i++)
        tries_wrong(&tries, 1000);
    struct tries later = tries;
    tries_wrong(&later, 1000 + 120000 - 1);
    assert_true(is_tries_locked(&later, 1000 + 120000));
    for (int i = 0; i < 4; i++)
        tries_wrong(&tries, 1000 + 120000);
    assert_false(is_tries_locked(&tries, 1000 + 120000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(letters_go_to_the_caret, begin),
        cmocka_unit_test_setup(the_caret_stays_within, begin),
        cmocka_unit_test_setup(a_character_of_many_bytes_is_erased_whole, begin),
        cmocka_unit_test_setup(words_are_erased_with_the_blanks_after, begin),
        cmocka_unit_test_setup(the_limit_counts_code_points, begin),
        cmocka_unit_test_setup(the_room_in_bytes_is_never_passed, begin),
        cmocka_unit_test_setup(control_characters_are_passed_over, begin),
        cmocka_unit_test_setup(what_was_typed_is_wiped_by_the_next_text, begin),
        cmocka_unit_test_setup(an_empty_text_begins_with_a_capital, begin),
        cmocka_unit_test_setup(five_tries_are_free_then_the_wait_grows_to_a_minute,
                               begin),
        cmocka_unit_test_setup(wrong_codes_are_forgotten_after_two_minutes, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
