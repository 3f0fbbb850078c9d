/* keeper_message: the messages to a keeper and what both ends know of their sizes. A request is the
 * version of the messages, the number of its kind and its fields; a reply is the version, a status,
 * its sentence, and the fields when that is OK.
 *
 * An update may leave screens of before with a ledger of now: whoever meets another version reads
 * nothing further (STATUS_UNSUPPORTED). Messages of before have no version: they begin with a small
 * number, which is none. What goes to the process that prints has the same version
 * (printer_post.h). */
#ifndef APP_TERMINAL_KEEPER_KEEPER_MESSAGE_H
#define APP_TERMINAL_KEEPER_KEEPER_MESSAGE_H

#include "app/terminal/keeper/keeper_draft.h"

/* Another number for each change of any message, also of a row in base/status.def or of what a
 * field means (tests/lint/messages.sh). */
#ifndef KEEPER_MESSAGES_VERSION
#define KEEPER_MESSAGES_VERSION 4
#endif

enum keeper_message {
#define MESSAGE(name, function) KEEPER_MESSAGE_##name,
#include "app/terminal/keeper/keeper_message.def"
#undef MESSAGE
    KEEPER_MESSAGE_COUNT,
};

enum {
    KEEPER_TYPED_MAX_BYTES = 256,
    KEEPER_WORDS_MAX_BYTES = 256, /* eight of them */
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

/* keeper_message_version(): the number that each message of this program begins with. */
uint64_t keeper_message_version(void);
/* keeper_message_begin(arena, kind): a request of `kind`, still without fields, in `arena`. */
struct buffer keeper_message_begin(struct arena *arena, enum keeper_message kind);

#endif
