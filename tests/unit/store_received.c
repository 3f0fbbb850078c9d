/* received: how much of a terminal's chain the archive holds, for the terminal to let go of. */
#include "store_kit.h"

#include "store/desk/received.h"

enum { DEVICE = 7 };

KIT_STORE(archive);

static struct entry entry_of(uint64_t sequence)
{
    struct entry entry = kit_entry(DEVICE, sequence, 0);
    entry.payload = SPAN("sealed");
    return entry;
}

static void put(uint64_t from, uint64_t to)
{
    for (uint64_t sequence = from; sequence <= to; sequence++) {
        const struct entry entry = entry_of(sequence);
        assert_ok(archive_put(archive, &entry));
    }
}

static void put_empty(uint64_t sequence)
{
    const struct entry entry = kit_entry(DEVICE, sequence, 0);
    assert_ok(archive_put(archive, &entry));
}

static bool is_there(void *context, const struct entry *entry, bool is_erased)
{
    (void)context;
    return is_erased || entry->payload.count;
}

static struct received found(void)
{
    const struct received_judge judge = {.is_had = is_there};
    struct received received;
    unsigned char device_id[CHAIN_ID_BYTES];
    memset(device_id, DEVICE, sizeof device_id);
    memset(&received, 0x5a, sizeof received);
    assert_ok(received_find(archive, device_id, &judge, &received));
    return received;
}

static void assert_received(uint64_t sequence, size_t missing_count)
{
    const struct received received = found();
    assert_int_equal(received.sequence, sequence);
    assert_int_equal(received.missing_count, missing_count);
    if (sequence)
        assert_memory_equal(received.entry_hash, entry_of(sequence).entry_hash,
                            sizeof received.entry_hash);
}

static void what_came_whole_is_received(void **state)
{
    (void)state;
    const struct entry other = kit_entry(DEVICE + 1, 1, 0);
    assert_received(0, 0);
    assert_ok(archive_put(archive, &other));
    assert_received(0, 0);
    put(1, 5);
    assert_received(5, 0);
}

static void what_did_not_come_is_missing(void **state)
{
    (void)state;
    put(1, 2);
    put(5, 6);
    put_empty(7);
    put(8, 8);
    assert_received(8, 3);
    const struct received received = found();
    assert_int_equal(received.missing[0], 3);
    assert_int_equal(received.missing[1], 4);
    assert_int_equal(received.missing[2], 7);
    put(3, 4);
    assert_received(8, 1);
    put(7, 7); /* with its payload */
    assert_received(8, 0);
}

static void what_was_erased_here_need_not_come_again(void **state)
{
    (void)state;
    put(1, 2);
    put_empty(3);
    assert_ok(archive_erase(archive, entry_of(2).record_id, KIT_NOON_S));
    assert_received(3, 1);
    assert_ok(archive_erase(archive, entry_of(3).record_id, KIT_NOON_S));
    assert_received(3, 0);
}

/* Nothing is said to be received that the list of what is missing has no room to except. */
static void it_ends_where_too_much_is_missing(void **state)
{
    (void)state;
    put(1, 2);
    put_empty(3);
    put(4, 4);
    put(4 + RECEIVED_MISSING_MAX, 4 + RECEIVED_MISSING_MAX);
    assert_received(4 + RECEIVED_MISSING_MAX, RECEIVED_MISSING_MAX);
    put_empty(5 + RECEIVED_MISSING_MAX);
    put(6 + RECEIVED_MISSING_MAX, 6 + RECEIVED_MISSING_MAX);
    assert_received(4 + RECEIVED_MISSING_MAX, RECEIVED_MISSING_MAX);
    put(1000, 1000);
    assert_received(4 + RECEIVED_MISSING_MAX, RECEIVED_MISSING_MAX);
}

static struct entry branch_of(uint64_t sequence)
{
    struct entry entry = kit_entry(DEVICE, sequence, 1);
    const struct entry before = kit_entry(DEVICE, sequence - 1, sequence > 4);
    memcpy(entry.previous_hash, before.entry_hash, sizeof entry.previous_hash);
    return entry;
}

/* Two branches from entry 4 on; the terminal goes on with the second, which is the shorter one. */
static void of_two_branches_the_later_enrolment_counts(void **state)
{
    (void)state;
    put(1, 8);
    for (uint64_t sequence = 4; sequence <= 6; sequence++) {
        struct entry entry = branch_of(sequence);
        entry.payload = SPAN("sealed");
        if (sequence == 5)
            entry.payload = (struct span){0};
        assert_ok(archive_put_fork(archive, &entry, 2));
    }
    const struct received received = found();
    assert_int_equal(received.sequence, 6);
    assert_memory_equal(received.entry_hash, branch_of(6).entry_hash,
                        sizeof received.entry_hash);
    assert_int_equal(received.missing_count, 1);
    assert_int_equal(received.missing[0], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_came_whole_is_received, setup, teardown),
        cmocka_unit_test_setup_teardown(what_did_not_come_is_missing, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_erased_here_need_not_come_again, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(it_ends_where_too_much_is_missing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(of_two_branches_the_later_enrolment_counts, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
