#include "interview/interview_reason.h"

#include "base/text/shown_text.h"
#include "base/utf8.h"

#include <string.h>

enum { WORDS_MAX = 400 };

static const char *const figure_words[] = {
#define INTERVIEW_FIGURE_WORD(words) words,
#include "interview/interview_reason.def"
#undef INTERVIEW_FIGURE_WORD
};

static bool is_one_of(struct span word, struct span list)
{
    struct span one;
    while (span_next(&list, '|', &one))
        if (is_span_alike(word, one))
            return true;
    return false;
}

static bool is_figure_word(struct span word)
{
    for (size_t i = 0; i < sizeof figure_words / sizeof *figure_words; i++)
        if (is_one_of(word, span_of(figure_words[i])))
            return true;
    return false;
}

/* A byte beyond ASCII is part of a letter. */
static bool is_letter(char byte)
{
    const unsigned char at = (unsigned char)span_lower(byte);
    return (at >= 'a' && at <= 'z') || at >= 0x80;
}

/* The next run of letters; numbers and marks are passed over. */
static bool word_next(struct span *rest, struct span *out_word)
{
    size_t from = 0, count = 0;
    while (from < rest->count && !is_letter(rest->data[from]))
        from++;
    while (from + count < rest->count && is_letter(rest->data[from + count]))
        count++;
    *out_word = span_cut(*rest, from, count);
    *rest = span_cut(*rest, from + count, rest->count);
    return count > 0;
}

static bool has_word(const struct span *words, size_t count, struct span word)
{
    for (size_t i = 0; i < count; i++)
        if (is_span_alike(words[i], word))
            return true;
    return false;
}

static size_t words_count(struct span reason)
{
    struct span words[WORDS_MAX], word;
    size_t count = 0;
    while (count < WORDS_MAX && word_next(&reason, &word))
        if (word.count > 1 && !is_figure_word(word) && !has_word(words, count, word))
            words[count++] = word;
    return count;
}

enum status interview_reason_check(struct span reason)
{
    const enum status status = shown_text_check("reason", reason);
    if (status != OK)
        return status;
    if (utf8_count(reason) > INTERVIEW_REASON_MAX)
        return fail(STATUS_BAD_INPUT, "a reason has at most %d characters",
                    INTERVIEW_REASON_MAX);
    if (words_count(reason) < INTERVIEW_REASON_WORDS_LEAST)
        return fail(STATUS_REFUSED,
                    "give a reason of your own, from what was said and done: the figure "
                    "of the program is never the only reason");
    return OK;
}
