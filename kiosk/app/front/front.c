#include "app/front/front.h"

#include "app/common/console.h"
#include "app/common/runtime_folder.h"
#include "app/desk/agent/confine.h"
#include "app/front/door.h"
#include "app/front/front_errand.h"
#include "app/front/front_page.h"
#include "app/front/launch.h"
#include "base/file.h"
#include "base/hash.h"
#include "sandbox/sandbox.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

enum {
    MS_PER_MINUTE = 60 * 1000,
    ADDRESS_ARENA_BYTES = 64 * 1024,
    HTTPS_PORT = 443,
    PORT_USUAL_FIRST = 20000,
    PORT_USUAL_COUNT = 12000,
};

static struct front the_front; /* there is one in a process */

/* --- how a browser comes here --- */

static enum status tell(struct span line)
{
    const enum status status = console_put(line);
    return status == OK ? console_put(SPAN("\n")) : status;
}

/* Opens the browser at `address`, or says it where that cannot be or is not wanted. */
static enum status show(const struct front_wants *wants, struct arena *arena,
                        const char *page_path, struct span address, pid_t *out_browser)
{
    if (!wants->is_without_browser && page_path &&
        launch_page_write(arena, page_path, address) == OK) {
        if (launch_browser(page_path, out_browser) == OK)
            return OK;
        launch_page_remove(page_path);
    }
    enum status status =
        tell(SPAN("Open this address in your browser. It works once, for a minute:"));
    if (status == OK)
        status = tell(address);
    return status;
}

static void on_guest(void *context)
{
    struct front *const front = context;
    struct arena arena;
    const int guest = door_take(front->door);
    if (guest < 0)
        return;
    arena_init(&arena, ADDRESS_ARENA_BYTES);
    door_answer(guest, front_page_launch(front, &arena));
    arena_reset(&arena);
    arena_done(&arena);
    front->quiet_since_ms = front->now.steady_ms;
}

/* --- the loop --- */

static void on_request(void *context, struct server_request *request)
{
    front_page_answer(context, request);
}

static void on_server(void *context)
{
    (void)context; /* server_run is called in every turn */
}

static int64_t sooner(int64_t a_ms, int64_t b_ms)
{
    return a_ms < 0 || (b_ms >= 0 && b_ms < a_ms) ? b_ms : a_ms;
}

static int64_t wait_ms(const struct front *front)
{
    const int64_t now_ms = front->now.steady_ms;
    const int64_t visits_ms = visit_next_ms(&front->visits);
    const int64_t quiet_ms = front->quiet_since_ms + FRONT_QUIET_MS - now_ms;
    int64_t least_ms = server_wait_ms(front->server, now_ms);
    least_ms = sooner(least_ms, front_errand_wait_ms(front));
    if (visits_ms < INT64_MAX)
        least_ms = sooner(least_ms, visits_ms > now_ms ? visits_ms - now_ms : 0);
    if (is_front_state_house(front))
        return least_ms;
    return sooner(least_ms, quiet_ms > 0 ? quiet_ms : 0);
}

/* An hour after the last person has locked. */
static bool is_quiet(struct front *front)
{
    if (is_front_state_house(front))
        return false;
    if (visit_unlocked_count(&front->visits))
        front->quiet_since_ms = front->now.steady_ms;
    return front->now.steady_ms - front->quiet_since_ms >= FRONT_QUIET_MS;
}

static void turn_all(struct front *front)
{
    bool goes_on = true;
    while (goes_on && !is_quiet(front)) {
        const struct loop_watch requests = {
            .descriptor = server_descriptor(front->server), .on_ready = on_server};
        const struct loop_watch guests = {
            .descriptor = front->door, .on_ready = on_guest, .context = front};
        loop_watch(&front->loop, &requests);
        if (front->door >= 0)
            loop_watch(&front->loop, &guests);
        front_errand_watch(front);
        goes_on = loop_turn(&front->loop, wait_ms(front));
        front->now = clock_now();
        server_run(front->server, front->now);
        front_errand_step(front);
        front_page_tick(front);
        launch_reap(&front->browser);
    }
}

/* --- begin and end --- */

/* By which names it is meant. A browser leaves out the port that is usual. */
static void names_set(struct front *front)
{
    const unsigned port = server_port(front->server);
    const char *const host = front->wants->host;
    char place[sizeof ":65535"] = "";
    if (!host || port != HTTPS_PORT)
        snprintf(place, sizeof place, ":%u", port);
    snprintf(front->host, sizeof front->host, "%.250s%s", host ? host : "127.0.0.1",
             place);
    snprintf(front->origin, sizeof front->origin, "%s://%.260s", host ? "https" : "http",
             front->host);
    if (host)
        snprintf(front->cookie, sizeof front->cookie, "__Host-resonance");
    else
        snprintf(front->cookie, sizeof front->cookie, "resonance-%u", port);
    front->place = (struct guard_place){
        .host = span_of(front->host),
        .origin = span_of(front->origin),
        .cookie = span_of(front->cookie),
        .device = host ? SPAN("__Host-resonance-device") : SPAN(""),
        .body_max_bytes = FORM_BYTES_MAX,
    };
}

