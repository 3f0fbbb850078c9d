/* The linter of wording: stated precision and recall on a corpus of seeded sentences, reading
 * grade by hand, and what it says of whole documents. */
#include "read.h"

#include "lint/lint.h"
#include "lint/lint_reading.h"
#include "lint/lint_sentence.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const names[LINT_RULES] = {
#define LINT_RULE(name, topic, weight, what, hint) #name,
#include "lint/lint_rule.def"
#undef LINT_RULE
};

/* A line that people rate. */
static const struct lint_asking rated = {
    .is_question = 1, .is_item = 1, .is_answered = 1, .is_label = 1};

struct tally {
    size_t hits, misses, mistakes;
};

static bool is_wanted(struct span wanted, const char *rule)
{
    struct span part;
    while (span_next(&wanted, ' ', &part))
        if (is_span(part, rule))
            return 1;
    return 0;
}

static void count_findings(const struct lint_findings *findings, struct span wanted,
                           struct span text, struct tally *tally)
{
    for (size_t rule = 0; rule < LINT_RULES; rule++) {
        const bool is_right = is_wanted(wanted, names[rule]);
        tally->hits += is_right && findings->found_count[rule];
        tally->misses += is_right && !findings->found_count[rule];
        tally->mistakes += !is_right && findings->found_count[rule];
        if (is_right != findings->found_count[rule])
            printf("%s %s: %.*s\n", is_right ? "missed" : "mistaken", names[rule],
                   SPAN_ARGS(text));
    }
}

/* Rules, a tab, a sentence as an item. */
static void count_item(struct arena *arena, const struct lint_lexicon *lexicon,
                       struct span line, struct tally *tally)
{
    const size_t tab = span_find(line, '\t');
    const struct span sentence = span_cut(line, tab + 1, line.count);
    const struct lint_findings findings = lint_sentence(arena, lexicon, sentence, &rated);
    count_findings(&findings, span_cut(line, 0, tab), sentence, tally);
}

/* Topics, a tab, the place, a tab, a text that stands around items. */
static void count_shown(struct arena *arena, const struct lint_lexicon *lexicon,
                        struct span line, struct tally *tally)
{
    struct span rest = line, wanted, place;
    span_next(&rest, '\t', &wanted);
    span_next(&rest, '\t', &place);
    const struct lint_asking shown = {.is_notice = is_span(place, "notice")};
    const struct lint_findings findings = lint_sentence(arena, lexicon, rest, &shown);
    count_findings(&findings, wanted, rest, tally);
}

static void measure_corpus(const char *path, const char *code,
                           void (*count)(struct arena *arena,
                                         const struct lint_lexicon *lexicon,
                                         struct span line, struct tally *tally),
                           size_t hits_least, double recall_least)
{
    struct arena arena;
    arena_init(&arena, 16u << 20);
    struct span rest, line;
    const struct lint_lexicon *lexicon =
        lint_lexicon_get(lint_lexicon_make(&arena), span_of(code));
    assert_int_equal(file_read(&arena, path, 1 << 20, &rest), OK);
    struct tally tally = {0};
    while (span_next(&rest, '\n', &line))
        if (line.count && line.data[0] != '#')
            count(&arena, lexicon, line, &tally);
    const double precision = (double)tally.hits / (double)(tally.hits + tally.mistakes);
    const double recall = (double)tally.hits / (double)(tally.hits + tally.misses);
    printf("%s: found %zu, missed %zu, mistaken %zu; precision %.3f, recall %.3f\n",
           strrchr(path, '/') + 1, tally.hits, tally.misses, tally.mistakes, precision,
           recall);
    assert_true(tally.hits >= hits_least);
    assert_true(precision >= .95);
    assert_true(recall >= recall_least);
    arena_done(&arena);
}

static void precision_and_recall_are_as_stated(void **state)
{
    (void)state;
#define CORPUS(name) SOURCE_DIR "/tests/data/" name
    measure_corpus(CORPUS("lint_corpus.tsv"), "en", count_item, 125, .95);
    measure_corpus(CORPUS("lint_corpus_de.tsv"), "de-AT", count_item, 30, .90);
    measure_corpus(CORPUS("lint_corpus_shown.tsv"), "en", count_shown, 45, .95);
    measure_corpus(CORPUS("lint_corpus_shown_de.tsv"), "de-AT", count_shown, 22, .90);
}

