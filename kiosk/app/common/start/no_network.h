/* no_network: a process, and whatever it starts, opens no socket from now on. */
#ifndef APP_COMMON_START_NO_NETWORK_H
#define APP_COMMON_START_NO_NETWORK_H

#include <stdbool.h>

/* is_no_network_begun(): closes the way, for good; whether the system let it, else errno says
 * why. It only makes system calls, so that a child may call it between fork and exec. */
bool is_no_network_begun(void);

#endif
