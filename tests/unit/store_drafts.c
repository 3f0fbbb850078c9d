/* drafts: what was put is found by its code alone, in order, and leaves nothing when erased. */
#include "store_kit.h"

#include "store/drafts.h"

#define CANARY "canary-answer-7f3a9c51e2b84d60"

KIT_STORE(drafts);

static struct drafts_session session_of(unsigned char number)
{
    struct drafts_session session = {.wrapped_key = SPAN("wrapped key"),
                                     .begun_s = 1000 + number,
                                     .touched_s = 1000 + number};
    memset(session.id, number, sizeof session.id);
    memset(session.locator, 100 + number, sizeof session.locator);
    return session;
}

static enum status put(unsigned char session, uint64_t number, struct span sealed,
                       int64_t now_s)
{
    const struct drafts_session whose = session_of(session);
    return drafts_put(drafts, whose.id,
                      &(struct drafts_row){number, 3, sealed, SPAN("head")}, now_s);
}

struct seen {
    size_t count;
    enum status answer;
    size_t sealed_bytes;
};

static enum status see_row(void *context, const struct drafts_row *row)
{
    struct seen *seen = context;
    seen->count++;
    seen->sealed_bytes += row->sealed.count;
    assert_int_equal(row->number, seen->count);
    assert_int_equal(row->type, 3);
    return seen->answer;
}

static enum status see_session(void *context, const struct drafts_session *session)
{
    struct seen *seen = context;
    seen->count++;
    assert_int_equal(session->id[0], seen->count);
    return seen->answer;
}

static void rows_come_back_in_order(void **state)
{
    (void)state;
    const struct drafts_session session = session_of(1);
    struct drafts_session found;
    struct seen seen = {0};
    assert_ok(drafts_begin(drafts, &session));
    for (uint64_t number = 1; number <= 20; number++)
        assert_ok(put(1, number, SPAN("sealed"), 2000));
    assert_ok(put(1, 21, SPAN(""), 2001));
    reopen();
    assert_ok(drafts_find(&kit_arena, drafts, session.locator, &found));
    assert_memory_equal(found.id, session.id, sizeof found.id);
    assert_memory_equal(found.locator, session.locator, sizeof found.locator);
    assert_true(is_span(found.wrapped_key, "wrapped key"));
    assert_int_equal(found.begun_s, 1001);
    assert_int_equal(found.touched_s, 2001);
    assert_ok(drafts_list_rows(drafts, found.id, see_row, &seen));
    assert_int_equal(seen.count, 21);
    assert_int_equal(seen.sealed_bytes, 20 * 6);
}

static void only_the_next_row_fits(void **state)
{
    (void)state;
    const struct drafts_session session = session_of(1);
    struct seen seen = {0};
    assert_ok(drafts_begin(drafts, &session));
    assert_status(put(1, 2, SPAN("a"), 0), STATUS_REFUSED);
    assert_status(put(1, 0, SPAN("a"), 0), STATUS_REFUSED);
    assert_ok(put(1, 1, SPAN("a"), 0));
    assert_status(put(1, 1, SPAN("b"), 0), STATUS_REFUSED);
    assert_status(put(1, UINT64_MAX, SPAN("b"), 0), STATUS_REFUSED);
    assert_ok(drafts_list_rows(drafts, session.id, see_row, &seen));
    assert_int_equal(seen.count, 1);
}

static void unknown_sessions_are_not_found(void **state)
{
    (void)state;
    const struct drafts_session session = session_of(1);
    struct drafts_session found;
    struct seen seen = {0};
    assert_status(put(1, 1, SPAN("a"), 0), STATUS_NOT_FOUND);
    assert_status(drafts_find(&kit_arena, drafts, session.locator, &found),
                  STATUS_NOT_FOUND);
    assert_status(drafts_list_rows(drafts, session.id, see_row, &seen), STATUS_NOT_FOUND);
    assert_ok(drafts_erase(drafts, session.id));
}

static void an_id_and_a_locator_are_there_once(void **state)
{
    (void)state;
    struct drafts_session session = session_of(1);
    assert_ok(drafts_begin(drafts, &session));
    assert_status(drafts_begin(drafts, &session), STATUS_EXISTS);
    session.id[0] = 9;
    assert_status(drafts_begin(drafts, &session), STATUS_EXISTS);
    session.locator[0] = 9;
    assert_ok(drafts_begin(drafts, &session));
}

static void all_rows_give_way_to_one(void **state)
{
    (void)state;
    const struct drafts_session session = session_of(1);
    const struct drafts_row last = {1, 3, SPAN("farewell"), SPAN("")};
    struct seen seen = {0};
    assert_status(drafts_replace(drafts, session.id, &last, 0), STATUS_NOT_FOUND);
    assert_ok(drafts_begin(drafts, &session));
    for (uint64_t number = 1; number <= 20; number++)
        assert_ok(put(1, number, SPAN(CANARY), 2000));
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_replace(drafts, session.id, &last, 3000));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_list_rows(drafts, session.id, see_row, &seen));
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.sealed_bytes, 8);
}

