/* follow: a window that fills the screen goes on to fill it when the screen gets another number of
 * pixels or is turned. SDL 2 does not: it asks the X server once, and never hears of it again. */
#ifndef DEVICE_SCREEN_FOLLOW_H
#define DEVICE_SCREEN_FOLLOW_H

#include <stdbool.h>
#include <SDL2/SDL.h>

/* follow_begin(window): from now on the events say when the screen changes. Does nothing where the
 * window does not stand on an X server. */
void follow_begin(SDL_Window *window);
/* is_follow_event(event): whether `event` says that the screen has changed. */
bool is_follow_event(const SDL_Event *event);
/* follow_fill(window): gives `window` the place and size of the screen as it is now; the usual
 * event tells of it when it has them. A screen that is off changes nothing. */
void follow_fill(SDL_Window *window);

#endif
