#include "app/desk/office/trust/roll_format.h"

const char *const roll_format_words[ROLL_FORMAT_KINDS] = {
    [ROLL_KEYS] = "keys",
    [ROLL_TERMINAL] = "terminal",
    [ROLL_RETIREMENT] = "retirement",
    [ROLL_EARLIER] = "earlier",
    [ROLL_PEOPLE] = "people",
    [ROLL_CONFIGURATION] = "configuration",
    [ROLL_ACCEPTANCE] = "acceptance",
    [ROLL_VACANCY] = "vacancy",
    [ROLL_SETTINGS] = "settings",
    [ROLL_CODES] = "codes",
    [ROLL_REVOCATION] = "revocation",
    [ROLL_FORM] = "form",
    [ROLL_PIN] = "pin",
    [ROLL_SIGNING] = "signing",
};

const struct signed_rows_kind roll_format_rows = {
    .part = SIGNED_ROWS_ROLL,
    .file = ROLL_FORMAT_FILE,
    .personal = "roll",
    .label = "rs-roll-v1",
    .bytes_max = ROLL_FORMAT_BYTES_MAX,
    .rows_max = ROLL_FORMAT_ROWS_MAX,
};
