/* What help and notice say of controls, done with the controls that stand on the screen. */
#include "visitor_checks.h"

/* Activates the control `id`, as a tap does. */
static void tap(const char *id)
{
    const struct event event = control(id)->on_activate;
    visitor_event(&visitor, &event);
}

static bool is_there(const char *id)
{
    return node_find(visitor_look(&visitor), span_of(id)) != NULL;
}

/* The texts of an assessment that has this one alone. */
static struct questionnaire *only_text(const char *key, const char *text)
{
    struct questionnaire *words = sample_questionnaire(&visitor.program, "words", 0);
    words->languages = arena_new(&visitor.program, struct language);
    words->language_count = 1;
    words->languages->code = SPAN("en");
    words->languages->entries = arena_new(&visitor.program, struct text_entry);
    words->languages->entry_count = 1;
    *words->languages->entries =
        (struct text_entry){.key = span_of(key), .text = span_of(text)};
    return words;
}

static void the_notice_tells_of_a_pilot_while_it_is_one(void **state)
{
    (void)state;
    for (int is_pilot = 0; is_pilot < 2; is_pilot++) {
        visitor.assessment->is_pilot = is_pilot;
        visitor.assessment->words = only_text("notice_pilot", "Still being tried out.");
        visitor_come(&visitor, VISITOR_CODE);
        check_screen(SCREEN_NOTICE);
        assert_int_equal(is_there("notice_pilot"), is_pilot);
        visitor_done(&visitor);
        visitor_init(&visitor, NULL);
    }
}

/* Who tries the form out applies for nothing. */
static void who_tries_the_form_out_has_a_wording_of_their_own(void **state)
{
    (void)state;
    for (int is_pilot = 0; is_pilot < 2; is_pilot++) {
        visitor.vacancy.is_pilot = is_pilot;
        visitor.assessment->words = only_text("notice_why@pilot", "You try it out.");
        visitor_come(&visitor, VISITOR_CODE);
        check_screen(SCREEN_NOTICE);
        assert_int_equal(is_there("notice_why"), is_pilot);
        visitor_done(&visitor);
        visitor_init(&visitor, NULL);
    }
}

/* Each alone, under its own small heading. */
static void every_paragraph_of_the_notice_is_shown(void **state)
{
    (void)state;
    static const char *const points[][2] = {
        {"notice_who", "Who asks"},
        {"notice_why", "Why we ask"},
        {"notice_time", "How long it takes"},
        {"notice_automatic", "Who decides"},
        {"notice_what", "What is kept"},
        {"notice_rights", "Your rights"},
        {"notice_help", "Other ways to take part"},
        {"notice_instructed", "One more thing"},
    };
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        visitor.assessment->words = only_text(points[i][0], "A paragraph of its own.");
        visitor_come(&visitor, VISITOR_CODE);
        check_screen(SCREEN_NOTICE);
        assert_true(is_there(points[i][0]));
        visitor_done(&visitor);
        visitor_init(&visitor, NULL);
    }
}

static void a_screen_below_the_smallest_says_so_with_its_measure(void **state)
{
    struct surface_facts facts = {
        .width_px = 800, .height_px = 480, .px_per_mm = 800 / 154.0, .step = STEP_NORMAL};
    (void)state;
    struct node *root =
        journey_view(&visitor.tree, &visitor.journey, &facts, visitor.moment);
    const struct node *small = node_find(root, SPAN("small"));
    assert_non_null(small);
    assert_true(is_span(
        small->text, "Small screen, 154 x 92 mm: pages fit from 217 x 125 mm on, or in "
                     "smaller letters (Comfort)."));
    facts.px_per_mm = 800 / 222.0;
    root = journey_view(&visitor.tree, &visitor.journey, &facts, visitor.moment);
    assert_null(node_find(root, SPAN("small")));
}

static void delete_takes_the_last_character_away(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "7Q2");
    tap("key-erase");
    assert_int_equal(visitor.journey.visit->typing.count, 2);
    assert_memory_equal(visitor.journey.visit->typing.text, "7Q", 2);
}

static void a_ticked_box_is_taken_back_by_choosing_it_again(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q4");
    tap("option-q4_a");
    tap("option-q4_c");
    tap("option-q4_a");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    const struct answer *answer = visitor_answer(&visitor, "asking:q4");
    assert_false(answer->is_ticked[0]);
    assert_true(answer->is_ticked[2]);
}

static bool is_counted(const char *words)
{
    return is_span(node_find(visitor_look(&visitor), SPAN("count"))->text, words);
}

/* At once, where the number stands, and not on Next only. */
static void one_too_many_is_told_as_soon_as_it_is_ticked(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q4");
    struct item *item =
        (struct item *)(uintptr_t)&visitor.assessment->parts[5].questionnaire->items[3];
    item->ticks.selected_max = 2;
    tap("option-q4_a");
    tap("option-q4_b");
    assert_true(is_counted("Choose up to 2."));
    tap("option-q4_c");
    assert_true(is_counted("Choose up to 2. You have chosen 3."));
    tap("option-q4_a");
    assert_true(is_counted("Choose up to 2."));
}

