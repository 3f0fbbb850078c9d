/* seat: one person's place at the desk: locked, until their passphrase opens their keys; then the
 * pages of the desk. */
#ifndef APP_DESK_AGENT_SEAT_H
#define APP_DESK_AGENT_SEAT_H

#include "app/desk/pages/pages.h"
#include "web/wire.h"

enum { SEAT_ANSWER_BYTES = PAGES_ARENA_BYTES };

struct seat {
    const char *folder;
    int64_t certificate_until_s; /* of the desk; 0: it has none */
    struct pages *pages;         /* NULL: locked */
    /* The page with the recovery sheet, for as long as nothing else is asked: a form that is sent
     * twice shows it twice. */
    struct arena founded_memory;
    struct span founded;
    /* How far work is that takes long, `all` 0: not known; NULL: nobody is told. */
    void (*on_progress)(size_t done, size_t all);
};

/* seat_init(seat, folder), seat_done(seat): a locked seat at the organization in `folder`; its end,
 * keys wiped. */
void seat_init(struct seat *seat, const char *folder);
void seat_done(struct seat *seat);

/* seat_answer(seat, question, arena, out_answer): answers `question` in `arena`, which is guarded
 * and has SEAT_ANSWER_BYTES. What cannot be done is an answer too, with a sentence why. */
void seat_answer(struct seat *seat, const struct wire_question *question,
                 struct arena *arena, struct wire_answer *out_answer);

#endif
