#include "measure/matrix.h"

#include "measure/moments.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <string.h>

void matrix_column(const double *cells, size_t rows, size_t columns, size_t column,
                   double *out_values)
{
    for (size_t i = 0; i < rows; i++)
        out_values[i] = cells[i * columns + column];
}

double *matrix_transpose(struct arena *arena, const double *cells, size_t rows,
                         size_t columns)
{
    double *turned = arena_array(arena, double, rows *columns);
    for (size_t j = 0; j < columns; j++)
        matrix_column(cells, rows, columns, j, turned + j * rows);
    return turned;
}

void matrix_column_means(const double *cells, size_t rows, size_t columns,
                         double *out_means)
{
    for (size_t j = 0; j < columns; j++) {
        double sum = 0;
        size_t present = 0;
        for (size_t i = 0; i < rows; i++) {
            const double cell = cells[i * columns + j];
            sum += isnan(cell) ? 0 : cell;
            present += isnan(cell) ? 0 : 1;
        }
        out_means[j] = present ? sum / (double)present : NAN;
    }
}

double *matrix_covariances(struct arena *arena, const double *cells, size_t rows,
                           size_t columns)
{
    double *covariances = arena_array(arena, double, columns *columns);
    const struct arena_mark mark = arena_mark(arena);
    const double *turned = matrix_transpose(arena, cells, rows, columns);
    for (size_t j = 0; j < columns; j++)
        for (size_t l = 0; l <= j; l++) {
            const double c =
                l == j ? moments_variance(turned + j * rows, rows)
                       : moments_covariance(turned + j * rows, turned + l * rows, rows);
            covariances[j * columns + l] = covariances[l * columns + j] = c;
        }
    arena_release(arena, mark);
    return covariances;
}

/* A pivot that has lost all but its last digits to rounding counts as zero. */
static bool is_factored(double *matrix, size_t size)
{
    for (size_t j = 0; j < size; j++) {
        double pivot = matrix[j * size + j];
        const double whole = pivot;
        for (size_t k = 0; k < j; k++)
            pivot -= matrix[j * size + k] * matrix[j * size + k];
        if (!(pivot > 1e-13 * whole) || !isfinite(pivot))
            return false;
        matrix[j * size + j] = sqrt(pivot);
        for (size_t i = j + 1; i < size; i++) {
            double sum = matrix[i * size + j];
            for (size_t k = 0; k < j; k++)
                sum -= matrix[i * size + k] * matrix[j * size + k];
            matrix[i * size + j] = sum / matrix[j * size + j];
        }
    }
    return true;
}

/* L becomes its inverse in place, column by column from the left. */
static void invert_lower(double *matrix, size_t size)
{
    for (size_t j = 0; j < size; j++) {
        matrix[j * size + j] = 1 / matrix[j * size + j];
        for (size_t i = j + 1; i < size; i++) {
            double sum = 0;
            for (size_t k = j; k < i; k++)
                sum -= matrix[i * size + k] * matrix[k * size + j];
            matrix[i * size + j] = sum / matrix[i * size + i];
        }
    }
}

int matrix_invert(double *matrix, size_t size)
{
    if (!is_factored(matrix, size))
        return 0;
    invert_lower(matrix, size);
    for (size_t i = 0; i < size; i++)
        for (size_t j = i; j < size; j++) {
            double sum = 0;
            for (size_t k = j; k < size; k++)
                sum += matrix[k * size + i] * matrix[k * size + j];
            matrix[i * size + j] = sum;
        }
    for (size_t i = 0; i < size; i++)
        for (size_t j = 0; j < i; j++)
            matrix[i * size + j] = matrix[j * size + i];
    return 1;
}

void matrix_multiply(const double *matrix, const double *vector, size_t rows,
                     size_t columns, double *out_product)
{
    for (size_t i = 0; i < rows; i++) {
        double sum = 0;
        for (size_t j = 0; j < columns; j++)
            sum += matrix[i * columns + j] * vector[j];
        out_product[i] = sum;
    }
}

void matrix_eigen(struct arena *arena, const double *matrix, size_t size,
                  double *out_values, double *out_vectors)
{
    const struct arena_mark mark = arena_mark(arena);
    double *copy = arena_array(arena, double, size *size);
    memcpy(copy, matrix, size * size * sizeof *copy);
    gsl_matrix_view source = gsl_matrix_view_array(copy, size, size);
    gsl_matrix_view vectors = gsl_matrix_view_array(out_vectors, size, size);
    gsl_vector_view values = gsl_vector_view_array(out_values, size);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(size);
    gsl_eigen_symmv(&source.matrix, &values.vector, &vectors.matrix, work);
    gsl_eigen_symmv_free(work);
    gsl_eigen_symmv_sort(&values.vector, &vectors.matrix, GSL_EIGEN_SORT_VAL_DESC);
    arena_release(arena, mark);
}
