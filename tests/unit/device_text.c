#include "base/text/grapheme.h"
#include "device/text.h"

#include "device/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct text *text;
static struct text_port port;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    if (text_open(&arena, &text) != OK)
        return -1;
    port = text_port_of(text);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    text_close(text);
    arena_done(&arena);
    return 0;
}

static struct text_lines wrap(enum text_style style, int cap_px, struct span words,
                              int width_px)
{
    struct text_lines lines;
    port.wrap(port.context, &arena, style, cap_px, words, width_px, &lines);
    return lines;
}

static void lines_keep_to_the_width(void **state)
{
    const struct span words =
        SPAN("One sitting is a rough measure. If you came back tomorrow, the point "
             "could land anywhere on the shaded part.");
    (void)state;
    for (int width = 150; width < 900; width += 37) {
        const struct text_lines lines = wrap(TEXT_BODY, 21, words, width);
        size_t at = 0;
        for (size_t i = 0; i < lines.count; i++) {
            const struct text_line *line = &lines.lines[i];
            assert_true(line->width_px <= width);
            assert_true(line->from >= at && line->count > 0);
            at = line->from + line->count;
        }
        assert_int_equal(at, words.count);
        assert_false(lines.is_cut);
    }
}

/* A word of usual length wants its place; it is broken all the same, so that none runs out of
 * it. */
static void a_usual_word_that_does_not_fit_is_told(void **state)
{
    (void)state;
    assert_true(wrap(TEXT_BODY, 21, SPAN("incomprehensible"), 100).is_cut);
    assert_true(wrap(TEXT_BODY, 21, SPAN("incomprehensible"), 100).width_px <= 100);
    assert_false(wrap(TEXT_BODY, 21, SPAN("incomprehensible"), 0).is_broken);
}

static bool is_whole(const struct text_lines *lines, struct span words)
{
    size_t at = 0;
    for (size_t i = 0; i < lines->count; i++) {
        at += words.data[at] == ' ';
        if (lines->lines[i].from != at)
            return false;
        at += lines->lines[i].count;
    }
    return at == words.count;
}

/* Names of variables, compounds, joined letters, and a person who writes without a blank. */
static void no_word_runs_out_of_its_place(void **state)
{
    static const char *const words[] = {
        "the next_of_kin_who_signed_the_declaration_of_consent_on_that_day, please",
        "Donaudampfschifffahrtsgesellschaftskapit\xC3\xA4ne",
        "pregnancy:cardiomyopathy",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ("\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4"
         "\xB7\xE0\xA4\xBF\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF"),
    };
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int width = 120; width < 700; width += 43) {
            const struct text_lines lines =
                wrap(TEXT_HEADING, 32, span_of(words[i]), width);
            assert_true(lines.width_px <= width);
            assert_true(is_whole(&lines, span_of(words[i])));
            assert_true(lines.is_broken || lines.count == 1 || strchr(words[i], ' '));
        }
}

/* No question mark alone on the last line. */
static void the_last_piece_of_a_word_has_company(void **state)
{
    const struct span word = SPAN("Rindfleischetikettierungs\u00fcberwachungsaufgaben?");
    (void)state;
    const int all = wrap(TEXT_HEADING, 32, word, 0).width_px;
    for (int width = all - 40; width < all; width += 5) {
        const struct text_lines lines = wrap(TEXT_HEADING, 32, word, width);
        assert_int_equal(lines.count, 2);
        assert_true(lines.lines[1].count >= 4);
    }
}

static void a_long_name_breaks_after_its_signs(void **state)
{
    const struct span name = SPAN("next_of_kin_who_signed_the_declaration_of_consent");
    (void)state;
    const struct text_lines lines = wrap(TEXT_HEADING, 32, name, 400);
    assert_true(lines.count > 2);
    for (size_t i = 0; i + 1 < lines.count; i++)
        assert_int_equal(name.data[lines.lines[i].from + lines.lines[i].count - 1], '_');
}

