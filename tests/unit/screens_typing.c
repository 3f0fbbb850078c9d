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

static bool put(uint32_t code, size_t limit)
{
    return typing_key(&typing, code, limit);
}

static void write(const char *text)
{
    typing_write(&typing, span_of(text), 0);
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
    write("weed");
    typing_do(&typing, EDIT_BACK);
    put('l', 0);
    check_text("weeld");
    typing_do(&typing, EDIT_BACK);
    typing_do(&typing, EDIT_BACK);
    typing_do(&typing, EDIT_ERASE);
    put(0xE9, 0);
    check_text("wéeld");
    assert_int_equal(typing.caret, 3);
}

static void the_caret_stays_within(void **state)
{
    (void)state;
    typing_do(&typing, EDIT_BACK);
    typing_do(&typing, EDIT_ON);
    assert_int_equal(typing.caret, 0);
    assert_false(typing_do(&typing, EDIT_ERASE));
    assert_false(typing_do(&typing, EDIT_ERASE_WORD));
    assert_false(typing_do(&typing, EDIT_ERASE_NEXT));
}

static void a_character_of_many_bytes_is_erased_whole(void **state)
{
    (void)state;
    write("a⚓");
    assert_true(typing_do(&typing, EDIT_ERASE));
    check_text("a");
}

static void a_letter_goes_with_its_accents_and_an_emoji_with_its_colour(void **state)
{
    (void)state;
    write("be\u0301");
    typing_do(&typing, EDIT_BACK);
    assert_int_equal(typing.caret, 1);
    typing_do(&typing, EDIT_ERASE_NEXT);
    check_text("b");
    write("👍🏽👩‍👩‍👧");
    typing_do(&typing, EDIT_ERASE);
    check_text("b👍🏽");
    typing_do(&typing, EDIT_ERASE);
    check_text("b");
}

static void words_are_erased_with_the_blanks_after(void **state)
{
    (void)state;
    write("one two  ");
    typing_do(&typing, EDIT_ERASE_WORD);
    check_text("one ");
    write("three");
    typing_do(&typing, EDIT_ERASE_WORD);
    check_text("one ");
    typing_do(&typing, EDIT_ERASE);
    typing_do(&typing, EDIT_ERASE);
    check_text("on");
    typing_do(&typing, EDIT_FIRST);
    write("two (of many) ");
    typing_do(&typing, EDIT_FIRST);
    typing_do(&typing, EDIT_ERASE_NEXT_WORD);
    check_text(" (of many) on");
    typing_do(&typing, EDIT_ERASE_NEXT_WORD);
    check_text(" many) on");
}

static void ctrl_goes_by_words(void **state)
{
    (void)state;
    write("Don't worry: it is\nü");
    typing_do(&typing, EDIT_FIRST);
    typing_do(&typing, EDIT_ON_WORD);
    assert_int_equal(typing.caret, 5);
    typing_do(&typing, EDIT_ON_WORD);
    assert_int_equal(typing.caret, 11);
    typing_do(&typing, EDIT_BACK_WORD);
    assert_int_equal(typing.caret, 6);
    typing_do(&typing, EDIT_LAST);
    typing_do(&typing, EDIT_BACK_WORD);
    assert_int_equal(typing.caret, 19);
    typing_do(&typing, EDIT_BACK_WORD);
    assert_int_equal(typing.caret, 16);
}

static void what_is_selected_is_replaced(void **state)
{
    (void)state;
    write("sunny and warm");
    typing_edit(&typing, &(struct edit_act){.kind = EDIT_WORD, .place = 7}, 0);
    assert_int_equal(typing.anchor, 6);
    assert_int_equal(typing.caret, 9);
    write("but");
    check_text("sunny but warm");
    typing_edit(&typing, &(struct edit_act){.kind = EDIT_FIRST, .is_selecting = true}, 0);
    typing_do(&typing, EDIT_ON); /* leaves the selection at its end */
    assert_int_equal(typing.caret, 9);
    typing_do(&typing, EDIT_ALL);
    typing_do(&typing, EDIT_ERASE_NEXT);
    check_text("");
}

static void the_limit_counts_code_points(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++)
        put(0x2693, 3);
    check_text("⚓⚓⚓");
    assert_false(put('x', 3));
    typing_do(&typing, EDIT_ALL);
    assert_true(
        typing_write(&typing, SPAN("abcdef"), 3)); /* in the place of the others */
    check_text("abc");
}

