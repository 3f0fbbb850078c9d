/* verb: what one verb of `resonance-study` is given, and the list of all of them. A
 * verb reads its files, calls measure/ and puts the table into job->out; nothing is
 * printed before it has returned OK. */
#ifndef APP_STUDY_VERB_H
#define APP_STUDY_VERB_H

#include "app/common/options.h"

#include "base/buffer.h"

struct job {
    struct arena *arena;
    struct options options;
    struct buffer out;
};

#define VERB(name, function, options, least, most, help)                                 \
    must_check enum status function(struct job *job);
#include "app/study/verbs.def"
#undef VERB

/* verb_flush(job): writes what job->out holds to standard output and empties it: only for
 * verbs that have checked all of their input before. */
must_check enum status verb_flush(struct job *job);
/* verb_header(job, names): puts the header row `names`, written with commas. */
void verb_header(struct job *job, const char *names);
/* verb_put_key(job, key, value), verb_put_key_count(job, key, count): one row of a
 * key,value table. */
void verb_put_key(struct job *job, const char *key, double value);
void verb_put_key_count(struct job *job, const char *key, size_t count);
/* verb_put_numbers(job, values, count): `count` number fields of the current row. */
void verb_put_numbers(struct job *job, const double *values, size_t count);

#endif
