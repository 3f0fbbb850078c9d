/* first_trust: the page on which staff says that a new terminal's configuration comes from the
 * right organization, before any of it is kept. The page is a function of what it shows; run.c
 * shows it instead of the terminal's own screen while nobody has answered. */
#ifndef APP_KIOSK_FIRST_TRUST_H
#define APP_KIOSK_FIRST_TRUST_H

#include "app/common/config_load.h"
#include "view/focus.h"
#include "view/input.h"
#include "view/text_port.h"

#include <stdbool.h>

struct first_trust {
    struct arena tree;
    struct focus focus;
    struct node *root;          /* laid out; until the next first_trust_view */
    struct surface_facts facts; /* on which, and what the page gave up there (room.h) */
    bool is_refused;            /* somebody said that the words differ */
};

/* first_trust_open(trust), first_trust_close(trust): memory for the page. */
void first_trust_open(struct first_trust *trust);
void first_trust_close(struct first_trust *trust);

/* first_trust_view(trust, config, facts, text): the page with the words of the organization of
 * `config`, laid out as trust->root on trust->facts: both answers stand on every screen. */
void first_trust_view(struct first_trust *trust, const struct config *config,
                      const struct surface_facts *facts, const struct text_port *text);

/* is_first_trust_yes(trust, input): does on the page what `input` means; whether that is the
 * yes. */
bool is_first_trust_yes(struct first_trust *trust, const struct input *input);

#endif
