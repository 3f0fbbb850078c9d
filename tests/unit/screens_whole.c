/* Each screen says and offers what it did: its words, what they do, and where they stand, for a
 * candidate and a rater, on a usual, a low and a narrow surface. What is kept lies in
 * tests/vectors/screens; RESONANCE_GOLDEN=write writes what is missing there. The assessment is
 * the one of the kit. */
#include "asked.h"
#include "even_letters.h"
#include "visitor_checks.h"

#include "base/buffer.h"
#include "base/file.h"
#include "scoring/score.h"
#include "view/dump.h"
#include "view/layout/layout.h"

enum { KEPT_MAX_BYTES = 1 << 20 };

static const struct tour {
    const char *name;
    int width_px, height_px;
    enum text_size step;
    enum role role;
} tours[] = {
    {"01-candidate", 1920, 1080, STEP_NORMAL, ROLE_CANDIDATE},
    {"02-candidate-low", 1600, 720, STEP_NORMAL, ROLE_CANDIDATE},
    {"04-candidate-narrow", 1080, 1920, STEP_LARGE, ROLE_CANDIDATE},
    {"03-rater-narrow", 1080, 1920, STEP_LARGE, ROLE_RATER},
};
enum { TOURS = sizeof tours / sizeof *tours };

static struct buffer told, screen,
    before; /* all; what is on this screen, and on the one before */
static struct surface_facts facts;

/* Keys of the keyboard stand in rows of letters: the same for all fields, they are told once. */
static bool is_key(const struct node *node)
{
    return node->look == LOOK_KEY && node->kind == NODE_BUTTON && node->text.count == 1;
}

static void look_add(const struct node *node)
{
    if (node->look || node->style || node->heading_level || node->has_value)
        buffer_format(&screen, "%.*s has look %d, style %d, level %d%s\n",
                      SPAN_ARGS(node->id), (int)node->look, (int)node->style,
                      node->heading_level, node->has_value ? ", a value" : "");
}

static void focus_add(const struct node *node)
{
    if (node->waits_for_end)
        buffer_format(&screen, "%.*s waits for the end\n", SPAN_ARGS(node->id));
    if (node->is_first_focus || node->is_way_back || node->is_spoken_first)
        buffer_format(&screen, "%.*s is%s%s%s\n", SPAN_ARGS(node->id),
                      node->is_first_focus ? " focused" : "",
                      node->is_way_back ? " the way back" : "",
                      node->is_spoken_first ? " spoken first" : "");
}

/* What a control means, and what is heard and not seen. */
static void meaning_add(const struct node *node)
{
    const struct event *event = &node->on_activate;
    if (event->kind)
        buffer_format(&screen, "%.*s means %d %d %d\n", SPAN_ARGS(node->id),
                      (int)event->kind, event->a, event->b);
    if (node->said.count)
        buffer_format(&screen, "%.*s is said \"%.*s\"\n", SPAN_ARGS(node->id),
                      SPAN_ARGS(node->said));
    if (node->hint.count)
        buffer_format(&screen, "%.*s has the hint \"%.*s\"\n", SPAN_ARGS(node->id),
                      SPAN_ARGS(node->hint));
}

static void screen_describe(void)
{
    struct focus focus;
    facts.step = visitor.journey.comfort.step;
    facts.theme = visitor.journey.comfort.theme;
    arena_reset(&visitor.tree);
    struct node *root =
        journey_view(&visitor.tree, &visitor.journey, &facts, visitor.moment);
    focus_init(&focus, facts.px_per_mm);
    focus_settle(&focus, root);
    layout_run(&visitor.tree, root, &facts, &even_letters, &focus.scrolls);
    focus_read(&focus, root);
    screen.count = 0;
    buffer_text(&screen, "\n");
    buffer_add(&screen, dump_tree(&visitor.tree, root, &facts, &focus));
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node))
        if (!is_key(node)) {
            look_add(node);
            focus_add(node);
            meaning_add(node);
        }
}

