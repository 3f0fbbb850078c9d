/* sheet: the paper with a recovery key. Its secret is written nowhere else: to the file the person
 * names, or once on the terminal. */
#ifndef APP_DESK_OFFICE_RECOVERY_SHEET_H
#define APP_DESK_OFFICE_RECOVERY_SHEET_H

#include "app/desk/office/office_keys.h"

/* recovery_sheet_check(path, folder):
 * Before anything is made: a `path` must be new and lie outside `folder`; without one (NULL) there
 * must be a terminal to show the sheet on. STATUS_EXISTS, STATUS_REFUSED, STATUS_USAGE. */
must_check enum status recovery_sheet_check(const char *path, const char *folder);

/* recovery_sheet_give(path, organization, label, identity):
 * Writes the sheet of `identity` for the `organization` to `path` (readable by its owner only), or
 * shows it when `path` is NULL. */
must_check enum status recovery_sheet_give(const char *path, struct span organization,
                                           struct span label,
                                           const struct age_identity *identity);

#endif
