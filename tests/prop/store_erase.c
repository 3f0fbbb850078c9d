/* Sessions come, grow by rows of any size and are erased in any order. Pages are split, merged
 * and moved meanwhile; after each erase no file has a byte of the erased, and the others are
 * whole. The same of a large ledger, where some results of many are erased and dropped.
 *
 *   prop_store_erase [steps] [seed] */
#include "store_kit.h"

#include "store/drafts.h"
#include "store/ledger.h"

#include <inttypes.h>
#include <sys/stat.h>
#include <time.h>

enum { SESSIONS = 6, MARK_BYTES = 24, MAX_ROW_BYTES = 12000 };

static int step_count = 400;
static uint64_t seed;
static struct drafts *drafts;

struct sitting {
    uint64_t mark; /* 0: not there */
    uint64_t row_count;
};

/* What each row of the sitting has at its beginning, its end and every 400 bytes. */
static void mark_of(uint64_t mark, unsigned char out_bytes[MARK_BYTES])
{
    struct chance chance = chance_init(mark);
    kit_fill(&chance, out_bytes, MARK_BYTES);
}

static void id_of(uint64_t mark, unsigned char out_id[CHAIN_ID_BYTES])
{
    struct chance chance = chance_init(mark ^ 0x5555);
    kit_fill(&chance, out_id, CHAIN_ID_BYTES);
}

static void begin(struct chance *chance, struct sitting *sitting)
{
    struct drafts_session session = {.wrapped_key = SPAN("wrapped")};
    unsigned char mark[MARK_BYTES];
    *sitting = (struct sitting){.mark = chance_next(chance) | 1};
    mark_of(sitting->mark, mark);
    id_of(sitting->mark, session.id);
    memcpy(session.locator, mark, sizeof session.locator);
    session.wrapped_key = (struct span){(const char *)mark, sizeof mark};
    assert_ok(drafts_begin(drafts, &session));
}

static void put(struct chance *chance, struct sitting *sitting)
{
    static unsigned char sealed[MAX_ROW_BYTES];
    const size_t most = chance_below(chance, 4) ? 300 : MAX_ROW_BYTES - MARK_BYTES;
    const size_t count = MARK_BYTES + chance_below(chance, most);
    unsigned char id[CHAIN_ID_BYTES];
    id_of(sitting->mark, id);
    memset(sealed, 0x20, sizeof sealed);
    for (size_t at = 0; at + MARK_BYTES <= count; at += 400)
        mark_of(sitting->mark, sealed + at);
    mark_of(sitting->mark, sealed + count - MARK_BYTES);
    const struct drafts_row row = {
        ++sitting->row_count, 1, {(const char *)sealed, count}, SPAN("head")};
    assert_ok(drafts_put(drafts, id, &row, 0));
}

static void erase(struct sitting *sitting)
{
    unsigned char id[CHAIN_ID_BYTES], mark[MARK_BYTES];
    id_of(sitting->mark, id);
    mark_of(sitting->mark, mark);
    assert_ok(drafts_erase(drafts, id));
    /* half a mark too: cells may be cut */
    assert_false(kit_has_bytes((struct span){(const char *)mark, MARK_BYTES / 2}));
    assert_false(kit_has_bytes(
        (struct span){(const char *)mark + MARK_BYTES / 2, MARK_BYTES / 2}));
    assert_false(kit_has_bytes((struct span){(const char *)id, sizeof id}));
    *sitting = (struct sitting){0};
}

static enum status see(void *context, const struct drafts_row *row)
{
    struct sitting *seen = context;
    unsigned char mark[MARK_BYTES];
    mark_of(seen->mark, mark);
    assert_int_equal(row->number, ++seen->row_count);
    assert_memory_equal(row->sealed.data + row->sealed.count - MARK_BYTES, mark,
                        MARK_BYTES);
    return OK;
}

static void check(const struct sitting *sitting)
{
    struct sitting seen = {.mark = sitting->mark};
    unsigned char id[CHAIN_ID_BYTES];
    id_of(sitting->mark, id);
    assert_ok(drafts_list_rows(drafts, id, see, &seen));
    assert_int_equal(seen.row_count, sitting->row_count);
}

static void step(struct chance *chance, struct sitting *sitting)
{
    if (!sitting->mark)
        begin(chance, sitting);
    else if (chance_below(chance, 20) == 0)
        erase(sitting);
    else
        put(chance, sitting);
}

static void erased_leaves_no_byte(void **state)
{
    (void)state;
    struct chance chance = chance_init(seed);
    struct sitting sittings[SESSIONS] = {0};
    print_message("%d steps, seed %" PRIu64 "\n", step_count, seed);
    assert_ok(drafts_open(&kit_arena, kit_path("drafts.db"), &drafts));
    for (int i = 0; i < step_count; i++)
        step(&chance, &sittings[chance_below(&chance, SESSIONS)]);
    for (size_t i = 0; i < SESSIONS; i++) {
        if (!sittings[i].mark)
            continue;
        check(&sittings[i]);
        erase(&sittings[i]);
    }
    drafts_close(drafts);
}

