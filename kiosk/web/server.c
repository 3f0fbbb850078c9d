#include "web/server.h"

#include "base/file.h"
#include "base/must.h"
#include "web/peer.h"

#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    /* One connection is let in before another makes room for it. */
    PLACES = SERVER_CONNECTIONS_MAX + 56,
    MEMORY_BYTES =
        SERVER_HEADER_BYTES_MAX + 8 * 1024, /* headers, and a piece of the body */
    SILENCE_S = 15,
    BACKLOG = 128,
    SLOW_BYTES_A_SECOND = 64 * 1024, /* who takes an answer more slowly is cut off */
    HTTP_UNAVAILABLE = 503,
    HTTP_BAD_REQUEST = 400,
};

/* Of TLS only what keeps what was said from who learns the key later. */
static const char priorities[] =
    "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-KX-ALL:+ECDHE-RSA:+ECDHE-ECDSA";

enum stage { STAGE_LINE, STAGE_BODY, STAGE_WORK, STAGE_ANSWERED };

struct connection {
    int descriptor;
    bool is_used;
    int64_t deadline_ms; /* INT64_MAX: while it waits for us */
};

struct ticket {
    struct server_request request; /* first: who has this has the ticket */
    struct arena arena;
    bool is_used, is_suspended;
    enum stage stage;
    struct MHD_Connection *connection;
    struct connection *place;
    struct span target;
    char *body;
    size_t body_count;
    struct MHD_Response *response;
    unsigned http_status;
    size_t answer_bytes;
};

struct server {
    const struct server_options *options;
    const struct guard_place *place;
    struct MHD_Daemon *daemon;
    struct sockaddr_in address;
    struct moment now;
    struct server_counts counts;
    bool has_resumed; /* the library does not wake itself for that */
    struct connection connections[PLACES];
    struct ticket tickets[PLACES];
};

static struct server the_server;

/* --- connections and their deadlines --- */

static void step(const struct server *server, struct connection *place, int64_t more_ms)
{
    if (place)
        place->deadline_ms = server->now.steady_ms + SERVER_STEP_MS + more_ms;
}

/* The one that has waited longest without a whole request. */
static void make_room(struct server *server)
{
    struct connection *oldest = NULL;
    size_t count = 0;
    for (size_t i = 0; i < PLACES; i++) {
        struct connection *const at = &server->connections[i];
        if (!at->is_used)
            continue;
        count++;
        if (at->deadline_ms != INT64_MAX &&
            (!oldest || at->deadline_ms < oldest->deadline_ms))
            oldest = at;
    }
    if (count <= SERVER_CONNECTIONS_MAX || !oldest)
        return;
    server->counts.late++;
    oldest->deadline_ms = INT64_MAX; /* once */
    shutdown(oldest->descriptor, SHUT_RDWR);
}

static void connection_begin(struct server *server, int descriptor, void **context)
{
    for (size_t i = 0; i < PLACES; i++) {
        struct connection *const place = &server->connections[i];
        if (place->is_used)
            continue;
        *place = (struct connection){.descriptor = descriptor, .is_used = true};
        step(server, place, 0);
        *context = place;
        make_room(server);
        return;
    }
    shutdown(descriptor, SHUT_RDWR);
}

static void on_connection(void *context, struct MHD_Connection *connection,
                          void **socket_context, enum MHD_ConnectionNotificationCode code)
{
    struct server *const server = context;
    struct connection *const place = *socket_context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
        connection_begin(
            server,
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)
                ->connect_fd,
            socket_context);
    else if (place)
        *place = (struct connection){0};
}

static void deadlines_hold(struct server *server)
{
    for (size_t i = 0; i < PLACES; i++) {
        struct connection *const at = &server->connections[i];
        if (!at->is_used || server->now.steady_ms < at->deadline_ms)
            continue;
        server->counts.late++;
        at->deadline_ms = INT64_MAX;
        shutdown(at->descriptor, SHUT_RDWR);
    }
}

