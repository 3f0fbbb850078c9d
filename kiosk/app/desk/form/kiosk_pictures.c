#include "app/desk/form/kiosk_pictures.h"

#include "app/common/start/child.h"
#include "app/common/start/program_place.h"
#include "base/must.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 32 };

static const char program_name[] = "resonance-painter";

bool has_kiosk_pictures(void)
{
    char path[PATH_MAX];
    return is_program_place(program_name, path);
}

/* The words that it is started with. */
struct words {
    struct arena *arena;
    const char *list[WORDS_MAX + 1];
    size_t count;
};

static void word_add(struct words *words, const char *word)
{
    must(words->count < WORDS_MAX);
    words->list[words->count++] = word;
}

static void value_add(struct words *words, const char *name, const char *value)
{
    if (value && *value)
        word_add(words, span_format(words->arena, "--%s=%s", name, value).data);
}

/* "resonance-painter: what is wrong", without the name before it. */
static struct span sentence_of(struct span said)
{
    const size_t at = span_find(said, ':');
    const struct span line = span_cut(said, 0, span_find(said, '\n'));
    return span_trim(at < line.count ? span_cut(line, at + 1, line.count) : line);
}

static enum status run(struct words *words, struct arena *arena, struct span *out_said)
{
    char path[PATH_MAX];
    struct buffer said = buffer_init(arena, KIOSK_PICTURES_BYTES_MAX);
    bool is_well = false;
    if (!is_program_place(program_name, path))
        return fail(STATUS_NO_DEVICE,
                    "install resonance-painter, the program that paints "
                    "the screens of a terminal");
    const struct child_task task = {path, words->list, KIOSK_PICTURES_WAIT_MS, true};
    const enum status status = child_run(&task, SPAN(""), &said, &is_well);
    if (status != OK)
        return status;
    *out_said = buffer_span(&said);
    if (is_well)
        return OK;
    return out_said->count && !said.is_full
               ? fail(STATUS_BAD_INPUT, "%.*s", SPAN_ARGS(sentence_of(*out_said)))
               : fail(STATUS_IO, "resonance-painter made no picture; try again");
}

/* It works in another folder than we do. */
static enum status whole_path(struct arena *arena, const char *path,
                              const char **out_whole)
{
    char whole[PATH_MAX];
    if (!realpath(path, whole))
        return fail(STATUS_NOT_FOUND, "there is no %s", path);
    *out_whole = span_text(arena, span_of(whole));
    return OK;
}

enum status kiosk_pictures_make(struct arena *arena, const char *form, const char *folder,
                                const struct options *options, struct span *out_names)
{
    static const char *const passed[] = {"size",     "inches", "text", "theme",
                                         "language", "role",   "page", "organization"};
    struct words words = {.arena = arena};
    const char *whole;
    word_add(&words, program_name);
    enum status status = whole_path(arena, form, &whole);
    if (status != OK)
        return status;
    word_add(&words, whole);
    status = whole_path(arena, folder, &whole);
    if (status != OK)
        return status;
    value_add(&words, "out", whole);
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
        value_add(&words, passed[i], options_text(options, passed[i]));
    return run(&words, arena, out_names);
}

enum status kiosk_pictures_page(struct office *office, struct arena *arena,
                                struct span page, const struct kiosk_pictures_look *look,
                                struct span *out_png)
{
    const struct organization *organization = office->organization;
    struct words words = {.arena = arena};
    const char *form;
    const enum status status =
        whole_path(arena, office_path(office, "assessment"), &form);
    if (status != OK)
        return status;
    word_add(&words, program_name);
    word_add(&words, form);
    value_add(&words, "out", "-");
    value_add(&words, "page", span_text(arena, page));
    value_add(&words, "size", look->size);
    value_add(&words, "inches", look->inches);
    value_add(&words, "text", look->text);
    value_add(&words, "theme", look->theme);
    value_add(&words, "language", span_text(arena, look->language));
    value_add(&words, "organization", span_text(arena, organization->name));
    value_add(&words, "customer", span_text(arena, organization->customer));
    value_add(&words, "customers", span_text(arena, organization->customers));
    return run(&words, arena, out_png);
}
