/* printer_post: what a person wants to print, on its way from the screens to the process that
 * may start programs (printer.h). A page begins with the version of the terminal's messages
 * (keeper_message.h), and so does its answer: of another version nothing further is read. */
#ifndef APP_TERMINAL_PRINTER_POST_H
#define APP_TERMINAL_PRINTER_POST_H

#include "base/arena.h"
#include "base/span.h"

enum { PRINTER_POST_BYTES = 512 * 1024, PRINTER_POST_TEXT_MAX_BYTES = 64 * 1024 };

/* printer_post_send(socket, arena, queue, text): printer_send by the process behind `socket`,
 * or, where that is 0, by this one; `arena` is for the work. Fails as that, and with
 * STATUS_NO_DEVICE when the process has ended, or is of another version. */
must_check enum status printer_post_send(int socket, struct arena *arena,
                                         struct span queue, struct span text);

/* printer_post_serve(arena, socket): waits for one page from `socket`, prints it and answers.
 * The name of a queue that is none, and a page of another version, are refused. STATUS_NO_LEDGER
 * when the other end is closed. */
must_check enum status printer_post_serve(struct arena *arena, int socket);

#endif
