/* csv: tables as text, row by row (RFC 4180: comma, quotes optional, LF or CRLF, a
 * leading byte order mark skipped). The reader holds one row at a time, so a table may be
 * longer than memory. It is strict: every row has as many fields as the header, text is
 * UTF-8, quotes stand only around whole fields. A refusal names file, line and column and
 * says how to mend it; it never repeats the content of a field. The writer puts rows into
 * a buffer in the same dialect. */
#ifndef BASE_TEXT_CSV_H
#define BASE_TEXT_CSV_H

#include "base/buffer.h"
#include "base/span.h"

#include <stdio.h>

struct csv_limits {
    size_t row_bytes;   /* all fields of one row together */
    size_t field_count; /* fields in one row */
};

struct csv {
    struct span *names; /* the header, in the arena */
    size_t column_count;
    struct span *fields; /* of the current row; lent until the next row */
    size_t line;         /* line of the file on which the current row begins, from 1 */
    /* what follows is the reader's own */
    FILE *stream;
    const char *path;
    struct csv_limits limits;
    char *bytes;
    size_t byte_count, field_count, next_line;
    unsigned seen_bits; /* of the bytes of the row: ASCII needs no UTF-8 check */
};

/* csv_open(arena, path, limits, out_csv):
 * Opens the file at `path`, keeps `path`, takes the room for one row of `limits` from
 * `arena` and reads the header. STATUS_NOT_FOUND, STATUS_NO_ACCESS, or STATUS_BAD_INPUT
 * when the header is missing or malformed. */
must_check enum status csv_open(struct arena *arena, const char *path,
                                struct csv_limits limits, struct csv *out_csv);
/* csv_begin(arena, stream, path, limits, out_csv):
 * The same on a `stream` that is open already; `path` is only its name in sentences. On
 * success the reader owns `stream`; on failure the caller still does. */
must_check enum status csv_begin(struct arena *arena, FILE *stream, const char *path,
                                 struct csv_limits limits, struct csv *out_csv);
/* csv_next(csv, out_has_row):
 * Reads the next row into csv->fields; `out_has_row` is 0 after the last one.
 * STATUS_BAD_INPUT for a ragged or malformed row, STATUS_TOO_LARGE over the limits,
 * STATUS_IO. */
must_check enum status csv_next(struct csv *csv, bool *out_has_row);
/* csv_rewind(csv): back to before the first row; STATUS_BAD_INPUT when the file is a
 * pipe. */
must_check enum status csv_rewind(struct csv *csv);
/* csv_close(csv): closes the file. NULL-safe; a zeroed reader is fine. */
void csv_close(struct csv *csv);
#define scoped_csv __attribute__((cleanup(csv_close))) struct csv

/* csv_column(csv, name, out_index): the column called `name`; STATUS_BAD_INPUT when there
 * is none or more than one. */
must_check enum status csv_column(const struct csv *csv, struct span name,
                                  size_t *out_index);
/* csv_number(csv, column, out_value): the number in `column` of the current row, NAN for
 * an empty field; STATUS_BAD_INPUT for anything else. */
must_check enum status csv_number(const struct csv *csv, size_t column,
                                  double *out_value);

/* csv_put_text(buffer, text), csv_put_number(buffer, value), csv_put_count(buffer,
 * count): Append one field to the row at the end of `buffer`. Numbers have 17 significant
 * digits; what is undefined or infinite becomes an empty field and -0 becomes 0. Text is
 * quoted where needed. */
void csv_put_text(struct buffer *buffer, struct span text);
void csv_put_number(struct buffer *buffer, double value);
void csv_put_count(struct buffer *buffer, size_t count);
/* csv_put_end(buffer): ends the row. */
void csv_put_end(struct buffer *buffer);

#endif
