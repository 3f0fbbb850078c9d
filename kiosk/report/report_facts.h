/* report_facts: what is said of a record besides its content. */
#ifndef REPORT_REPORT_FACTS_H
#define REPORT_REPORT_FACTS_H

#include "base/span.h"

#include <stdbool.h>

/* For whom a report is: who decides on it, who only asks and listens, or whose it is. */
enum report_reader { REPORT_RECRUITER, REPORT_INTERVIEWER, REPORT_CANDIDATE };

/* What the desk knows about the record besides its content. */
struct interview_guide; /* interview/interview_guide.h */

struct report_facts {
    enum report_reader reader;
    struct span handle; /* "K7-Q2" */
    struct span organization, vacancy_title;
    int64_t invite;         /* card number; 0: none */
    int64_t arrival;        /* place in order of arrival */
    int64_t sealed_unix_ms; /* from the signed header, whole days; of 0.1.0 hours */
    struct span device_label;
    struct span receipt; /* of the entry, "7ZK2-..." */
    struct span assessment_hash, keyset_hash, software_hash; /* hex */
    struct span printed;                                     /* the day, of a paper */
    int64_t copy;       /* of a paper: how many were made of this result, from 1 */
    bool is_verified;   /* signature, chain and inner copy held when it was imported */
    bool is_same_again; /* scoring again gave the same bytes */
    const struct interview_guide
        *guide; /* for an interviewer: what to ask; NULL: not made */
};

#endif
