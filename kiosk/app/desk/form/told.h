/* told: what people read and nobody answers is looked at when it is written: titles, reasons,
 * scenes. What it touches is a remark on the page; it stops nothing. */
#ifndef APP_DESK_FORM_TOLD_H
#define APP_DESK_FORM_TOLD_H

#include "report/page/page.h"
#include "setup/vacancy.h"

/* told_text(arena, section, what, language, text): a paragraph in `section` for each remark of
 * lint_told on `text`, which is "the title" or the like; `arena` lives as long as the page. */
void told_text(struct arena *arena, struct page_section *section, const char *what,
               struct span language, struct span text);

/* told_vacancy(arena, section, language, vacancy): the same for its title and all its reasons. */
void told_vacancy(struct arena *arena, struct page_section *section, struct span language,
                  const struct vacancy *vacancy);

#endif
