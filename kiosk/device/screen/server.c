#include "device/screen/server.h"

bool is_server_window(SDL_Window *window, SDL_SysWMinfo *out_info)
{
    SDL_VERSION(&out_info->version);
    return SDL_GetWindowWMInfo(window, out_info) && out_info->subsystem == SDL_SYSWM_X11;
}

const XEvent *server_event(const SDL_Event *event)
{
    return event->type == SDL_SYSWMEVENT && event->syswm.msg->subsystem == SDL_SYSWM_X11
               ? &event->syswm.msg->msg.x11.event
               : NULL;
}
