#include "lint/lint_text.h"

#include "lint/lint_fold.h"
#include "lint/lint_letters.h"
#include "lint/lint_plain.h"
#include "lint/lint_sentence.h"

static const struct {
    enum fault_weight weight;
    const char *what, *hint;
} rules[LINT_RULES] = {
#define LINT_RULE(name, topic, weight, what, hint) [LINT_##name] = {weight, what, hint},
#include "lint/lint_rule.def"
#undef LINT_RULE
};

static const char described[] =
    "Where it describes something that is fine; a person must not be asked for it.";

/* One text in one language. */
struct location {
    const struct lint_owner *owner; /* NULL: nobody's */
    const struct language *language;
    const struct text_entry *entry; /* NULL: it stands outside the translations */
};

struct lint lint_text_begin(struct arena *arena, const struct lint_lexicons *lexicons,
                            const struct questionnaire *questionnaire,
                            struct fault_list *faults)
{
    struct lint lint = {.arena = arena,
                        .questionnaire = questionnaire,
                        .faults = faults,
                        .lexicons = lexicons,
                        .texts = "translations"};
    lint.marks = arena_array(arena, struct lint_mark *, questionnaire->language_count);
    for (size_t i = 0; i < questionnaire->language_count; i++)
        lint.marks[i] =
            arena_array(arena, struct lint_mark, questionnaire->languages[i].entry_count);
    return lint;
}

static const struct exception *exception_of(const struct location *location)
{
    return location->owner && location->owner->item ? location->owner->item->exception
                                                    : NULL;
}

static struct span allowed_by(struct arena *arena, const struct exception *exception)
{
    return span_format(arena, "%.*s and %.*s allow it: %.*s", SPAN_ARGS(exception->by[0]),
                       SPAN_ARGS(exception->by[1]), SPAN_ARGS(exception->reason));
}

static struct span path_of(const struct lint *lint, const struct location *location)
{
    return location->entry ? span_format(lint->arena, "%s.%.*s.%.*s", lint->texts,
                                         SPAN_ARGS(location->language->code),
                                         SPAN_ARGS(location->entry->key))
                           : location->owner->id;
}

static bool is_excused(const struct exception *exception, enum lint_rule rule)
{
    for (size_t i = 0; exception && i < exception->topic_count; i++)
        if (is_span(exception->topics[i], lint_language_topic(rule)))
            return true;
    return false;
}

static void tell_rule(struct lint *lint, const struct location *location,
                      enum lint_rule rule, const struct lint_findings *findings)
{
    const struct exception *exception = exception_of(location);
    const struct span words = findings->words[rule];
    const bool is_topic = *lint_language_topic(rule) != '\0';
    const bool is_asked = findings->is_asked[rule] || !is_topic;
    const bool is_allowed = is_asked && is_excused(exception, rule);
    const enum fault_weight weight =
        is_allowed || !is_asked ? FAULT_NOTE : rules[rule].weight;
    lint->is_excuse_used[rule] |= is_allowed;
    struct fault fault = {
        .weight = weight,
        .file = lint->questionnaire->file,
        .line = location->entry ? location->entry->line : location->owner->line,
        .column = location->entry ? location->entry->column : location->owner->column};
    if (is_fault_kept(lint->faults, weight)) {
        fault.key = path_of(lint, location);
        fault.what = words.count ? span_format(lint->arena, "%s: \"%.*s\"",
                                               rules[rule].what, SPAN_ARGS(words))
                                 : span_of(rules[rule].what);
        fault.hint = is_allowed  ? allowed_by(lint->arena, exception)
                     : !is_asked ? span_of(described)
                                 : span_of(rules[rule].hint);
    }
    fault_add(lint->faults, fault);
}

static void tell_letters(struct lint *lint, const struct location *location,
                         enum lint_rule rule, struct span words)
{
    struct lint_findings findings = {0};
    findings.words[rule] = words;
    tell_rule(lint, location, rule, &findings);
}

