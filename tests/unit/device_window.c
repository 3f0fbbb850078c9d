#include "device/window.h"

#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

static struct window window;

static int set_up(void **state)
{
    struct input input;
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (window_open(
            (struct window_options){.title = "Test", .width_px = 400, .height_px = 300},
            &window) != OK)
        return -1;
    while (window_wait(&window, 0, &input) != WINDOW_DEADLINE)
        continue;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    window_close(&window);
    return 0;
}

static enum window_event wait(struct input *out_input)
{
    return window_wait(&window, clock_now().steady_ms + 50, out_input);
}

static struct input give(SDL_Event event)
{
    struct input input;
    SDL_PushEvent(&event);
    assert_int_equal(wait(&input), WINDOW_INPUT);
    return input;
}

static void assert_nothing(SDL_Event event)
{
    struct input input;
    SDL_PushEvent(&event);
    assert_int_equal(wait(&input), WINDOW_DEADLINE);
}

static SDL_Event key(SDL_Keycode code, Uint16 mod, Uint8 repeat)
{
    return (SDL_Event){.key = {.type = SDL_KEYDOWN,
                               .repeat = repeat,
                               .keysym = {.sym = code, .mod = mod}}};
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
    return (SDL_Event){.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};
}

static SDL_Event button(Uint32 type, Uint8 which, int x, int y)
{
    return (SDL_Event){
        .button = {.type = type,
                   .button = which,
                   .x = x,
                   .y = y,
                   .state = type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED}};
}

static void the_facts_are_those_of_the_window(void **state)
{
    struct surface_facts facts = {.theme = THEME_DARK};
    (void)state;
    window_facts(&window, &facts);
    assert_int_equal(facts.width_px, 400);
    assert_int_equal(facts.height_px, 300);
    assert_int_equal(facts.theme, THEME_DARK);
    assert_int_equal(window_surface(&window)->format->BitsPerPixel, 32);
}

static void keys_become_inputs(void **state)
{
    (void)state;
    assert_int_equal(give(key(SDLK_TAB, 0, 0)).kind, INPUT_NEXT);
    assert_int_equal(give(key(SDLK_TAB, KMOD_LSHIFT, 0)).kind, INPUT_PREVIOUS);
    assert_int_equal(give(key(SDLK_LEFT, 0, 1)).kind, INPUT_LEFT);
    assert_int_equal(give(key(SDLK_RETURN, 0, 0)).kind, INPUT_ACTIVATE);
    assert_int_equal(give(key(SDLK_RETURN, KMOD_RCTRL, 0)).kind, INPUT_ON);
    assert_int_equal(give(key(SDLK_ESCAPE, 0, 0)).kind, INPUT_BACK);
    assert_int_equal(give(key(SDLK_DELETE, 0, 1)).kind, INPUT_ERASE_NEXT);
    assert_int_equal(give(key(SDLK_a, KMOD_LCTRL, 0)).kind, INPUT_ALL);
}

static uint32_t pixel(SDL_Surface *surface, int x, int y)
{
    uint32_t value;
    memcpy(&value, (char *)surface->pixels + y * surface->pitch + x * 4, sizeof value);
    return value;
}

static void assert_picture(int width, int height)
{
    struct surface_facts facts = {0};
    window_facts(&window, &facts);
    assert_int_equal(facts.width_px, width);
    assert_int_equal(facts.height_px, height);
    assert_int_equal(window_surface(&window)->w, width);
    assert_int_equal(window_surface(&window)->h, height);
}

/* A mark in the picture stands on the glass where a finger finds it. */
static void assert_turned(int turn)
{
    struct stand stand = stand_usual();
    const SDL_Rect mark = {30, 20, 2, 3};
    const struct damage damage = {.boxes = {{30, 20, 2, 3}}, .count = 1};
    int x = 31, y = 22;
    stand.turn = turn;
    window_stand(&window, &stand);
    assert_picture(turn % 2 ? 300 : 400, turn % 2 ? 400 : 300);
    SDL_FillRect(window_surface(&window), NULL, 0);
    SDL_FillRect(SDL_GetWindowSurface(window.window), NULL, 0x111111);
    SDL_FillRect(window_surface(&window), &mark, 0xabcdef);
    window_push(&window, &damage);
    stand_glass(&stand, 400, 300, &x, &y);
    assert_int_equal(pixel(SDL_GetWindowSurface(window.window), x, y) & 0xffffff,
                     0xabcdef);
    struct input input = give(finger(SDL_FINGERDOWN, 5, (float)x / 400, (float)y / 300));
    assert_true(input.x == 31 && input.y == 22);
    give(finger(SDL_FINGERUP, 5, (float)x / 400, (float)y / 300));
    input = give(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, x, y));
    assert_true(input.x == 31 && input.y == 22);
    give(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, x, y));
}

