#include "lint/lint_sentence.h"

#include "base/must.h"
#include "questionnaire/plain_words.h"

#include <string.h>

enum { LONG_WORDS = 20, PATTERNS_MAX = 1000 };

static bool is_match(struct span word, struct span pattern)
{
    if (pattern.data[pattern.count - 1] != '*')
        return is_span_equal(word, pattern);
    const struct span stem = span_cut(pattern, 0, pattern.count - 1);
    return is_span_equal(span_cut(word, 0, stem.count), stem);
}

/* Counts the words from words[at] on that are the words of `pattern`; 0: not all of them are. */
static size_t match_at(const struct span *words, size_t count, size_t at,
                       const char *pattern)
{
    struct span rest = span_of(pattern), part;
    size_t matched = 0;
    while (span_next(&rest, ' ', &part)) {
        if (at + matched == count || !is_match(words[at + matched], part))
            return 0;
        matched++;
    }
    return matched;
}

/* A pair such as "more and more" names one thing; it begins one or two words before the "and". */
static bool is_pair(const struct lint_language *language, const struct span *words,
                    size_t count, size_t at)
{
    for (size_t i = 0; i < language->pair_count; i++)
        for (size_t back = 0; back <= 2 && back <= at; back++)
            if (match_at(words, count, at - back, language->pairs[i]) > back)
                return true;
    return false;
}

static bool is_wording(enum lint_rule rule)
{
    return rule <= LINT_ABSOLUTE;
}

/* Most words begin like few patterns, so patterns are found by their first byte: chains in the
 * order of the list, ended by 0. */
struct chains {
    uint16_t first[256], next[PATTERNS_MAX + 1]; /* pattern + 1 */
};

static void chains_make(const struct lint_language *language, struct chains *chains)
{
    must(language->pattern_count <= PATTERNS_MAX);
    memset(chains->first, 0, sizeof chains->first);
    for (size_t i = language->pattern_count; i > 0; i--) {
        uint16_t *first =
            &chains->first[(unsigned char)language->patterns[i - 1].words[0]];
        chains->next[i] = *first;
        *first = (uint16_t)i;
    }
}

static void find_at(const struct lint_language *language, const struct chains *chains,
                    const struct span *words, size_t count, size_t at, bool is_item,
                    struct lint_findings *findings)
{
    for (size_t next = chains->first[(unsigned char)*words[at].data]; next;
         next = chains->next[next]) {
        const size_t i = next - 1;
        const enum lint_rule rule = language->patterns[i].rule;
        const size_t matched = match_at(words, count, at, language->patterns[i].words);
        if (!matched || (is_wording(rule) && !is_item))
            continue;
        if (rule == LINT_TWO_THINGS && is_pair(language, words, count, at))
            continue;
        findings->found_count[rule]++;
        findings->words[rule] = (struct span){
            words[at].data, (size_t)(words[at + matched - 1].data +
                                     words[at + matched - 1].count - words[at].data)};
    }
}

/* A sentence ends at a point, a mark or an end of line that a blank or the end follows. */
static bool next_sentence(struct span *rest, struct span *out_sentence)
{
    size_t end = 0;
    if (!rest->count)
        return false;
    while (end < rest->count &&
           !(strchr(".?!:;\n", rest->data[end]) && rest->data[end] &&
             (end + 1 == rest->count || strchr(" \n", rest->data[end + 1]))))
        end++;
    *out_sentence = span_cut(*rest, 0, end + 1);
    *rest = span_cut(*rest, end + 1, rest->count);
    return true;
}

/* Finds where the first denial begins; `count`: nowhere. */
static size_t denial_at(const struct lint_language *language, const struct span *words,
                        size_t count)
{
    for (size_t at = 0; at < count; at++)
        for (size_t i = 0; i < language->denial_count; i++)
            if (match_at(words, count, at, language->denials[i]))
                return at;
    return count;
}

static void add_topics(const struct lint_findings *found, struct lint_findings *findings)
{
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++)
        if (found->found_count[rule] && *lint_language_topic(rule) &&
            !findings->found_count[rule]) {
            findings->found_count[rule] = 1;
            findings->words[rule] = found->words[rule];
        }
}

void lint_sentence_topics(struct arena *arena, const struct lint_language *language,
                          struct span text, bool is_notice,
                          struct lint_findings *findings)
{
    struct lint_findings found = {0};
    struct span words[LINT_WORDS_MAX], sentence;
    struct chains chains;
    chains_make(language, &chains);
    while (next_sentence(&text, &sentence)) {
        const size_t all = plain_words(arena, sentence, LINT_WORDS_MAX, words);
        const size_t count = is_notice ? denial_at(language, words, all) : all;
        for (size_t at = 0; at < count; at++)
            find_at(language, &chains, words, count, at, 0, &found);
    }
    add_topics(&found, findings);
}

struct lint_findings lint_sentence(struct arena *arena,
                                   const struct lint_language *language, struct span text,
                                   bool is_item)
{
    struct lint_findings findings = {0};
    struct span words[LINT_WORDS_MAX];
    struct chains chains;
    const size_t count = plain_words(arena, text, LINT_WORDS_MAX, words);
    chains_make(language, &chains);
    for (size_t at = 0; at < count; at++)
        find_at(language, &chains, words, count, at, is_item, &findings);
    findings.found_count[LINT_TWO_NEGATIONS] = findings.found_count[LINT_NEGATION] > 1;
    findings.found_count[LINT_NEGATION] = findings.found_count[LINT_NEGATION] == 1;
    findings.found_count[LINT_LONG] = is_item && count > LONG_WORDS;
    for (size_t rule = 0; rule < LINT_RULES; rule++)
        findings.found_count[rule] = findings.found_count[rule] > 0;
    return findings;
}
