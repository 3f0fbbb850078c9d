/* front_state: what the front knows: its visits, and what each of them waits for. */
#ifndef APP_FRONT_FRONT_STATE_H
#define APP_FRONT_FRONT_STATE_H

#include "app/front/front_wants.h"
#include "app/desk/agent/gate.h"
#include "app/front/link.h"
#include "web/loop.h"
#include "web/server.h"
#include "web/tries.h"
#include "web/visit.h"

enum {
    ERRANDS_MOST = 8,
    FRONT_NAME_BYTES = 320,
    FRONT_BACK_BYTES = 512,
    FRONT_PLACES = VISIT_MOST + 1, /* of agents: one for each visit, and the porter's */
    FRONT_PERSONS_MOST = 128,
};

/* A request that is for the agent, with the fields of its form or address. */
struct errand {
    struct server_request *request;
    struct span route; /* that is asked for; empty: the one of the request */
    struct form_sent form;
};

/* What one visit wants of its agent: one thing after another. */
struct errands {
    struct link link;
    struct errand waiting[ERRANDS_MOST]; /* not asked yet, the first comes first */
    size_t waiting_count;
    struct server_request *asked; /* under way; NULL: nothing, or told to look again */
    bool is_under_way, is_unlocking, is_reading;
    int64_t since_ms, heard_ms; /* it was asked; its agent said that it is at work */
    unsigned
        number; /* of the page that looks again for what is under way or kept; 0: none */
    bool is_kept;
    struct arena kept_arena;
    struct wire_answer kept;     /* came after its browser was told to look again */
    char back[FRONT_BACK_BYTES]; /* the page that was read last; "": none */
};

/* How often somebody has typed a wrong passphrase: each person of the house on their own, so that
 * nobody locks another one out. At the desk's own machine it is one for all. */
struct front_person {
    char who[VISIT_WHO_MAX_BYTES + 1];
    struct tries tries;
};

struct front {
    const struct front_wants *wants;
    struct server *server;
    struct server_options options;
    struct guard_place place;
    char host[FRONT_NAME_BYTES], origin[FRONT_NAME_BYTES], cookie[FRONT_NAME_BYTES];
    struct visit_table visits;
    struct visit
        porter; /* nobody's: its agent says which browser is invited, and lets join */
    struct errands
        errands[FRONT_PLACES]; /* of the visit with the same index; the porter's last */
    struct front_person persons[FRONT_PERSONS_MOST];
    struct loop loop;
    struct moment now;
    unsigned last_number;
    const char *page_path; /* of the page that sends a browser here; NULL: none */
    const char *door_path;
    int door;
    pid_t browser;
    int64_t quiet_since_ms;
};

/* front_state_secrets(out_secrets): what nobody can guess, for the next step of a visit.
 * front_state_errands(front, visit), front_state_visit(front, errands): what `visit` waits for, and
 * whose it is. is_front_state_porter(front, visit): it is nobody's. is_front_state_house(front):
 * the desk serves other machines, too. front_state_tries(front, who): how often `who` was wrong. */
void front_state_secrets(struct visit_secrets *out_secrets);
struct errands *front_state_errands(struct front *front, const struct visit *visit);
struct visit *front_state_visit(struct front *front, const struct errands *errands);
bool is_front_state_porter(const struct front *front, const struct visit *visit);
bool is_front_state_house(const struct front *front);
struct tries *front_state_tries(struct front *front, const char *who);

/* front_state_say(front, request, gate, http_status): answers with a page of the front's own.
 * front_state_send(front, request, place): sends on to `place`, a route of ours. */
void front_state_say(struct front *front, struct server_request *request,
                     const struct gate *gate, int http_status);
void front_state_send(struct front *front, struct server_request *request,
                      struct span place);

#endif
