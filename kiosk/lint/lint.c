#include "lint/lint.h"

#include "base/text/name.h"
#include "questionnaire/item_fault.h"
#include "lint/lint_design.h"
#include "lint/lint_language.h"
#include "lint/lint_text.h"

#include <string.h>

enum { READING_WORDS_MIN = 100, READING_GRADE_MAX = 8 };

static bool is_rating(const struct item *item)
{
    return item_kind_shape(item->kind) == SHAPE_NUMBER;
}

/* People decide between its statements, one against the other, so their wording counts as well. */
static bool is_weighed(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_ORDER:
        return true;
    case SHAPE_PAIR:
        return item->kind == ITEM_BEST_WORST; /* not the actions of a situation */
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_ROWS:
    case SHAPE_TEXT:
        break;
    }
    return false;
}

static bool has_first_key(const struct questionnaire *questionnaire, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_span_equal(questionnaire->items[i].text_key,
                          questionnaire->items[index].text_key))
            return false;
    return true;
}

/* Most items share the line above them with the item before. */
static bool has_new_head(const struct questionnaire *questionnaire, size_t index)
{
    return !index || !is_span_equal(questionnaire->items[index - 1].head_key,
                                    questionnaire->items[index].head_key);
}

/* What the item goes on with: the instruction before it, its section, the line above it, and for
 * its options its question. */
static void find_context(struct lint *lint, size_t index)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    const struct item *item = &questionnaire->items[index];
    size_t before = index;
    while (before > 0 && questionnaire->items[before].kind != ITEM_INST)
        before--;
    const struct item *instruction = &questionnaire->items[before];
    const bool has_instruction = before < index && instruction->kind == ITEM_INST;
    const struct span keys[LINT_CONTEXT_MAX] = {
        has_instruction ? instruction->text_key : SPAN(""),
        item->section == NO_SECTION ? SPAN("")
                                    : questionnaire->sections[item->section].title_key,
        item->head_key, item->text_key};
    memcpy(lint->context, keys, sizeof keys);
    switch (item_kind_shape(item->kind)) {
    case SHAPE_PAIR:
    case SHAPE_ORDER:
        lint->is_choosing = true;
        break;
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_ROWS:
    case SHAPE_TEXT:
        lint->is_choosing = false;
        break;
    }
}

/* An instruction that answered items go on with may ask, a scene and any other only tells. */
static enum lint_scope scope_of(const struct questionnaire *questionnaire, size_t index)
{
    const struct item *item = &questionnaire->items[index];
    if (is_item_kind_answerable(item->kind))
        return is_rating(item) ? LINT_RATED : LINT_ASKED;
    const bool has_next =
        index + 1 < questionnaire->item_count && is_item_kind_answerable(item[1].kind);
    return item->kind == ITEM_INST && has_next ? LINT_STEM : LINT_TOLD;
}

/* Reads the question and what people choose between. */
static void lint_question(struct lint *lint, const struct lint_owner *owner, size_t index)
{
    const struct item *item = owner->item;
    const struct option_list places = questionnaire_item_places(item);
    if (has_new_head(lint->questionnaire, index))
        lint_text_key(lint, owner, item->head_key, LINT_HEAD);
    if (has_first_key(lint->questionnaire, index))
        lint_text_key(lint, owner, item->text_key, scope_of(lint->questionnaire, index));
    for (size_t i = 0; !is_rating(item) && i < places.count; i++)
        lint_text_key(lint, owner, places.all[i].text_key,
                      is_weighed(item) ? LINT_RATED : LINT_ASKED);
}

/* Reads every text of the item once more for topics alone: labels of a scale, reasons,
 * messages; and questions that it shares with an item that has an exception. */
