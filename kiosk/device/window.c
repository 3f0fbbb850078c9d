#include "device/window.h"

#include "base/clock.h"
#include "device/screen/follow.h"
#include "device/screen/server.h"
#include "device/wake.h"
#include "device/when.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <X11/Xlib.h>

enum { USUAL_WIDTH_PX = 1920, USUAL_HEIGHT_PX = 1080, SLEEP_MAX_MS = 3600 * 1000 };

/* ---- opening ---- */

static void set_hints(void)
{
    /* SDL would look for a desktop's bus and start one; nothing of ours speaks to any. */
    (void)setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_IME_INTERNAL_EDITING, "0");
    /* The first click into a window that has just come counts as every other. */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

static bool is_polled_by_sdl(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && strcmp(driver, "x11") != 0 && strcmp(driver, "wayland") != 0;
}

static SDL_Window *open_part(const struct window_options *options)
{
    return SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED,
                            SDL_WINDOWPOS_CENTERED, options->width_px, options->height_px,
                            SDL_WINDOW_RESIZABLE);
}

/* Under X11 SDL waits a tenth of a second for the window manager to make a window full-screen,
 * and as long for one that is not there. So the window begins without borders and as large as
 * the screen, and asks when its first picture stands; nobody, where there is no manager: the first
 * tap would have to wait for that. */
static SDL_Window *open_whole(const struct window_options *options, bool is_asked_later)
{
    SDL_Rect screen = {0, 0, USUAL_WIDTH_PX, USUAL_HEIGHT_PX};
    (void)SDL_GetDisplayBounds(0, &screen);
    return SDL_CreateWindow(options->title, screen.x, screen.y, screen.w, screen.h,
                            SDL_WINDOW_BORDERLESS |
                                (is_asked_later ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP));
}

/* Without a screen SDL takes a driver that shows nothing; only who names it wants it. */
static bool is_screen_real(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return SDL_getenv("SDL_VIDEODRIVER") ||
           (strcmp(driver, "dummy") != 0 && strcmp(driver, "offscreen") != 0);
}

/* xinit ends its program with SIGHUP, of which SDL knows nothing: it means what SIGTERM does. */
static void on_hangup(int number)
{
    (void)number;
    (void)raise(SIGTERM);
}

static struct {
    void (*call)(void *context);
    void *context;
} lost;

/* Xlib ends the process when this returns. */
static int on_server_lost(Display *server)
{
    void (*call)(void *context) = lost.call;
    (void)server;
    lost.call = NULL;
    if (call)
        call(lost.context);
    return 0;
}

void window_on_lost(void (*on_lost)(void *context), void *context)
{
    lost.call = on_lost;
    lost.context = context;
    (void)XSetIOErrorHandler(on_server_lost);
}

enum status window_open(struct window_options options, struct window *out_window)
{
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return fail(STATUS_NO_DEVICE, "there is no screen: %s", SDL_GetError());
    if (!is_screen_real()) {
        SDL_Quit();
        return fail(STATUS_NO_DEVICE,
                    "there is no screen: start an X server (xinit), or set DISPLAY");
    }
    (void)signal(SIGHUP, on_hangup);
    const bool is_whole = options.width_px <= 0 || options.height_px <= 0;
    const bool is_server = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
    struct window window = {
        .stand = stand_usual(),
        .is_whole = is_whole,
        .is_waited_by_fd = is_polled_by_sdl(),
    };
    window.window = is_whole ? open_whole(&options, is_server) : open_part(&options);
    if (!window.window) {
        SDL_Quit();
        return fail(STATUS_NO_DEVICE, "the screen cannot be opened: %s", SDL_GetError());
    }
    if (is_whole)
        follow_begin(window.window);
    window.is_unasked = is_whole && has_server_manager(window.window);
    when_begin(window.window);
    SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    *out_window = window;
    return OK;
}

void window_close(struct window *window)
{
    if (!window->window)
        return;
    SDL_FreeSurface(window->picture);
    SDL_DestroyWindow(window->window);
    SDL_Quit();
    *window = (struct window){0};
}

void window_stand(struct window *window, const struct stand *stand)
{
    window->stand = *stand;
    SDL_FreeSurface(window->picture);
    window->picture = NULL;
}

/* As large as the picture is where it is turned; the one before is of another size. */
static void picture_make(struct window *window, const SDL_Surface *glass)
{
    const bool is_upright = is_stand_upright(&window->stand);
    const int width = is_upright ? glass->h : glass->w,
              height = is_upright ? glass->w : glass->h;
    if (window->picture && window->picture->w == width && window->picture->h == height)
        return;
    SDL_FreeSurface(window->picture);
    window->picture =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, glass->format->format);
}

