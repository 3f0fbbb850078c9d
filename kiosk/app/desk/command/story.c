/* `resonance story new|edit|preview|remove`: the organization's strategy as a story. */
#include "app/desk/form/form_change.h"

#include "app/desk/form/form_preview.h"
#include "app/desk/form/told.h"
#include "author/drawn.h"
#include "author/form_story.h"
#include "author/png.h"
#include "base/file.h"
#include "view/paint/picture.h"

enum {
    WORDS_FILE_BYTES_MAX = 64 * 1024,
    HASH_SHOWN_BYTES = 8,
};

/* ---- words and pictures as they are typed ---- */

/* One line: a text from a file has line breaks that are no part of it. */
static struct span one_line(struct arena *arena, struct span text)
{
    const struct span copy = span_copy(arena, text);
    char *line = arena_alloc(arena, copy.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < copy.count; i++) {
        const bool is_blank = !span_trim(span_cut(copy, i, 1)).count;
        if (!is_blank)
            line[count++] = copy.data[i];
        else if (count && line[count - 1] != ' ')
            line[count++] = ' ';
    }
    return span_trim((struct span){line, count});
}

/* The value of the option, or what stands in the file that it names. An option that is given and
 * empty is a mistake, one that is not given leaves what is there. */
static enum status words_read(struct operation *operation, const char *option,
                              struct span *out_words)
{
    const char *value = options_text(&operation->values, option);
    struct span text = span_of(value);
    *out_words = SPAN("");
    if (!value)
        return OK;
    const enum status status =
        is_file(value) ? file_read(operation->arena, value, WORDS_FILE_BYTES_MAX, &text)
                       : OK;
    if (status != OK)
        return status;
    *out_words = one_line(operation->arena, text);
    return out_words->count ? OK : fail(STATUS_USAGE, "--%s is empty", option);
}

/* A photograph is named after its content, so that the same one is kept once. */
static enum status photograph_take(struct operation *operation, const char *path,
                                   struct form_scene *scene)
{
    struct arena *arena = operation->arena;
    unsigned char hash[CHAIN_HASH_BYTES];
    struct pixels pixels;
    struct span bytes;
    enum status status = file_read(arena, path, PNG_FILE_BYTES_MAX, &bytes);
    if (status == OK)
        status = png_read(arena, path, bytes, &pixels);
    if (status != OK)
        return status;
    scene->picture_bytes =
        pixels_write(arena, pixels_fit(arena, pixels, picture_limits_usual.pixels_wide,
                                       picture_limits_usual.pixels_high));
    seal_hash(NULL, scene->picture_bytes, hash);
    scene->picture =
        span_format(arena, "photo-%s", span_hex(arena, hash, HASH_SHOWN_BYTES).data);
    return OK;
}

static enum status picture_take(struct operation *operation, struct form_scene *scene)
{
    const char *value = options_text(&operation->values, "picture");
    if (!value)
        return OK;
    scene->picture = span_of(value);
    scene->picture_bytes = drawn_find(scene->picture);
    if (scene->picture_bytes.count)
        return OK;
    if (is_file(value))
        return photograph_take(operation, value, scene);
    return fail(STATUS_NOT_FOUND,
                "there is no picture \"%.60s\"; name a PNG file, or one of %.*s", value,
                SPAN_ARGS(drawn_names(operation->arena)));
}

static enum status scene_take(struct operation *operation, struct form_scene *out_scene)
{
    struct form_scene scene = {0};
    enum status status = words_read(operation, "title", &scene.title);
    if (status == OK)
        status = words_read(operation, "text", &scene.text);
    if (status == OK)
        status = picture_take(operation, &scene);
    *out_scene = scene;
    return status;
}

static struct span language_of(const struct operation *operation)
{
    const char *given = options_text(&operation->values, "language");
    return given ? span_of(given) : operation->office.organization->language;
}

/* ---- story new, story remove ---- */

enum status story_new_run(struct operation *operation)
{
    struct form_change change;
    struct span title;
    enum status status = words_read(operation, "title", &title);
    if (status == OK && !title.count)
        status = fail(STATUS_USAGE, "--title and its value are needed");
    if (status == OK)
        status = form_change_begin(operation, &change);
    if (status == OK)
        status = form_story_new(&change.form, title);
    if (status == OK)
        status = form_change_end(&change);
    if (status != OK)
        return status;
    operation_say(operation,
                  "Began the story \"%.*s\". Nobody is asked about it until it has a "
                  "scene: 'resonance story edit add'.",
                  SPAN_ARGS(title));
    told_text(operation->arena, &operation->page.head, "the title",
              language_of(operation), title);
    form_change_say_after(&change);
    return OK;
}

enum status story_remove_run(struct operation *operation)
{
    struct form_change change;
    struct form_scene *scenes;
    struct span title;
    size_t count = 0;
    enum status status = form_change_begin(operation, &change);
    if (status == OK)
        status = form_scene_list(&change.form, language_of(operation), &title, &scenes,
                                 &count);
    if (status == OK && count && !has_option(&operation->values, "yes"))
        status = fail(STATUS_REFUSED,
                      "\"%.*s\" and its scenes (%zu) would be taken out; repeat with "
                      "--yes",
                      SPAN_ARGS(title), count);
    if (status == OK)
        status = form_story_remove(&change.form);
    if (status == OK)
        status = form_change_end(&change);
    if (status != OK)
        return status;
    operation_say(operation, "The form has no story now: nobody is asked about one.");
    form_change_say_after(&change);
    return OK;
}

