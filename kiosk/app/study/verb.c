#include "app/study/verb.h"

#include "app/common/console.h"
#include "base/text/csv.h"

enum status verb_flush(struct job *job)
{
    if (job->out.is_full)
        return fail(STATUS_TOO_LARGE, "the table would be too long; split the input");
    if (console_put(buffer_span(&job->out)) != OK)
        return fail(STATUS_IO, "standard output cannot be written; check the disk");
    job->out.count = 0;
    return OK;
}

void verb_header(struct job *job, const char *names)
{
    buffer_text(&job->out, names);
    csv_put_end(&job->out);
}

void verb_put_key(struct job *job, const char *key, double value)
{
    csv_put_text(&job->out, span_of(key));
    csv_put_number(&job->out, value);
    csv_put_end(&job->out);
}

void verb_put_key_count(struct job *job, const char *key, size_t count)
{
    csv_put_text(&job->out, span_of(key));
    csv_put_count(&job->out, count);
    csv_put_end(&job->out);
}

void verb_put_numbers(struct job *job, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_put_number(&job->out, values[i]);
}
