/* server: the X server on which a window of SDL stands, and its own events, which SDL hands on once
 * SDL_SYSWMEVENT is enabled. */
#ifndef DEVICE_SCREEN_SERVER_H
#define DEVICE_SCREEN_SERVER_H

#include <stdbool.h>
#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>

/* is_server_window(window, out_info): whether `window` stands on an X server; then `out_info` says
 * which, and which window of it. */
bool is_server_window(SDL_Window *window, SDL_SysWMinfo *out_info);
/* has_server_manager(window): whether `window` stands on an X server with a window manager, which
 * may make windows full-screen (EWMH 1.5, _NET_SUPPORTING_WM_CHECK). */
bool has_server_manager(SDL_Window *window);
/* server_event(event): what the X server said, where `event` is that; else NULL. Lent as `event`
 * is. */
const XEvent *server_event(const SDL_Event *event);

#endif
