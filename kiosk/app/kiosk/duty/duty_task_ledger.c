/* The process with the ledger: one message after the other. */
#include "app/kiosk/duty/duty_task.h"

#include "app/common/console.h"
#include "app/kiosk/duty/duty_place.h"
#include "app/kiosk/duty/sandbox.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/staff/keeper_staff.h"
#include "app/terminal/keeper/link.h"

/* Once the files stand: the folder may have to be made. */
static void enclose(const struct keeper *keeper, bool *is_enclosed)
{
    if (*is_enclosed || !keeper->ledger)
        return;
    *is_enclosed = true;
    if (sandbox_enter(SANDBOX_LEDGER, &keeper->folders, NULL) != OK)
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

enum status duty_task_ledger(const struct arguments *arguments)
{
    static struct keeper keeper;
    struct arena arena = {0};
    bool is_enclosed = false;
    duty_place_take("kiosk-ledger");
    sandbox_harden();
    keeper.folders = (struct keeper_folders){
        arguments->folders.config, arguments->folders.data, arguments->folders.words,
        arguments->folders.incoming, arguments->folders.lock};
    keeper_staff_join(&keeper, arguments->folders.stick, arguments->folders.machine);
    enum status status = duty_place_join();
    if (status == OK)
        status = arena_init_guarded(&arena, KEEPER_SERVE_BYTES, NULL);
    while (status == OK) {
        status = serve(&keeper, &arena);
        enclose(&keeper, &is_enclosed);
    }
    keeper_close(&keeper);
    arena_done(&arena);
    return status == STATUS_NO_LEDGER ? OK : status; /* the screens have ended */
}
