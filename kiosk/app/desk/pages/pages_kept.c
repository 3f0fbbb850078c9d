#include "app/desk/pages/pages_kept.h"

#include "app/desk/office/ends/ends_format.h"
#include "app/desk/office/people/people_progress.h"
#include "app/desk/office/trust/roll.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/hash.h"
#include "store/deeds.h"

#include <string.h>
#include <sys/stat.h>

static struct office *office_of(struct pages *pages)
{
    return &pages->operation.office;
}

/* When the documents were changed last whose content is kept, by the archive too: it knows what
 * ended from the moment at which it was opened. */
static uint64_t folder_state(struct office *office)
{
    static const char *const names[] = {"organization.json", "keyset.json", ROLL_FILE,
                                        STAFF_FILE,          ENDS_FILE,     "assessment"};
    uint64_t state = HASH_START;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct stat facts;
        if (stat(office_path(office, names[i]), &facts) != 0)
            continue;
        state = hash_mix(state, &facts.st_mtim, sizeof facts.st_mtim);
        state = hash_mix(state, &facts.st_size, sizeof facts.st_size);
    }
    return state;
}

static enum status organization_again(struct office *office)
{
    struct span bytes;
    const enum status status =
        office_read(office, "organization.json", ORGANIZATION_BYTES_MAX, &bytes);
    return status == OK ? organization_read(&office->arena, bytes, &office->organization)
                        : status;
}

enum status pages_kept_open(struct pages *pages)
{
    struct office *office = office_of(pages);
    const struct assessment *assessment;
    const struct staff *staff;
    struct archive *archive;
    pages->folder_state = folder_state(office);
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = office_assessment(office, &assessment);
    if (status == OK)
        status = staff_read(office, &staff);
    office->ends = NULL; /* what ends is read anew for each question */
    office->earlier = NULL;
    pages->ready = arena_mark(&office->arena);
    pages->kept = *office;
    return status;
}

/* The whole folder anew: keys, terminals or the form have changed. */
static enum status all_again(struct pages *pages)
{
    struct office *office = office_of(pages);
    pages_kept_drop(pages);
    archive_close(office->archive);
    *office = (struct office){.arena = office->arena,
                              .folder = office->folder,
                              .lock = -1,
                              .listener = office->listener};
    arena_release(&office->arena, pages->empty);
    enum status status = organization_again(office);
    if (status == OK)
        status = pages_kept_open(pages);
    if (status != OK) { /* the next question tries again */
        archive_close(office->archive);
        office->archive = NULL;
    }
    return status;
}

enum status pages_kept_begin(struct pages *pages)
{
    struct office *office = office_of(pages);
    const bool is_same = folder_state(office) == pages->folder_state && office->archive;
    if (is_same)
        arena_release(&office->arena, pages->ready);
    const enum status status = is_same ? OK : all_again(pages);
    return status == OK ? signed_settings_check(office) : status;
}

void pages_kept_end(struct pages *pages)
{
    struct office *office = office_of(pages);
    result_reader_close(&pages->operation.reader);
    arena_done(&pages->operation.shown);
    /* Whatever the question made the office read lies in what is released now. */
    const struct arena arena = office->arena;
    *office = pages->kept;
    office->arena = arena;
    arena_release(&office->arena, pages->ready);
}

void pages_kept_drop(struct pages *pages)
{
    people_close(&pages->people);
    pages->has_people = false;
    pages->version = pages->log = (struct archive_version){0};
}

struct looking {
    struct people *people;
    struct span who;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct looking *looking = context;
    if (is_span_equal(deed->who, looking->who) &&
        (is_span(deed->what, "opened") || is_span(deed->what, "exported")))
        people_mark_read(looking->people, deed->about);
    return OK;
}

/* Whom this person has opened before, the log says; how far it has come with each, what lies beside
 * their results. */
static enum status log_read(struct pages *pages)
{
    struct archive *archive = office_of(pages)->archive;
    const int64_t before = pages->log.data;
    struct looking looking = {.people = &pages->people,
                              .who = operation_who(&pages->operation)};
    enum status status = archive_version(archive, &pages->log);
    if (status == OK && pages->log.data != before)
        status = deeds_list(archive, on_deed, &looking);
    if (status == OK && pages->log.data != before)
        status = people_progress_read(&pages->people, archive, &office_of(pages)->arena);
    return status;
}

/* What was closed to this person may have been shared with them meanwhile: then any change
 * counts. */
static bool is_still_so(const struct pages *pages, const struct archive_version *before)
{
    const struct archive_version *const now = &pages->version;
    return before->result_count == now->result_count &&
           before->payload_count == now->payload_count &&
           before->last_arrival == now->last_arrival &&
           (!pages->people.closed_count || before->data == now->data);
}

static enum status people_again(struct pages *pages)
{
    struct operation *operation = &pages->operation;
    people_close(&pages->people);
    pages->has_people = false;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = people_read(&operation->reader, SPAN(""), &pages->people);
    result_reader_close(&operation->reader);
    if (status != OK)
        return status;
    people_letters(&pages->people);
    pages->has_people = true;
    pages->log = (struct archive_version){0};
    return OK;
}

enum status pages_kept_people(struct pages *pages, struct people **out_people)
{
    const struct archive_version before = pages->version;
    enum status status = archive_version(office_of(pages)->archive, &pages->version);
    if (status == OK && (!pages->has_people || !is_still_so(pages, &before)))
        status = people_again(pages);
    if (status == OK)
        status = log_read(pages);
    if (status == OK)
        *out_people = &pages->people;
    return status;
}

void pages_kept_done(struct pages *pages, struct span route, const char *words)
{
    struct pages_kept_done *const done = &pages->done;
    *done = (struct pages_kept_done){0};
    if (route.count >= sizeof done->route)
        return;
    memcpy(done->route, route.data, route.count);
    done->words = words;
}

const char *pages_kept_done_take(struct pages *pages, struct span route)
{
    struct pages_kept_done *const done = &pages->done;
    const char *const words = is_span(route, done->route) ? done->words : NULL;
    *done = (struct pages_kept_done){0};
    return words;
}
