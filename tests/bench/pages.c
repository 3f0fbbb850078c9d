/* What a page of the desk costs beside a bare page of libmicrohttpd: both asked by the same client.
 *
 *   bench_pages serve BYTES
 *       a page of so many bytes from memory, on a port of the loopback that is told on standard
 *       output; until its standard input ends
 *   bench_pages ask PORT TIMES COOKIE... <ROUTES
 *       each cookie (an empty one: none) asks by itself, on one connection, TIMES times, the routes
 *       of standard input in turn; tells "MEDIAN P99 BYTES ANSWERS": milliseconds, the bytes of a
 *       page, and how many were asked for in all */
#include "base/must.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    ASKERS_MOST = 32,
    ROUTES_MOST = 1024,
    LINE_BYTES = 512,
    HEAD_BYTES = 16 * 1024,
    PAGE_BYTES_MOST = 16 << 20,
    HTTP_OK = 200,
};

/* --- the bare page --- */

static enum MHD_Result answer(void *page, struct MHD_Connection *connection,
                              const char *target, const char *method, const char *version,
                              const char *data, size_t *bytes, void **context)
{
    static int begun;
    (void)target, (void)method, (void)version, (void)data, (void)bytes;
    if (!*context) { /* its head only */
        *context = &begun;
        return MHD_YES;
    }
    return MHD_queue_response(connection, HTTP_OK, page);
}

static int serve(size_t bytes)
{
    char *page = malloc(bytes);
    must(page != NULL);
    memset(page, 'a', bytes);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(bytes, page, MHD_RESPMEM_MUST_FREE);
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, response,
                         MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_END);
    must(daemon != NULL);
    printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    while (getchar() != EOF)
        continue;
    MHD_stop_daemon(daemon);
    MHD_destroy_response(response);
    return 0;
}

/* --- whoever asks --- */

struct asker {
    pthread_t thread;
    int port;
    const char *cookie;
    char (*routes)[LINE_BYTES];
    size_t route_count, times, bytes;
    double *took_ms;
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int connection_to(int port)
{
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((uint16_t)port),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(end >= 0 &&
         connect(end, (const struct sockaddr *)&address, sizeof address) == 0);
    return end;
}

static size_t some_read(int end, char *room, size_t most)
{
    const ssize_t got = read(end, room, most);
    must(got > 0);
    return (size_t)got;
}

/* Where the answer whose head is `head` leads on to while the desk is still at work, by its
 * Location or its Refresh; false: it is the page. */
static bool has_next(const char *head, char *out_route)
{
    const char *next = strstr(head, "/wait/");
    if (next)
        snprintf(out_route, LINE_BYTES, "%.*s", (int)strcspn(next, "\r\n"), next);
    return next != NULL;
}

/* One answer, whole; how many bytes its body has; 0 when it only leads on to `out_route`. */
static size_t answer_read(int end, char *room, char *out_route)
{
    size_t got = 0;
    const char *body = NULL;
    while (!body) {
        must(got < HEAD_BYTES);
        got += some_read(end, room + got, HEAD_BYTES - got);
        room[got] = '\0';
        body = strstr(room, "\r\n\r\n");
    }
    const char *length = strcasestr(room, "content-length:");
    *strstr(room, "\r\n\r\n") = '\0';
    const bool is_waiting = has_next(room, out_route);
    if ((strncmp(room, "HTTP/1.1 200", 12) != 0 && !is_waiting) || !length) {
        fprintf(stderr, "%.*s\n", (int)(body - room), room);
        exit(1);
    }
    const size_t bytes = strtoul(length + strlen("content-length:"), NULL, 10);
    size_t left = bytes - (got - (size_t)(body + 4 - room));
    while (left)
        left -= some_read(end, room, left < PAGE_BYTES_MOST ? left : PAGE_BYTES_MOST);
    return is_waiting ? 0 : bytes;
}

/* One page, however long the desk is at work on it. */
static size_t page_ask(const struct asker *asker, int end, const char *first, char *room)
{
    char line[2 * LINE_BYTES], route[LINE_BYTES];
    size_t page_bytes = 0;
    snprintf(route, sizeof route, "%s", first);
    while (!page_bytes) {
        const int bytes =
            snprintf(line, sizeof line,
                     "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n", route,
                     asker->port, asker->cookie);
        must(write(end, line, (size_t)bytes) == bytes);
        page_bytes = answer_read(end, room, route);
    }
    return page_bytes;
}

static void *asks(void *context)
{
    struct asker *asker = context;
    char *room = malloc(PAGE_BYTES_MOST + 1);
    const int end = connection_to(asker->port);
    must(room != NULL);
    for (size_t i = 0; i < asker->times; i++) {
        const double from = now_ms();
        asker->bytes = page_ask(asker, end, asker->routes[i % asker->route_count], room);
        asker->took_ms[i] = now_ms() - from;
    }
    close(end);
    free(room);
    return NULL;
}

static int by_time(const void *a, const void *b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static int ask(int port, size_t times, char **cookies, size_t count)
{
    static struct asker askers[ASKERS_MOST];
    static char routes[ROUTES_MOST][LINE_BYTES];
    size_t route_count = 0;
    while (route_count < ROUTES_MOST && fgets(routes[route_count], LINE_BYTES, stdin))
        strtok(routes[route_count++], "\n");
    must(route_count && times && count && count <= ASKERS_MOST);
    double *took_ms = calloc(count * times, sizeof *took_ms);
    must(took_ms != NULL);
    for (size_t i = 0; i < count; i++) {
        askers[i] = (struct asker){.port = port,
                                   .cookie = cookies[i],
                                   .routes = routes,
                                   .route_count = route_count,
                                   .times = times,
                                   .took_ms = took_ms + i * times};
        must(pthread_create(&askers[i].thread, NULL, asks, &askers[i]) == 0);
    }
    for (size_t i = 0; i < count; i++)
        pthread_join(askers[i].thread, NULL);
    qsort(took_ms, count * times, sizeof *took_ms, by_time);
    printf("%.3f %.3f %zu %zu\n", took_ms[count * times / 2],
           took_ms[count * times * 99 / 100], askers[0].bytes, count * times);
    free(took_ms);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "serve") == 0)
        return serve(strtoul(argv[2], NULL, 10));
    must(argc > 4 && strcmp(argv[1], "ask") == 0);
    return ask((int)strtol(argv[2], NULL, 10), strtoul(argv[3], NULL, 10), argv + 4,
               (size_t)(argc - 4));
}
