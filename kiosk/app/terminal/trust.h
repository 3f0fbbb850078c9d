/* trust: which organization this terminal belongs to. A stick can be changed on its way, so the
 * first organization that comes is not believed: somebody compares eight words with those at the
 * desk, or has told them before. After that only this organization's configurations are taken. */
#ifndef APP_TERMINAL_TRUST_H
#define APP_TERMINAL_TRUST_H

#include "store/ledger.h"

/* trust_check(arena, ledger, organization_key):
 * Whether the terminal of `ledger` belongs to the organization whose public key file is
 * `organization_key`. Where words were told, and they are its own, it does from now on.
 * STATUS_UNCONFIRMED when nobody has said so yet; STATUS_FORGED when it belongs to another, or
 * other words were told. */
must_check enum status trust_check(struct arena *arena, struct ledger *ledger,
                                   struct span organization_key);

/* trust_look(arena, ledger, organization_key): the same without keeping anything. */
must_check enum status trust_look(struct arena *arena, struct ledger *ledger,
                                  struct span organization_key);

/* trust_said(typed, organization_key): STATUS_FORGED unless the eight words `typed` are those of
 * the organization of this public key file; STATUS_BAD_INPUT when they are no such words. */
must_check enum status trust_said(struct span typed, struct span organization_key);

/* trust_expect(arena, ledger, typed):
 * The eight words `typed`, read at the desk, are those of the organization that this terminal will
 * belong to; they are kept until its configuration comes. STATUS_BAD_INPUT when they are no such
 * words, STATUS_FORGED when the terminal already belongs to another organization. */
must_check enum status trust_expect(struct arena *arena, struct ledger *ledger,
                                    struct span typed);

/* trust_known(arena, ledger, out_is_known): whether it belongs to an organization already. */
must_check enum status trust_known(struct arena *arena, struct ledger *ledger,
                                   bool *out_is_known);

/* trust_keep(ledger, organization_key): somebody has compared: it belongs to this one. */
must_check enum status trust_keep(struct ledger *ledger, struct span organization_key);

#endif
