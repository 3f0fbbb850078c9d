#include "fonts/catalogue.h"

#include "base/status.h"

#include <fontconfig/fontconfig.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const preferred[] = {
#define FAMILY(name) name,
#include "fonts/preference.def"
#undef FAMILY
};

static const struct {
    const char *language, *ending;
} regions[] = {
#define REGION(language, ending) {language, ending},
#include "fonts/region.def"
#undef REGION
};

static const int weights[CATALOGUE_WEIGHT_COUNT] = {
    [CATALOGUE_REGULAR] = FC_WEIGHT_REGULAR,
    [CATALOGUE_MEDIUM] = FC_WEIGHT_MEDIUM,
    [CATALOGUE_SEMIBOLD] = FC_WEIGHT_DEMIBOLD,
};

/* One face as fontconfig tells of it; all is lent from its set. */
struct face {
    const char *family, *path;
    int index, weight;
    const FcCharSet *letters;
};

struct family {
    const char *name;
    const struct face *faces[CATALOGUE_WEIGHT_COUNT];
};

struct catalogue {
    FcFontSet *set;
    struct face *faces; /* sorted */
    struct family *families;
    int count;
};

/* ---- order ---- */

enum { RANK_SANS = 100, RANK_SERIF, RANK_NOTO, RANK_OTHER };

static int rank_of(const char *family)
{
    for (int i = 0; i < (int)(sizeof preferred / sizeof *preferred); i++)
        if (strcmp(family, preferred[i]) == 0)
            return i;
    if (strncmp(family, "Noto Sans ", 10) == 0)
        return RANK_SANS;
    if (strncmp(family, "Noto Serif ", 11) == 0)
        return RANK_SERIF;
    return strncmp(family, "Noto ", 5) == 0 ? RANK_NOTO : RANK_OTHER;
}

/* Two packages may bring the same family: the name of the file decides then. */
static int face_order(const void *a, const void *b)
{
    const struct face *left = a, *right = b;
    const int ranks = rank_of(left->family) - rank_of(right->family);
    const int names = ranks ? ranks : strcmp(left->family, right->family);
    const int lightness = names ? names : left->weight - right->weight;
    const int paths = lightness ? lightness : strcmp(left->path, right->path);
    return paths ? paths : left->index - right->index;
}

/* ---- what is installed ---- */

static FcFontSet *list_all(FcConfig *config)
{
    FcPattern *pattern =
        FcPatternBuild(NULL, FC_SCALABLE, FcTypeBool, FcTrue, FC_SLANT, FcTypeInteger,
                       FC_SLANT_ROMAN, (const char *)NULL);
    FcObjectSet *wanted =
        FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_WIDTH, FC_COLOR,
                         FC_VARIABLE, FC_CHARSET, (const char *)NULL);
    FcFontSet *set = pattern && wanted ? FcFontList(config, pattern, wanted) : NULL;
    if (pattern)
        FcPatternDestroy(pattern);
    if (wanted)
        FcObjectSetDestroy(wanted);
    return set;
}

static bool is_flag(const FcPattern *pattern, const char *name)
{
    FcBool flag = FcFalse;
    return FcPatternGetBool(pattern, name, 0, &flag) == FcResultMatch && flag;
}

/* Pictures of letters, narrow ones, and fonts that are a recipe for many are left out. */
static bool face_read(const FcPattern *pattern, struct face *out_face)
{
    FcChar8 *family, *path;
    FcCharSet *letters;
    int index = 0, weight = 0, width = FC_WIDTH_NORMAL;
    (void)FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
    if (is_flag(pattern, FC_COLOR) || is_flag(pattern, FC_VARIABLE) ||
        width != FC_WIDTH_NORMAL ||
        FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch ||
        FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch ||
        FcPatternGetCharSet(pattern, FC_CHARSET, 0, &letters) != FcResultMatch)
        return false;
    *out_face =
        (struct face){(const char *)family, (const char *)path, index, weight, letters};
    return true;
}

/* Of two that are as near the lighter one, which stands first. */
static const struct face *nearest(const struct face *faces, size_t count, int weight)
{
    const struct face *best = faces;
    for (size_t i = 1; i < count; i++)
        if (abs(faces[i].weight - weight) < abs(best->weight - weight))
            best = &faces[i];
    return best;
}

