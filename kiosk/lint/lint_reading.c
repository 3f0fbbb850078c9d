#include "lint/lint_reading.h"

#include "questionnaire/plain_words.h"

#include "lint/lint_sentence.h"

#include <math.h>
#include <string.h>

static bool is_vowel(char byte)
{
    return byte && strchr("aeiouy", byte) != NULL;
}

/* "made", "liked" and "times" have a silent e; "table", "wanted" and "changes" have not. */
static bool has_silent_end(struct span word)
{
    if (word.count < 4)
        return false;
    const char *end = word.data + word.count;
    if (end[-1] == 'e')
        return !is_vowel(end[-2]) && !(end[-2] == 'l' && !is_vowel(end[-3]));
    if (end[-2] != 'e' || is_vowel(end[-3]))
        return false;
    return end[-1] == 'd' ? !strchr("td", end[-3])
                          : end[-1] == 's' && !strchr("sxzcgh", end[-3]);
}

size_t lint_reading_syllables(struct span word)
{
    size_t groups = 0;
    for (size_t i = 0; i < word.count; i++)
        groups += is_vowel(word.data[i]) && (i == 0 || !is_vowel(word.data[i - 1]));
    if (groups > 1 && has_silent_end(word))
        groups--;
    return groups ? groups : 1;
}

static size_t count_sentences(struct span text)
{
    size_t ends = 0;
    const struct span trimmed = span_trim(text);
    for (size_t i = 0; i < trimmed.count; i++)
        ends += strchr(".?!\n", trimmed.data[i]) && trimmed.data[i] &&
                (i + 1 == trimmed.count || strchr(" \n", trimmed.data[i + 1]));
    const char last = trimmed.count ? trimmed.data[trimmed.count - 1] : '.';
    return ends + !(last && strchr(".?!", last));
}

void lint_reading_add(struct arena *arena, struct lint_reading *reading, struct span text)
{
    struct span words[LINT_WORDS_MAX];
    const size_t count = plain_words(arena, text, LINT_WORDS_MAX, words);
    if (!count)
        return;
    reading->words += count;
    reading->sentences += count_sentences(text);
    for (size_t i = 0; i < count; i++)
        reading->syllables += lint_reading_syllables(words[i]);
}

double lint_reading_grade(const struct lint_reading *reading)
{
    if (!reading->words || !reading->sentences)
        return NAN;
    return .39 * (double)reading->words / (double)reading->sentences +
           11.8 * (double)reading->syllables / (double)reading->words - 15.59;
}
