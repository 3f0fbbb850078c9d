/* The keys of a question's texts follow from its id, so that a document cannot mix them up. */
#include "interview/interview_bank.h"

#include "questionnaire/read/questionnaire_read.h"

enum { BANK_DEPTH_MAX = 8, BANK_VALUES_MAX = 20000 };

struct bank_reading {
    struct reading words; /* its document is the whole one */
    struct interview_bank *bank;
};

static struct span read_key(struct bank_reading *reading, const struct json *place,
                            struct span id, const char *end)
{
    const struct span key =
        span_format(reading->words.document.arena, "%.*s%s", SPAN_ARGS(id), end);
    questionnaire_read_want(&reading->words, key, place);
    return key;
}

static enum interview_kind read_kind(struct document *document, const struct json *object)
{
    const struct span word = document_text(document, object, "kind");
    if (!is_span(word, "past") && !is_span(word, "would"))
        document_fault(document, FAULT_ERROR, object, "",
                       "The \"kind\" of a question is \"past\" or \"would\"");
    return is_span(word, "would") ? INTERVIEW_WOULD : INTERVIEW_PAST;
}

static bool has_id(const struct interview_bank *bank, struct span id)
{
    for (size_t i = 0; i < bank->count; i++)
        if (is_span_equal(bank->questions[i].id, id))
            return true;
    return false;
}

static void read_question(struct bank_reading *reading, const struct json *object)
{
    static const char *const probes[INTERVIEW_PROBES] = {"_probe_1", "_probe_2"};
    static const char *const anchors[INTERVIEW_ANCHORS] = {"_1", "_3", "_5"};
    struct document *document = &reading->words.document;
    struct interview_bank *bank = reading->bank;
    const struct span id = document_text(document, object, "id");
    const struct span topic = document_text(document, object, "topic");
    document_known(document, object, "id topic kind", FAULT_WARNING);
    if (!id.count || !topic.count || has_id(bank, id)) {
        document_fault(document, FAULT_ERROR, object, "",
                       "A question needs a \"topic\" and an \"id\" of its own");
        return;
    }
    struct interview_question *question = &bank->questions[bank->count++];
    *question = (struct interview_question){
        .id = id,
        .topic = is_span(topic, "everybody") ? SPAN("") : topic,
        .kind = read_kind(document, object),
        .title_key = read_key(reading, object, id, "_title"),
        .question_key = read_key(reading, object, id, ""),
    };
    for (size_t i = 0; i < INTERVIEW_PROBES; i++)
        question->probe_keys[i] = read_key(reading, object, id, probes[i]);
    for (size_t i = 0; i < INTERVIEW_ANCHORS; i++)
        question->anchor_keys[i] = read_key(reading, object, id, anchors[i]);
}

/* What is compared needs enough of both kinds: not everybody has a past to tell of. */
static void check_topic(struct bank_reading *reading, const struct json *list,
                        struct span topic)
{
    const struct interview_bank *bank = reading->bank;
    size_t counts[2] = {0};
    for (size_t i = 0; i < bank->count; i++)
        if (is_span_equal(bank->questions[i].topic, topic))
            counts[bank->questions[i].kind]++;
    const size_t least = topic.count ? INTERVIEW_TOPIC_LEAST : INTERVIEW_CORE_LEAST;
    if (counts[INTERVIEW_PAST] + counts[INTERVIEW_WOULD] < least ||
        !counts[INTERVIEW_PAST] || !counts[INTERVIEW_WOULD])
        document_fault(&reading->words.document, FAULT_ERROR, list, "",
                       "The topic \"%.*s\" needs %zu questions, among them one about the "
                       "past and one about what the person would do",
                       SPAN_ARGS(topic.count ? topic : SPAN("everybody")), least);
}

static void check_topics(struct bank_reading *reading, const struct json *list)
{
    const struct interview_bank *bank = reading->bank;
    check_topic(reading, list, SPAN(""));
    for (size_t i = 0; i < bank->count; i++) {
        size_t first = 0;
        while (!is_span_equal(bank->questions[first].topic, bank->questions[i].topic))
            first++;
        if (first == i && bank->questions[i].topic.count)
            check_topic(reading, list, bank->questions[i].topic);
    }
}

static void read_questions(struct bank_reading *reading, const struct json *root)
{
    struct document *document = &reading->words.document;
    const struct json *list = document_array(document, root, "questions");
    const size_t count = questionnaire_read_limit(&reading->words, list,
                                                  INTERVIEW_QUESTIONS_MAX, "questions");
    reading->bank->questions =
        arena_array(document->arena, struct interview_question, count);
    const struct json *object = list ? list->first : NULL;
    for (size_t i = 0; object && i < count; i++, object = object->next)
        read_question(reading, object);
    check_topics(reading, list ? list : root);
}

static void read_root(struct bank_reading *reading, const struct json *root)
{
    struct document *document = &reading->words.document;
    document_known(document, root, "interview version questions texts", FAULT_WARNING);
    reading->bank->id = document_text(document, root, "interview");
    reading->bank->version = document_text(document, root, "version");
    if (!reading->bank->id.count || !reading->bank->version.count)
        document_fault(document, FAULT_ERROR, root, "",
                       "\"interview\" and \"version\" are needed");
    reading->words.translations = document_object(document, root, "texts");
    questionnaire_read_texts(&reading->words);
    read_questions(reading, root);
    questionnaire_read_check_texts(&reading->words);
}

/* A text that is missing in one language only is a warning where people answer; here nobody could
 * ask the question in that language. */
static void check_languages(struct bank_reading *reading)
{
    const struct questionnaire *words = reading->bank->words;
    for (size_t i = 0; i < words->language_count; i++)
        if (words->languages[i].missing_count)
            document_fault(&reading->words.document, FAULT_ERROR,
                           reading->words.translations, "Add them, or leave it out.",
                           "The language \"%.*s\" does not have all texts",
                           SPAN_ARGS(words->languages[i].code));
}

enum status interview_bank_read(struct arena *arena, struct span file, struct span bytes,
                                struct fault_list *faults,
                                struct interview_bank **out_bank)
{
    static const struct json_limits limits = {INTERVIEW_BANK_BYTES_MAX, BANK_DEPTH_MAX,
                                              BANK_VALUES_MAX};
    const size_t errors_before = faults->error_count;
    struct bank_reading reading = {
        .words.document = {.arena = arena, .file = file, .faults = faults},
        .bank = arena_new(arena, struct interview_bank),
    };
    reading.words.questionnaire = reading.bank->words =
        arena_new(arena, struct questionnaire);
    reading.bank->words->file = file;
    const struct json *root = document_open(&reading.words.document, bytes, &limits);
    if (root) {
        read_root(&reading, root);
        check_languages(&reading);
    }
    if (faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "the bank of questions %.*s has %zu errors",
                    SPAN_ARGS(file), faults->error_count - errors_before);
    *out_bank = reading.bank;
    return OK;
}
