/* printer: plain text to a print queue of this machine, by the program `lp` of CUPS, which is on
 * the PATH. It gets the text through a pipe: no file, no shell, and no word of it in its
 * arguments. What the printing system does with it afterwards is its own (deploy/guide/guide.txt
 * says what IT sets). Own code and not the library of CUPS, because that would bring its network
 * along. */
#ifndef APP_TERMINAL_PRINTER_H
#define APP_TERMINAL_PRINTER_H

#include "base/span.h"
#include "base/status.h"

/* Whoever stands there waits no longer for it. */
enum { PRINTER_WAIT_MS = 10 * 1000, PRINTER_COLUMNS = 76 };

/* printer_send(arena, queue, text): a page with `text`, its lines broken after at most
 * PRINTER_COLUMNS letters, to `queue` (is_config_printer). STATUS_NO_DEVICE when `lp` is not
 * there, does not take it, or takes more than PRINTER_WAIT_MS; then it has been ended. */
must_check enum status printer_send(struct arena *arena, struct span queue,
                                    struct span text);

#endif
