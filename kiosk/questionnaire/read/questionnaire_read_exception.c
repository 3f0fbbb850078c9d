/* Half an exception is none: what is missing is an error, and the item is looked at as if there
 * were no exception. */
#include "questionnaire/read/questionnaire_read.h"

#include "questionnaire/plain_words.h"

enum { REASON_BYTES_MIN = 20, NAME_WORDS_MAX = 400 };

static const char hint[] =
    "Write {\"topics\": [...], \"reason\": one sentence, \"by\": [two names]}.";

/* Two names that differ only in blanks around them or in case are one person. */
static bool is_one_person(struct arena *arena, struct span a, struct span b)
{
    struct span left[NAME_WORDS_MAX], right[NAME_WORDS_MAX];
    const size_t count = plain_words(arena, a, NAME_WORDS_MAX, left);
    if (count != plain_words(arena, b, NAME_WORDS_MAX, right))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_span_equal(left[i], right[i]))
            return false;
    return true;
}

static bool read_names(struct reading *reading, const struct json *object,
                       struct span out_names[2])
{
    struct document *document = &reading->document;
    const struct json *list = document_array(document, object, "by");
    size_t count = 0;
    for (const struct json *name = list ? list->first : NULL; name && count < 2;
         name = name->next)
        if (name->kind == JSON_TEXT && span_trim(name->text).count)
            out_names[count++] = span_trim(name->text);
    if (count == 2 && list->count == 2 &&
        !is_one_person(document->arena, out_names[0], out_names[1]))
        return true;
    document_fault(document, FAULT_ERROR, list ? list : object, hint,
                   "An exception is made by two people with different names");
    return false;
}

static bool is_topic(struct span word)
{
    static const char *const topics[] = {
#define TOPIC(word) word,
#include "questionnaire/topic.def"
#undef TOPIC
    };
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (is_span(word, topics[i]))
            return true;
    return false;
}

static bool read_topic(struct document *document, const struct json *place,
                       struct exception *exception)
{
    const struct span word = document_scalar(document->arena, place);
    if (is_topic(word)) {
        exception->topics[exception->topic_count++] = word;
        return true;
    }
    document_fault(document, FAULT_ERROR, place,
                   "The topics stand in questionnaires/FORMAT.md.",
                   "There is no topic \"%.*s\"", SPAN_ARGS(word));
    return false;
}

/* One topic may stand as a word, as it did before there could be several. */
static bool read_topics(struct reading *reading, const struct json *object,
                        struct exception *exception)
{
    struct document *document = &reading->document;
    const struct json *several = json_get(object, "topics");
    const struct json *place = several ? several : json_get(object, "topic");
    const bool is_list = place && place->kind == JSON_ARRAY;
    bool is_right = true;
    exception->topics =
        arena_array(document->arena, struct span, is_list ? place->count : 1);
    if (!is_list)
        return read_topic(document, place ? place : object, exception);
    for (const struct json *topic = place->first; topic; topic = topic->next)
        is_right &= read_topic(document, topic, exception);
    if (!place->count)
        document_fault(document, FAULT_ERROR, place, hint, "An exception names a topic");
    return is_right && place->count;
}

static bool read_reason(struct reading *reading, const struct json *object,
                        struct span *out_reason)
{
    struct document *document = &reading->document;
    *out_reason = span_trim(document_text(document, object, "reason"));
    if (out_reason->count >= REASON_BYTES_MIN)
        return true;
    const struct json *place = json_get(object, "reason");
    document_fault(document, FAULT_ERROR, place ? place : object, hint,
                   "An exception needs its reason, in a sentence");
    return false;
}

struct exception *questionnaire_read_exception(struct reading *reading,
                                               const struct json *ours)
{
    struct document *document = &reading->document;
    const struct json *object = document_object(document, ours, "exception");
    if (!object)
        return NULL;
    struct exception *exception = arena_new(document->arena, struct exception);
    document_known(document, object, "topic topics reason by", FAULT_WARNING);
    const bool has_topics = read_topics(reading, object, exception);
    const bool has_reason = read_reason(reading, object, &exception->reason);
    const bool has_names = read_names(reading, object, exception->by);
    return has_topics && has_reason && has_names ? exception : NULL;
}
