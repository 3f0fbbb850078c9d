/* ledger: only what continues the chain is appended, once; removed payloads leave their header. */
#include "store_kit.h"

#include "store/ledger.h"

#include <sys/stat.h>

#define CANARY "canary-payload-51e2b84d607f3a9c"

KIT_STORE(ledger);

static struct entry entry_of(uint64_t sequence)
{
    struct entry entry = kit_entry(1, sequence, 0);
    entry.payload = SPAN("sealed " CANARY);
    return entry;
}

static void append(uint64_t from, uint64_t to)
{
    for (uint64_t sequence = from; sequence <= to; sequence++) {
        const struct entry entry = entry_of(sequence);
        assert_ok(ledger_append(ledger, &entry));
    }
}

static enum status see(void *context, const struct entry *entry, int64_t arrival)
{
    uint64_t *next = context;
    const struct entry wanted = entry_of(*next);
    assert_same_entry(entry, &wanted);
    assert_int_equal(arrival, 0);
    *next += 1;
    return entry->sequence == 7 ? STATUS_REFUSED : OK;
}

static void entries_come_back_whole(void **state)
{
    (void)state;
    uint64_t next = 1;
    struct ledger_head head;
    struct entry entry, wanted = entry_of(3);
    assert_ok(ledger_head(ledger, &head));
    assert_int_equal(head.sequence, 0);
    append(1, 5);
    reopen();
    assert_ok(ledger_head(ledger, &head));
    assert_int_equal(head.epoch, 1);
    assert_int_equal(head.sequence, 5);
    assert_memory_equal(head.entry_hash, entry_of(5).entry_hash, sizeof head.entry_hash);
    assert_ok(ledger_list(ledger, 0, see, &next));
    assert_int_equal(next, 6);
    next = 4;
    assert_ok(ledger_list(ledger, 4, see, &next));
    assert_int_equal(next, 6);
    next = 6;
    assert_ok(ledger_list(ledger, UINT64_MAX, see, &next));
    assert_int_equal(next, 6);
    assert_ok(ledger_get(&kit_arena, ledger, 3, &entry));
    assert_same_entry(&entry, &wanted);
    assert_status(ledger_get(&kit_arena, ledger, 6, &entry), STATUS_NOT_FOUND);
    assert_ok(ledger_check(ledger));
}

static void a_list_can_be_ended(void **state)
{
    (void)state;
    uint64_t next = 1;
    append(1, 9);
    assert_status(ledger_list(ledger, 1, see, &next), STATUS_REFUSED);
    assert_int_equal(next, 8);
}

static void refused(struct entry entry, enum status wanted)
{
    struct ledger_head head;
    assert_status(ledger_append(ledger, &entry), wanted);
    assert_ok(ledger_head(ledger, &head));
    assert_int_equal(head.sequence, 2);
}

static void only_what_continues_the_chain_fits(void **state)
{
    (void)state;
    struct entry entry = entry_of(2);
    assert_status(ledger_append(ledger, &entry), STATUS_REFUSED);
    entry = entry_of(1);
    entry.previous_hash[0] = 1; /* the first names no other */
    assert_status(ledger_append(ledger, &entry), STATUS_REFUSED);
    append(1, 2);
    refused(entry_of(4), STATUS_REFUSED);
    refused(entry_of(2), STATUS_EXISTS);
    entry = entry_of(3);
    entry.previous_hash[31] ^= 1;
    refused(entry, STATUS_REFUSED);
    entry = entry_of(3);
    entry.epoch = 0;
    refused(entry, STATUS_BAD_INPUT);
    entry.epoch = UINT64_MAX;
    refused(entry, STATUS_BAD_INPUT);
    entry = entry_of(3);
    entry.sequence = UINT64_MAX;
    refused(entry, STATUS_BAD_INPUT);
    entry = entry_of(3);
    entry.payload.count = ENTRY_MAX_PAYLOAD_BYTES + 1;
    refused(entry, STATUS_TOO_LARGE);
    entry = entry_of(3);
    entry.epoch = 2;
    assert_ok(ledger_append(ledger, &entry));
    entry = entry_of(4);
    assert_status(ledger_append(ledger, &entry), STATUS_REFUSED);
}

static void a_result_is_there_once_and_other_types_share_ids(void **state)
{
    (void)state;
    unsigned char hash[CHAIN_HASH_BYTES];
    struct entry entry = entry_of(2);
    append(1, 1);
    memcpy(entry.record_id, entry_of(1).record_id, sizeof entry.record_id);
    assert_status(ledger_append(ledger, &entry), STATUS_EXISTS);
    entry.type = 2;
    assert_ok(ledger_append(ledger, &entry));
    assert_ok(ledger_record_hash(ledger, entry.record_id, hash));
    assert_memory_equal(hash, entry_of(1).entry_hash, sizeof hash);
    assert_status(ledger_record_hash(ledger, entry_of(9).record_id, hash),
                  STATUS_NOT_FOUND);
}

