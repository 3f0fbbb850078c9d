#include "app/desk/command/documents/documents.h"

enum { LIST_BYTES = 1 << 20 };

static enum status show_json(struct operation *operation,
                             const struct documents *documents, const struct span *names,
                             size_t count)
{
    struct canonical c = canonical_begin(operation->arena);
    enum status status = OK;
    canonical_object(&c, NULL);
    canonical_list(&c, documents->folder);
    for (size_t i = 0; i < count && status == OK; i++) {
        canonical_object(&c, NULL);
        status = documents->add(operation, names[i], &c, NULL);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return status == OK ? operation_json(operation, canonical_bytes(&c)) : status;
}

static enum status show_table(struct operation *operation,
                              const struct documents *documents, const struct span *names,
                              size_t count)
{
    enum status status = operation_page_open(operation, LIST_BYTES);
    if (status == OK && !count)
        operation_say(operation, "%s", documents->none);
    if (status != OK || !count)
        return status;
    struct page_block *table = page_add_table(
        &operation->page.head, "", documents->columns, documents->column_count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = documents->add(operation, names[i], NULL, page_row(table, SPAN("")));
    return status;
}

enum status documents_show(struct operation *operation, const struct documents *documents)
{
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&operation->office, documents->folder, &names, &count);
    if (status != OK)
        return status;
    return has_option(&operation->values, "json")
               ? show_json(operation, documents, names, count)
               : show_table(operation, documents, names, count);
}
