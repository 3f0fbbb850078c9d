#include "app/desk/agent/seat_pages.h"

#include "app/desk/command/operation.h"

enum { PAGE_BYTES = 256 * 1024, HTTP_OK = 200, HTTP_NOT_FOUND = 404 };

/* Who answered, by day: the operation behind `resonance list`. */
static enum status list_show(struct office *office, const struct keys *keys,
                             struct arena *arena, struct span *out_body)
{
    struct operation operation = {.office = *office, .keys = *keys};
    operation.arena = &operation.office.arena;
    enum status status = operation_page_open(&operation, PAGE_BYTES);
    if (status == OK)
        status = list_run(&operation);
    if (status == OK) {
        operation.page.title = SPAN("People");
        *out_body = page_html(arena, &operation.page);
    }
    result_reader_close(&operation.reader);
    arena_done(&operation.shown);
    *office = operation.office; /* with the archive that was opened */
    return status;
}

enum status seat_pages_answer(struct office *office, const struct keys *keys,
                              const struct wire_question *question, struct arena *arena,
                              struct wire_answer *out_answer)
{
    struct span body = SPAN("");
    const bool is_home = is_span(question->route, "/") && !question->is_change;
    const enum status status = is_home ? list_show(office, keys, arena, &body) : OK;
    if (status == OK)
        *out_answer = (struct wire_answer){
            .http_status = is_home ? HTTP_OK : HTTP_NOT_FOUND,
            .type = SPAN("text/html; charset=utf-8"),
            .body = body,
        };
    return status;
}
