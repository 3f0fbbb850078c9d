#include "app/story/story.h"

#include "app/common/console.h"
#include "device/canvas.h"

#include <stdarg.h>
#include <stdio.h>

enum status story_wrong(const struct story *story, const char *format, ...)
{
    char what[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return fail(STATUS_REFUSED, "%s:%zu: %s", story->script->path,
                story->line ? story->line->number : 0, what);
}

void story_pass(struct story *story, int64_t ms)
{
    const int64_t until = story->now.steady_ms + ms;
    while (story->is_open && terminal_deadline(&story->terminal) <= until) {
        const int64_t due = terminal_deadline(&story->terminal);
        const int64_t step = due > story->now.steady_ms ? due - story->now.steady_ms : 0;
        story->now.steady_ms += step;
        story->now.unix_ms += step;
        terminal_input(&story->terminal,
                       &(struct input){.kind = INPUT_TICK, .moment = story->now});
    }
    story->now.unix_ms += until - story->now.steady_ms;
    story->now.steady_ms = until;
}

enum status story_open(struct story *story)
{
    const enum status status = terminal_open(&story->terminal, story->folders,
                                             &story->facts, &story->port, story->now);
    story->is_open = status == OK;
    return status;
}

void story_close(struct story *story)
{
    if (story->is_open)
        terminal_close(&story->terminal);
    story->is_open = false;
}

void story_shot(struct story *story, struct span name)
{
    if (!story->shots_folder || !story->is_open)
        return;
    const char *path =
        span_format(&story->arena, "%s/%.*s.png", story->shots_folder, SPAN_ARGS(name))
            .data;
    if (canvas_shot(&story->arena, story->terminal.root, &story->terminal.facts,
                    &story->terminal.focus, story->text, path) != OK)
        console_line(CONSOLE_ERROR, "%s", status_last());
}
