#include "app/front/launch.h"

#include "app/desk/agent/start.h"

#include "base/buffer.h"
#include "base/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE_MAX_BYTES = 2048, STREAMS = 3 };

/* `address` is ours: a scheme, numbers, a port and hex. */
enum status launch_page_write(struct arena *arena, const char *path, struct span address)
{
    struct buffer page = buffer_init(arena, PAGE_MAX_BYTES);
    buffer_text(&page,
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"referrer\" content=\"no-referrer\">\n"
                "<meta http-equiv=\"refresh\" content=\"0; url=");
    buffer_add(&page, address);
    buffer_text(&page, "\">\n<title>Resonance</title>\n</head>\n<body>\n<p><a href=\"");
    buffer_add(&page, address);
    buffer_text(&page, "\">Open Resonance</a></p>\n</body>\n</html>\n");
    return file_write(path, buffer_span(&page), 0600);
}

void launch_page_remove(const char *path)
{
    if (path)
        (void)unlink(path);
}

/* Its words go nowhere: what a browser says of itself is nobody's business at this terminal. */
static bool is_started(const char *program, const char *path, pid_t *out_process)
{
    const char *const words[] = {program, path, NULL};
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0)
        return false;
    for (int descriptor = 0; descriptor < STREAMS; descriptor++)
        posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
    const enum status status = start_process(program, words, &files, out_process);
    posix_spawn_file_actions_destroy(&files);
    return status == OK;
}

enum status launch_browser(const char *path, pid_t *out_process)
{
    const char *const programs[] = {getenv("BROWSER"), "x-www-browser", "xdg-open"};
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        if (programs[i] && *programs[i] && is_started(programs[i], path, out_process))
            return OK;
    return fail(STATUS_NOT_FOUND, "there is no browser here");
}

void launch_reap(pid_t *process)
{
    if (*process > 0 && waitpid(*process, NULL, WNOHANG) != 0)
        *process = 0;
}
