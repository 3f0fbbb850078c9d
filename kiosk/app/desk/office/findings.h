/* findings: what the doctor found, in order: good, worth a look, or wrong, each of the latter with
 * the way to mend it. */
#ifndef APP_DESK_OFFICE_FINDINGS_H
#define APP_DESK_OFFICE_FINDINGS_H

#include "app/desk/office/office.h"
#include "report/page/page.h"

enum finding_weight { FINDING_GOOD, FINDING_NOTE, FINDING_WRONG };

enum { FINDINGS_MAX = 200 };

struct findings {
    struct office *office;
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

/* findings_put(findings, section): adds a table of all of them to `section`.
 * findings_json(arena, findings): the same for programs, as canonical JSON and a line feed. */
void findings_put(const struct findings *findings, struct page_section *section);
struct span findings_json(struct arena *arena, const struct findings *findings);

/* findings_keys(findings), findings_people(findings), findings_assessment(findings),
 * findings_documents(findings), findings_archive(findings), findings_ends(findings),
 * findings_log(findings): examine these parts of the office. findings_all.h: all of them. */
void findings_keys(struct findings *findings);
void findings_people(struct findings *findings);
void findings_assessment(struct findings *findings);
void findings_documents(struct findings *findings);
void findings_archive(struct findings *findings);
void findings_ends(struct findings *findings);
void findings_log(struct findings *findings);

#endif