/* What is read as one letter stays whole: the e and its accent, the k-ss of Devanagari. */
static void a_letter_is_never_broken(void **state)
{
    const struct span accents = SPAN("e\xCC\x81"
                                     "e\xCC\x81"
                                     "e\xCC\x81"
                                     "e\xCC\x81"
                                     "e\xCC\x81"
                                     "e\xCC\x81");
    (void)state;
    const struct text_lines lines = wrap(TEXT_BODY, 21, accents, 50);
    assert_true(lines.count > 1);
    for (size_t i = 0; i < lines.count; i++)
        assert_int_equal(lines.lines[i].count % 3, 0);
}

/* Where the words of languages without blanks end, told by people who write them. */
static void lines_without_blanks_end_after_words(void **state)
{
    static const struct {
        const char *text;
        size_t ends[8]; /* bytes */
    } samples[] = {
        {"\u0e09\u0e31\u0e19\u0e23\u0e31\u0e01\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
         {9, 18, 30, 39}}, /* I, love, language, Thai */
        {"\u0e9e\u0eb2\u0eaa\u0eb2\u0ea5\u0eb2\u0ea7", {12, 21}}, /* language, Lao */
        {"\u1797\u17b6\u179f\u17b6\u1781\u17d2\u1798\u17c2\u179a\u1787\u17b6"
         "\u1797\u17b6\u179f\u17b6",
         {27, 33, 45}}, /* the Khmer language, is, a language */
        {"\u1019\u103c\u1014\u103a\u1019\u102c\u1005\u102c",
         {18, 24}}, /* Burmese, writing */
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct text_lines lines =
            wrap(TEXT_BODY, 21, span_of(samples[i].text), TEXT_BY_WORDS);
        for (size_t line = 0; line < lines.count; line++)
            assert_int_equal(lines.lines[line].from + lines.lines[line].count,
                             samples[i].ends[line]);
    }
}

static int family_at(const struct run_list *list, size_t byte)
{
    for (size_t i = 0; i < list->count; i++)
        if (byte >= list->runs[i].from && byte < list->runs[i].from + list->runs[i].count)
            return list->runs[i].family;
    return -2;
}

/* A sign that the first font lacks, an unknown one, and a letter of another script in between. */
static void after_a_missing_letter_the_line_has_its_own_font(void **state)
{
    static const char *const between[] = {"\xEF\xBF\xBD", "\xF3\xB0\x80\x80", "\u0e01",
                                          "\u05d0", "\u263a"};
    (void)state;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        struct run_list list;
        const struct span line = span_format(&arena, "don%st, 1 more", between[i]);
        (void)run_split(&arena, &text->fonts, FONT_REGULAR, 21, line, RUN_BASE_LEFT,
                        &list);
        const int own = family_at(&list, 0);
        assert_true(family_at(&list, 3) != own);
        assert_int_equal(family_at(&list, 3 + strlen(between[i])), own);
        assert_int_equal(family_at(&list, line.count - 1), own);
    }
}

