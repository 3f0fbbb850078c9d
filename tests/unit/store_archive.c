/* archive, enrolments: what arrives is kept once, forks are loud, erased stays erased. */
#include "store_kit.h"

#include "store/arrivals.h"
#include "store/enrolments.h"

#include <sqlite3.h>

#define CANARY "canary-record-b84d607f3a9c51e2"

KIT_STORE(archive);

static struct entry entry_of(unsigned char device, uint64_t sequence)
{
    struct entry entry = kit_entry(device, sequence, 0);
    entry.payload = SPAN("sealed " CANARY);
    return entry;
}

static void put(unsigned char device, uint64_t sequence)
{
    const struct entry entry = entry_of(device, sequence);
    assert_ok(archive_put(archive, &entry));
}

static void an_entry_is_kept_once(void **state)
{
    (void)state;
    struct entry found, entry = entry_of(1, 1);
    put(1, 1);
    assert_status(archive_put(archive, &entry), STATUS_EXISTS);
    assert_ok(archive_get(&kit_arena, archive, entry.record_id, &found));
    assert_same_entry(&found, &entry);
    assert_status(archive_get(&kit_arena, archive, entry_of(1, 2).record_id, &found),
                  STATUS_NOT_FOUND);
    assert_ok(archive_check(archive));
}

static void forks_and_repeated_records_are_loud(void **state)
{
    (void)state;
    struct entry fork = kit_entry(1, 1, 1), repeated = entry_of(1, 2), found;
    put(1, 1);
    assert_status(archive_put(archive, &fork), STATUS_FORGED);
    assert_non_null(strstr(status_last(), "has forked"));
    memcpy(repeated.record_id, entry_of(1, 1).record_id, sizeof repeated.record_id);
    assert_status(archive_put(archive, &repeated), STATUS_FORGED);
    assert_non_null(strstr(status_last(), "came before under another entry"));
    repeated.type = 2; /* an erasure names the record it erased */
    assert_ok(archive_put(archive, &repeated));
    assert_status(archive_get(&kit_arena, archive, fork.record_id, &found),
                  STATUS_NOT_FOUND);
    fork.sequence = 0;
    assert_status(archive_put(archive, &fork), STATUS_BAD_INPUT);
    fork.sequence = UINT64_MAX;
    assert_status(archive_put(archive, &fork), STATUS_BAD_INPUT);
}

static void a_late_payload_is_added(void **state)
{
    (void)state;
    struct entry entry = entry_of(1, 1), bare = entry, found;
    bare.payload = SPAN("");
    assert_ok(archive_put(archive, &bare));
    assert_status(archive_put(archive, &bare), STATUS_EXISTS);
    assert_ok(archive_put(archive, &entry));
    assert_status(archive_put(archive, &bare), STATUS_EXISTS);
    assert_ok(archive_get(&kit_arena, archive, entry.record_id, &found));
    assert_same_entry(&found, &entry);
}

static void erased_stays_erased(void **state)
{
    (void)state;
    struct entry entry = entry_of(1, 1), found;
    put(1, 1);
    put(1, 2);
    assert_ok(archive_erase(archive, entry_of(1, 2).record_id, KIT_NOON_S));
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(archive_erase(archive, entry.record_id, KIT_NOON_S));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_status(archive_put(archive, &entry), STATUS_EXISTS);
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_ok(archive_get(&kit_arena, archive, entry.record_id, &found));
    entry.payload = SPAN("");
    assert_same_entry(&found, &entry);
    assert_ok(archive_erase(archive, entry.record_id, KIT_NOON_S));
    assert_status(archive_erase(archive, entry_of(3, 1).record_id, KIT_NOON_S),
                  STATUS_NOT_FOUND);
}

static void the_day_of_an_erasure_is_kept(void **state)
{
    (void)state;
    const struct entry first = entry_of(1, 1), second = entry_of(1, 2);
    int64_t day_s = -1;
    put(1, 1);
    put(1, 2);
    assert_ok(archive_erased_day(archive, first.record_id, &day_s));
    assert_int_equal(day_s, 0);
    assert_ok(archive_erase(archive, first.record_id, KIT_NOON_S));
    assert_ok(archive_erase(archive, first.record_id, KIT_NOON_S + 7 * 24 * 3600));
    assert_ok(archive_erased_day(archive, first.record_id, &day_s));
    assert_int_equal(day_s, KIT_NOON_S - 12 * 3600);
    assert_true(is_span(archive_day_words(&kit_arena, day_s), " on 2026-11-16"));
    assert_ok(archive_erase(archive, second.record_id, -1)); /* a clock before 1970 */
    assert_ok(archive_erased_day(archive, second.record_id, &day_s));
    assert_int_equal(day_s, ARCHIVE_DAY_UNKNOWN);
    assert_int_equal(archive_day_words(&kit_arena, day_s).count, 0);
    assert_status(archive_erased_day(archive, entry_of(3, 1).record_id, &day_s),
                  STATUS_NOT_FOUND);
}

