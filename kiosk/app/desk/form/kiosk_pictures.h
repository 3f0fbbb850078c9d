/* kiosk_pictures: the screens of a terminal as pictures, made by the program resonance-painter,
 * which knows no key and no network: the desk itself draws no letters. */
#ifndef APP_DESK_FORM_KIOSK_PICTURES_H
#define APP_DESK_FORM_KIOSK_PICTURES_H

#include "app/common/options.h"
#include "app/desk/office/office.h"

enum {
    KIOSK_PICTURES_WAIT_MS = 110 * 1000,
    KIOSK_PICTURES_BYTES_MAX = 8 * 1024 * 1024,
};

/* kiosk_pictures_make(arena, form, folder, options, out_names): pictures of all pages of the
 * assessment or questionnaire at `form` in `folder`, looking as the `options` size, inches, text,
 * theme, language, role, page and organization say; the names of the files, one a line.
 * STATUS_NO_DEVICE with the package to install where the painter is missing; STATUS_BAD_INPUT with
 * its own sentence when it refuses; STATUS_IO when it makes none in time. */
must_check enum status kiosk_pictures_make(struct arena *arena, const char *form,
                                           const char *folder,
                                           const struct options *options,
                                           struct span *out_names);

/* kiosk_pictures_page(office, arena, page, look, out_png): the one picture of `page`, such as
 * "story-scene_1", of the form of `office`, with the organization's own words, in `arena`. Fails
 * as kiosk_pictures_make. has_kiosk_pictures(): the painter is here. */
struct kiosk_pictures_look {
    const char *size, *inches, *text, *theme;
    struct span language;
};
must_check enum status kiosk_pictures_page(struct office *office, struct arena *arena,
                                           struct span page,
                                           const struct kiosk_pictures_look *look,
                                           struct span *out_png);
bool has_kiosk_pictures(void);

#endif
