#include "app/front/front_state.h"

#include "base/must.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { SECRET_BYTES = VISIT_COOKIE_COUNT / 2, SEE_OTHER = 303 };

static void random_hex(char *out_text, size_t count)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SECRET_BYTES];
    must(getentropy(bytes, sizeof bytes) == 0);
    for (size_t i = 0; i < count; i++)
        out_text[i] = digits[(bytes[i / 2] >> (i % 2 ? 0 : 4)) & 15];
    out_text[count] = 0;
    wipe(bytes, sizeof bytes);
}

void front_state_secrets(struct visit_secrets *out_secrets)
{
    random_hex(out_secrets->cookie, VISIT_COOKIE_COUNT);
    random_hex(out_secrets->token, VISIT_TOKEN_COUNT);
}

struct errands *front_state_errands(struct front *front, const struct visit *visit)
{
    return is_front_state_porter(front, visit)
               ? &front->errands[VISIT_MOST]
               : &front->errands[visit - front->visits.visits];
}

struct visit *front_state_visit(struct front *front, const struct errands *errands)
{
    const ptrdiff_t at = errands - front->errands;
    return at == VISIT_MOST ? &front->porter : &front->visits.visits[at];
}

bool is_front_state_porter(const struct front *front, const struct visit *visit)
{
    return visit == &front->porter;
}

bool is_front_state_house(const struct front *front)
{
    return front->wants->host != NULL;
}

/* When all places are taken, the one whose last wrong try is longest ago makes room. */
struct tries *front_state_tries(struct front *front, const char *who)
{
    struct front_person *found = &front->persons[0];
    const char *const name = is_front_state_house(front) ? who : "";
    for (size_t i = 0; i < FRONT_PERSONS_MOST; i++) {
        struct front_person *const at = &front->persons[i];
        if (strcmp(at->who, name) == 0)
            return &at->tries;
        if (at->tries.since_ms < found->tries.since_ms)
            found = at;
    }
    *found = (struct front_person){0};
    snprintf(found->who, sizeof found->who, "%s", name);
    return &found->tries;
}

void front_state_say(struct front *front, struct server_request *request,
                     const struct gate *gate, int http_status)
{
    const struct web_answer answer = {
        .http_status = http_status,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(request->arena, gate),
    };
    server_answer(front->server, request, &answer);
}

void front_state_send(struct front *front, struct server_request *request,
                      struct span place)
{
    const struct web_answer answer = {.http_status = SEE_OTHER, .location = place};
    server_answer(front->server, request, &answer);
}
