/* form_preview: the scenes of a story on a page, as their author looks at them. */
#ifndef APP_DESK_FORM_FORM_PREVIEW_H
#define APP_DESK_FORM_FORM_PREVIEW_H

#include "author/form_scene.h"
#include "report/page/page.h"

/* form_preview(arena, page, scenes, count): adds `count` `scenes` to `page`, a section each.
 * STATUS_BAD_INPUT when a picture cannot be read. */
must_check enum status form_preview(struct arena *arena, struct page *page,
                                    const struct form_scene *scenes, size_t count);

#endif