/* Before a byte is read. */
static enum MHD_Result on_accept(void *context, const struct sockaddr *address,
                                 socklen_t bytes)
{
    struct server *const server = context;
    struct sockaddr_in theirs;
    unsigned user;
    if (!server->options->is_own_user_only)
        return MHD_YES;
    if (address->sa_family != AF_INET || bytes < sizeof theirs)
        return MHD_NO;
    memcpy(&theirs, address, sizeof theirs);
    if (peer_user(&theirs, &server->address, &user) == OK && user == geteuid())
        return MHD_YES;
    server->counts.foreign++;
    return MHD_NO;
}

/* --- requests --- */

/* The target as it was sent: the library's own reading of it is not used. */
static void *on_line(void *context, const char *target, struct MHD_Connection *connection)
{
    struct server *const server = context;
    for (size_t i = 0; i < PLACES; i++) {
        struct ticket *const ticket = &server->tickets[i];
        if (ticket->is_used)
            continue;
        *ticket = (struct ticket){.is_used = true, .connection = connection};
        arena_init(&ticket->arena, SERVER_ARENA_BYTES);
        ticket->request.arena = &ticket->arena;
        ticket->place =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
                ->socket_context;
        ticket->target = span_copy(&ticket->arena, span_of(target));
        return ticket;
    }
    return NULL;
}

static void on_completed(void *context, struct MHD_Connection *connection,
                         void **request_context, enum MHD_RequestTerminationCode code)
{
    struct server *const server = context;
    struct ticket *const ticket = *request_context;
    (void)connection;
    (void)code;
    if (!ticket)
        return;
    step(server, ticket->place, 0);
    arena_reset(&ticket->arena); /* what somebody typed, and what they read */
    arena_done(&ticket->arena);
    *ticket = (struct ticket){0};
    *request_context = NULL;
}

