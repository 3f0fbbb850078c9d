#include "model/lint.h"

#include "model/item_fault.h"
#include "model/lint_design.h"
#include "model/lint_reading.h"
#include "model/lint_sentence.h"

enum { READING_WORDS_MIN = 100, READING_GRADE_MAX = 8 };

struct lint {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    struct fault_list *faults;
    struct lint_reading reading;
    int is_exception_used; /* of the item being looked at */
};

/* One text in one language. */
struct lint_place {
    const struct language *language;
    const struct text_entry *entry;
    const struct item *item;
};

static const struct {
    enum fault_weight weight;
    const char *what, *hint;
} rules[LINT_RULES] = {
#define LINT_RULE(name, topic, weight, what, hint) [LINT_##name] = {weight, what, hint},
#include "model/lint_rule.def"
#undef LINT_RULE
};

static int is_allowed(const struct item *item, enum lint_rule rule)
{
    return item->exception && is_span(item->exception->topic, lint_topic(rule));
}

static struct span allowed_by(struct arena *arena, const struct exception *exception)
{
    return span_format(arena, "%.*s and %.*s allow it: %.*s", SPAN_ARGS(exception->by[0]),
                       SPAN_ARGS(exception->by[1]), SPAN_ARGS(exception->reason));
}

static void tell_rule(struct lint *lint, const struct lint_place *place,
                      enum lint_rule rule, struct span words)
{
    struct arena *arena = lint->arena;
    const int has_exception = is_allowed(place->item, rule);
    const enum fault_weight weight = has_exception ? FAULT_NOTE : rules[rule].weight;
    lint->is_exception_used |= has_exception;
    struct fault fault = {.weight = weight,
                          .file = lint->questionnaire->file,
                          .line = place->entry->line,
                          .column = place->entry->column};
    if (is_fault_kept(lint->faults, weight)) {
        fault.key =
            span_format(arena, "translations.%.*s.%.*s", SPAN_ARGS(place->language->code),
                        SPAN_ARGS(place->entry->key));
        fault.what = words.count ? span_format(arena, "%s: \"%.*s\"", rules[rule].what,
                                               SPAN_ARGS(words))
                                 : span_of(rules[rule].what);
        fault.hint = has_exception ? allowed_by(arena, place->item->exception)
                                   : span_of(rules[rule].hint);
    }
    fault_add(lint->faults, fault);
}

/* Wording is told once, of the plain text; a frame says the same in other words. */
static void lint_text(struct lint *lint, struct lint_place place, struct span key,
                      struct span frame, int is_item)
{
    const struct lint_language *words = lint_language_get(place.language->code);
    place.entry = language_entry(place.language, frame, key);
    if (!words || !place.entry)
        return;
    const struct lint_findings findings =
        lint_sentence(lint->arena, words, place.entry->text, is_item && !frame.count);
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++)
        if (findings.is_found[rule])
            tell_rule(lint, &place, rule, findings.words[rule]);
    if (words->has_grade)
        lint_reading_add(lint->arena, &lint->reading, place.entry->text);
}

static void lint_key(struct lint *lint, const struct item *item, struct span key,
                     int is_item)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    for (size_t i = 0; key.count && i < questionnaire->language_count; i++) {
        const struct lint_place place = {.language = &questionnaire->languages[i],
                                         .item = item};
        lint_text(lint, place, key, (struct span){0}, is_item);
        for (size_t j = 0; j < questionnaire->frame_count; j++)
            lint_text(lint, place, key, questionnaire->frames[j], is_item);
    }
}

static int is_rating(const struct item *item)
{
    return item->kind == ITEM_LIKERT || item->kind == ITEM_VAS;
}

static int has_first_key(const struct questionnaire *questionnaire, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_span_equal(questionnaire->items[i].text_key,
                          questionnaire->items[index].text_key))
            return 0;
    return 1;
}

/* Most items share the line above them with the item before. */
static int has_new_head(const struct questionnaire *questionnaire, size_t index)
{
    return !index || !is_span_equal(questionnaire->items[index - 1].head_key,
                                    questionnaire->items[index].head_key);
}

