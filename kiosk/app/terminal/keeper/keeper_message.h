/* keeper_message: the messages to a keeper and what both ends know of their sizes. A request is the
 * number of its kind and its fields; a reply is a status, its sentence, and the fields when that is
 * OK. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_MESSAGE_H
#define APP_TERMINAL_KEEPER_KEEPER_MESSAGE_H

#include "app/terminal/keeper/keeper_draft.h"

enum keeper_message {
#define MESSAGE(name, function) KEEPER_MESSAGE_##name,
#include "app/terminal/keeper/keeper_message.def"
#undef MESSAGE
    KEEPER_MESSAGE_COUNT,
};

enum {
    KEEPER_TYPED_MAX_BYTES = 256,
    KEEPER_VACANCY_MAX_BYTES = 1024,
    KEEPER_SENTENCE_MAX_BYTES = 1024,
    KEEPER_HEAD_MAX_BYTES = 1024,
    KEEPER_ROW_MAX_BYTES = DRAFT_ROW_MAX_BYTES + 64 * 1024,
    KEEPER_PAYLOAD_MAX_BYTES = 1024 * 1024 + 64 * 1024,
    /* of a request without its sealed bytes, and of a reply without rows */
    KEEPER_SMALL_BYTES = 16 * 1024,
};

/* How many kinds of status there are. */
enum keeper_status {
#define STATUS(name, exit_code, sentence) KEEPER_STATUS_##name,
#include "base/status.def"
#undef STATUS
    KEEPER_STATUS_COUNT
};

/* keeper_message_begin(arena, kind): a request of `kind`, still without fields, in `arena`. */
struct buffer keeper_message_begin(struct arena *arena, enum keeper_message kind);

#endif