/* The same one each time for a folder, below those that the system gives out itself, so that an
 * address that was handed over opens after a new start, too. */
static in_port_t usual_port(const char *folder)
{
    const uint64_t hash = hash_mix(HASH_START, folder, strlen(folder));
    return (in_port_t)(PORT_USUAL_FIRST + hash % PORT_USUAL_COUNT);
}

/* Where nobody chose a port, at the usual one; where somebody else has it, at any. */
static enum status server_begin(struct front *front)
{
    const bool is_free = !front->wants->host && !front->wants->port;
    if (is_free)
        front->options.address.sin_port = htons(usual_port(front->wants->folder));
    const enum status status = server_open(&front->options, &front->server);
    if (!is_free || status != STATUS_IN_USE)
        return status;
    front->options.address.sin_port = 0;
    return server_open(&front->options, &front->server);
}

static enum status listen_here(struct front *front)
{
    const struct front_wants *const wants = front->wants;
    front->options = (struct server_options){
        .address = {.sin_family = AF_INET,
                    .sin_port = htons((in_port_t)wants->port),
                    .sin_addr = {.s_addr = wants->host ? wants->address
                                                       : htonl(INADDR_LOOPBACK)}},
        .listening = wants->listening,
        .certificate = wants->certificate,
        .key = wants->key,
        .is_own_user_only = !wants->host,
        .on_request = on_request,
        .context = front,
    };
    const enum status status = server_begin(front);
    if (status != OK)
        return status;
    names_set(front);
    server_place_set(front->server, &front->place);
    front_state_secrets(&front->porter.secrets);
    snprintf(front->porter.who, sizeof front->porter.who, "?"); /* nobody is called so */
    return OK;
}

/* Where the page for the browser and the door are; without such a folder there is neither. */
static void places_find(struct front *front, struct arena *arena)
{
    const char *folder;
    if (is_front_state_house(front) || runtime_folder_any(arena, &folder) != OK)
        return;
    front->door_path = door_path(arena, folder, front->wants->folder);
    front->page_path = span_format(arena, "%s.html", front->door_path).data;
}

static enum status tell_counts(struct front *front, struct arena *arena)
{
    const struct server_counts counts = server_counts(front->server);
    return tell(span_format(arena,
                            "The desk has ended. Answered: %zu, refused: %zu, of other "
                            "users: %zu, cut off: %zu.",
                            counts.answered, counts.refused, counts.foreign,
                            counts.late));
}

static void end_all(struct front *front)
{
    for (size_t i = 0; i < VISIT_MOST; i++)
        front_errand_close(front, &front->visits.visits[i]);
    front_errand_close(front, &front->porter);
    server_close(front->server);
    launch_page_remove(front->page_path);
    door_close(front->door_path, &front->door);
    loop_close(&front->loop);
    wipe(front, sizeof *front);
}

static enum status calls_held(enum status status)
{
    return status == OK
               ? OK
               : fail(STATUS_UNSUPPORTED,
                      "this system has no seccomp, by which the desk gives up "
                      "connections to elsewhere: start it on Debian's own kernel");
}

static enum status serve(struct front *front, struct arena *arena)
{
    enum status status = confine_front();
    if (status == OK)
        status = calls_held(sandbox_check(SANDBOX_FRONT));
    if (status == OK)
        status = loop_open(&front->loop);
    if (status == OK)
        status = listen_here(front);
    if (status == OK && front->door_path)
        status = door_open(front->door_path, &front->door);
    if (status == OK)
        status = is_front_state_house(front)
                     ? tell(span_format(arena, "The desk is at %s.", front->origin))
                     : show(front->wants, arena, front->page_path,
                            front_page_launch(front, arena), &front->browser);
    /* Only now: a browser that was started would be held by the same rules, and cannot live with
     * them. */
    if (status == OK)
        status = calls_held(sandbox_enter(SANDBOX_FRONT, NULL));
    if (status != OK)
        return status;
    turn_all(front);
    return tell_counts(front, arena);
}

enum status front_run(struct arena *arena, const struct front_wants *wants)
{
    struct front *const front = &the_front;
    struct span address;
    *front = (struct front){.wants = wants, .door = -1, .loop = {.signals = -1}};
    front->now = clock_now();
    front->quiet_since_ms = front->now.steady_ms;
    front->visits.hide_ms = (int64_t)wants->hide_minutes * MS_PER_MINUTE;
    places_find(front, arena);
    if (front->door_path && door_ask(arena, front->door_path, &address) == OK)
        return show(wants, arena, front->page_path, address, &front->browser);
    const enum status status = serve(front, arena);
    end_all(front);
    return status;
}
