/* findings: what the doctor found, in order: good, worth a look, or wrong, each of the latter with
 * the way to mend it. */
#ifndef APP_DESK_OFFICE_FINDINGS_H
#define APP_DESK_OFFICE_FINDINGS_H

#include "app/desk/command/command.h"

enum finding_weight { FINDING_GOOD, FINDING_NOTE, FINDING_WRONG };

enum { FINDINGS_MAX = 200 };

struct findings {
    struct command *command;
    struct finding {
        enum finding_weight weight;
        const char *about; /* "keys" */
        struct span what, mend;
    } list[FINDINGS_MAX];
    size_t count, wrong_count;
};

/* findings_add(findings, weight, about, mend, format, ...): adds what is made from `format`;
 * `mend` is "" for what is good. findings_failed(findings, about, mend): adds the last failure as
 * wrong. */
void findings_add(struct findings *findings, enum finding_weight weight,
                  const char *about, const char *mend, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void findings_failed(struct findings *findings, const char *about, const char *mend);

/* findings_show(findings): puts all of them out, as text or with --json. */
void findings_show(const struct findings *findings);

/* findings_keys(findings), findings_assessment(findings), findings_documents(findings),
 * findings_archive(findings): examine these parts of the office. */
void findings_keys(struct findings *findings);
void findings_assessment(struct findings *findings);
void findings_documents(struct findings *findings);
void findings_archive(struct findings *findings);

#endif
