/* The organization's profile as people read it: nothing below five, then how far they agree. */
#include "office_kit.h"

#include "app/desk/office/profile_text.h"

static struct basis *basis;
static struct agreement_view view;
static const struct assessment *assessment;

/* What is told when `count` colleagues see the place alike to the share `share`. */
static struct span told(size_t count, double share)
{
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    assessment = office_kit_form();
    assert_ok(basis_build(&kit.arena, assessment,
                          sample_raters(&kit.arena, assessment, count, 9, share), count,
                          &basis, &view));
    profile_text_add(&page.head, assessment, basis);
    return page_plain(&kit.arena, &page);
}

static void below_five_only_their_number_is_told(void **state)
{
    (void)state;
    for (size_t count = 0; count < 5; count++) {
        const struct span text = told(count, .9);
        assert_has(text, "Colleagues in the figures: 0\n");
        assert_has(text, "Below 5 nothing is shown");
        assert_false(office_kit_has(text, "Agreement"));
        assert_false(office_kit_has(text, "needed"));
    }
}

static void those_who_agree_make_a_profile(void **state)
{
    (void)state;
    const struct span text = told(8, .95);
    assert_int_equal(basis->grade, PROFILE_NORMAL);
    assert_has(text, "Profile: agreed\n");
    assert_has(text, "Values and purpose");
    assert_has(text, "Drivers, 1 to 5");
    assert_has(text, "ICC(A,k)");
    assert_has(text, "Pilot form, not for decisions.");
    for (size_t i = 0; i < basis->dimension_count; i++)
        assert_has(text, span_format(&kit.arena, "  %.*s  ",
                                     SPAN_ARGS(page_number(&kit.arena,
                                                           basis->dimensions[i].now, 2)))
                             .data);
}

/* All of it, as it was: RESONANCE_GOLDEN=write writes it when it is missing. */
static void a_profile_reads_as_it_did(void **state)
{
    (void)state;
    static const char path[] = SOURCE_DIR "/tests/vectors/profiles/six-colleagues.txt";
    const char *asked = getenv("RESONANCE_GOLDEN");
    struct span kept;
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    const struct assessment *sample = sample_assessment(&kit.arena);
    assert_ok(basis_build(&kit.arena, sample, sample_raters(&kit.arena, sample, 6, 9, .7),
                          6, &basis, &view));
    profile_text_add(&page.head, sample, basis);
    const struct span text = page_plain(&kit.arena, &page);
    if (asked && strcmp(asked, "write") == 0 && !is_file(path))
        assert_ok(file_write(path, text, 0644));
    assert_ok(file_read(&kit.arena, path, 64 * 1024, &kept));
    assert_string_equal(span_text(&kit.arena, text), span_text(&kit.arena, kept));
}

static void those_who_differ_are_told_so(void **state)
{
    (void)state;
    assert_has(told(8, 0),
               "Profile: split: colleagues describe the organization too differently");
    assert_int_equal(basis->grade, PROFILE_SPLIT);
}

/* Two looks differ by three people or by none, whoever comes in between. */
static void a_look_moves_in_steps(void **state)
{
    (void)state;
    static const size_t behind[] = {0, 0, 0, 0, 0, 5, 5, 5, 8, 8, 8, 11, 11};
    for (size_t count = 0; count < sizeof behind / sizeof *behind; count++) {
        told(count, .9);
        assert_int_equal(basis->rater_count, behind[count]);
        assert_int_equal(view.waiting_count, count - behind[count]);
        assert_null(view.rater_with_rest);
    }
}

static void what_is_not_known_is_a_dash(void **state)
{
    (void)state;
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    told(8, .95);
    basis->situations[0].icc_agreement_k = NAN;
    basis->situations[0].is_usable = false;
    basis->left_out_count = 2;
    profile_text_add(&page.head, assessment, basis);
    const struct span text = page_plain(&kit.arena, &page);
    assert_has(text, "–  not shown: too few or equal ratings\n");
    assert_has(text, "Left out, because the answers are flat or hasty: 2\n");
    assert_false(office_kit_has(text, "nan"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(below_five_only_their_number_is_told),
        OFFICE_TEST(those_who_agree_make_a_profile),
        OFFICE_TEST(a_profile_reads_as_it_did),
        OFFICE_TEST(those_who_differ_are_told_so),
        OFFICE_TEST(a_look_moves_in_steps),
        OFFICE_TEST(what_is_not_known_is_a_dash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
