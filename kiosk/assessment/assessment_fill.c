/* A questionnaire is lent as const, so one whose texts change is copied; its items stay where they
 * are, and so does what points to them. */
#include "assessment/assessment_fill.h"

#include "base/buffer.h"
#include "base/utf8.h"

enum { FILLED_BYTES_MAX = 64 * 1024 };

static struct span capital(struct arena *arena, struct span word)
{
    struct buffer all = buffer_init(arena, FILLED_BYTES_MAX);
    char first[4];
    size_t at = 0;
    uint32_t code;
    if (!utf8_next(word, &at, &code))
        return word;
    buffer_add(&all, (struct span){first, utf8_put(utf8_upper(code), first)});
    buffer_add(&all, span_cut(word, at, word.count));
    return buffer_span(&all);
}

/* The word for the placeholder `name`; no data: it is not ours. */
static struct span word_of(struct arena *arena, const struct assessment_words *words,
                           struct span name)
{
    const struct span one =
        words->customer.count ? words->customer : SPAN(ASSESSMENT_CUSTOMER);
    const struct span many =
        words->customers.count ? words->customers : SPAN(ASSESSMENT_CUSTOMERS);
    if (is_span(name, "organization") && words->organization.count)
        return words->organization;
    if (is_span(name, "customer"))
        return one;
    if (is_span(name, "customers"))
        return many;
    if (is_span(name, "Customer"))
        return capital(arena, one);
    if (is_span(name, "Customers"))
        return capital(arena, many);
    return (struct span){0};
}

static struct span filled(struct arena *arena, const struct assessment_words *words,
                          struct span text)
{
    struct buffer all = buffer_init(arena, FILLED_BYTES_MAX);
    if (span_find(text, '{') == text.count)
        return text;
    while (text.count) {
        const size_t open = span_find(text, '{');
        buffer_add(&all, span_cut(text, 0, open));
        text = span_cut(text, open, text.count);
        if (!text.count)
            break;
        const size_t close = span_find(text, '}');
        const struct span word = close < text.count
                                     ? word_of(arena, words, span_cut(text, 1, close - 1))
                                     : (struct span){0};
        buffer_add(&all, word.data ? word : span_cut(text, 0, 1));
        text = span_cut(text, word.data ? close + 1 : 1, text.count);
    }
    return buffer_span(&all);
}

static struct questionnaire *filled_copy(struct arena *arena,
                                         const struct assessment_words *words,
                                         const struct questionnaire *questionnaire)
{
    struct questionnaire *copy = arena_new(arena, struct questionnaire);
    *copy = *questionnaire;
    copy->languages = arena_array(arena, struct language, copy->language_count);
    for (size_t i = 0; i < copy->language_count; i++) {
        struct language *language = &copy->languages[i];
        *language = questionnaire->languages[i];
        language->entries = arena_array(arena, struct text_entry, language->entry_count);
        for (size_t j = 0; j < language->entry_count; j++) {
            language->entries[j] = questionnaire->languages[i].entries[j];
            language->entries[j].text = filled(arena, words, language->entries[j].text);
        }
    }
    return copy;
}

void assessment_fill(struct arena *arena, struct assessment *assessment,
                     const struct assessment_words *words)
{
    const struct questionnaire *before[PARTS_MAX];
    assessment->words = filled_copy(arena, words, assessment->words);
    for (size_t i = 0; i < assessment->part_count; i++) {
        struct part *part = &assessment->parts[i];
        size_t same = 0;
        before[i] = part->questionnaire;
        while (before[same] != before[i])
            same++;
        part->questionnaire = same < i ? assessment->parts[same].questionnaire
                                       : filled_copy(arena, words, part->questionnaire);
    }
}
