/* bundle: what was written reads back whole; every wrong file is refused with its own sentence. */
#include "store_kit.h"

#include "base/little.h"
#include "fleet/bundle.h"

#include <sys/stat.h>

enum { FRONT_BYTES = 88, ENTRY_BYTES = 240 + 64 + 4, END_BYTES = 20, ENTRIES = 5 };

static const struct bundle_limits limits = {1024 * 1024, 1000, 64 * 1024};
static struct ledger *ledger;

static struct entry entry_of(uint64_t sequence)
{
    struct entry entry = kit_entry(1, sequence, 0);
    entry.payload = sequence == 2 ? SPAN("") : SPAN("a sealed record");
    return entry;
}

static int setup(void **state)
{
    if (kit_setup(state) != 0 ||
        ledger_open(&kit_arena, kit_path("ledger.db"), &ledger) != OK)
        return -1;
    for (uint64_t sequence = 1; sequence <= ENTRIES; sequence++) {
        const struct entry entry = entry_of(sequence);
        if (ledger_append(ledger, &entry) != OK)
            return -1;
    }
    return 0;
}

static int teardown(void **state)
{
    ledger_close(ledger);
    return kit_teardown(state);
}

struct seen {
    uint64_t first, count;
    enum status answer;
};

static enum status see(void *context, const struct bundle *bundle,
                       const struct bundle_entry *read)
{
    struct seen *seen = context;
    const struct entry wanted = entry_of(seen->first + seen->count);
    assert_int_equal(bundle->from_sequence, seen->first);
    assert_int_equal(read->sequence, wanted.sequence);
    assert_memory_equal(read->header, wanted.header, sizeof read->header);
    assert_memory_equal(read->signature, wanted.signature, sizeof read->signature);
    assert_true(is_span_equal(read->payload, wanted.payload));
    seen->count++;
    return seen->answer;
}

static enum status read_it(uint64_t *out_count)
{
    struct seen seen = {.first = 1};
    struct bundle bundle;
    const enum status status =
        bundle_read(kit_path("a.hfb"), &limits, see, &seen, &bundle);
    *out_count = seen.count;
    return status;
}

static struct span written(void)
{
    struct bundle bundle;
    struct span bytes;
    assert_ok(bundle_write(ledger, 1, kit_path("a.hfb"), NULL, &bundle));
    assert_ok(file_read(&kit_arena, kit_path("a.hfb"), limits.max_bytes, &bytes));
    return bytes;
}

