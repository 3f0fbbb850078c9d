/* shares: what was shared is found by its key alone, and goes with the result it belongs to. */
#include "store_kit.h"

#include "store/shares.h"

#define CANARY "shared-header-5f0c2b91d7e84a36"

KIT_STORE(archive);
static const unsigned char anna[SHARES_KEY_BYTES] = {1}, ben[SHARES_KEY_BYTES] = {2};

static struct entry put(uint64_t sequence)
{
    struct entry entry = kit_entry(1, sequence, 0);
    entry.payload = SPAN("sealed");
    assert_ok(archive_put(archive, &entry));
    return entry;
}

static struct span shared_with(const struct entry *entry,
                               const unsigned char key[SHARES_KEY_BYTES])
{
    struct span header = SPAN("not set");
    assert_ok(shares_get(&kit_arena, archive, entry->record_id, key, &header));
    return header;
}

static size_t count_of(const unsigned char key[SHARES_KEY_BYTES])
{
    size_t count = 99;
    assert_ok(shares_count(archive, key, &count));
    return count;
}

static void an_archive_of_before_has_nothing_shared(void **state)
{
    (void)state;
    const struct entry entry = put(1);
    assert_int_equal(shared_with(&entry, anna).count, 0);
    assert_int_equal(count_of(anna), 0);
    assert_ok(shares_remove(archive, anna));
}

static void each_key_finds_its_own(void **state)
{
    (void)state;
    const struct entry one = put(1), two = put(2);
    assert_ok(shares_open(archive));
    assert_ok(shares_open(archive)); /* again */
    assert_ok(shares_put(archive, one.record_id, anna, SPAN("one for anna")));
    assert_ok(shares_put(archive, two.record_id, anna, SPAN("two for anna")));
    assert_ok(shares_put(archive, one.record_id, ben, SPAN("one for ben")));
    assert_ok(shares_put(archive, one.record_id, ben, SPAN("one for ben, anew")));
    assert_true(is_span(shared_with(&one, anna), "one for anna"));
    assert_true(is_span(shared_with(&two, anna), "two for anna"));
    assert_true(is_span(shared_with(&one, ben), "one for ben, anew"));
    assert_int_equal(shared_with(&two, ben).count, 0);
    assert_int_equal(count_of(anna), 2);
    assert_int_equal(count_of(ben), 1);
}

static void what_is_broken_off_shares_nothing(void **state)
{
    (void)state;
    const struct entry one = put(1);
    assert_ok(archive_begin(archive));
    assert_ok(shares_open(archive));
    assert_ok(shares_put(archive, one.record_id, anna, SPAN(CANARY)));
    assert_status(archive_end(archive, STATUS_REFUSED), STATUS_REFUSED);
    assert_int_equal(count_of(anna), 0);
}

static void with_the_result_all_that_was_shared_of_it_is_erased(void **state)
{
    (void)state;
    const struct entry one = put(1), two = put(2);
    assert_ok(shares_open(archive));
    assert_ok(shares_put(archive, one.record_id, anna, SPAN(CANARY)));
    assert_ok(shares_put(archive, one.record_id, ben, SPAN(CANARY)));
    assert_ok(shares_put(archive, two.record_id, anna, SPAN("stays")));
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(archive_erase(archive, one.record_id, 1790000000));
    assert_int_equal(count_of(ben), 0);
    assert_true(is_span(shared_with(&two, anna), "stays"));
    assert_false(kit_has_bytes(SPAN(CANARY)));
}

static void what_is_taken_back_leaves_no_byte(void **state)
{
    (void)state;
    const struct entry one = put(1);
    assert_ok(shares_open(archive));
    assert_ok(shares_put(archive, one.record_id, anna, SPAN(CANARY)));
    assert_ok(shares_put(archive, one.record_id, ben, SPAN("stays")));
    assert_ok(shares_remove(archive, anna));
    assert_int_equal(count_of(anna), 0);
    assert_int_equal(count_of(ben), 1);
    assert_false(kit_has_bytes(SPAN(CANARY)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_archive_of_before_has_nothing_shared, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(each_key_finds_its_own, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_broken_off_shares_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(
            with_the_result_all_that_was_shared_of_it_is_erased, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_taken_back_leaves_no_byte, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
