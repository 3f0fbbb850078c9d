/* resonance-story: runs story files against a real terminal without a window. For tests and the
 * demonstration.
 *
 *   resonance-story --config DIR --data DIR [--incoming DIR] [--codes FILE] [--shots DIR]
 *                   [--slow] STORY...
 */
#include "app/story/check.h"
#include "app/story/story.h"

#include "app/common/console.h"
#include "app/common/options.h"
#include "device/text.h"

#include <stdlib.h>
#include <unistd.h>

enum { STORY_MAX_BYTES = 256 * 1024 * 1024 };

static const int64_t start_unix_ms = 1794819600000; /* a Monday morning */

static const char usage[] =
    "usage: resonance-story --config DIR --data DIR [--incoming DIR] [--codes FILE]\n"
    "                       [--shots DIR] [--slow] STORY...\n"
    "Plays scripted persons on a terminal without a window. The steps are described in\n"
    "tests/story/README.md. Example:\n"
    "  resonance-story --config config --data data --codes codes.txt "
    "tests/story/full.story\n";

static enum status usage_tell(void)
{
    console_text(CONSOLE_ERROR, span_of(usage));
    return fail(STATUS_USAGE, "--config, --data and a story are needed");
}

struct beginning {
    size_t line;
    struct moment now;
    uint64_t chance, state;
    bool is_set;
};

/* A story that goes on after a kill: sizes and persons of the lines before count again. */
static bool is_setting(const struct script_line *line)
{
    return is_span(line->words[0], "size") || is_span(line->words[0], "person");
}

static enum status story_run(struct story *story, const struct beginning *beginning)
{
    enum status status = script_read(&story->arena, story->stories[0], &story->script);
    for (size_t i = 0; status == OK && i < story->script->count; i++) {
        const struct script_line *line = &story->script->lines[i];
        const bool is_before = line->number < beginning->line;
        if (is_before && !is_setting(line))
            continue;
        if (beginning->is_set && !is_before && !story->is_open && !is_setting(line)) {
            story->person.chance.state = beginning->chance;
            status = story_open(story);
        }
        if (status == OK)
            status = story_step(story, line);
    }
    if (status == OK)
        status = check_disk(story);
    if (status != OK)
        story_shot(story, SPAN("failed"));
    story_close(story);
    return status;
}

static int integers(const char *text, int64_t *out_values, size_t count)
{
    struct span rest = span_of(text), part;
    for (size_t i = 0; i < count; i++)
        if (!span_next(&rest, ',', &part) || !span_to_integer(part, &out_values[i]))
            return 0;
    return 1;
}

static enum status beginning_read(const struct options *options,
                                  struct beginning *beginning)
{
    int64_t values[2] = {0};
    if (!has_option(options, "from"))
        return OK;
    beginning->is_set = true;
    if (!integers(options_text(options, "from"), values, 1))
        return fail(STATUS_USAGE, "--from wants a line number");
    beginning->line = (size_t)values[0];
    const char *clock = options_text(options, "clock");
    if (!clock || !integers(clock, values, 2))
        return fail(STATUS_USAGE, "--clock wants two numbers");
    beginning->now = (struct moment){.unix_ms = values[0], .steady_ms = values[1]};
    const char *chance = options_text(options, "chance");
    beginning->chance = chance ? strtoull(chance, NULL, 10) : 0;
    const char *state = options_text(options, "state");
    beginning->state = state ? strtoull(state, NULL, 10) : 0;
    return OK;
}

static enum status words_read(int argc, char **argv, struct options *options,
                              struct story *story, struct beginning *beginning)
{
    enum status status = options_read(
        argv + 1, (size_t)(argc - 1),
        "config= data= incoming= stick= machine= lock-state= codes= shots= slow from= "
        "clock= chance= "
        "state= help",
        0, OPTIONS_FILES_MOST - 1, options);
    if (status != OK)
        return status;
    story->folders.config = options_text(options, "config");
    story->folders.data = options_text(options, "data");
    story->folders.stick = options_text(options, "stick");
    story->folders.machine = options_text(options, "machine");
    story->folders.incoming = options_text(options, "incoming");
    story->folders.lock = options_text(options, "lock-state");
    story->codes_path = options_text(options, "codes");
    story->shots_folder = options_text(options, "shots");
    story->is_slow_check = has_option(options, "slow");
    story->stories = options->files;
    options->files[options->file_count] = NULL;
    if (!story->folders.config || !story->folders.data || options->file_count == 0)
        return usage_tell();
    return beginning_read(options, beginning);
}

static void story_reset(struct story *story, const struct beginning *beginning)
{
    story->now = (struct moment){.unix_ms = start_unix_ms, .steady_ms = 1000000};
    story->facts = (struct surface_facts){.width_px = 1920,
                                          .height_px = 1080,
                                          .px_per_mm = 1920 / 476.0,
                                          .step = STEP_NORMAL};
    story->person = person_init();
    story->typed_count = 0;
    if (beginning->is_set)
        story->now = beginning->now;
    story->state_before = beginning->state;
}

int main(int argc, char **argv)
{
    static struct story story;
    static struct options options;
    struct beginning beginning = {0};
    arena_init(&story.arena, STORY_MAX_BYTES);
    arena_init(&story.fonts, STORY_MAX_BYTES);
    enum status status = words_read(argc, argv, &options, &story, &beginning);
    if (status == OK)
        status = text_open(&story.fonts, &story.text);
    if (status == OK)
        story.port = text_port_of(story.text);
    for (; status == OK && *story.stories; story.stories++) {
        story_reset(&story, &beginning);
        status = story_run(&story, &beginning);
        if (status == OK)
            console_line(CONSOLE_OUT, "%s holds", *story.stories);
        beginning = (struct beginning){0};
    }
    if (status != OK)
        console_line(CONSOLE_ERROR, "%s", status_last());
    text_close(story.text);
    arena_done(&story.fonts);
    arena_done(&story.arena);
    return status_exit(status);
}
