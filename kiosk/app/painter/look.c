#include "app/painter/look.h"

#include "view/direction.h"

#include <math.h>

enum { SIDE_LEAST = 320, SIDE_MOST = 4096, WIDTH_USUAL = 1920, HEIGHT_USUAL = 1080 };

static const double inches_least = 5, inches_most = 100, inches_usual = 21.5,
                    mm_per_inch = 25.4;

static bool is_side(struct span word, int *out_side)
{
    int64_t side;
    if (!span_to_integer(word, &side) || side < SIDE_LEAST || side > SIDE_MOST)
        return false;
    *out_side = (int)side;
    return true;
}

/* "1920x1080", and the millimetres that its diagonal gives it. */
static enum status screen_read(const struct options *options, struct surface_facts *facts)
{
    const char *size = options_text(options, "size");
    double inches = inches_usual;
    facts->width_px = WIDTH_USUAL;
    facts->height_px = HEIGHT_USUAL;
    if (size) {
        const struct span words = span_of(size);
        const size_t at = span_find(words, 'x');
        if (!is_side(span_cut(words, 0, at), &facts->width_px) ||
            !is_side(span_cut(words, at + 1, words.count), &facts->height_px))
            return fail(STATUS_USAGE,
                        "a size is WIDTHxHEIGHT, each from %d to %d, such as 1920x1080",
                        SIDE_LEAST, SIDE_MOST);
    }
    const enum status status = options_number(options, "inches", &inches);
    if (status == OK && !(inches >= inches_least && inches <= inches_most))
        return fail(STATUS_USAGE,
                    "the diagonal of a screen is given in inches, 5 to 100");
    facts->px_per_mm = hypot(facts->width_px, facts->height_px) / (inches * mm_per_inch);
    return status;
}

static enum status comfort_read(const struct options *options, struct comfort *comfort)
{
    const char *text = options_text(options, "text");
    const char *theme = options_text(options, "theme");
    *comfort = comfort_usual;
    if (text && !theme_step_find(span_of(text), &comfort->step))
        return fail(STATUS_USAGE,
                    "a text size is small, normal, large or extra-large, not \"%.40s\"",
                    text);
    return theme && !theme_find(span_of(theme), &comfort->theme)
               ? fail(STATUS_USAGE,
                      "a theme is light, dark, high-contrast or low-glare, not \"%.40s\"",
                      theme)
               : OK;
}

/* Who sits there, as people call them. */
static const struct sitter {
    const char *word;
    enum role role;
} sitters[] = {{"candidate", ROLE_CANDIDATE},
               {"colleague", ROLE_RATER},
               {"newcomer", ROLE_NEWCOMER}};

static enum status role_read(const struct options *options, enum role *out_role)
{
    const char *word = options_text(options, "role");
    *out_role = ROLE_CANDIDATE;
    for (size_t i = 0; word && i < sizeof sitters / sizeof *sitters; i++)
        if (is_span(span_of(word), sitters[i].word)) {
            *out_role = sitters[i].role;
            return OK;
        }
    return word ? fail(STATUS_USAGE,
                       "a role is candidate, colleague or newcomer, not \"%.40s\"", word)
                : OK;
}

static struct span word_of(const struct options *options, const char *name,
                           const char *usual)
{
    const char *given = options_text(options, name);
    return span_of(given ? given : usual);
}

enum status look_read(const struct options *options, struct look *out_look)
{
    struct look look = {
        .language = word_of(options, "language", ""),
        .page = word_of(options, "page", ""),
        .organization = word_of(options, "organization", "Your organization"),
    };
    enum status status = screen_read(options, &look.facts);
    if (status == OK)
        status = comfort_read(options, &look.comfort);
    if (status == OK)
        status = role_read(options, &look.role);
    look.facts.step = look.comfort.step;
    look.facts.theme = look.comfort.theme;
    look.facts.is_touch = true;
    *out_look = look;
    return status;
}
