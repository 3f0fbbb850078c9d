/* marks: each once, and a file that does not tell in which order they came. */
#include "store_kit.h"

#include "store/ledger.h"
#include "store/terminal/marks.h"

#include <sqlite3.h>

enum { MARK_BYTES = 16, PEOPLE = 300 };

KIT_STORE(ledger);

/* The mark of the card with this number. */
static struct span mark_of(size_t card)
{
    static unsigned char bytes[4][MARK_BYTES];
    static size_t next;
    struct chance chance = chance_init(card * 7919u + 11);
    unsigned char *mark = bytes[next++ % 4];
    kit_fill(&chance, mark, MARK_BYTES);
    return (struct span){(const char *)mark, MARK_BYTES};
}

static bool has(struct span mark)
{
    bool is_there = false;
    assert_ok(marks_has(ledger, mark, &is_there));
    return is_there;
}

static void a_mark_is_kept_once_for_ever(void **state)
{
    (void)state;
    assert_false(has(SPAN("a")));
    assert_ok(marks_put(ledger, SPAN("a")));
    assert_status(marks_put(ledger, SPAN("a")), STATUS_USED_CODE);
    assert_ok(marks_put(ledger, SPAN("b")));
    reopen();
    assert_true(has(SPAN("a")) && has(SPAN("b")));
    assert_false(has(SPAN("c")));
    assert_status(marks_put(ledger, SPAN("b")), STATUS_USED_CODE);
}

/* People sit one after the other; the card of the one who comes as number i is order[i]. What a
 * running terminal has on its disk after the last of them. */
static struct span disk_after(const size_t *order, size_t count)
{
    struct span file, log;
    ledger_close(ledger);
    kit_empty_folder();
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    for (size_t i = 0; i < count; i++) {
        struct entry entry = kit_entry(1, i + 1, 0);
        entry.payload = SPAN("sealed");
        assert_ok(ledger_append(ledger, &entry));
        assert_ok(marks_put(ledger, mark_of(order[i])));
        assert_ok(ledger_cut_log(ledger));
    }
    assert_ok(file_read(&kit_arena, kit_path("ledger.db-wal"), 1, &log));
    assert_int_equal(log.count, 0);
    assert_ok(file_read(&kit_arena, kit_path("ledger.db"), 64 * 1024 * 1024, &file));
    return file;
}

static void shuffle(struct chance *chance, size_t *order, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        const size_t other = (size_t)chance_below(chance, i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

/* Whoever has the disk and all cards knows the set of marks, and so all of this file. */
static void the_same_people_in_another_order_make_the_same_file(void **state)
{
    (void)state;
    static const size_t counts[] = {1, 2, 3, 8, 40, PEOPLE};
    struct chance chance = chance_init(5);
    for (size_t at = 0; at < sizeof counts / sizeof *counts; at++) {
        const struct arena_mark mark = arena_mark(&kit_arena);
        size_t order[PEOPLE];
        for (size_t i = 0; i < counts[at]; i++)
            order[i] = i;
        const struct span first = disk_after(order, counts[at]);
        for (int again = 0; again < 3; again++) {
            shuffle(&chance, order, counts[at]);
            assert_true(is_span_equal(disk_after(order, counts[at]), first));
        }
        ledger_close(ledger);
        ledger = NULL;
        arena_release(&kit_arena, mark);
        assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    }
}

/* What the test before would miss if it looked at the wrong thing: the very same without laying the
 * marks out anew, as programs of before wrote them. */
static void a_table_alone_would_tell_the_order(void **state)
{
    (void)state;
    struct span files[2];
    for (size_t turn = 0; turn < 2; turn++) {
        sqlite3 *handle;
        sqlite3_stmt *statement;
        const char *path = kit_path(turn ? "b.db" : "a.db");
        assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
        assert_int_equal(
            sqlite3_exec(handle,
                         "PRAGMA secure_delete = ON; CREATE TABLE mark (mark "
                         "BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
                         NULL, NULL, NULL),
            SQLITE_OK);
        for (size_t i = 0; i < 8; i++) {
            const struct span mark = mark_of(turn ? 7 - i : i);
            assert_int_equal(sqlite3_prepare_v2(handle, "INSERT INTO mark VALUES (?)", -1,
                                                &statement, NULL),
                             SQLITE_OK);
            sqlite3_bind_blob(statement, 1, mark.data, (int)mark.count, SQLITE_TRANSIENT);
            assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
            sqlite3_finalize(statement);
        }
        assert_int_equal(sqlite3_close(handle), SQLITE_OK);
        assert_ok(file_read(&kit_arena, path, 1024 * 1024, &files[turn]));
    }
    assert_int_equal(files[0].count, files[1].count);
    assert_false(is_span_equal(files[0], files[1]));
}

static struct span key_one(void *context, struct arena *arena, struct span mark)
{
    size_t *keyed_count = context;
    ++*keyed_count;
    return span_format(arena, "keyed %.*s", SPAN_ARGS(mark));
}

/* A ledger as 0.1.0 made it. */
static void make_old(const char *path)
{
    sqlite3 *handle;
    assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(
            handle,
            "DROP TABLE mark; CREATE TABLE used (tag BLOB PRIMARY KEY) STRICT, "
            "WITHOUT ROWID; INSERT INTO used VALUES (CAST('canary tag 1' AS BLOB)), "
            "(CAST('canary tag 2' AS BLOB)); PRAGMA user_version = 1",
            NULL, NULL, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}

static void marks_of_before_are_keyed_once_and_leave_no_byte(void **state)
{
    (void)state;
    size_t keyed_count = 0;
    ledger_close(ledger);
    make_old(kit_path("ledger.db"));
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    assert_true(has(SPAN("canary tag 1")));
    for (int again = 0; again < 2; again++) {
        assert_ok(marks_key(ledger, key_one, &keyed_count));
        assert_int_equal(keyed_count, 2);
        assert_true(has(SPAN("keyed canary tag 1")) && has(SPAN("keyed canary tag 2")));
        assert_false(has(SPAN("canary tag 1")));
    }
    /* The bare tag stands only behind the word that was put before it. */
    struct span file;
    assert_ok(file_read(&kit_arena, kit_path("ledger.db"), 1024 * 1024, &file));
    size_t bare_count = 0, all_count = 0;
    for (size_t i = 6; i + 10 < file.count; i++)
        if (memcmp(file.data + i, "canary tag", 10) == 0) {
            all_count++;
            bare_count += memcmp(file.data + i - 6, "keyed ", 6) != 0;
        }
    assert_int_equal(all_count, 2);
    assert_int_equal(bare_count, 0);
    keyed_count = 0;
    reopen();
    assert_ok(marks_key(ledger, key_one, &keyed_count));
    assert_int_equal(keyed_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_mark_is_kept_once_for_ever, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_same_people_in_another_order_make_the_same_file, setup, teardown),
        cmocka_unit_test_setup_teardown(a_table_alone_would_tell_the_order, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(marks_of_before_are_keyed_once_and_leave_no_byte,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
