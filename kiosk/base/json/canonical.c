#include "base/json/canonical.h"

#include "base/json/json.h"
#include "base/must.h"
#include "base/json/number.h"

#include <inttypes.h>
#include <math.h>

struct canonical canonical_begin(struct arena *arena)
{
    return (struct canonical){.buffer = buffer_init(arena, CANONICAL_BYTES_MAX)};
}

struct span canonical_bytes(const struct canonical *canonical)
{
    must(canonical->depth == 0 && !canonical->buffer.is_full);
    return buffer_span(&canonical->buffer);
}

/* Writes the comma before a value, and in an object its key. */
static void lead(struct canonical *canonical, const char *key)
{
    if (canonical->depth == 0) {
        must(!key && canonical->buffer.count == 0);
        return;
    }
    struct canonical_level *level = &canonical->levels[canonical->depth - 1];
    if (level->has_value)
        buffer_text(&canonical->buffer, ",");
    must(level->is_list == !key);
    if (key) {
        must(!level->has_value || span_order(level->key, span_of(key)) < 0);
        level->key = span_of(key);
        json_put_text(&canonical->buffer, level->key);
        buffer_text(&canonical->buffer, ":");
    }
    level->has_value = true;
}

static void level_begin(struct canonical *canonical, const char *key, bool is_list)
{
    lead(canonical, key);
    must(canonical->depth < CANONICAL_DEPTH_MAX);
    canonical->levels[canonical->depth++] = (struct canonical_level){.is_list = is_list};
    buffer_text(&canonical->buffer, is_list ? "[" : "{");
}

void canonical_object(struct canonical *canonical, const char *key)
{
    level_begin(canonical, key, 0);
}

void canonical_list(struct canonical *canonical, const char *key)
{
    level_begin(canonical, key, 1);
}

void canonical_end(struct canonical *canonical)
{
    must(canonical->depth > 0);
    canonical->depth--;
    buffer_text(&canonical->buffer,
                canonical->levels[canonical->depth].is_list ? "]" : "}");
}

void canonical_text(struct canonical *canonical, const char *key, struct span text)
{
    lead(canonical, key);
    json_put_text(&canonical->buffer, text);
}

void canonical_texts(struct canonical *canonical, const char *key,
                     const struct span *texts, size_t count)
{
    canonical_list(canonical, key);
    for (size_t i = 0; i < count; i++)
        canonical_text(canonical, NULL, texts[i]);
    canonical_end(canonical);
}

void canonical_whole(struct canonical *canonical, const char *key, int64_t value)
{
    lead(canonical, key);
    buffer_format(&canonical->buffer, "%" PRId64, value);
}

/* A value that is canonical already. */
static void raw_put(struct canonical *canonical, const char *key, struct span value)
{
    lead(canonical, key);
    buffer_add(&canonical->buffer, value);
}

void canonical_flag(struct canonical *canonical, const char *key, bool is_true)
{
    raw_put(canonical, key, is_true ? SPAN("true") : SPAN("false"));
}

void canonical_null(struct canonical *canonical, const char *key)
{
    raw_put(canonical, key, SPAN("null"));
}

void canonical_hex(struct canonical *canonical, const char *key, const void *bytes,
                   size_t count)
{
    canonical_text(canonical, key, span_hex(canonical->buffer.arena, bytes, count));
}

void canonical_seed(struct canonical *canonical, const char *key, uint64_t seed)
{
    canonical_text(canonical, key,
                   span_format(canonical->buffer.arena, "%016" PRIx64, seed));
}

void canonical_exact(struct canonical *canonical, const char *key, double value)
{
    if (isfinite(value))
        canonical_text(canonical, key, number_exact(canonical->buffer.arena, value));
    else
        canonical_null(canonical, key);
}

void canonical_rounded(struct canonical *canonical, const char *key, double value)
{
    if (isfinite(value))
        canonical_text(
            canonical, key,
            number_rounded(canonical->buffer.arena, value, CANONICAL_DECIMALS));
    else
        canonical_null(canonical, key);
}
