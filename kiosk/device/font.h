/* font: the font files, found and opened only when a letter needs them. A family is one typeface
 * with its weights. The first is Inter, looked for where Debian puts it, so that a start asks
 * nobody; what it lacks is asked of the catalogue (fonts/catalogue.h) when such a letter comes.
 * Fonts are opened per family, weight and size; the ones not used for longest are closed. A file
 * is mapped once, for all its sizes. */
#ifndef DEVICE_FONT_H
#define DEVICE_FONT_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"
#include "fonts/catalogue.h"

#include <SDL2/SDL_ttf.h>
#include <stdint.h>

enum font_weight { FONT_REGULAR, FONT_MEDIUM, FONT_SEMIBOLD, FONT_WEIGHT_COUNT };
enum { FONT_FIRST = -1 };
enum {
    FONT_FAMILIES_MAX = 64,
    FONT_OPEN_MAX = 20,
    FONT_PICKS = 512,
    FONT_LANGUAGE_BYTES = 36
};

struct font_set {
    struct font_slot {
        TTF_Font *font;
        int family, em_px;
        enum font_weight weight;
        uint64_t used;
    } slots[FONT_OPEN_MAX];
    struct font_family {
        int number; /* in the catalogue; FONT_FIRST: the usual files of the first family */
        struct font_file {
            void *bytes; /* mapped; NULL: there is none */
            size_t count;
            long index; /* of the face in it */
        } files[FONT_WEIGHT_COUNT];
        double cap_share; /* capital height over em; 0: not measured yet */
        bool is_mapped, is_missing;
    } families[FONT_FAMILIES_MAX];
    int family_count;
    struct arena *arena;         /* kept, for the catalogue */
    struct catalogue *catalogue; /* NULL: nobody asked it yet, or there is none */
    bool has_asked;
    char language[FONT_LANGUAGE_BYTES]; /* 0-ended */
    uint64_t clock;                     /* counts uses */
    struct font_pick {
        uint32_t code;
        int family;
    } picks[FONT_PICKS];
};

/* font_set_open(arena, set): starts the font library and looks for the first family; `arena` is
 * kept for the catalogue. Returns STATUS_NOT_FOUND with the package to install when no font is
 * there at all. */
must_check enum status font_set_open(struct arena *arena, struct font_set *set);
/* font_set_language(set, language): whose form of a Chinese sign is meant from now on (BCP 47). */
void font_set_language(struct font_set *set, struct span language);
/* font_set_close(set): closes all fonts; a zeroed set is fine. */
void font_set_close(struct font_set *set);

/* font_get(set, family, weight, cap_px): the font of `family` whose capitals are `cap_px` high,
 * opened if need be, lent until the next font_get; NULL when its file is missing. */
TTF_Font *font_get(struct font_set *set, int family, enum font_weight weight, int cap_px);

/* font_pick(set, weight, cap_px, code, preferred): the family that shows `code`: the `preferred`
 * one when it can (-1: none), else the first that can; -1 when none can. `weight` and `cap_px`
 * say which fonts are open already. */
int font_pick(struct font_set *set, enum font_weight weight, int cap_px, uint32_t code,
              int preferred);

#endif
