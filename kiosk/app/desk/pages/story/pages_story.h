/* pages_story: what the pages of the strategy story share. */
#ifndef APP_DESK_PAGES_STORY_PAGES_STORY_H
#define APP_DESK_PAGES_STORY_PAGES_STORY_H

#include "app/desk/pages/pages_turn.h"
#include "author/form_scene.h"

enum { PAGES_STORY_TITLE_MOST = 60, PAGES_STORY_TEXT_MOST = 480 };

/* The story as it stands in the form. */
struct pages_story {
    struct span title;
    struct form_scene *scenes;
    size_t count;
    bool is_sample; /* of a made-up company */
    bool is_fixed;  /* a vacancy is open, so the form does not change */
};

/* pages_story_read(turn, out_story): the story in the organization's language; without scenes
 * where there is none. */
must_check enum status pages_story_read(struct pages_turn *turn,
                                        struct pages_story *out_story);

/* pages_story_form(turn, story, submit): a form of this page that carries back what stands for
 * `story` as it was seen; closed while it is fixed. pages_story_run(turn, run): does `run` with
 * the values of turn->operation, on the story that was seen: STATUS_EXISTS when somebody has
 * changed it meanwhile. With `wants_passphrase` the field "passphrase" has to sign. */
struct page_form *pages_story_form(struct pages_turn *turn,
                                   const struct pages_story *story, const char *submit);
must_check enum status pages_story_run(struct pages_turn *turn,
                                       enum status (*run)(struct operation *operation),
                                       bool wants_passphrase);

/* pages_story_scene_fields(turn, form, scene, is_sent): the fields of a scene, as they were sent
 * or as `scene` (may be NULL) says, with what a careful reader would say of each text.
 * pages_story_refused(turn, form, field, status): the form is shown again: what was refused is
 * said at `field`, what somebody else has changed on top. `status` where the machine has failed.
 */
void pages_story_scene_fields(struct pages_turn *turn, struct page_form *form,
                              const struct form_scene *scene, bool is_sent);
must_check enum status pages_story_refused(struct pages_turn *turn,
                                           struct page_form *form, const char *field,
                                           enum status status);

#endif
