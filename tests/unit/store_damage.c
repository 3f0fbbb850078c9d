/* Damage inside a file is told wherever it is read: it is never taken for "not there", for the
 * end of a list or for a value, and what the caller has stays as it was. */
#include "store_kit.h"

#include "store/arrivals.h"
#include "store/drafts.h"
#include "store/enrolments.h"
#include "store/ledger.h"
#include "store/terminal/marks.h"
#include "store/desk/received.h"

#include <sqlite3.h>

static struct ledger *ledger;
static struct drafts *drafts;
static struct archive *archive;
static struct drafts_session session;
static struct enrolled_terminal terminal;
static size_t seen_count; /* by a list */

static struct entry entry_of(uint64_t sequence)
{
    struct entry entry = kit_entry(1, sequence, 0);
    entry.payload = SPAN("sealed");
    return entry;
}

static void close_all(void)
{
    ledger_close(ledger);
    drafts_close(drafts);
    archive_close(archive);
}

static void open_all(void)
{
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    assert_ok(drafts_open(&kit_arena, kit_path("drafts.db"), &drafts));
    assert_ok(archive_open(&kit_arena, kit_path("archive.db"), &archive));
}

/* Three of what each is for. */
static void fill_all(void)
{
    session =
        (struct drafts_session){.wrapped_key = SPAN("key"), .id = {1}, .locator = {2}};
    terminal = (struct enrolled_terminal){.id = {1}, .label = SPAN("Lobby")};
    memset(terminal.id, 1, sizeof terminal.id);
    assert_ok(drafts_begin(drafts, &session));
    assert_ok(ledger_put_identity(ledger, "key", SPAN("sealed")));
    assert_ok(marks_put(ledger, SPAN("mark")));
    for (uint64_t number = 1; number <= 3; number++) {
        const struct entry entry = entry_of(number);
        const struct drafts_row row = {number, 3, SPAN("row"), SPAN("head")};
        terminal.epoch = number;
        assert_ok(ledger_append(ledger, &entry));
        assert_ok(archive_put(archive, &entry));
        assert_ok(enrolments_put(archive, &terminal));
        assert_ok(drafts_put(drafts, session.id, &row, 5));
    }
}

static int setup(void **state)
{
    if (kit_setup(state) != 0)
        return -1;
    seen_count = 0;
    open_all();
    fill_all();
    return 0;
}

static int teardown(void **state)
{
    close_all();
    return kit_teardown(state);
}