/* Eighty letters without a blank ran out of the field. */
static void a_word_too_wide_is_broken_between_letters(void **state)
{
    struct span word = SPAN(
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301");
    (void)state;
    for (int width = 30; width < 200; width += 7) {
        const struct text_lines lines = wrap(TEXT_BODY, 21, word, width);
        size_t at = 0;
        assert_true(lines.is_broken && lines.count > 1);
        for (size_t i = 0; i < lines.count; i++) {
            assert_true(lines.lines[i].width_px <= width);
            assert_int_equal(lines.lines[i].from, at);
            assert_int_equal(lines.lines[i].count % 3,
                             0); /* an accent stays with its letter */
            at += lines.lines[i].count;
        }
        assert_int_equal(at, word.count);
    }
    assert_int_equal(wrap(TEXT_BODY, 21, word, TEXT_BY_WORDS).count,
                     1); /* how wide is the widest word? */
    const struct text_lines mixed =
        wrap(TEXT_BODY, 21, SPAN("so incomprehensibilities"), 100);
    assert_int_equal(mixed.lines[0].count, 2);
}

/* Every place between letters has its pixel, and the finger that touches it means that place. */
static void a_caret_is_found_where_it_stands(void **state)
{
    static const char *const texts[] = {"Wave office  fi ",
                                        "e\u0301a\u0301 👍🏽👩‍👩‍👧x",
                                        "سلام علیکم", "שלום", "नि स्ते"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const bool is_right = i == 2 || i == 3;
        const struct text_place place = {.line = span_of(texts[i]),
                                         .style = TEXT_BODY,
                                         .cap_height_px = 21,
                                         .is_right_to_left = is_right};
        int before = is_right ? 10000 : -1;
        for (size_t at = 0;; at = grapheme_next(place.line, at)) {
            const int px = port.caret_px(port.context, &place, at);
            assert_true(is_right ? px < before : px > before);
            assert_int_equal(port.caret_at(port.context, &place, px), at);
            before = px;
            if (at == place.line.count)
                break;
        }
        assert_int_equal(port.caret_at(port.context, &place, is_right ? 9999 : -9999), 0);
    }
}

/* Letters of both directions: the caret stands beside the letter that was written last. */
static void
a_caret_in_a_line_of_both_directions_stands_beside_the_last_letter(void **state)
{
    (void)state;
    const struct text_place place = {
        .line = SPAN("abשל"), .style = TEXT_BODY, .cap_height_px = 21};
    const int ab = port.caret_px(port.context, &place, 2);
    const int first = port.caret_px(port.context, &place, 4);
    const int second = port.caret_px(port.context, &place, 6);
    assert_true(first > ab && second < first);
    assert_int_equal(second, ab); /* the second stands between "ab" and the first */
}

static void line_feeds_break_and_empty_lines_stay(void **state)
{
    (void)state;
    const struct text_lines lines = wrap(TEXT_BODY, 21, SPAN("one\n\nthree\n"), 500);
    assert_int_equal(lines.count, 4);
    assert_int_equal(lines.lines[1].count, 0);
    assert_int_equal(wrap(TEXT_BODY, 21, SPAN(""), 500).count, 1);
}

/* U+FFFF is valid UTF-8, and the mark by which the line breaker ends. */
static void a_noncharacter_is_wrapped_like_others(void **state)
{
    const struct span words = SPAN("left \xef\xbf\xbf right \xef\xbf\xbe far right");
    (void)state;
    const struct text_lines lines = wrap(TEXT_BODY, 21, words, 0);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].count, words.count);
    assert_true(wrap(TEXT_BODY, 21, words, 1).count >= 3);
}

static void bolder_is_wider_and_larger_is_wider(void **state)
{
    const struct span words = SPAN("Strongly agree");
    (void)state;
    assert_true(wrap(TEXT_STRONG, 21, words, 0).width_px >
                wrap(TEXT_BODY, 21, words, 0).width_px);
    const int once = wrap(TEXT_BODY, 21, words, 0).width_px;
    const int twice = wrap(TEXT_BODY, 42, words, 0).width_px;
    assert_true(abs(twice - 2 * once) <= once / 20);
}

/* The rows of pixels that hold ink of a line drawn on white. */
static void ink_rows(struct span line, int cap_px, int *out_top, int *out_bottom)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, 400, 100, 32, SDL_PIXELFORMAT_RGB888);
    const struct text_drawing drawing = {
        .line = line, .style = TEXT_BODY, .cap_px = cap_px, .x = 20, .baseline = 70};
    *out_top = 100;
    *out_bottom = -1;
    SDL_FillRect(surface, NULL, 0xFFFFFF);
    text_draw(text, surface, &drawing);
    for (int y = 0; y < 100; y++) {
        const Uint32 *row = (const Uint32 *)(const void *)((const char *)surface->pixels +
                                                           y * surface->pitch);
        for (int x = 0; x < 400; x++) {
            if ((row[x] & 0xff) > 100)
                continue;
            *out_top = y < *out_top ? y : *out_top;
            *out_bottom = y;
        }
    }
    SDL_FreeSurface(surface);
}

