/* database: what is not ours, or cannot be written safely, is refused with a sentence and is not
 * changed; a full disk loses nothing that was acknowledged. */
#include "store_kit.h"

#include "store/archive.h"
#include "store/database.h"
#include "store/drafts.h"
#include "store/ledger.h"
#include "store/query.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static const struct database_shape shape = {
    .thing = "thing",
    .application_id = 4711,
    .version = 2,
    .schema = "CREATE TABLE t (a INTEGER, b BLOB) STRICT;",
};

static struct database *database;

static enum status open_it(const char *name)
{
    return database_open(&kit_arena, kit_path(name), &shape, &database);
}

/* How many files this process has open. */
static size_t open_files(void)
{
    size_t count = 0;
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

/* Opening fails with `wanted`, with a sentence that has the path and `words`, and the file is
 * left as it was. */
static void refused(const char *name, enum status wanted, const char *words)
{
    const struct span before = kit_read(name);
    const size_t open_count = open_files();
    assert_status(open_it(name), wanted);
    assert_non_null(strstr(status_last(), kit_path(name)));
    assert_non_null(strstr(status_last(), words));
    assert_true(is_span_equal(before, kit_read(name)));
    assert_int_equal(open_files(), open_count);
}

static void other_files_are_refused(void **state)
{
    (void)state;
    static char letter[9000];
    memset(letter, 'a', sizeof letter);
    for (size_t count = 1; count < sizeof letter; count = count * 3 + 1) {
        kit_write("letter.txt", (struct span){letter, count});
        refused("letter.txt", STATUS_DAMAGED,
                count == 1 ? "cut short" : "not a database");
    }
}

static void make_it(const char *name)
{
    assert_ok(open_it(name));
    database_close(database);
}

static void databases_of_others_are_refused(void **state)
{
    (void)state;
    kit_sql("other.db", "CREATE TABLE x (y)");
    refused("other.db", STATUS_BAD_INPUT, "not a Resonance thing");
    kit_sql("marked.db", "PRAGMA application_id = 12; PRAGMA user_version = 2");
    refused("marked.db", STATUS_BAD_INPUT, "not a Resonance thing");
    make_it("newer.db");
    kit_sql("newer.db", "PRAGMA user_version = 3");
    refused("newer.db", STATUS_UNSUPPORTED, "layout 3");
    make_it("negative.db");
    kit_sql("negative.db", "PRAGMA user_version = -2");
    refused("negative.db", STATUS_UNSUPPORTED, "layout -2");
}

static int64_t big_endian(struct span bytes, size_t at)
{
    int64_t number = 0;
    assert_true(bytes.count > at + 4);
    for (size_t i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes.data[at + i];
    return number;
}

static void one_kind_is_not_taken_for_another(void **state)
{
    (void)state;
    struct drafts *drafts = NULL;
    struct ledger *ledger = NULL;
    struct archive *archive = NULL;
    assert_ok(drafts_open(&kit_arena, kit_path("a.db"), &drafts));
    drafts_close(drafts);
    assert_status(ledger_open(&kit_arena, kit_path("a.db"), &ledger), STATUS_BAD_INPUT);
    assert_status(archive_open(&kit_arena, kit_path("a.db"), &archive), STATUS_BAD_INPUT);
    assert_ok(ledger_open(&kit_arena, kit_path("b.db"), &ledger));
    ledger_close(ledger);
    assert_status(drafts_open(&kit_arena, kit_path("b.db"), &drafts), STATUS_BAD_INPUT);
    drafts_close(NULL);
    ledger_close(NULL);
    archive_close(NULL);
}

/* By these numbers the files of released versions are known. */
static void each_file_says_what_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t id, layout;
    } files[] = {
        {"d.db", 0x52734466, 3}, {"l.db", 0x52734C65, 2}, {"a.db", 0x52734172, 1}};
    struct drafts *drafts = NULL;
    struct ledger *ledger = NULL;
    struct archive *archive = NULL;
    assert_ok(drafts_open(&kit_arena, kit_path("d.db"), &drafts));
    assert_ok(ledger_open(&kit_arena, kit_path("l.db"), &ledger));
    assert_ok(archive_open(&kit_arena, kit_path("a.db"), &archive));
    drafts_close(drafts);
    ledger_close(ledger);
    archive_close(archive);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct span bytes = kit_read(files[i].name);
        assert_int_equal(big_endian(bytes, 60),
                         files[i].layout); /* where SQLite keeps the version */
        assert_int_equal(big_endian(bytes, 68), files[i].id);
    }
}

