/* table: a whole CSV table in memory, for the verbs that need all of it at once. */
#ifndef APP_STUDY_TABLE_H
#define APP_STUDY_TABLE_H

#include "base/text/csv.h"

#include <stdbool.h>

/* The widest row and the most columns any verb reads. */
#define TABLE_LIMITS ((struct csv_limits){1 << 20, 5000})

struct table_row {
    size_t line; /* of the file */
    struct span *cells;
};

struct table {
    const char *path;
    struct span *names;
    size_t column_count, row_count;
    struct table_row *rows;
};

/* table_read(arena, path, out_table): reads the table at `path` into `arena`;
 * STATUS_TOO_LARGE over 2 GiB. */
must_check enum status table_read(struct arena *arena, const char *path,
                                  struct table *out_table);
/* table_column(table, name, out_index): the column `name`; STATUS_BAD_INPUT when there is
 * none or more than one. */
must_check enum status table_column(const struct table *table, struct span name,
                                    size_t *out_index);
/* table_columns(arena, table, names, out_columns, out_count): the columns of the list
 * `names`, commas between; STATUS_BAD_INPUT also when one is named twice. */
must_check enum status table_columns(struct arena *arena, const struct table *table,
                                     const char *names, size_t **out_columns,
                                     size_t *out_count);
/* table_numbers(arena, table, columns, count, out_numbers): the numbers of `count`
 * `columns` (NULL: the first `count`) as rows x count, NAN for an empty cell;
 * STATUS_BAD_INPUT for text. */
must_check enum status table_numbers(struct arena *arena, const struct table *table,
                                     const size_t *columns, size_t count,
                                     double **out_numbers);
/* has_table_column(table, name): whether there is a column called `name`. */
bool has_table_column(const struct table *table, const char *name);
/* table_need(table, numbers, columns, count): STATUS_BAD_INPUT when one of `numbers`, as
 * table_numbers gave them, is missing. */
must_check enum status table_need(const struct table *table, const double *numbers,
                                  const size_t *columns, size_t count);
/* table_read_numbers(arena, path, out_table, out_numbers): table_read and table_numbers of all
 * columns at once. */
must_check enum status table_read_numbers(struct arena *arena, const char *path,
                                          struct table *out_table, double **out_numbers);
/* table_need_same_header(one, other): STATUS_BAD_INPUT unless both have the same columns in the
 * same order. */
must_check enum status table_need_same_header(const struct table *one,
                                              const struct table *other);
/* table_read_row(arena, path, like, is_gap_allowed, out_row): the only row of the file at `path`,
 * which must have the columns of `like` and numbers >= 0, empty ones only when `is_gap_allowed`. */
must_check enum status table_read_row(struct arena *arena, const char *path,
                                      const struct table *like, bool is_gap_allowed,
                                      double **out_row);
/* table_read_weights(arena, path, like, out_weights): the same without gaps and with a sum above
 * 0; NULL when `path` is NULL. */
must_check enum status table_read_weights(struct arena *arena, const char *path,
                                          const struct table *like, double **out_weights);
/* table_refuse(table, row, column, sentence): fail() with file, line, column and
 * `sentence`. */
must_check enum status table_refuse(const struct table *table, size_t row, size_t column,
                                    const char *sentence);
/* table_need_codes(table, numbers, columns, count, lowest, highest): STATUS_BAD_INPUT
 * when one of `numbers`, as table_numbers gave them, is present and not a whole number
 * from `lowest` to `highest`. */
must_check enum status table_need_codes(const struct table *table, const double *numbers,
                                        const size_t *columns, size_t count,
                                        double lowest, double highest);
/* table_keep_complete(numbers, row_count, column_count): moves the rows without a gap to
 * the front of `numbers` and returns how many there are. */
size_t table_keep_complete(double *numbers, size_t row_count, size_t column_count);

#endif
