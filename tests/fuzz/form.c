/* Any bytes as the document of a story that an author goes on with: refused, or changed into one
 * that can be read and changed again. */
#include "author/form_sample.h"
#include "author/form_scene.h"
#include "author/form_story.h"
#include "base/must.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ASSESSMENT                                                                       \
    "{\"parts\": [{\"id\": \"story\", \"use\": \"story\", \"role\": \"candidate\", "     \
    "\"file\": \"story.osd\"}]}"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct assessment_file files[] = {
        {.name = SPAN("assessment.json"), .bytes = SPAN(ASSESSMENT)},
        {.name = SPAN("story.osd"), .bytes = {(const char *)data, size}}};
    const struct form_scene scene = {.title = SPAN("T"),
                                     .text = SPAN("T"),
                                     .picture = SPAN("door"),
                                     .picture_bytes = SPAN("size 1 1\n")};
    struct arena arena;
    struct form_scene *scenes;
    struct span title;
    size_t count;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct form form = form_of(&arena, files, 2);
    if (form_scene_add(&form, &scene) == OK) {
        must(form_scene_move(&form, 1, 1) == OK);
        (void)(form_scene_list(&form, SPAN("en"), &title, &scenes, &count) == OK);
        must(form_story_remove(&form) == OK);
        must(form_story_new(&form, SPAN("Again")) == OK);
    }
    (void)(form_sample_drop(&form) == OK);
    arena_done(&arena);
    return 0;
}
