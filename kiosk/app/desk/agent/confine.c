#include "app/desk/agent/confine.h"

#include "app/common/start/no_network.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static enum status refused(const char *what)
{
    return fail(STATUS_IO, "the system does not let the desk %s: %s", what,
                strerror(errno));
}

enum status confine_front(void)
{
    const struct rlimit none = {0};
    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return refused("keep its memory to itself");
    return OK;
}

enum status confine_agent(void)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
        return refused("end with its front");
    const enum status status = confine_front();
    if (status != OK)
        return status;
    return is_no_network_begun() ? OK : refused("close the way to the network");
}