static void a_picture_that_is_turned_is_where_fingers_and_mouse_are(void **state)
{
    const struct stand usual = stand_usual();
    (void)state;
    for (int turn = 1; turn < STAND_TURNS; turn++)
        assert_turned(turn);
    window_stand(&window, &usual);
    assert_picture(400, 300);
}

static void a_finger_that_is_told_elsewhere_is_put_right(void **state)
{
    const struct stand usual = stand_usual();
    struct stand stand = usual;
    (void)state;
    stand.touch[0] = STAND_ONE / 2;
    stand.touch[5] = STAND_ONE / 10;
    window_stand(&window, &stand);
    const struct input input = give(finger(SDL_FINGERDOWN, 5, 0.5F, 0.5F));
    assert_true(input.x == 100 && input.y == 180);
    give(finger(SDL_FINGERUP, 5, 0.5F, 0.5F));
    window_stand(&window, &usual);
}

static void the_key_for_staff_goes_down_and_is_let_go(void **state)
{
    SDL_Event up = key(SDLK_F10, 0, 0);
    (void)state;
    assert_int_equal(give(key(SDLK_F10, 0, 0)).kind, INPUT_STAFF);
    assert_nothing(key(SDLK_F10, 0, 1)); /* X sends it again while it is held */
    up.type = SDL_KEYUP;
    assert_int_equal(give(up).kind, INPUT_STAFF_END);
    up.key.keysym.sym = SDLK_F9;
    assert_nothing(up);
    assert_nothing(key(SDLK_F9, 0, 0));
}

static void shift_and_ctrl_come_with_a_key(void **state)
{
    (void)state;
    const struct input word = give(key(SDLK_BACKSPACE, KMOD_LCTRL, 0));
    assert_int_equal(word.kind, INPUT_ERASE);
    assert_true(word.has_ctrl && !word.has_shift);
    const struct input selecting = give(key(SDLK_HOME, KMOD_RSHIFT | KMOD_RCTRL, 0));
    assert_int_equal(selecting.kind, INPUT_HOME);
    assert_true(selecting.has_ctrl && selecting.has_shift);
}

static void a_number_pad_types_figures_whatever_num_lock_says(void **state)
{
    (void)state;
    struct input input = give(key(SDLK_KP_7, 0, 0));
    assert_int_equal(input.kind, INPUT_TYPE);
    assert_true(is_span(input.text, "7"));
    assert_true(is_span(give(key(SDLK_KP_0, 0, 0)).text, "0"));
    assert_true(is_span(give(key(SDLK_KP_PERIOD, 0, 1)).text, "."));
    assert_nothing(key(SDLK_KP_7, KMOD_NUM, 0)); /* its text comes by itself */
    SDL_Event text = {.text = {.type = SDL_TEXTINPUT, .text = "8"}};
    SDL_Event pad = key(SDLK_KP_8, 0, 0);
    SDL_PushEvent(&pad);
    assert_true(is_span(give(text).text, "8"));
    assert_int_equal(wait(&input), WINDOW_DEADLINE); /* and once */
}

static void a_held_enter_counts_once(void **state)
{
    (void)state;
    assert_nothing(key(SDLK_RETURN, 0, 1));
    assert_nothing(key(SDLK_F4, KMOD_LALT, 0));
}

static void text_is_lent_until_the_next_wait(void **state)
{
    (void)state;
    struct input input;
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT, .text = "é"}};
    input = give(event);
    assert_int_equal(input.kind, INPUT_TYPE);
    assert_true(is_span(input.text, "é"));
    (void)wait(&input);
    assert_int_equal(window.text[0], 0);
}

