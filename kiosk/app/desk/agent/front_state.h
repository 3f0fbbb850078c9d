/* front_state: what the front knows: its visits, and what each of them waits for. */
#ifndef APP_DESK_AGENT_FRONT_STATE_H
#define APP_DESK_AGENT_FRONT_STATE_H

#include "app/desk/agent/front_wants.h"
#include "app/desk/agent/gate.h"
#include "app/desk/agent/link.h"
#include "web/loop.h"
#include "web/server.h"
#include "web/tries.h"
#include "web/visit.h"

enum { ERRANDS_MOST = 8, FRONT_NAME_BYTES = 64, FRONT_BACK_BYTES = 512 };

/* A request that is for the agent, with the fields of its form or address. */
struct errand {
    struct server_request *request;
    struct form_sent form;
};

/* What one visit wants of its agent: one thing after another. */
struct errands {
    struct link link;
    struct errand waiting[ERRANDS_MOST]; /* not asked yet, the first comes first */
    size_t waiting_count;
    struct server_request *asked; /* under way; NULL: nothing, or told to look again */
    bool is_under_way, is_unlocking, is_reading;
    int64_t since_ms;
    unsigned
        number; /* of the page that looks again for what is under way or kept; 0: none */
    bool is_kept;
    struct arena kept_arena;
    struct wire_answer kept;     /* came after its browser was told to look again */
    char back[FRONT_BACK_BYTES]; /* the page that was read last; "": none */
};

struct front {
    const struct front_wants *wants;
    struct server *server;
    struct server_options options;
    struct guard_place place;
    char host[FRONT_NAME_BYTES], origin[FRONT_NAME_BYTES], cookie[FRONT_NAME_BYTES];
    struct visit_table visits;
    struct errands errands[VISIT_MOST]; /* of the visit with the same index */
    struct tries tries;
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
 * front_state_errands(front, visit): what `visit` waits for. */
void front_state_secrets(struct visit_secrets *out_secrets);
struct errands *front_state_errands(struct front *front, const struct visit *visit);

/* front_state_say(front, request, gate, http_status): answers with a page of the front's own.
 * front_state_send(front, request, place): sends on to `place`, a route of ours. */
void front_state_say(struct front *front, struct server_request *request,
                     const struct gate *gate, int http_status);
void front_state_send(struct front *front, struct server_request *request,
                      struct span place);

#endif
