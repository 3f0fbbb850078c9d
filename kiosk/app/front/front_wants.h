/* front_wants: what somebody who starts the desk may choose, and the times that they may not. */
#ifndef APP_FRONT_FRONT_WANTS_H
#define APP_FRONT_FRONT_WANTS_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

enum {
    FRONT_SLOW_MS = 3 * 1000,
    FRONT_AGENT_MS = 120 * 1000,     /* without a sign that it is at work */
    FRONT_QUIET_MS = 60 * 60 * 1000, /* after the last lock it ends by itself */
    FRONT_HIDE_MINUTES = 15,
    FRONT_HIDE_MINUTES_LEAST = 5,
    FRONT_HIDE_MINUTES_MOST = 60,
};

struct front_wants {
    const char *folder; /* of the organization, a whole path */
    unsigned port; /* 0: the usual one of the folder, or another where that is taken */
    size_t hide_minutes;
    bool is_without_browser; /* the address is told, nothing is started */
    /* For other machines, too; without a name (NULL) the desk serves its own machine only. */
    const char *host;             /* its name, as browsers write it */
    unsigned address;             /* IPv4, in the order of the net */
    struct span certificate, key; /* PEM */
    int64_t certificate_until_s;
    int listening; /* a socket that was passed in; 0: none */
    int program;   /* the file that agents run, open */
};

#endif
