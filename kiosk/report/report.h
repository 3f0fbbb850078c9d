/* report: one opened record as something people read: a web page in one file, plain text, or JSON.
 *
 *   record + facts --report_build--> struct page (what to say, in which order)
 *                      --report_html | report_text | report_json--> bytes
 *
 * All sentences are chosen once, in report_build; the formats only lay them out, so they never
 * differ. No format ranks, passes or fails anybody; every page carries the pilot line. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "scoring/record.h"
#include "report/page.h"

#include <stdbool.h>

/* What the desk knows about the record besides its content. */
struct report_facts {
    struct span handle; /* "K7-Q2" */
    struct span organization, vacancy_title;
    int64_t invite;         /* card number; 0: none */
    int64_t arrival;        /* place in order of arrival */
    int64_t sealed_unix_ms; /* from the signed header, whole hours */
    struct span device_label;
    struct span receipt;                               /* of the entry, "7ZK2-..." */
    struct span form_hash, keyset_hash, software_hash; /* hex */
    bool is_verified;   /* signature, chain and inner copy held when it was imported */
    bool is_same_again; /* scoring again gave the same bytes */
};

/* report_build(arena, record, facts, out_page): all that there is to say about `record`. A
 * rater's record is never shown singly: its page says only that, and its JSON holds neither
 * record nor facts. */
void report_build(struct arena *arena, const struct record *record,
                  const struct report_facts *facts, struct page *out_page);

/* report_html(arena, record, facts), report_text(arena, record, facts), report_json(arena,
 * record, facts): the report on `record`, built in `arena` (guarded). HTML is one file without
 * scripts or anything from elsewhere, prints on A4; text is at most 88 columns wide; JSON holds
 * the record's canonical bytes unchanged under "record". */
struct span report_html(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);
struct span report_text(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);
struct span report_json(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);

#endif
