/* One row at a time lies in `bytes`, its fields one after the other with a 0 after each,
 * so that a character cut in two by a comma is still found by the UTF-8 check of the
 * whole row. */
#include "base/text/csv.h"

#include "base/must.h"
#include "base/utf8.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum ending { END_OF_FIELD, END_OF_ROW, END_OF_FILE };

static enum status refuse(const struct csv *csv, size_t column, const char *sentence)
{
    if (csv->names && column < csv->column_count)
        return fail(STATUS_BAD_INPUT, "%s: line %zu, column %.*s: %s", csv->path,
                    csv->line, SPAN_ARGS(csv->names[column]), sentence);
    return fail(STATUS_BAD_INPUT, "%s: line %zu, field %zu: %s", csv->path, csv->line,
                column + 1, sentence);
}

static enum status put_byte(struct csv *csv, int byte)
{
    if (csv->byte_count >= csv->limits.row_bytes)
        return fail(STATUS_TOO_LARGE,
                    "%s: the row at line %zu is longer than %zu bytes; shorten it",
                    csv->path, csv->line, csv->limits.row_bytes);
    csv->bytes[csv->byte_count++] = (char)byte;
    csv->seen_bits |= (unsigned)byte;
    return OK;
}

/* Takes what stands after a field: a comma, the end of the line, or the end of the file. */
static bool is_ending(struct csv *csv, int byte, enum ending *out_ending)
{
    if (byte == ',')
        *out_ending = END_OF_FIELD;
    else if (byte == EOF)
        *out_ending = END_OF_FILE;
    else if (byte == '\n' || (byte == '\r' && getc_unlocked(csv->stream) == '\n'))
        *out_ending = END_OF_ROW;
    else
        return false;
    csv->next_line += *out_ending == END_OF_ROW;
    return true;
}

static enum status read_quoted(struct csv *csv, enum ending *out_ending)
{
    for (;;) {
        int byte = getc_unlocked(csv->stream);
        if (byte == EOF)
            return refuse(csv, csv->field_count,
                          "a quote is opened and never closed; add the closing quote");
        if (byte == '"' && (byte = getc_unlocked(csv->stream)) != '"') {
            if (is_ending(csv, byte, out_ending))
                return OK;
            return refuse(
                csv, csv->field_count,
                "text follows a closing quote; write quotes inside a field twice");
        }
        if (byte == 0)
            return refuse(csv, csv->field_count,
                          "a zero byte stands in a field; take it out");
        csv->next_line += byte == '\n';
        const enum status status = put_byte(csv, byte);
        if (status)
            return status;
    }
}

static enum status read_plain(struct csv *csv, int byte, enum ending *out_ending)
{
    for (;; byte = getc_unlocked(csv->stream)) {
        const bool is_letter = byte > ',' || (byte > '"' && byte < ',');
        if (!is_letter && is_ending(csv, byte, out_ending))
            return OK;
        if (byte == '"' || byte == '\r' || byte == 0)
            return refuse(
                csv, csv->field_count,
                "a quote, a zero or a lone carriage return stands inside a field; put "
                "the whole field in quotes or take it out");
        const enum status status = put_byte(csv, byte);
        if (status)
            return status;
    }
}

static enum status read_field(struct csv *csv, int byte, enum ending *out_ending)
{
    if (csv->field_count >= csv->limits.field_count)
        return fail(STATUS_TOO_LARGE,
                    "%s: line %zu has more than %zu fields; split the table", csv->path,
                    csv->line, csv->limits.field_count);
    const size_t from = csv->byte_count;
    enum status status =
        byte == '"' ? read_quoted(csv, out_ending) : read_plain(csv, byte, out_ending);
    if (status)
        return status;
    csv->fields[csv->field_count++] =
        (struct span){csv->bytes + from, csv->byte_count - from};
    return put_byte(csv, 0);
}

static enum status read_row(struct csv *csv, bool *out_has_row)
{
    enum ending ending = END_OF_FIELD;
    int byte = getc_unlocked(csv->stream);
    csv->line = csv->next_line;
    csv->byte_count = csv->field_count = 0;
    csv->seen_bits = 0;
    *out_has_row = byte != EOF;
    while (*out_has_row && ending == END_OF_FIELD) {
        const enum status status = read_field(csv, byte, &ending);
        if (status)
            return status;
        if (ending == END_OF_FIELD)
            byte = getc_unlocked(csv->stream);
    }
    if (ferror(csv->stream))
        return fail(STATUS_IO, "%s: cannot be read; check the path and the disk",
                    csv->path);
    const struct span row = {csv->bytes, csv->byte_count};
    if (csv->seen_bits & 0x80 && utf8_wrong(row) < row.count)
        return fail(STATUS_BAD_INPUT, "%s: line %zu is not UTF-8; save the file as UTF-8",
                    csv->path, csv->line);
    return OK;
}

enum status csv_next(struct csv *csv, bool *out_has_row)
{
    const enum status status = read_row(csv, out_has_row);
    if (status || !*out_has_row || csv->field_count == csv->column_count)
        return status;
    return fail(
        STATUS_BAD_INPUT,
        "%s: line %zu has %zu fields and the header %zu; give every row one field for "
        "each column",
        csv->path, csv->line, csv->field_count, csv->column_count);
}

static enum status read_header(struct arena *arena, struct csv *csv)
{
    bool has_row;
    const enum status status = read_row(csv, &has_row);
    if (status)
        return status;
    if (!has_row)
        return fail(STATUS_BAD_INPUT, "%s: is empty; begin with a row of column names",
                    csv->path);
    csv->column_count = csv->field_count;
    csv->names = arena_array(arena, struct span, csv->column_count);
    for (size_t i = 0; i < csv->column_count; i++)
        csv->names[i] = span_copy(arena, csv->fields[i]);
    return OK;
}