/* Of each screen, the lines that were not on the one before, and how many there are. */
static void look(const char *what)
{
    struct span rest, line;
    size_t line_count = 0;
    const int64_t deadline = journey_deadline(&visitor.journey);
    screen_describe();
    buffer_format(&told, "\n== %s: %s\n", screen_name(visitor.journey.screen), what);
    for (rest = buffer_span(&screen); span_next(&rest, '\n', &line); line_count++) {
        const struct span whole = {line.data - 1, line.count + 2};
        if (line.count && (!before.count ||
                           !memmem(before.data, before.count, whole.data, whole.count)))
            buffer_format(&told, "%.*s\n", SPAN_ARGS(line));
    }
    buffer_format(
        &told, "lines: %zu; next deadline: %lld\n", line_count,
        deadline == INT64_MAX ? -1LL : (long long)(deadline - visitor.moment.steady_ms));
    if (visitor.journey.screen == SCREEN_ITEM)
        buffer_format(&told, "answer: state %d, changed %d times\n",
                      (int)visitor.journey.visit->answer.state,
                      (int)visitor.journey.visit->answer.change_count);
    before.count = 0;
    buffer_add(&before, buffer_span(&screen));
}

static void act(enum event_kind kind, int a, int b)
{
    visitor_do(&visitor, kind, a, b);
}

static void look_under(enum event_kind open)
{
    act(open, 0, 0);
    look("over it");
    act(EVENT_CLOSE_OVERLAY, 0, 0);
}

static void go(const char *id)
{
    visitor_go(&visitor, id);
    look(id);
}

/* At `id` a new answer is given by PICK a b, which is seen. */
static void pick(const char *id, int a, int b)
{
    go(id);
    act(EVENT_PICK, a, b);
    look("answered");
}

static struct item *item_of(size_t part, size_t index)
{
    return (struct item *)(uintptr_t)&visitor.assessment->parts[part]
        .questionnaire->items[index];
}

static void codes(void)
{
    static const enum status failures[] = {STATUS_USED_CODE, STATUS_NO_SPACE};
    act(EVENT_START, 0, 0);
    look("empty");
    visitor_type(&visitor, "7Q2");
    look("begun");
    visitor_type(&visitor, "K9ABCDF");
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("wrong");
    for (size_t i = 0; i < 2; i++) {
        visitor.next_failure = failures[i];
        visitor_edit(&visitor, EDIT_ERASE);
        visitor_type(&visitor, "E");
        act(EVENT_SUBMIT_CODE, 0, 0);
        look("refused");
    }
}

static void rules(void)
{
    static const struct {
        const char *id, *text;
        bool is_number;
        double least, most;
    } broken[] = {
        {"asking:q5", "1-", true, NAN, NAN},      {"asking:q5", "3", true, 5, NAN},
        {"asking:q5", "30", true, NAN, 9},        {"story:contribute", "ab", false, 5, 0},
        {"story:contribute", "abc", false, 0, 2},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct item *item = broken[i].is_number ? item_of(5, 4) : item_of(4, 1);
        visitor_go(&visitor, broken[i].id);
        visitor_edit(&visitor, EDIT_ERASE_WORD);
        visitor_type(&visitor, broken[i].text);
        if (broken[i].is_number) {
            item->words.number_min = broken[i].least;
            item->words.number_max = broken[i].most;
        } else {
            item->words.words_min = (size_t)broken[i].least;
            item->words.words_max = (size_t)broken[i].most;
        }
        act(EVENT_NEXT, 0, 0);
        look("a broken rule");
        item->words.number_min = item->words.number_max = NAN;
        item->words.words_min = item->words.words_max = 0;
        visitor_edit(&visitor, EDIT_ERASE_WORD);
    }
}

static void ticks(void)
{
    struct item *item = item_of(5, 3);
    static const size_t limits[][2] = {{0, 0}, {2, 2}, {2, 3}, {1, 2}, {0, 1}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        item->ticks.selected_min = limits[i][0];
        item->ticks.selected_max = limits[i][1];
        pick("asking:q4", (int)i % 3, 0);
        act(EVENT_NEXT, 0, 0);
        look("after it");
    }
}