static void what_was_erased_is_told_of_one_terminal(void **state)
{
    (void)state;
    unsigned char(*ids)[CHAIN_ID_BYTES];
    struct entry here[3] = {entry_of(1, 1), entry_of(1, 2), entry_of(1, 3)};
    size_t count = 9;
    unsigned char device_id[CHAIN_ID_BYTES];
    memcpy(device_id, here[0].device_id, sizeof device_id);
    assert_ok(archive_erased(&kit_arena, archive, device_id, 8, &ids, &count));
    assert_int_equal(count, 0);
    for (uint64_t sequence = 1; sequence <= 3; sequence++)
        put(1, sequence);
    put(2, 1);
    assert_ok(archive_erase(archive, here[0].record_id, KIT_NOON_S));
    assert_ok(archive_erase(archive, here[2].record_id, KIT_NOON_S));
    assert_ok(archive_erase(archive, entry_of(2, 1).record_id, KIT_NOON_S));
    assert_ok(archive_erased(&kit_arena, archive, device_id, 8, &ids, &count));
    assert_int_equal(count, 2);
    assert_true(memcmp(ids[0], ids[1], CHAIN_ID_BYTES) < 0);
    for (int i = 0; i < 2; i++)
        assert_true(memcmp(ids[i], here[0].record_id, CHAIN_ID_BYTES) == 0 ||
                    memcmp(ids[i], here[2].record_id, CHAIN_ID_BYTES) == 0);
    assert_ok(archive_erased(&kit_arena, archive, device_id, 1, &ids, &count));
    assert_int_equal(count, 1); /* the last that came */
    assert_memory_equal(ids[0], here[2].record_id, CHAIN_ID_BYTES);
}

struct order {
    size_t count;
    uint64_t sequences[16];
    int64_t arrivals[16];
};

static enum status see(void *context, const struct entry *entry, int64_t arrival)
{
    struct order *order = context;
    order->sequences[order->count] = entry->sequence;
    order->arrivals[order->count++] = arrival;
    return order->count == 16 ? STATUS_REFUSED : OK;
}

static void lists_have_their_order(void **state)
{
    (void)state;
    struct order results = {0}, chain = {0};
    struct entry event = entry_of(1, 2);
    event.type = 6;
    put(1, 3);
    put(2, 9);
    assert_ok(archive_put(archive, &event));
    put(1, 1);
    assert_ok(archive_list(archive, see, &results));
    assert_int_equal(results.count, 3);
    assert_int_equal(results.sequences[0], 3);
    assert_int_equal(results.sequences[1], 9);
    assert_int_equal(results.sequences[2], 1);
    assert_true(results.arrivals[0] < results.arrivals[1]);
    assert_true(results.arrivals[1] < results.arrivals[2]);
    assert_ok(archive_list_chain(archive, event.device_id, true, see, &chain));
    assert_int_equal(chain.count, 3);
    for (size_t i = 0; i < chain.count; i++)
        assert_int_equal(chain.sequences[i], i + 1);
}

static enum status add_up(void *context, const struct entry *entry, int64_t arrival)
{
    size_t *sum = context;
    (void)arrival;
    *sum += entry->payload.count;
    return OK;
}

/* What is sorted lies in memory: a large archive would not fit there. */
static void a_chain_is_listed_without_holding_its_payloads(void **state)
{
    enum { COUNT = 40, BYTES = 256 * 1024, ROOM = 4 * 1024 * 1024 };
    (void)state;
    size_t sum = 0;
    for (uint64_t i = 1; i <= COUNT; i++) {
        struct entry entry = entry_of(1, i);
        entry.payload = (struct span){arena_alloc(&kit_arena, BYTES), BYTES};
        assert_ok(archive_put(archive, &entry));
    }
    const sqlite3_int64 before = sqlite3_memory_used();
    (void)sqlite3_memory_highwater(true);
    assert_ok(archive_list_chain(archive, entry_of(1, 1).device_id, true, add_up, &sum));
    assert_int_equal(sum, COUNT * BYTES);
    assert_true(sqlite3_memory_highwater(false) >= before && before > 0);
    assert_in_range(sqlite3_memory_highwater(false), 1, before + ROOM);
    sum = 0;
    assert_ok(archive_list_chain(archive, entry_of(1, 1).device_id, false, add_up, &sum));
    assert_int_equal(sum, 0);
}