/* Runs `sql` on the file `name`, as damage would come to it, while nobody has it open. */
static void damage(const char *name, const char *sql)
{
    sqlite3 *handle = NULL;
    close_all();
    assert_int_equal(sqlite3_open(kit_path(name), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
    open_all();
}

static enum status see_entry(void *context, const struct entry *entry, int64_t arrival)
{
    (void)context;
    (void)entry;
    (void)arrival;
    seen_count++;
    return OK;
}

static enum status see_session(void *context, const struct drafts_session *seen)
{
    (void)context;
    (void)seen;
    seen_count++;
    return OK;
}

static enum status see_row(void *context, const struct drafts_row *row)
{
    (void)context;
    (void)row;
    seen_count++;
    return OK;
}

static enum status see_terminal(void *context, const struct enrolled_terminal *seen)
{
    (void)context;
    (void)seen;
    seen_count++;
    return OK;
}

/* Each call of the three that reads: its status, and whether it left alone what it gives. */
struct outcome {
    enum status status;
    bool is_kept;
};

#define CALL(type, call)                                                                 \
    type out;                                                                            \
    unsigned char before[sizeof out];                                                    \
    memset(&out, 0x5a, sizeof out);                                                      \
    memcpy(before, &out, sizeof out);                                                    \
    const enum status status = (call);                                                   \
    return (struct outcome)                                                              \
    {                                                                                    \
        status, memcmp(&out, before, sizeof out) == 0                                    \
    }

static struct outcome head_read(void)
{
    CALL(struct ledger_head, ledger_head(ledger, &out));
}

static struct outcome ledger_entry_read(void)
{
    CALL(struct entry, ledger_get(&kit_arena, ledger, 2, &out));
}

static struct outcome ledger_list_read(void)
{
    return (struct outcome){ledger_list(ledger, 0, see_entry, NULL), true};
}

struct hash {
    unsigned char bytes[CHAIN_HASH_BYTES];
};

static struct outcome record_asked(void)
{
    CALL(struct hash, ledger_record_hash(ledger, entry_of(2).record_id, out.bytes));
}

static struct outcome code_asked(void)
{
    CALL(bool, marks_has(ledger, SPAN("mark"), &out));
}

static struct outcome code_marked(void)
{
    return (struct outcome){marks_put(ledger, SPAN("another mark")), true};
}

static struct outcome payloads_dropped(void)
{
    CALL(size_t, ledger_drop(ledger, 1, NULL, 0, &out));
}

static bool is_had(void *context, const struct entry *entry, bool is_erased)
{
    (void)context;
    return is_erased || entry->payload.count;
}

static struct outcome received_asked(void)
{
    static const struct received_judge judge = {.is_had = is_had};
    CALL(struct received, received_find(archive, entry_of(1).device_id, &judge, &out));
}

static struct outcome identity_read(void)
{
    CALL(struct span, ledger_get_identity(&kit_arena, ledger, "key", &out));
}

static struct outcome identity_written(void)
{
    return (struct outcome){ledger_put_identity(ledger, "key", SPAN("new")), true};
}

static struct outcome next_appended(void)
{
    const struct entry next = entry_of(4);
    return (struct outcome){ledger_append(ledger, &next), true};
}

static struct outcome ledger_checked(void)
{
    return (struct outcome){ledger_check(ledger), true};
}

static struct outcome session_found(void)
{
    CALL(struct drafts_session, drafts_find(&kit_arena, drafts, session.locator, &out));
}

static struct outcome sessions_read(void)
{
    return (struct outcome){drafts_list(drafts, see_session, NULL), true};
}

static struct outcome rows_read(void)
{
    return (struct outcome){drafts_list_rows(drafts, session.id, see_row, NULL), true};
}

static struct outcome row_put(void)
{
    const struct drafts_row row = {4, 3, SPAN("row"), SPAN("head")};
    return (struct outcome){drafts_put(drafts, session.id, &row, 5), true};
}

static struct outcome session_begun(void)
{
    const struct drafts_session other = {.id = {7}, .locator = {7}};
    return (struct outcome){drafts_begin(drafts, &other), true};
}

static struct outcome session_erased(void)
{
    return (struct outcome){drafts_erase(drafts, session.id), true};
}

static struct outcome sessions_expired(void)
{
    CALL(size_t, drafts_expire(drafts, 0, &out));
}

static struct outcome sessions_retouched(void)
{
    return (struct outcome){drafts_retouch(drafts, 0, 9, 5), true};
}

static struct outcome result_read(void)
{
    CALL(struct entry, archive_get(&kit_arena, archive, entry_of(2).record_id, &out));
}

static struct outcome results_counted(void)
{
    CALL(size_t, archive_count(archive, &out));
}

static struct outcome results_read(void)
{
    return (struct outcome){archive_list(archive, see_entry, NULL), true};
}

static struct outcome chain_read(void)
{
    return (struct outcome){
        archive_list_chain(archive, entry_of(1).device_id, true, see_entry, NULL), true};
}

static struct outcome result_put_again(void)
{
    const struct entry entry = entry_of(2);
    return (struct outcome){archive_put(archive, &entry), true};
}

static struct outcome result_erased(void)
{
    return (struct outcome){archive_erase(archive, entry_of(2).record_id, KIT_NOON_S),
                            true};
}

static struct outcome arrivals_opened(void)
{
    struct arrivals *arrivals = NULL;
    const enum status status = arrivals_open(&kit_arena, archive, &arrivals);
    if (arrivals)
        arrivals_close(arrivals);
    return (struct outcome){status, arrivals == NULL};
}

/* One by one, until the end or a failure. */
static struct outcome arrivals_read(void)
{
    struct arrivals *arrivals = NULL;
    bool is_end = false;
    enum status status = arrivals_open(&kit_arena, archive, &arrivals);
    assert_ok(status);
    while (status == OK && !is_end) {
        struct entry entry;
        status = arrivals_next(arrivals, &entry, &is_end);
        seen_count += status == OK && !is_end;
    }
    arrivals_close(arrivals);
    return (struct outcome){status, !is_end};
}

static struct outcome terminal_read(void)
{
    CALL(struct enrolled_terminal,
         enrolments_get(&kit_arena, archive, terminal.id, 2, &out));
}

static struct outcome terminals_read(void)
{
    return (struct outcome){enrolments_list(archive, see_terminal, NULL), true};
}

static struct outcome terminal_put_again(void)
{
    terminal.epoch = 2;
    return (struct outcome){enrolments_put(archive, &terminal), true};
}

typedef struct outcome call(void);

static void assert_told(call *const *calls, const char *words)
{
    for (size_t i = 0; calls[i]; i++) {
        const struct outcome outcome = calls[i]();
        if (outcome.status != STATUS_DAMAGED || !outcome.is_kept)
            fail_msg("call %zu: status %d, \"%s\"", i, (int)outcome.status,
                     status_last());
        assert_non_null(strstr(status_last(), words));
        assert_non_null(strstr(status_last(), kit_folder));
    }
}

static void without_damage_all_goes_well(void **state)
{
    (void)state;
    call *const calls[] = {head_read,
                           ledger_entry_read,
                           ledger_list_read,
                           record_asked,
                           code_asked,
                           code_marked,
                           payloads_dropped,
                           received_asked,
                           identity_read,
                           identity_written,
                           next_appended,
                           ledger_checked,
                           session_found,
                           sessions_read,
                           rows_read,
                           row_put,
                           session_begun,
                           sessions_expired,
                           sessions_retouched,
                           result_read,
                           results_counted,
                           results_read,
                           chain_read,
                           arrivals_read,
                           terminal_read,
                           terminals_read,
                           result_erased,
                           session_erased,
                           NULL};
    for (size_t i = 0; calls[i]; i++)
        assert_ok(calls[i]().status);
    assert_int_equal(result_put_again().status, STATUS_EXISTS);
    assert_int_equal(terminal_put_again().status, STATUS_EXISTS);
}

static void a_lost_table_is_told_by_all_that_need_it(void **state)
{
    (void)state;
    call *const of_chain[] = {
        head_read,     ledger_entry_read, ledger_list_read, record_asked,
        next_appended, ledger_checked,    payloads_dropped, NULL};
    call *const of_identity[] = {identity_read, identity_written, payloads_dropped, NULL};
    call *const of_marks[] = {code_asked, code_marked, NULL};
    call *const of_rows[] = {rows_read, row_put, NULL};
    call *const of_sessions[] = {session_found,    sessions_read,      rows_read,
                                 row_put,          session_begun,      session_erased,
                                 sessions_expired, sessions_retouched, NULL};
    call *const of_results[] = {
        result_read,   results_counted, results_read,  chain_read,     result_put_again,
        result_erased, arrivals_opened, terminal_read, terminals_read, received_asked,
        NULL};
    call *const of_terminals[] = {terminal_read, terminals_read, terminal_put_again,
                                  NULL};
    const struct lost {
        const char *file, *table;
        call *const *calls;
    } lost[] = {
        {"ledger.db", "mark", of_marks},       {"ledger.db", "identity", of_identity},
        {"ledger.db", "entry", of_chain},      {"drafts.db", "row", of_rows},
        {"drafts.db", "session", of_sessions}, {"archive.db", "terminal", of_terminals},
        {"archive.db", "entry", of_results},
    };
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++) {
        damage(lost[i].file,
               span_format(&kit_arena, "DROP TABLE %s", lost[i].table).data);
        assert_told(lost[i].calls, "lacks a table");
    }
    assert_int_equal(seen_count, 0);
}

/* One value at a time is a byte shorter than it is in all others. */
static void a_value_of_a_wrong_length_is_told(void **state)
{
    (void)state;
    call *const of_ledger[] = {ledger_entry_read, ledger_list_read, NULL};
    call *const of_head[] = {head_read, next_appended, NULL};
    call *const of_result[] = {result_read, results_read, arrivals_read, NULL};
    call *const of_place[] = {result_put_again, received_asked, NULL};
    call *const of_session[] = {session_found, sessions_read, NULL};
    call *const of_terminal[] = {terminal_read, terminals_read, terminal_put_again, NULL};
    call *const of_sessions[] = {sessions_read, NULL};
    call *const of_terminals[] = {terminals_read, NULL};
    call *const of_results[] = {results_read, NULL};
    const struct shorter {
        const char *file, *table, *column, *where;
        call *const *calls;
    } shorter[] = {
        {"ledger.db", "entry", "device_id", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "record_id", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "previous_hash", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "entry_hash", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "header", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "signature", "sequence = 2", of_ledger},
        {"ledger.db", "entry", "entry_hash", "sequence = 3", of_head},
        {"drafts.db", "session", "id", "1", of_session},
        {"drafts.db", "session", "locator", "1", of_sessions},
        {"archive.db", "entry", "signature", "sequence = 2", of_result},
        {"archive.db", "entry", "entry_hash", "sequence = 2", of_place},
        {"archive.db", "entry", "record_id", "sequence = 2", of_results},
        {"archive.db", "terminal", "public_key", "epoch = 2", of_terminal},
        {"archive.db", "terminal", "id", "epoch = 3", of_terminals},
    };
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++) {
        const struct shorter *one = &shorter[i];
        damage(one->file,
               span_format(&kit_arena,
                           "ATTACH '%s' AS aside;"
                           "CREATE TABLE aside.kept AS SELECT %s AS v FROM %s WHERE %s;"
                           "UPDATE %s SET %s = substr(%s, 2) WHERE %s",
                           kit_path("kept.db"), one->column, one->table, one->where,
                           one->table, one->column, one->column, one->where)
                   .data);
        assert_told(one->calls, "wrong length");
        damage(one->file,
               span_format(
                   &kit_arena,
                   "ATTACH '%s' AS aside;"
                   "UPDATE %s SET %s = (SELECT v FROM aside.kept) WHERE length(%s) = "
                   "length((SELECT v FROM aside.kept)) - 1; DROP TABLE aside.kept",
                   kit_path("kept.db"), one->table, one->column, one->column)
                   .data);
        for (size_t j = 0; one->calls[j]; j++)
            assert_int_not_equal(one->calls[j]().status, STATUS_DAMAGED);
    }
}

