#include "app/common/pdf.h"

#include "app/common/start/child.h"

#include <unistd.h>

static const char program[] = "/usr/bin/weasyprint";

/* What a page refers to would be read from this machine, so it refers to nothing. */
enum status pdf_make(struct arena *arena, struct span html, struct span *out_pdf)
{
    static const char *const words[] = {
        program, "--quiet", "--encoding=utf-8", "--pdf-variant=pdf/ua-1", "-", "-", NULL};
    const struct child_task task = {program, words, PDF_WAIT_MS, false};
    struct buffer pdf = buffer_init(arena, PDF_BYTES_MAX);
    bool is_well = false;
    if (access(program, X_OK) != 0)
        return fail(STATUS_NO_DEVICE, "install weasyprint, or print the page");
    const enum status status = child_run(&task, html, &pdf, &is_well);
    if (status != OK)
        return status;
    if (!is_well || !pdf.count)
        return fail(STATUS_IO, "the program weasyprint made no PDF of it; try again, or "
                               "print the page from the browser");
    *out_pdf = buffer_span(&pdf);
    return OK;
}
