#include "device/font.h"

#include "base/file.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const files[][FONT_WEIGHT_COUNT] = {
#define FAMILY(regular, medium, semibold) {regular, medium, semibold},
#include "device/fonts.def"
#undef FAMILY
};
enum { FAMILY_COUNT = sizeof files / sizeof files[0] };
_Static_assert((int)FAMILY_COUNT <= (int)FONT_FAMILIES_MAX, "room for every family");

static const char *const folders[] = {
    (RESONANCE_SHARE "/fonts"),         "/usr/share/fonts/opentype/inter",
    "/usr/share/fonts/truetype/noto",   "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/dejavu",
};

enum { PATH_BYTES = 512, MEASURE_PX = 200 };

static int find_file(const char *name, char out_path[PATH_BYTES])
{
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        (void)snprintf(out_path, PATH_BYTES, "%s/%s", folders[i], name);
        if (access(out_path, R_OK) == 0)
            return 1;
    }
    return 0;
}

enum status font_set_open(struct font_set *set)
{
    char path[PATH_BYTES];
    *set = (struct font_set){0};
    int found = 0;
    for (int family = 0; family < FAMILY_COUNT; family++) {
        set->is_missing[family] = !find_file(files[family][FONT_REGULAR], path);
        found += !set->is_missing[family];
    }
    if (!found)
        return fail(STATUS_NOT_FOUND,
                    "no font was found; install fonts-inter or fonts-noto-core");
    if (TTF_Init() != 0)
        return fail(STATUS_NO_DEVICE, "the font library does not start: %s",
                    TTF_GetError());
    return OK;
}

static void unmap_all(struct font_set *set)
{
    for (int family = 0; family < FAMILY_COUNT; family++)
        for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
            const struct font_file *file = &set->files[family][weight];
            if (file->bytes)
                munmap(file->bytes, file->count);
        }
}

void font_set_close(struct font_set *set)
{
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        if (set->slots[i].font)
            TTF_CloseFont(set->slots[i].font);
    }
    unmap_all(set);
    *set = (struct font_set){0};
    if (TTF_WasInit())
        TTF_Quit();
}

/* The font library asks for a few bytes thousands of times: a map answers without the kernel. */
static struct font_file map_file(const char *path)
{
    struct stat about;
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &about) != 0 || about.st_size <= 0)
        return (struct font_file){0};
    const size_t count = (size_t)about.st_size;
    void *bytes = mmap(NULL, count, PROT_READ, MAP_PRIVATE, file, 0);
    return bytes == MAP_FAILED ? (struct font_file){0} : (struct font_file){bytes, count};
}

static struct font_file file_of(struct font_set *set, int family, enum font_weight weight)
{
    char path[PATH_BYTES];
    struct font_file *file = &set->files[family][weight];
    if (!file->bytes && (find_file(files[family][weight], path) ||
                         find_file(files[family][FONT_REGULAR], path)))
        *file = map_file(path);
    return *file;
}

static TTF_Font *open_at(struct font_set *set, int family, enum font_weight weight,
                         int em_px)
{
    const struct font_file file = file_of(set, family, weight);
    TTF_Font *font = NULL;
    if (file.bytes)
        font = TTF_OpenFontRW(SDL_RWFromConstMem(file.bytes, (int)file.count), 1, em_px);
    if (font)
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    else
        set->is_missing[family] = 1;
    return font;
}

/* Capital height over em, measured on a large H; scripts without capitals take Inter's. */
static double measured_cap_share(TTF_Font *font, int em_px)
{
    int top = 0;
    if (!TTF_GlyphIsProvided32(font, 'H') || TTF_SetFontSize(font, MEASURE_PX) != 0)
        return 0.727;
    (void)TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL);
    (void)TTF_SetFontSize(font, em_px);
    return top > 0 ? (double)top / MEASURE_PX : 0.727;
}

static struct font_slot *oldest_slot(struct font_set *set)
{
    struct font_slot *oldest = &set->slots[0];
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        struct font_slot *slot = &set->slots[i];
        if (!slot->font)
            return slot;
        if (slot->used < oldest->used)
            oldest = slot;
    }
    TTF_CloseFont(oldest->font);
    *oldest = (struct font_slot){0};
    return oldest;
}

static TTF_Font *find_open(struct font_set *set, int family, enum font_weight weight,
                           int em_px)
{
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        struct font_slot *slot = &set->slots[i];
        if (slot->font && slot->family == family && slot->weight == weight &&
            slot->em_px == em_px) {
            slot->used = ++set->clock;
            return slot->font;
        }
    }
    return NULL;
}

static double cap_share(struct font_set *set, int family, enum font_weight weight)
{
    if (set->cap_share[family] <= 0) {
        TTF_Font *font = open_at(set, family, weight, MEASURE_PX);
        set->cap_share[family] = font ? measured_cap_share(font, MEASURE_PX) : 0.727;
        TTF_CloseFont(font);
    }
    return set->cap_share[family];
}

TTF_Font *font_get(struct font_set *set, int family, enum font_weight weight, int cap_px)
{
    if (family < 0 || family >= FAMILY_COUNT || set->is_missing[family])
        return NULL;
    const int em_px = (int)lrint(cap_px / cap_share(set, family, weight));
    TTF_Font *font = find_open(set, family, weight, em_px > 4 ? em_px : 4);
    if (font)
        return font;
    font = open_at(set, family, weight, em_px > 4 ? em_px : 4);
    if (!font)
        return NULL;
    *oldest_slot(set) = (struct font_slot){
        .font = font,
        .family = family,
        .em_px = em_px > 4 ? em_px : 4,
        .weight = weight,
        .used = ++set->clock,
    };
    return font;
}

static bool can_show(struct font_set *set, int family, enum font_weight weight,
                     int cap_px, uint32_t code)
{
    TTF_Font *font = font_get(set, family, weight, cap_px);
    return font && TTF_GlyphIsProvided32(font, code) != 0;
}

int font_pick(struct font_set *set, enum font_weight weight, int cap_px, uint32_t code,
              int preferred)
{
    struct font_pick *pick =
        &set->picks[(code * 31 + (uint32_t)(preferred + 1)) % FONT_PICKS];
    if (preferred >= 0 && can_show(set, preferred, weight, cap_px, code))
        return preferred;
    if (pick->code == code && code)
        return pick->family;
    int family = 0;
    while (family < FAMILY_COUNT && !can_show(set, family, weight, cap_px, code))
        family++;
    *pick =
        (struct font_pick){.code = code, .family = family < FAMILY_COUNT ? family : -1};
    return pick->family;
}
