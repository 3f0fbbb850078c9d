/* form_story: the organization's strategy as a story: scenes (form_scene.h), and then the questions
 * that its document holds already.
 *
 * The story is a part of the assessment as long as it has a scene: nobody is asked about a story
 * that is not there. Without one the document stays in the folder with its questions, for the next
 * story. A change never touches the version of the assessment: the questions that people are scored
 * on are the same. It raises the document's own version behind the "+", and changes the hash. */
#ifndef AUTHOR_FORM_STORY_H
#define AUTHOR_FORM_STORY_H

#include "author/form.h"

/* form_story_sample(form, out_is_sample): whether the story is marked as a sample.
 * form_story_new(form, title): begins a story called `title`, without a scene, in place of a
 * sample. STATUS_EXISTS when there is a story of the organization's own.
 * form_story_remove(form): takes all scenes out, and so the part. STATUS_NOT_FOUND when `form`
 * has no document of a story. */
must_check enum status form_story_sample(const struct form *form, bool *out_is_sample);
must_check enum status form_story_new(struct form *form, struct span title);
must_check enum status form_story_remove(struct form *form);

#endif
