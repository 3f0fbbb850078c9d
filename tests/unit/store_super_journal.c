/* A journal that is planted after it was looked for: SQLite itself deletes nothing but its own. */
#include "store/guard/super_journal.h"

#include "base/file.h"
#include "base/must.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/super-journal-XXXXXX";

static const char *path_of(const char *name)
{
    return file_path(&scratch, folder, name);
}

static int begin(void **state)
{
    return mkdtemp(folder) ? scratch_begin(state) : -1;
}

static int end(void **state)
{
    (void)unlink(path_of("one.db"));
    (void)unlink(path_of("one.db-journal"));
    (void)unlink(path_of("precious"));
    (void)rmdir(folder);
    return scratch_end(state);
}

static int run_in(const char *name, const char *sql)
{
    sqlite3 *database;
    int code = sqlite3_open(path_of(name), &database);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, sql, NULL, NULL, NULL);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return code;
}

static int run(const char *sql)
{
    return run_in("one.db", sql);
}

static void plant(void)
{
    char command[2048];
    snprintf(command, sizeof command,
             "python3 " SOURCE_DIR "/tests/kit/journal_planted.py %s %s",
             path_of("one.db"), path_of("precious"));
    assert_int_equal(system(command), 0);
}

static void no_file_that_a_journal_names_is_deleted(void **state)
{
    (void)state;
    assert_int_equal(super_journal_refuse(), OK);
    assert_int_equal(run("CREATE TABLE one (number)"), SQLITE_OK);
    assert_int_equal(file_write(path_of("precious"), SPAN("years of work"), 0600), OK);
    assert_false(is_super_journal_named(path_of("one.db")));
    plant();
    assert_true(is_super_journal_named(path_of("one.db")));
    assert_int_not_equal(run("SELECT * FROM one"), SQLITE_OK);
    assert_true(is_file(path_of("precious")));
}

/* Its own journals come and go as ever. */
static void what_is_written_is_there(void **state)
{
    (void)state;
    (void)unlink(path_of("one.db-journal"));
    assert_int_equal(run("INSERT INTO one VALUES (1)"), SQLITE_OK);
    assert_false(is_file(path_of("one.db-journal")));
}

/* A link that is planted after it was looked for: nothing is made where it leads. */
static void no_link_is_followed(void **state)
{
    (void)state;
    assert_int_equal(symlink(path_of("elsewhere"), path_of("two.db")), 0);
    assert_int_not_equal(run_in("two.db", "CREATE TABLE one (number)"), SQLITE_OK);
    assert_false(is_file(path_of("elsewhere")));
    assert_int_equal(rename(path_of("one.db"), path_of("elsewhere")), 0);
    assert_int_not_equal(run_in("two.db", "SELECT * FROM one"), SQLITE_OK);
    assert_int_equal(run_in("elsewhere", "SELECT * FROM one"), SQLITE_OK);
    assert_int_equal(rename(path_of("elsewhere"), path_of("one.db")), 0);
    (void)unlink(path_of("two.db"));
}

/* A folder may be a link: people move data to another disk. */
static void a_folder_may_be_a_link(void **state)
{
    (void)state;
    assert_int_equal(symlink(folder, path_of("link")), 0);
    assert_int_equal(run_in("link/one.db", "SELECT * FROM one"), SQLITE_OK);
    (void)unlink(path_of("link"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_file_that_a_journal_names_is_deleted),
        cmocka_unit_test(what_is_written_is_there),
        cmocka_unit_test(no_link_is_followed),
        cmocka_unit_test(a_folder_may_be_a_link),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
