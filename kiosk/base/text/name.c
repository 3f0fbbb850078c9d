#include "base/text/name.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

static const utf8proc_option_t normal = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                        UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                        UTF8PROC_IGNORE;

struct codes {
    int32_t *all;
    size_t count;
};

/* None when `text` is not UTF-8. utf8proc_map would do both steps, in memory of its own. */
static struct codes codes_of(struct arena *arena, struct span text)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.data;
    const utf8proc_ssize_t count = (utf8proc_ssize_t)text.count;
    const utf8proc_ssize_t most = utf8proc_decompose(bytes, count, NULL, 0, normal);
    if (most <= 0)
        return (struct codes){0};
    int32_t *codes = arena_array(arena, int32_t, (size_t)most);
    const utf8proc_ssize_t found = utf8proc_decompose(bytes, count, codes, most, normal);
    const utf8proc_ssize_t kept = utf8proc_normalize_utf32(codes, found, normal);
    return (struct codes){codes, kept > 0 ? (size_t)kept : 0};
}

static bool is_letter(int32_t code)
{
    const utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* Marks belong to the letter before them: vowels of many scripts are marks. */
static bool is_of_word(int32_t code, enum name_kind kind)
{
    const utf8proc_category_t category = utf8proc_category(code);
    const bool is_mark =
        category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
    const bool is_digit =
        category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
    return is_letter(code) || is_mark || (is_digit && kind == NAME_ORGANIZATION);
}

/* "O'Neil" is one word, however the apostrophe was typed. */
static bool is_apostrophe(int32_t code)
{
    return code == '\'' || code == 0x2018 || code == 0x2019 || code == 0x2BB ||
           code == 0x2BC;
}

/* The words in their order, a blank after each. */
static struct span words_of(struct arena *arena, struct span name, enum name_kind kind)
{
    const struct codes codes = codes_of(arena, name);
    char *text = arena_alloc(arena, 4 * codes.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < codes.count; i++) {
        if (is_apostrophe(codes.all[i]))
            continue;
        if (is_of_word(codes.all[i], kind))
            count += utf8_put((uint32_t)codes.all[i], text + count);
        else if (count && text[count - 1] != ' ')
            text[count++] = ' ';
    }
    if (count && text[count - 1] != ' ')
        text[count++] = ' ';
    return (struct span){text, count};
}

static int order_words(const void *a, const void *b)
{
    return span_order(*(const struct span *)a, *(const struct span *)b);
}

struct span name_key(struct arena *arena, struct span name, enum name_kind kind)
{
    struct span rest = words_of(arena, name, kind), word, key = SPAN("");
    struct span *words = arena_array(arena, struct span, rest.count + 1);
    size_t count = 0;
    while (span_next(&rest, ' ', &word))
        if (word.count)
            words[count++] = word;
    if (count)
        qsort(words, count, sizeof *words, order_words);
    for (size_t i = 0; i < count; i++)
        if (!i || !is_span_equal(words[i], words[i - 1]))
            key = span_format(arena, "%.*s%s%.*s", SPAN_ARGS(key), i ? " " : "",
                              SPAN_ARGS(words[i]));
    return key;
}

static struct span without_gaps(struct arena *arena, struct span words)
{
    char *text = arena_alloc(arena, words.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++)
        if (words.data[i] != ' ')
            text[count++] = words.data[i];
    return (struct span){text, count};
}

bool is_name_same(struct arena *arena, struct span a, struct span b, enum name_kind kind)
{
    return is_span_equal(name_key(arena, a, kind), name_key(arena, b, kind)) ||
           is_span_equal(without_gaps(arena, words_of(arena, a, kind)),
                         without_gaps(arena, words_of(arena, b, kind)));
}

size_t name_letters(struct arena *arena, struct span name)
{
    const struct codes codes = codes_of(arena, name);
    size_t count = 0;
    for (size_t i = 0; i < codes.count; i++)
        count += is_letter(codes.all[i]);
    return count;
}
