/* The PIN of the page for staff: which numbers are one, and what its hash says. */
#include "seal_kit.h"

#include "seal/code/pin.h"

static void numbers_that_are_guessed_first_are_none(void **state)
{
    static const char *const good[] = {"482915", "121212",       "123457",
                                       "000001", "112233445566", "987653"};
    static const char *const bad[] = {"",       "48291",  "1234567890123", "111111",
                                      "123456", "654321", "48 2915",       "48291a",
                                      "٤٨٢٩١٥", "000000", "4829-15",       "012345"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(is_pin(span_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(is_pin(span_of(bad[i])));
}

static void a_hash_opens_by_its_number_alone(void **state)
{
    const struct stretch_cost cost = {1, 8192};
    char hash[PIN_HASH_BYTES], other[PIN_HASH_BYTES];
    (void)state;
    assert_int_equal(seal_start(), OK);
    assert_int_equal(pin_hash(SPAN("482915"), cost, hash), OK);
    assert_int_equal(pin_hash(SPAN("482915"), cost, other), OK);
    assert_string_not_equal(hash,
                            other); /* two terminals do not tell that theirs is one */
    assert_true(is_pin_hash(span_of(hash)) && is_pin_of(span_of(hash), SPAN("482915")));
    assert_false(is_pin_of(span_of(hash), SPAN("482916")));
    assert_false(is_pin_of(span_of(hash), SPAN("")));
    assert_false(is_pin_hash(SPAN("")) || is_pin_hash(SPAN("482915")));
    assert_false(is_pin_of(SPAN("$argon2id$nonsense"), SPAN("482915")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_are_guessed_first_are_none),
        cmocka_unit_test(a_hash_opens_by_its_number_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