static void what_is_missing_in_the_middle_is_told(void **state)
{
    (void)state;
    call *const of_ledger[] = {ledger_checked, NULL};
    call *const of_rows[] = {rows_read, NULL};
    damage("ledger.db", "DELETE FROM entry WHERE sequence = 2");
    assert_told(of_ledger, "1 entries are missing");
    damage("drafts.db", "DELETE FROM row WHERE number = 2");
    assert_told(of_rows, "a row before row 3 is missing");
    assert_int_equal(seen_count, 1);
}

static void a_payload_that_no_terminal_writes_is_told(void **state)
{
    (void)state;
    call *const of_ledger[] = {ledger_entry_read, ledger_list_read, NULL};
    const struct span most = span_format(&kit_arena,
                                         "UPDATE entry SET payload = zeroblob(%d) "
                                         "WHERE sequence = 2",
                                         ENTRY_MAX_PAYLOAD_BYTES);
    const struct span more = span_format(&kit_arena,
                                         "UPDATE entry SET payload = zeroblob(%d) "
                                         "WHERE sequence = 2",
                                         ENTRY_MAX_PAYLOAD_BYTES + 1);
    damage("ledger.db", most.data);
    assert_ok(ledger_entry_read().status);
    damage("ledger.db", more.data);
    assert_told(of_ledger, "too large");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_damage_all_goes_well),
        TEST(a_lost_table_is_told_by_all_that_need_it),
        TEST(a_value_of_a_wrong_length_is_told),
        TEST(what_is_missing_in_the_middle_is_told),
        TEST(a_payload_that_no_terminal_writes_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