/* A language without lists may be written in any script. */
static void read_letters(struct lint *lint, const struct location *location,
                         const struct lint_lexicon *lexicon, struct span text)
{
    uint32_t code;
    struct span words;
    if (has_lint_letters_hidden(text, &code))
        tell_letters(lint, location, LINT_HIDDEN,
                     span_format(lint->arena, "U+%04X", code));
    if (lexicon && has_lint_letters_mixed(text, &words))
        tell_letters(lint, location, LINT_SCRIPT, words);
    if (lexicon &&
        has_lint_letters_spaced(lint_fold_letters(lint->arena, text, SPAN("")), &words))
        tell_letters(lint, location, LINT_SPACED, words);
}

static struct lint_mark *mark_of(const struct lint *lint, const struct location *location)
{
    const size_t language = (size_t)(location->language - lint->questionnaire->languages);
    return &lint->marks[language][location->entry - location->language->entries];
}

/* A text is the stem of many items, so its signs are kept. */
static uint32_t signs_of(struct lint *lint, const struct location *location,
                         const struct lint_lexicon *lexicon)
{
    struct lint_mark *mark = mark_of(lint, location);
    if (!mark->has_signs)
        mark->signs = lint_sentence_signs(lint->arena, lexicon, location->entry->text);
    mark->has_signs = true;
    return mark->signs;
}

/* What the texts say that this one goes on with, in its own language. */
static uint32_t context_of(struct lint *lint, const struct location *location,
                           const struct lint_lexicon *lexicon)
{
    uint32_t signs = 0;
    for (size_t i = 0; i < LINT_CONTEXT_MAX; i++) {
        struct location stem = {.language = location->language};
        if (!lint->context[i].count || !stem.language)
            continue;
        stem.entry = questionnaire_language_entry(stem.language, (struct span){0},
                                                  lint->context[i]);
        if (stem.entry && stem.entry != location->entry)
            signs |= signs_of(lint, &stem, lexicon);
    }
    return signs;
}

static struct lint_asking asking_of(const struct lint *lint, enum lint_scope scope)
{
    return (struct lint_asking){
        .is_question = scope != LINT_SHOWN && scope != LINT_CHOICE && scope != LINT_ABOUT,
        .is_item = scope == LINT_RATED,
        .is_answered = scope >= LINT_CHOICE,
        .is_label = scope >= LINT_CHOICE && !lint->is_choosing,
        .is_about = scope == LINT_ABOUT,
        .is_notice = lint->is_notice,
    };
}

/* An instruction asks by its last sentence, a part of a sentence asks by the items after it. */
static struct lint_asking asking_of_stem(const struct lint *lint, struct span text,
                                         enum lint_scope scope)
{
    struct lint_asking asking = asking_of(lint, LINT_TOLD);
    asking.is_answered = is_lint_sentence_stem(text, scope == LINT_HEAD);
    asking.is_last_only = true;
    return asking;
}

/* Labels and options are single words that stand beside others; what stands outside the
 * translations is written by those who know its readers. */
static bool is_plain_wanted(const struct location *location,
                            const struct lint_lexicon *lexicon, enum lint_scope scope)
{
    return lexicon->language->has_grade && location->entry && scope != LINT_CHOICE;
}

/* How plainly a text is said; a long line that people rate is told as that already. */
static void find_plain(struct lint *lint, struct span text,
                       struct lint_findings *findings)
{
    const bool is_long = lint_plain_longest(lint->arena, text) > LINT_PLAIN_SENTENCE_MAX;
    const struct span hard = lint_plain_hard(lint->arena, text);
    findings->found_count[LINT_LONG_SENTENCE] =
        is_long && !findings->found_count[LINT_LONG];
    findings->found_count[LINT_HARD] = hard.count > 0;
    findings->words[LINT_HARD] = hard;
}

static bool read_text(struct lint *lint, const struct location *location,
                      const struct lint_lexicon *lexicon, struct span text,
                      enum lint_scope scope)
{
    struct lint_asking asking = scope == LINT_STEM || scope == LINT_HEAD
                                    ? asking_of_stem(lint, text, scope)
                                    : asking_of(lint, scope);
    bool is_found = false;
    if (asking.is_answered)
        asking.context = context_of(lint, location, lexicon);
    struct lint_findings findings = lint_sentence(lint->arena, lexicon, text, &asking);
    if (is_plain_wanted(location, lexicon, scope))
        find_plain(lint, text, &findings);
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++)
        if (findings.found_count[rule]) {
            tell_rule(lint, location, rule, &findings);
            is_found = true;
        }
    if (asking.is_question && lexicon->language->has_grade)
        lint_reading_add(lint->arena, &lint->reading, text);
    return is_found;
}

