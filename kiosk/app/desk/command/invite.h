/* invite: access codes. The command `resonance invite VACANCY`, and the making of codes that
 * `resonance profile collect` shares. */
#ifndef APP_DESK_COMMAND_INVITE_H
#define APP_DESK_COMMAND_INVITE_H

#include "app/desk/command/operation.h"

/* invite_make(operation, role, vacancy, title, count_max):
 * Makes as many codes of `role` as the value `count` of `operation` says, at most `count_max`,
 * keeps only their tags in invitations.json, and puts the codes out, once, as cards for
 * "`title`", plainly when the value `plain` is given, or as a PDF to cut when `pdf` is
 * (card_paper.h). `vacancy` is the id, empty for raters. The codes are durable before they are
 * put out. */
must_check enum status invite_make(struct operation *operation, enum role role,
                                   struct span vacancy, struct span title,
                                   size_t count_max);

/* invite_one(operation, vacancy): one code more for the open `vacancy`, put out as invite_make
 * does. STATUS_REFUSED when it is not open. */
must_check enum status invite_one(struct operation *operation,
                                  const struct vacancy *vacancy);

/* invite_newcomer(operation, vacancy, title, out_number): one code for a check-in of somebody who
 * was hired through `vacancy` (an id), put out as invite_make does as a card for `title`; with its
 * number. invite_withdraw(operation, role, vacancy, number): that card of `role` opens nothing any
 * more; OK where there is none. */
must_check enum status invite_newcomer(struct operation *operation, struct span vacancy,
                                       struct span title, int64_t *out_number);
must_check enum status invite_withdraw(struct operation *operation, enum role role,
                                       struct span vacancy, int64_t number);

#endif
