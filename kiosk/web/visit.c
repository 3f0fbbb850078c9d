#include "web/visit.h"

#include "web/guard.h"

#include <stdio.h>
#include <string.h>

static bool is_used(const struct visit *visit)
{
    return visit->secrets.cookie[0] != 0;
}

static bool is_over(const struct visit *visit, int64_t now_ms)
{
    return now_ms >= visit->began_ms + VISIT_LIFE_MS;
}

void visit_launch(struct visit_table *table, const char *secret, int64_t now_ms)
{
    snprintf(table->launch, sizeof table->launch, "%s", secret);
    table->launched_ms = now_ms;
}

/* A free place, or that of the locked visit which began first. */
static struct visit *place_find(struct visit_table *table)
{
    struct visit *found = NULL;
    for (size_t i = 0; i < VISIT_MOST; i++) {
        struct visit *const visit = &table->visits[i];
        if (!is_used(visit))
            return visit;
        if (!visit->is_unlocked && (!found || visit->began_ms < found->began_ms))
            found = visit;
    }
    return found;
}

struct visit *visit_begin(struct visit_table *table, struct span secret,
                          const struct visit_secrets *fresh, int64_t now_ms)
{
    const bool is_meant = is_guard_same(secret, span_of(table->launch)) &&
                          now_ms < table->launched_ms + VISIT_LAUNCH_MS;
    struct visit *const visit = is_meant ? place_find(table) : NULL;
    if (!visit)
        return NULL;
    wipe(table->launch, sizeof table->launch);
    *visit = (struct visit){.secrets = *fresh, .began_ms = now_ms, .last_ms = now_ms};
    return visit;
}

/* A browser that takes no cookies must not use up the places of others. */
static struct visit *place_of_device(struct visit_table *table, struct span device)
{
    for (size_t i = 0; i < VISIT_MOST; i++)
        if (!table->visits[i].is_unlocked &&
            is_guard_same(device, span_of(table->visits[i].device)))
            return &table->visits[i];
    return place_find(table);
}

struct visit *visit_begin_device(struct visit_table *table, struct span device,
                                 struct span who, const struct visit_secrets *fresh,
                                 int64_t now_ms)
{
    struct visit *const visit = place_of_device(table, device);
    if (!visit || device.count > VISIT_COOKIE_COUNT)
        return NULL;
    *visit = (struct visit){.secrets = *fresh, .began_ms = now_ms, .last_ms = now_ms};
    snprintf(visit->device, sizeof visit->device, "%.*s", SPAN_ARGS(device));
    snprintf(visit->who, sizeof visit->who, "%.*s", SPAN_ARGS(who));
    return visit;
}

struct visit *visit_find(struct visit_table *table, struct span cookie, int64_t now_ms)
{
    struct visit *found = NULL;
    for (size_t i = 0; i < VISIT_MOST; i++)
        if (is_guard_same(cookie, span_of(table->visits[i].secrets.cookie)))
            found = &table->visits[i];
    return found && !is_over(found, now_ms) ? found : NULL;
}

void visit_touch(struct visit *visit, int64_t now_ms)
{
    visit->last_ms = now_ms;
}

void visit_unlock(struct visit_table *table, struct visit *visit, struct span who,
                  const struct visit_secrets *fresh, int64_t now_ms,
                  struct visit **out_before)
{
    *out_before = NULL;
    for (size_t i = 0; i < VISIT_MOST; i++) {
        struct visit *const other = &table->visits[i];
        if (other != visit && other->is_unlocked &&
            is_span_equal(span_of(other->who), who))
            *out_before = other;
    }
    memcpy(visit->secrets.cookie, fresh->cookie, sizeof visit->secrets.cookie);
    visit->is_unlocked = true;
    visit->is_replaced = false;
    snprintf(visit->who, sizeof visit->who, "%.*s", SPAN_ARGS(who));
    visit_touch(visit, now_ms);
}

void visit_lock(struct visit *visit, const struct visit_secrets *fresh)
{
    if (fresh)
        memcpy(visit->secrets.cookie, fresh->cookie, sizeof visit->secrets.cookie);
    visit->is_unlocked = false;
}

void visit_end(struct visit *visit)
{
    wipe(visit, sizeof *visit);
}

/* When an unlocked visit locks by itself. */
static int64_t lock_ms(const struct visit_table *table, const struct visit *visit)
{
    return visit->last_ms + table->hide_ms + VISIT_AWAY_MS;
}

struct visit *visit_due(struct visit_table *table, int64_t now_ms, bool *out_is_over)
{
    for (size_t i = 0; i < VISIT_MOST; i++) {
        struct visit *const visit = &table->visits[i];
        *out_is_over = is_used(visit) && is_over(visit, now_ms);
        if (*out_is_over || (visit->is_unlocked && now_ms >= lock_ms(table, visit)))
            return visit;
    }
    return NULL;
}

int64_t visit_next_ms(const struct visit_table *table)
{
    int64_t next_ms = INT64_MAX;
    for (size_t i = 0; i < VISIT_MOST; i++) {
        const struct visit *const visit = &table->visits[i];
        if (!is_used(visit))
            continue;
        if (visit->began_ms + VISIT_LIFE_MS < next_ms)
            next_ms = visit->began_ms + VISIT_LIFE_MS;
        if (visit->is_unlocked && lock_ms(table, visit) < next_ms)
            next_ms = lock_ms(table, visit);
    }
    return next_ms;
}

size_t visit_unlocked_count(const struct visit_table *table)
{
    size_t count = 0;
    for (size_t i = 0; i < VISIT_MOST; i++)
        count += table->visits[i].is_unlocked ? 1 : 0;
    return count;
}
