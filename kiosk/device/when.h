/* when: at which moment a person did what an event of SDL tells. SDL stamps events when it reads
 * them; while an answer goes to a slow disk, two taps that were well apart would then look like
 * one trembling finger. The X server stamps them when they happen, by the same steady clock as
 * ours. Under other drivers, or where the server has another clock, it is the moment of reading. */
#ifndef DEVICE_WHEN_H
#define DEVICE_WHEN_H

#include "base/clock.h"

#include <SDL2/SDL.h>

/* when_begin(window): from now on the server's times are noted; there is one for the process. */
void when_begin(SDL_Window *window);
/* when_note(event): notes what the server says of the next event; any event may be given. */
void when_note(const SDL_Event *event);
/* when_of(event): the moment of `event`; never before one that was told already. */
struct moment when_of(const SDL_Event *event);
/* when_now(): now, told as well. */
struct moment when_now(void);

#endif