static void the_buttons_move_the_mark_a_little(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_type(&visitor, "yes");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q3");
    visitor_do(&visitor, EVENT_SLIDE, 0, 50);
    const float middle = control("slider")->value;
    tap("more");
    assert_true(control("slider")->value > middle);
    assert_true(control("slider")->value < middle + 20);
    tap("less");
    assert_true(control("slider")->value == middle);
}

static void an_answer_on_a_line_of_numbers_has_the_sign_minus(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_type(&visitor, "yes");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q3");
    struct item *item = (struct item *)(uintptr_t)visit_item(visitor.journey.visit);
    const struct item before = *item;
    item->scale.low = -5;
    item->scale.high = 5;
    item->scale.low_key = item->scale.high_key = SPAN("");
    item->option_count = 0;
    visitor_do(&visitor, EVENT_SLIDE, 0, 20);
    check_text("value", "Your answer: −3");
    *item = before;
}

static void help_says_whom_to_ask_and_offers_the_ways_out(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    check_screen(SCREEN_HELP);
    assert_true(is_there("person"));
    tap("break");
    check_screen(SCREEN_BREAK);
}

/* The screen of the profile, of somebody whose scorecard tells of six colleagues, or of none. */
static void reach_profile(bool has_organization)
{
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    check_screen(SCREEN_PROFILE);
    if (has_organization)
        visitor.journey.visit->scorecard = visitor_card(&visitor);
}

static void a_profile_without_an_organization_compares_with_none(void **state)
{
    (void)state;
    reach_profile(false);
    assert_true(is_span(control("heading")->text, "What matters to you"));
    check_text("marks", "A longer line is less sure.");
    check_text("told-0", "There is no organization profile to compare with");
    visitor_do(&visitor, EVENT_PICK, PROFILE_RESONANCE, 0);
    check_text("phrase",
               "no organization profile to compare with, so there is no figure");
    visitor.journey.visit->scorecard = visitor_card(&visitor);
    check_text("heading", "beside what matters here");
    visitor_do(&visitor, EVENT_PICK, PROFILE_CHART, 0);
    check_text("marks", "A longer line or a wider box is less sure.");
    check_text("marks", "On the middle line, a topic matters as much as the others.");
}

static void help_names_what_the_profile_draws_and_who_reads_it(void **state)
{
    (void)state;
    reach_profile(false);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    check_text("text", "The dot is you, the bar is your range. Recruiters get");
    check_text("text", "No computer decides.");
    visitor.journey.visit->scorecard = visitor_card(&visitor);
    check_text("text", "A box is this organization.");
    check_text("text", "has its name in bold. Recruiters get");
}

static void a_profile_tells_trials_where_the_form_does(void **state)
{
    (void)state;
    struct assessment_simulated *told = &visitor.assessment->simulated;
    reach_profile(true);
    visitor_do(&visitor, EVENT_PICK, PROFILE_RESONANCE, 0);
    assert_true(is_span(control("rough")->text,
                        "One session is a rough measure. It says nothing about how well "
                        "you would do the work."));
    told->second_session_inside_unrelated = .9;
    told->second_session_inside_much = .82;
    check_text("rough", "fell in the shaded part 82 to 90 times in 100.");
    told->second_session_inside_much = .93;
    check_text("rough", "shaded part 90 to 93 times in 100.");
}

static void a_terminal_without_a_configuration_says_what_to_do(void **state)
{
    (void)state;
    visitor.site.fault = STATUS_NOT_FOUND;
    visitor.site.assessment = NULL;
    visitor.site.is_blank = true;
    journey_init(&visitor.journey, &visitor.site, &visitor.person, visitor.moment);
    check_screen(SCREEN_STAFF);
    check_text("fault", "For staff: fault 103. This device is not set up yet. Choose "
                        "Help, then For staff.");
    visitor.site.is_blank = false; /* a file is missing in the one that is here */
    check_text("fault", "For staff: fault 103. What was asked for is not there.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_notice_tells_of_a_pilot_while_it_is_one),
        TEST(every_paragraph_of_the_notice_is_shown),
        TEST(who_tries_the_form_out_has_a_wording_of_their_own),
        TEST(a_screen_below_the_smallest_says_so_with_its_measure),
        TEST(delete_takes_the_last_character_away),
        TEST(a_ticked_box_is_taken_back_by_choosing_it_again),
        TEST(one_too_many_is_told_as_soon_as_it_is_ticked),
        TEST(the_buttons_move_the_mark_a_little),
        TEST(an_answer_on_a_line_of_numbers_has_the_sign_minus),
        TEST(help_says_whom_to_ask_and_offers_the_ways_out),
        TEST(a_profile_without_an_organization_compares_with_none),
        TEST(help_names_what_the_profile_draws_and_who_reads_it),
        TEST(a_profile_tells_trials_where_the_form_does),
        TEST(a_terminal_without_a_configuration_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
