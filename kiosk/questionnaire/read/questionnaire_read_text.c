/* Texts are made plain while they are read, so that no screen and no voice meets markup. Every
 * text key is noted where it is used; what no language has is told there, what one language
 * lacks is told once for the language. */
#include "questionnaire/read/questionnaire_read.h"

#include "questionnaire/plain_text.h"

#include <stdlib.h>

void questionnaire_read_want(struct reading *reading, struct span key,
                             const struct json *place)
{
    if (!key.count)
        return;
    struct wanted_text *wanted = arena_new(reading->document.arena, struct wanted_text);
    *wanted = (struct wanted_text){key, place, NULL};
    if (reading->last_wanted)
        reading->last_wanted->next = wanted;
    else
        reading->wanted = wanted;
    reading->last_wanted = wanted;
}

struct span questionnaire_read_key(struct reading *reading, const struct json *object,
                                   const char *key)
{
    const struct span text_key = document_text(&reading->document, object, key);
    questionnaire_read_want(reading, text_key, json_get(object, key));
    return text_key;
}

/* Other braces, such as "{you/SP}", are meant for whoever reads the text. */
static bool is_placeholder(const struct questionnaire *questionnaire, struct span name)
{
    static const char *const prefixes[] = {"param.",    "answer.",  "score.",
                                           "computed.", "correct.", "loop."};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (has_span_prefix(name, prefixes[i]))
            return true;
    return questionnaire_parameter(questionnaire, name) != NULL;
}

static void tell_placeholder(struct reading *reading, const struct json *text)
{
    struct span rest = text->text, part;
    span_next(&rest, '{', &part);
    while (span_next(&rest, '{', &part)) {
        const struct span name = span_cut(part, 0, span_find(part, '}'));
        if (name.count == part.count || !is_placeholder(reading->questionnaire, name))
            continue;
        document_fault(&reading->document, FAULT_NOTE, text, "",
                       "The placeholder {%.*s} is shown as it stands", SPAN_ARGS(name));
        return;
    }
}

/* The members of an object are sorted already. */
static void read_language(struct reading *reading, const struct json *object,
                          struct language *language)
{
    struct document *document = &reading->document;
    language->code = object->key;
    if (object->kind != JSON_OBJECT) {
        document_fault(document, FAULT_ERROR, object, "",
                       "The texts of a language are an object");
        return;
    }
    language->entries = arena_array(document->arena, struct text_entry, object->count);
    for (size_t i = 0; i < object->count; i++) {
        const struct json *text = object->sorted[i];
        tell_placeholder(reading, text);
        if (text->kind == JSON_TEXT)
            language->entries[language->entry_count++] =
                (struct text_entry){text->key, plain_text(document->arena, text->text),
                                    text->line, text->column};
        else
            document_fault(document, FAULT_ERROR, text, "",
                           "A text in \"marks\" is needed here");
    }
}

void questionnaire_read_texts(struct reading *reading)
{
    struct document *document = &reading->document;
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct json *languages = reading->translations;
    const size_t count =
        questionnaire_read_limit(reading, languages, LANGUAGES_MAX, "languages");
    if (!count)
        document_fault(document, FAULT_ERROR, languages,
                       "Add \"translations\": {\"en\": { }}.",
                       "The document has no texts");
    questionnaire->languages = arena_array(document->arena, struct language, count);
    const struct json *object = languages ? languages->first : NULL;
    for (; object && questionnaire->language_count < count; object = object->next)
        read_language(reading, object,
                      &questionnaire->languages[questionnaire->language_count++]);
}

/* A key without plain form still has its text when every frame has its own. */
static bool has_text(const struct questionnaire *questionnaire,
                     const struct language *language, struct span key)
{
    if (has_questionnaire_language_text(language, (struct span){0}, key, NULL))
        return true;
    for (size_t i = 0; i < questionnaire->frame_count; i++)
        if (!has_questionnaire_language_text(language, questionnaire->frames[i], key,
                                             NULL))
            return false;
    return questionnaire->frame_count > 0;
}

static bool has_any_text(const struct questionnaire *questionnaire, struct span key)
{
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (has_text(questionnaire, &questionnaire->languages[i], key))
            return true;
    return false;
}

static int wanted_order(const void *a, const void *b)
{
    const struct wanted_text *left = *(struct wanted_text *const *)a;
    const struct wanted_text *right = *(struct wanted_text *const *)b;
    return span_order(left->key, right->key);
}

/* Lists the wanted texts, each key once. */
static size_t unique_wanted(struct reading *reading, struct wanted_text ***out_wanted)
{
    size_t count = 0, kept = 0;
    for (struct wanted_text *wanted = reading->wanted; wanted; wanted = wanted->next)
        count++;
    struct wanted_text **list =
        arena_array(reading->document.arena, struct wanted_text *, count);
    count = 0;
    for (struct wanted_text *wanted = reading->wanted; wanted; wanted = wanted->next)
        list[count++] = wanted;
    qsort(list, count, sizeof *list, wanted_order);
    for (size_t i = 0; i < count; i++) {
        if (kept && is_span_equal(list[kept - 1]->key, list[i]->key))
            continue;
        list[kept++] = list[i];
    }
    *out_wanted = list;
    return kept;
}

static void check_language(struct reading *reading, struct language *language,
                           struct wanted_text *const *wanted, size_t count)
{
    size_t missing = 0, example = 0;
    for (size_t i = 0; i < count; i++)
        if (!has_text(reading->questionnaire, language, wanted[i]->key) && missing++ == 0)
            example = i;
    language->missing_count = missing;
    if (missing)
        document_fault(&reading->document, FAULT_WARNING,
                       json_find(reading->translations, language->code),
                       "Another language is shown for them.",
                       "%zu of %zu texts are missing, such as \"%.*s\"", missing, count,
                       SPAN_ARGS(wanted[example]->key));
}

void questionnaire_read_check_texts(struct reading *reading)
{
    const struct questionnaire *questionnaire = reading->questionnaire;
    if (!questionnaire->language_count)
        return;
    struct wanted_text **wanted;
    const size_t count = unique_wanted(reading, &wanted);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (has_any_text(questionnaire, wanted[i]->key))
            wanted[found++] = wanted[i];
        else
            document_fault(&reading->document, FAULT_WARNING, wanted[i]->place,
                           "Add it to the translations.",
                           "No language has a text \"%.*s\"; the key itself is shown",
                           SPAN_ARGS(wanted[i]->key));
    }
    for (size_t i = 0; i < questionnaire->language_count; i++) {
        check_language(reading, &questionnaire->languages[i], wanted, found);
        questionnaire->languages[i].missing_count += count - found;
    }
}
