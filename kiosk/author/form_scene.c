#include "author/form_scene.h"

#include "author/story_document.h"

static struct span word_in(struct edit *language, struct arena *arena, struct span key)
{
    return json_edit_text_of(language, span_text(arena, key));
}

static struct span page_of(struct arena *arena, const struct story_document *story,
                           struct edit *item)
{
    return story->part ? span_format(arena, "%.*s-%.*s",
                                     SPAN_ARGS(json_edit_text_of(story->part, "id")),
                                     SPAN_ARGS(json_edit_text_of(item, "id")))
                       : SPAN("");
}

enum status form_scene_list(struct form *form, struct span language,
                            struct span *out_title, struct form_scene **out_scenes,
                            size_t *out_count)
{
    struct arena *arena = form->arena;
    struct story_document story;
    struct edit *words = NULL;
    enum status status = story_document_open(form, &story);
    if (status == OK)
        status = story_document_language(&story, language, &words);
    if (status != OK)
        return status;
    const size_t count = story_document_count(&story);
    struct form_scene *scenes = arena_array(arena, struct form_scene, count);
    for (size_t i = 0; i < count; i++) {
        struct edit *item = story_document_scene(&story, i + 1);
        const struct span key =
            json_edit_text_of(json_edit_get(item, "x-resonance"), "title_key");
        const struct span picture = story_document_picture(item);
        const struct assessment_file *file =
            form_file(form, story_document_picture_file(arena, picture));
        scenes[i] = (struct form_scene){
            .title = word_in(words, arena, key),
            .text = word_in(words, arena, json_edit_text_of(item, "text_key")),
            .picture = picture,
            .picture_bytes = file ? file->bytes : SPAN(""),
            .page = page_of(arena, &story, item),
        };
    }
    *out_title = json_edit_text_of(words, "title");
    *out_scenes = scenes;
    *out_count = count;
    return OK;
}

static enum status own_open(struct form *form, struct story_document *out_story)
{
    struct story_document story;
    const enum status status = story_document_open(form, &story);
    if (status != OK)
        return status;
    if (is_story_document_sample(&story))
        return fail(STATUS_REFUSED,
                    "this is the sample story of a made-up company; begin your own with "
                    "'resonance story new --title TITLE'");
    *out_story = story;
    return OK;
}

static enum status picture_put(struct form *form, const struct form_scene *scene)
{
    const struct span file = story_document_picture_file(form->arena, scene->picture);
    if (scene->picture_bytes.count)
        return form_put(form, file, scene->picture_bytes);
    if (!form_file(form, file))
        return fail(STATUS_BAD_INPUT, "there is no picture \"%.*s\"",
                    SPAN_ARGS(span_cut(scene->picture, 0, 60)));
    return OK;
}

static enum status scene_check(const struct form_scene *scene, bool is_whole)
{
    enum status status = OK;
    if (is_whole || scene->title.count)
        status = story_document_check("title", scene->title, story_document_title);
    if (status == OK && (is_whole || scene->text.count))
        status = story_document_check("text", scene->text, story_document_text);
    if (status == OK && is_whole && !scene->picture.count)
        status = fail(STATUS_BAD_INPUT, "a scene needs a picture");
    return status;
}

static enum status scene_find(const struct story_document *story, size_t number,
                              struct edit **out_scene)
{
    *out_scene = story_document_scene(story, number);
    if (!*out_scene)
        return fail(STATUS_NOT_FOUND, "there is no scene %zu; the story has %zu", number,
                    story_document_count(story));
    return OK;
}

static bool has_item(const struct story_document *story, struct span id)
{
    for (struct edit *item = story->items->first; item; item = item->next)
        if (is_span_equal(json_edit_text_of(item, "id"), id))
            return true;
    return false;
}

/* Where among the items a scene becomes number `number`: right after the one before it. */
static size_t place_for(const struct story_document *story, size_t number)
{
    const struct edit *before = story_document_scene(story, number - 1);
    size_t place = 0;
    for (const struct edit *item = story->items->first; item && before;
         item = item->next) {
        place++;
        if (item == before)
            return place;
    }
    return 0;
}

