/* surface: the quadratic response surface of congruence research. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/matrix.h"
#include "study/surface.h"

static void print_terms(struct job *job, const struct surface *surface)
{
    verb_header(job, "term,estimate,se,t,p");
    for (size_t t = 0; t < SURFACE_TERMS; t++) {
        const struct surface_term *term = &surface->terms[t];
        csv_put_text(&job->out, span_of(surface_term_name(t)));
        verb_put_numbers(job,
                         (const double[]){term->estimate, term->se, term->t, term->p}, 4);
        csv_put_end(&job->out);
    }
}

static void print_fit(struct job *job, const struct surface *surface)
{
    verb_header(job, "key,value");
    verb_put_key_count(job, "n", surface->count);
    verb_put_key(job, "r2", surface->r2);
    verb_put_key(job, "adj_r2", surface->adj_r2);
    verb_put_key(job, "f_quadratic", surface->f_quadratic);
    verb_put_key(job, "p_quadratic", surface->p_quadratic);
    verb_put_key(job, "x0", surface->x0);
    verb_put_key(job, "y0", surface->y0);
    verb_put_key(job, "p11", surface->p11);
    verb_put_key(job, "p10", surface->p10);
    verb_put_key(job, "p21", surface->p21);
    verb_put_key(job, "p20", surface->p20);
}

enum status verb_surface(struct job *job)
{
    static const char *const names[] = {"x", "y", "z"};
    struct table table;
    struct surface surface;
    size_t columns[3];
    double *numbers;
    enum status status = table_read(job->arena, job->options.files[0], &table);
    for (size_t j = 0; !status && j < 3; j++) {
        const char *name;
        status = options_need(&job->options, names[j], &name);
        if (!status)
            status = table_column(&table, span_of(name), &columns[j]);
    }
    if (status || (status = table_numbers(job->arena, &table, columns, 3, &numbers)))
        return status;
    const double *turned = matrix_transpose(job->arena, numbers, table.row_count, 3);
    surface_fit(job->arena, turned, turned + table.row_count,
                turned + 2 * table.row_count, table.row_count, &surface);
    (has_option(&job->options, "fit") ? print_fit : print_terms)(job, &surface);
    return OK;
}
