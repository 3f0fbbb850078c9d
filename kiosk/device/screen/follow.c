#include "device/screen/follow.h"

#include "device/screen/display.h"

#include <SDL2/SDL_syswm.h>
#include <X11/Xlib.h>

static bool is_on_server(SDL_Window *window, SDL_SysWMinfo *out_info)
{
    SDL_VERSION(&out_info->version);
    return SDL_GetWindowWMInfo(window, out_info) && out_info->subsystem == SDL_SYSWM_X11;
}

void follow_begin(SDL_Window *window)
{
    SDL_SysWMinfo info;
    XWindowAttributes root;
    if (!is_on_server(window, &info))
        return;
    Display *server = info.info.x11.display;
    const Window whole = DefaultRootWindow(server);
    if (XGetWindowAttributes(server, whole, &root))
        XSelectInput(server, whole, root.your_event_mask | StructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool is_follow_event(const SDL_Event *event)
{
    if (event->type != SDL_SYSWMEVENT || event->syswm.msg->subsystem != SDL_SYSWM_X11)
        return false;
    const XEvent *told = &event->syswm.msg->msg.x11.event;
    return told->type == ConfigureNotify &&
           told->xconfigure.window == DefaultRootWindow(told->xconfigure.display);
}

void follow_fill(SDL_Window *window)
{
    SDL_SysWMinfo info;
    struct display display;
    if (!is_on_server(window, &info) || !display_look(&display))
        return;
    XMoveResizeWindow(info.info.x11.display, info.info.x11.window, display.x, display.y,
                      (unsigned)display.width_px, (unsigned)display.height_px);
    XFlush(info.info.x11.display);
}
