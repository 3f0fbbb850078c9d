/* Bundles of many terminals, in any order and any number of times, end as the same archive. The
 * terminals export overlapping parts, some after payloads were dropped, one record is erased at
 * the desk in the middle.
 *
 *   prop_fleet_import [orders] [seed] */
#include "store_kit.h"

#include "base/hash.h"
#include "fleet/bundle.h"
#include "store/archive.h"

#include <inttypes.h>
#include <time.h>

enum { TERMINALS = 5, ENTRIES = 12, DROPPED = 9, BUNDLES = 4 };

static int order_count = 20;
static uint64_t seed;

static struct entry entry_of(unsigned char device, uint64_t sequence)
{
    struct entry entry = kit_entry(device, sequence, 0);
    entry.payload = SPAN("a sealed record");
    return entry;
}

static const char *bundle_path(unsigned char device, int bundle)
{
    char name[32];
    snprintf(name, sizeof name, "%d-%d.hfb", device, bundle);
    return kit_path(name);
}

/* A bundle of all entries, the first nine without their payloads. */
static void export_dropped(unsigned char device)
{
    struct ledger *ledger;
    struct bundle bundle;
    assert_ok(ledger_open(&kit_arena, kit_path("dropped.db"), &ledger));
    for (uint64_t sequence = 1; sequence <= ENTRIES; sequence++) {
        struct entry entry = entry_of(device, sequence);
        if (sequence <= DROPPED)
            entry.payload = SPAN("");
        assert_ok(ledger_append(ledger, &entry));
    }
    assert_ok(bundle_write(ledger, 1, bundle_path(device, 3), NULL, &bundle));
    ledger_close(ledger);
    unlink(kit_path("dropped.db"));
}

/* Four bundles: from entry 1, 4, 7 and 1 again, the last without the first payloads. */
static void export(unsigned char device)
{
    struct ledger *ledger;
    struct bundle bundle;
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    for (uint64_t sequence = 1; sequence <= ENTRIES; sequence++) {
        const struct entry entry = entry_of(device, sequence);
        assert_ok(ledger_append(ledger, &entry));
        if (sequence % 3 == 0 && sequence < ENTRIES)
            assert_ok(bundle_write(ledger, sequence - 2,
                                   bundle_path(device, (int)sequence / 3 - 1), NULL,
                                   &bundle));
    }
    ledger_close(ledger);
    unlink(kit_path("ledger.db"));
    export_dropped(device);
}

/* The sealer would read the header; the stand-in knows the entry by its place. */
static enum status put(void *context, const struct bundle *bundle,
                       const struct bundle_entry *read)
{
    struct entry entry = entry_of(bundle->device_id[0], read->sequence);
    assert_memory_equal(entry.header, read->header, sizeof entry.header);
    entry.payload = read->payload;
    const enum status status = archive_put(context, &entry);
    return status == STATUS_EXISTS ? OK : status;
}

static void import(struct archive *archive, size_t number)
{
    static const struct bundle_limits limits = {1024 * 1024, 1000, 64 * 1024};
    struct bundle bundle;
    const char *path =
        bundle_path((unsigned char)(1 + number / BUNDLES), number % BUNDLES);
    assert_ok(archive_begin(archive));
    assert_ok(archive_end(archive, bundle_read(path, &limits, put, archive, &bundle)));
}

static enum status mix_entry(void *context, const struct entry *entry, int64_t arrival)
{
    uint64_t *sum = context;
    (void)arrival;
    *sum = hash_mix(*sum, entry->header, sizeof entry->header);
    *sum = hash_mix(*sum, entry->entry_hash, sizeof entry->entry_hash);
    *sum = hash_mix(*sum, entry->payload.data, entry->payload.count);
    *sum = hash_mix(*sum, &entry->payload.count, sizeof entry->payload.count);
    return OK;
}

static uint64_t sum_of(struct archive *archive)
{
    uint64_t sum = HASH_START;
    for (unsigned char device = 1; device <= TERMINALS; device++)
        assert_ok(archive_list_chain(archive, entry_of(device, 1).device_id, true,
                                     mix_entry, &sum));
    return sum;
}

static enum status count_whole(void *context, const struct entry *entry, int64_t arrival)
{
    size_t *count = context;
    (void)arrival;
    *count += entry->payload.count > 0;
    return OK;
}

/* Imports all bundles in an order of `chance`, some twice; what the archive is then. */
static uint64_t import_all(struct chance *chance)
{
    struct arena arena;
    struct archive *archive;
    size_t order[2 * TERMINALS * BUNDLES], whole_count = 0;
    const size_t count = TERMINALS * BUNDLES + chance_below(chance, TERMINALS * BUNDLES);
    const struct entry erased = entry_of(2, 5);
    for (size_t i = 0; i < count; i++)
        order[i] = i % (TERMINALS * BUNDLES);
    chance_shuffle(chance, order, count);
    arena_init(&arena, 1024 * 1024);
    assert_ok(archive_open(&arena, kit_path("archive.db"), &archive));
    bool is_erased = 0;
    for (size_t i = 0; i < count; i++) {
        import(archive, order[i]);
        is_erased =
            is_erased || archive_erase(archive, erased.record_id, KIT_NOON_S) == OK;
    }
    assert_int_equal(is_erased, 1);
    assert_ok(archive_list(archive, count_whole, &whole_count));
    assert_int_equal(whole_count, TERMINALS * ENTRIES - 1);
    const uint64_t sum = sum_of(archive);
    archive_close(archive);
    unlink(kit_path("archive.db"));
    arena_done(&arena);
    return sum;
}

static void any_order_ends_as_the_same_archive(void **state)
{
    (void)state;
    struct chance chance = chance_init(seed);
    print_message("%d orders, seed %" PRIu64 "\n", order_count, seed);
    for (unsigned char device = 1; device <= TERMINALS; device++)
        export(device);
    const uint64_t sum = import_all(&chance);
    for (int i = 1; i < order_count; i++)
        assert_int_equal(import_all(&chance), sum);
}

int main(int argc, char **argv)
{
    int64_t value;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_order_ends_as_the_same_archive, kit_setup,
                                        kit_teardown),
    };
    seed = (uint64_t)time(NULL);
    if (argc > 1 && span_to_integer(span_of(argv[1]), &value))
        order_count = (int)value;
    if (argc > 2 && span_to_integer(span_of(argv[2]), &value))
        seed = (uint64_t)value;
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    print_message("tally %d orders of bundles\n", order_count);
    return failed;
}
