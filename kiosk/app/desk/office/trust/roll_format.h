/* roll_format: the words of the statements on the roll, the same for who writes and who reads. */
#ifndef APP_DESK_OFFICE_TRUST_ROLL_FORMAT_H
#define APP_DESK_OFFICE_TRUST_ROLL_FORMAT_H

#include "app/desk/office/trust/signed_rows.h"

enum roll_format_kind {
    ROLL_KEYS,
    ROLL_TERMINAL,
    ROLL_RETIREMENT,
    ROLL_EARLIER,
    ROLL_PEOPLE,
    ROLL_CONFIGURATION,
    ROLL_ACCEPTANCE,
    ROLL_VACANCY,
    ROLL_SETTINGS,
    ROLL_CODES,
    ROLL_REVOCATION,
    ROLL_FORM,
    ROLL_PIN,
    ROLL_SIGNING,
};
enum {
    ROLL_FORMAT_KINDS = ROLL_SIGNING + 1,
    ROLL_FORMAT_BYTES_MAX = 64 * 1024 * 1024,
    ROLL_FORMAT_ROWS_MAX = 200000,
};

#define ROLL_FORMAT_FILE "roll.jsonl"

/* roll_format_words: of each kind. roll_format_rows: what the file of them is. */
extern const char *const roll_format_words[ROLL_FORMAT_KINDS];
extern const struct signed_rows_kind roll_format_rows;

#endif
