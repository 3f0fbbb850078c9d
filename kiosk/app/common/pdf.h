/* pdf: a page for paper as a PDF, tagged for screen readers (PDF/UA), made by Debian's
 * WeasyPrint: HTML through a pipe, PDF through a pipe back. */
#ifndef APP_COMMON_PDF_H
#define APP_COMMON_PDF_H

#include "base/span.h"

enum {
    PDF_BYTES_MAX = 2 * 1024 * 1024,
    PDF_WAIT_MS = 110 * 1000, /* less than the desk in the browser waits for an answer */
};

/* pdf_make(arena, html, out_pdf): the PDF of the document `html` (page_paper.h) in `arena`,
 * which is guarded and has room for PDF_BYTES_MAX. The other program has an empty environment,
 * no network, no file of ours open. STATUS_NO_DEVICE with the way to mend it where it is not
 * installed; STATUS_IO when it does not make one in time. Several threads may call it. */
must_check enum status pdf_make(struct arena *arena, struct span html,
                                struct span *out_pdf);

#endif
