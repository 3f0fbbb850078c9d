#include "model/lint_sentence.h"

enum { LONG_WORDS = 20 };

static int is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'' ||
           byte == '-' || (unsigned char)byte >= 0x80;
}

/* Lower case, with U+2019 as an apostrophe and other general punctuation as a blank. */
static struct span folded(struct arena *arena, struct span text)
{
    char *fold = arena_alloc(arena, text.count + 1);
    size_t count = 0;
    for (size_t at = 0; at < text.count; at++) {
        char byte = text.data[at];
        if (has_span_prefix(span_cut(text, at, 2), "\xe2\x80")) {
            const int is_apostrophe = at + 2 < text.count && text.data[at + 2] == '\x99';
            fold[count++] = is_apostrophe ? '\'' : ' ';
            at += 2;
            continue;
        }
        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte + 'a' - 'A');
        fold[count++] = byte;
    }
    return (struct span){fold, count};
}

size_t lint_words(struct arena *arena, struct span text, struct span *out_words)
{
    const struct span fold = folded(arena, text);
    size_t count = 0, at = 0;
    while (count < LINT_WORDS_MAX) {
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

static int is_match(struct span word, struct span pattern)
{
    if (pattern.data[pattern.count - 1] != '*')
        return is_span_equal(word, pattern);
    const struct span stem = span_cut(pattern, 0, pattern.count - 1);
    return is_span_equal(span_cut(word, 0, stem.count), stem);
}

/* How many words from words[at] on are the words of `pattern`; 0: not all of them. */
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

/* Part of a pair that names one thing: "more and more" begins one or two words before "and". */
static int is_pair(const struct span *words, size_t count, size_t at)
{
    static const char *const pairs[] = {
#define LINT_PAIR(words) words,
#include "model/lint_pair.def"
#undef LINT_PAIR
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (size_t back = 0; back <= 2 && back <= at; back++)
            if (match_at(words, count, at - back, pairs[i]) > back)
                return 1;
    return 0;
}

static const struct {
    const char *pattern;
    enum lint_rule rule;
} patterns[] = {
#define LINT_WORD(words, rule) {words, LINT_##rule},
#include "model/lint_word.def"
#undef LINT_WORD
};

static int is_wording(enum lint_rule rule)
{
    return rule <= LINT_ABSOLUTE;
}

static void find_at(const struct span *words, size_t count, size_t at, int is_item,
                    struct lint_findings *findings, size_t *negations)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const enum lint_rule rule = patterns[i].rule;
        const size_t matched = match_at(words, count, at, patterns[i].pattern);
        if (!matched || (is_wording(rule) && !is_item))
            continue;
        if (rule == LINT_TWO_THINGS && is_pair(words, count, at))
            continue;
        *negations += rule == LINT_NEGATION;
        findings->is_found[rule] = 1;
        findings->words[rule] = (struct span){
            words[at].data, (size_t)(words[at + matched - 1].data +
                                     words[at + matched - 1].count - words[at].data)};
    }
}

struct lint_findings lint_sentence(struct arena *arena, struct span text, int is_item)
{
    struct lint_findings findings = {0};
    struct span words[LINT_WORDS_MAX];
    const size_t count = lint_words(arena, text, words);
    size_t negations = 0;
    for (size_t at = 0; at < count; at++)
        find_at(words, count, at, is_item, &findings, &negations);
    findings.is_found[LINT_TWO_NEGATIONS] = negations > 1;
    findings.is_found[LINT_NEGATION] = negations == 1; /* two are told as two */
    findings.is_found[LINT_LONG] = is_item && count > LONG_WORDS;
    return findings;
}
