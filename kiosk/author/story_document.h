/* story_document: the document of the story of a form, and its place among the parts, opened to be
 * changed. form_story and form_scene say what is changed. */
#ifndef AUTHOR_STORY_DOCUMENT_H
#define AUTHOR_STORY_DOCUMENT_H

#include "author/form.h"

enum { STORY_DOCUMENT_SCENES_MAX = 12 };

/* The document of the story and its place in the assessment, while they are changed. */
struct story_document {
    struct form *form;
    struct edit *assessment, *parts, *part; /* part NULL: nobody is asked now */
    struct span file;
    struct edit *root, *definition, *items, *translations;
    struct span
        before[STORY_DOCUMENT_SCENES_MAX]; /* pictures that may be needed no more */
    size_t before_count;
};

/* story_document_open(form, out_story): the document of the candidates' story in `form`, or the one
 * that waits in its folder for a story. STATUS_NOT_FOUND when there is none.
 * story_document_close(story): back into the form, with its own version raised, as a part if it has
 * a scene, and without pictures that nothing names any more. */
must_check enum status story_document_open(struct form *form,
                                           struct story_document *out_story);
must_check enum status story_document_close(const struct story_document *story);

/* is_story_document_sample(story): whether it tells of a made-up company.
 * story_document_count(story): how many scenes. story_document_scene(story, number): the item of a
 * scene from 1, or NULL. */
bool is_story_document_sample(const struct story_document *story);
size_t story_document_count(const struct story_document *story);
struct edit *story_document_scene(const struct story_document *story, size_t number);

/* story_document_picture(scene): the name of its picture. story_document_picture_file(arena, name):
 * "pictures/NAME.picture". */
struct span story_document_picture(struct edit *scene);
struct span story_document_picture_file(struct arena *arena, struct span name);

/* story_document_language(story, code, out_words): the object with all texts in that language.
 * STATUS_NOT_FOUND. */
must_check enum status story_document_language(const struct story_document *story,
                                               struct span code, struct edit **out_words);

/* story_document_drop(story, scene): takes out the scene and its words. */
void story_document_drop(const struct story_document *story, struct edit *scene);

/* How long a text may be, in characters: all of it, and one word, which is never broken. */
struct story_document_limits {
    size_t all, word;
};
extern const struct story_document_limits story_document_title, story_document_text;

/* story_document_check(what, words, limits): STATUS_BAD_INPUT unless `words`, told as `what`, are
 * UTF-8 and at least one character, and keep within `limits`. */
must_check enum status story_document_check(const char *what, struct span words,
                                            struct story_document_limits limits);

#endif
