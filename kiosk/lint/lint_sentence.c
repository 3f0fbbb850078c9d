#include "lint/lint_sentence.h"

#include "lint/lint_fold.h"
#include "questionnaire/plain_words.h"

#include <string.h>

enum { LONG_WORDS = 20, OTHERS_BACK = 5, OWN_BACK = 4, PAIR_BACK = 2, DEMAND_WORDS = 2 };

#define BIT(name) (1u << LINT_SIGN_##name)

/* What a text says of how the next ones are meant. */
static const uint32_t CARRIED = BIT(WINDOW) | BIT(SYMPTOM) | BIT(INTEREST) | BIT(FEEL) |
                                BIT(PART) | BIT(HURT) | BIT(COMPLAINT);

/* One sentence while it is looked at. */
struct sentence {
    const struct lint_lexicon *lexicon;
    const struct lint_asking *asking;
    struct span text;
    struct span words[LINT_WORDS_MAX];
    uint32_t signs[LINT_WORDS_MAX];
    size_t count;
    uint32_t own, all; /* signs of its words; and of its context */
    bool is_last;      /* of its text */
    bool is_reported;  /* somebody in the text says it */
    bool is_again;     /* it was read before, with its hyphens; only topics are told */
    bool is_asking;
};

/* A pair such as "more and more" names one thing; it begins one or two words before the "and". */
static bool is_pair(const struct sentence *sentence, size_t at)
{
    const struct lint_language *language = sentence->lexicon->language;
    for (size_t i = 0; i < language->pair_count; i++)
        for (size_t back = 0; back <= PAIR_BACK && back <= at; back++)
            if (lint_lexicon_match(sentence->words, sentence->count, at - back,
                                   span_of(language->pairs[i])) > back)
                return true;
    return false;
}

/* "Feeling tired", "Trouble sleeping": says nothing by itself. "Training is paid" does. */
static bool is_part(const struct sentence *sentence)
{
    if (!(sentence->own & BIT(VERB)))
        return true;
    const struct span first = sentence->words[0];
    return first.count > 4 && is_span(span_cut(first, first.count - 3, 3), "ing") &&
           sentence->count > 1 &&
           !((sentence->signs[0] | sentence->signs[1]) & BIT(VERB));
}

static bool is_question(const struct sentence *sentence)
{
    const struct span text = span_trim(sentence->text);
    return text.count && text.data[text.count - 1] == '?';
}

/* "Please tell us ...": the word may follow a polite one. */
static bool is_demand(const struct sentence *sentence)
{
    for (size_t at = 0; at < DEMAND_WORDS && at < sentence->count; at++)
        if (sentence->signs[at] & BIT(DEMAND))
            return true;
    return false;
}

/* Whether a text that only tells puts this sentence to the person: "A colleague drinks. How much
 * do you drink?" What somebody in it says is put to another, unless the text ends with it. */
static bool is_put(const struct sentence *sentence)
{
    if (sentence->is_reported && !sentence->is_last)
        return false;
    if (sentence->own & BIT(DECLARES))
        return true;
    return (sentence->own & BIT(YOU)) &&
           (is_question(sentence) ||
            (sentence->asking->is_question && !sentence->asking->is_notice &&
             is_demand(sentence)));
}

/* "How much would you like to treat a depression?" asks for an interest in the work; "are you ill
 * in this kind of work?" and "I would like to have children" do not. */
static bool is_interest(const struct sentence *sentence)
{
    if (!(sentence->all & BIT(INTEREST)) || (sentence->own & BIT(WISH)))
        return false;
    for (size_t at = 0; at < sentence->count; at++)
        if ((sentence->signs[at] & (BIT(INQUIRES) | BIT(INTEREST))) == BIT(INQUIRES))
            return false;
    return true;
}

