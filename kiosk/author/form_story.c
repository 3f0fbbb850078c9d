#include "author/form_story.h"

#include "author/story_document.h"

enum status form_story_sample(const struct form *form, bool *out_is_sample)
{
    struct form copy = *form;
    struct story_document story;
    const enum status status = story_document_open(&copy, &story);
    *out_is_sample = status == OK && story.part && is_story_document_sample(&story);
    return status == STATUS_NOT_FOUND ? OK : status;
}

/* Its name is not shown to people who sit, but the one that was there may be another company's. */
static void name_set(const struct story_document *story, struct span name)
{
    struct edit *info = json_edit_get(story->definition, "scale_info");
    if (!info)
        return;
    json_edit_set(info, SPAN("name"), json_edit_text(story->form->arena, name));
    json_edit_drop(info, SPAN("description"));
}

static void story_empty(const struct story_document *story)
{
    struct edit *scene;
    while ((scene = story_document_scene(story, 1)) != NULL)
        story_document_drop(story, scene);
    if (is_story_document_sample(story))
        name_set(story, SPAN("The strategy story"));
    json_edit_drop(json_edit_get(story->definition, "x-resonance"), SPAN("sample"));
}

enum status form_story_remove(struct form *form)
{
    struct story_document story;
    const enum status status = story_document_open(form, &story);
    if (status != OK)
        return status;
    story_empty(&story);
    return story_document_close(&story);
}

enum status form_story_new(struct form *form, struct span title)
{
    struct story_document story;
    enum status status = story_document_check("title", title, story_document_title);
    if (status == OK)
        status = story_document_open(form, &story);
    if (status != OK)
        return status;
    if (story_document_count(&story) && !is_story_document_sample(&story))
        return fail(STATUS_EXISTS,
                    "there is a story of your own with %zu scenes; 'resonance story "
                    "remove' takes it out",
                    story_document_count(&story));
    story_empty(&story);
    name_set(&story, title);
    for (struct edit *language = story.translations->first; language;
         language = language->next)
        json_edit_set(language, SPAN("title"), json_edit_text(form->arena, title));
    return story_document_close(&story);
}