static void a_lost_table_is_damage(void **state)
{
    (void)state;
    struct ledger *ledger = NULL;
    struct ledger_head head;
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    ledger_close(ledger);
    kit_sql("ledger.db", "DROP TABLE entry");
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    assert_status(ledger_head(ledger, &head), STATUS_DAMAGED);
    ledger_close(ledger);
}

static void fill(size_t row_count)
{
    static char blob[3000];
    for (size_t i = 0; i < row_count; i++) {
        scoped_query query = query_of(database, "write", "INSERT INTO t VALUES (?, ?)");
        query_integer(&query, (int64_t)i);
        query_bytes(&query, (struct span){blob, sizeof blob});
        assert_ok(query_run(&query));
    }
}

static void cut_files_are_damaged(void **state)
{
    (void)state;
    assert_ok(open_it("whole.db"));
    fill(20);
    assert_ok(database_check(database));
    database_close(database);
    const struct span whole = kit_read("whole.db");
    assert_true(whole.count > 10 * 4096);
    for (size_t count = 4096; count < whole.count; count += 4096 + 7) {
        kit_write("cut.db", span_cut(whole, 0, count));
        refused("cut.db", STATUS_DAMAGED, "put back a copy");
    }
}

static int64_t pragma(const char *sql)
{
    scoped_query query = query_of(database, "read", sql);
    assert_int_equal(query_step(&query), 1);
    return query_column_integer(&query, 0);
}

/* What a power loss has cut stands in the log, whole. */
static void a_page_that_is_in_the_log_is_not_missed(void **state)
{
    (void)state;
    assert_ok(open_it("whole.db"));
    fill(20);
    const struct span whole = kit_read("whole.db"), log = kit_read("whole.db-wal");
    database_close(database);
    kit_write("cut.db", span_cut(whole, 0, whole.count - 7));
    kit_write("cut.db-wal", log);
    assert_ok(open_it("cut.db"));
    assert_ok(database_check(database));
    assert_int_equal(pragma("SELECT count(*) FROM t"), 20);
    database_close(database);
}

static void damage_inside_is_found(void **state)
{
    (void)state;
    assert_ok(open_it("whole.db"));
    fill(20);
    database_close(database);
    const struct span whole = kit_read("whole.db");
    char *changed = arena_alloc(&kit_arena, whole.count);
    memcpy(changed, whole.data, whole.count);
    memset(changed + 4096, 0xFF, whole.count - 4096);
    kit_write("whole.db", (struct span){changed, whole.count});
    assert_ok(open_it("whole.db"));
    assert_status(database_check(database), STATUS_DAMAGED);
    database_close(database);
}

