/* signed_codes: which access codes were given out, and which cards were revoked, as the
 * organization signed it with the configurations that told terminals of them. Whoever can write to
 * invitations.json can exchange no code that somebody holds for one of their own, take none away,
 * and let no revoked card open again; a code that they add is told before it is signed for. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_CODES_H
#define APP_DESK_OFFICE_TRUST_SIGNED_CODES_H

#include "app/desk/office/trust/roll_write.h"

/* signed_codes_check(office, invitations): STATUS_FORGED, with the card, when a code of
 * `invitations` is not as it was signed for, or, as long as nobody signed for any, codes are made
 * so that they are quicker to guess than the settings say; OK for those that nobody signed for yet.
 * signed_codes_news(office, out_lines, out_count): "20 new codes for deck", for each that the next
 * signature holds for and the last one does not.
 * signed_codes_write(office, roll, write): adds rows for these. */
must_check enum status signed_codes_check(struct office *office,
                                          const struct invitations *invitations);
must_check enum status signed_codes_news(struct office *office, struct span **out_lines,
                                         size_t *out_count);
must_check enum status signed_codes_write(struct office *office, const struct roll *roll,
                                          struct roll_write *write);

#endif
