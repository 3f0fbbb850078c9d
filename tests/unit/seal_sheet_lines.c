/* The lines that people type from a recovery sheet: what a hand gets wrong is noticed, and the line
 * is named. */
#include "seal_kit.h"

#include "seal/sheet/sheet_lines.h"

enum { LETTERS = 58, FIRST = 1 };

static struct arena *arena; /* of the test that runs */

static const char key[] = "HZZSDXM7HCA70YKD09J2D4GYDQN62CPH8XN3QMYD84WDQ402UCUSNV0HF8";
static const char lines[] = "1  HZZS-DXM7-HCA7-0YKD-09J2-ZY\n"
                            "2  D4GY-DQN6-2CPH-8XN3-QMYD-TV\n"
                            "3  84WD-Q402-UCUS-NV0H-F8-7A";

static enum status read_again(struct span text, struct span *out_letters)
{
    return sheet_lines_read(arena, text, FIRST, LETTERS, out_letters);
}

static void assert_reads(const char *text)
{
    struct span letters;
    assert_int_equal(read_again(span_of(text), &letters), OK);
    assert_true(is_span(letters, key));
}

static void assert_refused(const char *text, const char *why)
{
    struct span letters = {0};
    assert_int_equal(read_again(span_of(text), &letters), STATUS_BAD_INPUT);
    assert_non_null(strstr(status_last(), why));
    assert_null(letters.data);
}

/* Sheets lie in safes for years: these lines must stay what they are. */
static void a_key_has_these_lines_for_ever(void **state)
{
    arena = *state;
    assert_true(is_span(sheet_lines_write(arena, FIRST, span_of(key)), lines));
    assert_reads(lines);
}

static void hands_and_eyes_may_differ(void **state)
{
    arena = *state;
    assert_reads("3: 84wd q4o2 ucus nvoh f8 7a\n"
                 "l. hzzsdxm7hca7oykdo9j2zy\r\n"
                 "some other words\n"
                 "# 2)\tD4GY-DQN6 2CPH-BXN3 QMYD TV\n"
                 "4  QPZR-Y9X8\n"
                 "2  D4GY-DQN6-2CPH-8XN3-QMYD-TV\n");
    assert_reads("<pre>1  HZZS-DXM7-HCA7-0YKD-09J2-ZY\n"
                 "2  D4GY-DQN6-2CPH-8XN3-QMYD-TV\n"
                 "3  84WD-Q402-UCUS-NV0H-F8-7A</pre>\n");
}

/* Every letter of every line, exchanged for each other one: the line and its group are named. */
static void a_wrong_letter_names_its_line_and_group(void **state)
{
    arena = *state;
    static const char letters[] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    char text[sizeof lines];
    int line = 1, group = 0;
    for (size_t i = 0; i < sizeof lines - 1; i++) {
        group += lines[i] == '-' || lines[i] == ' ';
        if (lines[i] == '\n') {
            line++;
            group = 0;
        }
        if (group < 2 || strchr("- \n", lines[i]))
            continue;
        for (const char *other = letters; *other; other++) {
            const struct arena_mark mark = arena_mark(arena);
            memcpy(text, lines, sizeof text);
            text[i] = *other;
            if (*other != lines[i])
                assert_refused(
                    text, span_format(arena,
                                      "line %d of the sheet is not right, most likely "
                                      "in its group %d;",
                                      line, group - 1)
                              .data);
            arena_release(arena, mark);
        }
    }
}

static void letters_in_each_others_place_are_noticed(void **state)
{
    arena = *state;
    char text[sizeof lines];
    for (size_t i = 3; i + 1 < sizeof lines - 1; i++)
        for (size_t k = i + 1; k < sizeof lines - 1 && lines[k] != '\n'; k++) {
            struct span letters = {0};
            const struct arena_mark mark = arena_mark(arena);
            memcpy(text, lines, sizeof text);
            text[i] = lines[k];
            text[k] = lines[i];
            const bool is_same = lines[i] == lines[k] || strchr("- \n", lines[i]) ||
                                 strchr("- \n", lines[k]) || strchr("\n ", lines[i - 1]);
            if (!is_same)
                assert_int_equal(read_again(span_of(text), &letters), STATUS_BAD_INPUT);
            arena_release(arena, mark);
        }
}

static void what_is_missing_or_too_much_is_named(void **state)
{
    arena = *state;
    struct span letters;
    assert_refused("1  HZZS-DXM7-HCA7-0YKD-09J2-ZY\n"
                   "3  84WD-Q402-UCUS-NV0H-F8-7A",
                   "line 2 of the sheet is missing");
    assert_refused("1  HZZS-DXM7-HCA7-0YKD-09J-ZY\n",
                   "line 1 of the sheet has 21 letters and digits instead of 22");
    assert_refused("3  84WD-Q402-UCUS-NV0H-F8H-7A\n",
                   "line 3 of the sheet has 21 letters and digits instead of 20");
    assert_refused("2  HZZS-DXM7-HCA7-0YKD-09J2-ZY\n", "compare its number");
    assert_refused("1  HZZS-DXM7-HCA7-0YKD-09J2-ZY\n"
                   "1  D4GY-DQN6-2CPH-8XN3-QMYD-TV\n",
                   "line 1 of the sheet is not right");
    assert_int_equal(
        read_again(SPAN("1. Put it into a safe, twice.\n2026-11-29\n"), &letters),
        STATUS_NOT_FOUND);
    assert_int_equal(read_again(SPAN(""), &letters), STATUS_NOT_FOUND);
}

static void two_sheets_are_not_mixed(void **state)
{
    arena = *state;
    const struct span other = sheet_lines_write(
        arena, FIRST, SPAN("84WDQ402UCUSNV0HF8HZZSDXM7HCA70YKD09J2D4GYDQN62CPH8XN3QMYD"));
    const char *both = span_format(arena, "%s\n%.*s\n", lines, SPAN_ARGS(other)).data;
    assert_refused(both, "line 1 of the sheet is there twice, in two ways");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_key_has_these_lines_for_ever),
        KIT_TEST(hands_and_eyes_may_differ),
        KIT_TEST(a_wrong_letter_names_its_line_and_group),
        KIT_TEST(letters_in_each_others_place_are_noticed),
        KIT_TEST(what_is_missing_or_too_much_is_named),
        KIT_TEST(two_sheets_are_not_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