static void a_locator_leads_to_one_session_at_a_time(void **state)
{
    (void)state;
    const struct drafts_session first = session_of(1), second = session_of(2);
    struct drafts_session found;
    struct seen seen = {0};
    assert_ok(drafts_begin(drafts, &first));
    assert_status(drafts_locate(drafts, second.id, first.locator), STATUS_NOT_FOUND);
    assert_ok(drafts_find(&kit_arena, drafts, first.locator, &found));
    assert_ok(drafts_begin(drafts, &second));
    assert_ok(put(2, 1, SPAN("a"), 0));
    assert_ok(drafts_locate(drafts, second.id, first.locator));
    assert_ok(drafts_find(&kit_arena, drafts, first.locator, &found));
    assert_int_equal(found.id[0], 2);
    assert_true(is_span(found.head, "head"));
    assert_status(drafts_find(&kit_arena, drafts, second.locator, &found),
                  STATUS_NOT_FOUND);
    assert_ok(drafts_list(drafts, see_session, &seen));
    assert_int_equal(seen.count, 2);
}

static void a_list_can_be_ended(void **state)
{
    (void)state;
    struct seen all = {0}, one = {.answer = STATUS_REFUSED};
    for (unsigned char i = 1; i <= 3; i++) {
        const struct drafts_session session = session_of(i);
        assert_ok(drafts_begin(drafts, &session));
        assert_ok(put(i, 1, SPAN("a"), 0));
        assert_ok(put(i, 2, SPAN("a"), 0));
    }
    assert_ok(drafts_list(drafts, see_session, &all));
    assert_int_equal(all.count, 3);
    assert_status(drafts_list(drafts, see_session, &one), STATUS_REFUSED);
    assert_int_equal(one.count, 1);
    one.count = 0;
    assert_status(drafts_list_rows(drafts, session_of(2).id, see_row, &one),
                  STATUS_REFUSED);
    assert_int_equal(one.count, 1);
}

static void erasing_leaves_no_byte(void **state)
{
    (void)state;
    static char large[20000];
    const struct drafts_session first = session_of(1), second = session_of(2);
    struct seen seen = {0};
    memset(large, 'x', sizeof large);
    memcpy(large + 9000, CANARY, sizeof CANARY);
    assert_ok(drafts_begin(drafts, &first));
    assert_ok(drafts_begin(drafts, &second));
    for (uint64_t number = 1; number <= 40; number++) {
        assert_ok(put(1, number,
                      number % 5 ? SPAN(CANARY) : (struct span){large, sizeof large}, 0));
        assert_ok(put(2, number, SPAN("of the other"), 0));
    }
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_erase(drafts, first.id));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_false(kit_has_bytes((struct span){(const char *)first.id, sizeof first.id}));
    assert_false(
        kit_has_bytes((struct span){(const char *)first.locator, sizeof first.id}));
    assert_ok(drafts_list_rows(drafts, second.id, see_row, &seen));
    assert_int_equal(seen.count, 40);
    assert_ok(drafts_erase(drafts, first.id));
}

static void old_sessions_expire(void **state)
{
    (void)state;
    size_t erased_count = 0;
    struct drafts_session found;
    for (unsigned char i = 1; i <= 4; i++) {
        const struct drafts_session session = session_of(i);
        assert_ok(drafts_begin(drafts, &session));
    }
    assert_ok(put(1, 1, SPAN(CANARY), 1001));
    assert_ok(put(2, 1, SPAN("late"), 5000));
    assert_ok(drafts_expire(drafts, -1, &erased_count));
    assert_int_equal(erased_count, 0);
    assert_ok(drafts_expire(drafts, 1004, &erased_count));
    assert_int_equal(erased_count, 2);
    assert_false(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_find(&kit_arena, drafts, session_of(2).locator, &found));
    assert_ok(drafts_find(&kit_arena, drafts, session_of(4).locator, &found));
    assert_status(drafts_find(&kit_arena, drafts, session_of(3).locator, &found),
                  STATUS_NOT_FOUND);
}

/* A terminal looks at its start, each hour and at each code; mostly nothing is too old. */
static void what_has_nothing_to_erase_writes_nothing(void **state)
{
    (void)state;
    size_t erased_count = 1;
    const struct drafts_session session = session_of(1);
    assert_ok(drafts_begin(drafts, &session));
    assert_ok(put(1, 1, SPAN(CANARY), 2000));
    const struct span file = kit_read("drafts.db"), log = kit_read("drafts.db-wal");
    assert_true(log.count > 0);
    assert_ok(drafts_expire(drafts, 1500, &erased_count));
    assert_int_equal(erased_count, 0);
    assert_true(is_span_equal(file, kit_read("drafts.db")));
    assert_true(is_span_equal(log, kit_read("drafts.db-wal")));
}

