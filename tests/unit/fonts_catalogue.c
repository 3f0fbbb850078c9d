#include "fonts/catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static struct catalogue *catalogue;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 4 * 1024 * 1024);
    return catalogue_open(&arena, &catalogue) == OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    catalogue_close(catalogue);
    arena_done(&arena);
    return 0;
}

static const char *file_for(const char *language, uint32_t code,
                            enum catalogue_weight weight)
{
    const int family = catalogue_find(catalogue, span_of(language), code);
    const char *path = family < 0 ? NULL : catalogue_face(catalogue, family, weight).path;
    return path ? strrchr(path, '/') + 1 : "";
}

/* What fonts-inter and fonts-noto-core bring, script by script. */
static void each_script_has_its_font(void **state)
{
    static const struct {
        uint32_t code;
        const char *file;
    } scripts[] = {
        {'a', "Inter-Regular.otf"},
        {0x0436, "Inter-Regular.otf"},
        {0x0627, "NotoSansArabic-Regular.ttf"},
        {0x05D0, "NotoSansHebrew-Regular.ttf"},
        {0x0E01, "NotoSansThai-Regular.ttf"},
        {0x0995, "NotoSansBengali-Regular.ttf"},
        {0x0B95, "NotoSansTamil-Regular.ttf"},
        {0x0C95, "NotoSansKannada-Regular.ttf"},
        {0x1780, "NotoSansKhmer-Regular.ttf"},
        {0x1000, "NotoSansMyanmar-Regular.ttf"},
        {0x1200, "NotoSansEthiopic-Regular.ttf"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        assert_string_equal(file_for("", scripts[i].code, CATALOGUE_REGULAR),
                            scripts[i].file);
}

/* Noto has nothing between regular and bold: the nearest is taken, of two the lighter. */
static void a_weight_that_is_missing_is_the_nearest(void **state)
{
    (void)state;
    assert_string_equal(file_for("", 'a', CATALOGUE_MEDIUM), "Inter-Medium.otf");
    assert_string_equal(file_for("", 'a', CATALOGUE_SEMIBOLD), "Inter-SemiBold.otf");
    assert_string_equal(file_for("", 0x0E01, CATALOGUE_MEDIUM),
                        "NotoSansThai-Regular.ttf");
    assert_string_equal(file_for("", 0x0E01, CATALOGUE_SEMIBOLD),
                        "NotoSansThai-Bold.ttf");
}

static void what_no_font_has_is_told(void **state)
{
    (void)state;
    assert_int_equal(catalogue_find(catalogue, SPAN(""), 0xF0000), -1);
    assert_int_equal(catalogue_find(catalogue, SPAN(""), 0x10FFFF), -1);
}

static void the_package_that_mends_it_is_named(void **state)
{
    (void)state;
    assert_string_equal(catalogue_package(0x0E01), "fonts-noto-core");
    assert_string_equal(catalogue_package(0x4E2D), "fonts-noto-cjk");
    assert_string_equal(catalogue_package(0xAC00), "fonts-noto-cjk");
    assert_null(catalogue_package(0x1F642));
}

/* A reader of Chinese, Japanese or Korean has the form of a sign that they know. */
static void a_chinese_sign_has_the_form_of_its_language(void **state)
{
    static const char *const languages[] = {"zh", "zh-TW", "zh-HK", "ja", "ko"};
    (void)state;
    const int usual = catalogue_find(catalogue, SPAN(""), 0x9AA8);
    if (usual < 0 ||
        !strstr(catalogue_face(catalogue, usual, CATALOGUE_REGULAR).path, "NotoSansCJK"))
        skip();
    int found[5];
    for (size_t i = 0; i < 5; i++) {
        found[i] = catalogue_find(catalogue, span_of(languages[i]), 0x9AA8);
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(found[i], found[j]);
    }
    assert_int_equal(usual, found[3]);
}

/* As a machine without any font, and as one that has a single one. */
static void only_what_is_installed_is_found(void **state)
{
    char folder[] = "/tmp/resonance-fonts-XXXXXX", path[128], words[256], command[256];
    const int inter = catalogue_find(catalogue, SPAN(""), 'a');
    const char *file = catalogue_face(catalogue, inter, CATALOGUE_REGULAR).path;
    struct catalogue *few;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fonts.conf", folder);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>\n",
            folder, folder);
    fclose(out);
    setenv("FONTCONFIG_FILE", path, 1);
    assert_int_equal(catalogue_open(&arena, &few), STATUS_NOT_FOUND);
    assert_non_null(strstr(status_last(), "fonts-inter"));
    snprintf(words, sizeof words, "%s/one.otf", folder);
    assert_int_equal(symlink(file, words), 0);
    assert_int_equal(catalogue_open(&arena, &few), OK);
    assert_true(catalogue_find(few, SPAN(""), 'a') >= 0);
    assert_int_equal(catalogue_find(few, SPAN(""), 0x0E01), -1);
    catalogue_close(few);
    unsetenv("FONTCONFIG_FILE");
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_script_has_its_font),
        TEST(a_weight_that_is_missing_is_the_nearest),
        TEST(what_no_font_has_is_told),
        TEST(the_package_that_mends_it_is_named),
        TEST(a_chinese_sign_has_the_form_of_its_language),
        TEST(only_what_is_installed_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
