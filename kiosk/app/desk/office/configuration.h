/* configuration: what a terminal gets: who may open results, the codes, the open vacancies, the
 * questions, all named in a signed manifest. */
#ifndef APP_DESK_OFFICE_CONFIGURATION_H
#define APP_DESK_OFFICE_CONFIGURATION_H

#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/file_set.h"
#include "app/desk/office/office.h"
#include "base/buffer.h"
#include "seal/minisign.h"

/* configuration_gather_all(office, faults, set, out_assessment): adds to `set` the documents of
 * `office` that every terminal gets, its assessment among them. STATUS_BAD_INPUT when that has
 * faults, which are listed in `faults`.
 * configuration_gather_own(office, terminal, set): adds those that only `terminal` gets. */
must_check enum status configuration_gather_all(struct office *office,
                                                struct buffer *faults,
                                                struct file_set *set,
                                                struct assessment **out_assessment);
must_check enum status configuration_gather_own(struct office *office,
                                                const struct terminal_config *terminal,
                                                struct file_set *set);

/* configuration_sign(office, key, sequence, set, out_anchor): adds to `set` how far the folder has
 * come (`out_anchor`), the manifest with the number `sequence`, its signature by `key`, and the
 * public key. STATUS_FORGED when the public key that lies in `office` is not the other half of
 * `key`. */
must_check enum status configuration_sign(struct office *office,
                                          const struct minisign_key *key,
                                          int64_t sequence, struct file_set *set,
                                          struct anchor *out_anchor);

#endif
