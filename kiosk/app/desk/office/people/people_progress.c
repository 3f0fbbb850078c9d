#include "app/desk/office/people/people_progress.h"

#include "app/common/handle.h"
#include "app/desk/office/interview/decision.h"
#include "app/desk/office/interview/panel.h"

static struct people_row *row_of(struct people *people, struct arena *scratch,
                                 const struct paper *paper)
{
    size_t index;
    return people_find(people, handle_text_long(scratch, paper->record_id), &index)
               ? &people->rows[index]
               : NULL;
}

enum status people_progress_read(struct people *people, struct archive *archive,
                                 struct arena *scratch)
{
    const struct arena_mark mark = arena_mark(scratch);
    const struct span kinds[] = {span_of(PANEL_KIND), span_of(decision_kind.name)};
    enum status status = OK;
    for (size_t kind = 0; kind < 2 && status == OK; kind++) {
        struct paper *papers;
        size_t count = 0;
        status = papers_list(scratch, archive, kinds[kind], &papers, &count);
        for (size_t i = 0; status == OK && i < count; i++) {
            struct people_row *row = row_of(people, scratch, &papers[i]);
            if (row && kind == 0)
                row->has_interview = true;
            else if (row)
                row->is_decided = true;
        }
    }
    arena_release(scratch, mark);
    return status;
}

enum people_progress people_progress_of(const struct people_row *row)
{
    return row->is_decided      ? PEOPLE_DECIDED
           : row->has_interview ? PEOPLE_INTERVIEW
           : row->is_read       ? PEOPLE_READ
                                : PEOPLE_NEW;
}
