#include "app/common/locked.h"

#include <sys/resource.h>

#define KB 1024.0

bool is_locked_all(struct arena_guards guards)
{
    return guards.locked_bytes == guards.bytes;
}

static struct span size_words(struct arena *arena, double bytes)
{
    return bytes < KB * KB ? span_format(arena, "%.0f kB", bytes / KB)
                           : span_format(arena, "%.1f MB", bytes / KB / KB);
}

struct span locked_words(struct arena *arena, struct arena_guards guards, bool is_of_many)
{
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    (void)getrlimit(RLIMIT_MEMLOCK, &limit);
    const struct span most =
        limit.rlim_cur == RLIM_INFINITY
            ? SPAN("without limit")
            : span_format(arena, "where the limit%s is %.*s",
                          is_of_many ? " of each process" : "",
                          SPAN_ARGS(size_words(arena, (double)limit.rlim_cur)));
    return span_format(arena, "%.*s of %.*s locked, %.*s",
                       SPAN_ARGS(size_words(arena, (double)guards.locked_bytes)),
                       SPAN_ARGS(size_words(arena, (double)guards.bytes)),
                       SPAN_ARGS(most));
}
