/* What an interviewer asks. */
#include "report/report_source.h"

#include "report/guide/guide_page.h"

void report_guide(struct page *page, const struct report_source *source)
{
    if (source->facts->guide)
        guide_page_add(page, source->facts->guide);
}
