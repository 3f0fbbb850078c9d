/* window: the screen and what the person does to it, without any GL: SDL's window surface, ten
 * fingers and the left button, the keyboard. Waiting costs nothing: the process sleeps until
 * something happens or the deadline has come. */
#ifndef DEVICE_WINDOW_H
#define DEVICE_WINDOW_H

#include "base/status.h"
#include "device/screen/stand.h"
#include "view/paint/damage.h"
#include "view/input.h"
#include "view/theme.h"

#include <stdbool.h>
#include <SDL2/SDL.h>

struct window_options {
    const char *title;
    int width_px, height_px; /* 0: the whole screen */
};

enum { WINDOW_TEXT_BYTES = SDL_TEXTINPUTEVENT_TEXT_SIZE };

struct window {
    SDL_Window *window;
    bool is_touch; /* the last pointer was a finger */
    bool is_down;  /* the left button */
    SDL_FingerID
        fingers[INPUT_FINGERS]; /* one more than SDL's, while they are down; 0: none */
    bool is_repeating;          /* the last key was held down, and sent itself again */
    int64_t held_since_ms;      /* steady: when it went down */
    bool is_whole;              /* it fills the screen */
    bool is_pointer_shown;      /* a mouse was moved last, no finger put down */
    bool
        is_unasked; /* a window manager is there, and was not asked for the whole screen */
    bool
        is_waited_by_fd; /* this SDL driver would look every millisecond: we poll instead */
    struct stand stand;           /* how the screen stands */
    SDL_Surface *picture;         /* what is painted, where it is turned; else NULL */
    char text[WINDOW_TEXT_BYTES]; /* of the last INPUT_TYPE */
};

enum window_event {
    WINDOW_INPUT,    /* the person did something */
    WINDOW_DEADLINE, /* nothing happened until then */
    WINDOW_RESIZED,  /* the surface is another one: paint it whole */
    WINDOW_QUIT,     /* the system asks us to end */
};

/* window_open(options, out_window): opens the screen as `options` say. A window that fills the
 * screen goes on to fill it when that gets another size. The pointer shows once a mouse is
 * moved, and hides when a finger is put down. STATUS_NO_DEVICE when there is no screen. */
must_check enum status window_open(struct window_options options,
                                   struct window *out_window);
/* window_on_lost(on_lost, context): calls `on_lost` with `context` when the X server has gone, by a
 * crash or because all ends at once; behind it the process ends. There is one for the process;
 * nothing of the window may be used in it. */
void window_on_lost(void (*on_lost)(void *context), void *context);
/* window_close(window): closes the screen. A zeroed window is fine. */
void window_close(struct window *window);

/* window_stand(window, stand): the screen stands as `stand` says from now on: the next surface is
 * another one, as after WINDOW_RESIZED, and fingers and mouse are where the picture is. */
void window_stand(struct window *window, const struct stand *stand);

/* window_surface(window): the 32-bit surface to paint on; another one after WINDOW_RESIZED. NULL
 * when the system took it away. */
SDL_Surface *window_surface(struct window *window);
/* window_facts(window, facts): sets size and is_touch of `facts`; the rest stays. */
void window_facts(const struct window *window, struct surface_facts *facts);
/* window_push(window, damage): shows the boxes of `damage`. */
void window_push(struct window *window, const struct damage *damage);

/* A key that is held sends itself again for so long at most: one of a keyboard that was pulled out,
 * or that something lies on, does not write for ever. */
enum { WINDOW_HELD_MAX_MS = 30000 };

/* window_wait(window, deadline_ms, out_input):
 * Sleeps until the person does something, the window changes, or the steady clock reaches
 * `deadline_ms`. Sets `out_input` for WINDOW_INPUT (its text is lent until the next call) and to
 * INPUT_TICK for WINDOW_DEADLINE, always with the moment it happened. */
enum window_event window_wait(struct window *window, int64_t deadline_ms,
                              struct input *out_input);

#endif