static bool is_asking(const struct sentence *sentence)
{
    const struct lint_asking *asking = sentence->asking;
    if (is_interest(sentence))
        return false;
    if (!asking->is_answered || (asking->is_last_only && !sentence->is_last))
        return is_put(sentence);
    if ((sentence->own & BIT(SELF)) || asking->is_about)
        return true;
    if (sentence->own & BIT(PLACE))
        return false;
    return is_question(sentence) || (asking->is_label && is_part(sentence));
}

/* "Customers with disabilities", "a patient who is anxious", "sick people"; not "people read my
 * mind". */
static bool is_of_others(const struct sentence *sentence, size_t at, size_t matched)
{
    for (size_t i = at; i < at + matched; i++)
        if (sentence->signs[i] & BIT(SELF))
            return false;
    if (at + matched < sentence->count && (sentence->signs[at + matched] & BIT(OTHERS)))
        return true;
    for (size_t back = 1; back <= OTHERS_BACK && back <= at; back++) {
        if (sentence->signs[at - back] & BIT(SELF))
            return false;
        if (sentence->signs[at - back] & (BIT(OTHERS) | BIT(TENDS)))
            return true;
    }
    return false;
}

/* "My two children", "do you have any children", "have you been in hospital": not "I explain it
 * to parents". */
static bool is_own(const struct sentence *sentence, size_t at)
{
    bool has_fillers = true;
    for (size_t back = 1; back <= OWN_BACK && back <= at; back++) {
        const uint32_t signs = sentence->signs[at - back];
        if (signs & BIT(MINE))
            return true;
        if (signs & BIT(BREAK))
            return false;
        if (has_fillers && (signs & BIT(HOLD)))
            return true;
        has_fillers &= (signs & BIT(FILLER)) != 0;
    }
    return false;
}

/* Said of whomever, an opinion is that of who answers. */
static bool is_view(const struct sentence *sentence, size_t at, size_t matched)
{
    return sentence->asking->is_answered && !is_interest(sentence) &&
           !is_of_others(sentence, at, matched);
}

static bool is_visit(const struct sentence *sentence, size_t at)
{
    return is_own(sentence, at) && !(at && (sentence->signs[at - 1] & BIT(BEING)));
}

static bool is_spell(const struct sentence *sentence)
{
    return (sentence->all & BIT(WINDOW)) &&
           (sentence->all & (BIT(FEEL) | BIT(SYMPTOM))) && !(sentence->own & BIT(WORK));
}

/* Says whether the words of `reach` are told here at all, and in `out_is_asked` whether a person
 * is asked for them. */
static bool is_told(const struct sentence *sentence, enum lint_reach reach, size_t at,
                    size_t matched, bool *out_is_asked)
{
    const bool is_asked = sentence->is_asking && !is_of_others(sentence, at, matched);
    *out_is_asked = is_asked;
    switch (reach) {
    case LINT_REACH_WORDING:
        return sentence->asking->is_item;
    case LINT_REACH_WORDS:
        return sentence->asking->is_question;
    case LINT_REACH_NAME:
        return true;
    case LINT_REACH_VIEW:
        *out_is_asked = is_view(sentence, at, matched);
        return true;
    case LINT_REACH_OWN:
        *out_is_asked = is_asked && is_own(sentence, at);
        return true;
    case LINT_REACH_VISIT:
        return *out_is_asked = is_asked && is_visit(sentence, at);
    case LINT_REACH_PERSON:
        return is_asked;
    case LINT_REACH_HINT:
        *out_is_asked = false;
        return is_asked;
    case LINT_REACH_STATE:
        *out_is_asked = is_asked && (sentence->all & (BIT(WINDOW) | BIT(SYMPTOM)));
        return is_asked;
    case LINT_REACH_SPELL:
        return *out_is_asked = is_asked && is_spell(sentence);
    }
    return false;
}

static void add(struct lint_findings *findings, enum lint_rule rule, bool is_asked,
                struct span words)
{
    if (!findings->found_count[rule] || (is_asked && !findings->is_asked[rule]))
        findings->words[rule] = words;
    findings->found_count[rule]++;
    findings->is_asked[rule] |= is_asked;
}

