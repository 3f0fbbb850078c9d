#include "app/desk/office/ends/ends_check.h"

#include "app/common/handle.h"
#include "app/desk/office/anchor/anchor.h"
#include "base/buffer.h"
#include "store/ended.h"

enum { NAMES_BYTES = 400 };

static enum status returned_look(struct office *office, archive_mark_on_fault *on_fault,
                                 void *context)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    const enum status status =
        ended_returned(&office->arena, office->archive, &ids, &count);
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

/* A duty to keep is no use where somebody takes the content away by hand. */
static enum status held_look(struct office *office, archive_mark_on_fault *on_fault,
                             void *context)
{
    struct buffer names = buffer_init(&office->arena, NAMES_BYTES);
    const struct ends *ends;
    enum status status = ends_read(office, &ends);
    for (size_t i = 0; status == OK && i < ends->count; i++) {
        bool is_there = true;
        if (ends->list[i].held.number)
            status = ended_is_there(office->archive, ends->list[i].id, &is_there);
        if (status == OK && !is_there)
            buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                          SPAN_ARGS(handle_text(&office->arena, ends->list[i].id)));
    }
    if (status == OK && names.count)
        on_fault(context,
                 span_format(&office->arena,
                             "what is held must be kept, and its content is not in "
                             "archive.db: %.*s",
                             SPAN_ARGS(buffer_span(&names))),
                 "put archive.db back from a copy, or import the bundles that hold it");
    return status;
}

/* Counts what is told on its way. */
struct counting {
    archive_mark_on_fault *on_fault;
    void *context;
    size_t count;
};

static void on_counted(void *context, struct span words, const char *mend)
{
    struct counting *counting = context;
    counting->count++;
    counting->on_fault(counting->context, words, mend);
}

/* Where archive.mark says already what is missing of the archive and the ends, one sentence is
 * enough for them. */
enum status ends_check_lost(struct office *office, archive_mark_on_fault *on_fault,
                            void *context)
{
    struct counting counting = {on_fault, context, 0};
    struct span words = SPAN("");
    enum status status = archive_mark_look(office, on_counted, &counting);
    if (status == OK)
        status = anchor_look(office, counting.count ? ANCHOR_LOG : ANCHOR_ALL, &words);
    if (status == OK && words.count)
        on_fault(context, words, anchor_mend());
    return status;
}

enum status ends_check(struct office *office, archive_mark_on_fault *on_fault,
                       void *context)
{
    enum status status = ends_check_lost(office, on_fault, context);
    if (status == OK)
        status = returned_look(office, on_fault, context);
    return status == OK ? held_look(office, on_fault, context) : status;
}
