/* After a kill the story goes on in a new process, as a terminal does after a power cut. */
#include "app/story/story.h"

#include <stdio.h>
#include <unistd.h>

static void option_add(const char **arguments, size_t *at, const char *option,
                       const char *value)
{
    if (!value)
        return;
    arguments[(*at)++] = option;
    arguments[(*at)++] = value;
}

enum status story_again(const struct story *story, const char *const *words, size_t count)
{
    const char *arguments[64] = {"resonance-story", "--config", story->folders.config,
                                 "--data", story->folders.data};
    size_t at = 5;
    option_add(arguments, &at, "--incoming", story->folders.incoming);
    option_add(arguments, &at, "--lock-state", story->folders.lock);
    option_add(arguments, &at, "--stick", story->folders.stick);
    option_add(arguments, &at, "--machine", story->folders.machine);
    option_add(arguments, &at, "--codes", story->codes_path);
    option_add(arguments, &at, "--shots", story->shots_folder);
    if (story->is_slow_check)
        arguments[at++] = "--slow";
    for (size_t i = 0; i < count; i++)
        arguments[at++] = words[i];
    for (const char **path = story->stories; *path && at < 63; path++)
        arguments[at++] = *path;
    fflush(NULL);
    execv("/proc/self/exe", (char *const *)(uintptr_t)arguments);
    return fail(STATUS_IO, "the story cannot be started again");
}