SDL_Surface *window_surface(struct window *window)
{
    SDL_Surface *glass = SDL_GetWindowSurface(window->window);
    if (!glass || !window->stand.turn)
        return glass;
    picture_make(window, glass);
    return window->picture;
}

void window_facts(const struct window *window, struct surface_facts *facts)
{
    int width, height;
    SDL_GetWindowSize(window->window, &width, &height);
    facts->width_px = is_stand_upright(&window->stand) ? height : width;
    facts->height_px = is_stand_upright(&window->stand) ? width : height;
    facts->is_touch = window->is_touch;
}

static uint32_t *pixel_at(const SDL_Surface *surface, int x, int y)
{
    return (uint32_t *)(void *)((unsigned char *)surface->pixels +
                                (size_t)y * (size_t)surface->pitch) +
           x;
}

/* Copies `box` of the picture onto the glass; where it lies there. A row of the picture is a row or
 * a column of the glass, forwards or back. */
static SDL_Rect box_turn(const struct window *window, SDL_Surface *glass, struct box box)
{
    int x = box.x, y = box.y, end_x = box.x + box.width - 1,
        end_y = box.y + box.height - 1;
    for (int down = box.y; down < box.y + box.height; down++)
        for (int across = box.x; across < box.x + box.width; across++) {
            int to_x = across, to_y = down;
            stand_glass(&window->stand, glass->w, glass->h, &to_x, &to_y);
            *pixel_at(glass, to_x, to_y) = *pixel_at(window->picture, across, down);
        }
    stand_glass(&window->stand, glass->w, glass->h, &x, &y);
    stand_glass(&window->stand, glass->w, glass->h, &end_x, &end_y);
    return (SDL_Rect){x < end_x ? x : end_x, y < end_y ? y : end_y, abs(end_x - x) + 1,
                      abs(end_y - y) + 1};
}

void window_push(struct window *window, const struct damage *damage)
{
    SDL_Rect rects[DAMAGE_BOXES];
    SDL_Surface *glass = SDL_GetWindowSurface(window->window);
    for (size_t i = 0; i < damage->count; i++) {
        const struct box box = damage->boxes[i];
        rects[i] = window->picture && glass
                       ? box_turn(window, glass, box)
                       : (SDL_Rect){box.x, box.y, box.width, box.height};
    }
    if (damage->count)
        SDL_UpdateWindowSurfaceRects(window->window, rects, (int)damage->count);
}

/* ---- what the person does ---- */

/* A bare X server draws a cross where nobody says what points; SDL frees the arrow at its end. */
static void pointer_show(void)
{
    SDL_Cursor *arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
    SDL_Cursor *before = SDL_GetCursor();
    if (arrow)
        SDL_SetCursor(arrow);
    if (arrow && before != arrow)
        SDL_FreeCursor(before);
    SDL_ShowCursor(SDL_ENABLE);
}

static void set_touch(struct window *window, bool is_touch)
{
    if (window->is_pointer_shown == is_touch) {
        if (is_touch)
            SDL_ShowCursor(SDL_DISABLE);
        else
            pointer_show();
    }
    window->is_pointer_shown = !is_touch;
    window->is_touch = is_touch;
}

/* On the glass; in the picture from here on. */
static int pointer(const struct window *window, struct input *out_input,
                   enum input_kind kind, int x, int y)
{
    int width, height;
    SDL_GetWindowSize(window->window, &width, &height);
    stand_picture(&window->stand, width, height, &x, &y);
    out_input->kind = kind;
    out_input->x = x;
    out_input->y = y;
    return 1;
}

static int handle_button(struct window *window, const SDL_MouseButtonEvent *event,
                         struct input *out_input)
{
    if (event->button != SDL_BUTTON_LEFT)
        return 0;
    set_touch(window, 0);
    window->is_down = event->state == SDL_PRESSED;
    out_input->pointer = INPUT_MOUSE;
    return pointer(window, out_input, window->is_down ? INPUT_PRESS : INPUT_RELEASE,
                   event->x, event->y);
}

static int handle_motion(struct window *window, const SDL_MouseMotionEvent *event,
                         struct input *out_input)
{
    /* A window that comes under a mouse at rest is told where that is, too. */
    if (event->xrel || event->yrel)
        set_touch(window, 0);
    out_input->pointer = INPUT_MOUSE;
    return window->is_down && pointer(window, out_input, INPUT_DRAG, event->x, event->y);
}

