#include "device/font.h"

#include "base/file.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const first_files[FONT_WEIGHT_COUNT] = {
    "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"};

static const char *const first_folders[] = {RESONANCE_SHARE "/fonts",
                                            "/usr/share/fonts/opentype/inter"};

enum { PATH_BYTES = 512, MEASURE_PX = 200 };

static bool find_first(enum font_weight weight, char out_path[PATH_BYTES])
{
    for (size_t i = 0; i < sizeof first_folders / sizeof *first_folders; i++) {
        (void)snprintf(out_path, PATH_BYTES, "%s/%s", first_folders[i],
                       first_files[weight]);
        if (access(out_path, R_OK) == 0)
            return true;
    }
    return false;
}

static enum status catalogue_ask(struct font_set *set)
{
    if (set->has_asked)
        return set->catalogue ? OK : STATUS_NOT_FOUND;
    set->has_asked = true;
    return catalogue_open(set->arena, &set->catalogue);
}

enum status font_set_open(struct arena *arena, struct font_set *set)
{
    char path[PATH_BYTES];
    *set = (struct font_set){.arena = arena, .family_count = 1};
    set->families[0].number = FONT_FIRST;
    for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
        if (find_first((enum font_weight)weight, path))
            continue;
        const enum status status = catalogue_ask(set);
        if (status != OK)
            return status;
        set->families[0].number = 0;
        break;
    }
    if (TTF_Init() != 0)
        return fail(STATUS_NO_DEVICE, "the font library does not start: %s",
                    TTF_GetError());
    return OK;
}

void font_set_language(struct font_set *set, struct span language)
{
    (void)snprintf(set->language, sizeof set->language, "%.*s", SPAN_ARGS(language));
    memset(set->picks, 0, sizeof set->picks);
}

static void unmap_all(struct font_set *set)
{
    for (int family = 0; family < set->family_count; family++)
        for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
            const struct font_file *file = &set->families[family].files[weight];
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
    catalogue_close(set->catalogue);
    *set = (struct font_set){0};
    if (TTF_WasInit())
        TTF_Quit();
}

/* The font library asks for a few bytes thousands of times: a map answers without the kernel. */
static struct font_file map_file(const char *path, long index)
{
    struct stat about;
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &about) != 0 || about.st_size <= 0)
        return (struct font_file){0};
    const size_t count = (size_t)about.st_size;
    void *bytes = mmap(NULL, count, PROT_READ, MAP_PRIVATE, file, 0);
    return bytes == MAP_FAILED ? (struct font_file){0}
                               : (struct font_file){bytes, count, index};
}

static struct font_file find_file(const struct font_set *set, int number,
                                  enum font_weight weight)
{
    char path[PATH_BYTES];
    if (number == FONT_FIRST)
        return find_first(weight, path) ? map_file(path, 0) : (struct font_file){0};
    const struct catalogue_face face =
        catalogue_face(set->catalogue, number, (enum catalogue_weight)weight);
    return map_file(face.path, face.index);
}

/* A family is mapped as a whole, so that a package removed meanwhile takes no weight of it away. */
static struct font_file file_of(struct font_set *set, int family, enum font_weight weight)
{
    struct font_family *whole = &set->families[family];
    for (int each = 0; !whole->is_mapped && each < FONT_WEIGHT_COUNT; each++)
        whole->files[each] = find_file(set, whole->number, (enum font_weight)each);
    whole->is_mapped = true;
    return whole->files[weight];
}

static TTF_Font *open_at(struct font_set *set, int family, enum font_weight weight,
                         int em_px)
{
    const struct font_file file = file_of(set, family, weight);
    TTF_Font *font = NULL;
    if (file.bytes)
        font = TTF_OpenFontIndexRW(SDL_RWFromConstMem(file.bytes, (int)file.count), 1,
                                   em_px, file.index);
    if (font)
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    else
        set->families[family].is_missing = true;
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
    double *share = &set->families[family].cap_share;
    if (*share <= 0) {
        TTF_Font *font = open_at(set, family, weight, MEASURE_PX);
        *share = font ? measured_cap_share(font, MEASURE_PX) : 0.727;
        TTF_CloseFont(font);
    }
    return *share;
}

TTF_Font *font_get(struct font_set *set, int family, enum font_weight weight, int cap_px)
{
    if (family < 0 || family >= set->family_count || set->families[family].is_missing)
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

/* The family of the catalogue that shows it, among those that are known here already, or added. */
static int find_elsewhere(struct font_set *set, uint32_t code)
{
    if (catalogue_ask(set) != OK)
        return -1;
    const int number = catalogue_find(set->catalogue, span_of(set->language), code);
    for (int family = 0; family < set->family_count && number >= 0; family++)
        if (set->families[family].number == number)
            return family;
    if (number < 0 || set->family_count == FONT_FAMILIES_MAX)
        return -1;
    set->families[set->family_count] = (struct font_family){.number = number};
    return set->family_count++;
}

int font_pick(struct font_set *set, enum font_weight weight, int cap_px, uint32_t code,
              int preferred)
{
    struct font_pick *pick = &set->picks[(code * 31) % FONT_PICKS];
    if (preferred >= 0 && can_show(set, preferred, weight, cap_px, code))
        return preferred;
    if (pick->code == code && code)
        return pick->family;
    const int family =
        can_show(set, 0, weight, cap_px, code) ? 0 : find_elsewhere(set, code);
    *pick = (struct font_pick){.code = code, .family = family};
    return family;
}
