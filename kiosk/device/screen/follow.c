#include "device/screen/follow.h"

#include "device/screen/display.h"
#include "device/screen/server.h"

#include <X11/Xlib.h>

void follow_begin(SDL_Window *window)
{
    SDL_SysWMinfo info;
    XWindowAttributes root;
    if (!is_server_window(window, &info))
        return;
    Display *server = info.info.x11.display;
    const Window whole = DefaultRootWindow(server);
    if (XGetWindowAttributes(server, whole, &root))
        XSelectInput(server, whole, root.your_event_mask | StructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool is_follow_event(const SDL_Event *event)
{
    const XEvent *told = server_event(event);
    return told && told->type == ConfigureNotify &&
           told->xconfigure.window == DefaultRootWindow(told->xconfigure.display);
}

void follow_fill(SDL_Window *window)
{
    SDL_SysWMinfo info;
    struct display display;
    if (!is_server_window(window, &info) || !display_look(&display))
        return;
    XMoveResizeWindow(info.info.x11.display, info.info.x11.window, display.x, display.y,
                      (unsigned)display.width_px, (unsigned)display.height_px);
    XFlush(info.info.x11.display);
}