/* ---- story edit ---- */

static enum status number_read(const struct operation *operation, size_t word,
                               size_t *out_number)
{
    int64_t number;
    if (!span_to_integer(operation_word(operation, word), &number) || number < 1)
        return fail(STATUS_USAGE, "a scene is named by its number, from 1");
    *out_number = (size_t)number;
    return OK;
}

static enum status edit_add(struct operation *operation, struct form *form)
{
    struct form_scene scene;
    const enum status status = scene_take(operation, &scene);
    return status == OK ? form_scene_add(form, &scene) : status;
}

static enum status edit_set(struct operation *operation, struct form *form)
{
    struct form_scene scene;
    size_t number = 0;
    enum status status = number_read(operation, 1, &number);
    if (status == OK)
        status = scene_take(operation, &scene);
    if (status == OK && !scene.title.count && !scene.text.count && !scene.picture.count)
        status = fail(STATUS_USAGE, "say what to set: --title, --text or --picture");
    return status == OK ? form_scene_set(form, number, language_of(operation), &scene)
                        : status;
}

static enum status edit_move(struct operation *operation, struct form *form)
{
    size_t number = 0, to = 0;
    enum status status = number_read(operation, 1, &number);
    if (status == OK)
        status = number_read(operation, 2, &to);
    return status == OK ? form_scene_move(form, number, to) : status;
}

static enum status edit_remove(struct operation *operation, struct form *form)
{
    size_t number = 0;
    const enum status status = number_read(operation, 1, &number);
    return status == OK ? form_scene_take(form, number) : status;
}

static const struct edit_verb {
    const char *name;
    size_t word_count;
    enum status (*run)(struct operation *operation, struct form *form);
} edit_verbs[] = {
    {"add", 1, edit_add},
    {"set", 2, edit_set},
    {"move", 3, edit_move},
    {"remove", 2, edit_remove},
};

/* What was given just now; the rest was told before. */
static enum status tell_scene(struct operation *operation)
{
    const struct span language = language_of(operation);
    struct span title, text;
    enum status status = words_read(operation, "title", &title);
    if (status == OK)
        status = words_read(operation, "text", &text);
    if (status != OK)
        return status;
    told_text(operation->arena, &operation->page.head, "the title", language, title);
    told_text(operation->arena, &operation->page.head, "the text", language, text);
    return OK;
}

static const struct edit_verb *verb_find(const struct operation *operation)
{
    for (size_t i = 0; i < sizeof edit_verbs / sizeof *edit_verbs; i++)
        if (is_span(operation_word(operation, 0), edit_verbs[i].name) &&
            operation->values.file_count == edit_verbs[i].word_count)
            return &edit_verbs[i];
    return NULL;
}

static void say_scenes(struct operation *operation, const struct form_scene *scenes,
                       size_t count)
{
    const struct page_column columns[] = {{"Scene", 1}, {"Title", 0}, {"Picture", 0}};
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 3);
    for (size_t i = 0; i < count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = span_format(operation->arena, "%zu", i + 1);
        row->cells[1] = scenes[i].title;
        row->cells[2] = scenes[i].picture;
    }
}

enum status story_edit_run(struct operation *operation)
{
    const struct edit_verb *verb = verb_find(operation);
    struct form_change change;
    struct form_scene *scenes;
    struct span title;
    size_t count = 0;
    if (!verb)
        return fail(STATUS_USAGE, "say add, set N, move N M or remove N");
    enum status status = form_change_begin(operation, &change);
    if (status == OK)
        status = verb->run(operation, &change.form);
    if (status == OK)
        status = form_scene_list(&change.form, operation->office.organization->language,
                                 &title, &scenes, &count);
    if (status == OK)
        status = form_change_end(&change);
    if (status != OK)
        return status;
    operation_say(operation,
                  count ? "\"%.*s\" has these scenes now:"
                        : "\"%.*s\" has no scene now; nobody is asked about it.",
                  SPAN_ARGS(title));
    if (count)
        say_scenes(operation, scenes, count);
    form_change_say_after(&change);
    return tell_scene(operation);
}

/* ---- story preview ---- */

enum status story_preview_run(struct operation *operation)
{
    struct arena *arena = operation->arena;
    struct form form;
    struct form_scene *scenes;
    struct span title;
    size_t count = 0;
    enum status status = form_change_read(&operation->office, &form);
    if (status == OK)
        status = form_scene_list(&form, language_of(operation), &title, &scenes, &count);
    if (status == OK && !count)
        status = fail(STATUS_NOT_FOUND, "the form has no story; begin one with "
                                        "'resonance story new'");
    if (status != OK)
        return status;
    struct page page = page_init(arena, title, operation->office.organization->name);
    page_add_text(&page.head,
                  SPAN("On a terminal, the scenes follow each other like this, one on "
                       "each page. Drawings take the colours that the person chooses."));
    status = form_preview(arena, &page, scenes, count);
    return status == OK ? operation_put(operation, page_html(arena, &page), 0600)
                        : status;
}
