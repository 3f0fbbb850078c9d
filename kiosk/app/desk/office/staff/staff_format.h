/* staff_format: the words of the statements on people, the same for who writes and who reads. */
#ifndef APP_DESK_OFFICE_STAFF_STAFF_FORMAT_H
#define APP_DESK_OFFICE_STAFF_STAFF_FORMAT_H

#include "app/desk/office/trust/signed_rows.h"

#define STAFF_FILE "people.jsonl"

enum staff_kind { STAFF_PERSON, STAFF_END };
enum {
    STAFF_FORMAT_KINDS = STAFF_END + 1,
    STAFF_FORMAT_BYTES_MAX = 16 * 1024 * 1024,
    STAFF_FORMAT_ROWS_MAX = 20000,
    STAFF_VACANCIES_MAX = 64, /* of one person */
};

/* staff_format_words: of each kind. staff_format_rows: what the file of them is. */
extern const char *const staff_format_words[STAFF_FORMAT_KINDS];
extern const struct signed_rows_kind staff_format_rows;

#endif