static void what_power_cuts_and_erasing_need_is_on(void **state)
{
    (void)state;
    struct stat about;
    make_it("set.db");
    assert_ok(open_it("set.db"));
    {
        scoped_query query = query_of(database, "read", "PRAGMA journal_mode");
        assert_int_equal(query_step(&query), 1);
        assert_true(is_span(query_column_bytes(&query, 0), "wal"));
    }
    assert_int_equal(pragma("PRAGMA synchronous"), 2);
    assert_int_equal(pragma("PRAGMA secure_delete"), 1);
    assert_int_equal(pragma("PRAGMA temp_store"), 2);
    assert_int_equal(pragma("PRAGMA foreign_keys"), 1);
    assert_int_equal(pragma("PRAGMA trusted_schema"), 0);
    assert_true(pragma("PRAGMA busy_timeout") > 0);
    assert_int_not_equal(sqlite_run(database, "change the tables of",
                                    "PRAGMA writable_schema = ON;"
                                    "UPDATE sqlite_schema SET sql = sql"),
                         OK);
    fill(1);
    assert_int_equal(stat(kit_path("set.db"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(stat(kit_path("set.db-wal"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_true(about.st_size > 0);
    assert_ok(database_sweep(database));
    assert_int_equal(stat(kit_path("set.db-wal"), &about), 0);
    assert_int_equal(about.st_size, 0);
    database_close(database);
}

static void missing_folders_are_told(void **state)
{
    (void)state;
    assert_status(open_it("no/such/folder.db"), STATUS_NO_ACCESS);
    assert_non_null(strstr(status_last(), "no/such/folder.db"));
    assert_status(open_it("."), STATUS_NO_ACCESS);
}

static enum status open_in_child(void)
{
    if (geteuid() == 0 && seteuid(65534) != 0)
        return STATUS_IO;
    return open_it("locked.db");
}

static void what_cannot_be_written_is_refused(void **state)
{
    (void)state;
    make_it("locked.db");
    assert_int_equal(chmod(kit_folder, 0555), 0);
    assert_int_equal(chmod(kit_path("locked.db"), 0444), 0);
    assert_int_equal(kit_child(open_in_child), STATUS_NO_ACCESS);
    assert_int_equal(unlink(kit_path("locked.db")), geteuid() == 0 ? 0 : -1);
    if (geteuid() == 0)
        assert_int_equal(kit_child(open_in_child), STATUS_NO_ACCESS);
    assert_int_equal(chmod(kit_folder, 0700), 0);
}

/* The folder can be written, the file cannot. */
static void a_file_that_can_only_be_read_is_refused(void **state)
{
    (void)state;
    make_it("locked.db");
    assert_int_equal(chmod(kit_path("locked.db"), 0444), 0);
    if (geteuid() == 0)
        assert_int_equal(chmod(kit_folder, 0777), 0);
    assert_int_equal(kit_child(open_in_child), STATUS_NO_ACCESS);
    assert_int_equal(chmod(kit_folder, 0700), 0);
}

static void a_file_in_use_is_told(void **state)
{
    (void)state;
    sqlite3 *other = NULL;
    make_it("used.db");
    assert_int_equal(sqlite3_open(kit_path("used.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    assert_ok(open_it("used.db"));
    assert_status(sqlite_begin(database), STATUS_NO_ACCESS); /* after some seconds */
    assert_non_null(strstr(status_last(), "another program"));
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_ok(sqlite_begin(database));
    assert_ok(sqlite_end(database, OK));
    database_close(database);
}

static void a_failed_step_undoes_the_change(void **state)
{
    (void)state;
    assert_ok(open_it("a.db"));
    assert_ok(sqlite_begin(database));
    fill(3);
    assert_status(sqlite_end(database, STATUS_REFUSED), STATUS_REFUSED);
    assert_int_equal(pragma("SELECT count(*) FROM t"), 0);
    assert_ok(sqlite_begin(database));
    fill(3);
    assert_ok(sqlite_end(database, OK));
    assert_ok(sqlite_begin(database));
    fill(3);
    database_close(database); /* undone too */
    assert_ok(open_it("a.db"));
    assert_int_equal(pragma("SELECT count(*) FROM t"), 3);
    database_close(database);
}

static void too_large_is_told(void **state)
{
    (void)state;
    char *blob = arena_alloc(&kit_arena, DATABASE_MAX_BLOB_BYTES + 1);
    assert_ok(open_it("a.db"));
    {
        scoped_query query = query_of(database, "write", "INSERT INTO t (b) VALUES (?)");
        query_bytes(&query, (struct span){blob, DATABASE_MAX_BLOB_BYTES + 1});
        assert_status(query_run(&query), STATUS_TOO_LARGE);
    }
    database_close(database);
}

static void values_stand_in_the_order_they_are_given(void **state)
{
    (void)state;
    assert_ok(open_it("a.db"));
    {
        scoped_query query = query_of(database, "read", "SELECT ?, ?, ?, ?");
        query_maybe_bytes(&query, SPAN(""));
        query_integer(&query, 7);
        query_text(&query, SPAN("text"));
        query_maybe_bytes(&query, SPAN("bytes"));
        assert_true(query_step(&query));
        assert_int_equal(query_column_bytes(&query, 0).count, 0);
        assert_int_equal(query_column_integer(&query, 1), 7);
        assert_true(is_span(query_column_bytes(&query, 2), "text"));
        assert_true(is_span(query_column_bytes(&query, 3), "bytes"));
        assert_false(query_step(&query));
        assert_ok(query_end(&query));
    }
    database_close(database);
}

static void wrong_statements_and_values_are_told(void **state)
{
    (void)state;
    unsigned char fixed[4] = {7, 7, 7, 7};
    assert_ok(open_it("a.db"));
    {
        scoped_query query = query_of(database, "read", "SELECT nothing FROM nowhere");
        query_integer(&query, 1);
        query_bytes(&query, SPAN("bytes"));
        query_text(&query, SPAN("text"));
        query_maybe_bytes(&query, SPAN(""));
        assert_int_equal(query_step(&query), 0);
        assert_status(query_end(&query), STATUS_DAMAGED);
    }
    {
        scoped_query query = query_of(database, "read", "SELECT x'0102'");
        assert_int_equal(query_step(&query), 1);
        query_column_fixed(&query, 0, sizeof fixed, fixed);
        assert_status(query_end(&query), STATUS_DAMAGED);
        assert_int_equal(fixed[0], 7);
        assert_int_equal(query_step(&query), 0);
    }
    database_close(database);
}

/* Without its log: who copies the file then has all of it. */
static void what_is_closed_stands_alone(void **state)
{
    (void)state;
    struct drafts *drafts = NULL;
    struct ledger *ledger = NULL;
    struct archive *archive = NULL;
    assert_ok(drafts_open(&kit_arena, kit_path("drafts.db"), &drafts));
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    assert_ok(archive_open(&kit_arena, kit_path("archive.db"), &archive));
    assert_true(is_file(kit_path("drafts.db-wal")));
    drafts_close(drafts);
    ledger_close(ledger);
    archive_close(archive);
    database_close(NULL);
    assert_false(is_file(kit_path("drafts.db-wal")));
    assert_false(is_file(kit_path("ledger.db-wal")));
    assert_false(is_file(kit_path("archive.db-wal")));
}

/* Begins to make the file, tells so, and ends a little later. */
static enum status make_slowly(int told)
{
    sqlite3 *other = NULL;
    static const char begin[] = "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE";
    static const char end[] = "CREATE TABLE t (a INTEGER, b BLOB) STRICT;"
                              "PRAGMA application_id = 4711; PRAGMA user_version = 2;"
                              "INSERT INTO t VALUES (7, NULL); COMMIT";
    if (sqlite3_open(kit_path("both.db"), &other) != SQLITE_OK ||
        sqlite3_exec(other, begin, NULL, NULL, NULL) != SQLITE_OK ||
        write(told, "", 1) != 1)
        return STATUS_IO;
    usleep(300 *
           1000); /* for the other one to come to where it waits; right either way */
    return sqlite3_exec(other, end, NULL, NULL, NULL) == SQLITE_OK &&
                   sqlite3_close(other) == SQLITE_OK
               ? OK
               : STATUS_IO;
}

static void two_may_make_the_same_file(void **state)
{
    (void)state;
    int ends[2], result = -1;
    char byte;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0)
        _exit((int)make_slowly(ends[1]));
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    close(ends[0]);
    assert_ok(open_it("both.db"));
    assert_int_equal(pragma("SELECT a FROM t"), 7);
    database_close(database);
    assert_true(child > 0 && waitpid(child, &result, 0) == child && WIFEXITED(result));
    assert_int_equal(WEXITSTATUS(result), OK);
}

/* SQLite keeps a file of this name in memory, where there is no log. */
static void what_cannot_have_a_log_is_refused(void **state)
{
    (void)state;
    assert_int_equal(chdir(kit_folder), 0);
    assert_status(database_open(&kit_arena, ":memory:", &shape, &database),
                  STATUS_UNSUPPORTED);
    assert_non_null(strstr(status_last(), "does not allow a write-ahead log"));
    assert_int_equal(chdir("/"), 0);
}

/* In a child whose files cannot grow over 256 KiB: rows until the disk is full. The exit code
 * says whether all that was acknowledged is there after it. */
static enum status fill_the_disk(void)
{
    static char sealed[5000];
    struct drafts *drafts = NULL;
    struct rlimit limit = {256 * 1024, 256 * 1024};
    struct drafts_session session = {.wrapped_key = SPAN("key")};
    struct drafts_row row = {.type = 1, .sealed = {sealed, sizeof sealed}};
    enum status status = drafts_open(&kit_arena, kit_path("full.db"), &drafts);
    if (status == OK)
        status = drafts_begin(drafts, &session);
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return STATUS_IO;
    while (status == OK) {
        row.number++;
        status = drafts_put(drafts, session.id, &row, 0);
    }
    drafts_close(drafts);
    if (status == STATUS_NO_SPACE && strstr(status_last(), "free some space"))
        return row.number > 5 && row.number < 100 ? (enum status)(100 + row.number)
                                                  : STATUS_IO;
    return status;
}

static enum status count_row(void *context, const struct drafts_row *row)
{
    *(uint64_t *)context = row->number;
    return row->sealed.count == 5000 ? OK : STATUS_DAMAGED;
}

static void a_full_disk_loses_nothing(void **state)
{
    (void)state;
    struct drafts *drafts = NULL;
    uint64_t last = 0;
    const int failed_number = kit_child(fill_the_disk) - 100;
    assert_in_range(failed_number, 5, 100);
    assert_ok(drafts_open(&kit_arena, kit_path("full.db"), &drafts));
    assert_ok(
        drafts_list_rows(drafts, (unsigned char[CHAIN_ID_BYTES]){0}, count_row, &last));
    assert_int_equal(last, failed_number - 1);
    drafts_close(drafts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(other_files_are_refused),
        WITH_FOLDER(databases_of_others_are_refused),
        WITH_FOLDER(one_kind_is_not_taken_for_another),
        WITH_FOLDER(a_lost_table_is_damage),
        WITH_FOLDER(cut_files_are_damaged),
        WITH_FOLDER(a_page_that_is_in_the_log_is_not_missed),
        WITH_FOLDER(damage_inside_is_found),
        WITH_FOLDER(what_power_cuts_and_erasing_need_is_on),
        WITH_FOLDER(missing_folders_are_told),
        WITH_FOLDER(what_cannot_be_written_is_refused),
        WITH_FOLDER(a_file_that_can_only_be_read_is_refused),
        WITH_FOLDER(each_file_says_what_it_is),
        WITH_FOLDER(a_file_in_use_is_told),
        WITH_FOLDER(a_failed_step_undoes_the_change),
        WITH_FOLDER(too_large_is_told),
        WITH_FOLDER(values_stand_in_the_order_they_are_given),
        WITH_FOLDER(what_is_closed_stands_alone),
        WITH_FOLDER(two_may_make_the_same_file),
        WITH_FOLDER(what_cannot_have_a_log_is_refused),
        WITH_FOLDER(wrong_statements_and_values_are_told),
        WITH_FOLDER(a_full_disk_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
