/* screen_qr: a QR code on a page, as large as a phone reads it well and the page has room for. */
#ifndef SCREENS_SHOWN_SCREEN_QR_H
#define SCREENS_SHOWN_SCREEN_QR_H

#include "screens/screen_page.h"

/* screen_qr_version_most(page): the largest version (qr/qr.h) that has room.
 * screen_qr_columns(page, body): where code and words stand: side by side, or `body` itself where
 * there is no room for that.
 * is_screen_qr_added(page, row, text, version, said): the code of `text` in `row`, spoken of as
 * `said`; false, and nothing is added, when it cannot be made. */
int screen_qr_version_most(const struct screen_page *page);
struct node *screen_qr_columns(struct screen_page *page, struct node *body);
bool is_screen_qr_added(struct screen_page *page, struct node *row, struct span text,
                        int version, struct span said);

#endif
