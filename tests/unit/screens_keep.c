/* Taking receipt and profile away: what is on the copy, what leads there and back, and what is said
 * before. */
#include "visitor_checks.h"

#include "qr/qr.h"
#include "screens/candidate/own.h"
#include "view/paint/picture.h"

#include <stdio.h>

static bool is_there(const char *id)
{
    return node_find(visitor_look(&visitor), span_of(id)) != NULL;
}

static void tap(const char *id)
{
    const struct event event = control(id)->on_activate;
    visitor_event(&visitor, &event);
}

static void reach_end(bool has_organization)
{
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    if (has_organization)
        visitor.journey.visit->scorecard = visitor_card(&visitor);
}

static bool is_said(struct span copy, struct span words)
{
    return memmem(copy.data, copy.count, words.data, words.count) != NULL;
}

/* Every text of the page but headings of parts stands on the copy, line by line. */
static void check_on_copy(struct span copy, const char *id)
{
    struct span rest = control(id)->text, line;
    while (span_next(&rest, '\n', &line))
        if (!is_said(copy, line))
            fail_msg("not on the copy: %.*s", SPAN_ARGS(line));
}

static struct span copy_now(void)
{
    return own_text(&visitor.program, &visitor.journey);
}

static void a_copy_says_what_profile_and_receipt_say(void **state)
{
    (void)state;
    reach_end(true);
    const struct span copy = copy_now();
    check_on_copy(copy, "heading");
    check_on_copy(copy, "told-0");
    tap("as-resonance");
    check_on_copy(copy, "phrase");
    check_on_copy(copy, "numbers");
    check_on_copy(copy, "rough");
    check_on_copy(copy, "person");
    const struct own own = own_of(&visitor.program, &visitor.journey);
    for (size_t i = 0; i < own.rows.count; i++)
        assert_true(is_said(copy, own.rows.rows[i].name));
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    check_on_copy(copy, "receipt-code");
    check_on_copy(copy, "handle");
    check_on_copy(copy, "use");
}

static void it_leads_back_to_where_it_was_asked(void **state)
{
    (void)state;
    reach_end(true);
    tap("keep");
    check_screen(SCREEN_KEEP);
    assert_false(is_there("qr")); /* what that means is said before */
    check_text("private", "Whoever sees the copy can read it");
    tap("back");
    check_screen(SCREEN_PROFILE);
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    tap("keep");
    check_screen(SCREEN_KEEP);
    tap("show");
    assert_true(is_there("qr"));
    tap("back");
    assert_false(is_there("qr"));
    tap("back");
    check_screen(SCREEN_RECEIPT);
}

/* Whoever wants the receipt alone reads one code, and is told so before and there. */
static void the_first_code_is_the_receipt_alone(void **state)
{
    struct span parts[OWN_PARTS_MAX];
    (void)state;
    reach_end(true);
    assert_int_equal(own_parts(&visitor.program, &visitor.journey, parts), 2);
    assert_true(is_said(parts[0], SPAN("7Q2K-9ABC")) && is_said(parts[0], SPAN("K7-Q2")));
    assert_false(is_said(parts[0], SPAN("What matters")));
    assert_false(is_said(parts[1], SPAN("7Q2K-9ABC")));
    tap("keep");
    check_text("phone", "The first QR code is your receipt alone.");
    tap("show");
    check_text("heading", ": your receipt");
    check_text("alone", "With the receipt alone you can ask about your answers later.");
    tap("next");
    check_text("heading", ": your profile");
    assert_false(is_there("alone"));
}

/* One after the other, each with its number; after the last one they are not begun again. */
static void who_wants_no_more_codes_is_done_with_one_touch(void **state)
{
    (void)state;
    reach_end(true);
    tap("keep");
    tap("show");
    tap("next");
    check_text("heading", "QR code 2 of ");
    tap("enough");
    check_screen(SCREEN_PROFILE);
}

