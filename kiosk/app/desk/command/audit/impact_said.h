/* impact_said: what people said of themselves at the terminals, as an auditor may see it, whatever
 * shows it: how many of each group, small groups hidden. */
#ifndef APP_DESK_COMMAND_AUDIT_IMPACT_SAID_H
#define APP_DESK_COMMAND_AUDIT_IMPACT_SAID_H

#include "app/desk/office/audit/audit_said.h"
#include "report/page/page.h"

/* impact_said_page(page, said): adds it to `page`. impact_said_json(arena, said): the same for
 * programs. */
void impact_said_page(struct page *page, const struct audit_said *said);
struct span impact_said_json(struct arena *arena, const struct audit_said *said);

#endif
