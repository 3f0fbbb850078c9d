/* The process with the ledger: one message after the other, until the screens have ended. A helper
 * that was started again cannot be joined again by a process that has given up sockets: this one
 * ends as soon as staff have closed their page, and whoever is asked next has joined it. */
#include "app/duty/duty_task.h"

#include "app/common/console.h"
#include "app/terminal/duty/duty_place.h"
#include "sandbox/sandbox.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/staff/keeper_staff.h"
#include "app/terminal/keeper/link.h"
#include "machine/lock_state.h"

/* Once the files stand: the folder may have to be made. */
static void enclose(const struct keeper *keeper, bool *is_enclosed)
{
    if (*is_enclosed || !keeper->ledger)
        return;
    *is_enclosed = true;
    const struct keeper_folders *folders = &keeper->folders;
    const struct sandbox_folders needed = {
        .data = folders->data,
        .config = folders->config,
        .incoming = folders->incoming,
        .lock = folders->lock ? folders->lock : LOCK_STATE_FILE,
    };
    if (sandbox_enter(SANDBOX_LEDGER, &needed) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

static enum status serve(struct keeper *keeper, struct arena *arena)
{
    uint32_t number;
    struct span request;
    enum status status = link_receive(arena, DUTY_PLACE_SOCKET, &number, &request);
    if (status == OK)
        status = link_send(DUTY_PLACE_SOCKET, number,
                           keeper_serve(keeper, arena, request), SPAN(""));
    arena_reset(arena);
    return status;
}

enum status duty_task_ledger(const struct duty_folders *folders)
{
    static struct keeper keeper;
    struct arena arena = {0};
    bool is_enclosed = false;
    duty_place_take("kiosk-ledger");
    sandbox_harden();
    keeper.folders = folders->keeper;
    keeper.has_clock = true;
    keeper_staff_join(&keeper, folders->stick, folders->machine);
    enum status status = duty_place_join();
    if (status == OK)
        status = arena_init_guarded(&arena, KEEPER_SERVE_BYTES, NULL);
    while (status == OK && !is_keeper_staff_over(&keeper)) {
        status = serve(&keeper, &arena);
        enclose(&keeper, &is_enclosed);
    }
    keeper_close(&keeper);
    arena_done(&arena);
    return status == STATUS_NO_LEDGER ? OK : status; /* the screens have ended */
}