static void items_of_a_candidate(void)
{
    look("the first");
    pick("practice:p1", 0, 0);
    go("practice:p2");
    pick("values:b01", 2, 0);
    act(EVENT_PICK, 1, 1);
    look("both");
    act(EVENT_PICK, 2, 1);
    look("the other way");
    pick("drivers:learning_1", 3, 0);
    act(EVENT_PICK, 3, 0);
    look("the same again");
    act(EVENT_PICK, 5, 0);
    act(EVENT_PICK, -1, 0);
    look("none that there is");
    act(EVENT_PREFER_NOT, 0, 0);
    look("declined");
    pick("situations:s1", 1, 1);
    go("story:scene_1");
    go("story:contribute");
    look_under(EVENT_OPEN_HELP);
    visitor_type(&visitor, "I would begin.");
    look("typed");
    act(EVENT_KEY_LAYER, 1, 0);
    look("other keys");
    act(EVENT_WRITE, 0, 0);
    look("to write");
    pick("asking:q1", 0, 0);
    act(EVENT_NEXT, 0, 0);
    look("shown by the answer before");
    visitor_type(&visitor, "yes");
    act(EVENT_NEXT, 0, 0);
    look("shown by both");
    look_under(EVENT_OPEN_HELP);
    act(EVENT_SLIDE, 0, 2500);
    look("a quarter");
    act(EVENT_PICK, 1, 0);
    look("a step");
    act(EVENT_SLIDE, 0, 20000);
    look("the end");
    act(EVENT_PICK, 0, 0);
    look("a step back");
    pick("asking:q1", 1, 0);
    act(EVENT_NEXT, 0, 0);
    look("others are shown");
    look_under(EVENT_OPEN_HELP);
    go("asking:q5");
    visitor_type(&visitor, "12.5");
    look("a number");
    pick("asking:q6", 2, 1);
    look_under(EVENT_OPEN_HELP);
    pick("ranking:r1", 2, 0);
    act(EVENT_PICK, 0, 1);
    look("two of them");
    act(EVENT_PICK, 2, -1);
    look("one again");
}

/* As when the last item of the part before was answered. */
static void a_part_begins(const char *id)
{
    const int step = sitting_find(visitor.journey.visit->sitting, span_of(id));
    journey_begin(&visitor.journey, step, visitor.moment);
    look("a part begins");
    act(EVENT_NEXT, 0, 0);
}

static void interruptions(void)
{
    look_under(EVENT_OPEN_COMFORT);
    look_under(EVENT_LEAVE);
    look_under(EVENT_OPEN_ERASE);
    look_under(EVENT_OPEN_BREAK);
    act(EVENT_PAUSE, 0, 0);
    look("paused");
    visitor_type(&visitor, VISITOR_CODE);
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("back");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    look("nobody");
    visitor_wait(&visitor, 30000);
    look("still nobody");
    act(EVENT_STILL_HERE, 0, 0);
}

static void the_voluntary(void)
{
    look("for the audit");
    look_under(EVENT_OPEN_HELP);
    act(EVENT_NEXT, 0, 0);
    look("asked");
    act(EVENT_PICK, 2, 0);
    look("asked more");
    act(EVENT_PICK, 0, 0);
    look("what was said");
    act(EVENT_FINISH, 0, 0);
}

