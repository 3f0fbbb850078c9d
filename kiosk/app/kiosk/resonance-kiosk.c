/* resonance-kiosk: the terminal. See `resonance-kiosk --help` and deploy/guide/guide.txt. */
#include "app/kiosk/carry.h"
#include "app/kiosk/doctor.h"
#include "app/kiosk/run.h"

#include <stdio.h>

static enum status do_task(const struct wish *wish)
{
    switch (wish->task) {
    case TASK_RUN:
        return run_kiosk(wish);
    case TASK_DOCTOR:
        return doctor_run(wish->folders);
    case TASK_REQUEST:
        return carry_request(wish);
    case TASK_EXPORT:
        return carry_export(wish);
    case TASK_HELP:
        fputs(wish_usage(), stdout);
        return OK;
    case TASK_VERSION:
        puts("resonance-kiosk " RESONANCE_VERSION);
        return OK;
    }
    return OK;
}

int main(int argc, char **argv)
{
    struct wish wish;
    enum status status = wish_read(argc, argv, &wish);
    if (status == OK)
        status = do_task(&wish);
    if (status != OK)
        fprintf(stderr, "resonance-kiosk: %s\n", status_last());
    return status_exit(status);
}
