/* The list of faults: its lines, and that many remarks never hide an error. */
#include "read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void a_fault_is_one_line(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct fault_list list = fault_list_init(&arena);
    fault_add(&list, (struct fault){.weight = FAULT_ERROR,
                                    .file = SPAN("a.osd"),
                                    .line = 3,
                                    .column = 7,
                                    .key = SPAN("items[0].id"),
                                    .what = SPAN("It is wrong"),
                                    .hint = SPAN("Mend it.")});
    fault_add(&list, (struct fault){.file = SPAN("b.osd"), .what = SPAN("A remark")});
    struct buffer buffer = buffer_init(&arena, 1000);
    fault_list_text(&list, &buffer);
    assert_true(is_span(buffer_span(&buffer),
                        "a.osd:3:7: error: It is wrong (items[0].id). Mend it.\n"
                        "b.osd: note: A remark.\n"));
    assert_int_equal(list.count, 2);
    assert_int_equal(list.error_count, 1);
    arena_done(&arena);
}

static void an_error_after_many_remarks_is_kept(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 4u << 20);
    struct fault_list list = fault_list_init(&arena);
    for (int i = 0; i < 3 * FAULTS_MAX; i++)
        fault_add(&list, (struct fault){.weight = FAULT_WARNING, .what = SPAN("Small")});
    for (int i = 0; i < 3 * FAULTS_MAX; i++)
        fault_add(&list, (struct fault){.weight = FAULT_ERROR, .what = SPAN("Large")});
    size_t small = 0, large = 0;
    for (const struct fault *fault = list.first; fault; fault = fault->next)
        *(fault->weight == FAULT_ERROR ? &large : &small) += 1;
    assert_int_equal(small, FAULTS_MAX);
    assert_int_equal(large, FAULTS_MAX);
    assert_int_equal(list.count, 6 * FAULTS_MAX);
    assert_int_equal(list.error_count, 3 * FAULTS_MAX);
    struct buffer buffer = buffer_init(&arena, 1 << 20);
    fault_list_text(&list, &buffer);
    const struct span text = buffer_span(&buffer);
    assert_non_null(memmem(text.data, text.count, "800 more are not listed.", 24));
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_is_one_line),
        cmocka_unit_test(an_error_after_many_remarks_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