static void every_finger_counts_for_itself(void **state)
{
    (void)state;
    struct input input = give(finger(SDL_FINGERDOWN, 0, 0.5f, 0.5f));
    assert_int_equal(input.kind, INPUT_PRESS);
    assert_int_equal(input.x, 200);
    assert_int_equal(input.y, 150);
    assert_true(window.is_touch);
    const int first = input.pointer;
    input = give(finger(SDL_FINGERDOWN, 7, 0.1f, 0.1f));
    assert_int_equal(input.kind, INPUT_PRESS);
    assert_int_not_equal(input.pointer, first);
    input = give(finger(SDL_FINGERUP, 0, 0.5f, 0.6f));
    assert_int_equal(input.kind, INPUT_RELEASE);
    assert_int_equal(input.pointer, first);
    assert_nothing(finger(SDL_FINGERMOTION, 0, 0.5f, 0.7f));
    assert_int_equal(give(finger(SDL_FINGERMOTION, 7, 0.2f, 0.1f)).kind, INPUT_DRAG);
    assert_int_equal(give(finger(SDL_FINGERUP, 7, 0.2f, 0.1f)).kind, INPUT_RELEASE);
}

static void ten_fingers_leave_no_room_for_more_and_the_mouse_works_on(void **state)
{
    (void)state;
    bool is_used[INPUT_FINGERS] = {0};
    for (int i = 0; i < INPUT_FINGERS; i++) {
        const struct input input = give(finger(SDL_FINGERDOWN, i, 0.5f, 0.5f));
        assert_in_range(input.pointer, 0, INPUT_FINGERS - 1);
        assert_false(is_used[input.pointer]);
        is_used[input.pointer] = true;
    }
    assert_nothing(finger(SDL_FINGERDOWN, 99, 0.5f, 0.5f));
    assert_nothing(finger(SDL_FINGERUP, 99, 0.5f, 0.5f));
    assert_int_equal(give(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 20)).pointer,
                     INPUT_MOUSE);
    assert_int_equal(give(finger(SDL_FINGERUP, 3, 0.5f, 0.5f)).kind, INPUT_RELEASE);
    assert_int_equal(give(finger(SDL_FINGERDOWN, 99, 0.5f, 0.5f)).kind, INPUT_PRESS);
}

static void only_the_left_button_counts(void **state)
{
    (void)state;
    assert_nothing(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 10));
    assert_int_equal(give(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 20)).kind,
                     INPUT_PRESS);
    const struct input input = give(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 11, 21));
    assert_int_equal(input.kind, INPUT_RELEASE);
    assert_int_equal(input.x, 11);
    assert_int_equal(input.y, 21);
}

static SDL_Event moved(int x, int y, int by)
{
    return (SDL_Event){
        .motion = {.type = SDL_MOUSEMOTION, .x = x, .y = y, .xrel = by, .yrel = by}};
}

static void the_pointer_shows_for_a_mouse_and_hides_for_a_finger(void **state)
{
    (void)state;
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    assert_nothing(moved(10, 10, 0)); /* the window came under a mouse at rest */
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    assert_nothing(moved(12, 12, 2));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE);
    (void)give(finger(SDL_FINGERDOWN, 3, 0.5f, 0.5f));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    (void)give(finger(SDL_FINGERUP, 3, 0.5f, 0.5f));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    assert_nothing(moved(14, 14, 2));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE);
}

static void the_system_may_end_it(void **state)
{
    struct input input;
    SDL_Event event = {.type = SDL_QUIT};
    (void)state;
    SDL_PushEvent(&event);
    assert_int_equal(wait(&input), WINDOW_QUIT);
}

static void waiting_sleeps(void **state)
{
    struct rusage before, after;
    struct input input;
    (void)state;
    getrusage(RUSAGE_SELF, &before);
    assert_int_equal(window_wait(&window, clock_now().steady_ms + 300, &input),
                     WINDOW_DEADLINE);
    getrusage(RUSAGE_SELF, &after);
    assert_int_equal(input.kind, INPUT_TICK);
    assert_true(after.ru_nvcsw - before.ru_nvcsw < 30); /* not one a millisecond */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_facts_are_those_of_the_window),
        TEST(keys_become_inputs),
        TEST(a_held_enter_counts_once),
        TEST(text_is_lent_until_the_next_wait),
        TEST(a_picture_that_is_turned_is_where_fingers_and_mouse_are),
        TEST(a_finger_that_is_told_elsewhere_is_put_right),
        TEST(the_key_for_staff_goes_down_and_is_let_go),
        TEST(shift_and_ctrl_come_with_a_key),
        TEST(a_number_pad_types_figures_whatever_num_lock_says),
        TEST(every_finger_counts_for_itself),
        TEST(ten_fingers_leave_no_room_for_more_and_the_mouse_works_on),
        TEST(only_the_left_button_counts),
        TEST(the_pointer_shows_for_a_mouse_and_hides_for_a_finger),
        TEST(the_system_may_end_it),
        TEST(waiting_sleeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
