#include "lint/lint_text.h"

#include "lint/lint_sentence.h"

static const struct {
    enum fault_weight weight;
    const char *what, *hint;
} rules[LINT_RULES] = {
#define LINT_RULE(name, topic, weight, what, hint) [LINT_##name] = {weight, what, hint},
#include "lint/lint_rule.def"
#undef LINT_RULE
};

/* A shorter text has fewer words than lint_sentence reads, topics and all. */
enum { SENTENCE_BYTES = 2 * LINT_WORDS_MAX - 1 };

/* One text in one language. */
struct location {
    const struct lint_owner *owner; /* NULL: nobody's */
    const struct language *language;
    const struct text_entry *entry; /* NULL: it stands outside the translations */
};

struct lint lint_text_begin(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            struct fault_list *faults)
{
    struct lint lint = {.arena = arena,
                        .questionnaire = questionnaire,
                        .faults = faults,
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

static void tell_rule(struct lint *lint, const struct location *location,
                      enum lint_rule rule, struct span words)
{
    const struct exception *exception = exception_of(location);
    const bool is_allowed =
        exception && is_span(exception->topic, lint_language_topic(rule));
    const enum fault_weight weight = is_allowed ? FAULT_NOTE : rules[rule].weight;
    lint->is_exception_used |= is_allowed;
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
        fault.hint =
            is_allowed ? allowed_by(lint->arena, exception) : span_of(rules[rule].hint);
    }
    fault_add(lint->faults, fault);
}

static bool read_text(struct lint *lint, const struct location *location,
                      const struct lint_language *words, struct span text,
                      enum lint_scope scope)
{
    struct lint_findings findings = {0};
    bool is_found = false;
    if (scope != LINT_FOR_TOPICS)
        findings = lint_sentence(lint->arena, words, text, scope == LINT_FOR_ITEM);
    if (scope == LINT_FOR_TOPICS || text.count >= SENTENCE_BYTES)
        lint_sentence_topics(lint->arena, words, text, lint->is_notice, &findings);
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++)
        if (findings.found_count[rule]) {
            tell_rule(lint, location, rule, findings.words[rule]);
            is_found = true;
        }
    if (scope != LINT_FOR_TOPICS && words->has_grade)
        lint_reading_add(lint->arena, &lint->reading, text);
    return is_found;
}

static void read_entry(struct lint *lint, const struct location *location,
                       enum lint_scope scope)
{
    const struct lint_language *words = lint_language_get(location->language->code);
    const struct item *item = exception_of(location) ? location->owner->item : NULL;
    const size_t language = (size_t)(location->language - lint->questionnaire->languages);
    struct lint_mark *mark =
        &lint->marks[language][location->entry - location->language->entries];
    const bool is_done = mark->is_read || (item && mark->excused == item);
    if (scope == LINT_FOR_TOPICS && is_done)
        return;
    mark->is_read |= !item;
    mark->excused = item;
    if (words)
        read_text(lint, location, words, location->entry->text, scope);
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
            read_entry(lint, &location,
                       i && scope == LINT_FOR_ITEM ? LINT_FOR_TEXT : scope);
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
    if (!is_found && scope == LINT_FOR_TOPICS)
        lint_text_plain(lint, owner, key);
}

void lint_text_plain(struct lint *lint, const struct lint_owner *owner, struct span text)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    const struct location location = {.owner = owner};
    for (size_t i = 0; text.count && i < questionnaire->language_count; i++) {
        const struct lint_language *words =
            lint_language_get(questionnaire->languages[i].code);
        if (words && read_text(lint, &location, words, text, LINT_FOR_TOPICS))
            return;
    }
}

void lint_text_rest(struct lint *lint)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    for (size_t i = 0; i < questionnaire->language_count; i++) {
        struct location location = {.language = &questionnaire->languages[i]};
        for (size_t j = 0; j < location.language->entry_count; j++) {
            location.entry = &location.language->entries[j];
            if (!lint->marks[i][j].is_read && !lint->marks[i][j].excused)
                read_entry(lint, &location, LINT_FOR_TOPICS);
        }
    }
}
