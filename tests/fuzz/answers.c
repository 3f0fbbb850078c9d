/* Any bytes as a file of answers to a questionnaire with one item of each shape: refused, or asked
 * for by id. */
#include "base/must.h"
#include "questionnaire/answer_read.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char document[] =
    "{\"definition\":{\"scale_info\":{\"name\":\"F\",\"code\":\"F\"},"
    "\"items\":[{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"q\","
    "\"likert_points\":5},{\"id\":\"b\",\"type\":\"multicheck\",\"text_key\":\"q\","
    "\"options\":[\"x\",\"y\"]},{\"id\":\"c\",\"type\":\"grid\",\"text_key\":\"q\","
    "\"rows\":[\"q\",\"q\"],\"columns\":[\"q\",\"r\"]},{\"id\":\"d\","
    "\"type\":\"number\",\"text_key\":\"q\"},{\"id\":\"e\",\"type\":\"inst\","
    "\"text_key\":\"q\",\"x-resonance\":{\"kind\":\"most-least\","
    "\"statements\":[{\"id\":\"s\",\"text_key\":\"q\"},{\"id\":\"t\",\"text_key\":\"r\"}"
    "]}},{\"id\":\"g\",\"type\":\"inst\",\"text_key\":\"q\",\"x-resonance\":{\"kind\":\"rank\","
    "\"statements\":[{\"id\":\"s\",\"text_key\":\"q\"},{\"id\":\"t\",\"text_key\":\"r\"},"
    "{\"id\":\"u\",\"text_key\":\"q\"}]}}]},\"translations\":{\"en\":{\"q\":\"Q\",\"r\":\"R\"}}}";

static void ask(const struct answer_source *source)
{
    static const char *const ids[] = {"a", "b", "c", "c_1", "c_2", "d", "e", "f", "g"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct answer_values values;
        source->values(source->context, span_of(ids[i]), &values);
        if (values.count > OPTIONS_MAX)
            __builtin_trap();
    }
}

static struct questionnaire *begin(void)
{
    static struct arena always;
    arena_init(&always, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&always);
    struct questionnaire *questionnaire = NULL;
    must(questionnaire_read(&always, SPAN("fuzz"), span_of(document), &faults,
                            &questionnaire) == OK);
    return questionnaire;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct questionnaire *questionnaire;
    struct arena arena;
    if (!questionnaire)
        questionnaire = begin();
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&arena);
    struct answer_source source;
    if (answer_read(&arena, SPAN("fuzz"), (struct span){(const char *)data, size},
                    questionnaire, &faults, &source) == OK)
        ask(&source);
    arena_done(&arena);
    return 0;
}
