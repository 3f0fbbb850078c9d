/* name: one person under two spellings is one, two are two; so are organizations. */
#include "base/text/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static bool is_one(const char *a, const char *b, enum name_kind kind)
{
    const bool is_same = is_name_same(&arena, span_of(a), span_of(b), kind);
    assert_int_equal(is_same, is_name_same(&arena, span_of(b), span_of(a), kind));
    return is_same;
}

static void one_person_under_two_spellings_is_one(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Ada Byron", "ada byron"},
        {"Änne Öz", "ÄNNE öz"},
        {"ANNA STRASSE", "Anna Straße"},
        {"Σίσυφος Κ", "ΣΊΣΥΦΟΣ κ"},
        {"Ada Byron", "  Ada \t Byron "},
        {"Ada Byron", "Ada\u00a0\u2003Byron"},
        {"Ada Byron", "A\u200bda\ufeff By\u200dron"},
        {"Ann Lee", "Annlee"},
        {"Åsa Ek", "A\u030asa Ek"},
        {"Ada Byron", "Ａｄａ Byron"},
        {"Ada Byron", "Byron, Ada"},
        {"Ada Byron", "Byron Ada Byron"},
        {"Ada Byron", "Ada-Byron."},
        {"Ada Byron", "Ada Byron 2"},
        {"Sean O'Neil", "Sean O’Neil"},
        {"Sean O'Neil", "ONeil, Sean"},
        {"ราม มา", "มา ราม"},
        {"-", "..."},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!is_one(pairs[i][0], pairs[i][1], NAME_PERSON))
            fail_msg("\"%s\" and \"%s\" are two", pairs[i][0], pairs[i][1]);
}

static void two_people_are_two(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Ada Byron", "Ada Lovelace"}, {"Amy Ray", "May Ray"}, {"Ann Lee", "Anne Lee"},
        {"राम शर्मा", "रमा शर्मा"},      {"Änne Öz", "Anne Öz"}, {"王小明", "王大明"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (is_one(pairs[i][0], pairs[i][1], NAME_PERSON))
            fail_msg("\"%s\" and \"%s\" are one", pairs[i][0], pairs[i][1]);
}

static void numbers_tell_organizations_apart(void **state)
{
    (void)state;
    assert_false(is_one("Site 1", "Site 2", NAME_ORGANIZATION));
    assert_true(is_one("Site 1", "SITE  1.", NAME_ORGANIZATION));
    assert_true(is_one("Acme Ltd.", " acme ltd", NAME_ORGANIZATION));
    assert_true(is_one("Other, Other", "Other", NAME_ORGANIZATION));
}

static void a_key_is_empty_where_there_is_no_name(void **state)
{
    (void)state;
    static const char *const none[] = {"",         " ",     "-", "?!", "\u200b\u2060",
                                       "\xff\xfe", "\u0301"};
    for (size_t i = 0; i < sizeof none / sizeof *none - 1; i++)
        assert_int_equal(name_key(&arena, span_of(none[i]), NAME_ORGANIZATION).count, 0);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(name_letters(&arena, span_of(none[i])), 0);
    assert_int_equal(name_key(&arena, SPAN("12"), NAME_PERSON).count, 0);
    assert_int_equal(name_letters(&arena, SPAN("X 2")), 1);
    assert_int_equal(name_letters(&arena, SPAN("Bo")), 2);
    assert_int_equal(name_letters(&arena, SPAN("王明")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_person_under_two_spellings_is_one),
        cmocka_unit_test(two_people_are_two),
        cmocka_unit_test(numbers_tell_organizations_apart),
        cmocka_unit_test(a_key_is_empty_where_there_is_no_name),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
