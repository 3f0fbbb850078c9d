/* A reason of one's own, and what is only the figure again. */
#include "interview/interview_decision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const only_the_figure[] = {
    "",
    "no",
    "R = 0.12",
    "The resonance figure is too low.",
    "Resonance below 0.3, range 0.1 to 0.4.",
    "Her score was under our threshold of 0.5.",
    "Poor fit with the profile (−0.21).",
    "The report says that they match less than others.",
    "the program gave a lower number than for the other candidate",
    "Figure 0.61; this is the highest of all, so we choose her.",
    "Based on the result of the test he was not good enough.",
    "LOW LOW LOW LOW LOW RESONANCE",
    "low fit low fit low fit low fit low fit low fit",
    "The index is 17 percent and that is below the average of the people here.",
    "According to the algorithm the interval lies outside the usual range.",
    "1 2 3 4 5 6 7 8 9 10",
    "a b c d e f g h i j k",
    "....................",
};

static const char *const reasons[] = {
    "Told us how the late check was put right, and who learned from it.",
    "Has never led a crew at night, which this boat needs from the first week.",
    "Described twice how a colleague was blamed for a mistake of the whole watch.",
    "Another candidate has the licence for this harbour already.",
    "The figure is low, but she explained calmly how she repaired the pump with the crew.",
    "He wants to begin in spring; the boat sails in January.",
    "Hat die Nachtwache ruhig geführt und den Fehler sofort gemeldet.",
};

static void the_figure_alone_is_no_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof only_the_figure / sizeof *only_the_figure; i++)
        if (interview_reason_check(span_of(only_the_figure[i])) == OK)
            fail_msg("taken: %s", only_the_figure[i]);
}

static void a_reason_in_words_is_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (interview_reason_check(span_of(reasons[i])) != OK)
            fail_msg("refused: %s", reasons[i]);
}

static void what_nobody_sees_and_what_is_too_long_is_refused(void **state)
{
    (void)state;
    static char text[INTERVIEW_REASON_MAX + 2];
    assert_int_not_equal(
        interview_reason_check(SPAN("Told us how the late check\x1b[2J was put right.")),
        OK);
    memset(text, 'x', sizeof text - 1);
    assert_int_equal(interview_reason_check(span_of(text)), STATUS_BAD_INPUT);
}

static void a_decision_is_read_back_and_nothing_else_is(void **state)
{
    (void)state;
    struct arena arena;
    struct interview_decision again;
    arena_init(&arena, 32u << 20);
    const struct interview_decision decision = {.outcome = INTERVIEW_NEXT,
                                                .by = SPAN("Ines Moreno"),
                                                .who = SPAN("recruiter"),
                                                .reason = span_of(reasons[0]),
                                                .time_s = 1794830400};
    const struct span bytes = interview_decision_write(&arena, &decision);
    assert_int_equal(interview_decision_read(&arena, bytes, &again), OK);
    assert_true(is_span_equal(interview_decision_write(&arena, &again), bytes));
    for (size_t count = 0; count < bytes.count; count += 5)
        assert_int_equal(
            interview_decision_read(&arena, span_cut(bytes, 0, count), &again),
            STATUS_DAMAGED);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_figure_alone_is_no_reason),
        cmocka_unit_test(a_reason_in_words_is_taken),
        cmocka_unit_test(what_nobody_sees_and_what_is_too_long_is_refused),
        cmocka_unit_test(a_decision_is_read_back_and_nothing_else_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