/* Two steps at once when the hand was fast. */
static int handle_wheel(struct window *window, const SDL_MouseWheelEvent *event,
                        struct input *out_input)
{
    const bool is_turned = event->direction == SDL_MOUSEWHEEL_FLIPPED;
    set_touch(window, 0);
    int x, y;
    (void)SDL_GetMouseState(&x, &y);
    out_input->clicks = is_turned ? event->y : -event->y;
    return pointer(window, out_input, INPUT_WHEEL, x, y) && event->y != 0;
}

/* The place that holds `id`, or INPUT_FINGERS. */
static int finger_find(const struct window *window, SDL_FingerID id)
{
    int place = 0;
    while (place < INPUT_FINGERS && window->fingers[place] != id)
        place++;
    return place;
}

static enum input_kind finger_kind(Uint32 type)
{
    return type == SDL_FINGERDOWN ? INPUT_PRESS
           : type == SDL_FINGERUP ? INPUT_RELEASE
                                  : INPUT_DRAG;
}

/* Each finger counts for itself: one may rest on the glass while others write. SDL's ids can be 0,
 * ours cannot. */
static int handle_finger(struct window *window, const SDL_TouchFingerEvent *event,
                         struct input *out_input)
{
    const SDL_FingerID id = event->fingerId + 1;
    const bool is_new = event->type == SDL_FINGERDOWN;
    int width, height, place = finger_find(window, id);
    if (is_new && place == INPUT_FINGERS)
        place = finger_find(window, 0);
    if (place == INPUT_FINGERS)
        return 0;
    SDL_GetWindowSize(window->window, &width, &height);
    set_touch(window, 1);
    window->fingers[place] = event->type == SDL_FINGERUP ? 0 : id;
    out_input->pointer = place;
    const struct stand_place at =
        stand_finger(&window->stand, (struct stand_place){event->x, event->y});
    return pointer(window, out_input, finger_kind(event->type), (int)lrint(at.x * width),
                   (int)lrint(at.y * height));
}

static const struct key {
    SDL_Keycode code;
    enum input_kind kind;
    bool has_repeats;
} keys[] = {
    {SDLK_TAB, INPUT_NEXT, 1},          {SDLK_UP, INPUT_UP, 1},
    {SDLK_DOWN, INPUT_DOWN, 1},         {SDLK_LEFT, INPUT_LEFT, 1},
    {SDLK_RIGHT, INPUT_RIGHT, 1},       {SDLK_HOME, INPUT_HOME, 1},
    {SDLK_END, INPUT_END, 1},           {SDLK_RETURN, INPUT_ACTIVATE, 0},
    {SDLK_KP_ENTER, INPUT_ACTIVATE, 0}, {SDLK_BACKSPACE, INPUT_ERASE, 1},
    {SDLK_DELETE, INPUT_ERASE_NEXT, 1}, {SDLK_ESCAPE, INPUT_BACK, 0},
    {SDLK_PAGEUP, INPUT_PAGE_UP, 1},    {SDLK_PAGEDOWN, INPUT_PAGE_DOWN, 1},
};

/* With Num Lock off the keys of the number pad send no text; who uses them means figures, and no
 * caret that moves without a word. Where X sends the figure all the same, it comes next. */
static int handle_pad(struct window *window, const SDL_Keysym *key,
                      struct input *out_input)
{
    static const char figures[] = "1234567890.";
    SDL_Event next;
    if (key->sym < SDLK_KP_1 || key->sym > SDLK_KP_PERIOD || key->mod & KMOD_NUM)
        return 0;
    const char figure = figures[key->sym - SDLK_KP_1];
    if (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_TEXTINPUT, SDL_TEXTINPUT) > 0 &&
        next.text.text[0] == figure)
        return 0;
    window->text[0] = figure;
    window->text[1] = 0;
    out_input->kind = INPUT_TYPE;
    out_input->text = span_of(window->text);
    return 1;
}

static bool is_held_too_long(const struct window *window)
{
    return window->is_repeating &&
           clock_now().steady_ms - window->held_since_ms > WINDOW_HELD_MAX_MS;
}

static enum input_kind kind_of(const struct key *key, const struct input *input)
{
    if (key->kind == INPUT_NEXT && input->has_shift)
        return INPUT_PREVIOUS;
    return key->kind == INPUT_ACTIVATE && input->has_ctrl ? INPUT_ON : key->kind;
}

/* Only that it goes down and is let go counts; X sends it again and again meanwhile. */
static int handle_staff_key(const SDL_KeyboardEvent *event, struct input *out_input)
{
    out_input->kind = event->type == SDL_KEYDOWN ? INPUT_STAFF : INPUT_STAFF_END;
    return event->keysym.sym == SDLK_F10 && !event->repeat;
}

