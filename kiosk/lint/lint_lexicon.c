#include "lint/lint_lexicon.h"

#include "base/must.h"

#include <string.h>

static size_t count_phrases(const char *words)
{
    size_t count = 1;
    for (; *words; words++)
        count += *words == '|';
    return count;
}

static void add_phrases(struct lint_lexicon *lexicon, const char *words, size_t row)
{
    struct span rest = span_of(words), phrase;
    while (span_next(&rest, '|', &phrase)) {
        const bool is_whole = has_span_prefix(phrase, "=");
        phrase = span_cut(phrase, is_whole, phrase.count);
        must(phrase.count > 0 && phrase.data[0] != '_');
        lexicon->phrases[lexicon->count++] =
            (struct lint_phrase){.words = phrase,
                                 .first = span_cut(phrase, 0, span_find(phrase, ' ')),
                                 .row = (uint32_t)row,
                                 .is_whole = is_whole};
    }
}

/* Where a chain for `word` starts; words that share a place are told apart by comparing. */
static size_t start_of(enum lint_chain chain, struct span word)
{
    const unsigned char first = (unsigned char)word.data[0],
                        second = word.count > 1 ? (unsigned char)word.data[1] : 0;
    return chain == LINT_CHAIN_PAIR   ? (first * 31u + second) % LINT_CHAIN_STARTS
           : chain == LINT_CHAIN_BYTE ? first
                                      : 0;
}

static enum lint_chain chain_of(struct span word)
{
    if (word.data[0] == '*')
        return LINT_CHAIN_ANY;
    return word.count < 2 || word.data[1] == '*' ? LINT_CHAIN_BYTE : LINT_CHAIN_PAIR;
}

/* Chains keep the order of the lists. */
static void chain(struct lint_lexicon *lexicon)
{
    for (size_t i = lexicon->count; i > 0; i--) {
        struct lint_phrase *phrase = &lexicon->phrases[i - 1];
        const enum lint_chain chain = chain_of(phrase->first);
        const enum lint_list list = phrase->row < lexicon->language->pattern_count
                                        ? LINT_LIST_PATTERNS
                                        : LINT_LIST_SIGNS;
        uint32_t *first = &lexicon->first[list][chain][start_of(chain, phrase->first)];
        phrase->chain = (uint8_t)chain;
        phrase->next = *first;
        *first = (uint32_t)i;
    }
}

static const struct lint_lexicon *lexicon_make(struct arena *arena,
                                               const struct lint_language *language)
{
    struct lint_lexicon *lexicon = arena_new(arena, struct lint_lexicon);
    size_t count = 0;
    for (size_t i = 0; i < language->pattern_count; i++)
        count += count_phrases(language->patterns[i].words);
    for (size_t i = 0; i < language->sign_count; i++)
        count += count_phrases(language->signs[i].words);
    lexicon->language = language;
    lexicon->phrases = arena_array(arena, struct lint_phrase, count);
    for (size_t i = 0; i < language->pattern_count; i++)
        add_phrases(lexicon, language->patterns[i].words, i);
    for (size_t i = 0; i < language->sign_count; i++)
        add_phrases(lexicon, language->signs[i].words, language->pattern_count + i);
    chain(lexicon);
    return lexicon;
}

const struct lint_lexicons *lint_lexicon_make(struct arena *arena)
{
    struct lint_lexicons *lexicons = arena_new(arena, struct lint_lexicons);
    for (enum lint_language_index i = 0; i < LINT_LANGUAGES; i++)
        lexicons->all[i] = lexicon_make(arena, lint_language_at(i));
    return lexicons;
}

const struct lint_lexicon *lint_lexicon_get(const struct lint_lexicons *lexicons,
                                            struct span code)
{
    const struct lint_language *language = lint_language_get(code);
    for (size_t i = 0; language && i < LINT_LANGUAGES; i++)
        if (lexicons->all[i]->language == language)
            return lexicons->all[i];
    return NULL;
}

/* Asked for every phrase of a chain, so that it calls nothing. */
static bool begins(struct span word, struct span stem)
{
    size_t i = 0;
    while (i < stem.count && i < word.count && word.data[i] == stem.data[i])
        i++;
    return i == stem.count;
}

/* "God's" is a form of "God". */
static bool is_form(struct span word, struct span pattern)
{
    return (word.count == pattern.count && begins(word, pattern)) ||
           (word.count == pattern.count + 2 && begins(word, pattern) &&
            is_span(span_cut(word, pattern.count, 2), "'s"));
}

static bool is_match(struct span word, struct span pattern)
{
    if (pattern.data[0] == '*') {
        const struct span end = {pattern.data + 1, pattern.count - 1};
        return word.count >= end.count &&
               begins((struct span){word.data + word.count - end.count, end.count}, end);
    }
    if (pattern.data[pattern.count - 1] != '*')
        return is_form(word, pattern);
    return begins(word, (struct span){pattern.data, pattern.count - 1});
}

/* A _ stands for no word where the pattern goes on at once, else for one. */
size_t lint_lexicon_match(const struct span *words, size_t count, size_t at,
                          struct span pattern)
{
    struct span part;
    size_t matched = 0;
    bool may_skip = false;
    while (span_next(&pattern, ' ', &part)) {
        if (part.data[0] == '_') {
            may_skip = true;
            continue;
        }
        if (may_skip && at + matched < count && !is_match(words[at + matched], part))
            matched++;
        may_skip = false;
        if (at + matched >= count || !is_match(words[at + matched], part))
            return 0;
        matched++;
    }
    return matched;
}

/* One chain after the other. */
static size_t next_phrase(const struct lint_lexicon *lexicon, enum lint_list list,
                          struct span word, size_t step)
{
    const struct lint_phrase *before = step ? &lexicon->phrases[step - 1] : NULL;
    if (before && before->next)
        return before->next;
    for (int chain = before ? before->chain + 1 : 0; chain < LINT_CHAINS; chain++) {
        const uint32_t first =
            lexicon->first[list][chain][start_of((enum lint_chain)chain, word)];
        if (first)
            return first;
    }
    return 0;
}

size_t lint_lexicon_next(const struct lint_lexicon *lexicon, enum lint_list list,
                         const struct span *words, size_t count, size_t at, size_t *step,
                         const struct lint_phrase **out_phrase)
{
    while ((*step = next_phrase(lexicon, list, words[at], *step)) > 0) {
        const struct lint_phrase *phrase = &lexicon->phrases[*step - 1];
        if (!is_match(words[at], phrase->first))
            continue; /* most end here */
        const size_t matched = lint_lexicon_match(words, count, at, phrase->words);
        if (!matched || (phrase->is_whole && (at || matched != count)))
            continue;
        *out_phrase = phrase;
        return matched;
    }
    return 0;
}

uint32_t lint_lexicon_signs(const struct lint_lexicon *lexicon, const struct span *words,
                            size_t count, uint32_t *out_signs)
{
    const struct lint_language *language = lexicon->language;
    const struct lint_phrase *phrase;
    uint32_t all = 0;
    memset(out_signs, 0, count * sizeof *out_signs);
    for (size_t at = 0; at < count; at++) {
        size_t step = 0, matched;
        while ((matched = lint_lexicon_next(lexicon, LINT_LIST_SIGNS, words, count, at,
                                            &step, &phrase))) {
            const uint32_t bit =
                1u << language->signs[phrase->row - language->pattern_count].sign;
            for (size_t i = 0; i < matched; i++)
                out_signs[at + i] |= bit;
            all |= bit;
        }
    }
    return all;
}