static struct span words_of(const struct sentence *sentence, size_t at, size_t matched)
{
    const struct span last = sentence->words[at + matched - 1];
    const char *start = sentence->words[at].data;
    return (struct span){start, (size_t)(last.data + last.count - start)};
}

static void find_at(const struct sentence *sentence, size_t at,
                    struct lint_findings *findings)
{
    const struct lint_language *language = sentence->lexicon->language;
    const struct lint_phrase *phrase;
    size_t step = 0, matched;
    while ((matched =
                lint_lexicon_next(sentence->lexicon, LINT_LIST_PATTERNS, sentence->words,
                                  sentence->count, at, &step, &phrase))) {
        const struct lint_pattern *pattern = &language->patterns[phrase->row];
        bool is_asked;
        if ((sentence->is_again && !*lint_language_topic(pattern->rule)) ||
            !is_told(sentence, pattern->reach, at, matched, &is_asked) ||
            (pattern->rule == LINT_TWO_THINGS && is_pair(sentence, at)))
            continue;
        const bool is_near = pattern->reach == LINT_REACH_STATE && !is_asked;
        add(findings, is_near ? LINT_NEAR : pattern->rule, is_asked,
            words_of(sentence, at, matched));
    }
}

/* A part of the body and what it does when it hurts say it together only, in the sentence or
 * between it and its stem. */
static void find_body(const struct sentence *sentence, struct lint_findings *findings)
{
    if (!sentence->is_asking || !(sentence->own & (BIT(PART) | BIT(HURT))) ||
        !(sentence->all & BIT(PART)) || !(sentence->all & BIT(HURT)))
        return;
    for (size_t at = 0; at < sentence->count; at++)
        if ((sentence->signs[at] & (BIT(PART) | BIT(HURT))) &&
            !is_of_others(sentence, at, 1)) {
            add(findings, LINT_BODY, true, sentence->words[at]);
            return;
        }
}

/* Whatever goes on with "in the last weeks, how often have you been bothered by" is a complaint.
 * How often somebody felt something then is close to it. Of work both may be asked. */
static void find_complaint(const struct sentence *sentence,
                           struct lint_findings *findings)
{
    if (!sentence->is_asking || !(sentence->all & BIT(WINDOW)) ||
        (sentence->own & BIT(WORK)))
        return;
    if (sentence->all & BIT(COMPLAINT))
        add(findings, LINT_HEALTH, true, (struct span){0});
    else if ((sentence->all & BIT(FEEL)) && (sentence->all & BIT(SYMPTOM)))
        add(findings, LINT_NEAR, false, (struct span){0});
}

/* How often stands twice: "usually sometimes". */
static void find_unclear(const struct sentence *sentence, struct lint_findings *findings)
{
    size_t first = sentence->count;
    for (size_t at = 0; sentence->asking->is_item && at < sentence->count; at++)
        if (sentence->signs[at] & BIT(OFTEN)) {
            if (first + 1 == at)
                add(findings, LINT_UNCLEAR, false, words_of(sentence, first, 2));
            first = at;
        }
}

/* Whether the part of a sentence that begins at words[from] can stand alone. */
static bool is_clause(const struct sentence *sentence, size_t from, size_t to)
{
    uint32_t signs = 0;
    for (size_t at = from; at < to; at++)
        signs |= sentence->signs[at];
    return to - from >= 3 && (signs & BIT(VERB)) && !(sentence->signs[from] & BIT(HANGS));
}

/* "My manager is fair, my colleagues are helpful." */
static void find_comma(struct arena *arena, const struct sentence *sentence,
                       struct lint_findings *findings)
{
    struct span before[LINT_WORDS_MAX];
    for (size_t at = 0; sentence->asking->is_item && at < sentence->text.count; at++) {
        if (sentence->text.data[at] != ',')
            continue;
        const size_t from =
            plain_words(arena, span_cut(sentence->text, 0, at), LINT_WORDS_MAX, before);
        if (is_clause(sentence, 0, from) && is_clause(sentence, from, sentence->count))
            add(findings, LINT_TWO_THINGS, false, SPAN(","));
    }
}

