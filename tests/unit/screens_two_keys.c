/* A whole session with two keys, "next" and "select", as with two switches: every form of the
 * shipped assessment, and every control of every screen is reached. */
#include "even_letters.h"
#include "memory_check.h"
#include "read.h"
#include "visitor.h"

#include "view/focus.h"
#include "view/layout/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { PRESSES_MAX = 600 };

static const struct surface_facts surface = {
    .width_px = 1366, .height_px = 768, .px_per_mm = 1366 / 344.0, .step = STEP_NORMAL};

static struct arena documents;
static struct assessment *assessment;
static struct visitor visitor;
static struct focus focus;
static int press_count;

static int documents_begin(void **state)
{
    (void)state;
    struct assessment_file *files;
    arena_init(&documents, 64 << 20);
    struct fault_list faults = fault_list_init(&documents);
    const size_t count =
        read_folder(&documents, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    return assessment_read(&documents, files, count, &faults, &assessment) == OK ? 0 : -1;
}

static int documents_end(void **state)
{
    (void)state;
    arena_done(&documents);
    return 0;
}

static struct node *laid_out(void)
{
    arena_reset(&visitor.tree);
    struct node *root =
        journey_view(&visitor.tree, &visitor.journey, &surface, visitor.moment);
    focus_settle(&focus, root);
    layout_run(&visitor.tree, root, &surface, &even_letters, &focus.scrolls);
    focus_read(&focus, root);
    return root;
}

/* What a key means on the screen that `root` describes. */
static void press_on(struct node *root, enum input_kind kind)
{
    struct event event;
    press_count++;
    visitor.moment.steady_ms += 400;
    const struct input input = {.kind = kind, .moment = visitor.moment};
    if (focus_input(&focus, root, &input, &event))
        visitor_event(&visitor, &event);
}

static void press(enum input_kind kind)
{
    press_on(laid_out(), kind);
}

static bool is_at(const char *id)
{
    return is_span_equal(node_id_span(&focus.at), span_of(id));
}

/* The ring stands round the row of keys in which `id` is one. */
static bool is_in_row(const struct node *root, const char *id)
{
    const struct node *place = focus_place(&focus, root);
    return place && is_node_container(place) && node_find(place, span_of(id));
}

/* "next" until the control has the focus, then "select". */
static void select_control(const char *id)
{
    struct node *root = laid_out();
    for (int i = 0; i < PRESSES_MAX && !is_at(id); i++) {
        press_on(root, is_in_row(root, id) ? INPUT_ACTIVATE : INPUT_NEXT);
        root = laid_out();
    }
    if (is_in_row(root, id)) { /* its first key */
        press_on(root, INPUT_ACTIVATE);
        root = laid_out();
    }
    if (!is_at(id))
        fail_msg("%s cannot be reached on %s", id, screen_name(visitor.journey.screen));
    press_on(root, INPUT_ACTIVATE);
}

static void type_code(const char *code)
{
    for (; *code; code++) {
        char id[16];
        snprintf(id, sizeof id, "key-%x", (unsigned)*code);
        select_control(id);
    }
}

static void select_option(const char *prefix, struct span value)
{
    char id[2 * NODE_ID_BYTES];
    snprintf(id, sizeof id, "%s-%.*s", prefix, SPAN_ARGS(value));
    select_control(id);
}

static void answer_grid(const struct item *item)
{
    for (size_t row = 0; row < item->grid.row_count; row++) {
        char prefix[NODE_ID_BYTES];
        snprintf(prefix, sizeof prefix, "cell-%.*s",
                 SPAN_ARGS(item->grid.rows[row].value));
        select_option(prefix, SPAN("5"));
    }
}

static void answer_item(const struct item *item)
{
    switch (item->kind) {
    case ITEM_BEST_WORST:
    case ITEM_MOST_LEAST:
        select_option("best", item->options[1].value);
        select_option("worst", item->options[2].value);
        break;
    case ITEM_LIKERT:
        select_control("point-4");
        break;
    case ITEM_RANK:
        for (size_t i = item->option_count; i > 0; i--)
            select_option("option", item->options[i - 1].value);
        break;
    case ITEM_GRID:
        answer_grid(item);
        break;
    case ITEM_SHORT:
    case ITEM_LONG:
        type_code("I");
        break;
    case ITEM_MULTI:
    case ITEM_MULTICHECK:
        select_option("option", item->options[0].value);
        break;
    case ITEM_NUMBER:
        type_code("7");
        break;
    case ITEM_VAS:
        select_control("more");
        break;
    case ITEM_INST:
    case ITEM_SCENE:
        break;
    }
}

static void sit(enum role role)
{
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor.role = role;
    select_control("start");
    type_code(VISITOR_CODE);
    select_control("next");
    while (visitor.journey.screen == SCREEN_NOTICE) /* read page by page */
        select_control("next");
    visitor_wait(&visitor, 2000); /* the question is read */
    select_control("consent-yes");
    for (int i = 0; i < SITTING_STEPS_MAX && visitor.journey.screen != SCREEN_CHECK;
         i++) {
        if (visitor.journey.screen == SCREEN_PART) {
            select_control("next");
            continue;
        }
        assert_string_equal(screen_name(visitor.journey.screen), "item");
        const struct visit *visit = visitor.journey.visit;
        answer_item(visit_item(visit));
        if (is_item_kind_answerable(visit_item(visit)->kind)) {
            const struct answer answer = visit_answer(visit);
            assert_true(is_answer_complete(visit_item(visit), &answer));
        }
        select_control("next");
    }
    assert_string_equal(screen_name(visitor.journey.screen), "check");
    assert_int_equal(sitting_first_blank(visitor.journey.visit->sitting, NO_STEP),
                     NO_STEP);
    select_control("next");
    select_control("next");
    assert_int_equal(visitor.sealed_count, 1);
}

static void a_candidate_finishes_with_two_keys(void **state)
{
    (void)state;
    sit(ROLE_CANDIDATE);
    select_control("as-sentences");
    select_control("next");
    visitor_wait(&visitor, 2000);
    select_control("done");
    assert_string_equal(screen_name(visitor.journey.screen), "wiped");
    visitor_done(&visitor);
}

static void a_rater_finishes_with_two_keys(void **state)
{
    (void)state;
    if (is_memory_checked())
        skip(); /* the same kinds of items as a candidate's */
    sit(ROLE_RATER);
    visitor_wait(&visitor, 2000);
    select_control("done");
    assert_string_equal(screen_name(visitor.journey.screen), "wiped");
    visitor_done(&visitor);
}

static void comfort_help_and_a_break_with_two_keys(void **state)
{
    (void)state;
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    select_control("comfort");
    select_control("size-large");
    select_control("theme-dark");
    select_control("restore");
    select_control("next");
    select_control("break");
    select_control("pause");
    type_code(VISITOR_CODE);
    select_control("next");
    assert_string_equal(screen_name(visitor.journey.screen), "item");
    select_control("break");
    select_control("keep");
    assert_string_equal(screen_name(visitor.journey.screen), "wiped");
    visitor_done(&visitor);
}

/* A sentence of 53 letters on the on-screen keys: key by key it took more than a thousand
 * presses. */
static void a_sentence_takes_few_presses_row_by_row(void **state)
{
    (void)state;
    static const char sentence[] =
        "I would ask the crew first, then try one small thing.";
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    const struct visit *visit = visitor.journey.visit;
    while (visitor.journey.screen != SCREEN_ITEM || visit_item(visit)->kind != ITEM_SHORT)
        select_control("next");
    press_count = 0;
    for (const char *letter = sentence; *letter; letter++) {
        char id[16];
        snprintf(id, sizeof id, "key-%x", (unsigned)*letter);
        select_control(*letter == ' ' ? "key-space" : id);
    }
    assert_string_equal(span_text(&visitor.tree, typing_span(&visit->typing)), sentence);
    if (press_count > 400)
        fail_msg("%d presses for %zu letters", press_count, sizeof sentence - 1);
    visitor_done(&visitor);
}

static void assert_on(const char *screen)
{
    assert_string_equal(screen_name(visitor.journey.screen), screen);
}

static void press_enter_to(const char *screen)
{
    press(INPUT_ACTIVATE);
    assert_on(screen);
}

static bool is_told(const char *words)
{
    const struct span text = node_find(laid_out(), SPAN("text"))->text;
    return strstr(span_text(&visitor.tree, text), words) != NULL;
}

static void escape_leaves_whatever_lies_above(void **state)
{
    (void)state;
    static const char *const ways[] = {"comfort", "help"};
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    for (size_t i = 0; i < 2; i++) {
        select_control(ways[i]);
        assert_on(ways[i]);
        press(INPUT_BACK);
        assert_on("item");
    }
    select_control("help");
    select_control("break");
    assert_on("break");
    press(INPUT_BACK);
    assert_on("item");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    assert_on("idle");
    press(INPUT_BACK);
    assert_on("item");
    visitor_done(&visitor);
}

/* Enter on an answer that is finished would change it. */
static void help_and_comfort_lead_back_to_where_one_was(void **state)
{
    (void)state;
    static const char *const ways[] = {"comfort", "help", "why"};
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        select_control(ways[i]);
        press(INPUT_BACK);
        laid_out();
        assert_true(is_at(ways[i]));
    }
    visitor_done(&visitor);
}

