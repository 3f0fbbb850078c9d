/* ends_format: the words of the statements on ends, the same for who writes and who reads. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_FORMAT_H
#define APP_DESK_OFFICE_ENDS_ENDS_FORMAT_H

#include "app/desk/office/trust/signed_rows.h"

#define ENDS_FILE "ends.jsonl"

enum ends_ground {
#define ENDS_GROUND(symbol, word, sentence) symbol,
#include "app/desk/office/ends/ends_ground.def"
#undef ENDS_GROUND
};

enum ends_kind { ENDS_ERASURE, ENDS_RESTRICTION, ENDS_HOLD, ENDS_RELEASE, ENDS_DECISION };

enum {
    ENDS_FORMAT_GROUNDS = ENDS_EARLIER + 1,
    ENDS_FORMAT_KINDS = ENDS_DECISION + 1,
    ENDS_FORMAT_BYTES_MAX = 128 * 1024 * 1024,
    ENDS_FORMAT_ROWS_MAX = 400000,
};

/* ends_format_kinds, ends_format_grounds: the words of each. ends_format_sentences: what a ground
 * says to a person. ends_format_rows: what the file is. */
extern const char *const ends_format_kinds[ENDS_FORMAT_KINDS];
extern const char *const ends_format_grounds[ENDS_FORMAT_GROUNDS];
extern const char *const ends_format_sentences[ENDS_FORMAT_GROUNDS];
extern const struct signed_rows_kind ends_format_rows;

/* ends_format_ground(word, out_ground): the ground that is typed as `word`; STATUS_USAGE with those
 * that there are. */
must_check enum status ends_format_ground(struct span word, enum ends_ground *out_ground);

#endif
