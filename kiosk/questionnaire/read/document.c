#include "questionnaire/read/document.h"

#include "base/utf8.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

/* A foreign document can be wrong very often, so the sentence is made only when it is kept. */
void document_fault(struct document *document, enum fault_weight weight,
                    const struct json *value, const char *hint, const char *format, ...)
{
    struct fault fault = {.weight = weight, .file = document->file};
    if (is_fault_kept(document->faults, weight)) {
        char what[400];
        va_list arguments;
        va_start(arguments, format);
        const int count = vsnprintf(what, sizeof what, format, arguments);
        va_end(arguments);
        const size_t kept = count < 0 ? 0 : (size_t)count;
        const struct span cut = {what, kept < sizeof what ? kept : sizeof what - 1};
        fault.what = span_copy(document->arena, span_cut(cut, 0, utf8_wrong(cut)));
        fault.hint = span_of(hint);
        fault.key = json_path(document->arena, value);
        fault.line = value ? value->line : 0;
        fault.column = value ? value->column : 0;
    }
    fault_add(document->faults, fault);
}

static void tell_syntax(struct document *document, const struct json_fault *fault)
{
    fault_add(document->faults, (struct fault){.weight = FAULT_ERROR,
                                               .file = document->file,
                                               .line = fault->line,
                                               .column = fault->column,
                                               .what = span_of(fault->what),
                                               .hint = span_of(fault->hint)});
}

static void tell_duplicate(struct document *document, const struct json *again)
{
    const bool is_kept = is_fault_kept(document->faults, FAULT_WARNING);
    document_fault(document, FAULT_WARNING, again, "Keep one of them.",
                   "The same key stands twice here; the last one counts");
    if (is_kept)
        document->faults->last->is_duplicate_key = true;
}

const struct json *document_open(struct document *document, struct span bytes,
                                 const struct json_limits *limits)
{
    struct json_document json;
    struct json_fault fault;
    if (json_read(document->arena, bytes, limits, &json, &fault) != OK) {
        tell_syntax(document, &fault);
        return NULL;
    }
    if (json.has_byte_order_mark)
        document_fault(document, FAULT_WARNING, json.root,
                       "Save it as UTF-8 without the mark.",
                       "The file begins with a byte order mark");
    for (const struct json *again = json.duplicates; again; again = again->next_duplicate)
        tell_duplicate(document, again);
    if (json.root->kind == JSON_OBJECT)
        return json.root;
    document_fault(document, FAULT_ERROR, json.root, "The whole document stands in { }.",
                   "An object was expected on top");
    return NULL;
}

static const char *kind_words(enum json_kind kind)
{
    switch (kind) {
    case JSON_NULL:
        return "null";
    case JSON_BOOLEAN:
        return "true or false";
    case JSON_NUMBER:
        return "a number";
    case JSON_TEXT:
        return "a text";
    case JSON_ARRAY:
        return "a list";
    case JSON_OBJECT:
        return "an object";
    }
    return "";
}

/* Takes the member when it has the wanted kind; otherwise there is a fault, and NULL. */
static const struct json *member(struct document *document, const struct json *object,
                                 const char *key, enum json_kind kind)
{
    const struct json *value = json_get(object, key);
    if (!value || value->kind == kind)
        return value;
    document_fault(document, FAULT_ERROR, value, "", "Here stands %s, but %s is needed",
                   kind_words(value->kind), kind_words(kind));
    return NULL;
}

struct span document_text(struct document *document, const struct json *object,
                          const char *key)
{
    const struct json *value = member(document, object, key, JSON_TEXT);
    return value ? value->text : (struct span){0};
}

bool is_document_scalar(const struct json *value)
{
    return value && (value->kind == JSON_TEXT || value->kind == JSON_NUMBER ||
                     value->kind == JSON_BOOLEAN);
}

struct span document_scalar(struct arena *arena, const struct json *value)
{
    if (!is_document_scalar(value))
        return (struct span){0};
    if (value->kind == JSON_TEXT)
        return value->text;
    char text[32];
    return span_copy(arena, (struct span){text, json_number_text(value->number, text)});
}

struct span document_word(struct document *document, const struct json *object,
                          const char *key)
{
    const struct json *value = json_get(object, key);
    if (!value || is_document_scalar(value))
        return document_scalar(document->arena, value);
    return document_text(document, object, key);
}

double document_number(struct document *document, const struct json *object,
                       const char *key, double fallback)
{
    const struct json *value = json_get(object, key);
    double number;
    if (value && value->kind == JSON_TEXT &&
        span_to_number(span_trim(value->text), &number)) {
        document_fault(document, FAULT_WARNING, value, "Take the quotation marks away.",
                       "A number stands here as a text");
        return number;
    }
    value = member(document, object, key, JSON_NUMBER);
    return value ? value->number : fallback;
}

size_t document_count(struct document *document, const struct json *object,
                      const char *key, size_t fallback, size_t max)
{
    const double number = document_number(document, object, key, (double)fallback);
    if (number >= 0 && number <= (double)max && number == floor(number))
        return (size_t)number;
    document_fault(document, FAULT_ERROR, json_get(object, key), "",
                   "A whole number from 0 to %zu is needed here", max);
    return fallback;
}

int document_flag(struct document *document, const struct json *object, const char *key,
                  int fallback)
{
    const struct json *value = json_get(object, key);
    if (value && value->kind == JSON_NUMBER && (value->number == 0 || value->number == 1))
        return value->number == 1;
    value = member(document, object, key, JSON_BOOLEAN);
    return value ? value->number == 1 : fallback;
}

const struct json *document_object(struct document *document, const struct json *object,
                                   const char *key)
{
    return member(document, object, key, JSON_OBJECT);
}

const struct json *document_array(struct document *document, const struct json *object,
                                  const char *key)
{
    return member(document, object, key, JSON_ARRAY);
}

static bool is_word_of(struct span word, const char *words)
{
    struct span rest = span_of(words), part;
    while (span_next(&rest, ' ', &part))
        if (is_span_equal(part, word))
            return true;
    return false;
}

static bool is_new(struct document *document, struct span key)
{
    for (size_t i = 0; i < document->noted_count; i++)
        if (is_span_equal(document->noted[i], key))
            return false;
    if (document->noted_count == DOCUMENT_NOTED_MAX)
        return false;
    document->noted[document->noted_count++] = key;
    return true;
}

void document_known(struct document *document, const struct json *object,
                    const char *keys, enum fault_weight weight)
{
    const struct json *value =
        object && object->kind == JSON_OBJECT ? object->first : NULL;
    for (; value; value = value->next)
        if (!has_span_prefix(value->key, "_") && !is_word_of(value->key, keys) &&
            is_new(document, value->key))
            document_fault(document, weight, value, "",
                           "This key is not known and was left out");
}
