/* terminal: one kiosk without its window: configuration, vault, journey, tree, focus. The program
 * resonance-kiosk gives it a window; resonance-story gives it a scripted person.
 *
 *   input --> focus on the tree --> event --> journey --> effect --> vault
 *                     ^                          |
 *                     '------ new tree <---------'
 */
#ifndef APP_TERMINAL_TERMINAL_H
#define APP_TERMINAL_TERMINAL_H

#include "app/terminal/staff/hold.h"
#include "app/terminal/offer.h"
#include "app/terminal/vault.h"
#include "screens/journey.h"
#include "view/focus.h"
#include "view/input.h"
#include "view/text_port.h"

#include <stdbool.h>

struct staff_look; /* staff/staff_ready.h */

struct terminal_folders {
    const char *config, *data;
    const char
        *words; /* of the organization, as whoever starts it compared them; NULL: none */
    const char
        *incoming;    /* where newer configurations are put (offer.h); NULL: nowhere */
    const char *lock; /* what was found of the lock; NULL: LOCK_STATE_FILE */
    const char *stick, *machine;   /* sockets of the helpers; NULL: there is none */
    const struct staff_look *look; /* for the page for staff; NULL: nobody can */
    /* to the processes that keep the ledger, and print; 0: it is this one */
    int keeper_socket, uplink_socket;
};

struct terminal {
    struct arena program;  /* the configuration */
    struct arena spare;    /* the one before, or one that is tried */
    struct arena sitting;  /* guarded; wiped after each person */
    struct arena trees[2]; /* guarded; the tree on the screen and the one before */
    int tree_index;
    struct arena work; /* guarded; for one effect */
    struct terminal_folders folders;
    bool has_ground; /* configuration and vault stand */
    bool is_blank;   /* when it was last looked for, there was no configuration at all */
    struct config *config;
    struct keeper keeper; /* where it is this process */
    struct keeper_port port;
    struct vault vault;
    struct site site;
    struct journey journey;
    struct focus focus;
    struct surface_facts facts;
    struct journey_page page; /* whose room stands in facts */
    struct journey_page kin;  /* the last one of many that begin with the same room, */
    struct room kin_room;     /* and which */
    const struct text_port *text;
    struct node *root;   /* laid out; lives until the next terminal_update */
    enum status failure; /* why nobody can begin here; OK: somebody can */
    int64_t look_ms;     /* steady: when that is looked at again */
    bool is_unswept;     /* a sweep waits until the first screen is shown */
    int64_t offer_ms;    /* steady: when a newer configuration is looked for again */
    bool is_key_new;  /* staff have said yes to another signing key: all numbers count */
    struct hold hold; /* of the organization's name */
    bool is_over;     /* staff want the program to start again */
    bool
        is_screen_wanted; /* staff want the pages of the screen, which whoever has one shows */
    struct offer_told told; /* the last one that was not taken, and said so */
};

/* terminal_open(terminal, folders, facts, text, moment):
 * Loads and verifies the configuration, opens the vault, shows the attract screen; when one of
 * them fails in a way staff must mend, or no sitting should begin now (ready.h), the terminal
 * opens all the same and shows SCREEN_STAFF with the fault number (terminal->failure). It looks
 * again when a person has gone, every hour, every five minutes while something is wrong, and
 * goes on by itself. Between two people it takes a newer configuration from folders.incoming or
 * folders.config within a minute, and says on standard error why not when it does not (offer.h).
 * The organization of the first configuration is not believed before somebody has compared its
 * words: STATUS_UNCONFIRMED (trust.h). Where a draft waits for its person, the attract screen
 * stays, and only new codes are refused. Returns a failure only when not even SCREEN_STAFF is
 * possible. `folders` and `text` are kept. */
must_check enum status terminal_open(struct terminal *terminal,
                                     struct terminal_folders folders,
                                     const struct surface_facts *facts,
                                     const struct text_port *text, struct moment moment);

/* terminal_stop(terminal, moment): the program ends in good order, as at a shutdown: what stands on
 * the screen and is not saved yet goes into its draft. */
void terminal_stop(struct terminal *terminal, struct moment moment);

/* terminal_open_memory(terminal): opens only the memory of a zeroed `terminal`, guarded and
 * ordinary, as terminal_open does, to see what of it can be locked; terminal_close gives it
 * back. */
must_check enum status terminal_open_memory(struct terminal *terminal);

/* terminal_close(terminal): wipes and closes everything; NULL-safe fields. A draft stays for its
 * code. */
void terminal_close(struct terminal *terminal);

/* terminal_input(terminal, input): what the person did; performs what follows from it and
 * describes the screen anew. What changes nothing there, and what a key that is held repeats, does
 * not keep the screen from being hidden. */
void terminal_input(struct terminal *terminal, const struct input *input);

/* terminal_shown(terminal, moment): what the last call described can be seen since `moment`; an
 * effect may have taken a while, and taps made meanwhile were for the screen before. */
void terminal_shown(struct terminal *terminal, struct moment moment);

/* terminal_resize(terminal, facts, moment): the screen has another size now. */
void terminal_resize(struct terminal *terminal, const struct surface_facts *facts,
                     struct moment moment);

/* terminal_trust(terminal, moment): who stands here has compared the words of the organization
 * whose configuration was found (terminal->failure is STATUS_UNCONFIRMED): it is kept as the one
 * this terminal belongs to, and all is looked at again. */
void terminal_trust(struct terminal *terminal, struct moment moment);

/* is_terminal_cut(terminal): the process that keeps the ledger has ended for good: nothing can
 * be saved here any more, and what was acknowledged is on the disk. */
bool is_terminal_cut(const struct terminal *terminal);

/* terminal_deadline(terminal): steady time until which nothing will change by itself. */
int64_t terminal_deadline(const struct terminal *terminal);

#endif
