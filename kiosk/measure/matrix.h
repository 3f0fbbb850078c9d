/* matrix: what the statistics need of linear algebra on row-major arrays. NAN is a
 * missing cell where a function says so; undefined results are NAN too. */
#ifndef MEASURE_MATRIX_H
#define MEASURE_MATRIX_H

#include "base/arena.h"

/* matrix_column(cells, rows, columns, column, out_values): copies one of `columns`
 * columns of the `rows` x `columns` `cells` into `out_values`. */
void matrix_column(const double *cells, size_t rows, size_t columns, size_t column,
                   double *out_values);
/* matrix_transpose(arena, cells, rows, columns): the `columns` x `rows` transpose of
 * `cells`, in `arena`. */
double *matrix_transpose(struct arena *arena, const double *cells, size_t rows,
                         size_t columns);
/* matrix_column_means(cells, rows, columns, out_means): the mean of the present cells of
 * each column of the `rows` x `columns` `cells`; NAN for a column without any. */
void matrix_column_means(const double *cells, size_t rows, size_t columns,
                         double *out_means);
/* matrix_covariances(arena, cells, rows, columns): the `columns` x `columns` pairwise
 * covariances of the columns of `cells` (rows with both cells present, their own means, n
 * - 1), in `arena`. */
double *matrix_covariances(struct arena *arena, const double *cells, size_t rows,
                           size_t columns);
/* matrix_invert(matrix, size): replaces the symmetric positive definite `size` x `size`
 * `matrix` by its inverse (Cholesky). 0, with `matrix` destroyed, when it is not positive
 * definite. */
int matrix_invert(double *matrix, size_t size);
/* matrix_multiply(matrix, vector, rows, columns, out_product): `out_product` = `matrix`
 * (`rows` x `columns`) times `vector`. */
void matrix_multiply(const double *matrix, const double *vector, size_t rows,
                     size_t columns, double *out_product);
/* matrix_eigen(arena, matrix, size, out_values, out_vectors): eigenvalues of the
 * symmetric `size` x `size` `matrix`, falling, into `out_values` and the vectors that
 * belong to them as columns of `out_vectors`; `matrix` is left as it is, `arena` is used
 * for scratch only. */
void matrix_eigen(struct arena *arena, const double *matrix, size_t size,
                  double *out_values, double *out_vectors);

#endif