static void the_reading_grade_is_that_of_the_formula(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct lint_reading reading = {0};
    assert_true(isnan(lint_reading_grade(&reading)));
    lint_reading_add(&arena, &reading,
                     SPAN("The table wanted changes. I liked the water."));
    assert_int_equal(reading.words, 8);
    assert_int_equal(reading.sentences, 2);
    assert_int_equal(reading.syllables, 1 + 2 + 2 + 2 + 1 + 1 + 1 + 2);
    assert_true(fabs(lint_reading_grade(&reading) - (.39 * 4 + 11.8 * 1.5 - 15.59)) <
                1e-12);
    lint_reading_add(&arena, &reading, SPAN("No stop here"));
    assert_int_equal(reading.sentences, 3);
    arena_done(&arena);
}

static void wording_rules_ask_only_about_items(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    const struct lint_lexicon *english =
        lint_lexicon_get(lint_lexicon_make(&arena), SPAN("en"));
    const struct lint_asking question = {.is_question = 1, .is_answered = 1};
    assert_false(
        lint_sentence(&arena, english, SPAN("You may not and need not."), &question)
            .found_count[LINT_NEGATION]);
    assert_true(lint_sentence(&arena, english, SPAN("Are you married?"), &question)
                    .is_asked[LINT_FAMILY]);
    arena_done(&arena);
}

/* The signs of a stem hold for what goes on with it; what is said of others is not asked. */
static const struct {
    const char *stem, *text;
    enum lint_rule rule;
    bool is_asked;
} askings[] = {
    {"", "Our nurses know what a depressed patient needs.", LINT_HEALTH, 0},
    {"", "Have you been depressed?", LINT_HEALTH, 1},
    {"", "I treat sick people with respect.", LINT_HEALTH, 0},
    {"", "I have been sick a lot.", LINT_HEALTH, 1},
    {"", "Customers with disabilities are served well.", LINT_HEALTH, 0},
    {"", "Do you have any disabilities?", LINT_HEALTH, 1},
    {"", "Parents get an answer on the same day.", LINT_FAMILY, 0},
    {"", "I explain a rule to parents.", LINT_FAMILY, 0},
    {"", "I have two young children.", LINT_FAMILY, 1},
    {"", "Be a teacher of young children", LINT_FAMILY, 0},
    {"", "People of every religion are welcome here.", LINT_FAITH, 0},
    {"", "Religion", LINT_FAITH, 1},
    {"", "I feel tense before a talk.", LINT_MOOD, 0},
    {"In the last two weeks, how often were you bothered by:", "Feeling tense", LINT_MOOD,
     1},
    {"How much would you like to do this kind of work?", "Treat a depression",
     LINT_HEALTH, 0},
    {"Did any of these hurt in the last month?", "Lower back", LINT_BODY, 1},
    {"", "I turn back when the way is wrong.", LINT_BODY, 0},
    {"", "I would like to treat a depression.", LINT_HEALTH, 0},
    {"", "Are you often ill in this kind of work?", LINT_HEALTH, 1},
    {"", "Would you like this kind of work, and are you ill?", LINT_HEALTH, 1},
    {"", "I would like to teach children.", LINT_FAMILY, 0},
    {"", "I would like to have children.", LINT_FAMILY, 1},
    {"", "The death penalty is right.", LINT_POLITICS, 1},
    {"", "People read my illness in my face.", LINT_HEALTH, 1},
    {"", "How would you plan a shift when two nurses are ill?", LINT_HEALTH, 0},
};

static void asking_and_describing_are_told_apart(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    const struct lint_lexicon *english =
        lint_lexicon_get(lint_lexicon_make(&arena), SPAN("en"));
    for (size_t i = 0; i < sizeof askings / sizeof *askings; i++) {
        struct lint_asking asking = rated;
        asking.context = lint_sentence_signs(&arena, english, span_of(askings[i].stem));
        const struct lint_findings findings =
            lint_sentence(&arena, english, span_of(askings[i].text), &asking);
        if (findings.is_asked[askings[i].rule] != askings[i].is_asked)
            fail_msg("%s %s", askings[i].stem, askings[i].text);
    }
    arena_done(&arena);
}