static size_t unescape_nothing(void *context, struct MHD_Connection *connection,
                               char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

struct headers {
    struct guard_header list[GUARD_HEADERS_MAX + 1];
    size_t count;
};

static enum MHD_Result on_header(void *context, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
    struct headers *const headers = context;
    (void)kind;
    if (headers->count <= GUARD_HEADERS_MAX)
        headers->list[headers->count++] =
            (struct guard_header){span_of(name), span_of(value)};
    return MHD_YES;
}

static struct MHD_Response *response_of(struct ticket *ticket,
                                        const struct web_answer *answer)
{
    struct guard_header headers[ANSWER_HEADERS_MAX];
    const struct span body = span_copy(&ticket->arena, answer->body);
    const size_t count = answer_headers(&ticket->arena, answer, headers);
    /* The library wants bytes that it may write to, and does not write. */
    struct MHD_Response *const response = MHD_create_response_from_buffer(
        body.count, (void *)(uintptr_t)body.data, MHD_RESPMEM_PERSISTENT);
    must_memory(response);
    for (size_t i = 0; i < count; i++)
        (void)MHD_add_response_header(response,
                                      span_text(&ticket->arena, headers[i].name),
                                      span_text(&ticket->arena, headers[i].value));
    return response;
}

static enum MHD_Result answer_send(struct server *server, struct ticket *ticket)
{
    step(server, ticket->place,
         (int64_t)(ticket->answer_bytes / SLOW_BYTES_A_SECOND) * 1000);
    const enum MHD_Result result =
        MHD_queue_response(ticket->connection, ticket->http_status, ticket->response);
    MHD_destroy_response(ticket->response);
    ticket->response = NULL;
    return result;
}

static enum MHD_Result refuse(struct server *server, struct ticket *ticket,
                              int http_status)
{
    const struct web_answer answer = {
        .http_status = http_status,
        .type = SPAN("text/plain; charset=utf-8"),
        .body = span_format(&ticket->arena, "%d: this desk does not answer that.\n",
                            http_status),
        .is_last = true,
    };
    server->counts.refused++;
    ticket->stage = STAGE_ANSWERED;
    ticket->http_status = (unsigned)http_status;
    ticket->response = response_of(ticket, &answer);
    return answer_send(server, ticket);
}

static enum MHD_Result look(struct server *server, struct ticket *ticket,
                            const char *method, const char *version)
{
    struct headers headers = {0};
    struct guard_verdict *const verdict = &ticket->request.verdict;
    (void)MHD_get_connection_values(ticket->connection, MHD_HEADER_KIND, on_header,
                                    &headers);
    const struct guard_request request = {
        .method = span_of(method),
        .version = span_of(version),
        .target = ticket->target,
        .headers = headers.list,
        .header_count = headers.count,
    };
    if (!server->place)
        return refuse(server, ticket, HTTP_UNAVAILABLE);
    guard_look(&request, server->place, verdict);
    if (verdict->http_status)
        return refuse(server, ticket, verdict->http_status);
    verdict->cookie = span_copy(&ticket->arena, verdict->cookie);
    verdict->device = span_copy(&ticket->arena, verdict->device);
    verdict->language = span_copy(&ticket->arena, verdict->language);
    ticket->body = arena_alloc(&ticket->arena, verdict->body_bytes + 1);
    ticket->stage = STAGE_BODY;
    return MHD_YES;
}

static enum MHD_Result take(struct ticket *ticket, const char *data, size_t *bytes)
{
    if (*bytes > ticket->request.verdict.body_bytes - ticket->body_count)
        return MHD_NO;
    memcpy(ticket->body + ticket->body_count, data, *bytes);
    ticket->body_count += *bytes;
    *bytes = 0;
    return MHD_YES;
}

static enum MHD_Result work(struct server *server, struct ticket *ticket)
{
    struct server_request *const request = &ticket->request;
    if (ticket->body_count != request->verdict.body_bytes)
        return refuse(server, ticket, HTTP_BAD_REQUEST);
    request->body = (struct span){ticket->body, ticket->body_count};
    request->came_ms = server->now.steady_ms;
    ticket->stage = STAGE_WORK;
    if (ticket->place)
        ticket->place->deadline_ms = INT64_MAX;
    server->options->on_request(server->options->context, request);
    if (ticket->stage == STAGE_ANSWERED)
        return answer_send(server, ticket);
    ticket->is_suspended = true;
    MHD_suspend_connection(ticket->connection);
    return MHD_YES;
}

static enum MHD_Result on_access(void *context, struct MHD_Connection *connection,
                                 const char *url, const char *method, const char *version,
                                 const char *data, size_t *bytes, void **request_context)
{
    struct server *const server = context;
    struct ticket *const ticket = *request_context;
    (void)connection;
    (void)url;
    if (!ticket)
        return MHD_NO;
    switch (ticket->stage) {
    case STAGE_LINE:
        return look(server, ticket, method, version);
    case STAGE_BODY:
        return *bytes ? take(ticket, data, bytes) : work(server, ticket);
    case STAGE_WORK:
        return MHD_YES;
    case STAGE_ANSWERED:
        if (!ticket->response) { /* refused: what still comes is not read */
            *bytes = 0;
            return MHD_YES;
        }
        return answer_send(server, ticket);
    }
    return MHD_NO;
}

void server_answer(struct server *server, struct server_request *request,
                   const struct web_answer *answer)
{
    struct ticket *const ticket = (struct ticket *)request;
    must(ticket->stage == STAGE_WORK);
    server->counts.answered++;
    ticket->stage = STAGE_ANSWERED;
    ticket->http_status = (unsigned)answer->http_status;
    ticket->answer_bytes = answer->body.count;
    ticket->response = response_of(ticket, answer);
    if (!ticket->is_suspended)
        return;
    ticket->is_suspended = false;
    server->has_resumed = true;
    MHD_resume_connection(ticket->connection);
}

/* --- the whole --- */

static enum status listen_at(struct server *server, int *out_descriptor)
{
    const int on = 1;
    socklen_t bytes = sizeof server->address;
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return fail(STATUS_IO, "this machine gives no socket: %s", strerror(errno));
    (void)setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(descriptor, (const struct sockaddr *)&server->address, bytes) == 0 &&
        listen(descriptor, BACKLOG) == 0 &&
        getsockname(descriptor, (struct sockaddr *)&server->address, &bytes) == 0) {
        *out_descriptor = descriptor;
        return OK;
    }
    const int why = errno;
    close(descriptor);
    return fail(why == EADDRINUSE ? STATUS_IN_USE
                : why == EACCES   ? STATUS_NO_ACCESS
                                  : STATUS_IO,
                "the desk cannot listen on port %u: %s", ntohs(server->address.sin_port),
                strerror(why));
}

