/* kill -9 at a random moment: what was acknowledged is there afterwards, nothing is there in
 * halves. A child writes drafts and ledger and acknowledges each step through a pipe; its parent
 * kills it.
 *
 *   prop_store_kill [kills] [seed] */
#include "store_kit.h"

#include "store/drafts.h"
#include "store/ledger.h"
#include "store/terminal/marks.h"

#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

static int kill_count = 100;
static uint64_t seed;

struct stores {
    struct drafts *drafts;
    struct ledger *ledger;
};

/* What the child says it has done. */
struct acknowledged {
    uint64_t session; /* that is open; sessions are numbered from 1 */
    uint64_t rows;    /* in it */
    uint64_t entries; /* one for each finished session */
};

static void open_stores(struct arena *arena, struct stores *stores)
{
    assert_ok(drafts_open(arena, kit_path("drafts.db"), &stores->drafts));
    assert_ok(ledger_open(arena, kit_path("ledger.db"), &stores->ledger));
}

static void close_stores(struct stores *stores)
{
    drafts_close(stores->drafts);
    ledger_close(stores->ledger);
}

static struct drafts_session session_of(uint64_t number)
{
    const struct entry entry = kit_entry(1, number, 0);
    struct drafts_session session = {.wrapped_key = SPAN("wrapped")};
    memcpy(session.id, entry.record_id, sizeof session.id);
    memcpy(session.locator, entry.record_id, sizeof session.locator);
    return session;
}

static struct span sealed_of(uint64_t session, uint64_t row)
{
    static unsigned char bytes[600];
    struct chance chance = chance_init(session * 1000 + row);
    kit_fill(&chance, bytes, sizeof bytes);
    return (struct span){(const char *)bytes, sizeof bytes};
}

static void say(int pipe_end, const struct acknowledged *done)
{
    if (write(pipe_end, done, sizeof *done) != (ssize_t)sizeof *done)
        _exit(3);
}

static void child_must(enum status status)
{
    if (status != OK)
        _exit(4);
}

/* One sitting after the other: rows, entry, erase; for ever. */
static void sit(struct stores *stores, struct acknowledged done, int pipe_end)
{
    for (;;) {
        const struct drafts_session session = session_of(done.session);
        while (done.rows < 5) {
            const struct span sealed = sealed_of(done.session, done.rows + 1);
            child_must(drafts_put(
                stores->drafts, session.id,
                &(struct drafts_row){done.rows + 1, 1, sealed, SPAN("head")}, 0));
            done.rows++;
            say(pipe_end, &done);
        }
        struct entry entry = kit_entry(1, done.entries + 1, 0);
        entry.payload = sealed_of(done.session, 0);
        child_must(ledger_append(stores->ledger, &entry));
        child_must(marks_put(stores->ledger,
                             (struct span){(const char *)session.id, sizeof session.id}));
        done.entries++;
        say(pipe_end, &done);
        child_must(drafts_erase(stores->drafts, session.id));
        done.session++;
        const struct drafts_session next = session_of(done.session);
        child_must(drafts_begin(stores->drafts, &next));
        done.rows = 0;
        say(pipe_end, &done);
    }
}

static void run_child(struct acknowledged start, int pipe_end)
{
    struct arena arena;
    struct stores stores;
    arena_init(&arena, 1024 * 1024);
    child_must(drafts_open(&arena, kit_path("drafts.db"), &stores.drafts));
    child_must(ledger_open(&arena, kit_path("ledger.db"), &stores.ledger));
    sit(&stores, start, pipe_end);
}

/* Lets a child work from `start` for `work_us` and kills it; the last it acknowledged. With
 * `is_awaited` the time begins when something was acknowledged, however long that takes. */
