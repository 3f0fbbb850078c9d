/* A disk that fails once, at every write, cut and sync of a sitting's draft in turn: each
 * failure is told, and as what it is. */
#include "faulty_disk.h"

#include "store/drafts.h"
#include "store/ledger.h"

#include <errno.h>

static int begin(void **state)
{
    const int status = kit_setup(state);
    faulty_use();
    return status;
}

static int end(void **state)
{
    faulty_leave();
    return kit_teardown(state);
}

/* A draft from its begin until it is erased; then the terminal's key. The call `at` fails. */
static enum status work(uint64_t at, int code, int cause)
{
    static const struct drafts_session session = {.wrapped_key = {"key", 3}, .id = {1}};
    struct drafts *drafts = NULL;
    struct ledger *ledger = NULL;
    faulty_reset(0, 0, SQLITE_OK, 0);
    assert_ok(drafts_open(&kit_arena, kit_path("drafts.db"), &drafts));
    assert_ok(ledger_open(&kit_arena, kit_path("ledger.db"), &ledger));
    faulty_reset(at, 0, code, 0);
    faulty.cause = cause;
    enum status status = drafts_begin(drafts, &session);
    for (uint64_t number = 1; status == OK && number <= 3; number++)
        status =
            drafts_put(drafts, session.id,
                       &(struct drafts_row){number, 1, SPAN("sealed"), SPAN("head")}, 0);
    if (status == OK)
        status = drafts_erase(drafts, session.id);
    if (status == OK)
        status = ledger_put_identity(ledger, "key", SPAN("sealed"));
    const uint64_t call_count = faulty.call_count;
    drafts_close(drafts);
    ledger_close(ledger);
    kit_empty_folder();
    faulty.call_count = call_count; /* without those of closing, which nobody waits for */
    return status;
}

static void each_failure_is_told_as_what_it_is(void **state)
{
    (void)state;
    static const struct {
        int code, cause;
        enum status wanted;
    } faults[] = {
        {SQLITE_IOERR_WRITE, EIO, STATUS_IO},
        {SQLITE_IOERR_WRITE, ENOSPC, STATUS_NO_SPACE},
        {SQLITE_IOERR_WRITE, EDQUOT, STATUS_NO_SPACE},
        {SQLITE_IOERR_WRITE, EFBIG, STATUS_NO_SPACE},
        {SQLITE_FULL, 0, STATUS_NO_SPACE},
    };
    assert_ok(work(0, SQLITE_OK, 0));
    const uint64_t call_count = faulty.call_count;
    assert_true(call_count > 20);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        for (uint64_t at = 1; at <= call_count; at++) {
            const enum status status = work(at, faults[i].code, faults[i].cause);
            /* the last sync of a sweep has no cause */
            const bool is_last =
                strstr(status_last(), "the disk reported") && status == STATUS_IO;
            if (status != faults[i].wanted && !is_last)
                fail_msg("call %d of %d, cause %d: status %d", (int)at, (int)call_count,
                         faults[i].cause, (int)status);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_failure_is_told_as_what_it_is, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
