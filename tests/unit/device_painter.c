#include "device/painter.h"
#include "device/shot.h"

#include "base/file.h"
#include "view/paint/paint.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { WIDTH = 300, HEIGHT = 200, PAPER = 0xFAF8F4, INK = 0x102030 };

static struct arena arena;
static struct painter *painter;
static struct text *text;
static SDL_Surface *surface;
static struct paint_list list;
static struct brush brush;
static struct surface_facts facts = {
    .width_px = WIDTH, .height_px = HEIGHT, .px_per_mm = 4};

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    if (text_open(&arena, &text) != OK)
        return -1;
    painter_open(&arena, text, &painter);
    surface =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    list = (struct paint_list){0};
    brush = (struct brush){.arena = &arena,
                           .list = &list,
                           .facts = &facts,
                           .theme = theme_get(THEME_LIGHT),
                           .clip = {0, 0, WIDTH, HEIGHT}};
    brush_rect(&brush, brush.clip, PAPER);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    SDL_FreeSurface(surface);
    painter_close(painter);
    text_close(text);
    arena_done(&arena);
    return 0;
}

static uint32_t pixel(int x, int y)
{
    uint32_t rgb;
    memcpy(&rgb, (const char *)surface->pixels + y * surface->pitch + 4 * x, sizeof rgb);
    return rgb & 0xFFFFFF;
}

static struct damage paint(void)
{
    struct damage damage;
    painter_paint(painter, surface, &list, &damage);
    return damage;
}

/* How much ink is on the surface, in whole pixels. */
static double ink(void)
{
    double sum = 0;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            sum += (double)(0xFA - (int)(pixel(x, y) >> 16)) / (0xFA - 0x10);
    return sum;
}

static void a_circle_covers_its_area(void **state)
{
    (void)state;
    brush_circle(&brush, 150.3f, 99.7f, 60, INK, 0);
    paint();
    assert_true(fabs(ink() - M_PI * 60 * 60) < 40);
    assert_int_equal(pixel(150, 100), INK);
    assert_int_equal(pixel(150, 30), PAPER);
}

static void a_ring_covers_its_area_and_leaves_the_middle(void **state)
{
    (void)state;
    brush_circle(&brush, 150, 100, 60, INK, 3);
    paint();
    assert_true(fabs(ink() - 2 * M_PI * 60 * 3) < 20);
    assert_int_equal(pixel(150, 100), PAPER);
}

static void straight_edges_are_crisp(void **state)
{
    (void)state;
    brush_outline(&brush, (struct box){20, 20, 200, 100}, 12, INK, 2, 0);
    paint();
    assert_int_equal(pixel(100, 19), PAPER);
    assert_int_equal(pixel(100, 20), INK);
    assert_int_equal(pixel(100, 21), INK);
    assert_int_equal(pixel(100, 22), PAPER);
    assert_int_equal(pixel(20, 70), INK);
    assert_int_equal(pixel(22, 70), PAPER);
    assert_int_equal(pixel(219, 70), INK);
    assert_int_equal(pixel(20, 20), PAPER); /* the corner is round */
}

static void dashes_are_about_half_the_line(void **state)
{
    (void)state;
    brush_outline(&brush, (struct box){50, 20, 160, 160}, 80, INK, 4, 8);
    paint();
    const double whole = M_PI * 156 * 4;
    assert_true(ink() > 0.45 * whole && ink() < 0.55 * whole);
}

static void a_bent_line_covers_its_area_once(void **state)
{
    const float points[] = {50, 50, 150, 50, 150, 150};
    (void)state;
    brush_path(&brush, "MLL", points, 6, INK, 10);
    paint();
    assert_true(fabs(ink() - (100 * 10 + 100 * 10)) < 3);
    assert_int_equal(pixel(153, 47), INK); /* the outer corner is filled */
}

static void both_lines_of_a_sharp_corner_keep_their_width(void **state)
{
    /* an angle of 35 degrees on the right, as of a roof */
    const float points[] = {40, 140, 150, 63, 260, 140};
    (void)state;
    brush_path(&brush, "MLLZ", points, 6, INK, 6);
    paint();
    const double around = 2 * hypot(110, 77) + 220;
    assert_true(fabs(ink() - around * 6) < 0.03 * around * 6);
}