/* A sentence ends at a mark, and at a point, a colon or an end of line only where a blank or the
 * end follows. */
static bool next_sentence(struct span *rest, struct span *out_sentence)
{
    size_t end = 0;
    if (!rest->count)
        return false;
    while (end < rest->count && !(rest->data[end] && strchr("?!;", rest->data[end])) &&
           !(rest->data[end] && strchr(".:\n", rest->data[end]) &&
             (end + 1 == rest->count || strchr(" \n\"", rest->data[end + 1]))))
        end++;
    *out_sentence = span_cut(*rest, 0, end + 1);
    *rest = span_cut(*rest, end + 1, rest->count);
    return true;
}

/* Whether the denial ends before words[at]: "we do not ask about illness, but how often ...". */
static bool is_denial_end(const struct sentence *sentence, size_t at)
{
    return (sentence->signs[at] & (BIT(TURN) | BIT(INQUIRES))) ||
           ((sentence->signs[at] & BIT(QUESTION)) && is_question(sentence));
}

static bool is_denial(const struct sentence *sentence, size_t at)
{
    const struct lint_language *language = sentence->lexicon->language;
    for (size_t i = 0; i < language->denial_count; i++)
        if (lint_lexicon_match(sentence->words, sentence->count, at,
                               span_of(language->denials[i])))
            return true;
    return false;
}

/* Reads the words of `text` and what they say of it; false: there are none. */
static bool sentence_read(struct arena *arena, struct sentence *sentence,
                          struct span text, uint32_t context)
{
    sentence->text = text;
    sentence->count = plain_words(arena, text, LINT_WORDS_MAX, sentence->words);
    sentence->own = lint_lexicon_signs(sentence->lexicon, sentence->words,
                                       sentence->count, sentence->signs);
    sentence->all = sentence->own | (context & CARRIED);
    return sentence->count > 0;
}

/* In a notice what stands after a denial is left out. */
static void find_words(const struct sentence *sentence, struct lint_findings *findings)
{
    bool is_denied = false;
    for (size_t at = 0; at < sentence->count; at++) {
        is_denied &= !is_denial_end(sentence, at);
        is_denied |= sentence->asking->is_notice && is_denial(sentence, at);
        if (!is_denied)
            find_at(sentence, at, findings);
    }
}

/* `text` with a blank for each hyphen, or without them. */
static struct span without_hyphens(struct arena *arena, struct span text, bool is_split)
{
    char *out = arena_alloc(arena, text.count + 1);
    size_t count = 0;
    for (size_t at = 0; at < text.count; at++)
        if (text.data[at] != '-')
            out[count++] = text.data[at];
        else if (is_split)
            out[count++] = ' ';
    return (struct span){out, count};
}

/* "Trade-union member" and "de-pressed" are read as two words and as one as well. */
static void find_hyphened(struct arena *arena, const struct sentence *sentence,
                          struct lint_findings *findings)
{
    struct sentence again = *sentence;
    again.is_again = true;
    for (int is_split = 0;
         is_split < 2 && memchr(sentence->text.data, '-', sentence->text.count);
         is_split++)
        if (sentence_read(arena, &again, without_hyphens(arena, sentence->text, is_split),
                          sentence->all))
            find_words(&again, findings);
}

static void find_all(struct arena *arena, struct sentence *sentence,
                     struct lint_findings *findings)
{
    sentence->is_asking = is_asking(sentence);
    find_words(sentence, findings);
    find_hyphened(arena, sentence, findings);
    find_body(sentence, findings);
    find_complaint(sentence, findings);
    find_unclear(sentence, findings);
    find_comma(arena, sentence, findings);
}

