#include "app/terminal/staff/keeper_doctor.h"

#include "app/terminal/keeper/keeper_entries.h"
#include "app/terminal/keeper/keeper_received.h"
#include "app/terminal/ready.h"

#include <sys/statvfs.h>

enum { ROOM_BYTES = 16 * 1024 * 1024 };

static enum status check_key(struct keeper_doctor *doctor)
{
    if (!doctor->keeper->ledger)
        return fail(STATUS_REFUSED, "the data folder must be right first");
    if (doctor->keeper->is_away)
        doctor->said =
            SPAN("sealed to this machine, which opens it for the terminal only");
    return keeper_check_key(doctor->keeper);
}

static enum status check_enrolment(struct keeper_doctor *doctor)
{
    if (!doctor->config || !doctor->keeper->ledger)
        return fail(STATUS_REFUSED, "configuration and data folder must be right first");
    if (keeper_check_key(doctor->keeper) != OK)
        return fail(STATUS_REFUSED, "the signing key must be right first");
    return keeper_adopt_check(doctor->keeper, doctor->config);
}

static enum status check_ledger(struct keeper_doctor *doctor)
{
    struct keeper_entries entries = {0};
    enum status status = STATUS_DAMAGED;
    if (!doctor->keeper->ledger)
        return fail(STATUS_REFUSED, "the data folder must be right first");
    if (ledger_check(doctor->keeper->ledger) == OK)
        status = keeper_entries_check(doctor->arena, doctor->keeper, &entries);
    if (status != OK)
        return fail(STATUS_DAMAGED,
                    "%s/ledger.db is damaged; export what can be read (--export), keep a "
                    "copy of the file, then begin with an empty data folder and "
                    "--request",
                    doctor->data);
    if (!entries.damaged_count)
        return OK;
    const struct span first =
        span_cut(entries.damaged, 0, (size_t)span_find(entries.damaged, '\n'));
    return fail(STATUS_DAMAGED,
                "%zu of %zu entries are damaged, %.*s; --export names each and brings "
                "the others home; keep this disk",
                entries.damaged_count, entries.count, SPAN_ARGS(first));
}

static enum status check_received(struct keeper_doctor *doctor)
{
    if (!doctor->config || !doctor->keeper->ledger)
        return fail(STATUS_REFUSED, "configuration and data folder must be right first");
    return keeper_received_check(doctor->keeper, doctor->config);
}

static enum status check_vacancies(struct keeper_doctor *doctor)
{
    if (!doctor->config)
        return fail(STATUS_REFUSED, "the configuration must be right first");
    if (doctor->config->vacancy_count == 0 &&
        doctor->config->invitations->invite_count == 0)
        return fail(STATUS_REFUSED,
                    "nobody is invited; at the desk: resonance vacancy, invite, or "
                    "profile collect, then enrol again");
    return OK;
}

static enum status check_space(struct keeper_doctor *doctor)
{
    return ready_space(doctor->data);
}

static enum status check_clock(struct keeper_doctor *doctor)
{
    (void)doctor;
    return ready_clock(clock_now());
}

static enum status check_keys(struct keeper_doctor *doctor)
{
    if (!doctor->config)
        return fail(STATUS_REFUSED, "the configuration must be right first");
    return ready_keys(doctor->config->keyset, clock_now());
}

static const struct {
    const char *what;
    enum status (*check)(struct keeper_doctor *doctor);
} checks[] = {
    {"signing key", check_key},
    {"made for this terminal", check_enrolment},
    {"sealed results", check_ledger},
    {"what the desk has received", check_received},
    {"somebody is invited", check_vacancies},
    {"free space", check_space},
    {"clock", check_clock},
    {"last days of the keys", check_keys},
};

void keeper_doctor_add(struct keeper_doctor *doctor, struct doctor_page *page)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        doctor->said = SPAN("");
        if (checks[i].check(doctor) == OK)
            doctor_page_add(page, DOCTOR_OK, checks[i].what, doctor->said);
        else
            doctor_page_add(page, DOCTOR_WRONG, checks[i].what, span_of(status_last()));
    }
}

static enum status count_result(void *context, const struct entry *entry, int64_t arrival)
{
    int64_t *count = context;
    (void)arrival;
    *count += entry->type == HEADER_RESULT && entry->payload.count > 0;
    return OK;
}

/* What lies on this disk only. */
static void add_results(struct keeper_doctor *doctor, struct doctor_page *page)
{
    int64_t results = 0;
    size_t drafts = 0;
    uint64_t from = 1;
    struct keeper *keeper = doctor->keeper;
    if (!keeper->ledger)
        return;
    if (keeper_received_from(keeper, &from) == OK &&
        ledger_list(keeper->ledger, from, count_result, &results) == OK) {
        page->waiting_count = results;
        doctor_page_add(
            page, results ? DOCTOR_NOTE : DOCTOR_OK, "results to collect",
            results ? span_format(doctor->arena,
                                  "%lld that the desk has not received: collect "
                                  "them (page for staff, or --export), import there",
                                  (long long)results)
                    : SPAN("none"));
    }
    if (keeper_count_drafts(keeper, &drafts) == OK)
        page->session_count = (int64_t)drafts;
}

static void add_space(struct keeper_doctor *doctor, struct doctor_page *page)
{
    struct statvfs disk;
    if (statvfs(doctor->data, &disk) == 0)
        page->free_bytes = (int64_t)((uint64_t)disk.f_bavail * disk.f_frsize);
}

void keeper_doctor_waiting(struct keeper_doctor *doctor, struct doctor_page *page)
{
    add_results(doctor, page);
    add_space(doctor, page);
}

enum status keeper_doctor_text(struct keeper *keeper, struct arena *arena,
                               struct span *out_text, size_t *out_wrong_count)
{
    struct arena own;
    struct doctor_page page;
    struct keeper_doctor doctor = {.arena = &own,
                                   .keeper = keeper,
                                   .config = keeper->config,
                                   .data = keeper->folders.data};
    if (!keeper->is_staff)
        return fail(STATUS_REFUSED, "the page for staff is not open");
    arena_init(&own, ROOM_BYTES);
    doctor_page_begin(&own, &page);
    keeper_doctor_add(&doctor, &page);
    keeper_doctor_waiting(&doctor, &page);
    *out_text = span_copy(arena, doctor_page_text(&page));
    *out_wrong_count = page.wrong_count;
    arena_done(&own);
    return OK;
}
