/* gaps: the room between the rows of an SQLite file. While pages are split and merged, rows
 * move, and their old places keep pieces of them. To write a file of a gigabyte anew for one row
 * that went takes as long as the file is large (database_sweep); here only the gaps themselves
 * are written, with zeros.
 *
 * Own code, because SQLite does this only while it rewrites a file. It reads what SQLite
 * promises for ever (the header and the pointers of a page:
 * https://www.sqlite.org/fileformat2.html, 1.6), and writes no byte in which a row, a pointer or
 * a header stands. */
#ifndef STORE_TERMINAL_GAPS_H
#define STORE_TERMINAL_GAPS_H

#include "store/sqlite.h"

/* gaps_clear(database):
 * Moves the log into the file, cuts it to nothing and fills the gaps of all its pages with
 * zeros. Pages that are free are left as they are: secure_delete has filled them when they
 * became free. Takes time by the number of rows, not by their size, and a page of memory. A
 * power cut at any point leaves a whole file. STATUS_NO_ACCESS while another program writes or
 * reads, STATUS_DAMAGED when a page is none, STATUS_IO. Inside a begun change it is a bug
 * (must). */
must_check enum status gaps_clear(struct database *database);

#endif
