/* card_paper: access codes as cards on paper, to cut and to hand out: for whom, what it opens,
 * the code to type and the same as a QR code for a terminal with a reader, and the day to come. */
#ifndef APP_DESK_COMMAND_INVITE_CARD_PAPER_H
#define APP_DESK_COMMAND_INVITE_CARD_PAPER_H

#include "setup/organization.h"

enum {
    CARD_PAPER_MAX = 200,
    CARD_PAPER_BYTES = 16 * 1024 * 1024,
    CARD_PAPER_CARD_BYTES = 128 * 1024
};

struct card_paper;

/* card_paper_open(arena, organization, title, day, out_paper): paper without a card yet, for
 * `title` of `organization`, all lent, in `arena`, which is guarded and has CARD_PAPER_BYTES;
 * with `day` ("2026-12-03") as the day to come, or a line to write one on when that is empty.
 * STATUS_USAGE when it is no day. */
must_check enum status card_paper_open(struct arena *arena,
                                       const struct organization *organization,
                                       struct span title, struct span day,
                                       struct card_paper **out_paper);

/* card_paper_add(paper, number, code): one more card; `number` 0: it has none. Fails as
 * qr_encode does. card_paper_html(paper): all as the document that a PDF is made of. */
must_check enum status card_paper_add(struct card_paper *paper, int64_t number,
                                      struct span code);
struct span card_paper_html(struct card_paper *paper);

#endif
