/* carry: a form that came after the desk had locked is not lost. The page that asks for the
 * passphrase takes its fields along, hidden in its own form, and the desk keeps nothing; when it
 * is unlocked, they are shown, and nothing is done until they are sent again. Passphrases are
 * never carried. */
#ifndef APP_DESK_AGENT_CARRY_H
#define APP_DESK_AGENT_CARRY_H

#include "web/wire.h"

struct carry {
    struct span route; /* where the form belongs; empty: there is none */
    struct form_sent form;
};

/* carry_of(arena, question): the form that `question` sends, or that it takes along to /unlock.
 * carry_hidden(arena, carry): the fields that take it along; none when there is none. */
struct carry carry_of(struct arena *arena, const struct wire_question *question);
struct form_sent carry_hidden(struct arena *arena, const struct carry *carry);

#endif
