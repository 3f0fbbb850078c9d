/* keeper_serve: one message in, one message out. Whoever asks may be anybody: a message that is
 * none is refused, and what is asked at the wrong moment, too. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_SERVE_H
#define APP_TERMINAL_KEEPER_KEEPER_SERVE_H

#include "app/terminal/keeper/keeper.h"

/* Room for a request, its work and its reply. */
enum { KEEPER_SERVE_BYTES = 4 * 1024 * 1024 };

/* keeper_serve(keeper, arena, request): does what `request` asks of `keeper` and returns the reply,
 * built in `arena` (guarded). A keeper that is not open answers nothing but OPEN:
 * STATUS_NO_LEDGER. */
struct span keeper_serve(struct keeper *keeper, struct arena *arena, struct span request);

#endif
