/* Whoever asks does not know the answer: over many people, the guide is the same whichever side
 * wants more of a topic, and it holds no figure and no word about fit. */
#include "report_case.h"

#include "interview_case.h"
#include "base/chance.h"
#include "profile/profile_card.h"
#include "profile/profile_topics.h"
#include "report/guide/guide_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { PEOPLE = 120, TURNS = 12 };

static struct arena arena;
static struct assessment *assessment;
static struct basis *basis;
static const struct interview_bank *bank;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)2 << 30);
    assessment = report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    basis = report_case_basis(&arena, assessment, 8, .8);
    bank = interview_case_bank(&arena);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct profile_rows rows_of(uint64_t seed)
{
    struct scorecard *card = NULL;
    const struct sample_person person =
        sample_person_of(seed, 5 + seed % 3, .2 + .01 * (double)(seed % 60));
    const struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &person);
    assert_int_equal(score_sitting(&arena, sitting, basis, &card), OK);
    const struct profile_source source = profile_rows_source(
        assessment, profile_card(&arena, card, basis), basis, SPAN("en"));
    return profile_rows_list(&arena, &source);
}

static struct interview_guide guide_of(const struct profile_rows *rows)
{
    const struct interview_about about = interview_case_about("deck");
    size_t count;
    const struct interview_topic *topics = profile_topics_choose(&arena, rows, &count);
    return interview_guide_make(&arena, bank, &about, topics, count);
}

/* The other side has what this one had, on a random half of the topics. */
static void turn_some(struct chance *chance, struct profile_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct profile_row *row = &rows->rows[i];
        const double person = row->person;
        if (chance_below(chance, 2))
            continue;
        row->z = -row->z;
        row->person = row->organization;
        row->organization = person;
    }
}

static void the_direction_of_a_gap_is_in_no_guide(void **state)
{
    (void)state;
    struct chance chance = chance_init(20261130);
    size_t topic_counts[INTERVIEW_TOPICS_MAX + 1] = {0};
    print_message("seed 20261130\n");
    for (uint64_t seed = 1; seed <= PEOPLE; seed++) {
        const struct arena_mark mark = arena_mark(&arena);
        struct profile_rows rows = rows_of(seed);
        const struct interview_guide guide = guide_of(&rows);
        const struct span bytes = interview_guide_write(&arena, &guide);
        topic_counts[guide.count - 4]++;
        for (int turn = 0; turn < TURNS; turn++) {
            turn_some(&chance, &rows);
            const struct interview_guide turned = guide_of(&rows);
            assert_true(is_span_equal(bytes, interview_guide_write(&arena, &turned)));
        }
        arena_release(&arena, mark);
    }
    /* the people differ: a guide that never asks about a topic would pass, too */
    assert_true(topic_counts[0] < PEOPLE / 2);
    assert_true(topic_counts[3] + topic_counts[4] > PEOPLE / 10);
}

/* "0.53", "−.2": what only a figure looks like. */
static bool has_figure(struct span text)
{
    for (size_t i = 1; i + 1 < text.count; i++)
        if (text.data[i] == '.' && text.data[i - 1] >= '0' && text.data[i - 1] <= '9' &&
            text.data[i + 1] >= '0' && text.data[i + 1] <= '9')
            return true;
    return false;
}

static void no_figure_and_no_phrase_is_in_a_guide(void **state)
{
    (void)state;
    static const char *const kept[] = {"in common",  "pulls apart",  "more to them",
                                       "Resonance",  "matters more", "less than",
                                       "surely more"};
    for (uint64_t seed = 1; seed <= PEOPLE; seed += 4) {
        const struct arena_mark mark = arena_mark(&arena);
        const struct profile_rows rows = rows_of(seed);
        struct interview_guide guide = guide_of(&rows);
        guide.bank = SPAN(""); /* its version is a number */
        const struct page page = guide_page(&arena, &guide);
        const struct span text = page_plain(&arena, &page);
        assert_true(has_figure(SPAN("R = 0.53.")));
        assert_false(has_figure(text));
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (memmem(text.data, text.count, kept[i], strlen(kept[i])))
                fail_msg("a guide says \"%s\"", kept[i]);
        arena_release(&arena, mark);
    }
}

static void a_pilot_is_named_on_each_sheet(void **state)
{
    (void)state;
    const struct profile_rows rows = rows_of(3);
    struct interview_guide guide = guide_of(&rows);
    for (int is_pilot = 0; is_pilot < 2; is_pilot++) {
        guide.is_pilot = is_pilot;
        const struct page page = guide_page(&arena, &guide);
        assert_int_equal(is_pilot, memmem(page.running.data, page.running.count,
                                          "Pilot form", 10) != NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_direction_of_a_gap_is_in_no_guide,
                                        arena_begin, arena_end),
        cmocka_unit_test_setup_teardown(a_pilot_is_named_on_each_sheet, arena_begin,
                                        arena_end),
        cmocka_unit_test_setup_teardown(no_figure_and_no_phrase_is_in_a_guide,
                                        arena_begin, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
