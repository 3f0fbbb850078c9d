/* sheet_page: the recovery sheet as a page: for print, with a QR code, and as text. */
#ifndef APP_DESK_OFFICE_SHEET_SHEET_PAGE_H
#define APP_DESK_OFFICE_SHEET_SHEET_PAGE_H

#include "report/page/page.h"

/* What stands on it; the letters without what the keys begin with (sheet_text.h). */
struct sheet_page {
    struct span organization, label, day;
    struct span signing_public, public, words;
    struct span key_letters, signing_letters;
    struct span image; /* the code, as a data URI; empty: there is none */
};

/* sheet_page_build(guarded, facts): the page, in `guarded`, where `facts` stay. */
struct page sheet_page_build(struct arena *guarded, const struct sheet_page *facts);

/* sheet_page_image(guarded, text, out_image): `text` as a QR code, an image for that page. Fails as
 * qr_encode does. */
must_check enum status sheet_page_image(struct arena *guarded, struct span text,
                                        struct span *out_image);

#endif