static struct edit *scene_new(const struct story_document *story,
                              const struct form_scene *scene)
{
    struct arena *arena = story->form->arena;
    struct span id = SPAN("scene_1");
    for (int i = 2; has_item(story, id); i++)
        id = span_format(arena, "scene_%d", i);
    struct edit *item = json_edit_object(arena), *ours = json_edit_object(arena);
    json_edit_set(item, SPAN("id"), json_edit_text(arena, id));
    json_edit_set(item, SPAN("type"), json_edit_text(arena, SPAN("inst")));
    json_edit_set(item, SPAN("text_key"), json_edit_text(arena, id));
    json_edit_set(item, SPAN("x-resonance"), ours);
    json_edit_set(ours, SPAN("kind"), json_edit_text(arena, SPAN("scene")));
    json_edit_set(ours, SPAN("picture"), json_edit_text(arena, scene->picture));
    json_edit_set(ours, SPAN("title_key"),
                  json_edit_text(arena, span_format(arena, "%.*s_title", SPAN_ARGS(id))));
    return item;
}

static void words_set(const struct story_document *story, struct edit *language,
                      struct edit *item, const struct form_scene *scene)
{
    struct arena *arena = story->form->arena;
    const struct span title_key =
        json_edit_text_of(json_edit_get(item, "x-resonance"), "title_key");
    if (scene->title.count)
        json_edit_set(language, title_key, json_edit_text(arena, scene->title));
    if (scene->text.count)
        json_edit_set(language, json_edit_text_of(item, "text_key"),
                      json_edit_text(arena, scene->text));
}

/* Where a scene of this title is, from 1; 0: nowhere. So a scene that was added by a command which
 * did not come to say so is not added again by repeating it. */
static size_t scene_titled(const struct story_document *story, struct span title)
{
    for (size_t number = 1; number <= story_document_count(story); number++) {
        struct edit *ours =
            json_edit_get(story_document_scene(story, number), "x-resonance");
        const struct span key = json_edit_text_of(ours, "title_key");
        for (struct edit *language = story->translations->first; language;
             language = language->next)
            if (is_span_equal(word_in(language, story->form->arena, key), title))
                return number;
    }
    return 0;
}

enum status form_scene_add(struct form *form, const struct form_scene *scene)
{
    struct story_document story;
    enum status status = scene_check(scene, true);
    if (status == OK)
        status = own_open(form, &story);
    if (status == OK && scene_titled(&story, scene->title))
        status = fail(STATUS_EXISTS,
                      "scene %zu is called \"%.*s\" already; change it with 'resonance "
                      "story edit set %zu', or take another title",
                      scene_titled(&story, scene->title), SPAN_ARGS(scene->title),
                      scene_titled(&story, scene->title));
    if (status == OK && story_document_count(&story) >= STORY_DOCUMENT_SCENES_MAX)
        status = fail(STATUS_TOO_LARGE, "a story has at most %d scenes",
                      STORY_DOCUMENT_SCENES_MAX);
    if (status == OK)
        status = picture_put(form, scene);
    if (status != OK)
        return status;
    struct edit *item = scene_new(&story, scene);
    json_edit_insert(story.items, place_for(&story, story_document_count(&story) + 1),
                     item);
    for (struct edit *language = story.translations->first; language;
         language = language->next)
        words_set(&story, language, item, scene);
    return story_document_close(&story);
}

enum status form_scene_set(struct form *form, size_t number, struct span language,
                           const struct form_scene *scene)
{
    struct arena *arena = form->arena;
    struct story_document story;
    struct edit *item = NULL, *words = NULL;
    enum status status = scene_check(scene, false);
    if (status == OK)
        status = own_open(form, &story);
    if (status == OK)
        status = scene_find(&story, number, &item);
    if (status == OK)
        status = story_document_language(&story, language, &words);
    if (status == OK && scene->picture.count)
        status = picture_put(form, scene);
    if (status != OK)
        return status;
    words_set(&story, words, item, scene);
    if (scene->picture.count)
        json_edit_set(json_edit_get(item, "x-resonance"), SPAN("picture"),
                      json_edit_text(arena, scene->picture));
    return story_document_close(&story);
}

enum status form_scene_move(struct form *form, size_t number, size_t to)
{
    struct story_document story;
    struct edit *item = NULL, *there = NULL;
    enum status status = own_open(form, &story);
    if (status == OK)
        status = scene_find(&story, number, &item);
    if (status == OK)
        status = scene_find(&story, to, &there);
    if (status != OK)
        return status;
    json_edit_take(story.items, item);
    json_edit_insert(story.items, place_for(&story, to), item);
    return story_document_close(&story);
}

enum status form_scene_take(struct form *form, size_t number)
{
    struct story_document story;
    struct edit *item = NULL;
    enum status status = own_open(form, &story);
    if (status == OK)
        status = scene_find(&story, number, &item);
    if (status != OK)
        return status;
    story_document_drop(&story, item);
    return story_document_close(&story);
}
