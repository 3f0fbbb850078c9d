/* foreign_sheet: a workbook of a spreadsheet (.xlsx, Office Open XML) as a tree of foreign values:
 * a sheet by its name, its rows, and in each the cells, named by the first row. No library of
 * Debian 12 reads such files: libxlsxwriter writes only. What is read of the format is what authors
 * of questionnaires type: texts and numbers; of a formula its last value. */
#ifndef CONVERT_FOREIGN_FOREIGN_SHEET_H
#define CONVERT_FOREIGN_FOREIGN_SHEET_H

#include "convert/foreign.h"

enum { FOREIGN_SHEET_COLUMNS_MAX = 256 };

/* foreign_sheet_read(arena, file, bytes, losses, out_root): the workbook in `bytes`, the file
 * called `file`; a formula is told in `losses`. Failures are those of foreign_zip_read and
 * foreign_xml_read; STATUS_BAD_INPUT when it is no workbook. */
must_check enum status foreign_sheet_read(struct arena *arena, struct span file,
                                          struct span bytes, struct losses *losses,
                                          struct foreign **out_root);

#endif
