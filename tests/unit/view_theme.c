#include "view/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_pair(const struct theme *theme, const char *what, uint32_t over,
                        uint32_t under)
{
    const double ratio = theme_contrast(over, under);
    if (ratio < theme->contrast_min || ratio > theme->contrast_max + 0.01)
        fail_msg("%s: %s has %.2f:1, promised %.1f to %.1f", theme->id, what, ratio,
                 theme->contrast_min, theme->contrast_max);
}

static void every_theme_keeps_its_promise(void **state)
{
    (void)state;
    for (unsigned name = 0; name < THEME_COUNT; name++) {
        const struct theme *t = theme_get((enum theme_name)name);
        assert_pair(t, "text on paper", t->ink, t->paper);
        assert_pair(t, "text on card", t->ink, t->card);
        assert_pair(t, "text on a chosen card", t->ink, t->tint);
        assert_pair(t, "soft text on paper", t->soft, t->paper);
        assert_pair(t, "soft text on card", t->soft, t->card);
        assert_pair(t, "accent on paper", t->accent, t->paper);
        assert_pair(t, "accent on card", t->accent, t->card);
        assert_pair(t, "accent on a chosen card", t->accent, t->tint);
        assert_pair(t, "text on accent", t->on_accent, t->accent);
        assert_pair(t, "outline on paper", t->outline, t->paper);
        assert_pair(t, "outline on card", t->outline, t->card);
    }
}

static void promises_are_those_of_the_design(void **state)
{
    (void)state;
    assert_true(theme_get(THEME_LIGHT)->contrast_min >= 10);
    assert_true(theme_get(THEME_DARK)->contrast_min >= 10);
    assert_true(theme_get(THEME_HIGH_CONTRAST)->contrast_min >= 20);
    assert_true(theme_get(THEME_LOW_GLARE)->contrast_min >= 4.5);
    assert_true(theme_get(THEME_LOW_GLARE)->contrast_max <= 8);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_true(fabs(theme_contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(theme_contrast(0x777777, 0xFFFFFF) - 4.478) < 0.001);
    assert_true(fabs(theme_contrast(0xFF0000, 0xFF0000) - 1) < 1e-9);
}

static void colours_mix_by_share(void **state)
{
    (void)state;
    assert_int_equal(theme_mix(0x102030, 0xF0E0D0, 0), 0x102030);
    assert_int_equal(theme_mix(0x102030, 0xF0E0D0, 1), 0xF0E0D0);
    assert_int_equal(theme_mix(0x000000, 0x646464, 0.5), 0x323232);
}

static void themes_are_found_by_id(void **state)
{
    enum theme_name name = THEME_COUNT;
    (void)state;
    assert_true(theme_find(SPAN("low-glare"), &name));
    assert_int_equal(name, THEME_LOW_GLARE);
    assert_false(theme_find(SPAN("pink"), &name));
    assert_int_equal(name, THEME_LOW_GLARE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_theme_keeps_its_promise),
        cmocka_unit_test(promises_are_those_of_the_design),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(colours_mix_by_share),
        cmocka_unit_test(themes_are_found_by_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