static void a_turned_scale_and_a_topic_are_told_with_their_line(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
    struct questionnaire *questionnaire = NULL;
    struct fault_list faults = fault_list_init(&arena);
    const struct span text =
        SPAN("{\"items\": [\n"
             "{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"a\",\"likert_points\":2,"
             "\"likert_labels\":[\"no\",\"yes\"]},\n"
             "{\"id\":\"b\",\"type\":\"likert\",\"text_key\":\"b\",\"likert_points\":2,"
             "\"likert_labels\":[\"yes\",\"no\"]}],\n"
             "\"translations\": {\"en\": {\"a\":\"I like it.\",\"b\":\"I am "
             "ill.\",\"no\":\"No\",\"yes\":\"Yes\"}}}");
    assert_int_equal(
        questionnaire_read(&arena, SPAN("t.osd"), text, &faults, &questionnaire), OK);
    faults = fault_list_init(&arena);
    lint_questionnaire(&arena, questionnaire, &faults);
    assert_true(has_fault(&faults, FAULT_WARNING, "The scale runs the other way"));
    assert_true(has_fault(&faults, FAULT_ERROR, "health or disability: \"ill\""));
    assert_int_equal(faults.count, 2);
    assert_int_equal(faults.first->line, 4);
    arena_done(&arena);
}

static struct fault_list lint_items(struct arena *arena, const char *items)
{
    struct fault_list faults;
    struct questionnaire *questionnaire = read_text(arena, items, "", &faults);
    assert_int_equal(faults.error_count, 0);
    faults = fault_list_init(arena);
    lint_questionnaire(arena, questionnaire, &faults);
    return faults;
}

/* Turned by order, by mirroring, by the ends of a line; mirrored twice is not turned. */
static void the_first_scale_says_which_way_is_right(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
    struct fault_list faults = lint_items(
        &arena, "{\"id\":\"a\",\"type\":\"vas\",\"text_key\":\"q\",\"min_label\":\"l\","
                "\"max_label\":\"h\"},\n"
                "{\"id\":\"b\",\"type\":\"vas\",\"text_key\":\"q\",\"min_label\":\"h\","
                "\"max_label\":\"l\"},\n"
                "{\"id\":\"c\",\"type\":\"vas\",\"text_key\":\"q\",\"min_label\":\"l\","
                "\"max_label\":\"h\"}");
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.first->line, 2);
    faults = lint_items(
        &arena,
        "{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":2,"
        "\"likert_labels\":[\"l\",\"h\"]},\n"
        "{\"id\":\"b\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":2,"
        "\"likert_labels\":[\"l\",\"h\"],\"likert_reverse\":true},\n"
        "{\"id\":\"c\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":2,"
        "\"likert_labels\":[\"h\",\"l\"],\"likert_reverse\":true},\n"
        "{\"id\":\"d\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":2,"
        "\"likert_labels\":[\"h\",\"x\"]}");
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.first->line, 2);
    arena_done(&arena);
}

static struct fault_list lint_exception_by(struct arena *arena, const char *topic,
                                           const char *by)
{
    struct questionnaire *questionnaire = NULL;
    struct fault_list faults = fault_list_init(arena);
    const struct span text =
        span_format(arena,
                    "{\"items\": [{\"id\":\"a\",\"type\":\"multi\",\"text_key\":\"a\","
                    "\"options\":[\"q\"],\"x-resonance\":{\"exception\":{\"topics\":[%s],"
                    "\"reason\":\"The law of the sea "
                    "asks.\",\"by\":[%s]}}}],\"translations\": {\"en\": {\"a\":\"Are "
                    "you ill or pregnant?\"}}}",
                    topic, by);
    assert_int_equal(
        questionnaire_read(arena, SPAN("t.osd"), text, &faults, &questionnaire), OK);
    faults = fault_list_init(arena);
    lint_questionnaire(arena, questionnaire, &faults);
    return faults;
}

static struct fault_list lint_exception(struct arena *arena, const char *topic)
{
    return lint_exception_by(arena, topic, "\"Ann\",\"Bo\"");
}

/* Such a form stays readable for what was answered before, but nobody is asked with it. */
static void an_exception_is_made_by_two_people(void **state)
{
    (void)state;
    static const char *const one[] = {
        "\"Ada Byron\",\"Byron, Ada\"", "\"Änne Ek\",\"a\u0308nne  ek\"",
        "\"Ada\",\"A\u200bda\"", "\"Ada\",\"-\"", "\"Ada\",\"B 2\""};
    struct arena arena;
    arena_init(&arena, 8u << 20);
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        const struct fault_list faults =
            lint_exception_by(&arena, "\"health\", \"family\"", one[i]);
        assert_int_equal(faults.error_count, 1);
        assert_true(has_fault(&faults, FAULT_ERROR, "made by two people"));
    }
    assert_int_equal(lint_exception(&arena, "\"health\", \"family\"").error_count, 0);
    arena_done(&arena);
}

