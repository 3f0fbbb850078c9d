#include "app/desk/office/office.h"

#include "app/desk/office/once/once.h"
#include "base/file.h"
#include "base/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OFFICE_ARENA_MAX_BYTES = 512 * 1024 * 1024, LEVELS_MAX = 40 };
enum { SEQUENCE_BYTES_MAX = 32 };
enum { CHANGE_TRIES = 21, CHANGE_PAUSE_NS = 100 * 1000 * 1000 };

const char *office_path(struct office *office, const char *name)
{
    return file_path(&office->arena, office->folder, name);
}

/* Nobody named it: in a folder that others can write to, somebody may have laid one of theirs. */
static enum status owner_check(struct office *office)
{
    struct stat facts;
    char path[PATH_MAX];
    if (stat(office->folder, &facts) != 0 || !realpath(office->folder, path))
        return file_failed("look at", office->folder);
    if (facts.st_uid == geteuid() || facts.st_uid == 0)
        return OK;
    return fail(STATUS_REFUSED,
                "the folder of an organization here or above, %s, belongs to another "
                "user; if it is the one that you mean, name it: --org %s",
                path, path);
}

static enum status given_check(struct office *office)
{
    const char *given = office->folder;
    if (!*given)
        return fail(STATUS_USAGE, "--org needs the folder of an organization");
    if (is_file(given))
        return fail(STATUS_NOT_FOUND,
                    "%s is a file and not a folder; name the folder of the organization",
                    given);
    if (access(given, X_OK) != 0 && errno == EACCES)
        return file_failed("open", given);
    return is_file(office_path(office, "organization.json"))
               ? OK
               : fail(STATUS_NOT_FOUND,
                      "%s is not the folder of an organization; make one with 'resonance "
                      "init %s'",
                      given, given);
}

/* Here, or the nearest folder above that is an office. */
static enum status office_find(struct office *office, const char *given)
{
    office->folder = given ? given : ".";
    if (given)
        return given_check(office);
    for (int level = 0; level < LEVELS_MAX; level++) {
        if (is_file(office_path(office, "organization.json")))
            return owner_check(office);
        office->folder = level ? file_path(&office->arena, office->folder, "..") : "..";
    }
    return fail(STATUS_NOT_FOUND,
                "there is no folder of an organization here or above; go to it, name it "
                "with --org, or make one with 'resonance init'");
}

static enum status office_lock(struct office *office)
{
    office->lock = open(office->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (office->lock < 0)
        return file_failed("open", office->folder);
    if (flock(office->lock, LOCK_EX | LOCK_NB) == 0)
        return OK;
    if (errno == EWOULDBLOCK)
        return fail(STATUS_NO_ACCESS,
                    "another resonance command is changing %s; repeat when it has ended",
                    office->folder);
    return file_failed("lock", office->folder);
}

/* Who holds the lock is alone: what is half-written in the office is from commands that were
 * killed. */
static enum status office_sweep(struct office *office)
{
    static const char *const folders[] = {".",        "forms",     "keys",     "norms",
                                          "profiles", "terminals", "vacancies"};
    enum status status = OK;
    for (size_t i = 0; i < sizeof folders / sizeof *folders && status == OK; i++)
        status = tree_sweep(&office->arena, office_path(office, folders[i]), SPAN(""));
    return status;
}

enum status office_change_begin(struct office *office)
{
    const struct timespec pause = {.tv_nsec = CHANGE_PAUSE_NS};
    enum status status = office_lock(office);
    for (int i = 1; i < CHANGE_TRIES && status == STATUS_NO_ACCESS; i++) {
        file_close(&office->lock);
        nanosleep(&pause, NULL);
        status = office_lock(office);
    }
    if (status == OK)
        status = office_sweep(office);
    if (status != OK)
        office_change_end(office);
    once_forget_all(&office->once); /* who held the lock before may have changed it */
    return status;
}

void office_change_end(struct office *office)
{
    file_close(&office->lock);
}

enum status office_open(const char *folder, enum office_need need, struct office *office)
{
    struct span bytes;
    *office = (struct office){.lock = -1};
    arena_init(&office->arena, OFFICE_ARENA_MAX_BYTES);
    if (need == OFFICE_NONE)
        return OK;
    enum status status = office_find(office, folder);
    if (status == OK && need == OFFICE_CHANGE)
        status = office_lock(office);
    if (status == OK && need == OFFICE_CHANGE)
        status = office_sweep(office);
    if (status == OK)
        status = office_read(office, "organization.json", ORGANIZATION_BYTES_MAX, &bytes);
    if (status == OK)
        status = organization_read(&office->arena, bytes, &office->organization);
    if (status == STATUS_BAD_INPUT)
        status = fail_in(status, "%s", office_path(office, "organization.json"));
    if (status != OK)
        office_close(office);
    return status;
}

void office_close(struct office *office)
{
    archive_close(office->archive);
    if (office->folder)
        file_close(&office->lock);
    arena_done(&office->arena);
    *office = (struct office){.lock = -1};
}

enum status office_read(struct office *office, const char *name, size_t max_bytes,
                        struct span *out_bytes)
{
    return once_read(&office->arena, office->folder, name, max_bytes, &office->once,
                     out_bytes);
}

enum status office_write(struct office *office, const char *name, struct span bytes)
{
    const enum status status = file_write(office_path(office, name), bytes, 0600);
    once_forget(name, &office->once);
    if (status == OK)
        once_keep(&office->arena, name, bytes, &office->once);
    return status;
}

enum status office_keyset(struct office *office, struct keyset **out_keyset,
                          struct span *out_bytes)
{
    struct span bytes;
    enum status status =
        office_read(office, "keyset.json", CONFIG_FILE_MAX_BYTES, &bytes);
    if (status == STATUS_NOT_FOUND)
        return fail(STATUS_NOT_FOUND,
                    "%s/keyset.json is missing: without keys nothing can be sealed; put "
                    "it back from a copy of this folder",
                    office->folder);
    if (status == OK)
        status = config_keyset_read(&office->arena, bytes, out_keyset);
    if (status == OK && out_bytes)
        *out_bytes = bytes;
    return status;
}

enum status office_invitations(struct office *office,
                               struct invitations **out_invitations)
{
    struct span bytes;
    const enum status status =
        office_read(office, "invitations.json", CONFIG_FILE_MAX_BYTES, &bytes);
    return status == OK ? config_invitations_read(&office->arena, bytes, out_invitations)
                        : status;
}

enum status office_sequence(struct office *office, int64_t *out_sequence)
{
    struct span bytes;
    int64_t sequence;
    const enum status status =
        office_read(office, "sequence", SEQUENCE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    if (!span_to_integer(span_trim(bytes), &sequence) || sequence < 0 ||
        sequence >= INT32_MAX)
        return fail(STATUS_DAMAGED,
                    "%s is not a number; that of the last configuration belongs in it",
                    office_path(office, "sequence"));
    *out_sequence = sequence;
    return OK;
}
