/* report: one opened record as something people read: a web page in one file, plain text, or JSON.
 *
 *   record + facts --report_build--> struct page (what to say, in which order)
 *                      --report_html | report_text | report_json--> bytes
 *   record --report_record--> the sealed bytes themselves
 *
 * All sentences are chosen once, in report_build; the formats only lay them out, so they never
 * differ. No format ranks, passes or fails anybody; every page carries the pilot line. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "scoring/record.h"
#include "report/page/page.h"
#include "report/report_facts.h"

/* report_build(arena, record, facts, out_page): all that there is to say about `record`. A
 * rater's record is never shown singly: its page says only that, and its JSON holds neither
 * record nor facts. */
void report_build(struct arena *arena, const struct record *record,
                  const struct report_facts *facts, struct page *out_page);

/* report_html(arena, record, facts), report_text(arena, record, facts), report_json(arena,
 * record, facts): the report on `record`, built in `arena` (guarded). HTML is one file without
 * scripts or anything from elsewhere, prints on A4; text is at most 88 columns wide; JSON holds
 * what was answered (in the parts of own words also `words`, what it stood for), how long each
 * page was open in four classes, and the report's sentences. report_record(arena, record,
 * facts): the record's canonical bytes unchanged, with everything that scoring again needs: for
 * who audits, and for the person. */
struct span report_html(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);
struct span report_text(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);
struct span report_json(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);

/* report_paper(arena, record, facts): the report as HTML for sheets of A4, of which a PDF is
 * made: the first is the summary (not for an interviewer), behind it is the whole report. On
 * each stand the copy and the day of printing. */
struct span report_paper(struct arena *arena, const struct record *record,
                         const struct report_facts *facts);

/* report_ats(arena, record, facts): the result for a program in which candidates are tracked, as
 * JSON:
 * figures with their ranges, topics, a summary, and one attachment whose "base64" is still
 * empty. report_copy(arena, record, facts): a copy for the person, as JSON: what they were shown
 * and answered, in their words and language, what came of it, and their receipt. Numbers are
 * decimal texts. */
struct span report_ats(struct arena *arena, const struct record *record,
                       const struct report_facts *facts);
struct span report_copy(struct arena *arena, const struct record *record,
                        const struct report_facts *facts);

struct span report_record(struct arena *arena, const struct record *record,
                          const struct report_facts *facts);

#endif
