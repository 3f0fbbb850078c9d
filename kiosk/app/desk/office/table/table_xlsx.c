/* The one file that knows libxlsxwriter, which writes workbooks to files only: to memory that
 * looks like one and has no name, so that nothing of it stays when the program is killed. Its
 * temporary files lie in memory, too (/dev/shm), and lose their names as soon as they have one: no
 * figure of anybody gets onto a disk. Texts are cells of text: no program calculates them. */
#include "app/desk/office/table/table.h"

#include "base/buffer.h"
#include "base/file.h"

#include <math.h>
#include <stdio.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

enum { PATH_BYTES = 64, NAME_MOST = 31 };

static lxw_error head_write(const struct table *table, lxw_worksheet *sheet,
                            lxw_format *strong)
{
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < table->column_count && error == LXW_NO_ERROR; i++)
        error = worksheet_write_string(sheet, 0, (lxw_col_t)i,
                                       span_text(table->arena, table->columns[i].name),
                                       strong);
    return error;
}

static lxw_error cell_write(const struct table *table, lxw_worksheet *sheet,
                            lxw_row_t row, size_t column, const struct table_cell *cell)
{
    if (!table->columns[column].is_number)
        return cell->text.count
                   ? worksheet_write_string(sheet, row, (lxw_col_t)column,
                                            span_text(table->arena, cell->text), NULL)
                   : LXW_NO_ERROR;
    return isnan(cell->number) ? LXW_NO_ERROR
                               : worksheet_write_number(sheet, row, (lxw_col_t)column,
                                                        cell->number, NULL);
}

static lxw_error rows_write(const struct table *table, lxw_worksheet *sheet)
{
    lxw_error error = LXW_NO_ERROR;
    lxw_row_t at = 1;
    for (const struct table_row *row = table->first; row; row = row->next, at++)
        for (size_t i = 0; i < table->column_count && error == LXW_NO_ERROR; i++)
            error = cell_write(table, sheet, at, i, &row->cells[i]);
    return error;
}

static lxw_error book_write(const struct table *table, const char *path)
{
    static char folder[] = "/dev/shm";
    lxw_workbook_options options = {.constant_memory = LXW_FALSE, .tmpdir = folder};
    lxw_workbook *book = workbook_new_opt(path, &options);
    if (!book)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    lxw_worksheet *sheet = workbook_add_worksheet(
        book, span_text(table->arena, span_cut(table->name, 0, NAME_MOST)));
    lxw_format *strong = workbook_add_format(book);
    lxw_error error = sheet && strong ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (error == LXW_NO_ERROR) {
        format_set_bold(strong);
        error = head_write(table, sheet, strong);
    }
    if (error == LXW_NO_ERROR)
        error = rows_write(table, sheet);
    if (error == LXW_NO_ERROR)
        worksheet_freeze_panes(sheet, 1, 0);
    const lxw_error closed = workbook_close(book);
    return error == LXW_NO_ERROR ? closed : error;
}

enum status table_xlsx(const struct table *table, struct span *out_bytes)
{
    char path[PATH_BYTES];
    scoped_file memory = memfd_create("table", MFD_CLOEXEC);
    if (memory < 0)
        return fail(STATUS_IO, "the system gives no memory for the workbook");
    snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    const lxw_error error = book_write(table, path);
    return error == LXW_NO_ERROR
               ? file_read(table->arena, path, TABLE_BYTES_MAX, out_bytes)
               : fail(STATUS_IO, "the workbook was not made: %s", lxw_strerror(error));
}
