#include "app/desk/office/ends/ends_check.h"

#include "store/ended.h"

enum status ends_check(struct office *office, archive_mark_on_fault *on_fault,
                       void *context)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    enum status status = archive_mark_look(office, on_fault, context);
    if (status == OK)
        status = ended_returned(&office->arena, office->archive, &ids, &count);
    if (status == OK && count)
        on_fault(context,
                 span_format(&office->arena,
                             "content that was erased or locked away is in archive.db "
                             "again, of %zu result%s: an older copy was put back, or the "
                             "erasure was cut off; nobody is shown it",
                             count, count == 1 ? "" : "s"),
                 "'resonance erase --again' carries out what was signed");
    return status;
}
