/* gaps: what rows leave between the others when they move or go is cleared where it stands, and
 * nothing else is touched; a file that is damaged or in use is told by name. */
#include "store_kit.h"

#include "store/database.h"
#include "store/query.h"
#include "store/terminal/gaps.h"

#include <sqlite3.h>

#define GONE "gone-gone-gone-gone-"
#define STAYS "stays-stays-stays-stays-"

enum { ROWS = 3000, PAGE_BYTES = 4096 };

static const struct database_shape shape = {
    .thing = "thing",
    .application_id = 4711,
    .version = 2,
    .schema =
        "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT; CREATE INDEX i ON t (b)",
};

static struct database *database;

static void run(const char *sql)
{
    assert_ok(sqlite_run(database, "write", sql));
}

static int64_t number_of(const char *sql)
{
    int64_t number;
    scoped_query query = query_of(database, "read", sql);
    assert_ok(query_number(&query, &number));
    return number;
}

/* The pages of the index are split again and again, so that its rows move; then every third
 * goes. */
static int setup(void **state)
{
    (void)kit_setup(state);
    assert_ok(database_open(&kit_arena, kit_path("t.db"), &shape, &database));
    run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO t SELECT i, CASE WHEN i % 3 = 0 THEN i || '" GONE GONE
        "' ELSE i || '" STAYS STAYS STAYS "' END FROM n");
    run("DELETE FROM t WHERE a % 3 = 0");
    assert_ok(sqlite_cut_log(database));
    assert_true(kit_has_bytes(SPAN(GONE)));
    return 0;
}

static int teardown(void **state)
{
    database_close(database);
    return kit_teardown(state);
}

static void what_went_is_cleared_and_all_else_stays(void **state)
{
    (void)state;
    const int64_t sum = number_of("SELECT sum(a * length(b)) FROM t");
    assert_ok(gaps_clear(database));
    assert_false(kit_has_bytes(SPAN(GONE)));
    assert_ok(database_check(database));
    assert_int_equal(
        number_of("SELECT count(*) FROM t WHERE b = a || '" STAYS STAYS STAYS "'"),
        ROWS - ROWS / 3);
    assert_int_equal(number_of("SELECT sum(a * length(b)) FROM t INDEXED BY i"), sum);
    database_close(database);
    assert_ok(database_open(&kit_arena, kit_path("t.db"), &shape, &database));
    assert_int_equal(number_of("SELECT sum(a * length(b)) FROM t"), sum);
    assert_int_equal(number_of("SELECT 1 FROM pragma_integrity_check WHERE "
                               "integrity_check = 'ok'"),
                     1);
}

/* Pages that this program or another one keeps in memory bring nothing back. */
static void nothing_comes_back_with_what_is_written_next(void **state)
{
    (void)state;
    sqlite3 *other;
    assert_int_equal(sqlite3_open(kit_path("t.db"), &other), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(other, "SELECT sum(length(b)) FROM t", NULL, NULL, NULL), SQLITE_OK);
    assert_ok(gaps_clear(database));
    assert_int_equal(sqlite3_exec(other, "UPDATE t SET b = b || 'x' WHERE a % 9 = 1",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    run("UPDATE t SET b = b || 'y' WHERE a % 9 = 2");
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_ok(sqlite_cut_log(database));
    assert_false(kit_has_bytes(SPAN(GONE)));
    assert_ok(database_check(database));
}

static void who_reads_meanwhile_is_told_of(void **state)
{
    (void)state;
    sqlite3 *other;
    assert_int_equal(sqlite3_open(kit_path("t.db"), &other), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(other, "BEGIN; SELECT count(*) FROM t", NULL, NULL, NULL),
        SQLITE_OK);
    run("UPDATE t SET b = b || 'z' WHERE a = 1");
    sqlite3_busy_timeout(database->handle, 1);
    assert_status(gaps_clear(database), STATUS_NO_ACCESS);
    assert_non_null(strstr(status_last(), "t.db"));
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_ok(gaps_clear(database));
    assert_false(kit_has_bytes(SPAN(GONE)));
}

static void gaps_clear_damaged(struct span whole, size_t at, unsigned char flip,
                               size_t *told_count)
{
    const struct arena_mark mark = arena_mark(&kit_arena);
    char *bytes = arena_alloc(&kit_arena, whole.count);
    struct span after;
    memcpy(bytes, whole.data, whole.count);
    bytes[at] = (char)((unsigned char)bytes[at] ^ flip);
    assert_ok(file_write(kit_path("t.db"), (struct span){bytes, whole.count}, 0600));
    assert_ok(database_open(&kit_arena, kit_path("t.db"), &shape, &database));
    const enum status status = gaps_clear(database);
    database_close(database);
    database = NULL;
    assert_true(status == OK || status == STATUS_DAMAGED);
    assert_ok(file_read(&kit_arena, kit_path("t.db"), 64 * 1024 * 1024, &after));
    if (status == STATUS_DAMAGED)
        assert_memory_equal(after.data + at / PAGE_BYTES * PAGE_BYTES,
                            bytes + at / PAGE_BYTES * PAGE_BYTES, PAGE_BYTES);
    *told_count += status != OK;
    arena_release(&kit_arena, mark);
}

/* Each bit of the head of a page is another one: it is told, and that page is left as it is. */
static void a_damaged_page_is_told_and_left(void **state)
{
    (void)state;
    size_t told_count = 0;
    struct span whole;
    int64_t page;
    assert_ok(gaps_clear(database));
    page = number_of("SELECT rootpage FROM sqlite_schema WHERE name = 't'");
    assert_ok(file_read(&kit_arena, kit_path("t.db"), 64 * 1024 * 1024, &whole));
    page = (unsigned char)whole.data[(page - 1) * PAGE_BYTES + 11]; /* one below it */
    database_close(database);
    database = NULL;
    assert_int_equal(whole.data[(page - 1) * PAGE_BYTES], 13);
    for (size_t at = 0; at < 16; at++)
        for (int bit = 0; bit < 8; bit++)
            gaps_clear_damaged(whole, (size_t)(page - 1) * PAGE_BYTES + at,
                               (unsigned char)(1 << bit), &told_count);
    assert_int_equal(told_count, 16 * 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_went_is_cleared_and_all_else_stays, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(nothing_comes_back_with_what_is_written_next,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(who_reads_meanwhile_is_told_of, setup, teardown),
        cmocka_unit_test_setup_teardown(a_damaged_page_is_told_and_left, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