/* Which part is missing is said, and who goes back is there. */
static void half_an_answer_is_asked_for_its_other_half(void **state)
{
    (void)state;
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    const struct visit *visit = visitor.journey.visit;
    while (visitor.journey.screen != SCREEN_ITEM || is_visit_practice(visit) ||
           visit_item(visit)->kind != ITEM_BEST_WORST)
        select_control("next");
    const struct item *item = visit_item(visit);
    const int16_t first = visit->sitting->steps[visit->at].order[0];
    const int16_t second = visit->sitting->steps[visit->at].order[1];
    char id[2 * NODE_ID_BYTES];
    select_option("best", item->options[first].value);
    select_control("next");
    assert_on("blank");
    const struct span missing = node_find(laid_out(), SPAN("missing"))->text;
    assert_true(is_span(missing, "You have not chosen yet: Least.") ||
                is_span(missing, "You have not chosen yet: Least important."));
    select_control("next");
    laid_out();
    snprintf(id, sizeof id, "worst-%.*s", SPAN_ARGS(item->options[second].value));
    assert_string_equal(focus.at.bytes, id); /* what was chosen is no choice here */
    visitor_done(&visitor);
}

/* Somebody who knows Enter alone is told what each way means, and copies the receipt; nothing is
 * sealed or erased, and no page only leads back to the one before. */