static void entries_come_home_whole(void **state)
{
    (void)state;
    struct seen seen = {.first = 2};
    struct bundle bundle, read;
    struct stat about;
    assert_ok(bundle_write(ledger, 2, kit_path("a.hfb"), NULL, &bundle));
    assert_int_equal(bundle.from_sequence, 2);
    assert_int_equal(bundle.to_sequence, ENTRIES);
    assert_int_equal(bundle.epoch, 1);
    assert_memory_equal(bundle.head_hash, entry_of(ENTRIES).entry_hash, CHAIN_HASH_BYTES);
    assert_memory_equal(bundle.device_id, entry_of(1).device_id, CHAIN_ID_BYTES);
    assert_ok(bundle_read(kit_path("a.hfb"), &limits, see, &seen, &read));
    assert_int_equal(seen.count, 4);
    assert_memory_equal(&bundle, &read, sizeof bundle);
    assert_int_equal(stat(kit_path("a.hfb"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(about.st_size, FRONT_BYTES + 4 * ENTRY_BYTES + 3 * 15 + END_BYTES);
}

static void the_reader_may_end_it(void **state)
{
    (void)state;
    struct seen seen = {.first = 1, .answer = STATUS_FORGED};
    struct bundle bundle = {.epoch = 77};
    written();
    assert_status(bundle_read(kit_path("a.hfb"), &limits, see, &seen, &bundle),
                  STATUS_FORGED);
    assert_int_equal(seen.count, 1);
    assert_int_equal(bundle.epoch, 77);
}

static void nothing_to_write_is_told(void **state)
{
    (void)state;
    struct bundle bundle;
    assert_status(bundle_write(ledger, ENTRIES + 1, kit_path("a.hfb"), NULL, &bundle),
                  STATUS_NOT_FOUND);
    assert_status(bundle_write(ledger, 0, kit_path("a.hfb"), NULL, &bundle),
                  STATUS_NOT_FOUND);
    assert_false(is_file(kit_path("a.hfb")));
    assert_status(bundle_write(ledger, 1, kit_path("no/folder.hfb"), NULL, &bundle),
                  STATUS_NOT_FOUND);
}

static void the_same_ledger_gives_the_same_bytes(void **state)
{
    (void)state;
    const struct span first = written();
    assert_true(is_span_equal(first, written()));
    assert_true(has_span_prefix(first, "HFB1"));
}

/* Reads `bytes` as a bundle: `wanted`, with a sentence that has the path and `words`. */
static void refused(struct span bytes, enum status wanted, const char *words)
{
    uint64_t count;
    assert_ok(file_write(kit_path("a.hfb"), bytes, 0600));
    assert_status(read_it(&count), wanted);
    assert_non_null(strstr(status_last(), kit_path("a.hfb")));
    if (!strstr(status_last(), words))
        fail_msg("\"%s\" lacks \"%s\"", status_last(), words);
}

static void other_files_are_told(void **state)
{
    (void)state;
    uint64_t count;
    refused(SPAN(""), STATUS_BAD_INPUT, "not a Resonance bundle");
    refused(SPAN("HF"), STATUS_BAD_INPUT, "not a Resonance bundle");
    refused(SPAN("Dear all,\n"
                 "this is a letter that is longer than the front of a bundle, and then "
                 "some more lines."),
            STATUS_BAD_INPUT, "not a Resonance bundle");
    unlink(kit_path("a.hfb"));
    assert_status(read_it(&count), STATUS_NOT_FOUND);
    assert_int_equal(mkdir(kit_path("a.hfb"), 0700), 0);
    assert_status(read_it(&count), STATUS_BAD_INPUT);
    assert_int_equal(rmdir(kit_path("a.hfb")), 0);
}

static void every_cut_is_told(void **state)
{
    (void)state;
    const struct span whole = written();
    for (size_t count = 4; count < whole.count; count++)
        refused(span_cut(whole, 0, count), STATUS_DAMAGED, "cut short");
    refused(span_cut(whole, 0, FRONT_BYTES - 1), STATUS_DAMAGED, "at its beginning");
    refused(span_cut(whole, 0, FRONT_BYTES + 2 * ENTRY_BYTES + 15), STATUS_DAMAGED,
            "at entry 3");
    refused(span_cut(whole, 0, whole.count - 1), STATUS_DAMAGED, "at its end");
}

static void bytes_after_the_end_are_told(void **state)
{
    (void)state;
    const struct span whole = written();
    char *longer = arena_alloc(&kit_arena, whole.count + 1);
    memcpy(longer, whole.data, whole.count);
    refused((struct span){longer, whole.count + 1}, STATUS_DAMAGED, "after its end");
}

/* A copy of the written bundle with the number `value` of `count` bytes at `at`. */
static struct span changed(size_t at, uint64_t value, size_t count)
{
    const struct span whole = written();
    char *copy = arena_alloc(&kit_arena, whole.count);
    memcpy(copy, whole.data, whole.count);
    little_write(value, count, (unsigned char *)copy + at);
    return (struct span){copy, whole.count};
}

static void impossible_numbers_are_told(void **state)
{
    (void)state;
    enum { VERSION = 4, FROM = 32, TO = 40, COUNT = 48, LENGTH = FRONT_BYTES + 304 };
    refused(changed(VERSION, 3, 4), STATUS_UNSUPPORTED, "version 3");
    refused(changed(VERSION, 2, 4), STATUS_DAMAGED, "damaged slips");
    refused(changed(FROM, 0, 8), STATUS_DAMAGED, "what cannot be");
    refused(changed(FROM, 2, 8), STATUS_DAMAGED, "what cannot be");
    refused(changed(TO, 0, 8), STATUS_DAMAGED, "what cannot be");
    refused(changed(TO, UINT64_MAX, 8), STATUS_DAMAGED, "what cannot be");
    refused(changed(COUNT, UINT64_MAX, 8), STATUS_DAMAGED, "what cannot be");
    refused(changed(LENGTH, 64 * 1024 + 1, 4), STATUS_TOO_LARGE,
            "entry 1 has 65537 bytes");
    refused(changed(LENGTH, UINT32_MAX, 4), STATUS_TOO_LARGE, "entry 1");
    refused(changed(LENGTH, 60 * 1024, 4), STATUS_DAMAGED, "cut short at entry 1");
}

/* Three of 100 bytes each, as a terminal gives them. */
static const struct bundle_slips *slips_of_three(void)
{
    static char bytes[3][100];
    static struct span list[3];
    static struct bundle_slips slips = {list, 3, {7}};
    for (size_t i = 0; i < 3; i++) {
        memset(bytes[i], (int)i + 1, sizeof bytes[i]);
        list[i] = (struct span){bytes[i], sizeof bytes[i]};
    }
    return &slips;
}

static void slips_come_home_beside_the_entries(void **state)
{
    (void)state;
    const struct bundle_slips *slips = slips_of_three();
    struct bundle_slips read;
    struct bundle bundle;
    struct seen seen = {.first = 1};
    assert_ok(bundle_write(ledger, 1, kit_path("a.hfb"), slips, &bundle));
    assert_ok(bundle_read(kit_path("a.hfb"), &limits, see, &seen, &bundle));
    assert_int_equal(seen.count, ENTRIES);
    assert_ok(bundle_slips(&kit_arena, kit_path("a.hfb"), &bundle, &read));
    assert_int_equal(read.count, 3);
    for (size_t i = 0; i < read.count; i++)
        assert_true(is_span_equal(read.list[i], slips->list[i]));
    assert_memory_equal(read.signature, slips->signature, sizeof read.signature);
}

static void slips_that_are_wrong_are_told(void **state)
{
    (void)state;
    const struct bundle_slips *slips = slips_of_three();
    struct bundle bundle;
    struct span whole, list[2] = {SPAN("short"), SPAN("longer")};
    const struct bundle_slips unequal = {list, 2, {0}};
    assert_status(bundle_write(ledger, 1, kit_path("a.hfb"), &unequal, &bundle),
                  STATUS_DAMAGED);
    assert_ok(bundle_write(ledger, 1, kit_path("a.hfb"), slips, &bundle));
    assert_ok(file_read(&kit_arena, kit_path("a.hfb"), 1024 * 1024, &whole));
    const size_t at = whole.count - END_BYTES - CHAIN_SIGNATURE_BYTES - 300 - 12;
    static const struct {
        size_t at;
        uint64_t value;
    } numbers[] = {{4, 0}, {4, 20001}, {4, 4},  {4, 2},
                   {8, 0}, {8, 4097},  {8, 99}, {0, 9}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char *copy = arena_alloc(&kit_arena, whole.count);
        memcpy(copy, whole.data, whole.count);
        little_write(numbers[i].value, 4, (unsigned char *)copy + at + numbers[i].at);
        refused((struct span){copy, whole.count}, STATUS_DAMAGED, "copy it again");
    }
    for (size_t count = at; count < whole.count; count++)
        refused(span_cut(whole, 0, count), STATUS_DAMAGED, "copy it again");
}

static void a_changed_end_is_told(void **state)
{
    (void)state;
    const size_t count = written().count;
    for (size_t at = count - END_BYTES; at < count; at++)
        refused(changed(at, 0x55, 1), STATUS_DAMAGED, "damaged end");
}

static void limits_hold(void **state)
{
    (void)state;
    struct seen seen = {.first = 1};
    struct bundle bundle;
    const size_t count = written().count;
    const struct bundle_limits few = {limits.max_bytes, ENTRIES - 1, 100};
    const struct bundle_limits small = {count - 1, 1000, 100};
    const struct bundle_limits exact = {count, ENTRIES, 15};
    assert_status(bundle_read(kit_path("a.hfb"), &few, see, &seen, &bundle),
                  STATUS_TOO_LARGE);
    assert_status(bundle_read(kit_path("a.hfb"), &small, see, &seen, &bundle),
                  STATUS_TOO_LARGE);
    assert_int_equal(seen.count, 0);
    assert_ok(bundle_read(kit_path("a.hfb"), &exact, see, &seen, &bundle));
}

#define WITH_LEDGER(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_LEDGER(entries_come_home_whole),
        WITH_LEDGER(the_reader_may_end_it),
        WITH_LEDGER(nothing_to_write_is_told),
        WITH_LEDGER(the_same_ledger_gives_the_same_bytes),
        WITH_LEDGER(other_files_are_told),
        WITH_LEDGER(every_cut_is_told),
        WITH_LEDGER(bytes_after_the_end_are_told),
        WITH_LEDGER(impossible_numbers_are_told),
        WITH_LEDGER(slips_come_home_beside_the_entries),
        WITH_LEDGER(slips_that_are_wrong_are_told),
        WITH_LEDGER(a_changed_end_is_told),
        WITH_LEDGER(limits_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