/* Whether nothing more can come of reading the text for topics. */
static bool is_done(const struct lint_mark *mark, const struct item *item,
                    enum lint_scope scope)
{
    if (mark->is_answered || (item && mark->excused == item))
        return scope == LINT_SHOWN || scope == LINT_CHOICE;
    return scope == LINT_SHOWN && mark->is_shown;
}

static void read_entry(struct lint *lint, const struct location *location,
                       enum lint_scope scope)
{
    const struct lint_lexicon *lexicon =
        lint_lexicon_get(lint->lexicons, location->language->code);
    const struct item *item = exception_of(location) ? location->owner->item : NULL;
    struct lint_mark *mark = mark_of(lint, location);
    if (is_done(mark, item, scope))
        return;
    if (!mark->are_letters_read)
        read_letters(lint, location, lexicon, location->entry->text);
    mark->are_letters_read = true;
    mark->is_shown |= !item;
    mark->is_answered |= !item && scope >= LINT_STEM;
    mark->excused = item;
    if (lexicon)
        read_text(lint, location, lexicon, location->entry->text, scope);
}

/* Wording is told once, of the plain text; a frame says the same in other words. */
static bool read_key(struct lint *lint, struct location location, struct span key,
                     enum lint_scope scope)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    bool is_found = false;
    for (size_t i = 0; i <= questionnaire->frame_count; i++) {
        const struct span frame = i ? questionnaire->frames[i - 1] : (struct span){0};
        location.entry = questionnaire_language_entry(location.language, frame, key);
        is_found |= location.entry != NULL;
        if (location.entry)
            read_entry(lint, &location, i && scope == LINT_RATED ? LINT_ASKED : scope);
    }
    return is_found;
}

void lint_text_key(struct lint *lint, const struct lint_owner *owner, struct span key,
                   enum lint_scope scope)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    bool is_found = false;
    for (size_t i = 0; key.count && i < questionnaire->language_count; i++) {
        const struct location location = {.owner = owner,
                                          .language = &questionnaire->languages[i]};
        is_found |= read_key(lint, location, key, scope);
    }
    if (!is_found && (scope == LINT_SHOWN || scope == LINT_CHOICE))
        lint_text_plain(lint, owner, key, scope);
}

void lint_text_plain(struct lint *lint, const struct lint_owner *owner, struct span text,
                     enum lint_scope scope)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    const struct location location = {.owner = owner};
    if (text.count && questionnaire->language_count)
        read_letters(lint, &location,
                     lint_lexicon_get(lint->lexicons, questionnaire->languages[0].code),
                     text);
    for (size_t i = 0; text.count && i < questionnaire->language_count; i++) {
        const struct lint_lexicon *lexicon =
            lint_lexicon_get(lint->lexicons, questionnaire->languages[i].code);
        if (lexicon && read_text(lint, &location, lexicon, text, scope))
            return;
    }
}

/* The person agrees to it before the first question. */
static enum lint_scope scope_of_notice(struct span key)
{
    key = span_cut(key, 0, span_find(key, '@'));
    return has_span_prefix(key, "consent_") || has_span_prefix(key, "acknowledge_")
               ? LINT_ASKED
               : LINT_SHOWN;
}

/* A frame that the document does not name can be asked for all the same. */
static enum lint_scope scope_of_rest(const struct lint *lint, struct span key)
{
    if (lint->is_notice)
        return scope_of_notice(key);
    return span_find(key, '@') < key.count ? LINT_CHOICE : LINT_SHOWN;
}

void lint_text_rest(struct lint *lint)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++) {
        struct location location = {.language = &questionnaire->languages[i]};
        for (size_t j = 0; j < location.language->entry_count; j++) {
            location.entry = &location.language->entries[j];
            const struct lint_mark *mark = &lint->marks[i][j];
            if (!mark->is_shown && !mark->excused)
                read_entry(lint, &location, scope_of_rest(lint, location.entry->key));
        }
    }
}
