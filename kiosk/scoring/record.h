/* record: what is sealed at the finish: answers + scorecard + provenance as canonical JSON
 * (sorted keys, no blanks, integers or decimal strings), readable with a text editor in twenty
 * years. questionnaires/RECORD.md publishes the schema.
 *
 *   sitting, scorecard, basis, provenance --record_write--> bytes --> seal
 *   bytes --record_read--> sitting (replayed on the same assessment), scorecard bytes, basis
 *   bytes --record_peek--> who, and the scorecard as it was written
 */
#ifndef SCORING_RECORD_H
#define SCORING_RECORD_H

#include "scoring/scorecard.h"

/* What a record says of itself: the second has the pseudonym of a rater's code. */
#define RECORD_FORMAT "resonance-record-1"
#define RECORD_FORMAT_PSEUDONYM "resonance-record-2"

struct provenance {
    struct span software;     /* version */
    struct span organization; /* name as configured */
    struct span mode;         /* always "kiosk": how it was used is not told */
    int64_t
        finished_unix_ms; /* floored to the day; by 0.1.0, for candidates, to the hour */
    unsigned char assessment_hash[32];
};

struct record {
    struct sitting *sitting; /* finished */
    struct provenance provenance;
    struct basis *basis;         /* NULL for raters */
    struct span scorecard_bytes; /* as stored, canonical */
    struct scorecard *scorecard;
};

/* record_write(arena, sitting, basis, scorecard, provenance):
 * The canonical bytes, in `arena`. `basis` may be NULL. Answers of steps that are hidden at the
 * end, and of practice, are not written. Times of the clock are floored, to the hour for a
 * candidate (the terminal gives no more than the day) and to the day for a rater, whose record
 * holds no invite number either; only a rater's has a pseudonym. */
struct span record_write(struct arena *arena, const struct sitting *sitting,
                         const struct basis *basis, const struct scorecard *scorecard,
                         const struct provenance *provenance);

/* record_read(arena, assessment, bytes, out_record):
 * The reverse, on `assessment`, whose hash must be filled. STATUS_NOT_FOUND when the record was
 * made with another one; STATUS_UNSUPPORTED when it is of a newer format; STATUS_DAMAGED with what
 * does not fit: that the record written again gives the very same bytes is part of the check. */
must_check enum status record_read(struct arena *arena,
                                   const struct assessment *assessment, struct span bytes,
                                   struct record **out_record);

/* What is read of a record where nobody looks at its answers. */
struct record_peeked {
    struct provenance provenance;
    struct sitting_start start;
    struct scorecard *scorecard;
};

/* record_peek(arena, assessment, bytes, out_peeked):
 * Who and when, and what the terminal scored, without the answers and the basis: several times
 * quicker, and believed. That the scorecard follows from the answers, and that nothing else is in
 * the record, is what record_read and record_rescore find out. Fails as record_read does. */
must_check enum status record_peek(struct arena *arena,
                                   const struct assessment *assessment, struct span bytes,
                                   struct record_peeked *out_peeked);

/* record_rescore(arena, record, out_bytes):
 * Scores the replayed sitting of `record` against its own basis and writes the scorecard. The
 * bytes must be those of record->scorecard_bytes: each score can be made again from the record
 * and its assessment alone. Statuses as in score_sitting. */
must_check enum status record_rescore(struct arena *arena, const struct record *record,
                                      struct span *out_bytes);

#endif
