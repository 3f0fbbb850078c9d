/* recovery_sheet: the paper with a recovery key and the organization's signing key. The secret
 * of the recovery key is written nowhere else: to the file the person names, or once on the
 * screen. As text the sheet is an identity file of age, and what is ours stands in its comments;
 * as a page for print (a file that ends in .html) it has a code to be scanned. On both stand the
 * lines that people type (sheet_lines.h). */
#ifndef APP_DESK_OFFICE_SHEET_RECOVERY_SHEET_H
#define APP_DESK_OFFICE_SHEET_RECOVERY_SHEET_H

#include "app/desk/office/keys.h"
#include "report/page/page.h"

/* recovery_sheet_check(office, folder, path):
 * Before anything is made: a `path` must be new and lie outside `folder`; without one (NULL) there
 * must be a screen to show the sheet on, as the listener of `office` says. STATUS_EXISTS,
 * STATUS_REFUSED, STATUS_USAGE. */
must_check enum status recovery_sheet_check(const struct office *office,
                                            const char *folder, const char *path);

/* recovery_sheet_give(office, path, organization, key, label, identity):
 * Writes the sheet of `identity` for the `organization` with the signing `key` to `path`
 * (readable by its owner only), or puts it out through `office` when `path` is NULL. Before it
 * is believed, what was written is read again, its lines as if they were typed, and opens
 * something that is sealed to the key: STATUS_DAMAGED when it does not. */
must_check enum status recovery_sheet_give(const struct office *office, const char *path,
                                           struct span organization,
                                           const struct minisign_key *key,
                                           struct span label,
                                           const struct age_identity *identity);

/* recovery_sheet_page(guarded, organization, key, label, identity, out_page): the same sheet as a
 * page in `guarded`, without a code, after it was read again in the same way. */
must_check enum status
recovery_sheet_page(struct arena *guarded, struct span organization,
                    const struct minisign_key *key, struct span label,
                    const struct age_identity *identity, struct page *out_page);

/* recovery_sheet_signing(path, out_secret): the signing key, a struct minisign_key, that stands
 * on the sheet in the file `path`. STATUS_NOT_FOUND when none does, as on sheets from before,
 * STATUS_BAD_INPUT when it has a wrong letter. */
must_check enum status recovery_sheet_signing(const char *path,
                                              struct secret *out_secret);

#endif