static void the_end(void)
{
    visitor_hurry(&visitor);
    look("all at once");
    act(EVENT_NEXT, 0, 0);
    look("after the check");
    if (visitor.journey.screen == SCREEN_REDO) {
        act(EVENT_REDO, 0, 0);
        look("again");
        act(EVENT_TO_CHECK, 0, 0);
        act(EVENT_NEXT, 0, 0);
        look("after it");
    }
    const struct effect effect = journey_step(
        &visitor.journey, &(struct event){.kind = EVENT_FINISH}, visitor.moment);
    look("meanwhile");
    visitor_perform(&visitor, effect);
    look("finished");
    if (visitor.journey.screen == SCREEN_PROFILE)
        visitor.journey.visit->scorecard = visitor_card(&visitor);
    for (int page = 0;
         page < PROFILE_VIEW_COUNT && visitor.journey.screen == SCREEN_PROFILE; page++) {
        act(EVENT_PICK, page, 0);
        look("a page");
    }
    act(EVENT_PROFILE_DONE, 0, 0);
    look("read");
    visitor.terminal.printer = SPAN("lobby");
    act(EVENT_KEEP, 0, 0);
    look("a copy");
    act(EVENT_PRINT, 0, 0);
    look("on paper");
    act(EVENT_PICK, 1, 0);
    look("a QR code");
    act(EVENT_BACK, 0, 0);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    look("nobody at the end");
    act(EVENT_STILL_HERE, 0, 0);
    visitor.site.groups = asked();
    visitor_wait(&visitor, 2000);
    act(EVENT_DONE, 0, 0);
    if (visitor.journey.screen == SCREEN_VOLUNTARY)
        the_voluntary();
    look("done");
    visitor_wait(&visitor, WIPED_MS);
    visitor_come(&visitor, VISITOR_CODE);
    look("somebody else");
    act(EVENT_NEXT, 0, 0);
    act(EVENT_DECLINE, 0, 0);
    look("no");
}

static void the_machine(void)
{
    act(EVENT_STAFF_GO, SCREEN_STAFF_MACHINE, 0);
    look("the machine");
    act(EVENT_STAFF_SURE, STAFF_OFF, 0);
    look("is the end meant");
    act(EVENT_BACK, 0, 0);
    act(EVENT_STAFF_GO, SCREEN_STAFF_CLOCK, 0);
    look("the clock");
    for (const char *digit = "202411301405"; *digit; digit++)
        act(EVENT_KEY, *digit, 0);
    look("twelve digits");
    act(EVENT_NEXT, 0, 0);
    look("earlier than now");
    act(EVENT_BACK, 0, 0);
    act(EVENT_BACK, 0, 0);
}

static void the_staff(void)
{
    visitor.staff_pin = STAFF_PIN_WRONG;
    act(EVENT_OPEN_HELP, 0, 0);
    act(EVENT_STAFF, 0, 0);
    look("for staff");
    look_under(EVENT_OPEN_HELP);
    for (const char *digit = "482915"; *digit; digit++)
        act(EVENT_KEY, *digit, 0);
    look("typed");
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("another PIN");
    for (const char *digit = "482915"; *digit; digit++)
        act(EVENT_KEY, *digit, 0);
    visitor.staff_wait_s = 3600;
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("too many");
    for (const char *digit = "482915"; *digit; digit++)
        act(EVENT_KEY, *digit, 0);
    visitor.staff_pin = STAFF_PIN_OPEN;
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("the PIN");
    look_under(EVENT_OPEN_HELP);
    act(EVENT_STAFF_ACT, STAFF_COLLECT, 0);
    look("nothing to collect");
    journey_staff_ready(
        &visitor.journey,
        SPAN("Resonance: Lobby\nReady: nothing below is wrong.\nok    clock"), 0,
        visitor.moment);
    look("is it ready");
    act(EVENT_PICK, 1, 0);
    look("its QR code");
    act(EVENT_BACK, 0, 0);
    journey_staff_next(&visitor.journey,
                       SPAN("orchid cactus jewel needle coast guitar kayak maple"),
                       visitor.moment);
    look("the next signing key");
    act(EVENT_BACK, 0, 0);
    the_machine();
    act(EVENT_BACK, 0, 0);
    look("closed");
    visitor.staff_pin = STAFF_PIN_NONE;
    act(EVENT_OPEN_HELP, 0, 0);
    act(EVENT_STAFF, 0, 0);
    look("none was set");
    act(EVENT_BACK, 0, 0);
    visitor_tick(&visitor);
}

