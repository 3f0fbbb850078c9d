/* audit_paper: what the auditors' tables are made of: for each person two papers beside the result,
 * sealed to those who audit and read no results, and to the recovery sheet: the groups, which HR
 * brings from elsewhere, and what came of it, which a recruiter seals. With the result they are
 * erased. No key of a recruiter opens either; who seals one signs it. */
#ifndef APP_DESK_OFFICE_AUDIT_AUDIT_PAPER_H
#define APP_DESK_OFFICE_AUDIT_AUDIT_PAPER_H

#include "app/desk/office/audit/audit_text.h"
#include "app/desk/office/keys.h"
#include "app/desk/office/log/access_log.h"

enum audit_paper_kind { AUDIT_PAPER_GROUPS, AUDIT_PAPER_OUTCOMES };

/* audit_paper_put(office, keys, kind, text, context, count, note): `count` papers in place of all
 * of `kind` that are there, signed with `keys`, and noted, in one step; `text` gives number `index`
 * of them, in `arena` (guarded), and beside which result it lies. STATUS_REFUSED where nobody is
 * an auditor and no recruiter, and for keys that sign nothing. */
typedef struct span audit_paper_text(void *context, struct arena *arena, size_t index,
                                     unsigned char out_record_id[CHAIN_ID_BYTES]);
must_check enum status audit_paper_put(struct office *office, const struct keys *keys,
                                       enum audit_paper_kind kind, audit_paper_text *text,
                                       void *context, size_t count,
                                       struct access_note note);

/* audit_paper_read(office, keys, on_person, context): each person whose outcome is sealed, opened
 * with `keys`; `group` is NULL for those of whom no group is known. What is given is lent for the
 * call. STATUS_NOT_FOUND when no outcome was sealed; STATUS_FORGED for a paper that nobody signed
 * who may; STATUS_WRONG_KEY for keys that do not open it. */
typedef enum status audit_paper_on_person(void *context,
                                          const struct audit_outcome *outcome,
                                          const struct audit_group *group);
must_check enum status audit_paper_read(struct office *office, const struct keys *keys,
                                        audit_paper_on_person *on_person, void *context);

#endif
