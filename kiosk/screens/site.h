/* site: where a terminal stands, from its signed configuration; lent for the journey's life. */
#ifndef SCREENS_SITE_H
#define SCREENS_SITE_H

#include "assessment/assessment.h"
#include "base/status.h"
#include "setup/config.h"
#include "setup/groups/groups.h"

struct site {
    const struct assessment *assessment; /* NULL: there is a fault */
    const struct terminal_config
        *terminal;               /* whose organization, which language, how long */
    const struct groups *groups; /* what is asked for the audit; NULL: nothing */
    enum status fault; /* not OK: nobody can begin, SCREEN_STAFF shows its number */
    bool is_blank; /* the fault is that no configuration is here: the terminal is new */
};

#endif