enum { RESULTS = 1000, RESULT_MAX_BYTES = 70000, LARGE_BYTES = 16 * 1024 * 1024 };

static struct ledger *ledger;
static bool is_gone[RESULTS + 1]; /* by number, from 1 on */

/* All of the payload is its mark, again and again: a piece of any row tells whose it is. */
static struct span payload_of(uint64_t number)
{
    static unsigned char bytes[RESULT_MAX_BYTES];
    struct chance chance = chance_init(seed ^ number * 7919);
    const size_t count =
        MARK_BYTES + chance_below(&chance, chance_below(&chance, 3)
                                               ? sizeof bytes - MARK_BYTES
                                               : 5000);
    for (size_t at = 0; at < sizeof bytes - MARK_BYTES; at += MARK_BYTES)
        mark_of(seed + number, bytes + at);
    return (struct span){(const char *)bytes, count};
}

static void results_append(void)
{
    for (uint64_t number = 1; number <= RESULTS; number++) {
        struct entry entry = kit_entry(1, number, 0);
        entry.payload = payload_of(number);
        assert_ok(ledger_append(ledger, &entry));
    }
}

static void is_no_byte_left_of(uint64_t number)
{
    unsigned char mark[MARK_BYTES];
    mark_of(seed + number, mark);
    assert_false(kit_has_bytes((struct span){(const char *)mark, MARK_BYTES / 2}));
    assert_false(kit_has_bytes(
        (struct span){(const char *)mark + MARK_BYTES / 2, MARK_BYTES / 2}));
    is_gone[number] = true;
}

/* Some that stand side by side: where one goes, those beside it move, and leave traces. */
static void some_erase(struct chance *chance)
{
    enum { MOST = 3, SIDE_BY_SIDE = 100 };
    unsigned char ids[MOST][CHAIN_ID_BYTES];
    uint64_t numbers[MOST];
    const size_t count = 1 + chance_below(chance, MOST);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = RESULTS - 1 - chance_below(chance, SIDE_BY_SIDE);
        memcpy(ids[i], kit_entry(1, numbers[i], 0).record_id, sizeof ids[i]);
    }
    assert_ok(ledger_erase(ledger, (const unsigned char(*)[CHAIN_ID_BYTES])ids, count));
    for (size_t i = 0; i < count; i++)
        is_no_byte_left_of(numbers[i]);
}

static void some_drop(struct chance *chance, uint64_t to)
{
    const uint64_t kept[] = {1 + chance_below(chance, to)};
    size_t dropped_count;
    assert_ok(ledger_drop(ledger, to, kept, 1, &dropped_count));
    for (uint64_t number = 1; number <= to; number++)
        if (number != kept[0] && !is_gone[number])
            is_no_byte_left_of(number);
}

static enum status result_see(void *context, const struct entry *entry, int64_t arrival)
{
    uint64_t *count = context;
    const struct span payload = payload_of(entry->sequence);
    (void)arrival;
    assert_int_equal(entry->sequence, ++*count);
    if (is_gone[entry->sequence])
        assert_int_equal(entry->payload.count, 0);
    else
        assert_true(is_span_equal(entry->payload, payload));
    return OK;
}

/* The file stays: it is not written anew for a few of many. */
static void erased_of_many_leaves_no_byte_and_the_others_whole(void **state)
{
    (void)state;
    struct chance chance = chance_init(seed);
    struct stat before, about;
    uint64_t count = 0;
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    results_append();
    assert_ok(ledger_cut_log(ledger));
    assert_int_equal(stat(kit_path("ledger.db"), &before), 0);
    assert_true(before.st_size > LARGE_BYTES);
    for (int i = 0; i < 12; i++)
        some_erase(&chance);
    some_drop(&chance, RESULTS / 50);
    some_erase(&chance);
    some_drop(&chance, RESULTS / 30);
    assert_int_equal(stat(kit_path("ledger.db"), &about), 0);
    assert_true(about.st_size >= before.st_size);
    assert_ok(ledger_list(ledger, 1, result_see, &count));
    assert_int_equal(count, RESULTS);
    assert_ok(ledger_check(ledger));
    some_drop(&chance, RESULTS - RESULTS / 30);
    assert_int_equal(stat(kit_path("ledger.db"), &about), 0);
    assert_true(about.st_size < before.st_size / 4);
    ledger_close(ledger);
}

int main(int argc, char **argv)
{
    int64_t value;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            erased_of_many_leaves_no_byte_and_the_others_whole, kit_setup, kit_teardown),
        cmocka_unit_test_setup_teardown(erased_leaves_no_byte, kit_setup, kit_teardown),
    };
    seed = (uint64_t)time(NULL);
    if (argc > 1 && span_to_integer(span_of(argv[1]), &value))
        step_count = (int)value;
    if (argc > 2 && span_to_integer(span_of(argv[2]), &value))
        seed = (uint64_t)value;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
