#include "device/screen/edid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static unsigned char block[128];

static struct span finish(void)
{
    unsigned char sum = 0;
    memcpy(block, "\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8);
    for (size_t i = 0; i < 127; i++)
        sum = (unsigned char)(sum + block[i]);
    block[127] = (unsigned char)-sum;
    return (struct span){(const char *)block, sizeof block};
}

static int set_up(void **state)
{
    (void)state;
    memset(block, 0, sizeof block);
    return 0;
}

static void millimetres_of_the_timing_go_first(void **state)
{
    int width = 0, height = 0;
    (void)state;
    block[21] = 48;
    block[22] = 27;
    block[54] = 1;
    block[66] = 476 & 255;
    block[67] = 268 & 255;
    block[68] = (476 >> 8) << 4 | 268 >> 8;
    assert_int_equal(edid_size(finish(), &width, &height), OK);
    assert_int_equal(width, 476);
    assert_int_equal(height, 268);
}

static void centimetres_will_do(void **state)
{
    int width = 0, height = 0;
    (void)state;
    block[21] = 48;
    block[22] = 27;
    assert_int_equal(edid_size(finish(), &width, &height), OK);
    assert_int_equal(width, 480);
    assert_int_equal(height, 270);
}

static void displays_without_a_size_are_refused(void **state)
{
    int width = 7, height = 7;
    (void)state;
    assert_int_equal(edid_size(finish(), &width, &height), STATUS_BAD_INPUT);
    assert_int_equal(width, 7);
}

static void damaged_blocks_are_refused(void **state)
{
    int width, height;
    (void)state;
    block[21] = 48;
    block[22] = 27;
    struct span bytes = finish();
    block[30] ^= 1;
    assert_int_equal(edid_size(bytes, &width, &height), STATUS_BAD_INPUT);
    bytes = finish();
    bytes.count = 127;
    assert_int_equal(edid_size(bytes, &width, &height), STATUS_BAD_INPUT);
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(millimetres_of_the_timing_go_first),
        TEST(centimetres_will_do),
        TEST(displays_without_a_size_are_refused),
        TEST(damaged_blocks_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