static bool has_words(struct span text)
{
    for (size_t at = 0; at < text.count; at++)
        if (((text.data[at] | 0x20) >= 'a' && (text.data[at] | 0x20) <= 'z') ||
            (text.data[at] >= '0' && text.data[at] <= '9'))
            return true;
    return false;
}

/* Speech stands between quotation marks, or after a colon of who is not spoken to. */
struct speech {
    bool is_open, is_announced;
};

static bool is_reported(struct speech *speech, const struct sentence *sentence)
{
    const struct span text = span_trim(sentence->text);
    bool is_said = speech->is_open || speech->is_announced;
    for (size_t at = 0; at < text.count; at++)
        if (text.data[at] == '"') {
            speech->is_open = !speech->is_open;
            is_said |= speech->is_open;
        }
    speech->is_announced =
        text.count && text.data[text.count - 1] == ':' && !(sentence->own & BIT(YOU));
    return is_said;
}

struct lint_findings lint_sentence(struct arena *arena,
                                   const struct lint_lexicon *lexicon, struct span text,
                                   const struct lint_asking *asking)
{
    struct lint_findings findings = {0};
    struct sentence sentence = {.lexicon = lexicon, .asking = asking};
    struct speech speech = {0};
    struct span part;
    uint32_t context = asking->context;
    size_t words = 0;
    text = lint_fold(arena, text, span_of(lexicon->language->letters));
    while (next_sentence(&text, &part)) {
        const bool has_any = sentence_read(arena, &sentence, part, context);
        sentence.is_reported = is_reported(&speech, &sentence);
        if (!has_any)
            continue;
        sentence.is_last = !has_words(text);
        find_all(arena, &sentence, &findings);
        context |= sentence.own;
        words += sentence.count;
    }
    findings.found_count[LINT_TWO_NEGATIONS] = findings.found_count[LINT_NEGATION] > 1;
    findings.found_count[LINT_NEGATION] = findings.found_count[LINT_NEGATION] == 1;
    findings.found_count[LINT_LONG] = asking->is_item && words > LONG_WORDS;
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++) {
        findings.found_count[rule] = findings.found_count[rule] > 0;
        if (findings.is_asked[rule] &&
            is_span(span_of(lint_language_topic(rule)), "health"))
            findings.found_count[LINT_NEAR] = 0; /* what it is close to is said */
    }
    return findings;
}

uint32_t lint_sentence_signs(struct arena *arena, const struct lint_lexicon *lexicon,
                             struct span text)
{
    struct sentence sentence = {.lexicon = lexicon};
    struct span part;
    uint32_t signs = 0;
    text = lint_fold(arena, text, span_of(lexicon->language->letters));
    while (next_sentence(&text, &part))
        if (sentence_read(arena, &sentence, part, 0))
            signs |= sentence.own;
    return signs;
}

/* `text` without the quotation marks and brackets at its end. */
static struct span without_closers(struct span text)
{
    static const char *const closers[] = {
        "\"",           "'",        ")",       "]", "\xe2\x80\x9d", "\xe2\x80\x9c",
        "\xe2\x80\x99", "\xc2\xbb", "\xc2\xab"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        const size_t count = strlen(closers[i]);
        if (text.count > count &&
            is_span(span_cut(text, text.count - count, count), closers[i]))
            return without_closers(span_trim(span_cut(text, 0, text.count - count)));
    }
    return text;
}

/* Three dots are one sign in UTF-8, or end with a point that ends no sentence. */
static bool goes_on(struct span text)
{
    static const char *const ends[] = {"?", ":", "...", "\xe2\x80\xa6"};
    text = without_closers(text);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t count = strlen(ends[i]);
        if (text.count >= count &&
            is_span(span_cut(text, text.count - count, count), ends[i]))
            return true;
    }
    return false;
}

bool is_lint_sentence_stem(struct span text, bool is_head)
{
    const struct span trimmed = span_trim(text);
    return goes_on(trimmed) ||
           (is_head && trimmed.count && !strchr(".!", trimmed.data[trimmed.count - 1]));
}