/* The texts an item brings of its own; labels of a scale come back with every item. */
static void lint_item(struct lint *lint, size_t index)
{
    const struct item *item = &lint->questionnaire->items[index];
    const int is_choice = item->kind == ITEM_BEST_WORST;
    lint->is_exception_used = 0;
    if (has_new_head(lint->questionnaire, index))
        lint_key(lint, item, item->head_key, 0);
    if (has_first_key(lint->questionnaire, index))
        lint_key(lint, item, item->text_key, is_rating(item));
    for (size_t i = 0;
         !is_rating(item) && item->kind != ITEM_GRID && i < item->option_count; i++)
        lint_key(lint, item, item->options[i].text_key, is_choice);
    for (size_t i = 0; i < item->row_count; i++)
        lint_key(lint, item, item->rows[i].text_key, 0);
    if (item->exception && !lint->is_exception_used)
        item_fault(lint->faults, lint->questionnaire, item, FAULT_NOTE,
                   SPAN("The exception is not needed: its topic was not found"),
                   "Take it out, so that it cannot excuse a later wording.");
}

/* 1: the same labels in the same direction, -1: the other way round, 0: other labels. */
static int line_direction(const struct item *a, const struct item *b)
{
    if (!a->low_key.count || !a->high_key.count || is_span_equal(a->low_key, a->high_key))
        return 0;
    if (is_span_equal(a->low_key, b->low_key) && is_span_equal(a->high_key, b->high_key))
        return 1;
    return is_span_equal(a->low_key, b->high_key) &&
                   is_span_equal(a->high_key, b->low_key)
               ? -1
               : 0;
}

/* Turned by their own order, or mirrored on the screen. */
static int label_direction(const struct item *a, const struct item *b)
{
    if (a->option_count != b->option_count || !a->option_count)
        return 0;
    int is_same = 1, is_opposite = 1;
    for (size_t i = 0; i < a->option_count; i++) {
        const struct span label = a->options[i].text_key;
        is_same &= label.count && is_span_equal(label, b->options[i].text_key);
        is_opposite &= label.count &&
                       is_span_equal(label, b->options[b->option_count - 1 - i].text_key);
    }
    if (is_same == is_opposite)
        return 0;
    return is_same == (a->is_reversed == b->is_reversed) ? 1 : -1;
}

/* The first item with such labels says which way is right. */
static void lint_direction(struct lint *lint, const struct item *item)
{
    const struct item *first = lint->questionnaire->items;
    int direction = 0;
    for (; first < item && !direction; first++)
        if (first->kind == item->kind)
            direction = item->kind == ITEM_VAS ? line_direction(first, item)
                                               : label_direction(first, item);
    if (direction < 0)
        item_fault(lint->faults, lint->questionnaire, item, FAULT_WARNING,
                   span_format(lint->arena,
                               "The scale runs the other way than in line %zu",
                               first[-1].line),
                   "Keep one direction; reverse in the scoring.");
}

static void lint_grade(struct lint *lint)
{
    const double grade = lint_reading_grade(&lint->reading);
    if (lint->reading.words < READING_WORDS_MIN || !(grade > READING_GRADE_MAX))
        return;
    item_fault(lint->faults, lint->questionnaire, NULL, FAULT_NOTE,
               span_format(lint->arena,
                           "The texts ask for %.1f years of school (aim: %d)", grade,
                           READING_GRADE_MAX),
               "Shorter sentences and words.");
}

static void tell_unread_languages(struct lint *lint)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    struct buffer codes = buffer_init(lint->arena, 1 << 16);
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (!lint_language_get(questionnaire->languages[i].code)) {
            buffer_text(&codes, buffer_span(&codes).count ? ", " : "");
            buffer_add(&codes, span_cut(questionnaire->languages[i].code, 0, 40));
        }
    if (buffer_span(&codes).count)
        item_fault(lint->faults, questionnaire, NULL, FAULT_NOTE,
                   span_format(lint->arena,
                               "The wording was not looked at in these languages: %.*s",
                               SPAN_ARGS(buffer_span(&codes))),
                   "Let a person who speaks them read for topics and wording.");
}

void lint_questionnaire(struct arena *arena, const struct questionnaire *questionnaire,
                        struct fault_list *faults)
{
    struct lint lint = {.arena = arena, .questionnaire = questionnaire, .faults = faults};
    tell_unread_languages(&lint);
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        lint_item(&lint, i);
        if (is_rating(&questionnaire->items[i]))
            lint_direction(&lint, &questionnaire->items[i]);
    }
    lint_grade(&lint);
    lint_design(arena, questionnaire, faults);
}

/* A document that serves several parts is looked at once. */
static int is_first_use(const struct assessment *assessment, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (assessment->parts[i].questionnaire == assessment->parts[index].questionnaire)
            return 0;
    return 1;
}

void lint_assessment(struct arena *arena, const struct assessment *assessment,
                     struct fault_list *faults)
{
    for (size_t i = 0; i < assessment->part_count; i++)
        if (is_first_use(assessment, i))
            lint_questionnaire(arena, assessment->parts[i].questionnaire, faults);
}