static void identity_is_replaced_without_a_trace(void **state)
{
    (void)state;
    static char large[LEDGER_MAX_IDENTITY_BYTES + 1];
    struct span sealed;
    assert_status(ledger_get_identity(&kit_arena, ledger, "signing-key", &sealed),
                  STATUS_NOT_FOUND);
    assert_ok(ledger_put_identity(ledger, "signing-key", SPAN(CANARY)));
    assert_ok(ledger_put_identity(ledger, "epoch", SPAN("1")));
    reopen();
    assert_ok(ledger_get_identity(&kit_arena, ledger, "signing-key", &sealed));
    assert_true(is_span(sealed, CANARY));
    assert_ok(ledger_put_identity(ledger, "signing-key", SPAN("another")));
    assert_ok(ledger_get_identity(&kit_arena, ledger, "signing-key", &sealed));
    assert_true(is_span(sealed, "another"));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_status(
        ledger_put_identity(ledger, "large", (struct span){large, sizeof large}),
        STATUS_TOO_LARGE);
    assert_ok(
        ledger_put_identity(ledger, "large", (struct span){large, sizeof large - 1}));
}

static void what_is_erased_leaves_its_header_and_no_byte(void **state)
{
    (void)state;
    struct entry entry, wanted = entry_of(2);
    unsigned char ids[3][CHAIN_ID_BYTES] = {{0}};
    append(1, 3);
    struct entry other = kit_entry(1, 4, 0);
    other.payload = SPAN("sealed, and it stays");
    assert_ok(ledger_append(ledger, &other));
    for (int i = 0; i < 2; i++) /* the third is not here */
        memcpy(ids[i], entry_of((uint64_t)i + 1).record_id, CHAIN_ID_BYTES);
    assert_ok(ledger_erase(ledger, ids, 3));
    assert_ok(ledger_get(&kit_arena, ledger, 3, &entry));
    assert_true(is_span(entry.payload, "sealed " CANARY));
    memcpy(ids[2], entry_of(3).record_id, CHAIN_ID_BYTES);
    assert_ok(ledger_erase(ledger, ids, 3));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    reopen();
    wanted.payload = SPAN("");
    assert_ok(ledger_get(&kit_arena, ledger, 2, &entry));
    assert_same_entry(&entry, &wanted);
    assert_ok(ledger_get(&kit_arena, ledger, 4, &entry));
    assert_same_entry(&entry, &other);
    assert_ok(ledger_check(ledger));
    other = entry_of(5);
    assert_ok(ledger_append(ledger, &other)); /* the chain goes on */
}

static size_t payload_bytes(uint64_t sequence)
{
    struct entry entry;
    assert_ok(ledger_get(&kit_arena, ledger, sequence, &entry));
    assert_memory_equal(entry.entry_hash, entry_of(sequence).entry_hash,
                        sizeof entry.entry_hash);
    return entry.payload.count;
}

static void what_was_received_is_dropped_and_the_chain_stays(void **state)
{
    (void)state;
    static const uint64_t kept[] = {2, 4, 9};
    size_t dropped_count = 0;
    append(1, 7);
    assert_ok(ledger_drop(ledger, 5, kept, 3, &dropped_count));
    assert_int_equal(dropped_count, 3);
    reopen();
    for (uint64_t sequence = 1; sequence <= 7; sequence++)
        assert_int_equal(payload_bytes(sequence) == 0,
                         sequence <= 5 && sequence != 2 && sequence != 4);
    assert_ok(ledger_drop(ledger, 5, kept, 3, &dropped_count));
    assert_int_equal(dropped_count, 0);
    assert_ok(ledger_drop(ledger, 99, NULL, 0, &dropped_count));
    assert_int_equal(dropped_count, 4);
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_ok(ledger_check(ledger));
    append(8, 8);
    assert_ok(ledger_drop(ledger, 0, NULL, 0, &dropped_count));
    assert_int_equal(dropped_count, 0);
}

static void the_file_stays_as_large_as_what_is_not_received(void **state)
{
    (void)state;
    enum { PAYLOAD_BYTES = 100 * 1000 };
    static char payload[PAYLOAD_BYTES];
    struct stat about;
    size_t dropped_count;
    memset(payload, 'x', sizeof payload);
    for (uint64_t round = 0; round < 6; round++) {
        for (uint64_t i = 1; i <= 20; i++) {
            struct entry entry = kit_entry(1, 20 * round + i, 0);
            entry.payload = (struct span){payload, sizeof payload};
            assert_ok(ledger_append(ledger, &entry));
        }
        assert_ok(ledger_drop(ledger, 20 * round + 19, NULL, 0, &dropped_count));
        assert_int_equal(dropped_count, round ? 20 : 19);
        assert_int_equal(stat(kit_path("ledger.db"), &about), 0);
        assert_true(about.st_size < 3 * PAYLOAD_BYTES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(entries_come_back_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(a_list_can_be_ended, setup, teardown),
        cmocka_unit_test_setup_teardown(only_what_continues_the_chain_fits, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_result_is_there_once_and_other_types_share_ids,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_erased_leaves_its_header_and_no_byte,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_received_is_dropped_and_the_chain_stays,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(the_file_stays_as_large_as_what_is_not_received,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(identity_is_replaced_without_a_trace, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