static struct acknowledged work_and_kill(struct acknowledged start, int is_awaited,
                                         long work_us)
{
    int ends[2], result;
    struct acknowledged last = start, said;
    const struct timespec work = {0, work_us * 1000};
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        run_child(start, ends[1]);
    }
    close(ends[1]);
    if (is_awaited)
        assert_int_equal(poll(&(struct pollfd){ends[0], POLLIN, 0}, 1, -1), 1);
    nanosleep(&work, NULL);
    kill(child, SIGKILL);
    while (read(ends[0], &said, sizeof said) == (ssize_t)sizeof said)
        last = said;
    close(ends[0]);
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFSIGNALED(result) && WTERMSIG(result) == SIGKILL);
    return last;
}

struct rows {
    uint64_t session, count;
};

static enum status see_row(void *context, const struct drafts_row *row)
{
    struct rows *rows = context;
    rows->count++;
    assert_int_equal(row->number, rows->count);
    assert_true(is_span_equal(row->sealed, sealed_of(rows->session, row->number)));
    return OK;
}

static enum status count_session(void *context, const struct drafts_session *session)
{
    (void)session;
    *(size_t *)context += 1;
    return OK;
}

/* The rows of the session that must be open after `last`; makes it when the kill came before. */
static uint64_t check_session(struct drafts *drafts, uint64_t number)
{
    const struct drafts_session session = session_of(number);
    struct rows rows = {number, 0};
    size_t session_count = 0;
    const enum status status = drafts_list_rows(drafts, session.id, see_row, &rows);
    if (status == STATUS_NOT_FOUND)
        assert_ok(drafts_begin(drafts, &session));
    else
        assert_ok(status);
    assert_ok(drafts_list(drafts, count_session, &session_count));
    assert_int_equal(session_count, 1);
    return rows.count;
}

/* Opens as the terminal does at its start: a session whose record is in the ledger is marked as
 * used, unless it was, and erased.
 * At most the one step after the last acknowledged may be there. */
static struct acknowledged check_and_mend(struct acknowledged last)
{
    struct arena arena;
    struct stores stores;
    struct ledger_head head;
    bool is_used = false;
    arena_init(&arena, 1024 * 1024);
    open_stores(&arena, &stores);
    assert_ok(ledger_check(stores.ledger));
    assert_ok(ledger_head(stores.ledger, &head));
    assert_in_range(head.sequence, last.entries, last.entries + 1);
    assert_true(head.sequence == last.entries || last.rows == 5);
    if (head.sequence == last.session) {
        const struct drafts_session finished = session_of(last.session);
        const struct span mark = {(const char *)finished.id, sizeof finished.id};
        assert_ok(marks_has(stores.ledger, mark, &is_used));
        if (!is_used && head.sequence > last.entries)
            assert_ok(marks_put(stores.ledger, mark));
        else
            assert_int_equal(is_used, 1);
        assert_ok(drafts_erase(stores.drafts, finished.id));
        last = (struct acknowledged){last.session + 1, 0, head.sequence};
    }
    const uint64_t row_count = check_session(stores.drafts, last.session);
    assert_in_range(row_count, last.rows, last.rows + 1);
    close_stores(&stores);
    arena_done(&arena);
    return (struct acknowledged){last.session, row_count, last.entries};
}

static void nothing_acknowledged_is_lost(void **state)
{
    (void)state;
    struct chance chance = chance_init(seed);
    struct acknowledged last = check_and_mend((struct acknowledged){1, 0, 0});
    print_message("seed %" PRIu64 "\ntally %d kills\n", seed, kill_count);
    for (int i = 0; i < kill_count; i++)
        last = check_and_mend(
            work_and_kill(last, i % 2, 3000 + (long)chance_below(&chance, 25000)));
    assert_true(last.entries > 0); /* a step a kill for half of them, seven an entry */
}

int main(int argc, char **argv)
{
    int64_t value;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_acknowledged_is_lost, kit_setup,
                                        kit_teardown),
    };
    seed = (uint64_t)time(NULL);
    if (argc > 1 && span_to_integer(span_of(argv[1]), &value))
        kill_count = (int)value;
    if (argc > 2 && span_to_integer(span_of(argv[2]), &value))
        seed = (uint64_t)value;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