static void results_come_one_by_one_until_the_end(void **state)
{
    (void)state;
    struct arrivals *arrivals = NULL;
    struct entry found, event = entry_of(1, 2);
    size_t count = 9;
    bool is_end = true;
    event.type = 6;
    assert_ok(archive_count(archive, &count));
    assert_int_equal(count, 0);
    put(1, 3);
    assert_ok(archive_put(archive, &event));
    put(1, 1);
    assert_ok(archive_count(archive, &count));
    assert_int_equal(count, 2);
    assert_ok(arrivals_open(&kit_arena, archive, &arrivals));
    for (size_t i = 0; i < count; i++) {
        const struct entry put_before = entry_of(1, i ? 1 : 3);
        assert_ok(arrivals_next(arrivals, &found, &is_end));
        assert_false(is_end);
        assert_same_entry(&found, &put_before);
    }
    for (int i = 0; i < 3; i++) {
        assert_ok(arrivals_next(arrivals, &found, &is_end));
        assert_true(is_end);
    }
    arrivals_close(arrivals);
    arrivals_close(NULL);
}

/* After a fork the results of both branches are named: as many as there is room for. */
static void results_from_a_place_are_no_more_than_fit(void **state)
{
    (void)state;
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    for (uint64_t sequence = 1; sequence <= ARCHIVE_RESULTS_MAX + 2; sequence++)
        put(1, sequence);
    put(2, 1);
    struct entry first = entry_of(1, 2), last = entry_of(1, ARCHIVE_RESULTS_MAX + 1);
    assert_ok(
        archive_results_from(&kit_arena, archive, first.device_id, 2, &ids, &count));
    assert_int_equal(count, ARCHIVE_RESULTS_MAX);
    assert_memory_equal(ids[0], first.record_id, CHAIN_ID_BYTES);
    assert_memory_equal(ids[count - 1], last.record_id, CHAIN_ID_BYTES);
    last = entry_of(1, ARCHIVE_RESULTS_MAX + 2);
    assert_ok(archive_results_from(&kit_arena, archive, last.device_id, last.sequence,
                                   &ids, &count));
    assert_int_equal(count, 1);
}

/* An entry of a form, with a header that can be read. */
static struct entry entry_of_form(uint64_t sequence, unsigned char form)
{
    struct header header = {.type = HEADER_RESULT, .epoch = 1, .sequence = sequence};
    const struct entry given = entry_of(1, sequence);
    memset(header.assessment_hash, form, sizeof header.assessment_hash);
    memcpy(header.device_id, given.device_id, sizeof header.device_id);
    memcpy(header.record_id, given.record_id, sizeof header.record_id);
    struct entry entry = entry_from_header(&header, given.payload);
    memcpy(entry.entry_hash, given.entry_hash, sizeof entry.entry_hash);
    return entry;
}

static void assert_form(unsigned char form, bool wanted)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    bool is_there = !wanted;
    memset(hash, form, sizeof hash);
    assert_ok(archive_has_form(archive, hash, &is_there));
    assert_int_equal(is_there, wanted);
}

static void whether_a_form_was_answered_is_known(void **state)
{
    (void)state;
    struct entry bare = entry_of_form(2, 7), answered = entry_of_form(4, 7),
                 event = entry_of_form(5, 8);
    assert_form(7, false);
    put(1, 1); /* a header that says nothing hinders none */
    bare.payload = SPAN("");
    assert_ok(archive_put(archive, &bare));
    assert_form(7, false);
    const struct entry other = entry_of_form(3, 9);
    assert_ok(archive_put(archive, &other));
    assert_form(7, false);
    assert_ok(archive_put(archive, &answered));
    assert_form(7, true);
    assert_form(9, true);
    event.type = 6;
    assert_ok(archive_put(archive, &event));
    assert_form(8, false);
    assert_ok(archive_erase(archive, answered.record_id, KIT_NOON_S));
    assert_form(7, false);
    assert_form(9, true);
}

static void a_batch_is_one_step(void **state)
{
    (void)state;
    struct entry first = entry_of(1, 1), second = entry_of(1, 2), found;
    assert_ok(archive_begin(archive));
    put(1, 1);
    assert_status(archive_put(archive, &first), STATUS_EXISTS);
    assert_status(archive_end(archive, STATUS_DAMAGED), STATUS_DAMAGED);
    assert_status(archive_get(&kit_arena, archive, first.record_id, &found),
                  STATUS_NOT_FOUND);
    assert_ok(archive_begin(archive));
    put(1, 1);
    put(1, 2);
    assert_ok(archive_end(archive, OK));
    reopen();
    assert_ok(archive_get(&kit_arena, archive, second.record_id, &found));
}

static struct enrolled_terminal terminal_of(unsigned char number, uint64_t epoch)
{
    struct enrolled_terminal terminal = {.epoch = epoch, .label = SPAN("Front desk")};
    memset(terminal.id, number, sizeof terminal.id);
    memset(terminal.public_key, (int)(10 * number + epoch), sizeof terminal.public_key);
    return terminal;
}

