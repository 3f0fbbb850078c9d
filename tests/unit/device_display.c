/* What the kernel's list tells of the screen: files as it writes them, good and bad. What the X
 * server tells is played by tests/story/screen.sh. */
#include "device/screen/display.h"

#include "base/file.h"
#include "base/folder.h"

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
static const char *made[32];
static size_t made_count;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 20);
    snprintf(folder, sizeof folder, "/tmp/resonance-display-XXXXXX");
    made_count = 0;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    while (made_count)
        if (remove(made[--made_count]) != 0)
            return -1;
    (void)rmdir(folder);
    arena_done(&arena);
    return 0;
}

static const char *keep(const char *path)
{
    made[made_count++] = path;
    return path;
}

static void give(const char *connector, const char *status, const char *modes,
                 struct span edid)
{
    const char *path = keep(file_path(&arena, folder, connector));
    assert_int_equal(folder_make(path), OK);
    assert_int_equal(
        file_write(keep(file_path(&arena, path, "status")), span_of(status), 0600), OK);
    assert_int_equal(
        file_write(keep(file_path(&arena, path, "modes")), span_of(modes), 0600), OK);
    assert_int_equal(file_write(keep(file_path(&arena, path, "edid")), edid, 0600), OK);
}

static struct span edid_of(unsigned char width_cm, unsigned char height_cm)
{
    unsigned char *bytes = arena_alloc(&arena, EDID_BYTES), sum = 0;
    memcpy(bytes, "\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00\x10\xac\x01\x02", 12);
    bytes[21] = width_cm;
    bytes[22] = height_cm;
    for (size_t i = 0; i < EDID_BYTES - 1; i++)
        sum = (unsigned char)(sum + bytes[i]);
    bytes[EDID_BYTES - 1] = (unsigned char)-sum;
    return (struct span){(const char *)bytes, EDID_BYTES};
}

static void the_connected_screen_is_described(void **state)
{
    struct display display;
    (void)state;
    give("card0-DP-1", "disconnected\n", "", SPAN(""));
    give("card0-HDMI-A-2", "connected\n", "1920x1080\n1280x720\n", edid_of(48, 27));
    assert_true(display_read_kernel(folder, &display));
    assert_string_equal(display.connector, "HDMI-2"); /* as the X server calls it */
    assert_memory_equal(display.name, "\x10\xac\x01\x02", 4);
    assert_int_equal(display.width_px, 1920);
    assert_int_equal(display.height_px, 1080);
    assert_int_equal(display.told_width_mm, 480);
    assert_int_equal(display.told_height_mm, 270);
}

static void other_connectors_keep_their_name(void **state)
{
    struct display display;
    (void)state;
    give("card1-eDP-1", "connected\n", "1366x768\n", SPAN(""));
    assert_true(display_read_kernel(folder, &display));
    assert_string_equal(display.connector, "eDP-1");
    assert_int_equal(display.told_width_mm, 0);
}

static void zeros_and_rubbish_say_nothing(void **state)
{
    static const char zeros[256];
    struct display display;
    (void)state;
    give("card0-VGA-1", "connected\n", "99999999999x1080\n",
         (struct span){zeros, sizeof zeros});
    assert_true(display_read_kernel(folder, &display));
    assert_int_equal(display.width_px, 0);
    assert_int_equal(display.told_width_mm, 0);
    assert_memory_equal(display.name, zeros, sizeof display.name);
}

static void without_a_screen_nothing_is_set(void **state)
{
    struct display display = {.width_px = 7};
    (void)state;
    assert_false(display_read_kernel("/nowhere", &display));
    assert_false(display_read_kernel(folder, &display));
    give("card0-DP-1", "disconnected\n", "", SPAN(""));
    give("version", "connected\n", "1920x1080\n", SPAN(""));
    assert_false(display_read_kernel(folder, &display));
    assert_int_equal(display.width_px, 7);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_connected_screen_is_described),
        TEST(other_connectors_keep_their_name),
        TEST(zeros_and_rubbish_say_nothing),
        TEST(without_a_screen_nothing_is_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
