/* What is sealed for an auditor of one person: it comes back as it was, tells nothing by its
 * length, and nothing else is taken. */
#include "app/desk/office/audit/audit_text.h"

#include "near.h"
#include "scratch.h"

static struct audit_group group_of(const char *sex, const char *origin)
{
    return (struct audit_group){.count = 2,
                                .names = {SPAN("sex"), SPAN("origin")},
                                .values = {span_of(sex), span_of(origin)}};
}

static void all_texts_are_equally_long(void **state)
{
    char quotes[AUDIT_TEXT_VALUE_MAX + 1];
    struct audit_group group = group_of("", "");
    (void)state;
    memset(quotes, '"', sizeof quotes - 1);
    quotes[sizeof quotes - 1] = 0;
    assert_int_equal(audit_text_group_write(&scratch, &group).count, AUDIT_TEXT_BYTES);
    group = group_of(quotes, quotes);
    assert_int_equal(audit_text_group_write(&scratch, &group).count, AUDIT_TEXT_BYTES);
    const struct audit_outcome outcome = {.vacancy = SPAN("deck"), .is_offered = true};
    assert_int_equal(audit_text_outcome_write(&scratch, &outcome).count,
                     AUDIT_TEXT_BYTES);
}

static void what_was_written_is_read(void **state)
{
    const struct audit_group group = group_of("woman", "");
    const struct audit_outcome outcome = {
        .vacancy = SPAN("deck"), .is_interviewed = true, .side = AUDIT_ABOVE};
    struct audit_group read;
    struct audit_outcome came;
    (void)state;
    assert_int_equal(
        audit_text_group_read(&scratch, audit_text_group_write(&scratch, &group), &read),
        OK);
    assert_int_equal(read.count, 2);
    assert_true(is_span(read.names[1], "origin"));
    assert_true(is_span(read.values[0], "woman"));
    assert_int_equal(read.values[1].count, 0);
    assert_int_equal(audit_text_outcome_read(
                         &scratch, audit_text_outcome_write(&scratch, &outcome), &came),
                     OK);
    assert_true(came.is_interviewed && !came.is_offered && came.side == AUDIT_ABOVE);
    assert_true(is_span(came.vacancy, "deck"));
}

static void anything_else_is_refused(void **state)
{
    const struct audit_group group = group_of("woman", "coast");
    const struct span text = audit_text_group_write(&scratch, &group);
    struct audit_group read;
    struct audit_outcome outcome;
    (void)state;
    for (size_t i = 0; i < text.count; i++) {
        const struct span bent = span_copy(&scratch, text);
        char *byte = (char *)(uintptr_t)bent.data + i;
        *byte = (char)(*byte ^ 0x80);
        assert_int_equal(audit_text_group_read(&scratch, bent, &read), STATUS_DAMAGED);
    }
    assert_int_equal(
        audit_text_group_read(&scratch, span_cut(text, 0, text.count - 1), &read),
        STATUS_DAMAGED);
    assert_int_equal(audit_text_group_read(&scratch, SPAN(""), &read), STATUS_DAMAGED);
    assert_int_equal(audit_text_outcome_read(&scratch, text, &outcome), STATUS_DAMAGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_texts_are_equally_long),
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(anything_else_is_refused),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
