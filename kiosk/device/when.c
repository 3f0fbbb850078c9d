/* Events of keyboard and mouse reach us beside SDL's own (SDL_SYSWMEVENT). Of a touch that one is
 * empty: SDL alone can take its data. So the time is read where Xlib takes the event from the wire,
 * in the place that it has for extensions, in front of the one that libXi has put there. */
#include "device/when.h"

#include "device/screen/server.h"

#include <X11/Xlibint.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XI2proto.h>
#undef max /* Xlibint.h has them */
#undef min

/* An event that was not read for longer is one of a server with another clock. */
enum { TOUCHES = 64, AGE_MAX_MS = 60000 };

typedef Bool read_wire(Display *server, XGenericEventCookie *cookie, xEvent *wire);

static struct {
    read_wire *read; /* libXi's */
    struct touch_time {
        uint16_t kind; /* XI_TouchBegin, XI_TouchUpdate or XI_TouchEnd */
        uint32_t finger, time;
    } touches[TOUCHES]; /* the last ones, in a ring */
    unsigned touch_count;
    bool has_time; /* of keyboard or mouse, for the next event of SDL */
    uint32_t time;
    int64_t last_ms; /* steady: told last */
} when;

static Bool note_wire(Display *server, XGenericEventCookie *cookie, xEvent *wire)
{
    const xXIDeviceEvent *event = (const xXIDeviceEvent *)wire;
    if (event->evtype >= XI_TouchBegin && event->evtype <= XI_TouchEnd)
        when.touches[when.touch_count++ % TOUCHES] =
            (struct touch_time){event->evtype, event->detail, event->time};
    return when.read ? when.read(server, cookie, wire) : False;
}

void when_begin(SDL_Window *window)
{
    SDL_SysWMinfo info;
    int opcode, event, error;
    if (!is_server_window(window, &info))
        return;
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
    if (!when.read && XQueryExtension(info.info.x11.display, "XInputExtension", &opcode,
                                      &event, &error))
        when.read = XESetWireToEventCookie(info.info.x11.display, opcode, note_wire);
}

void when_note(const SDL_Event *event)
{
    const XEvent *told = server_event(event);
    if (!told)
        return;
    when.has_time = told->type == KeyPress || told->type == ButtonPress ||
                    told->type == ButtonRelease || told->type == MotionNotify;
    if (told->type == KeyPress)
        when.time = (uint32_t)told->xkey.time;
    else if (told->type == MotionNotify)
        when.time = (uint32_t)told->xmotion.time;
    else if (when.has_time)
        when.time = (uint32_t)told->xbutton.time;
}

static bool is_touch(const SDL_Event *event)
{
    return event->type == SDL_FINGERDOWN || event->type == SDL_FINGERMOTION ||
           event->type == SDL_FINGERUP;
}

static uint16_t kind_of(const SDL_Event *event)
{
    return event->type == SDL_FINGERDOWN ? XI_TouchBegin
           : event->type == SDL_FINGERUP ? XI_TouchEnd
                                         : XI_TouchUpdate;
}

/* The newest that fits; a finger has its number once only. */
static bool find_touch(const SDL_Event *event, uint32_t *out_time)
{
    const unsigned count = when.touch_count < TOUCHES ? when.touch_count : TOUCHES;
    for (unsigned i = 1; i <= count; i++) {
        const struct touch_time *touch = &when.touches[(when.touch_count - i) % TOUCHES];
        if (touch->kind == kind_of(event) &&
            touch->finger == (uint32_t)event->tfinger.fingerId) {
            *out_time = touch->time;
            return true;
        }
    }
    return false;
}

static struct moment told(struct moment moment)
{
    if (moment.steady_ms < when.last_ms) {
        moment.unix_ms += when.last_ms - moment.steady_ms;
        moment.steady_ms = when.last_ms;
    }
    when.last_ms = moment.steady_ms;
    return moment;
}

struct moment when_now(void)
{
    return told(clock_now());
}

struct moment when_of(const SDL_Event *event)
{
    struct moment moment = clock_now();
    uint32_t time = when.time;
    const bool is_known = is_touch(event) ? find_touch(event, &time) : when.has_time;
    const uint32_t age_ms = (uint32_t)moment.steady_ms - time;
    if (is_known && age_ms <= AGE_MAX_MS) {
        moment.steady_ms -= age_ms;
        moment.unix_ms -= age_ms;
    }
    return told(moment);
}
