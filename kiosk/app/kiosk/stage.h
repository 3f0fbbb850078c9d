/* stage: the window with all that a tree of nodes needs to be seen in it: letters, painter,
 * memory. */
#ifndef APP_KIOSK_STAGE_H
#define APP_KIOSK_STAGE_H

#include "device/painter.h"
#include "device/text.h"
#include "device/window.h"
#include "view/focus.h"

enum { STAGE_LIST_BYTES = 1024 * 1024 };

struct stage {
    struct arena arena; /* as long as the process */
    struct arena lists; /* guarded: strokes lend the person's words */
    struct window window;
    struct text *text;
    struct text_port port;
    struct painter *painter;
};

/* stage_open(stage, width_px, height_px): a window of this size, 0: the whole screen.
 * STATUS_NO_DEVICE, STATUS_NOT_FOUND (fonts), STATUS_IO (memory). */
must_check enum status stage_open(struct stage *stage, int width_px, int height_px);
/* stage_stand(stage, folder): the screen stands as it was kept in `folder` (device/screen/stand.h);
 * what cannot be read is told on standard error, and counts as none. */
void stage_stand(struct stage *stage, const char *folder);
/* stage_close(stage): closes what was opened; a zeroed stage is fine. */
void stage_close(struct stage *stage);

/* stage_show(stage, root, facts, focus): paints the laid-out tree and shows what differs from the
 * picture before; true when anything did. */
bool stage_show(struct stage *stage, const struct node *root,
                const struct surface_facts *facts, const struct focus *focus);

#endif