static void an_exception_excuses_its_own_topics_only(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
    struct fault_list faults = lint_exception(&arena, "\"health\"");
    assert_int_equal(faults.error_count, 1);
    assert_true(has_fault(&faults, FAULT_ERROR, "family"));
    assert_true(has_fault(&faults, FAULT_NOTE, "health"));
    faults = lint_exception(&arena, "\"union\"");
    assert_int_equal(faults.error_count, 2);
    assert_true(has_fault(&faults, FAULT_NOTE, "The exception is not needed"));
    faults = lint_exception(&arena, "\"health\", \"family\", \"age\"");
    assert_int_equal(faults.error_count, 0);
    assert_true(has_fault(&faults, FAULT_NOTE, "not needed for \"age\""));
    assert_int_equal(faults.count, 3);
    arena_done(&arena);
}

/* Each place where a person can meet a text, with a topic in it, and nothing else wrong; where a
 * person answers it is an error. */
static const struct {
    const char *item, *rest, *key, *place;
    bool is_note;
} places[] = {
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"t\"}", "", "t", "translations.en.t",
     0},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\",\"question_head\":\"t\"}", "",
     "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"t\",\"q\"]}", "",
     "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":2,"
     "\"likert_labels\":[\"t\",\"q\"]}",
     "", "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"vas\",\"text_key\":\"q\",\"min_label\":\"q\",\"max_label\":\"t\"}",
     "", "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"grid\",\"text_key\":\"q\",\"rows\":[\"q\",\"t\"],"
     "\"columns\":[\"q\",\"r\"]}",
     "", "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"grid\",\"text_key\":\"q\",\"rows\":[\"q\"],"
     "\"columns\":[\"q\",\"t\"]}",
     "", "t", "translations.en.t", 0},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\",\"x-resonance\":{\"why_key\":\"t\"}}",
     "", "t", "translations.en.t", 1},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\","
     "\"validation\":{\"min_words\":2,\"min_words_error\":\"t\"}}",
     "", "t", "translations.en.t", 1},
    {"{\"id\":\"a\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"q\",\"r\"],"
     "\"gate\":{\"required_value\":\"q\",\"terminate_message_key\":\"t\"}}",
     "", "t", "translations.en.t", 1},
    {"{\"id\":\"s\",\"type\":\"section\",\"title_key\":\"t\"},{\"id\":\"a\","
     "\"type\":\"short\",\"text_key\":\"q\"}",
     "", "t", "translations.en.t", 1},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\"}",
     ",\"dimensions\":[{\"id\":\"d\",\"name\":\"t\"}]", "t", "translations.en.t", 1},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\"}", "", "t@now",
     "translations.en.t@now", 0},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\"}", "", "debrief",
     "translations.en.debrief", 1},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\"}",
     ",\"dimensions\":[{\"id\":\"d\",\"name\":\"Your religion\"}]", "r", "d", 1},
    {"{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"q\"}",
     ",\"dimensions\":[{\"id\":\"d\",\"name\":\"q\","
     "\"x-resonance\":{\"construct\":\"values\",\"why\":\"Religion is behind our "
     "plans.\"}}]",
     "r", "d", 1},
    {"{\"id\":\"a\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"Religious\",\"q\"]}",
     "", "r", "a", 0},
};

static void every_text_a_person_sees_is_read_for_topics(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        struct fault_list faults = fault_list_init(&arena);
        struct questionnaire *questionnaire = NULL;
        const char *seed = is_span(span_of(places[i].key), "r") ? "Fine" : "My religion";
        const struct span text = span_format(
            &arena,
            "{\"definition\":{\"scale_info\":{\"name\":\"T\",\"code\":\"T\"},"
            "\"items\":[%s]%s},\"translations\":{\"en\":{\"q\":\"Fine\",\"%s\":\"%s\"}}}",
            places[i].item, places[i].rest, places[i].key, seed);
        if (questionnaire_read(&arena, SPAN("t"), text, &faults, &questionnaire) != OK)
            read_faults(&faults);
        assert_int_equal(faults.error_count, 0);
        faults = fault_list_init(&arena);
        lint_questionnaire(&arena, questionnaire, &faults);
        if (faults.error_count != !places[i].is_note || faults.count != 1 ||
            !is_span(faults.first->key, places[i].place)) {
            read_faults(&faults);
            fail_msg("place %zu, %s: %zu errors", i, places[i].place, faults.error_count);
        }
        assert_true(faults.first->line > 0);
        arena_done(&arena);
    }
}

