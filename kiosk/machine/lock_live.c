#include "machine/lock_live.h"

#include "base/file.h"
#include "base/folder.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LINE_BYTES = 256, WORDS_MAX = 5 };

/* The first line of a file of the kernel, which tells no size. */
static struct span line_of(struct arena *arena, const char *path)
{
    char bytes[LINE_BYTES];
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC);
    const ssize_t count = file < 0 ? 0 : read(file, bytes, sizeof bytes);
    const struct span all = {bytes, count > 0 ? (size_t)count : 0};
    return span_copy(arena, span_cut(all, 0, span_find(all, '\n')));
}

struct span lock_live_boot(struct arena *arena)
{
    return line_of(arena, "/proc/sys/kernel/random/boot_id");
}

/* Whether the program ran and was content; it finds what it needs by the PATH of a system. */
static bool is_done(const char *const words[WORDS_MAX])
{
    static char path[] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin", language[] = "LC_ALL=C";
    char *const settings[] = {path, language, NULL};
    posix_spawn_file_actions_t actions;
    pid_t child = 0;
    int end = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    char *given[WORDS_MAX];
    for (size_t i = 0; i < WORDS_MAX; i++)
        given[i] = (char *)(uintptr_t)words[i];
    const int error = posix_spawn(&child, words[0], &actions, NULL, given, settings);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 && waitpid(child, &end, 0) == child && WIFEXITED(end) &&
           WEXITSTATUS(end) == 0;
}

static void system_tell(bool is_locked)
{
    /* What looks at the lock is stopped with it: nothing is to be found wrong any more. */
    static const char *const all[][WORDS_MAX] = {
        {"/usr/bin/systemctl", "stop", "resonance-lock.timer", NULL},
        {"/usr/bin/systemctl", "daemon-reload", NULL},
        {"/usr/sbin/sysctl", "--system", NULL},
    };
    if (is_folder("/run/systemd/system"))
        for (size_t i = 0; i < sizeof all / sizeof *all; i++)
            if (i || !is_locked)
                (void)is_done(all[i]);
    (void)is_done((const char *const[WORDS_MAX]){
        is_locked ? "/usr/sbin/swapoff" : "/usr/sbin/swapon", "-a", NULL});
}

enum status lock_live_apply(bool is_locked)
{
    static const char menu[] = "/usr/sbin/update-grub";
    system_tell(is_locked);
    if (!is_file(menu) || is_done((const char *const[WORDS_MAX]){menu, NULL}))
        return OK;
    return fail(STATUS_IO,
                "the menu of the boot loader could not be made anew: run update-grub and "
                "look at what it says; then the same command again");
}

static enum status setting_check(struct arena *arena, const char *path,
                                 const char *wanted)
{
    const struct span now = line_of(arena, path);
    /* A kernel without this setting has nothing to hold. */
    return !now.count || is_span(now, wanted)
               ? OK
               : fail(STATUS_REFUSED, "%s is %.*s and not %s: restart the machine", path,
                      SPAN_ARGS(now), wanted);
}

static enum status settings_check(struct arena *arena)
{
    static const struct {
        const char *path, *wanted;
    } settings[] = {{"/proc/sys/kernel/sysrq", "0"},
                    {"/proc/sys/kernel/core_pattern", "|/bin/false"},
                    {"/proc/sys/fs/suid_dumpable", "0"}};
    enum status status = OK;
    for (size_t i = 0; i < sizeof settings / sizeof *settings && status == OK; i++)
        status = setting_check(arena, settings[i].path, settings[i].wanted);
    return status;
}

/* The first line is the heading of the table. */
static bool is_swapping(void)
{
    char bytes[4096];
    scoped_file file = open("/proc/swaps", O_RDONLY | O_CLOEXEC);
    const ssize_t count = file < 0 ? 0 : read(file, bytes, sizeof bytes);
    const char *end = count > 0 ? memchr(bytes, '\n', (size_t)count) : NULL;
    return end && end + 1 < bytes + count;
}

static bool is_login_waiting(struct arena *arena)
{
    struct span *names;
    size_t count = 0;
    int64_t number;
    if (folder_list(arena, "/proc", "", &names, &count) != OK)
        return false;
    for (size_t i = 0; i < count; i++)
        if (span_to_integer(names[i], &number) &&
            is_span(
                line_of(arena,
                        span_format(arena, "/proc/%lld/comm", (long long)number).data),
                "agetty"))
            return true;
    return false;
}

enum status lock_live_check(struct arena *arena, const struct lock_record *record)
{
    const struct arena_mark mark = arena_mark(arena);
    enum status status = OK;
    if (is_span(lock_live_boot(arena), record->boot))
        status = fail(STATUS_REFUSED, "the machine was not started again since it was "
                                      "locked: restart it");
    if (status == OK)
        status = settings_check(arena);
    if (status == OK && is_swapping())
        status =
            fail(STATUS_REFUSED, "something is used as swap: swapoff -a, and look at "
                                 "/proc/swaps for what");
    if (status == OK && is_login_waiting(arena))
        status =
            fail(STATUS_REFUSED,
                 "a login waits at a console (agetty): systemctl list-units '*getty*'");
    arena_release(arena, mark);
    return status;
}