static int handle_key(struct window *window, const SDL_KeyboardEvent *event,
                      struct input *out_input)
{
    const struct key *key = keys, *end = keys + sizeof keys / sizeof keys[0];
    const bool has_ctrl = (event->keysym.mod & KMOD_CTRL) != 0;
    window->is_repeating = out_input->is_repeat = event->repeat != 0;
    if (!event->repeat)
        window->held_since_ms = clock_now().steady_ms;
    if (is_held_too_long(window))
        return 0;
    if (has_ctrl && event->keysym.sym == SDLK_a) {
        out_input->kind = INPUT_ALL;
        return 1;
    }
    while (key < end && key->code != event->keysym.sym)
        key++;
    if (event->keysym.sym == SDLK_F10)
        return handle_staff_key(event, out_input);
    if (key == end)
        return handle_pad(window, &event->keysym, out_input);
    if (event->repeat && !key->has_repeats)
        return 0;
    out_input->has_ctrl = has_ctrl;
    out_input->has_shift = (event->keysym.mod & KMOD_SHIFT) != 0;
    out_input->kind = kind_of(key, out_input);
    return 1;
}

static int handle_text(struct window *window, const SDL_TextInputEvent *event,
                       struct input *out_input)
{
    memcpy(window->text, event->text, sizeof window->text);
    window->text[sizeof window->text - 1] = 0;
    out_input->kind = INPUT_TYPE;
    out_input->is_repeat = window->is_repeating;
    out_input->text = span_of(window->text);
    return out_input->text.count > 0 && !is_held_too_long(window);
}

static int handle_input(struct window *window, const SDL_Event *event,
                        struct input *out_input)
{
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return handle_button(window, &event->button, out_input);
    case SDL_MOUSEMOTION:
        return handle_motion(window, &event->motion, out_input);
    case SDL_MOUSEWHEEL:
        return handle_wheel(window, &event->wheel, out_input);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return handle_finger(window, &event->tfinger, out_input);
    case SDL_KEYDOWN:
        return handle_key(window, &event->key, out_input);
    case SDL_KEYUP:
        return handle_staff_key(&event->key, out_input);
    case SDL_TEXTINPUT:
        return handle_text(window, &event->text, out_input);
    default:
        return 0;
    }
}

/* ---- waiting ---- */

/* 1 when `event` is worth returning from window_wait for, as `out_kind`. */
static int handle(struct window *window, const SDL_Event *event, struct input *out_input,
                  enum window_event *out_kind)
{
    when_note(event);
    if (event->type == SDL_QUIT) {
        *out_kind = WINDOW_QUIT;
        return 1;
    }
    if (window->is_whole && is_follow_event(event)) {
        follow_fill(window->window);
        return 0;
    }
    if (event->type == SDL_WINDOWEVENT) {
        *out_kind = WINDOW_RESIZED;
        if (event->window.event == SDL_WINDOWEVENT_EXPOSED)
            SDL_UpdateWindowSurface(window->window);
        return event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED;
    }
    *out_kind = WINDOW_INPUT;
    if (!handle_input(window, event, out_input))
        return 0;
    out_input->moment = when_of(event);
    return 1;
}

static int next_event(const struct window *window, int timeout_ms, SDL_Event *out_event)
{
    if (!window->is_waited_by_fd)
        return SDL_WaitEventTimeout(out_event, timeout_ms);
    if (SDL_PollEvent(out_event))
        return 1;
    wake_wait(timeout_ms);
    return SDL_PollEvent(out_event);
}

enum window_event window_wait(struct window *window, int64_t deadline_ms,
                              struct input *out_input)
{
    SDL_Event event;
    enum window_event kind = WINDOW_DEADLINE;
    *out_input = (struct input){.kind = INPUT_TICK};
    wipe(window->text, sizeof window->text);
    if (window->is_unasked) {
        window->is_unasked = false;
        SDL_SetWindowFullscreen(window->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
        return WINDOW_RESIZED;
    }
    for (;;) {
        const int64_t left_ms = deadline_ms - clock_now().steady_ms;
        const int timeout_ms = left_ms > SLEEP_MAX_MS ? SLEEP_MAX_MS : (int)left_ms;
        if (left_ms <= 0 && !SDL_PollEvent(&event))
            break;
        if (left_ms > 0 && !next_event(window, timeout_ms, &event))
            continue;
        if (handle(window, &event, out_input, &kind))
            return kind;
    }
    *out_input = (struct input){.kind = INPUT_TICK, .moment = when_now()};
    return WINDOW_DEADLINE;
}
