/* Foreign bytes as a table: whatever they are, the reader ends, every row has as many fields as
 * the header, and what the writer makes of a row is read back as the same row. */
#include "base/text/csv.h"

#include "base/must.h"

#include <math.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct csv_limits limits = {4096, 32};

static void read_back(struct arena *arena, const struct csv *csv)
{
    struct buffer buffer = buffer_init(arena, 1 << 20);
    bool has_row;
    for (size_t j = 0; j < csv->column_count; j++)
        csv_put_count(&buffer, j);
    csv_put_end(&buffer);
    for (size_t j = 0; j < csv->column_count; j++)
        csv_put_text(&buffer, csv->fields[j]);
    csv_put_end(&buffer);
    const struct span text = buffer_span(&buffer);
    FILE *stream = fmemopen(buffer.data, text.count, "r");
    must(stream != NULL);
    scoped_csv again = {0};
    must(csv_begin(arena, stream, "again", (struct csv_limits){8192, 32}, &again) == OK);
    must(csv_next(&again, &has_row) == OK && has_row);
    must(again.field_count == csv->column_count);
    for (size_t j = 0; j < csv->column_count; j++)
        must(is_span_equal(again.fields[j], csv->fields[j]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    scoped_csv csv = {0};
    bool has_row = 0;
    double number;
    if (!size)
        return 0;
    arena_init(&arena, (size_t)1 << 30);
    const struct span bytes = span_copy(&arena, (struct span){(const char *)data, size});
    FILE *stream = fmemopen((void *)(uintptr_t)bytes.data, size, "r");
    must(stream != NULL);
    if (csv_begin(&arena, stream, "fuzz", limits, &csv)) {
        fclose(stream);
        arena_done(&arena);
        return 0;
    }
    while (csv_next(&csv, &has_row) == OK && has_row) {
        const struct arena_mark mark = arena_mark(&arena);
        must(csv.field_count == csv.column_count);
        for (size_t j = 0; j < csv.column_count; j++)
            if (csv_number(&csv, j, &number) == OK)
                must(isnan(number) == (csv.fields[j].count == 0));
        read_back(&arena, &csv);
        arena_release(&arena, mark);
    }
    csv_close(&csv);
    arena_done(&arena);
    return 0;
}