static void before_the_items(void)
{
    look("the beginning");
    look_under(EVENT_OPEN_HELP);
    look_under(EVENT_OPEN_COMFORT);
    the_staff();
    visitor.site.fault = STATUS_NO_SPACE;
    journey_fault(&visitor.journey, visitor.moment);
    look("a fault");
    visitor.site.fault = OK;
    journey_fault(&visitor.journey, visitor.moment);
    codes();
    visitor_edit(&visitor, EDIT_ERASE);
    visitor_type(&visitor, "E");
    act(EVENT_SUBMIT_CODE, 0, 0);
    look("known");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    look("nobody before the beginning");
    act(EVENT_STILL_HERE, 0, 0);
    act(EVENT_NEXT, 0, 0);
    look("and then");
    act(EVENT_CONSENT, 0, 0);
}

static struct span told_on(const struct tour *tour)
{
    visitor_init(&visitor, NULL);
    visitor.assessment = sample_assessment_ranked(&visitor.program);
    visitor.assessment->words = sample_questionnaire(&visitor.program, "words", 0);
    visitor.site.assessment = visitor.assessment;
    visitor.role = tour->role;
    facts = (struct surface_facts){
        .width_px = tour->width_px, .height_px = tour->height_px, .px_per_mm = 4};
    told = buffer_init(&visitor.program, KEPT_MAX_BYTES);
    screen = buffer_init(&visitor.program, KEPT_MAX_BYTES);
    before = buffer_init(&visitor.program, KEPT_MAX_BYTES);
    visitor.journey.comfort.step = tour->step;
    before_the_items();
    if (tour->height_px > tour->width_px && tour->role == ROLE_CANDIDATE) {
        pick("values:b01", 2, 0);
        pick("drivers:learning_1", 3, 0);
        pick("ranking:r1", 2, 0);
        pick("situations:s1", 1, 1);
    } else if (tour->role == ROLE_CANDIDATE) {
        items_of_a_candidate();
        ticks();
        rules();
        go("values:b02");
        a_part_begins("drivers:learning_1");
        a_part_begins("story:scene_1");
        go("values:b02");
        interruptions();
        visitor_go(&visitor, "values:b02");
        act(EVENT_NEXT, 0, 0);
        look("a blank");
    } else {
        pick("values-now:b01", 1, 0);
        pick("drivers-now:learning_1", 3, 0);
        act(EVENT_PICK, 1, 0);
        look("changed");
        pick("effectiveness:s1", 1, 1);
    }
    the_end();
    return buffer_span(&told);
}

static const char *kept_path(const struct tour *tour)
{
    return span_format(&visitor.program, SOURCE_DIR "/tests/vectors/screens/%s.txt",
                       tour->name)
        .data;
}

static int write_missing(void **state)
{
    const char *asked = getenv("RESONANCE_GOLDEN");
    (void)state;
    for (size_t i = 0; asked && strcmp(asked, "write") == 0 && i < TOURS; i++) {
        const struct span now = told_on(&tours[i]);
        if (!is_file(kept_path(&tours[i])))
            must(file_write(kept_path(&tours[i]), now, 0644) == OK);
        visitor_done(&visitor);
    }
    return 0;
}

static void each_screen_says_and_offers_what_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < TOURS; i++) {
        struct span kept, now = told_on(&tours[i]);
        struct span was, is, title = SPAN("");
        assert_int_equal(
            file_read(&visitor.program, kept_path(&tours[i]), KEPT_MAX_BYTES, &kept), OK);
        while (!is_span_equal(now, kept)) {
            const bool has_was = span_next(&kept, '\n', &was);
            const bool has_is = span_next(&now, '\n', &is);
            title = has_is && has_span_prefix(is, "==") ? is : title;
            if (!has_was || !has_is || !is_span_equal(was, is))
                fail_msg("%s, %.*s\n was: %.*s\n is:  %.*s", tours[i].name,
                         SPAN_ARGS(title), SPAN_ARGS(was), SPAN_ARGS(is));
        }
        visitor_done(&visitor);
    }
}

int main(void)
{
    setenv("TZ", "UTC", 1); /* the screens tell the time of day */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_screen_says_and_offers_what_it_did),
    };
    return cmocka_run_group_tests(tests, write_missing, NULL);
}
