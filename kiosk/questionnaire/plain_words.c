#include "questionnaire/plain_words.h"

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'' ||
           byte == '-' || (unsigned char)byte >= 0x80;
}

/* In UTF-8 all capital letters of Latin-1 begin with C3: `byte` is the second one. */
static bool is_latin_capital(char byte)
{
    const unsigned char second = (unsigned char)byte;
    return second >= 0x80 && second <= 0x9e && second != 0x97;
}

/* Folds to lower case, with U+2019 as an apostrophe and other general punctuation as a blank. */
static struct span folded(struct arena *arena, struct span text)
{
    char *fold = arena_alloc(arena, text.count + 1);
    size_t count = 0;
    for (size_t at = 0; at < text.count; at++) {
        char byte = text.data[at];
        if (has_span_prefix(span_cut(text, at, 2), "\xe2\x80")) {
            const bool is_apostrophe = at + 2 < text.count && text.data[at + 2] == '\x99';
            fold[count++] = is_apostrophe ? '\'' : ' ';
            at += 2;
            continue;
        }
        const bool is_latin = at > 0 && text.data[at - 1] == '\xc3';
        if ((byte >= 'A' && byte <= 'Z') || (is_latin && is_latin_capital(byte)))
            byte = (char)(byte + 'a' - 'A');
        fold[count++] = byte;
    }
    return (struct span){fold, count};
}

size_t plain_words(struct arena *arena, struct span text, size_t count_max,
                   struct span *out_words)
{
    const struct span fold = folded(arena, text);
    size_t count = 0, at = 0;
    while (count < count_max) {
        while (at < fold.count && !is_word_byte(fold.data[at]))
            at++;
        const size_t start = at;
        while (at < fold.count && is_word_byte(fold.data[at]))
            at++;
        if (at == start)
            break;
        out_words[count++] = span_cut(fold, start, at - start);
    }
    return count;
}