static void the_codes_come_one_after_the_other_and_end(void **state)
{
    char number[32];
    int part = 1;
    (void)state;
    reach_end(true);
    tap("keep");
    tap("show");
    while (is_there("qr") && part < QR_PARTS_MAX) {
        snprintf(number, sizeof number, "QR code %d of ", part++);
        check_text("heading", number);
        const struct node *qr = control("qr");
        assert_true(has_span_prefix(qr->said, number));
        assert_non_null(qr->picture->modules);
        tap("next");
    }
    assert_true(part > 2);
    check_screen(SCREEN_PROFILE);
    visitor_do(&visitor, EVENT_KEEP, 0, 0);
    visitor_do(&visitor, EVENT_PICK, QR_PARTS_MAX, 0); /* there is none */
    check_screen(SCREEN_KEEP);
    assert_false(is_there("qr"));
}

/* On every screen that is large enough a module is as wide as a phone needs it, in whole pixels. */
static void a_module_is_as_wide_as_a_phone_needs_it(void **state)
{
    static const struct {
        int width_px, height_px;
        double width_mm;
    } screens[] = {{1920, 1080, 476},
                   {1366, 768, 344},
                   {1024, 600, 223},
                   {1080, 1920, 268},
                   {3840, 2160, 600}};
    (void)state;
    reach_end(true);
    tap("keep");
    tap("show");
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct surface_facts facts = {.width_px = screens[i].width_px,
                                                .height_px = screens[i].height_px,
                                                .px_per_mm = screens[i].width_px /
                                                             screens[i].width_mm,
                                                .step = (enum text_size)step};
            arena_reset(&visitor.tree);
            const struct node *root =
                journey_view(&visitor.tree, &visitor.journey, &facts, visitor.moment);
            const struct node *qr = node_find(root, SPAN("qr"));
            assert_non_null(qr);
            const double side = (double)qr->picture->width;
            const double module_mm = (double)qr->width.value / side;
            assert_true(module_mm > QR_MODULE_MIN_MM - 1e-3);
            const double px = module_mm * facts.px_per_mm;
            assert_true(fabs(px - round(px)) < 1e-2);
        }
}

static void only_a_configured_printer_is_offered(void **state)
{
    (void)state;
    reach_end(true);
    tap("keep");
    assert_false(is_there("print"));
    visitor_do(&visitor, EVENT_PRINT, 0, 0);
    assert_int_equal(visitor.printed_count, 0);
    visitor.terminal.printer = SPAN("lobby");
    tap("print");
    assert_int_equal(visitor.printed_count, 1);
    check_text("printed", "It was sent to the printer lobby.");
    check_text("print", "Print again");
}

static void a_printer_that_fails_loses_nothing(void **state)
{
    (void)state;
    visitor.terminal.printer = SPAN("lobby");
    reach_end(true);
    tap("keep");
    visitor.next_failure = STATUS_NO_DEVICE;
    tap("print");
    check_screen(SCREEN_KEEP);
    check_text("problem", "The printer did not take it. Nothing is lost");
    assert_false(is_there("printed"));
    tap("show");
    assert_true(is_there("qr"));
    assert_false(is_there("problem"));
}

static void a_colleague_takes_the_receipt_alone(void **state)
{
    (void)state;
    visitor.role = ROLE_RATER;
    reach_end(false);
    check_screen(SCREEN_RECEIPT);
    const struct span copy = copy_now();
    assert_true(is_said(copy, control("receipt-code")->text));
    assert_true(is_said(copy, control("handle")->text));
    assert_false(is_said(copy, SPAN("What matters")));
    tap("keep");
    check_text("text", "None of your answers is in it.");
}

static void nobody_there_leaves_nothing_on_the_screen(void **state)
{
    (void)state;
    reach_end(true);
    tap("keep");
    tap("show");
    visitor_wait(&visitor, 300 * 1000);
    check_screen(SCREEN_IDLE);
    visitor_wait(&visitor, 45 * 1000);
    check_screen(SCREEN_WIPED);
    assert_null(visitor.journey.visit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_copy_says_what_profile_and_receipt_say),
        TEST(it_leads_back_to_where_it_was_asked),
        TEST(the_first_code_is_the_receipt_alone),
        TEST(who_wants_no_more_codes_is_done_with_one_touch),
        TEST(the_codes_come_one_after_the_other_and_end),
        TEST(a_module_is_as_wide_as_a_phone_needs_it),
        TEST(only_a_configured_printer_is_offered),
        TEST(a_printer_that_fails_loses_nothing),
        TEST(a_colleague_takes_the_receipt_alone),
        TEST(nobody_there_leaves_nothing_on_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
