/* form_scene: a scene of the organization's story: a title, a few sentences, a picture. */
#ifndef AUTHOR_FORM_SCENE_H
#define AUTHOR_FORM_SCENE_H

#include "author/form.h"

/* One scene; in a change, an empty span leaves what is there. */
struct form_scene {
    struct span title, text;
    struct span picture;       /* name of a picture of the form */
    struct span picture_bytes; /* to be put there under that name; empty: it is there */
    struct span
        page; /* of a list: its screen, as resonance-painter calls it; empty: none */
};

/* form_scene_list(form, language, out_title, out_scenes, out_count): the story's title and its
 * `out_count` scenes in `language`, with the bytes of their pictures. */
must_check enum status form_scene_list(struct form *form, struct span language,
                                       struct span *out_title,
                                       struct form_scene **out_scenes, size_t *out_count);

/* Changes of scenes, which are numbered from 1. form_scene_add(form, scene): a further scene,
 * with the same words in each language of the story. form_scene_set(form, number, language,
 * scene): other words in `language`, another picture. form_scene_move(form, number, to): scene
 * `number` becomes number `to`. form_scene_take(form, number): one scene less. STATUS_REFUSED on
 * a sample; STATUS_EXISTS when a scene is added under the title of another; STATUS_BAD_INPUT for
 * words too long, empty or not UTF-8, a picture that is not there; STATUS_NOT_FOUND for a number
 * or language; STATUS_TOO_LARGE for too many scenes. */
must_check enum status form_scene_add(struct form *form, const struct form_scene *scene);
must_check enum status form_scene_set(struct form *form, size_t number,
                                      struct span language,
                                      const struct form_scene *scene);
must_check enum status form_scene_move(struct form *form, size_t number, size_t to);
must_check enum status form_scene_take(struct form *form, size_t number);

#endif