static enum status see_terminal(void *context, const struct enrolled_terminal *terminal)
{
    size_t *count = context;
    *count += 1;
    assert_true(is_span(terminal->label, "Front desk"));
    assert_int_equal(terminal->id[0], 1);
    assert_int_equal(terminal->epoch, *count);
    return *count == 2 ? STATUS_REFUSED : OK;
}

static void terminals_know_their_highest_entry(void **state)
{
    (void)state;
    size_t count = 0;
    struct enrolled_terminal one = terminal_of(1, 1), again = terminal_of(1, 2), found;
    assert_ok(enrolments_put(archive, &one));
    assert_status(enrolments_put(archive, &one), STATUS_EXISTS);
    again.epoch = 1;
    assert_status(enrolments_put(archive, &again), STATUS_FORGED);
    again.epoch = 2;
    assert_ok(enrolments_put(archive, &again));
    assert_ok(enrolments_get(&kit_arena, archive, one.id, 1, &found));
    assert_int_equal(found.sequence, 0);
    put(1, 2);
    put(1, 7);
    put(1, 4);
    put(2, 9);
    assert_ok(enrolments_get(&kit_arena, archive, one.id, 1, &found));
    assert_true(is_span(found.label, "Front desk"));
    assert_memory_equal(found.public_key, one.public_key, sizeof found.public_key);
    assert_int_equal(found.sequence, 7);
    assert_memory_equal(found.head_hash, entry_of(1, 7).entry_hash,
                        sizeof found.head_hash);
    assert_ok(enrolments_get(&kit_arena, archive, one.id, 2, &found));
    assert_int_equal(found.epoch, 2);
    assert_memory_equal(found.id, one.id, sizeof found.id);
    assert_int_equal(found.sequence, 0);
    assert_status(enrolments_get(&kit_arena, archive, one.id, 3, &found),
                  STATUS_NOT_FOUND);
    assert_status(enrolments_get(&kit_arena, archive, one.id, UINT64_MAX, &found),
                  STATUS_NOT_FOUND);
    one = terminal_of(3, 1);
    assert_ok(enrolments_put(archive, &one));
    assert_status(enrolments_list(archive, see_terminal, &count), STATUS_REFUSED);
    assert_int_equal(count, 2);
    one = terminal_of(5, INT64_MAX);
    assert_ok(enrolments_put(archive, &one));
    assert_ok(enrolments_get(&kit_arena, archive, one.id, INT64_MAX, &found));
    one.epoch++;
    assert_status(enrolments_put(archive, &one), STATUS_BAD_INPUT);
    one = terminal_of(4, 1);
    one.label =
        SPAN("A label that goes on and on, longer than any sign at any door could be.");
    assert_status(enrolments_put(archive, &one), STATUS_BAD_INPUT);
    one.label.count = ENROLMENTS_MAX_LABEL_BYTES + 1;
    assert_status(enrolments_put(archive, &one), STATUS_BAD_INPUT);
    one.label.count = ENROLMENTS_MAX_LABEL_BYTES;
    assert_ok(enrolments_put(archive, &one));
}

static void an_archive_of_0_1_0_goes_on(void **state)
{
    (void)state;
    static const char note[] =
        "CREATE TABLE note (record_id BLOB NOT NULL, name TEXT NOT NULL,"
        " sealed BLOB NOT NULL, PRIMARY KEY (record_id, name)) STRICT";
    struct sqlite3 *handle;
    struct entry entry = entry_of(1, 1), found;
    put(1, 1);
    archive_close(archive);
    assert_int_equal(sqlite3_open(kit_path("archive.db"), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, note, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
    assert_ok(archive_open(&kit_arena, kit_path("archive.db"), &archive));
    assert_ok(archive_check(archive));
    put(1, 2);
    assert_ok(archive_get(&kit_arena, archive, entry.record_id, &found));
    assert_same_entry(&found, &entry);
    assert_ok(archive_erase(archive, entry.record_id, KIT_NOON_S));
    assert_ok(archive_get(&kit_arena, archive, entry.record_id, &found));
    assert_int_equal(found.payload.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_entry_is_kept_once, setup, teardown),
        cmocka_unit_test_setup_teardown(forks_and_repeated_records_are_loud, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_late_payload_is_added, setup, teardown),
        cmocka_unit_test_setup_teardown(erased_stays_erased, setup, teardown),
        cmocka_unit_test_setup_teardown(the_day_of_an_erasure_is_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_erased_is_told_of_one_terminal, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(lists_have_their_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_chain_is_listed_without_holding_its_payloads,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(results_come_one_by_one_until_the_end, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(results_from_a_place_are_no_more_than_fit, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(whether_a_form_was_answered_is_known, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_batch_is_one_step, setup, teardown),
        cmocka_unit_test_setup_teardown(an_archive_of_0_1_0_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(terminals_know_their_highest_entry, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
