/* Answers what every part of the reader asks: how much of a list is read, and which item an id
 * names. */
#include "questionnaire/read/questionnaire_read.h"

size_t questionnaire_read_limit(struct reading *reading, const struct json *list,
                                size_t max, const char *what)
{
    const size_t count = list ? list->count : 0;
    if (count <= max)
        return count;
    document_fault(&reading->document, FAULT_ERROR, list, "",
                   "%zu %s are too many; %zu are allowed", count, what, max);
    return max;
}

static const struct item *find_item(const struct reading *reading, struct span id)
{
    size_t low = 0, high = reading->questionnaire->item_count;
    while (low < high) { /* the first that is not below `id` */
        const size_t middle = low + (high - low) / 2;
        if (span_order(reading->by_id[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == reading->questionnaire->item_count ||
        !is_span_equal(reading->by_id[low]->id, id))
        return NULL;
    return reading->by_id[low];
}

bool is_questionnaire_read_place(const struct reading *reading, struct span id,
                                 size_t *out_index)
{
    const struct item *item = find_item(reading, id);
    struct span grid;
    size_t row = 0;
    if (!item && questionnaire_row_split(id, &grid, &row)) {
        item = find_item(reading, grid);
        if (item &&
            (item_kind_shape(item->kind) != SHAPE_ROWS || row >= item->grid.row_count))
            item = NULL;
    }
    if (item)
        *out_index = (size_t)(item - reading->questionnaire->items);
    return item != NULL;
}
