/* duty: the terminal as processes with one duty each. Whoever shows the screens is the program
 * that was started; what draws foreign words holds no key of the device and opens no file of the
 * data folder.
 *
 *   screens -+- starter -+- ledger   opens ledger.db and drafts.db, signs, marks codes (keeper.h)
 *            |           '- uplink   passes on what a person asked to print
 *            '== messages over sockets to ledger and uplink
 *
 * The other three run resonance-duty, a program that draws nothing: it has a tenth of the libraries
 * of this one, so that it is there sooner, and takes less memory.
 *
 * Where the system has started ledger and uplink, as other users (deploy/resonance-ledger.service),
 * there is no starter: they wait at sockets, one connection each, and end when that is closed; the
 * next connection starts them again.
 *
 * The starter does nothing but start the other two, the uplink when the first screen is shown, and
 * again when one of them ends. When the screens end, all end. */
#ifndef APP_KIOSK_DUTY_H
#define APP_KIOSK_DUTY_H

#include "app/kiosk/arguments.h"

#include <sys/types.h>

struct duties {
    int ledger, uplink; /* sockets to them */
    pid_t starter;      /* 0: the system starts them */
};

/* duty_start(arguments, out_duties): starts the other processes, for the folders of `arguments`, or
 * joins those that wait at arguments->sockets; before the screens are opened. Their program lies
 * beside this one, as it is built, or in ../lib/resonance, as it is installed; neither the
 * environment nor PATH has a say in it. STATUS_NOT_FOUND where it is in neither place, STATUS_IO;
 * fails as link_join. */
must_check enum status duty_start(const struct arguments *arguments,
                                  struct duties *out_duties);
/* duty_shown(duties): the first screen is shown: what prints may be started now, where this program
 * starts it. Once. */
void duty_shown(const struct duties *duties);
/* duty_end(duties): tells them to end, and waits until they have; zeroed ones are fine. */
void duty_end(struct duties *duties);

#endif
