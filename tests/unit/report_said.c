/* What sentences of the form and of the reports themselves say of reports: who reads what was
 * chosen and written, what a reader can work out from what is printed, and that nothing is
 * spoken of which is not there. */
#include "report_case.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

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

/* Lines joined, so that a sentence is found wherever it was broken. */
static struct span joined(struct span text)
{
    struct buffer out = buffer_init(&arena, 4 << 20);
    bool was_blank = false;
    for (size_t i = 0; i < text.count; i++) {
        const bool is_blank = text.data[i] == ' ' || text.data[i] == '\n';
        if (!is_blank || !was_blank)
            buffer_add(&out, is_blank ? SPAN(" ") : span_cut(text, i, 1));
        was_blank = is_blank;
    }
    return buffer_span(&out);
}

static void what_was_chosen_of_the_story_is_told_to_both(void **state)
{
    (void)state;
    struct sitting *sitting = report_case_candidate(&arena, shipped);
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
    struct sitting *sitting = report_case_candidate(&arena, shipped);
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

static struct record *some_record(void)
{
    return report_case_record(&arena, report_case_candidate(&arena, shipped), agreed);
}

/* What follows `before` in `bytes`, a number as it is printed. */
static double number_after(struct span bytes, const char *before)
{
    static const char minus[] = "−";
    const char *at = memmem(bytes.data, bytes.count, before, strlen(before));
    assert_non_null(at);
    at += strlen(before);
    const bool is_minus = strncmp(at, minus, strlen(minus)) == 0;
    const double size = strtod(at + (is_minus ? strlen(minus) : 0), NULL);
    return is_minus ? -size : size;
}

/* Cell number `cell` of a row that begins with `name`. */
static double cell_of(struct span html, const char *name, int cell)
{
    const char *head =
        span_format(&arena, "<th scope=\"row\">%s</th><td class=\"number\">", name).data;
    const char *at = memmem(html.data, html.count, head, strlen(head));
    assert_non_null(at);
    struct span rest = span_cut(html, (size_t)(at - html.data), html.count);
    for (int i = 0; i < cell; i++) {
        const char *next = memmem(rest.data, rest.count, "</td>", 5);
        assert_non_null(next);
        rest = span_cut(rest, (size_t)(next - rest.data) + 5, rest.count);
    }
    return number_after(rest, "<td class=\"number\">");
}

/* Each of the three was rounded to two decimals, and so is the gap. */
static void a_gap_can_be_worked_out_from_what_is_printed(void **state)
{
    (void)state;
    static const char *const names[] = {"Learning together", "Trying and finishing",
                                        "Building skills", "Keeping promises"};
    const struct report_facts facts = report_case_facts();
    const struct span html = report_html(&arena, some_record(), &facts);
    const double usual = number_after(html, "The usual gap is ");
    assert_true(fabs(usual) > .1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const double person = cell_of(html, names[i], 0),
                     here = cell_of(html, names[i], 1);
        assert_true(fabs(here - person - usual - cell_of(html, names[i], 2)) < .0201);
    }
}

static void trials_are_told_where_the_form_tells_them(void **state)
{
    (void)state;
    const struct report_facts facts = report_case_facts();
    struct assessment_simulated *told = &shipped->simulated;
    const char *const inside = "lay in the range of the first for 90 of 100",
                      *const other = "The phrase was another one for 27 and 23 of them.";
    struct span text = joined(report_text(&arena, some_record(), &facts));
    assert_int_equal(count_of(text, inside), 1);
    assert_int_equal(count_of(text, other), 1);
    told->other_phrase_much = NAN;
    text = joined(report_text(&arena, some_record(), &facts));
    assert_int_equal(count_of(text, inside), 1);
    assert_int_equal(count_of(text, "another one"), 0);
    told->second_session_inside_much = NAN;
    text = joined(report_text(&arena, some_record(), &facts));
    assert_int_equal(count_of(text, "second session"), 0);
    assert_int_equal(count_of(text, "One session is a rough measure."), 1);
}

/* No phrase, so none that could be another one. */
static void without_a_norm_no_other_phrase_is_spoken_of(void **state)
{
    (void)state;
    const struct report_facts facts = report_case_facts();
    report_case_norm(agreed, 29);
    const struct span text = joined(report_text(&arena, some_record(), &facts));
    assert_int_equal(count_of(text, "lay in the range of the first"), 1);
    assert_int_equal(count_of(text, "another one"), 0);
    assert_int_equal(count_of(text, "usual gap"), 0);
}

static void without_an_organization_none_is_compared_with(void **state)
{
    (void)state;
    const struct report_facts facts = report_case_facts();
    const struct record *record =
        report_case_record(&arena, report_case_candidate(&arena, shipped), NULL);
    const struct span text = joined(report_text(&arena, record, &facts));
    assert_int_equal(count_of(text, "Would do"), 1);
    assert_int_equal(count_of(text, "Rated here"), 0);
    assert_int_equal(count_of(text, "people here say"), 0);
    assert_int_equal(count_of(text, "The gaps in figures"), 0);
    assert_int_equal(count_of(text, " yet"), 0);
}

static void an_interviewer_reads_how_topics_were_chosen(void **state)
{
    (void)state;
    struct report_facts facts = report_case_facts();
    const struct record *record = some_record();
    facts.reader = REPORT_INTERVIEWER;
    facts.guide = report_case_guide(&arena, record);
    const struct span text = joined(report_text(&arena, record, &facts));
    assert_int_equal(
        count_of(text, "The program has chosen them from the person’s answers"), 1);
    assert_true(count_of(text, "What it is about: ") > 1);
}

/* A hyphen is none: it is short, and a line may end after it. */
static void a_minus_is_a_minus(void **state)
{
    (void)state;
    const struct report_facts facts = report_case_facts();
    const struct record *record = some_record();
    const struct span formats[] = {report_text(&arena, record, &facts),
                                   report_html(&arena, record, &facts)};
    for (size_t i = 0; i < 2; i++) {
        const char *main =
            memmem(formats[i].data, formats[i].count, "Resonance report", 16);
        const struct span body =
            span_cut(formats[i], (size_t)(main - formats[i].data), formats[i].count);
        assert_true(count_of(body, "−0.") > 10);
        assert_int_equal(count_of(body, " -0.") + count_of(body, ">-0."), 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_chosen_of_the_story_is_told_to_both),
        TEST(the_story_changes_no_figure),
        TEST(a_gap_can_be_worked_out_from_what_is_printed),
        TEST(trials_are_told_where_the_form_tells_them),
        TEST(without_a_norm_no_other_phrase_is_spoken_of),
        TEST(without_an_organization_none_is_compared_with),
        TEST(an_interviewer_reads_how_topics_were_chosen),
        TEST(a_minus_is_a_minus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
