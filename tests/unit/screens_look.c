/* Every screen of the shipped assessment on three surfaces, at every text step and theme: the
 * checks of view/check.h, one heading, plain words. */
#include "even_letters.h"
#include "memory_check.h"
#include "read.h"
#include "visitor.h"

#include "assessment/assessment_fill.h"
#include "base/buffer.h"
#include "view/check.h"
#include "view/layout/settle.h"
#include "view/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena documents;
static struct assessment *assessment;
static struct visitor visitor;
static struct surface_facts facts;
static int look_count;

static int documents_begin(void **state)
{
    (void)state;
    struct assessment_file *files;
    arena_init(&documents, 64 << 20);
    struct fault_list faults = fault_list_init(&documents);
    const size_t count =
        read_folder(&documents, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    if (assessment_read(&documents, files, count, &faults, &assessment) != OK) {
        read_faults(&faults);
        return -1;
    }
    assessment_fill(&documents, assessment, &(struct assessment_words){0});
    return 0;
}

static int documents_end(void **state)
{
    (void)state;
    arena_done(&documents);
    return 0;
}

static struct node *laid_out(struct focus *focus)
{
    facts.step = visitor.journey.comfort.step;
    facts.theme = visitor.journey.comfort.theme;
    facts.room = (struct room){0};
    arena_reset(&visitor.tree);
    struct node *root = journey_fit(&visitor.tree, &visitor.journey, &facts,
                                    &even_letters, visitor.moment);
    focus_init(focus, facts.px_per_mm);
    focus_settle(focus, root);
    settle_run(root, &facts, &focus->scrolls);
    focus_read(focus, root);
    return root;
}

/* All that the screen says in reading order, one node a line. */
static const char *said_by(const struct node *root)
{
    struct buffer out = buffer_init(&visitor.tree, 1 << 20);
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        buffer_add(&out, words_node(&visitor.tree, node));
        buffer_text(&out, "\n");
    }
    return span_text(&visitor.tree, buffer_span(&out));
}

static void check_words_of(const struct node *root, const char *screen)
{
    static const char *const banned[] = {"!", "match", "score", "passed", "failed", " %"};
    const char *text = said_by(root);
    for (size_t i = 0; i < sizeof banned / sizeof *banned; i++)
        if (strcasestr(text, banned[i]) && !strstr(text, "exclamation mark"))
            fail_msg("%s says \"%s\"", screen, banned[i]);
}

/* One heading, something to say at once, and a way on that has the focus. */
static void check_frame(struct node *root, const char *screen)
{
    int heading_count = 0, first_count = 0;
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node)) {
        heading_count += node->heading_level == 1;
        first_count += (node->is_spoken_first || node->heading_level == 1) &&
                       words_node(&visitor.tree, node).count;
    }
    if (heading_count > 1 || !first_count)
        fail_msg("%s has %d headings or says nothing of itself", screen, heading_count);
}

static void look(void)
{
    const char *screen = screen_name(visitor.journey.screen);
    struct focus focus;
    struct node *root = laid_out(&focus);
    const struct span wrong = check_view(&visitor.tree, root, &facts, &focus);
    if (wrong.count)
        fail_msg("%s (%.*s) at %dx%d, step %d, theme %d: %.*s", screen,
                 SPAN_ARGS(root->id), facts.width_px, facts.height_px, (int)facts.step,
                 (int)facts.theme, SPAN_ARGS(wrong));
    check_frame(root, screen);
    check_words_of(root, screen);
    look_count++;
}

static void look_at(const char *id)
{
    visitor_go(&visitor, id);
    look();
}

static void look_under(enum event_kind open)
{
    visitor_do(&visitor, open, 0, 0);
    look();
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
}

static void begin(enum role role, struct comfort comfort)
{
    visitor_init(&visitor, assessment);
    visitor.role = role;
    visitor.journey.comfort = comfort;
}

static void look_at_staff(void)
{
    for (int status = STATUS_BAD_INPUT; status <= STATUS_WRONG_CLOCK; status++) {
        visitor.site.fault = (enum status)status;
        journey_fault(&visitor.journey, visitor.moment);
        assert_int_equal(visitor.journey.screen, SCREEN_STAFF);
        look();
    }
    look_under(EVENT_OPEN_HELP);
    visitor.site.fault = OK;
    journey_fault(&visitor.journey, visitor.moment);
}

/* What is wrong with a code is seen as a whole, without scrolling. */
static void look_at_problem(void)
{
    struct focus focus;
    look();
    const struct node *problem = node_find(laid_out(&focus), SPAN("code-problem"));
    assert_non_null(problem);
    assert_true(problem->box.y >= problem->clip.y);
    assert_true(problem->box.y + problem->box.height <=
                problem->clip.y + problem->clip.height);
}

static void look_at_codes(void)
{
    static const enum status failures[] = {STATUS_UNKNOWN_CODE, STATUS_USED_CODE,
                                           STATUS_NO_SPACE, STATUS_IO};
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        visitor.next_failure = failures[i];
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
        look_at_problem();
    }
    visitor_edit(&visitor, EDIT_ERASE);
    look();
    visitor_type(&visitor, "E");
    look();
}

static void look_before_the_items(void)
{
    look();
    look_under(EVENT_OPEN_HELP);
    look_under(EVENT_OPEN_COMFORT);
    look_at_staff();
    look_at_codes();
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    look();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    look();
}

