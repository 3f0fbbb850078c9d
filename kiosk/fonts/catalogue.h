/* catalogue: the fonts of this machine, and which of them shows a letter.
 *
 * fontconfig tells what is installed, wherever Debian's packages put it. The choice is ours: the
 * families of preference.def first, then the others of Noto by name, then the rest by name, so that
 * the same packages give the same font on every machine. Asking takes some milliseconds; who has a
 * font at hand asks only for what that one lacks. */
#ifndef FONTS_CATALOGUE_H
#define FONTS_CATALOGUE_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

enum catalogue_weight {
    CATALOGUE_REGULAR,
    CATALOGUE_MEDIUM,
    CATALOGUE_SEMIBOLD,
    CATALOGUE_WEIGHT_COUNT
};

struct catalogue;

/* A face: a file and the number of the face in it. */
struct catalogue_face {
    const char *path;
    long index;
};

/* catalogue_open(arena, out_catalogue): looks at what is installed; `out_catalogue` is built in
 * `arena`. STATUS_NOT_FOUND when that is nothing. catalogue_close(catalogue): NULL-safe. */
must_check enum status catalogue_open(struct arena *arena,
                                      struct catalogue **out_catalogue);
void catalogue_close(struct catalogue *catalogue);

/* catalogue_find(catalogue, language, code): the family that shows the letter `code` in all its
 * weights, as a number, or -1. The `language` (BCP 47; may be
 * empty) tells which form of a Chinese sign its readers know. */
int catalogue_find(const struct catalogue *catalogue, struct span language,
                   uint32_t code);

/* catalogue_face(catalogue, family, weight): the face of `family` that is nearest to `weight`. */
struct catalogue_face catalogue_face(const struct catalogue *catalogue, int family,
                                     enum catalogue_weight weight);

/* catalogue_package(code): the Debian package to install for the letter `code`; NULL for pictures,
 * whose fonts cannot be used. */
const char *catalogue_package(uint32_t code);

#endif
