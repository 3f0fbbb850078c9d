#include "model/lint.h"

#include "model/lint_reading.h"
#include "model/lint_sentence.h"

enum { READING_WORDS_MIN = 100, READING_GRADE_MAX = 8 };

struct lint {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    const struct language *language;
    struct fault_list *faults;
    struct lint_reading reading;
};

static const struct {
    enum fault_weight weight;
    const char *what, *hint;
} rules[LINT_RULES] = {
#define LINT_RULE(name, weight, what, hint) [LINT_##name] = {weight, what, hint},
#include "model/lint_rule.def"
#undef LINT_RULE
};

static void add_fault(struct lint *lint, const struct item *item, struct span key,
                      enum fault_weight weight, struct span what, const char *hint)
{
    fault_add(lint->faults, (struct fault){.weight = weight,
                                           .file = lint->questionnaire->file,
                                           .line = item ? item->line : 0,
                                           .column = item ? 1 : 0,
                                           .key = key,
                                           .what = what,
                                           .hint = span_of(hint)});
}

static void tell(struct lint *lint, const struct item *item, struct span key,
                 const struct lint_findings *findings)
{
    for (size_t rule = 0; rule < LINT_RULES; rule++) {
        const struct span words = findings->words[rule];
        if (!findings->is_found[rule] || !is_fault_kept(lint->faults, rules[rule].weight))
            continue;
        add_fault(lint, item, key, rules[rule].weight,
                  words.count ? span_format(lint->arena, "%s: \"%.*s\"", rules[rule].what,
                                            SPAN_ARGS(words))
                              : span_of(rules[rule].what),
                  rules[rule].hint);
    }
}

/* Wording is told once, of the plain text; a frame says the same in other words. */
static void lint_text(struct lint *lint, const struct item *item, struct span key,
                      struct span frame, int is_item)
{
    struct span text;
    if (!key.count || !has_language_text(lint->language, frame, key, &text))
        return;
    const struct lint_findings findings =
        lint_sentence(lint->arena, text, is_item && !frame.count);
    const struct span name = frame.count ? span_format(lint->arena, "%.*s@%.*s",
                                                       SPAN_ARGS(key), SPAN_ARGS(frame))
                                         : key;
    tell(lint, item, name, &findings);
    lint_reading_add(lint->arena, &lint->reading, text);
}

static void lint_key(struct lint *lint, const struct item *item, struct span key,
                     int is_item)
{
    lint_text(lint, item, key, (struct span){0}, is_item);
    for (size_t i = 0; i < lint->questionnaire->frame_count; i++)
        lint_text(lint, item, key, lint->questionnaire->frames[i], is_item);
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

/* The texts an item brings of its own; labels of a scale come back with every item. */
static void lint_item(struct lint *lint, size_t index)
{
    const struct item *item = &lint->questionnaire->items[index];
    const int is_choice = item->kind == ITEM_BEST_WORST;
    if (has_first_key(lint->questionnaire, index))
        lint_key(lint, item, item->text_key, is_rating(item));
    for (size_t i = 0;
         !is_rating(item) && item->kind != ITEM_GRID && i < item->option_count; i++)
        lint_key(lint, item, item->options[i].text_key, is_choice);
    for (size_t i = 0; i < item->row_count; i++)
        lint_key(lint, item, item->rows[i].text_key, 0);
}

/* The same labels, the other way round: by their own order, or mirrored on the screen. */
static int is_turned(const struct item *a, const struct item *b)
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
    return a->is_reversed == b->is_reversed ? is_opposite && !is_same : is_same;
}

static void lint_direction(struct lint *lint, const struct item *item)
{
    for (const struct item *other = lint->questionnaire->items; other < item; other++)
        if (other->kind == ITEM_LIKERT && is_turned(other, item)) {
            add_fault(lint, item, item->id, FAULT_WARNING,
                      SPAN("The scale runs the other way than in an earlier item"),
                      "Keep one direction; reverse in the scoring.");
            return;
        }
}

static void lint_grade(struct lint *lint)
{
    const double grade = lint_reading_grade(&lint->reading);
    if (lint->reading.words < READING_WORDS_MIN || !(grade > READING_GRADE_MAX))
        return;
    add_fault(lint, NULL, (struct span){0}, FAULT_NOTE,
              span_format(lint->arena, "The texts ask for %.1f years of school (aim: %d)",
                          grade, READING_GRADE_MAX),
              "Shorter sentences and words.");
}

void lint_questionnaire(struct arena *arena, const struct questionnaire *questionnaire,
                        struct fault_list *faults)
{
    struct lint lint = {.arena = arena, .questionnaire = questionnaire, .faults = faults};
    lint.language = questionnaire_language(questionnaire, SPAN("en"));
    if (!lint.language) {
        add_fault(&lint, NULL, (struct span){0}, FAULT_NOTE,
                  SPAN("There are no English texts; the wording was not looked at"), "");
        return;
    }
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        lint_item(&lint, i);
        if (questionnaire->items[i].kind == ITEM_LIKERT)
            lint_direction(&lint, &questionnaire->items[i]);
    }
    lint_grade(&lint);
}