/* The byte order mark is taken off the stream, not off the first name: that may be in
 * quotes. */
static void skip_mark(struct csv *csv)
{
    static const int mark[] = {0xEF, 0xBB, 0xBF};
    char taken[3];
    for (size_t i = 0; i < 3; i++) {
        const int byte = getc_unlocked(csv->stream);
        if (byte != mark[i]) {
            if (byte != EOF)
                ungetc(byte, csv->stream);
            while (i-- > 0)
                ungetc(taken[i], csv->stream);
            return;
        }
        taken[i] = (char)byte;
    }
}

enum status csv_begin(struct arena *arena, FILE *stream, const char *path,
                      struct csv_limits limits, struct csv *out_csv)
{
    struct csv csv = {.stream = stream, .path = path, .limits = limits, .next_line = 1};
    csv.bytes = arena_array(arena, char, limits.row_bytes);
    csv.fields = arena_array(arena, struct span, limits.field_count);
    skip_mark(&csv);
    const enum status status = read_header(arena, &csv);
    if (status)
        return status;
    *out_csv = csv;
    return OK;
}

enum status csv_open(struct arena *arena, const char *path, struct csv_limits limits,
                     struct csv *out_csv)
{
    FILE *stream = fopen(path, "re");
    if (!stream)
        return fail(errno == ENOENT ? STATUS_NOT_FOUND : STATUS_NO_ACCESS,
                    "%s: cannot be opened (%s); check the path", path, strerror(errno));
    const enum status status = csv_begin(arena, stream, path, limits, out_csv);
    if (status)
        fclose(stream);
    return status;
}

enum status csv_rewind(struct csv *csv)
{
    bool has_row;
    if (fseek(csv->stream, 0, SEEK_SET) != 0)
        return fail(STATUS_BAD_INPUT, "%s: cannot be read twice; give a file, not a pipe",
                    csv->path);
    csv->next_line = 1;
    skip_mark(csv);
    return read_row(csv, &has_row);
}

void csv_close(struct csv *csv)
{
    if (!csv || !csv->stream)
        return;
    fclose(csv->stream);
    csv->stream = NULL;
}

enum status csv_column(const struct csv *csv, struct span name, size_t *out_index)
{
    size_t found = csv->column_count;
    for (size_t i = 0; i < csv->column_count; i++) {
        if (!is_span_equal(csv->names[i], name))
            continue;
        if (found < csv->column_count)
            return fail(STATUS_BAD_INPUT,
                        "%s: line 1 names the column %.*s twice; rename one of them",
                        csv->path, SPAN_ARGS(name));
        found = i;
    }
    if (found == csv->column_count)
        return fail(STATUS_BAD_INPUT,
                    "%s: line 1 has no column %.*s; add it or name another column",
                    csv->path, SPAN_ARGS(name));
    *out_index = found;
    return OK;
}

enum status csv_number(const struct csv *csv, size_t column, double *out_value)
{
    must(column < csv->column_count);
    if (!csv->fields[column].count)
        *out_value = NAN;
    else if (!span_to_number(csv->fields[column], out_value))
        return refuse(
            csv, column,
            "a number is needed; write it with a decimal point or leave it empty");
    return OK;
}

static void put_separator(struct buffer *buffer)
{
    if (buffer->count && buffer->data[buffer->count - 1] != '\n')
        buffer_add(buffer, SPAN(","));
}

/* A row ends in a bare LF, and a field that holds one is quoted: so a buffer that ends in
 * LF is always at the start of a row. An empty first field is written as "" for the same
 * reason. */
void csv_put_text(struct buffer *buffer, struct span text)
{
    const bool is_first = !buffer->count || buffer->data[buffer->count - 1] == '\n';
    put_separator(buffer);
    bool is_plain = text.count > 0 || !is_first;
    for (size_t i = 0; i < text.count; i++)
        is_plain = is_plain && !memchr(",\"\r\n", text.data[i], 4);
    if (is_plain) {
        buffer_add(buffer, text);
        return;
    }
    buffer_add(buffer, SPAN("\""));
    for (size_t i = 0; i < text.count; i++) {
        buffer_add(buffer, span_cut(text, i, 1));
        if (text.data[i] == '"')
            buffer_add(buffer, SPAN("\""));
    }
    buffer_add(buffer, SPAN("\""));
}

enum { NUMBER_BYTES = 32 }; /* enough for any double with 17 digits, and for any count */

/* "C": a decimal point whatever the person's locale says; each thread asks once. Minus nothing is
 * nothing. */
static struct span write_number(double value, char *out_text)
{
    static _Thread_local locale_t plain;
    if (!plain)
        plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    must(plain != (locale_t)0);
    const locale_t before = uselocale(plain);
    const int count = snprintf(out_text, NUMBER_BYTES, "%.17g", value == 0 ? 0.0 : value);
    uselocale(before);
    return (struct span){out_text, (size_t)count};
}

void csv_put_number(struct buffer *buffer, double value)
{
    char text[NUMBER_BYTES];
    if (!isfinite(value)) {
        csv_put_text(buffer, (struct span){"", 0});
        return;
    }
    put_separator(buffer);
    buffer_add(buffer, write_number(value, text));
}

void csv_put_count(struct buffer *buffer, size_t count)
{
    char text[NUMBER_BYTES];
    size_t from = sizeof text;
    do
        text[--from] = (char)('0' + count % 10);
    while (count /= 10);
    put_separator(buffer);
    buffer_add(buffer, (struct span){text + from, sizeof text - from});
}

void csv_put_end(struct buffer *buffer)
{
    buffer_add(buffer, SPAN("\n"));
}