static void families_make(struct catalogue *catalogue, size_t face_count)
{
    for (size_t from = 0, to = 0; from < face_count; from = to) {
        const char *name = catalogue->faces[from].family;
        struct family *family = &catalogue->families[catalogue->count++];
        while (to < face_count && strcmp(catalogue->faces[to].family, name) == 0)
            to++;
        family->name = name;
        for (int weight = 0; weight < CATALOGUE_WEIGHT_COUNT; weight++)
            family->faces[weight] =
                nearest(&catalogue->faces[from], to - from, weights[weight]);
    }
}

/* What fontconfig holds beside the list, patterns of all fonts among it, is given back at once, to
 * the system too: a terminal runs for months and asks no more. */
static FcFontSet *list_installed(void)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcFontSet *set = config ? list_all(config) : NULL;
    if (config)
        FcConfigDestroy(config);
    (void)malloc_trim(0);
    return set;
}

enum status catalogue_open(struct arena *arena, struct catalogue **out_catalogue)
{
    struct catalogue *catalogue = arena_new(arena, struct catalogue);
    size_t count = 0;
    catalogue->set = list_installed();
    const size_t found = catalogue->set ? (size_t)catalogue->set->nfont : 0;
    catalogue->faces = arena_array(arena, struct face, found);
    catalogue->families = arena_array(arena, struct family, found);
    for (size_t i = 0; i < found; i++)
        count += face_read(catalogue->set->fonts[i], &catalogue->faces[count]);
    if (!count) {
        catalogue_close(catalogue);
        return fail(STATUS_NOT_FOUND,
                    "no font is installed; install fonts-inter and fonts-noto-core");
    }
    qsort(catalogue->faces, count, sizeof *catalogue->faces, face_order);
    families_make(catalogue, count);
    *out_catalogue = catalogue;
    return OK;
}

void catalogue_close(struct catalogue *catalogue)
{
    if (!catalogue)
        return;
    if (catalogue->set)
        FcFontSetDestroy(catalogue->set);
    *catalogue = (struct catalogue){0};
}

/* ---- questions ---- */

static bool can_show(const struct family *family, uint32_t code)
{
    for (int weight = 0; weight < CATALOGUE_WEIGHT_COUNT; weight++)
        if (!FcCharSetHasChar(family->faces[weight]->letters, code))
            return false;
    return true;
}

static bool is_cjk(uint32_t code)
{
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7FF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF00 && code <= 0xFFEF) ||
           (code >= 0x1100 && code <= 0x11FF) || (code >= 0x20000 && code <= 0x3FFFF);
}

static const char *ending_of(struct span language)
{
    for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
        const size_t length = strlen(regions[i].language);
        if (language.count >= length &&
            strncasecmp(language.data, regions[i].language, length) == 0 &&
            (language.count == length || language.data[length] == '-'))
            return regions[i].ending;
    }
    return NULL;
}

static bool has_ending(const char *name, const char *ending)
{
    const size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

int catalogue_find(const struct catalogue *catalogue, struct span language, uint32_t code)
{
    const char *ending = is_cjk(code) ? ending_of(language) : NULL;
    for (int i = 0; ending && i < catalogue->count; i++)
        if (has_ending(catalogue->families[i].name, ending) &&
            can_show(&catalogue->families[i], code))
            return i;
    for (int i = 0; i < catalogue->count; i++)
        if (can_show(&catalogue->families[i], code))
            return i;
    return -1;
}

struct catalogue_face catalogue_face(const struct catalogue *catalogue, int family,
                                     enum catalogue_weight weight)
{
    const struct face *face = catalogue->families[family].faces[weight];
    return (struct catalogue_face){face->path, face->index};
}

const char *catalogue_package(uint32_t code)
{
    if (code >= 0x1F000 && code <= 0x1FAFF)
        return NULL;
    if (is_cjk(code))
        return "fonts-noto-cjk";
    return code < 0x0590 ? "fonts-inter and fonts-noto-core" : "fonts-noto-core";
}
