/* What the texts of the form promise of reports: who reads what was chosen and written about the
 * story, and that none of it is counted. */
#include "report_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *shipped;
static struct basis *agreed;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    shipped = report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    agreed = report_case_basis(&arena, shipped, 9, .8);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct sitting *candidate(void)
{
    const struct sample_person person = sample_person_of(11, 5, .6);
    return sample_sit(&arena, shipped, ROLE_CANDIDATE, 11, &person);
}

static void put(struct sitting *sitting, const char *id, const struct answer *answer)
{
    const int step = sitting_find(sitting, span_of(id));
    assert_int_not_equal(step, NO_STEP);
    sitting->is_finished = 0;
    sitting_put(sitting, (size_t)step, answer);
    sitting->is_finished = 1;
}

/* The options of an item, as they stand in the document. */
static const struct item *item_of(const struct sitting *sitting, const char *id)
{
    return sitting->steps[sitting_find(sitting, span_of(id))].item;
}

static void choose(struct sitting *sitting, int sure, size_t way)
{
    struct answer answer = answer_empty(item_of(sitting, "story:sure_understood"));
    answer.state = ANSWER_GIVEN;
    answer.number = sure;
    put(sitting, "story:sure_understood", &answer);
    put(sitting, "story:sure_contribute", &answer);
    struct answer ways = answer_empty(item_of(sitting, "story:ways"));
    ways.state = ANSWER_GIVEN;
    ways.is_ticked[way] = true;
    put(sitting, "story:ways", &ways);
}

static size_t count_of(struct span bytes, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i + strlen(text) <= bytes.count; i++)
        count += memcmp(bytes.data + i, text, strlen(text)) == 0;
    return count;
}

static void what_was_chosen_of_the_story_is_told_to_both(void **state)
{
    (void)state;
    struct sitting *sitting = candidate();
    struct report_facts facts = report_case_facts();
    choose(sitting, 3, 1);
    report_case_say(sitting, "story:meaning", "They sail to every island.");
    const struct record *record = report_case_record(&arena, sitting, agreed);
    for (int reader = REPORT_RECRUITER; reader <= REPORT_INTERVIEWER; reader++) {
        facts.reader = (enum report_reader)reader;
        const struct span text = report_text(&arena, record, &facts);
        assert_int_equal(count_of(text, "Fairly sure"), 2);
        assert_int_equal(count_of(text, "Very sure"), 0);
        assert_int_equal(count_of(text, "Mentoring:"), 1);
        assert_int_equal(count_of(text, "Coaching:"), 0);
        assert_int_equal(count_of(text, "They sail to every island."), 1);
        const struct span json = report_json(&arena, record, &facts);
        assert_int_equal(count_of(json, "\"value\":\"3\",\"words\":\"Fairly sure\""), 2);
        assert_int_equal(count_of(json, "\"words\":\"Mentoring: "), 1);
        assert_int_equal(count_of(json, "They sail to every island."), 1);
    }
}

static void the_story_changes_no_figure(void **state)
{
    (void)state;
    struct sitting *sitting = candidate();
    struct scorecard *before = NULL, *after = NULL;
    choose(sitting, 1, 0);
    assert_int_equal(score_sitting(&arena, sitting, agreed, &before), OK);
    choose(sitting, 4, 4);
    static const char *const texts[] = {"story:meaning", "story:contribute",
                                        "interview:q2", "closing:anything"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        report_case_say(sitting, texts[i], i % 2 ? "" : "Quite other words.");
    assert_int_equal(score_sitting(&arena, sitting, agreed, &after), OK);
    after->duration_ms = before->duration_ms;
    assert_true(
        is_span_equal(scorecard_write(&arena, before), scorecard_write(&arena, after)));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_chosen_of_the_story_is_told_to_both),
        TEST(the_story_changes_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