/* A socket that systemd opened: the library would end the program for one that is none. */
static enum status listen_given(struct server *server, int *out_descriptor)
{
    const int descriptor = server->options->listening;
    socklen_t bytes = sizeof server->address;
    int is_listening = 0;
    socklen_t flag_bytes = sizeof is_listening;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &flag_bytes) !=
            0 ||
        !is_listening ||
        getsockname(descriptor, (struct sockaddr *)&server->address, &bytes) != 0 ||
        server->address.sin_family != AF_INET)
        return fail(STATUS_BAD_INPUT,
                    "what was passed in is no socket that listens on an IPv4 address; "
                    "look at ListenStream= of desk.socket");
    (void)fcntl(descriptor, F_SETFL, O_NONBLOCK);
    (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    *out_descriptor = descriptor;
    return OK;
}

enum status server_open(const struct server_options *options, struct server **out_server)
{
    struct server *const server = &the_server;
    int descriptor = -1;
    must(!server->daemon);
    *server = (struct server){.options = options, .address = options->address};
    server->now = clock_now();
    const enum status status = options->listening ? listen_given(server, &descriptor)
                                                  : listen_at(server, &descriptor);
    if (status != OK)
        return status;
    const bool is_sealed = options->certificate.count > 0;
    const struct MHD_OptionItem sealed[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)options->certificate.data},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)options->key.data},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)(uintptr_t)priorities},
        {MHD_OPTION_END, 0, NULL},
    };
    const struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME |
            (is_sealed ? MHD_USE_TLS : MHD_NO_FLAG),
        0, on_accept, server, on_access, server, MHD_OPTION_LISTEN_SOCKET, descriptor,
        MHD_OPTION_URI_LOG_CALLBACK, on_line, server, MHD_OPTION_UNESCAPE_CALLBACK,
        unescape_nothing, server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
        MHD_OPTION_NOTIFY_COMPLETED, on_completed, server, MHD_OPTION_STRICT_FOR_CLIENT,
        1, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)MEMORY_BYTES, MHD_OPTION_CONNECTION_LIMIT, (unsigned)PLACES,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)SERVER_CONNECTIONS_OF_ONE,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SILENCE_S, MHD_OPTION_ARRAY,
        is_sealed ? sealed : plain, MHD_OPTION_END);
    if (!server->daemon) {
        close(descriptor);
        return is_sealed
                   ? fail(STATUS_BAD_INPUT, "this certificate and key cannot be used; "
                                            "both are PEM and belong together")
                   : fail(STATUS_IO, "the desk cannot listen");
    }
    *out_server = server;
    return OK;
}

void server_close(struct server *server)
{
    const struct web_answer closing = {.http_status = HTTP_UNAVAILABLE, .is_last = true};
    if (!server)
        return;
    for (size_t i = 0; i < PLACES; i++)
        if (server->tickets[i].is_suspended)
            server_answer(server, &server->tickets[i].request, &closing);
    (void)MHD_run(
        server->daemon); /* who is resumed gets it, and none may be left waiting */
    MHD_stop_daemon(server->daemon);
    *server = (struct server){0};
}

void server_place_set(struct server *server, const struct guard_place *place)
{
    server->place = place;
}

unsigned server_port(const struct server *server)
{
    return ntohs(server->address.sin_port);
}

int server_descriptor(const struct server *server)
{
    return MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

void server_run(struct server *server, struct moment now)
{
    server->now = now;
    server->has_resumed = false;
    deadlines_hold(server);
    (void)MHD_run(server->daemon);
}

int64_t server_wait_ms(const struct server *server, int64_t now_ms)
{
    unsigned long long library_ms;
    int64_t wait_ms = -1;
    if (server->has_resumed)
        return 0;
    if (MHD_get_timeout(server->daemon, &library_ms) == MHD_YES)
        wait_ms = library_ms < INT32_MAX ? (int64_t)library_ms : INT32_MAX;
    for (size_t i = 0; i < PLACES; i++) {
        const struct connection *const at = &server->connections[i];
        if (!at->is_used || at->deadline_ms == INT64_MAX)
            continue;
        const int64_t left_ms = at->deadline_ms > now_ms ? at->deadline_ms - now_ms : 0;
        if (wait_ms < 0 || left_ms < wait_ms)
            wait_ms = left_ms;
    }
    return wait_ms;
}

struct server_counts server_counts(const struct server *server)
{
    return server->counts;
}
