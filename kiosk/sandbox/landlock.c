#include "sandbox/landlock.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/landlock.h>

/* Newer than the headers of Debian 12. */
#define ACCESS_TRUNCATE (1ULL << 14)
#define ACCESS_FILE                                                                      \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |                        \
     LANDLOCK_ACCESS_FS_READ_FILE | ACCESS_TRUNCATE)
#define ACCESS_FIRST ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1) /* of version 1 */

static uint64_t handled(int version)
{
    return ACCESS_FIRST | (version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0) |
           (version >= 3 ? ACCESS_TRUNCATE : 0);
}

/* What this kernel handles; it is asked once, for there may be thousands of rules. */
static uint64_t handled_here(void)
{
    static uint64_t known;
    if (!known)
        known = handled(landlock_version());
    return known;
}

static uint64_t access_of(int rights)
{
    const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
                   starting = LANDLOCK_ACCESS_FS_EXECUTE;
    uint64_t access = 0;
    if (rights & LANDLOCK_READ)
        access |= reading;
    if (rights & LANDLOCK_START)
        access |= starting;
    if (rights & LANDLOCK_WRITE)
        access |= handled(3) & ~(reading | starting);
    return access;
}

int landlock_version(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? (int)version : 0;
}

int landlock_open(int version)
{
    const struct landlock_ruleset_attr attr = {.handled_access_fs = handled(version)};
    return version > 0 ? (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0)
                       : -1;
}

/* A rule may name no more than its kernel handles, and of a file no more than files have. */
static void rule_add(int rules, int at, int rights, bool is_folder)
{
    const struct landlock_path_beneath_attr rule = {
        .allowed_access =
            access_of(rights) & handled_here() & (is_folder ? UINT64_MAX : ACCESS_FILE),
        .parent_fd = at,
    };
    (void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

static unsigned char kind_of(int at)
{
    struct stat facts;
    return fstat(at, &facts) == 0 ? (unsigned char)IFTODT(facts.st_mode) : DT_LNK;
}

void landlock_allow(int rules, const char *path, int rights)
{
    const int at = open(path, O_PATH | O_CLOEXEC);
    if (at < 0)
        return;
    rule_add(rules, at, rights, kind_of(at) == DT_DIR);
    close(at);
}

/* A link may lead to what is left out. One that takes the place of something else meanwhile leads
 * nowhere. */
static void sibling_allow(int rules, int folder, const struct dirent *sibling, int rights)
{
    if (sibling->d_type == DT_LNK)
        return;
    const int at = openat(folder, sibling->d_name, O_PATH | O_CLOEXEC | O_NOFOLLOW);
    if (at < 0)
        return;
    const unsigned char kind =
        sibling->d_type == DT_UNKNOWN ? kind_of(at) : sibling->d_type;
    if (kind != DT_LNK)
        rule_add(rules, at, rights, kind == DT_DIR);
    close(at);
}

/* All that lies in `folder` but for `name`: there may be thousands, as in /tmp, so that each costs
 * three calls of the kernel and no more. */
static void siblings_allow(int rules, const char *folder, const char *name, int rights)
{
    DIR *list = opendir(*folder ? folder : "/");
    const struct dirent *entry;
    if (!list)
        return;
    while ((entry = readdir(list)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            strcmp(entry->d_name, name) != 0)
            sibling_allow(rules, dirfd(list), entry, rights);
    closedir(list);
}

enum status landlock_allow_all_but(int rules, const char *path, int rights)
{
    char whole[PATH_MAX];
    if (!realpath(path, whole) || strcmp(whole, "/") == 0)
        return fail(STATUS_NOT_FOUND, "%s is no folder that could be kept apart", path);
    for (char *slash = whole; slash;) {
        char *const next = strchr(slash + 1, '/');
        char *const name = slash + 1;
        if (next)
            *next = 0;
        *slash = 0;
        siblings_allow(rules, slash == whole ? "" : whole, name, rights);
        *slash = '/';
        if (next)
            *next = '/';
        slash = next;
    }
    return OK;
}

bool landlock_hold(int rules)
{
    const bool holds = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return holds;
}
