/* slip_send: what a person said of themselves for the audit, sealed to the auditors and put into
 * the box. Whoever said nothing, or was gone before the question, makes a slip, too, of the same
 * size: that there is one, or how large it is, tells nothing. */
#ifndef APP_TERMINAL_SLIP_SLIP_SEND_H
#define APP_TERMINAL_SLIP_SLIP_SEND_H

#include "app/terminal/vault.h"

/* slip_send(vault, journey, work, moment): seals and sends the slip of the person whose finished
 * visit ends, where something is asked for the audit (voluntary.h); `work` (guarded) is for
 * scratch. What cannot be kept now is lost, and a line on standard error says so, without a word of
 * it. */
void slip_send(struct vault *vault, const struct journey *journey, struct arena *work,
               struct moment moment);

#endif