static void capitals_are_as_high_as_asked_and_stand_on_the_line(void **state)
{
    const int caps[] = {15, 21, 35, 52};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        int top, bottom;
        ink_rows(SPAN("HE"), caps[i], &top, &bottom);
        assert_true(abs(bottom + 1 - 70) <= 1);
        assert_true(abs(bottom + 1 - top - caps[i]) <= 1);
    }
}

static void drawing_keeps_to_the_clip(void **state)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, 200, 60, 32, SDL_PIXELFORMAT_RGB888);
    const SDL_Rect clip = {0, 0, 50, 60};
    const struct text_drawing drawing = {
        .line = SPAN("MMMMMM"), .style = TEXT_BODY, .cap_px = 20, .x = 5, .baseline = 40};
    (void)state;
    SDL_FillRect(surface, NULL, 0xFFFFFF);
    SDL_SetClipRect(surface, &clip);
    text_draw(text, surface, &drawing);
    for (int y = 0; y < 60; y++) {
        const Uint32 *row = (const Uint32 *)(const void *)((const char *)surface->pixels +
                                                           y * surface->pitch);
        for (int x = 50; x < 200; x++)
            assert_int_equal(row[x] & 0xFFFFFF, 0xFFFFFF);
    }
    SDL_FreeSurface(surface);
}

static void mixed_directions_are_split_and_ordered(void **state)
{
    struct run_list list;
    const struct span words =
        SPAN("abc \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D 12 \xD7\x90 def");
    (void)state;
    assert_int_equal(
        run_split(&arena, &text->fonts, FONT_REGULAR, 21, words, RUN_BASE_LEFT, &list),
        0);
    size_t bytes = 0;
    bool has_right = 0;
    for (size_t i = 0; i < list.count; i++) {
        bytes += list.runs[i].count;
        has_right |= list.runs[i].level % 2;
    }
    assert_int_equal(bytes, words.count);
    assert_true(has_right);
    run_order(&list);
    assert_int_equal(list.runs[0].from, 0);
    /* seen from the left, the later Hebrew letter comes before the earlier word */
    size_t late = 0, early = 0;
    for (size_t i = 0; i < list.count; i++) {
        late = list.runs[i].from > 14 && list.runs[i].level % 2 ? i : late;
        early = list.runs[i].from == 4 ? i : early;
    }
    assert_true(late < early || list.count < 4);
    assert_int_equal(
        run_split(&arena, &text->fonts, FONT_REGULAR, 21, words, RUN_BASE_RIGHT, &list),
        1);
}

static void paragraphs_know_their_direction(void **state)
{
    (void)state;
    const struct text_lines lines =
        wrap(TEXT_BODY, 21, SPAN("word\n\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8"), 0);
    assert_int_equal(lines.lines[0].is_right_to_left, 0);
    assert_int_equal(lines.lines[1].is_right_to_left, 1);
}

static void missing_glyphs_are_told(void **state)
{
    (void)state;
    assert_true(port.has_glyphs(port.context, SPAN("äéñ ßø Ω Ж")));
    assert_false(
        port.has_glyphs(port.context, SPAN("\xF3\xB0\x80\x80"))); /* private use */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_keep_to_the_width),
        TEST(a_word_too_wide_is_broken_between_letters),
        TEST(a_caret_is_found_where_it_stands),
        TEST(a_caret_in_a_line_of_both_directions_stands_beside_the_last_letter),
        TEST(a_usual_word_that_does_not_fit_is_told),
        TEST(no_word_runs_out_of_its_place),
        TEST(the_last_piece_of_a_word_has_company),
        TEST(a_long_name_breaks_after_its_signs),
        TEST(a_letter_is_never_broken),
        TEST(lines_without_blanks_end_after_words),
        TEST(after_a_missing_letter_the_line_has_its_own_font),
        TEST(line_feeds_break_and_empty_lines_stay),
        TEST(a_noncharacter_is_wrapped_like_others),
        TEST(bolder_is_wider_and_larger_is_wider),
        TEST(capitals_are_as_high_as_asked_and_stand_on_the_line),
        TEST(drawing_keeps_to_the_clip),
        TEST(mixed_directions_are_split_and_ordered),
        TEST(paragraphs_know_their_direction),
        TEST(missing_glyphs_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