/* A program that was killed has erased a row, and what it said still stands in the file. */
static void row_half_erased(void)
{
    const struct drafts_session session = session_of(1);
    assert_ok(drafts_begin(drafts, &session));
    assert_ok(put(1, 1, SPAN(CANARY), 2000));
    assert_ok(put(1, 2, SPAN("stays"), 2000));
    kit_sql("drafts.db", "PRAGMA secure_delete = OFF; DELETE FROM row WHERE number = 1; "
                         "PRAGMA wal_checkpoint(TRUNCATE)");
    assert_true(kit_has_bytes(SPAN(CANARY)));
}

static void what_a_killed_program_erased_goes_with_a_sweep(void **state)
{
    (void)state;
    size_t erased_count;
    row_half_erased();
    reopen();
    assert_ok(drafts_expire(drafts, 1500, &erased_count));
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_sweep(drafts));
    assert_false(kit_has_bytes(SPAN(CANARY)));
    const struct span file = kit_read("drafts.db");
    assert_ok(drafts_sweep(drafts)); /* once */
    assert_true(is_span_equal(file, kit_read("drafts.db")));
}

/* Somebody else reads the file: it cannot be swept yet, and what was erased is owed. */
static void a_sweep_that_failed_is_made_up_for(void **state)
{
    (void)state;
    size_t erased_count;
    sqlite3 *reader = NULL;
    const struct drafts_session first = session_of(1), second = session_of(2);
    assert_ok(drafts_begin(drafts, &first));
    assert_ok(drafts_begin(drafts, &second));
    assert_ok(put(1, 1, SPAN(CANARY), 2000));
    assert_ok(put(2, 1, SPAN("stays"), 2000));
    assert_ok(drafts_sweep(drafts));
    assert_int_equal(sqlite3_open(kit_path("drafts.db"), &reader), SQLITE_OK);
    assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT * FROM row", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_status(drafts_erase(drafts, first.id), STATUS_NO_ACCESS);
    assert_int_equal(sqlite3_close(reader), SQLITE_OK);
    assert_true(kit_has_bytes(SPAN(CANARY)));
    assert_ok(drafts_expire(drafts, 1500, &erased_count));
    assert_int_equal(erased_count, 0);
    assert_false(kit_has_bytes(SPAN(CANARY)));
}

static void doubtful_times_become_now(void **state)
{
    (void)state;
    size_t erased_count = 0;
    struct drafts_session found;
    for (unsigned char i = 1; i <= 3; i++) {
        const struct drafts_session session = session_of(i);
        assert_ok(drafts_begin(drafts, &session));
        assert_ok(put(i, 1, SPAN("row"), 1000 * i));
    }
    assert_ok(drafts_retouch(drafts, 1500, 2500, 2200));
    assert_ok(drafts_find(&kit_arena, drafts, session_of(1).locator, &found));
    assert_int_equal(found.touched_s, 2200);
    assert_ok(drafts_find(&kit_arena, drafts, session_of(2).locator, &found));
    assert_int_equal(found.touched_s, 2000);
    assert_ok(drafts_find(&kit_arena, drafts, session_of(3).locator, &found));
    assert_int_equal(found.touched_s, 2200);
    const struct drafts_row row = {1, 3, SPAN("row"), SPAN("head")};
    const struct drafts_session touched_before_begun = session_of(4);
    assert_ok(drafts_begin(drafts, &touched_before_begun));
    assert_ok(drafts_put(drafts, touched_before_begun.id, &row, 900));
    assert_ok(drafts_retouch(drafts, 500, 2500, 2200));
    assert_ok(drafts_find(&kit_arena, drafts, session_of(4).locator, &found));
    assert_int_equal(found.touched_s, 2200);
    assert_ok(drafts_expire(drafts, 2100, &erased_count));
    assert_int_equal(erased_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_come_back_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_next_row_fits, setup, teardown),
        cmocka_unit_test_setup_teardown(unknown_sessions_are_not_found, setup, teardown),
        cmocka_unit_test_setup_teardown(an_id_and_a_locator_are_there_once, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(all_rows_give_way_to_one, setup, teardown),
        cmocka_unit_test_setup_teardown(a_locator_leads_to_one_session_at_a_time, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_list_can_be_ended, setup, teardown),
        cmocka_unit_test_setup_teardown(erasing_leaves_no_byte, setup, teardown),
        cmocka_unit_test_setup_teardown(old_sessions_expire, setup, teardown),
        cmocka_unit_test_setup_teardown(what_has_nothing_to_erase_writes_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_a_killed_program_erased_goes_with_a_sweep,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_sweep_that_failed_is_made_up_for, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(doubtful_times_become_now, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
