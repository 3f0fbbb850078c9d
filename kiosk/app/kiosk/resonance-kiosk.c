/* resonance-kiosk: the terminal. See `resonance-kiosk --help` and deploy/guide/guide.txt. */
#include "app/kiosk/transfer.h"

#include "app/common/console.h"
#include "app/kiosk/calibrate.h"
#include "app/kiosk/doctor/doctor.h"
#include "app/kiosk/lock/lock.h"
#include "app/kiosk/run.h"

static enum status do_task(const struct arguments *arguments)
{
    switch (arguments->task) {
    case TASK_RUN:
        return run_kiosk(arguments);
    case TASK_DOCTOR:
        return doctor_run(arguments);
    case TASK_CALIBRATE:
        return calibrate_run(arguments);
    case TASK_REQUEST:
        return transfer_request(arguments);
    case TASK_EXPORT:
        return transfer_export(arguments);
    case TASK_LOCK:
        return lock_run(arguments);
    case TASK_UNLOCK:
        return lock_unlock(arguments);
    case TASK_VERIFY:
        return lock_verify(arguments);
    case TASK_HELP:
        console_text(CONSOLE_OUT, span_of(arguments_usage()));
        return OK;
    case TASK_VERSION:
        console_line(CONSOLE_OUT, "resonance-kiosk " RESONANCE_VERSION);
        return OK;
    }
    return OK;
}

int main(int argc, char **argv)
{
    struct arguments arguments;
    enum status status = arguments_read(argc, argv, &arguments);
    if (status == OK)
        status = do_task(&arguments);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
    return status_exit(status);
}