/* A label that one item may show is not thereby allowed to another. */
static void an_exception_does_not_reach_another_item(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
#define EXCUSED                                                                          \
    ",\"x-resonance\":{\"exception\":{\"topic\":\"religion\",\"reason\":\"The post is "  \
    "that of a priest.\",\"by\":[\"Ann\",\"Bo\"]}}"
#define CHOICE(id, more)                                                                 \
    "{\"id\":\"" id                                                                      \
    "\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"Religious\","               \
    "\"q\"]" more "}"
    struct fault_list faults = lint_items(&arena, CHOICE("a", EXCUSED));
    assert_int_equal(faults.error_count, 0);
    assert_true(has_fault(&faults, FAULT_NOTE, "It touches faith"));
    assert_int_equal(faults.count, 1);
    faults = lint_items(&arena, CHOICE("a", EXCUSED) "," CHOICE("b", ""));
    assert_int_equal(faults.error_count, 1);
    assert_true(is_span(faults.last->key, "b"));
    arena_done(&arena);
}

/* The folder's own texts: a topic in the notice is a note, saying that nobody asks is nothing. */
static struct fault_list lint_notice_text(struct arena *arena, const char *notice)
{
    struct assessment_file *files;
    const size_t count =
        read_folder(arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    static const char seam[] = "\"title\": \"";
    const char *place =
        memmem(files[0].bytes.data, files[0].bytes.count, seam, sizeof seam - 1);
    assert_non_null(place);
    const size_t before = (size_t)(place - files[0].bytes.data) + sizeof seam - 1;
    files[0].bytes =
        span_format(arena, "%.*s%s%.*s", (int)before, files[0].bytes.data, notice,
                    SPAN_ARGS(span_cut(files[0].bytes, before, files[0].bytes.count)));
    struct fault_list faults = fault_list_init(arena);
    struct assessment *assessment = NULL;
    assert_int_equal(assessment_read(arena, files, count, &faults, &assessment), OK);
    faults = fault_list_init(arena);
    lint_assessment(arena, assessment, &faults);
    return faults;
}

static void the_notice_may_only_say_what_is_not_asked(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 256u << 20);
    struct fault_list faults =
        lint_notice_text(&arena, "We do not ask about your religion. ");
    assert_false(has_fault(&faults, FAULT_NOTE, "It touches faith"));
    faults = lint_notice_text(&arena, "Write down your religion. ");
    assert_int_equal(faults.error_count, 0);
    assert_true(has_fault(&faults, FAULT_NOTE, "It touches faith"));
    for (const struct fault *fault = faults.first; fault; fault = fault->next)
        if (is_span(span_cut(fault->what, 0, 16), "It touches faith")) {
            assert_true(is_span(fault->file, "assessment.json"));
            assert_true(is_span(fault->key, "texts.en.title"));
            assert_true(fault->line > 1);
        }
    arena_done(&arena);
}

static void the_shipped_instrument_touches_no_topic(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct assessment_file *files;
    const size_t count =
        read_folder(&arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment), OK);
    lint_assessment(&arena, assessment, &faults);
    for (const struct fault *fault = faults.first; fault; fault = fault->next)
        assert_int_equal(fault->weight, FAULT_NOTE);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(precision_and_recall_are_as_stated),
        cmocka_unit_test(the_reading_grade_is_that_of_the_formula),
        cmocka_unit_test(wording_rules_ask_only_about_items),
        cmocka_unit_test(asking_and_describing_are_told_apart),
        cmocka_unit_test(a_turned_scale_and_a_topic_are_told_with_their_line),
        cmocka_unit_test(the_first_scale_says_which_way_is_right),
        cmocka_unit_test(an_exception_is_made_by_two_people),
        cmocka_unit_test(an_exception_excuses_its_own_topics_only),
        cmocka_unit_test(every_text_a_person_sees_is_read_for_topics),
        cmocka_unit_test(an_exception_does_not_reach_another_item),
        cmocka_unit_test(the_notice_may_only_say_what_is_not_asked),
        cmocka_unit_test(the_shipped_instrument_touches_no_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
