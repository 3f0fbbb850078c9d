#include "app/desk/walk.h"

#include "app/desk/crew.h"
#include "store/arrivals.h"

#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

enum { PROGRESS_EVERY = 250, KEPT_FREE_BYTES = 16 * 1024 * 1024 };

/* What became of one result. */
struct stop {
    enum { STOP_GONE, STOP_CLOSED, STOP_OPENED } state;
    struct opened opened;
    struct span why; /* of STOP_CLOSED, with the handle */
};

struct road {
    const struct walk *walk;
    struct opener *opener; /* opener_look_up changes it, under the lock */
    struct arena *arena;   /* not guarded: handles and failures */
    struct stop *stops;
    size_t stops_max;
    struct arena kept; /* guarded */
    char *outcomes;
    struct arena hands[CREW_HANDS_MAX]; /* guarded */
    size_t hand_count;
    pthread_mutex_t lock; /* for `arena`, the archive, and all below */
    struct arrivals *arrivals;
    size_t stop_count;
    enum status status; /* of the archive */
};

/* "\033[K" clears the line. */
static void say_progress(size_t count, int is_end)
{
    if (count < PROGRESS_EVERY || (count % PROGRESS_EVERY && !is_end) ||
        !isatty(STDERR_FILENO))
        return;
    if (is_end)
        fputs("\r\033[K", stderr);
    else
        fprintf(stderr, "\r%zu results opened", count);
}

static void stop_close(const struct road *road, struct stop *stop)
{
    stop->state = STOP_CLOSED;
    stop->why = span_format(road->arena, "result %.*s: %s",
                            SPAN_ARGS(stop->opened.handle), status_last());
}

/* The next result with something to open, its payload in `arena`; NULL at the end. */
static struct stop *stop_next(struct road *road, struct arena *arena,
                              struct entry *out_entry)
{
    int is_end = 0;
    while (road->status == OK && road->stop_count < road->stops_max) {
        road->status = arrivals_next(road->arrivals, out_entry, &is_end);
        if (road->status != OK || is_end)
            return NULL;
        struct stop *stop = &road->stops[road->stop_count++];
        say_progress(road->stop_count, 0);
        if (!out_entry->payload.count)
            continue;
        if (opener_look_up(road->opener, road->arena, out_entry,
                           (int64_t)road->stop_count, &stop->opened) == OK) {
            out_entry->payload = span_copy(arena, out_entry->payload);
            return stop;
        }
        stop_close(road, stop);
    }
    return NULL;
}

static enum status stop_do(const struct road *road, struct stop *stop,
                           struct arena *arena, const struct entry *entry)
{
    const struct walk *walk = road->walk;
    char *outcome = road->outcomes + (size_t)(stop - road->stops) * walk->outcome_bytes;
    struct span content;
    enum status status =
        opener_unseal(road->opener, arena, entry, &stop->opened, &content);
    if (status == OK)
        status = walk->look(walk->context, arena, &stop->opened, content, outcome);
    if (status == OK)
        stop->state = STOP_OPENED;
    return status;
}

/* Runs on several threads: what it touches without the lock is its own stop, its hand's arena, and
 * what nobody changes meanwhile. */
static int work(void *context, size_t hand)
{
    struct road *road = context;
    struct arena *arena = &road->hands[hand];
    const struct arena_mark mark = arena_mark(arena);
    struct entry entry;
    pthread_mutex_lock(&road->lock);
    struct stop *stop = stop_next(road, arena, &entry);
    pthread_mutex_unlock(&road->lock);
    if (stop && stop_do(road, stop, arena, &entry) != OK) {
        pthread_mutex_lock(&road->lock);
        stop_close(road, stop);
        pthread_mutex_unlock(&road->lock);
    }
    arena_release(arena, mark);
    return stop != NULL;
}

/* Fewer hands do it, too. */
static enum status hands_open(struct road *road)
{
    const size_t wanted = crew_hands();
    enum status status = OK;
    while (status == OK && road->hand_count < wanted &&
           (!road->hand_count || road->hand_count < road->stops_max)) {
        status = opener_guarded(road->opener, &road->hands[road->hand_count]);
        road->hand_count += status == OK;
    }
    return road->hand_count ? OK : status;
}

static enum status road_go(struct road *road)
{
    const size_t bytes = road->stops_max * road->walk->outcome_bytes;
    enum status status = duty_guarded(road->opener->duty, bytes, &road->kept);
    if (status == OK)
        status = hands_open(road);
    if (status == OK)
        status = arrivals_open(road->arena, road->opener->archive, &road->arrivals);
    if (status != OK)
        return status;
    road->stops = arena_array(road->arena, struct stop, road->stops_max);
    road->outcomes = arena_alloc(&road->kept, bytes);
    /* Each record is read into memory that is free again before the next one: giving it back to the
     * system in between would take a quarter of the time. */
    mallopt(M_TRIM_THRESHOLD, KEPT_FREE_BYTES);
    crew_run(road->hand_count, work, road);
    say_progress(road->stop_count, 1);
    return road->status;
}

static enum status road_tell(const struct road *road, struct walk *walk)
{
    enum status status = OK;
    for (size_t i = 0; i < road->stop_count && status == OK; i++) {
        const struct stop *stop = &road->stops[i];
        switch (stop->state) {
        case STOP_GONE:
            walk->gone_count++;
            break;
        case STOP_CLOSED:
            walk->closed_count++;
            fprintf(stderr, "WARNING: %.*s\n", SPAN_ARGS(stop->why));
            break;
        case STOP_OPENED:
            status = walk->tell(walk->context, &stop->opened,
                                road->outcomes + i * walk->outcome_bytes);
            break;
        }
    }
    return status;
}

static void road_close(struct road *road)
{
    arrivals_close(road->arrivals);
    for (size_t i = 0; i < road->hand_count; i++)
        arena_done(&road->hands[i]);
    arena_done(&road->kept);
}

enum status walk_run(struct walk *walk, struct opener *opener)
{
    struct road road = {
        .walk = walk,
        .opener = opener,
        .arena = opener->duty->arena,
        .stops_max = opener->result_count,
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
    walk->gone_count = walk->closed_count = 0;
    enum status status = road_go(&road);
    if (status == OK)
        status = road_tell(&road, walk);
    road_close(&road);
    return status;
}
