/* audit_asked: what terminals ask for the audit (setup/groups/groups.h), and to whom it is sealed:
 * to those who audit and read no results, and to no recovery sheet, for that opens results. */
#ifndef APP_DESK_OFFICE_AUDIT_AUDIT_ASKED_H
#define APP_DESK_OFFICE_AUDIT_AUDIT_ASKED_H

#include "app/desk/office/office.h"
#include "setup/groups/groups.h"

/* audit_asked_read(office, out_groups): what is asked; NULL where nothing is.
 * audit_asked_auditors(office, groups): adds the present auditors to `groups`. STATUS_REFUSED where
 * there is none, or more than GROUPS_AUDITORS_MAX.
 * audit_asked_config(office, out_bytes): groups.json of a configuration; empty where nothing is
 * asked, or its last day has gone by. Fails as the other two. */
must_check enum status audit_asked_read(struct office *office,
                                        struct groups **out_groups);
must_check enum status audit_asked_auditors(struct office *office, struct groups *groups);
must_check enum status audit_asked_config(struct office *office, struct span *out_bytes);

#endif
