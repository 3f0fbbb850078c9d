/* The file of the screens that were measured: it comes back as it was, and a damaged one is
 * none. */
#include "device/screen/measured.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static char folder[64];

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 16 << 20);
    snprintf(folder, sizeof folder, "/tmp/resonance-measured-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    (void)unlink(file_path(&arena, folder, "screens.json"));
    (void)rmdir(folder);
    arena_done(&arena);
    return 0;
}

static struct display screen(int number)
{
    return (struct display){.connector = "HDMI-1",
                            .name = {(unsigned char)number, 7},
                            .width_px = 1920,
                            .height_px = 1080};
}

static void put(struct measured *measured, int number, int width_mm)
{
    const struct display display = screen(number);
    measured_put(measured, &display, width_mm * 1000, SPAN("2026-11-29"));
}

static void what_was_measured_comes_back(void **state)
{
    struct measured measured = {.count = 0}, again;
    const struct display display = screen(2);
    (void)state;
    put(&measured, 1, 476);
    put(&measured, 2, 344);
    assert_int_equal(measured_save(folder, &measured), OK);
    assert_int_equal(measured_load(folder, &again), OK);
    assert_int_equal(again.count, 2);
    const struct measured_screen *found = measured_find(&again, &display);
    assert_non_null(found);
    assert_int_equal(found->width_um, 344000);
    assert_string_equal(found->day, "2026-11-29");
    assert_true(
        is_span_equal(measured_write(&arena, &measured), measured_write(&arena, &again)));
}

static void no_file_is_no_screen(void **state)
{
    struct measured measured;
    (void)state;
    assert_int_equal(measured_load(folder, &measured), OK);
    assert_int_equal(measured.count, 0);
}

static void a_folder_that_is_not_there_is_made(void **state)
{
    struct measured measured = {.count = 0};
    (void)state;
    put(&measured, 1, 476);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(measured_save(folder, &measured), OK);
    assert_int_equal(measured_load(folder, &measured), OK);
    assert_int_equal(measured.count, 1);
}

static void a_screen_measured_again_has_its_last_measure(void **state)
{
    struct measured measured = {.count = 0};
    const struct display display = screen(3);
    (void)state;
    for (int number = 0; number < 5; number++)
        put(&measured, number, 400 + number);
    put(&measured, 3, 555);
    assert_int_equal(measured.count, 5);
    assert_int_equal(measured_find(&measured, &display)->width_um, 555000);
}

static void with_too_many_the_oldest_goes(void **state)
{
    struct measured measured = {.count = 0};
    const struct display first = screen(0), second = screen(1);
    (void)state;
    for (int number = 0; number <= MEASURED_MAX; number++)
        put(&measured, number, 400);
    assert_int_equal(measured.count, MEASURED_MAX);
    assert_null(measured_find(&measured, &first));
    assert_non_null(measured_find(&measured, &second));
    assert_true(measured_write(&arena, &measured).count <= MEASURED_BYTES_MAX);
}

#define SCREEN(connector, day, height, name, width, um)                                  \
    "{\"screens\":[{\"connector\":\"" connector "\",\"day\":\"" day                      \
    "\",\"height_px\":" height ",\"name\":\"" name "\",\"width_px\":" width              \
    ",\"width_um\":" um "}],\"version\":1}"
#define NAME "00112233445566778899"

static void damaged_files_are_refused_and_nothing_is_set(void **state)
{
    static const char *const damaged[] = {
        "",
        "{}",
        "[]",
        "{\"screens\":[],\"version\":2}",
        "{\"screens\":[],\"version\":1} ",
        "{\"screens\":[],\"version\":1,\"x\":1}",
        "{\"screens\":[{}],\"version\":1}",
        SCREEN("DP-1", "2026-13-01", "1080", NAME, "1920", "476000"),
        SCREEN("DP-1", "2026-11-29 ", "1080", NAME, "1920", "476000"),
        SCREEN("DP-1", "2026-11-29", "0", NAME, "1920", "476000"),
        SCREEN("DP-1", "2026-11-29", "1080", "0011", "1920", "476000"),
        SCREEN("DP-1", "2026-11-29", "1080", NAME, "1920", "0"),
        SCREEN("DP-1", "2026-11-29", "1080", NAME, "1920", "-476000"),
        SCREEN("DP-1", "2026-11-29", "1080", NAME, "1920", "50000"), /* 975 to the inch */
        SCREEN("DP-1", "2026-11-29", "1080", NAME, "1920", "9000000"),
        SCREEN("a connector of 32 bytes, too long", "2026-11-29", "1080", NAME, "1920",
               "476000"),
    };
    struct measured measured = {.count = 77};
    (void)state;
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        assert_int_equal(measured_read(&arena, span_of(damaged[i]), &measured),
                         STATUS_DAMAGED);
        assert_int_equal(measured.count, 77);
    }
    assert_int_equal(
        measured_read(&arena,
                      SPAN(SCREEN("DP-1", "2026-11-29", "1080", NAME, "1920", "476000")),
                      &measured),
        OK);
    assert_int_equal(measured.count, 1);
}

static void a_file_that_is_too_long_is_not_read(void **state)
{
    struct measured measured = {.count = 77};
    char *bytes = arena_alloc(&arena, MEASURED_BYTES_MAX + 1);
    (void)state;
    memset(bytes, ' ', MEASURED_BYTES_MAX + 1);
    assert_int_equal(file_write(file_path(&arena, folder, "screens.json"),
                                (struct span){bytes, MEASURED_BYTES_MAX + 1}, 0600),
                     OK);
    assert_int_equal(measured_load(folder, &measured), STATUS_TOO_LARGE);
    assert_int_equal(measured.count, 77);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_measured_comes_back),
        TEST(no_file_is_no_screen),
        TEST(a_folder_that_is_not_there_is_made),
        TEST(a_screen_measured_again_has_its_last_measure),
        TEST(with_too_many_the_oldest_goes),
        TEST(damaged_files_are_refused_and_nothing_is_set),
        TEST(a_file_that_is_too_long_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
