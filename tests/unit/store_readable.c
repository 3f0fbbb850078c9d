/* database: where nothing can be written, a shape that allows it is read, checked as before; a file
 * that another program holds is not. */
#include "store_kit.h"

#include "store/database.h"
#include "store/query.h"

#include <sqlite3.h>
#include <sys/stat.h>

static struct database_shape readable = {
    .thing = "thing",
    .application_id = 4711,
    .version = 2,
    .schema = "CREATE TABLE t (a INTEGER, b BLOB) STRICT;",
    .is_readable = true,
};

static struct database *database;

static enum status open_it(const char *name)
{
    return database_open(&kit_arena, kit_path(name), &readable, &database);
}

static void make_it(const char *name)
{
    assert_ok(open_it(name));
    database_close(database);
}

static enum status read_in_child(void)
{
    int64_t count = 0;
    if (geteuid() == 0 && setuid(65534) != 0) /* access() asks the real one */
        return STATUS_IO;
    const enum status status = open_it("locked.db");
    if (status != OK)
        return status;
    scoped_query query = query_of(database, "count", "SELECT count(*) FROM t");
    return query_number(&query, &count) == OK && count == 3 ? OK : STATUS_BAD_INPUT;
}

/* What may be read is, whether it is the file or the folder that cannot be written. */
static void what_can_only_be_read_is_read_where_that_is_enough(void **state)
{
    (void)state;
    /* the last leaves the log of SQLite beside it */
    static const int modes[][2] = {{0555, 0666}, {0555, 0444}, {0777, 0444}};
    make_it("locked.db");
    kit_sql("locked.db", "INSERT INTO t VALUES (1, x'01'), (2, x'02'), (3, x'03')");
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(chmod(kit_folder, (mode_t)modes[i][0]), 0);
        assert_int_equal(chmod(kit_path("locked.db"), (mode_t)modes[i][1]), 0);
        assert_int_equal(kit_child(read_in_child), OK);
        assert_int_equal(chmod(kit_folder, 0700), 0);
    }
    assert_int_equal(chmod(kit_folder, 0777), 0);
    assert_int_equal(chmod(kit_path("locked.db"), 0444), 0);
    readable.is_readable = false;
    assert_int_equal(kit_child(read_in_child), STATUS_NO_ACCESS);
    readable.is_readable = true;
    assert_int_equal(chmod(kit_folder, 0700), 0);
}

/* Reading checks as much as writing: whose file it is, and that it is whole. */
static void what_can_only_be_read_is_checked(void **state)
{
    (void)state;
    make_it("locked.db");
    kit_sql("locked.db", "INSERT INTO t VALUES (1, x'01'), (2, x'02'), (3, x'03');"
                         "PRAGMA application_id = 12");
    assert_int_equal(chmod(kit_folder, 0755), 0);
    assert_int_equal(chmod(kit_path("locked.db"), 0644), 0);
    assert_int_not_equal(kit_child(read_in_child), OK);
    kit_sql("locked.db", "PRAGMA application_id = 4711");
    assert_int_equal(kit_child(read_in_child), OK);
    const struct span bytes = kit_read("locked.db");
    kit_write("locked.db", span_cut(bytes, 0, bytes.count - 100));
    assert_int_equal(chmod(kit_path("locked.db"), 0644), 0);
    assert_int_equal(kit_child(read_in_child), STATUS_NO_ACCESS);
    assert_int_equal(chmod(kit_folder, 0700), 0);
}

/* While another program changes it, half of a change could be read. */
static void a_file_in_use_is_not_read_instead(void **state)
{
    (void)state;
    sqlite3 *other = NULL;
    make_it("used.db");
    assert_int_equal(sqlite3_open(kit_path("used.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_status(open_it("used.db"), STATUS_NO_ACCESS);
    assert_non_null(strstr(status_last(), "another program"));
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(what_can_only_be_read_is_read_where_that_is_enough),
        WITH_FOLDER(what_can_only_be_read_is_checked),
        WITH_FOLDER(a_file_in_use_is_not_read_instead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
