/* The process that may start programs: it prints what people asked for. */
#include "app/duty/duty_task.h"

#include "app/common/console.h"
#include "app/terminal/duty/duty_place.h"
#include "sandbox/sandbox.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/printer_post.h"

#include <poll.h>

/* The data folder stands by the time somebody has something to print. */
static void enclose(const struct duty_folders *folders)
{
    const struct sandbox_folders kept = {.data = folders->keeper.data};
    struct pollfd ready = {.fd = DUTY_PLACE_SOCKET, .events = POLLIN};
    while (poll(&ready, 1, -1) < 0)
        continue;
    if (!is_link_closed(DUTY_PLACE_SOCKET) && sandbox_enter(SANDBOX_UPLINK, &kept) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

enum status duty_task_uplink(const struct duty_folders *folders)
{
    struct arena arena = {0};
    duty_place_take("kiosk-uplink");
    sandbox_harden();
    enum status status = duty_place_join();
    if (status == OK)
        status = arena_init_guarded(&arena, PRINTER_POST_BYTES, NULL);
    if (status == OK)
        enclose(folders);
    while (status == OK) {
        status = printer_post_serve(&arena, DUTY_PLACE_SOCKET);
        arena_reset(&arena);
    }
    arena_done(&arena);
    return status == STATUS_NO_LEDGER ? OK : status;
}
