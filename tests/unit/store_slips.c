/* slips: in no order that tells who came when, on their way only when five wait, and gone once the
 * desk has them. */
#include "store_kit.h"

#include "store/ledger.h"
#include "store/terminal/slips.h"

enum { SLIP = 1460, PEOPLE = 60 };

KIT_STORE(ledger);

/* The sealed slip of the person with this number: bytes of chance. */
static struct span slip_of(size_t person)
{
    static unsigned char bytes[4][SLIP];
    static size_t next;
    struct chance chance = chance_init(person * 7919u + 11);
    unsigned char *slip = bytes[next++ % 4];
    kit_fill(&chance, slip, SLIP);
    return (struct span){(const char *)slip, SLIP};
}

static size_t sent(void)
{
    struct span *list;
    size_t count;
    assert_ok(slips_list(&kit_arena, ledger, &list, &count));
    for (size_t i = 1; i < count; i++)
        assert_true(span_order(list[i - 1], list[i]) < 0);
    return count;
}

static void five_leave_together_and_fewer_stay(void **state)
{
    (void)state;
    assert_ok(slips_release(ledger, 1));
    assert_int_equal(sent(), 0);
    for (size_t i = 0; i < 4; i++)
        assert_ok(slips_put(ledger, slip_of(i)));
    assert_ok(slips_release(ledger, 8));
    assert_int_equal(sent(), 0);
    assert_ok(slips_put(ledger, slip_of(4)));
    assert_ok(slips_put(ledger, slip_of(4))); /* the same once more */
    assert_int_equal(sent(), 0);
    assert_ok(slips_release(ledger, 10));
    assert_int_equal(sent(), 5);
    assert_ok(slips_put(ledger, slip_of(5)));
    assert_ok(slips_put(ledger, slip_of(2)));
    assert_ok(slips_release(ledger, 12));
    assert_int_equal(sent(), 5); /* one more alone would be somebody's */
    reopen();
    assert_int_equal(sent(), 5);
}

static void what_the_desk_has_goes_and_nothing_else(void **state)
{
    (void)state;
    struct span file;
    assert_ok(slips_drop(ledger, 100)); /* of nothing */
    for (size_t i = 0; i < 5; i++)
        assert_ok(slips_put(ledger, slip_of(i)));
    assert_ok(slips_release(ledger, 10));
    for (size_t i = 5; i < 11; i++)
        assert_ok(slips_put(ledger, slip_of(i)));
    assert_ok(slips_drop(ledger, 10)); /* that bundle may have been written before */
    assert_int_equal(sent(), 5);
    assert_ok(slips_release(ledger, 22));
    assert_int_equal(sent(), 11);
    assert_ok(slips_drop(ledger, 11));
    assert_int_equal(sent(), 6);
    assert_ok(slips_drop(ledger, 23));
    assert_int_equal(sent(), 0);
    assert_ok(ledger_cut_log(ledger));
    assert_ok(file_read(&kit_arena, kit_path("ledger.db"), 64 * 1024 * 1024, &file));
    for (size_t i = 0; i < 11; i++)
        assert_null(memmem(file.data, file.count, slip_of(i).data, 64));
}

/* People sit one after the other; the slip of the one who comes as number i is order[i]. What a
 * running terminal has on its disk after the last of them. */
static struct span disk_after(const size_t *order, size_t count, bool is_sent)
{
    struct span file, log;
    ledger_close(ledger);
    kit_empty_folder();
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    for (size_t i = 0; i < count; i++) {
        struct entry entry = kit_entry(1, i + 1, 0);
        entry.payload = SPAN("sealed");
        assert_ok(ledger_append(ledger, &entry));
        assert_ok(slips_put(ledger, slip_of(order[i])));
        assert_ok(ledger_cut_log(ledger));
    }
    if (is_sent)
        assert_ok(slips_release(ledger, count));
    assert_ok(ledger_cut_log(ledger));
    assert_ok(file_read(&kit_arena, kit_path("ledger.db-wal"), 1, &log));
    assert_int_equal(log.count, 0);
    assert_ok(file_read(&kit_arena, kit_path("ledger.db"), 64 * 1024 * 1024, &file));
    return file;
}

static void shuffle(struct chance *chance, size_t *order, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        const size_t other = (size_t)chance_below(chance, i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static void same_in_any_order(struct chance *chance, size_t count, bool is_sent)
{
    const struct arena_mark mark = arena_mark(&kit_arena);
    size_t order[PEOPLE];
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    const struct span first = disk_after(order, count, is_sent);
    for (int again = 0; again < 3; again++) {
        shuffle(chance, order, count);
        assert_true(is_span_equal(disk_after(order, count, is_sent), first));
    }
    ledger_close(ledger);
    ledger = NULL;
    arena_release(&kit_arena, mark);
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
}

/* Whoever has the disk and the auditors' key knows the set of slips, and so all of this file. */
static void the_same_people_in_another_order_make_the_same_file(void **state)
{
    (void)state;
    static const size_t counts[] = {1, 2, 3, 5, 8, PEOPLE};
    struct chance chance = chance_init(5);
    for (size_t at = 0; at < sizeof counts / sizeof *counts; at++) {
        same_in_any_order(&chance, counts[at], false);
        same_in_any_order(&chance, counts[at], true);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(five_leave_together_and_fewer_stay, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_the_desk_has_goes_and_nothing_else, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(
            the_same_people_in_another_order_make_the_same_file, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
