/* Access codes: what people type, and the keys that come from it. */
#include "seal_kit.h"

#include "seal/code/code.h"

static const unsigned char salt[STRETCH_SALT_BYTES] = "sixteen bytes of";
static const struct stretch_cost tiny = {1, 8192};

static struct code code_of(const char *typed)
{
    struct code code = {{0}};
    assert_int_equal(code_read(span_of(typed), &code), OK);
    return code;
}

static void codes_are_printed_and_read_again(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        struct code code;
        char text[CODE_TEXT_BYTES];
        code_generate(&code);
        code_write(&code, text);
        assert_int_equal(strlen(text), 11);
        assert_int_equal(text[5], '-');
        assert_null(strpbrk(text, "AEIOU")); /* no card spells a word */
        const struct code again = code_of(text);
        assert_memory_equal(&again, &code, sizeof code);
    }
}

static void reading_is_forgiving(void **state)
{
    (void)state;
    static const char *const typed[] = {"01234-56789",   "0123456789",
                                        "o1234-56789",   " OI234 56789 ",
                                        "0-l-2-3456789", "ol234\t56789\n"};
    const struct code wanted = code_of("01234-56789");
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        const struct code code = code_of(typed[i]);
        assert_memory_equal(&code, &wanted, sizeof code);
    }
    const struct code small = code_of("abcde-fghjk"), capital = code_of("ABCDEFGHJK");
    assert_memory_equal(&small, &capital, sizeof small);
}

static void reading_refuses_and_never_quotes(void **state)
{
    (void)state;
    static const char *const typed[] = {"",
                                        "01234-5678",
                                        "01234-567890",
                                        "U1234-56789",
                                        "u123456789",
                                        "01234_56789",
                                        ("0123\xc3\xa9"
                                         "56789"),
                                        "----------"};
    struct code code = {.symbols = "untouched"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        assert_int_equal(code_read(span_of(typed[i]), &code), STATUS_BAD_INPUT);
        assert_null(strstr(status_last(), "0123"));
    }
    assert_string_equal(code.symbols, "untouched");
}

/* The answers of this test were computed once with another program (cryptography and
 * hashlib of Python): a code printed today must be known for ever. */
static void keys_stay_the_same(void **state)
{
    struct arena *arena = *state;
    const struct code code = code_of("7ZK2M-9QXWD");
    unsigned char master[32], tag[16], locator[16], wrapping[32], device[32], mark[16],
        pseudonym[16];
    memset(device, 0xde, sizeof device);
    assert_int_equal(code_master(&code, salt, tiny, master), OK);
    code_tag(master, tag);
    code_locator(master, locator);
    code_wrapping_key(master, device, wrapping);
    code_mark(tag, device, mark);
    code_pseudonym(master, pseudonym);
    kit_assert_equal(
        (struct span){(const char *)master, 32},
        kit_hex(arena,
                "cda02bf10572563351e3becd02a0d56c71851d07db999ec78e6a13f36159520d"));
    kit_assert_equal((struct span){(const char *)tag, 16},
                     kit_hex(arena, "3272f862848e91b207c6778ad082e654"));
    kit_assert_equal((struct span){(const char *)locator, 16},
                     kit_hex(arena, "ac70ad5c4f5fe5c302acc1c89b8cdfc5"));
    kit_assert_equal((struct span){(const char *)mark, 16},
                     kit_hex(arena, "765248a440967dd7256309b1ba0aca13"));
    kit_assert_equal((struct span){(const char *)pseudonym, 16},
                     kit_hex(arena, "cb2304501fd33eb4d3f944a10af51da8"));
    kit_assert_equal(
        (struct span){(const char *)wrapping, 32},
        kit_hex(arena,
                "4ba663009fa7aac742e9074bfafb1da27bc5de0fdc4881a51171654a043356fa"));
}

static void each_input_changes_the_keys(void **state)
{
    (void)state;
    const struct code one = code_of("01234-56789"), two = code_of("01234-5678A");
    unsigned char other_salt[STRETCH_SALT_BYTES] = {0}, device[32] = {0};
    unsigned char master[32], other[32], key[32], other_key[32], mark[16], other_mark[16];
    assert_int_equal(code_master(&one, salt, tiny, master), OK);
    assert_int_equal(code_master(&two, salt, tiny, other), OK);
    assert_memory_not_equal(master, other, sizeof master);
    assert_int_equal(code_master(&one, other_salt, tiny, other), OK);
    assert_memory_not_equal(master, other, sizeof master);
    assert_int_equal(code_master(&one, salt, (struct stretch_cost){2, 8192}, other), OK);
    assert_memory_not_equal(master, other, sizeof master);
    code_wrapping_key(master, device, key);
    code_mark(key, device, mark);
    device[31] = 1;
    code_wrapping_key(master, device, other_key);
    assert_memory_not_equal(key, other_key, sizeof key);
    code_mark(key, device, other_mark);
    assert_memory_not_equal(mark, other_mark, sizeof mark);
}

static void impossible_costs_are_refused(void **state)
{
    (void)state;
    const struct code code = code_of("01234-56789");
    unsigned char master[32];
    assert_int_equal(code_master(&code, salt, (struct stretch_cost){0, 8192}, master),
                     STATUS_BAD_INPUT);
    assert_int_equal(code_master(&code, salt, (struct stretch_cost){1, 8191}, master),
                     STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(codes_are_printed_and_read_again),
        KIT_TEST(reading_is_forgiving),
        KIT_TEST(reading_refuses_and_never_quotes),
        KIT_TEST(keys_stay_the_same),
        KIT_TEST(each_input_changes_the_keys),
        KIT_TEST(impossible_costs_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
