/* link: one agent as its front sees it: a process of the program resonance, and a socket to it. One
 * question is under way at a time. The front never waits for it: it says when it can go on.
 *
 * An agent is started anew (posix_spawn), never only forked: it has nothing of the front's memory,
 * where the visits of others are. Ending it is how a person's keys are closed. */
#ifndef APP_FRONT_LINK_H
#define APP_FRONT_LINK_H

#include "web/wire.h"

#include <sys/types.h>

enum link_state { LINK_NONE, LINK_IDLE, LINK_ASKING, LINK_HEARING };

struct link {
    enum link_state state;
    pid_t process;
    int descriptor;
    struct arena arena; /* of the question and its answer */
    struct span question;
    size_t sent_bytes;
    char *heard; /* the frame so far: its length first, then all of it */
    size_t heard_bytes, wanted_bytes;
    bool has_sign;         /* one came; whoever looks at it takes it away */
    struct wire_sign sign; /* the last one since the question */
};

/* link_open(link, program, folder, until_s): starts an agent, which runs the open file `program`,
 * for the organization in `folder`, told until when the certificate of the desk is good. STATUS_IO.
 * link_close(link): ends it, whatever it does; harmless on a zeroed or closed one. */
must_check enum status link_open(struct link *link, int program, const char *folder,
                                 int64_t until_s);
void link_close(struct link *link);

/* link_ask(link, question): begins to ask; the link is idle. */
void link_ask(struct link *link, const struct wire_question *question);

/* link_step(link, out_answer, out_is_answered): goes on as far as it can without waiting; then
 * `out_answer` may be there, lent until link_rest; signs that came before it are in `link`.
 * STATUS_IO or STATUS_BAD_INPUT: the agent is gone or says what is none; close it. link_rest(link):
 * the answer is used, and overwritten. */
must_check enum status link_step(struct link *link, struct wire_answer *out_answer,
                                 bool *out_is_answered);
void link_rest(struct link *link);

/* is_link_gone(link): whether its agent has ended while nothing was asked. */
bool is_link_gone(const struct link *link);

#endif
