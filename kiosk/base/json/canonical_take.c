#include "base/json/canonical_take.h"

#include <math.h>
#include <string.h>

enum { DEPTH_MAX = 12, VALUES_MAX = 60000, BYTES_PER_VALUE = 200 };

void canonical_take_wrong(struct canonical_take *take, const char *what)
{
    if (take->status == OK)
        take->status = fail(take->bad, "the %s does not fit: %s", take->document, what);
}

static void wrong_key(struct canonical_take *take, const char *key, const char *wanted)
{
    if (take->status == OK)
        take->status = fail(take->bad, "the %s does not fit: \"%s\" must be %s",
                            take->document, key, wanted);
}

void canonical_take_scratch(struct arena *scratch)
{
    arena_init(scratch, 4 * (size_t)CANONICAL_TAKE_BYTES_MAX +
                            2 * (size_t)VALUES_MAX * BYTES_PER_VALUE);
}

const struct json *canonical_take_root(struct canonical_take *take, struct arena *scratch,
                                       struct span bytes)
{
    const struct json_limits limits = {CANONICAL_TAKE_BYTES_MAX, DEPTH_MAX, VALUES_MAX};
    struct json_document document = {0};
    struct json_fault fault = {0};
    if (take->status != OK)
        return NULL;
    if (json_read(scratch, bytes, &limits, &document, &fault) != OK) {
        take->status = fail(take->bad, "the %s does not fit: %s at byte %zu",
                            take->document, fault.what, fault.column);
        return NULL;
    }
    if (document.root->kind != JSON_OBJECT) {
        canonical_take_wrong(take, "it must be one object");
        return NULL;
    }
    return document.root;
}

/* json_get hides null; here null and missing must differ. */
static const struct json *member(const struct json *object, const char *key)
{
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    const struct span wanted = span_of(key);
    for (const struct json *child = object->first; child; child = child->next)
        if (is_span_equal(child->key, wanted))
            return child;
    return NULL;
}

bool has_canonical_take_key(const struct json *object, const char *key)
{
    return member(object, key) != NULL;
}

const struct json *canonical_take_field(struct canonical_take *take,
                                        const struct json *object, const char *key)
{
    const struct json *value = take->status == OK ? member(object, key) : NULL;
    if (!value)
        wrong_key(take, key, "there");
    return value && value->kind != JSON_NULL ? value : NULL;
}

/* The value of `key` if it is of `kind`. */
static const struct json *field_of(struct canonical_take *take, const struct json *object,
                                   const char *key, enum json_kind kind,
                                   const char *wanted)
{
    const struct json *value = canonical_take_field(take, object, key);
    if (value && value->kind == kind)
        return value;
    wrong_key(take, key, wanted);
    return NULL;
}

struct span canonical_take_text(struct canonical_take *take, const struct json *object,
                                const char *key)
{
    const struct json *value = field_of(take, object, key, JSON_TEXT, "a text");
    return value ? span_copy(take->arena, value->text) : SPAN("");
}

struct span canonical_take_text_or_null(struct canonical_take *take,
                                        const struct json *object, const char *key)
{
    const struct json *value = canonical_take_field(take, object, key);
    if (value && value->kind != JSON_TEXT)
        wrong_key(take, key, "a text or null");
    return value && value->kind == JSON_TEXT ? span_copy(take->arena, value->text)
                                             : (struct span){0};
}

int64_t canonical_take_whole(struct canonical_take *take, const struct json *object,
                             const char *key, int64_t low, int64_t high)
{
    int64_t whole = low;
    const struct json *value = field_of(take, object, key, JSON_NUMBER, "a whole number");
    if (value && (!span_to_integer(value->text, &whole) || whole < low || whole > high)) {
        wrong_key(take, key, "a whole number in its range");
        whole = low;
    }
    return whole;
}

bool canonical_take_flag(struct canonical_take *take, const struct json *object,
                         const char *key)
{
    const struct json *value = field_of(take, object, key, JSON_BOOLEAN, "true or false");
    return value && value->number != 0;
}

static const double NUMBER_MAX = 1e15;

static double number_of(struct canonical_take *take, const struct json *value,
                        const char *key)
{
    double number = NAN;
    if (!value || value->kind == JSON_NULL)
        return NAN;
    if (value->kind != JSON_TEXT || !span_to_number(value->text, &number) ||
        fabs(number) > NUMBER_MAX)
        wrong_key(take, key, "a decimal number in quotes, or null");
    return number;
}

double canonical_take_number_of(struct canonical_take *take, const struct json *value)
{
    return number_of(take, value, "an element of a list");
}

double canonical_take_number(struct canonical_take *take, const struct json *object,
                             const char *key)
{
    return number_of(take, canonical_take_field(take, object, key), key);
}

const struct json *canonical_take_object(struct canonical_take *take,
                                         const struct json *object, const char *key)
{
    return field_of(take, object, key, JSON_OBJECT, "an object");
}

const struct json *canonical_take_list(struct canonical_take *take,
                                       const struct json *object, const char *key,
                                       size_t most)
{
    const struct json *list = field_of(take, object, key, JSON_ARRAY, "a list");
    if (list && list->count > most) {
        wrong_key(take, key, "a shorter list");
        return NULL;
    }
    return list;
}

static struct span text_of(struct canonical_take *take, const struct json *value)
{
    if (value->kind == JSON_TEXT)
        return span_copy(take->arena, value->text);
    canonical_take_wrong(take, "an element of a list must be a text");
    return SPAN("");
}

size_t canonical_take_texts(struct canonical_take *take, const struct json *object,
                            const char *key, size_t most, struct span *out_texts)
{
    const struct json *list = canonical_take_list(take, object, key, most);
    size_t count = 0;
    for (const struct json *text = list ? list->first : NULL; text; text = text->next)
        out_texts[count++] = text_of(take, text);
    return count;
}

void canonical_take_hex(struct canonical_take *take, const struct json *object,
                        const char *key, void *out_bytes, size_t count)
{
    const struct json *value = field_of(take, object, key, JSON_TEXT, "bytes as hex");
    if (value && is_span_hex(value->text, count, out_bytes))
        return;
    memset(out_bytes, 0, count);
    if (value)
        wrong_key(take, key, "bytes as lower-case hex of the right length");
}

uint64_t canonical_take_seed(struct canonical_take *take, const struct json *object,
                             const char *key)
{
    unsigned char bytes[sizeof(uint64_t)];
    uint64_t seed = 0;
    canonical_take_hex(take, object, key, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        seed = seed << 8 | bytes[i];
    return seed;
}

int canonical_take_word(struct canonical_take *take, const struct json *object,
                        const char *key, const char *const *words, size_t count)
{
    const struct json *value = field_of(take, object, key, JSON_TEXT, "a text");
    for (size_t i = 0; value && i < count; i++)
        if (is_span(value->text, words[i]))
            return (int)i;
    wrong_key(take, key, "one of the known words");
    return 0;
}

void canonical_take_same(struct canonical_take *take, struct span bytes,
                         struct span again)
{
    if (take->status == OK && !is_span_equal(bytes, again))
        canonical_take_wrong(take, "it is not in canonical form, or holds more than "
                                   "its schema knows");
}