static void a_photograph_fills_its_box(void **state)
{
    const unsigned char rgb[] = {255, 0, 0, 0, 0, 255};
    (void)state;
    brush_pixels(&brush, (struct box){50, 40, 100, 60}, rgb, 2, 1);
    paint();
    assert_int_equal(pixel(49, 60), PAPER);
    assert_int_equal(pixel(50, 40), 0xFF0000);
    assert_int_equal(pixel(70, 99), 0xFF0000);
    assert_int_equal(pixel(149, 99), 0x0000FF);
    assert_int_equal(pixel(150, 60), PAPER);
    assert_int_equal(pixel(60, 100), PAPER);
    const uint32_t middle = pixel(99, 70);
    assert_true(middle >> 16 > 120 && middle >> 16 < 140);
    assert_true((middle & 0xFF) > 115 && (middle & 0xFF) < 135);
}

static void curves_close_and_fill(void **state)
{
    /* four curves that make a circle to within 0.03 per cent */
    const float k = 0.5522847f * 50, x = 150, y = 100, r = 50;
    const float points[] = {x + r, y,     x + r, y + k, x + k, y + r, x,     y + r, x - k,
                            y + r, x - r, y + k, x - r, y,     x - r, y - k, x - k, y - r,
                            x,     y - r, x + k, y - r, x + r, y - k, x + r, y};
    (void)state;
    brush_path(&brush, "MCCCCZ", points, 26, INK, 0);
    paint();
    assert_true(fabs(ink() - M_PI * 50 * 50) < 40);
}

static void only_what_changed_is_painted(void **state)
{
    (void)state;
    brush_rect(&brush, (struct box){10, 10, 20, 20}, INK);
    assert_int_equal(paint().count, 1);
    assert_int_equal(paint().count, 0);
    SDL_FillRect(surface, NULL, 0);
    brush_rect(&brush, (struct box){100, 100, 5, 6}, INK);
    const struct damage damage = paint();
    assert_int_equal(damage.count, 1);
    assert_int_equal(damage.boxes[0].width, 5);
    assert_int_equal(pixel(102, 102), INK);
    assert_int_equal(pixel(15, 15), 0); /* not touched again */
    painter_forget(painter);
    paint();
    assert_int_equal(pixel(15, 15), INK);
}

static void partial_painting_equals_whole_painting(void **state)
{
    (void)state;
    brush_circle(&brush, 100, 100, 80, INK, 0);
    brush_text(
        &brush,
        &(struct brush_text){
            .text = SPAN("Resonance"), .cap_px = 21, .style = TEXT_BODY, .width_px = 140},
        60, 110, 0xFFFFFF);
    paint();
    brush_circle(&brush, 200, 120, 50, 0x8A5A0A, 4);
    paint();
    SDL_Surface *parts = SDL_DuplicateSurface(surface);
    painter_forget(painter);
    paint();
    assert_memory_equal(parts->pixels, surface->pixels, (size_t)surface->pitch * HEIGHT);
    SDL_FreeSurface(parts);
}

static void shapes_beyond_the_edge_are_cut(void **state)
{
    (void)state;
    brush_circle(&brush, -10, 100, 40, INK, 0);
    brush_circle(&brush, WIDTH + 5, HEIGHT + 5, 40, INK, 6);
    brush_circle(&brush, 150, -500, 520, INK, 2);
    paint();
    assert_int_equal(pixel(0, 100), INK);
    assert_int_equal(pixel(150, 19), INK);
}

static void a_shot_is_a_png(void **state)
{
    char path[] = "/tmp/resonance-shot-XXXXXX";
    struct span bytes;
    (void)state;
    paint();
    const int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_int_equal(shot_write(surface, path), OK);
    assert_int_equal(file_read(&arena, path, 1 << 20, &bytes), OK);
    unlink(path);
    assert_memory_equal(bytes.data, "\x89PNG\r\n\x1a\n", 8);
    assert_memory_equal(bytes.data + bytes.count - 8, "IEND\xAE\x42\x60\x82", 8);
    assert_int_equal(shot_write(surface, "/nowhere/at/all.png"), STATUS_NO_ACCESS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_circle_covers_its_area),
        TEST(a_ring_covers_its_area_and_leaves_the_middle),
        TEST(straight_edges_are_crisp),
        TEST(dashes_are_about_half_the_line),
        TEST(a_bent_line_covers_its_area_once),
        TEST(both_lines_of_a_sharp_corner_keep_their_width),
        TEST(a_photograph_fills_its_box),
        TEST(curves_close_and_fill),
        TEST(only_what_changed_is_painted),
        TEST(partial_painting_equals_whole_painting),
        TEST(shapes_beyond_the_edge_are_cut),
        TEST(a_shot_is_a_png),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