static void lint_around(struct lint *lint, const struct lint_owner *owner)
{
    const struct item *item = owner->item;
    const struct option_list places = questionnaire_item_places(item);
    const bool is_answered = is_item_kind_answerable(item->kind);
    if (item_kind_shape(item->kind) == SHAPE_NUMBER) {
        lint_text_key(lint, owner, item->scale.low_key, LINT_CHOICE);
        lint_text_key(lint, owner, item->scale.high_key, LINT_CHOICE);
    }
    lint_text_key(lint, owner, item->text_key, is_answered ? LINT_CHOICE : LINT_SHOWN);
    for (size_t i = 0; i < item->option_count; i++)
        lint_text_key(lint, owner, item->options[i].text_key, LINT_CHOICE);
    for (size_t i = 0; places.all != item->options && i < places.count; i++)
        lint_text_key(lint, owner, places.all[i].text_key, LINT_CHOICE);
    lint_text_key(lint, owner, item->head_key, LINT_SHOWN);
    lint_text_key(lint, owner, item->why_key, LINT_SHOWN);
    lint_text_key(lint, owner, item->gate_text_key, LINT_SHOWN);
    for (size_t i = 0; i < CHECK_COUNT; i++)
        lint_text_key(lint, owner, item->check_keys[i], LINT_SHOWN);
}

static bool is_topic_used(const struct lint *lint, struct span topic)
{
    for (enum lint_rule rule = 0; rule < LINT_RULES; rule++)
        if (lint->is_excuse_used[rule] && is_span(topic, lint_language_topic(rule)))
            return true;
    return false;
}

/* An exception that excuses nothing today could excuse a later wording. */
static void tell_unused(struct lint *lint, const struct item *item)
{
    for (size_t i = 0; item->exception && i < item->exception->topic_count; i++) {
        const struct span topic = item->exception->topics[i];
        if (!is_topic_used(lint, topic))
            item_fault(lint->faults, lint->questionnaire, item, FAULT_NOTE,
                       span_format(lint->arena,
                                   "The exception is not needed for \"%.*s\": the topic "
                                   "was not found",
                                   SPAN_ARGS(topic)),
                       "Take it out, so that it cannot excuse a later wording.");
    }
}

/* Here and not where the document is read: what people answered before this was asked of names
 * stays readable. */
static void tell_one_person(struct lint *lint, const struct item *item)
{
    const struct exception *exception = item->exception;
    bool is_right = !exception || !is_name_same(lint->arena, exception->by[0],
                                                exception->by[1], NAME_PERSON);
    for (size_t i = 0; exception && i < 2; i++)
        is_right &= name_letters(lint->arena, exception->by[i]) >= NAME_LETTERS_LEAST;
    if (!is_right)
        item_fault(lint->faults, lint->questionnaire, item, FAULT_ERROR,
                   SPAN("An exception is made by two people with different names"),
                   "Write the names of both, each with two letters at least.");
}

static void lint_item(struct lint *lint, size_t index)
{
    const struct item *item = &lint->questionnaire->items[index];
    const struct lint_owner owner = {item, item->id, item->line, item->column};
    memset(lint->is_excuse_used, 0, sizeof lint->is_excuse_used);
    find_context(lint, index);
    lint_question(lint, &owner, index);
    lint_around(lint, &owner);
    tell_unused(lint, item);
    tell_one_person(lint, item);
}

/* A title that its items go on with ("How often do you ...") may ask. */
static void lint_section(struct lint *lint, size_t index)
{
    const struct section *section = &lint->questionnaire->sections[index];
    const struct lint_owner owner = {.id = section->id};
    lint_text_key(lint, &owner, section->title_key, LINT_STEM);
    lint_text_key(lint, &owner, section->title_key, LINT_SHOWN);
}

/* Reads what belongs to no item: titles, names of dimensions and why they matter. */
static void lint_outside(struct lint *lint)
{
    const struct questionnaire *questionnaire = lint->questionnaire;
    memset(lint->context, 0, sizeof lint->context);
    for (size_t i = 0; i < questionnaire->section_count; i++)
        lint_section(lint, i);
    for (size_t i = 0; i < questionnaire->dimension_count; i++) {
        const struct dimension *dimension = &questionnaire->dimensions[i];
        const struct lint_owner owner = {NULL, dimension->id, dimension->line,
                                         dimension->column};
        lint_text_key(lint, &owner, dimension->name, LINT_SHOWN);
        lint_text_plain(lint, &owner, dimension->why, LINT_SHOWN);
    }
    lint_text_rest(lint);
}

/* Tells whether both have the same labels in the same direction (1), the other way round (-1),
 * or other labels (0). */
static int line_direction(const struct item *a, const struct item *b)
{
    if (!a->scale.low_key.count || !a->scale.high_key.count ||
        is_span_equal(a->scale.low_key, a->scale.high_key))
        return 0;
    if (is_span_equal(a->scale.low_key, b->scale.low_key) &&
        is_span_equal(a->scale.high_key, b->scale.high_key))
        return 1;
    return is_span_equal(a->scale.low_key, b->scale.high_key) &&
                   is_span_equal(a->scale.high_key, b->scale.low_key)
               ? -1
               : 0;
}

