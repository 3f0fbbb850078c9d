/* The organization's profile as people read it: nothing below three, then how far they agree. */
#include "office_kit.h"

#include "app/desk/office/profile_text.h"

static struct basis *basis;
static struct agreement_view view;
static const struct assessment *assessment;

/* What is told when `count` colleagues see the place alike to the share `share`. */
static struct span told(size_t count, double share, bool has_view)
{
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    assessment = office_kit_form();
    assert_ok(basis_build(&kit.arena, assessment,
                          sample_raters(&kit.arena, assessment, count, 9, share), count,
                          &basis, &view));
    profile_text_add(&page.head, assessment, basis, has_view ? &view : NULL);
    return page_plain(&kit.arena, &page);
}

static void below_three_only_their_number_is_told(void **state)
{
    (void)state;
    for (size_t count = 0; count < 3; count++) {
        const struct span text = told(count, .9, true);
        assert_has(text,
                   span_format(&kit.arena,
                               "Colleagues who described the organization: %zu\n", count)
                       .data);
        assert_has(text, "Below three nothing is shown");
        assert_false(office_kit_has(text, "Agreement"));
        assert_false(office_kit_has(text, "needed"));
        assert_false(office_kit_has(text, "Each colleague"));
    }
}

static void those_who_agree_make_a_profile(void **state)
{
    (void)state;
    const struct span text = told(6, .95, true);
    assert_int_equal(basis->grade, PROFILE_NORMAL);
    assert_has(text, "Profile: agreed\n");
    assert_has(text, "Values and purpose");
    assert_has(text, "Drivers, 1 to 5");
    assert_has(text, "ICC(A,k)");
    assert_has(text, "Each colleague with the rest: ");
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
    profile_text_add(&page.head, sample, basis, &view);
    const struct span text = page_plain(&kit.arena, &page);
    if (asked && strcmp(asked, "write") == 0 && !is_file(path))
        assert_ok(file_write(path, text, 0644));
    assert_ok(file_read(&kit.arena, path, 64 * 1024, &kept));
    assert_string_equal(span_text(&kit.arena, text), span_text(&kit.arena, kept));
}

static void those_who_differ_are_told_so(void **state)
{
    (void)state;
    const struct span text = told(8, 0, true);
    assert_int_equal(basis->grade, PROFILE_SPLIT);
    assert_has(text, "Profile: split: colleagues describe the organization too "
                     "differently");
    assert_has(text, "go against the rest: ask whether there are two cultures");
}

static void a_frozen_profile_tells_nobody_singly(void **state)
{
    (void)state;
    assert_false(office_kit_has(told(6, .95, false), "Each colleague"));
}

static void what_is_not_known_is_a_dash(void **state)
{
    (void)state;
    struct page page = page_init(&kit.arena, SPAN(""), SPAN(""));
    told(6, .95, true);
    basis->situations[0].icc_agreement_k = NAN;
    basis->situations[0].is_usable = false;
    basis->left_out_count = 2;
    profile_text_add(&page.head, assessment, basis, NULL);
    const struct span text = page_plain(&kit.arena, &page);
    assert_has(text, "–  no key: too few or equal ratings\n");
    assert_has(text, ": 6; 2 more are left out (flat or hasty");
    assert_false(office_kit_has(text, "nan"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(below_three_only_their_number_is_told),
        OFFICE_TEST(those_who_agree_make_a_profile),
        OFFICE_TEST(a_profile_reads_as_it_did),
        OFFICE_TEST(those_who_differ_are_told_so),
        OFFICE_TEST(a_frozen_profile_tells_nobody_singly),
        OFFICE_TEST(what_is_not_known_is_a_dash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
