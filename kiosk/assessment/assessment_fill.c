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
static struct span word_of(struct arena *arena, const void *context, struct span name)
{
    const struct assessment_words *words = context;
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

struct span assessment_fill_text(struct arena *arena,
                                 const struct assessment_words *words, struct span text)
{
    return buffer_fill(arena, FILLED_BYTES_MAX, text, word_of, words);
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
            language->entries[j].text =
                assessment_fill_text(arena, words, language->entries[j].text);
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