/* Labels turn by their own order, or because one scale is mirrored on the screen. */
static int label_direction(const struct item *a, const struct item *b)
{
    if (a->option_count != b->option_count || !a->option_count)
        return 0;
    bool is_same = true, is_opposite = true;
    for (size_t i = 0; i < a->option_count; i++) {
        const struct span label = a->options[i].text_key;
        is_same &= label.count && is_span_equal(label, b->options[i].text_key);
        is_opposite &= label.count &&
                       is_span_equal(label, b->options[b->option_count - 1 - i].text_key);
    }
    if (is_same == is_opposite)
        return 0;
    return is_same == (a->scale.is_reversed == b->scale.is_reversed) ? 1 : -1;
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

static void lint_document(struct arena *arena, const struct lint_lexicons *lexicons,
                          const struct questionnaire *questionnaire,
                          struct fault_list *faults)
{
    struct lint lint = lint_text_begin(arena, lexicons, questionnaire, faults);
    tell_unread_languages(&lint);
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        lint_item(&lint, i);
        if (is_rating(&questionnaire->items[i]))
            lint_direction(&lint, &questionnaire->items[i]);
    }
    lint_outside(&lint);
    lint_grade(&lint);
    lint_design(arena, questionnaire, faults);
}

void lint_questionnaire(struct arena *arena, const struct questionnaire *questionnaire,
                        struct fault_list *faults)
{
    lint_document(arena, lint_lexicon_make(arena), questionnaire, faults);
}

/* The notice says what is recorded, and what is not. */
static void lint_notice(struct arena *arena, const struct lint_lexicons *lexicons,
                        const struct assessment *assessment, struct fault_list *faults)
{
    struct lint lint = lint_text_begin(arena, lexicons, assessment->words, faults);
    lint.texts = "texts";
    lint.is_notice = true;
    tell_unread_languages(&lint);
    lint_text_rest(&lint);
}

void lint_assessment(struct arena *arena, const struct assessment *assessment,
                     struct fault_list *faults)
{
    const struct lint_lexicons *lexicons = lint_lexicon_make(arena);
    for (size_t i = 0; i < assessment->part_count; i++)
        if (is_assessment_first_use(assessment, i))
            lint_document(arena, lexicons, assessment->parts[i].questionnaire, faults);
    lint_notice(arena, lexicons, assessment, faults);
}

static void lint_interview_question(struct lint *lint,
                                    const struct interview_question *question)
{
    const struct lint_owner owner = {.id = question->id};
    lint_text_key(lint, &owner, question->question_key, LINT_ASKED);
    for (size_t i = 0; i < INTERVIEW_PROBES; i++)
        lint_text_key(lint, &owner, question->probe_keys[i], LINT_ASKED);
    for (size_t i = 0; i < INTERVIEW_ANCHORS; i++)
        lint_text_key(lint, &owner, question->anchor_keys[i], LINT_ABOUT);
}

void lint_interview(struct arena *arena, const struct interview_bank *bank,
                    struct fault_list *faults)
{
    struct lint lint =
        lint_text_begin(arena, lint_lexicon_make(arena), bank->words, faults);
    lint.texts = "texts";
    tell_unread_languages(&lint);
    for (size_t i = 0; i < bank->count; i++)
        lint_interview_question(&lint, &bank->questions[i]);
    lint_text_rest(&lint);
    lint_grade(&lint);
}

/* Nobody answers it, so nothing of it is an error. */
void lint_told(struct arena *arena, struct span language, struct span text,
               struct fault_list *faults)
{
    struct language only = {.code = language};
    const struct questionnaire words = {.languages = &only, .language_count = 1};
    const struct lint_owner owner = {0};
    struct fault_list found = fault_list_init(arena);
    struct lint lint = lint_text_begin(arena, lint_lexicon_make(arena), &words, &found);
    lint_text_plain(&lint, &owner, text, LINT_SHOWN);
    for (const struct fault *fault = found.first; fault; fault = fault->next) {
        struct fault note = *fault;
        note.weight = FAULT_NOTE;
        fault_add(faults, note);
    }
}
