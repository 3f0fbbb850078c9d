#include "lint/lint_plain.h"

#include "base/buffer.h"
#include "lint/lint_reading.h"
#include "lint/lint_sentence.h"
#include "questionnaire/plain_words.h"

#include <stdbool.h>
#include <string.h>

enum { SYLLABLES_HARD = 3, HARD_BYTES_MAX = 400 };

static const char *const known[] = {
#define LINT_KNOWN(words, reason) words,
#include "lint/words/lint_known_en.def"
#undef LINT_KNOWN
};

/* What a word may end with and still be the same word. */
static const char *const endings[] = {"", "s", "es", "d", "ed", "ing", "ly", "'s", "s'"};

static bool begins_with(struct span word, struct span base)
{
    return is_span_equal(span_cut(word, 0, base.count), base);
}

static bool is_ending(struct span rest)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (is_span(rest, endings[i]))
            return true;
    return false;
}

/* "decide" is "deciding", and "company" is "companies". */
static bool is_form_of(struct span word, struct span base)
{
    if (begins_with(word, base))
        return is_ending(span_cut(word, base.count, word.count));
    const char last = base.count ? base.data[base.count - 1] : '\0';
    const struct span stem = span_cut(base, 0, base.count - 1);
    if ((last != 'e' && last != 'y') || !begins_with(word, stem))
        return false;
    const struct span rest = span_cut(word, stem.count, word.count);
    return last == 'e'
               ? is_span(rest, "ing")
               : is_span(rest, "ies") || is_span(rest, "ied") || is_span(rest, "ily");
}

/* All bases have two letters or more, and a form begins as its base does. */
static bool is_known(struct span word)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (const char *base = known[i]; *base;) {
            const char *const end = strchrnul(base, '|');
            if (*base == word.data[0] &&
                is_form_of(word, (struct span){base, (size_t)(end - base)}))
                return true;
            base = end + (*end == '|');
        }
    return false;
}

/* The word without an ending that makes it no harder. */
static struct span plain_form(struct span word)
{
    static const char *const light[] = {"ing", "ed", "es", "ly"};
    for (size_t i = 0; i < sizeof light / sizeof *light; i++) {
        const size_t count = strlen(light[i]);
        if (word.count > count + 2 &&
            is_span(span_cut(word, word.count - count, count), light[i]))
            return span_cut(word, 0, word.count - count);
    }
    return word;
}

/* A part of a word with a hyphen is a word; what has a digit or a letter beyond a to z is a
 * name. */
static bool is_hard(struct span word)
{
    const size_t hyphen = span_find(word, '-');
    if (hyphen < word.count)
        return is_hard(span_cut(word, 0, hyphen)) ||
               is_hard(span_cut(word, hyphen + 1, word.count));
    for (size_t i = 0; i < word.count; i++)
        if (!((word.data[i] >= 'a' && word.data[i] <= 'z') || word.data[i] == '\''))
            return false;
    return lint_reading_syllables(plain_form(word)) >= SYLLABLES_HARD && !is_known(word);
}

static size_t word_count(struct arena *arena, struct span text)
{
    struct span words[LINT_WORDS_MAX];
    return plain_words(arena, text, LINT_WORDS_MAX, words);
}

/* Where the first sentence of `text` ends. */
static size_t sentence_end(struct span text)
{
    for (size_t i = 0; i < text.count; i++) {
        if (text.data[i] == '\n')
            return i + 1;
        if (text.data[i] && strchr(".?!", text.data[i]) &&
            (i + 1 == text.count || text.data[i + 1] == ' '))
            return i + 1;
    }
    return text.count;
}

size_t lint_plain_longest(struct arena *arena, struct span text)
{
    size_t longest = 0;
    while (text.count) {
        const size_t end = sentence_end(text);
        const size_t count = word_count(arena, span_cut(text, 0, end));
        longest = count > longest ? count : longest;
        text = span_cut(text, end, text.count);
    }
    return longest;
}

static struct span no_word(struct arena *arena, const void *context, struct span name)
{
    (void)arena, (void)context, (void)name;
    return SPAN("");
}

struct span lint_plain_hard(struct arena *arena, struct span text)
{
    struct span words[LINT_WORDS_MAX];
    const struct span said = buffer_fill(arena, text.count + 1, text, no_word, NULL);
    const size_t count = plain_words(arena, said, LINT_WORDS_MAX, words);
    struct buffer hard = buffer_init(arena, HARD_BYTES_MAX);
    for (size_t i = 0; i < count; i++) {
        bool is_said = !is_hard(words[i]);
        for (size_t j = 0; j < i && !is_said; j++)
            is_said = is_span_equal(words[i], words[j]);
        if (is_said || buffer_span(&hard).count + words[i].count + 2 > HARD_BYTES_MAX)
            continue;
        buffer_text(&hard, buffer_span(&hard).count ? ", " : "");
        buffer_add(&hard, words[i]);
    }
    return buffer_span(&hard);
}