/* The page of each part, as when the last item of the part before was answered. */
static void look_at_parts(void)
{
    const struct sitting *sitting = visitor.journey.visit->sitting;
    for (int step = sitting_next(sitting, NO_STEP); step != NO_STEP;
         step = sitting_next(sitting, step)) {
        const int before = sitting_previous(sitting, step);
        if (before == NO_STEP || sitting->steps[before].part == sitting->steps[step].part)
            continue;
        visitor.journey.visit->at = before;
        journey_begin(&visitor.journey, step, visitor.moment);
        look();
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
    }
}

static void look_at_interruptions(void)
{
    look_under(EVENT_OPEN_HELP);
    look_under(EVENT_LEAVE);
    look_under(EVENT_OPEN_ERASE);
    look_under(EVENT_OPEN_BREAK);
    look_at_parts();
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    look();
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    look();
    visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
}

static void look_at_the_end(void)
{
    visitor_hurry(&visitor);
    look();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor.journey.screen, SCREEN_REDO);
    look();
    look_under(EVENT_OPEN_HELP);
    visitor_do(&visitor, EVENT_REDO, 0, 0);
    look();
    visitor_do(&visitor, EVENT_TO_CHECK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    look();
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    look();
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    look();
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    look();
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    look();
}

static void tour_of_a_candidate(struct comfort comfort)
{
    begin(ROLE_CANDIDATE, comfort);
    look_before_the_items();
    visitor_do(&visitor, EVENT_CONSENT, 0, 0);
    look();
    look_at("values:b01");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    look();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    look();
    look_at("drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    look();
    look_at("situations:s7");
    look_at("story:scene_1");
    look_at("story:contribute");
    visitor_type(&visitor,
                 "I would begin with the smallest thing that can be tried, and tell "
                 "everybody what came of it. Then the next one.");
    visitor_do(&visitor, EVENT_KEY_LAYER, LAYER_ACCENTS, 0);
    look();
    look_at("story:sure_understood");
    look_at("story:ways");
    look_at_interruptions();
    look_at_the_end();
    visitor_done(&visitor);
}

/* With another legal basis nobody is asked for a consent that is none. */
static void look_at_the_other_bases(struct comfort comfort)
{
    static const char *const says[LEGAL_BASIS_COUNT] = {
        [LEGAL_CONSENT] = "Yes, use my answers",
        [LEGAL_STEPS] = "Yes, begin",
        [LEGAL_PUBLIC] = "Yes, begin",
    };
    static const char *const why[LEGAL_BASIS_COUNT] = {[LEGAL_CONSENT] = "6(1)(a)",
                                                       [LEGAL_STEPS] = "6(1)(b)",
                                                       [LEGAL_PUBLIC] = "6(1)(e)"};
    for (int i = 0; i < LEGAL_BASIS_COUNT; i++) {
        struct focus focus;
        begin(ROLE_CANDIDATE, comfort);
        visitor.terminal.legal_basis = (enum legal_basis)i;
        visitor_come(&visitor, VISITOR_CODE);
        look();
        assert_non_null(strstr(said_by(laid_out(&focus)), why[i]));
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
        look();
        assert_non_null(strstr(said_by(laid_out(&focus)), says[i]));
        visitor_done(&visitor);
    }
}

static void tour_of_a_rater(struct comfort comfort)
{
    begin(ROLE_RATER, comfort);
    visitor_come(&visitor, VISITOR_CODE);
    look();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_CONSENT, 0, 0);
    look_at("values-now:b01");
    look_at("effectiveness:s7");
    visitor_do(&visitor, EVENT_PICK, 1, 1);
    look();
    look_at_the_end();
    visitor_done(&visitor);
}

static void every_screen_holds_on_every_surface_and_step(void **state)
{
    static const struct surface_facts surfaces[] = {
        {.width_px = 1920, .height_px = 1080, .px_per_mm = 1920 / 476.0},
        {.width_px = 1366, .height_px = 768, .px_per_mm = 1366 / 344.0},
        {.width_px = 1080, .height_px = 1920, .px_per_mm = 1080 / 268.0},
    };
    (void)state;
    const size_t count = is_memory_checked() ? 1 : sizeof surfaces / sizeof *surfaces;
    for (size_t i = 0; i < count; i++) {
        for (int step = STEP_SMALL; step < STEP_COUNT; step++) {
            facts = surfaces[i];
            tour_of_a_candidate((struct comfort){.step = (enum text_size)step});
            tour_of_a_rater((struct comfort){.step = (enum text_size)step});
        }
    }
    assert_true(look_count > 100 * (int)count);
}

static void every_screen_keeps_the_contrast_of_its_theme(void **state)
{
    (void)state;
    facts = (struct surface_facts){
        .width_px = 1920, .height_px = 1080, .px_per_mm = 1920 / 476.0};
    for (int theme = THEME_LIGHT; theme < THEME_COUNT; theme++) {
        const struct comfort comfort = {.step = STEP_NORMAL,
                                        .theme = (enum theme_name)theme};
        tour_of_a_candidate(comfort);
        tour_of_a_rater(comfort);
    }
}

static void the_notice_says_the_legal_basis(void **state)
{
    (void)state;
    facts = (struct surface_facts){
        .width_px = 1366, .height_px = 768, .px_per_mm = 1366 / 344.0};
    look_at_the_other_bases((struct comfort){.step = STEP_NORMAL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_holds_on_every_surface_and_step),
        cmocka_unit_test(every_screen_keeps_the_contrast_of_its_theme),
        cmocka_unit_test(the_notice_says_the_legal_basis),
    };
    return cmocka_run_group_tests(tests, documents_begin, documents_end);
}
