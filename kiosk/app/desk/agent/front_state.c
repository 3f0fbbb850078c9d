#include "app/desk/agent/front_state.h"

#include "seal/seal.h"

enum { SECRET_BYTES = VISIT_COOKIE_COUNT / 2, SEE_OTHER = 303 };

static void random_hex(char *out_text, size_t count)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SECRET_BYTES];
    seal_random(bytes, sizeof bytes);
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
    return &front->errands[visit - front->visits.visits];
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
