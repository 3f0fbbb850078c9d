/* documents: all documents of a kind that lie in the office, such as its vacancies, as a table or
 * as JSON: what `vacancy show` and `profile show` say without a word after them. */
#ifndef APP_DESK_COMMAND_DOCUMENTS_DOCUMENTS_H
#define APP_DESK_COMMAND_DOCUMENTS_DOCUMENTS_H

#include "app/desk/command/operation.h"
#include "base/json/canonical.h"

/* One kind. `add` reads the document `id` and writes it as an object, in the order of its keys, or
 * sets the cells of a row: of `object` and `row` one is NULL. */
struct documents {
    const char *folder; /* where they lie in the office, and what their list is called */
    const char *none;   /* the sentence for where there is none */
    const struct page_column *columns;
    size_t column_count;
    enum status (*add)(struct operation *operation, struct span id,
                       struct canonical *object, struct page_row *row);
};

/* documents_show(operation, documents): all there are, by id, as the value `json` of `operation`
 * asks for. Fails as office_names, operation_page_open and the kind's `add` do. */
must_check enum status documents_show(struct operation *operation,
                                      const struct documents *documents);

#endif
