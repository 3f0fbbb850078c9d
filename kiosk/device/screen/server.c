#include "device/screen/server.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

bool is_server_window(SDL_Window *window, SDL_SysWMinfo *out_info)
{
    SDL_VERSION(&out_info->version);
    return SDL_GetWindowWMInfo(window, out_info) && out_info->subsystem == SDL_SYSWM_X11;
}

bool has_server_manager(SDL_Window *window)
{
    SDL_SysWMinfo info;
    Atom type = None;
    int format;
    unsigned long count, left;
    unsigned char *value = NULL;
    if (!is_server_window(window, &info))
        return false;
    Display *server = info.info.x11.display;
    const Atom check = XInternAtom(server, "_NET_SUPPORTING_WM_CHECK", True);
    if (check == None ||
        XGetWindowProperty(server, DefaultRootWindow(server), check, 0, 1, False,
                           XA_WINDOW, &type, &format, &count, &left, &value) != Success)
        return false;
    if (value)
        XFree(value);
    return type == XA_WINDOW && count == 1;
}

const XEvent *server_event(const SDL_Event *event)
{
    return event->type == SDL_SYSWMEVENT && event->syswm.msg->subsystem == SDL_SYSWM_X11
               ? &event->syswm.msg->msg.x11.event
               : NULL;
}
