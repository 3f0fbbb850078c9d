#include "app/desk/office/ends/ends_format.h"

const char *const ends_format_kinds[ENDS_FORMAT_KINDS] = {
    [ENDS_ERASURE] = "erasure", [ENDS_RESTRICTION] = "restriction", [ENDS_HOLD] = "hold",
    [ENDS_RELEASE] = "release", [ENDS_DECISION] = "decision",
};

const char *const ends_format_grounds[ENDS_FORMAT_GROUNDS] = {
#define ENDS_GROUND(symbol, word, sentence) [symbol] = (word),
#include "app/desk/office/ends/ends_ground.def"
#undef ENDS_GROUND
};

const char *const ends_format_sentences[ENDS_FORMAT_GROUNDS] = {
#define ENDS_GROUND(symbol, word, sentence) [symbol] = (sentence),
#include "app/desk/office/ends/ends_ground.def"
#undef ENDS_GROUND
};

const struct signed_rows_kind ends_format_rows = {
    .part = SIGNED_ROWS_ENDS,
    .file = ENDS_FILE,
    .personal = "ends",
    .label = "rs-ends-v1",
    .bytes_max = ENDS_FORMAT_BYTES_MAX,
    .rows_max = ENDS_FORMAT_ROWS_MAX,
};

enum status ends_format_ground(struct span word, enum ends_ground *out_ground)
{
    for (int i = 0; i <= ENDS_MISTAKE; i++)
        if (is_span(word, ends_format_grounds[i])) {
            *out_ground = (enum ends_ground)i;
            return OK;
        }
    return fail(STATUS_USAGE, "--ground is asked, retention, order or mistake");
}
