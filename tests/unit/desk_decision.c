/* What was decided about one person is that person's alone, also where two of many have the same
 * short reference. */
#include "office_kit.h"

#include "app/common/handle.h"
#include "app/desk/office/interview/decision.h"
#include "app/desk/office/staff/staff_write.h"

enum { GUARDED_BYTES = 16 << 20 };

static struct person recruiter;

/* The recruiter of the kit signs, too. */
static void recruiter_make(void)
{
    const struct staff *staff;
    struct signed_rows_write write;
    struct staff_person person = {
        .label = SPAN("recruiter"),
        .name = SPAN("Ines Moreno"),
        .roles = STAFF_ROLE_BIT(STAFF_RECRUITER),
        .recipient = age_recipient_write(&kit.arena, &kit.recruiter.recipient)};
    seal_random(recruiter.seed, sizeof recruiter.seed);
    staff_write_verify_key(&recruiter, &person);
    assert_ok(staff_read(&kit.office, &staff));
    staff_write_begin(&kit.arena, staff, &kit.signing, &write);
    staff_write_person(&write, &person);
    assert_ok(staff_write_end(&write, &kit.office));
    kit.office.staff = NULL;
    kit.keys.person = &recruiter;
}

static struct chronicle_about about_of(unsigned char last)
{
    struct chronicle_about about = {.record_id = {7, 7, 7}, .vacancy = SPAN("")};
    about.record_id[CHAIN_ID_BYTES - 1] = last;
    about.reference = handle_text(&kit.arena, about.record_id);
    return about;
}

static void decide(struct arena *arena, const struct chronicle_about *about)
{
    const struct interview_decision decision = {
        .by = SPAN("Ines Moreno"),
        .reason =
            SPAN("Told us how the late check was put right, and who learned from it.")};
    assert_ok(decision_put(arena, &kit.office, about, &kit.keys, &decision,
                           (struct access_note){.who = SPAN("recruiter")}));
}

static void
two_people_with_the_same_short_reference_have_decisions_of_their_own(void **state)
{
    const struct chronicle_about one = about_of(1), other = about_of(2);
    struct interview_decision *list;
    struct arena arena;
    size_t count = 0;
    (void)state;
    assert_true(is_span_equal(one.reference, other.reference));
    assert_ok(arena_init_guarded(&arena, GUARDED_BYTES, NULL));
    recruiter_make();
    decide(&arena, &one);
    decide(&arena, &other);
    decide(&arena, &one);
    assert_ok(decision_list(&arena, &kit.office, &one, &kit.keys, &list, &count));
    assert_int_equal(count, 2);
    assert_ok(decision_list(&arena, &kit.office, &other, &kit.keys, &list, &count));
    assert_int_equal(count, 1);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(two_people_with_the_same_short_reference_have_decisions_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
