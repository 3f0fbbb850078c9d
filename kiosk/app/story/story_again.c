/* After a kill the story goes on in a new process, as a terminal does after a power cut. */
#include "app/story/story.h"

#include <stdio.h>
#include <unistd.h>

enum status story_again(const struct story *story, const char *const *words, size_t count)
{
    const char *arguments[64] = {"resonance-story", "--config", story->folders.config,
                                 "--data", story->folders.data};
    size_t at = 5;
    if (story->folders.incoming) {
        arguments[at++] = "--incoming";
        arguments[at++] = story->folders.incoming;
    }
    if (story->folders.lock) {
        arguments[at++] = "--lock-state";
        arguments[at++] = story->folders.lock;
    }
    if (story->folders.stick) {
        arguments[at++] = "--stick";
        arguments[at++] = story->folders.stick;
    }
    if (story->codes_path) {
        arguments[at++] = "--codes";
        arguments[at++] = story->codes_path;
    }
    if (story->shots_folder) {
        arguments[at++] = "--shots";
        arguments[at++] = story->shots_folder;
    }
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