static void the_room_in_bytes_is_never_passed(void **state)
{
    (void)state;
    int taken = 0;
    for (int i = 0; i < TYPED_MAX_BYTES; i++)
        taken += put(0x1F600, TYPED_MAX_BYTES);
    assert_int_equal(taken, TYPED_MAX_BYTES / 4);
    assert_int_equal(typing.count, TYPED_MAX_BYTES);
}

static void control_characters_are_passed_over(void **state)
{
    (void)state;
    assert_true(typing_write(&typing, SPAN("a\x01\x1b\x7f\b\xc2\x85 \xff"), 0));
    check_text("a ");
    typing_do(&typing, EDIT_ALL);
    assert_false(typing_write(&typing, SPAN("\x01"), 0)); /* it replaces nothing either */
    check_text("a ");
    typing_do(&typing, EDIT_LAST);
    write("\n");
    check_text("a \n");
}

static void what_was_typed_is_wiped_by_the_next_text(void **state)
{
    (void)state;
    write("canary");
    typing_set(&typing, SPAN("x"));
    assert_null(memmem(typing.text, sizeof typing.text, "anary", 5));
    write("yz");
    typing_do(&typing, EDIT_ERASE);
    assert_null(memchr(typing.text, 'z', sizeof typing.text));
    typing_do(&typing, EDIT_ALL);
    typing_do(&typing, EDIT_ERASE);
    assert_null(memchr(typing.text, 'x', sizeof typing.text));
}

static void sentences_begin_with_a_capital(void **state)
{
    (void)state;
    assert_int_equal(typing.letter_case, CASE_CAPITAL);
    put('A', 0);
    assert_int_equal(typing.letter_case, CASE_SMALL);
    write(" ship.");
    assert_int_equal(typing.letter_case, CASE_SMALL); /* 3.5 */
    put(' ', 0);
    assert_int_equal(typing.letter_case, CASE_CAPITAL);
    typing_do(&typing, EDIT_ERASE);
    assert_int_equal(typing.letter_case, CASE_SMALL);
    put('\n', 0);
    assert_int_equal(typing.letter_case, CASE_CAPITAL);
    typing_shift(&typing, 0);
    put('b', 0);
    assert_int_equal(typing.letter_case, CASE_SMALL);
}

static void shift_twice_at_once_stays(void **state)
{
    (void)state;
    typing_shift(&typing, 0);
    typing_shift(&typing, 1);
    assert_int_equal(typing.letter_case, CASE_CAPITALS);
    write("NO ");
    assert_int_equal(typing.letter_case, CASE_CAPITALS);
    typing_shift(&typing, 0);
    put('x', 0);
    assert_int_equal(typing.letter_case, CASE_SMALL);
}

static void the_letters_come_back_after_an_accent_and_a_blank(void **state)
{
    (void)state;
    typing_show(&typing, LAYER_ACCENTS);
    put(0xFC, 0);
    assert_int_equal(typing.layer, LAYER_LETTERS);
    typing_show(&typing, LAYER_FIGURES);
    put('1', 0);
    assert_int_equal(typing.layer, LAYER_FIGURES);
    put(' ', 0);
    assert_int_equal(typing.layer, LAYER_LETTERS);
    typing_show(&typing, 77);
    assert_int_equal(typing.layer, LAYER_LETTERS);
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
        cmocka_unit_test_setup(
            a_letter_goes_with_its_accents_and_an_emoji_with_its_colour, begin),
        cmocka_unit_test_setup(ctrl_goes_by_words, begin),
        cmocka_unit_test_setup(what_is_selected_is_replaced, begin),
        cmocka_unit_test_setup(shift_twice_at_once_stays, begin),
        cmocka_unit_test_setup(the_letters_come_back_after_an_accent_and_a_blank, begin),
        cmocka_unit_test_setup(words_are_erased_with_the_blanks_after, begin),
        cmocka_unit_test_setup(the_limit_counts_code_points, begin),
        cmocka_unit_test_setup(the_room_in_bytes_is_never_passed, begin),
        cmocka_unit_test_setup(control_characters_are_passed_over, begin),
        cmocka_unit_test_setup(what_was_typed_is_wiped_by_the_next_text, begin),
        cmocka_unit_test_setup(sentences_begin_with_a_capital, begin),
        cmocka_unit_test_setup(five_tries_are_free_then_the_wait_grows_to_a_minute,
                               begin),
        cmocka_unit_test_setup(wrong_codes_are_forgotten_after_two_minutes, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
