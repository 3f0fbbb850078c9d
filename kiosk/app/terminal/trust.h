/* trust: which organization this terminal belongs to. A stick can be changed on its way, so the
 * first organization that comes is not believed: somebody compares eight words with those at the
 * desk, or has told them before. After that only this organization's configurations are taken. */
#ifndef APP_TERMINAL_TRUST_H
#define APP_TERMINAL_TRUST_H

#include "store/ledger.h"

/* What a configuration says of whose it is. */
struct trust_offer {
    struct span organization_key; /* text of organization.pub */
    struct span successions;      /* how the signing key was changed (succession.h) */
};

/* trust_check(arena, ledger, offer, out_is_new):
 * Whether the terminal of `ledger` belongs to the organization of `offer`. Where words were told,
 * and they are its own, it does once they are kept (out_is_new: trust_keep). STATUS_UNCONFIRMED
 * when nobody has said so yet;
 * STATUS_REFUSED when it does, but the key it knows gave way to another one, whose words nobody has
 * told yet; STATUS_FORGED when it belongs to another, other words were told, or the key is one
 * that gave way. */
must_check enum status trust_check(struct arena *arena, struct ledger *ledger,
                                   const struct trust_offer *offer, bool *out_is_new);

/* trust_look(arena, ledger, offer): the same to look at; STATUS_UNCONFIRMED also where another
 * signing key waits for its words. */
must_check enum status trust_look(struct arena *arena, struct ledger *ledger,
                                  const struct trust_offer *offer);

/* trust_said(typed, organization_key): STATUS_FORGED unless the eight words `typed` are those of
 * the organization of this public key file; STATUS_BAD_INPUT when they are no such words. */
must_check enum status trust_said(struct span typed, struct span organization_key);

/* trust_expect(arena, ledger, typed):
 * The eight words `typed`, read at the desk, are those of the organization that this terminal will
 * belong to; they are kept until its configuration comes. STATUS_BAD_INPUT when they are no
 * such words, STATUS_FORGED when the terminal already belongs to another organization. */
must_check enum status trust_expect(struct arena *arena, struct ledger *ledger,
                                    struct span typed);

/* trust_known(arena, ledger, out_is_known): whether it belongs to an organization already. */
must_check enum status trust_known(struct arena *arena, struct ledger *ledger,
                                   bool *out_is_known);

/* trust_keep(arena, ledger, offer): somebody has compared: it belongs to the organization of
 * `offer`. The key that was known before, and all that gave way by the successions of `offer`, are
 * kept as those: what they sign is told by name. */
must_check enum status trust_keep(struct arena *arena, struct ledger *ledger,
                                  const struct trust_offer *offer);

#endif
