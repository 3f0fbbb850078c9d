#include "app/desk/office/staff/staff_format.h"

const char *const staff_format_words[STAFF_FORMAT_KINDS] = {
    [STAFF_PERSON] = "person", [STAFF_END] = "end"};

const struct signed_rows_kind staff_format_rows = {
    .part = SIGNED_ROWS_PEOPLE,
    .file = STAFF_FILE,
    .personal = "people",
    .label = "rs-staff-1",
    .bytes_max = STAFF_FORMAT_BYTES_MAX,
    .rows_max = STAFF_FORMAT_ROWS_MAX,
};