static void enter_alone_neither_seals_nor_erases_nor_leads_back(void **state)
{
    (void)state;
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    press_enter_to("finish");
    press_enter_to("finish"); /* nothing has the focus */
    select_control("help");
    assert_on("help");
    assert_true(is_told("Finish and seal") && is_told("Tab leads to"));
    press_enter_to("finish");
    press(INPUT_PREVIOUS);
    press(INPUT_NEXT);
    assert_int_equal(visitor.sealed_count, 0);
    select_control("next");
    assert_int_equal(visitor.sealed_count, 1);
    while (visitor.journey.screen == SCREEN_PROFILE)
        press(INPUT_ACTIVATE);
    assert_on("receipt");
    visitor_wait(&visitor, 2000);
    press_enter_to("keep");
    for (int i = 0; i < 20 && visitor.journey.screen == SCREEN_KEEP; i++)
        press(INPUT_ACTIVATE);
    assert_on("receipt");
    assert_true(visitor.journey.visit->kept_part > 0); /* the codes were shown */
    visitor_done(&visitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_candidate_finishes_with_two_keys),
        cmocka_unit_test(a_rater_finishes_with_two_keys),
        cmocka_unit_test(a_sentence_takes_few_presses_row_by_row),
        cmocka_unit_test(comfort_help_and_a_break_with_two_keys),
        cmocka_unit_test(enter_alone_neither_seals_nor_erases_nor_leads_back),
        cmocka_unit_test(escape_leaves_whatever_lies_above),
        cmocka_unit_test(half_an_answer_is_asked_for_its_other_half),
        cmocka_unit_test(help_and_comfort_lead_back_to_where_one_was),
    };
    return cmocka_run_group_tests(tests, documents_begin, documents_end);
}
