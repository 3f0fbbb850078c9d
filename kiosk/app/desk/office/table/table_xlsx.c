/* The one file that knows libxlsxwriter, which writes workbooks to files only: to memory that
 * looks like one and has no name, so that nothing of it stays when the program is killed. Its
 * temporary files lie in memory, too (/dev/shm), and lose their names as soon as they have one: no
 * figure of anybody gets onto a disk. Texts are cells of text: no program calculates them.
 *
 * The library is loaded when a workbook is written: it brings OpenSSL along, which would take a
 * fifth of every start of the desk. */
#include "app/desk/office/table/table.h"

#include "base/buffer.h"
#include "base/file.h"

#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

enum {
    PATH_BYTES = 64,
    NAME_MOST = 31,
    NUMBER_LETTERS = 10,
    LETTERS_MOST = 60,
    ROOM_LETTERS = 2
};

/* What is used of it. */
static struct {
    __typeof__(workbook_new_opt) *workbook_new_opt;
    __typeof__(workbook_add_worksheet) *workbook_add_worksheet;
    __typeof__(workbook_add_format) *workbook_add_format;
    __typeof__(workbook_close) *workbook_close;
    __typeof__(format_set_bold) *format_set_bold;
    __typeof__(worksheet_write_string) *worksheet_write_string;
    __typeof__(worksheet_write_number) *worksheet_write_number;
    __typeof__(worksheet_set_column) *worksheet_set_column;
    __typeof__(worksheet_freeze_panes) *worksheet_freeze_panes;
    __typeof__(lxw_strerror) *lxw_strerror;
} xlsx;

static const struct {
    const char *name;
    void *place;
} functions[] = {
    {"workbook_new_opt", &xlsx.workbook_new_opt},
    {"workbook_add_worksheet", &xlsx.workbook_add_worksheet},
    {"workbook_add_format", &xlsx.workbook_add_format},
    {"workbook_close", &xlsx.workbook_close},
    {"format_set_bold", &xlsx.format_set_bold},
    {"worksheet_write_string", &xlsx.worksheet_write_string},
    {"worksheet_write_number", &xlsx.worksheet_write_number},
    {"worksheet_set_column", &xlsx.worksheet_set_column},
    {"worksheet_freeze_panes", &xlsx.worksheet_freeze_panes},
    {"lxw_strerror", &xlsx.lxw_strerror},
};

static bool is_loaded(void)
{
    void *const library = dlopen(RESONANCE_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);
    bool is_whole = library != NULL;
    for (size_t i = 0; i < sizeof functions / sizeof *functions && is_whole; i++) {
        void *const found = dlsym(library, functions[i].name);
        memcpy(functions[i].place, &found, sizeof found);
        is_whole = found != NULL;
    }
    return is_whole;
}

static lxw_error head_write(const struct table *table, lxw_worksheet *sheet,
                            lxw_format *strong)
{
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < table->column_count && error == LXW_NO_ERROR; i++)
        error = xlsx.worksheet_write_string(
            sheet, 0, (lxw_col_t)i, span_text(table->arena, table->columns[i].name),
            strong);
    return error;
}

static lxw_error cell_write(const struct table *table, lxw_worksheet *sheet,
                            lxw_row_t row, size_t column, const struct table_cell *cell)
{
    if (!table->columns[column].is_number)
        return cell->text.count
                   ? xlsx.worksheet_write_string(sheet, row, (lxw_col_t)column,
                                                 span_text(table->arena, cell->text),
                                                 NULL)
                   : LXW_NO_ERROR;
    return isnan(cell->number) ? LXW_NO_ERROR
                               : xlsx.worksheet_write_number(
                                     sheet, row, (lxw_col_t)column, cell->number, NULL);
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

/* As wide as the longest of its cells, so that none is cut; long texts up to a bound. */
static lxw_error width_write(const struct table *table, lxw_worksheet *sheet,
                             size_t column)
{
    size_t letters = table->columns[column].name.count;
    if (table->columns[column].is_number && letters < NUMBER_LETTERS)
        letters = NUMBER_LETTERS;
    for (const struct table_row *row = table->first; row; row = row->next)
        if (row->cells[column].text.count > letters)
            letters = row->cells[column].text.count;
    if (letters > LETTERS_MOST)
        letters = LETTERS_MOST;
    return xlsx.worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column,
                                     (double)(letters + ROOM_LETTERS), NULL);
}

static lxw_error widths_write(const struct table *table, lxw_worksheet *sheet)
{
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < table->column_count && error == LXW_NO_ERROR; i++)
        error = width_write(table, sheet, i);
    return error;
}

static lxw_error book_write(const struct table *table, const char *path)
{
    static char folder[] = "/dev/shm";
    lxw_workbook_options options = {.constant_memory = LXW_FALSE, .tmpdir = folder};
    lxw_workbook *book = xlsx.workbook_new_opt(path, &options);
    if (!book)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    lxw_worksheet *sheet = xlsx.workbook_add_worksheet(
        book, span_text(table->arena, span_cut(table->name, 0, NAME_MOST)));
    lxw_format *strong = xlsx.workbook_add_format(book);
    lxw_error error = sheet && strong ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (error == LXW_NO_ERROR) {
        xlsx.format_set_bold(strong);
        error = head_write(table, sheet, strong);
    }
    if (error == LXW_NO_ERROR)
        error = rows_write(table, sheet);
    if (error == LXW_NO_ERROR)
        error = widths_write(table, sheet);
    if (error == LXW_NO_ERROR)
        xlsx.worksheet_freeze_panes(sheet, 1, 0);
    const lxw_error closed = xlsx.workbook_close(book);
    return error == LXW_NO_ERROR ? closed : error;
}

enum status table_xlsx(const struct table *table, struct span *out_bytes)
{
    char path[PATH_BYTES];
    if (!is_loaded())
        return fail(STATUS_NOT_FOUND, RESONANCE_XLSXWRITER
                    ", which writes workbooks, cannot be loaded: install "
                    "the package resonance again, or take the table as CSV");
    scoped_file memory = memfd_create("table", MFD_CLOEXEC);
    if (memory < 0)
        return fail(STATUS_IO, "the system gives no memory for the workbook");
    snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    const lxw_error error = book_write(table, path);
    return error == LXW_NO_ERROR
               ? file_read(table->arena, path, TABLE_BYTES_MAX, out_bytes)
               : fail(STATUS_IO, "the workbook was not made: %s",
                      xlsx.lxw_strerror(error));
}
