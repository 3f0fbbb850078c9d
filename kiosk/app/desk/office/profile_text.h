/* profile_text: the organization's profile as people read it, with how far its describers agree. */
#ifndef APP_DESK_OFFICE_PROFILE_TEXT_H
#define APP_DESK_OFFICE_PROFILE_TEXT_H

#include "report/page/page.h"
#include "scoring/basis/basis.h"

/* profile_text_add(section, assessment, basis):
 * Adds to `section` what may be told of the frozen `basis`, with the names that `assessment` has
 * for its dimensions. Below basis_least describers it tells their number and nothing else. */
void profile_text_add(struct page_section *section, const struct assessment *assessment,
                      const struct basis *basis);

#endif
