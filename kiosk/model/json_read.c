#include "model/json_read.h"

#include <math.h>
#include <string.h>

void json_wrong(struct json_reader *reader, const char *what)
{
    if (reader->status == OK)
        reader->status = fail(STATUS_BAD_INPUT, "%s: %s", reader->document, what);
}

static void wrong_key(struct json_reader *reader, const char *key, const char *wanted)
{
    if (reader->status == OK)
        reader->status = fail(STATUS_BAD_INPUT, "%s: \"%s\" must be %s", reader->document,
                              key, wanted);
}

json_t *json_root(struct json_reader *reader, struct span bytes)
{
    json_error_t error;
    json_t *root = json_loadb(bytes.data ? bytes.data : "", bytes.count,
                              JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        reader->status = fail(STATUS_BAD_INPUT, "%s: line %d, column %d: not valid JSON",
                              reader->document, error.line, error.column);
        return NULL;
    }
    if (!json_is_object(root)) {
        json_decref(root);
        json_wrong(reader, "the document must be one object { ... }");
        return NULL;
    }
    return root;
}

json_t *json_field(struct json_reader *reader, json_t *object, const char *key)
{
    if (reader->status != OK)
        return NULL;
    json_t *value = json_object_get(object, key);
    if (!value)
        wrong_key(reader, key, "there");
    return value;
}

static struct span text_of(struct json_reader *reader, json_t *value)
{
    return span_copy(reader->arena,
                     (struct span){json_string_value(value), json_string_length(value)});
}

struct span json_text(struct json_reader *reader, json_t *object, const char *key)
{
    json_t *value = json_field(reader, object, key);
    if (value && !json_is_string(value))
        wrong_key(reader, key, "a text");
    return json_is_string(value) ? text_of(reader, value) : SPAN("");
}

int64_t json_whole(struct json_reader *reader, json_t *object, const char *key)
{
    json_t *value = json_field(reader, object, key);
    if (value && !json_is_integer(value))
        wrong_key(reader, key, "a whole number");
    return json_is_integer(value) ? (int64_t)json_integer_value(value) : 0;
}

double json_number_of(struct json_reader *reader, json_t *value, const char *what)
{
    double number = 0;
    if (json_is_null(value))
        return NAN;
    if (json_is_integer(value))
        return (double)json_integer_value(value);
    if (json_is_string(value) &&
        span_to_number((struct span){json_string_value(value), json_string_length(value)},
                       &number))
        return number;
    if (value)
        wrong_key(reader, what, "a whole number, a decimal number in quotes, or null");
    return 0;
}

double json_decimal(struct json_reader *reader, json_t *object, const char *key)
{
    return json_number_of(reader, json_field(reader, object, key), key);
}

int json_flag(struct json_reader *reader, json_t *object, const char *key)
{
    json_t *value = json_field(reader, object, key);
    if (value && !json_is_boolean(value))
        wrong_key(reader, key, "true or false");
    return json_is_true(value);
}

json_t *json_list(struct json_reader *reader, json_t *object, const char *key)
{
    json_t *value = json_field(reader, object, key);
    if (value && !json_is_array(value))
        wrong_key(reader, key, "a list [ ... ]");
    return json_is_array(value) ? value : NULL;
}

json_t *json_map(struct json_reader *reader, json_t *object, const char *key)
{
    json_t *value = json_field(reader, object, key);
    if (value && !json_is_object(value))
        wrong_key(reader, key, "an object { ... }");
    return json_is_object(value) ? value : NULL;
}

static int hex_digit(char letter)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = letter ? strchr(digits, letter) : NULL;
    return found ? (int)(found - digits) : -1;
}

void json_bytes(struct json_reader *reader, json_t *object, const char *key,
                void *out_bytes, size_t count)
{
    unsigned char *bytes = out_bytes;
    json_t *value = json_field(reader, object, key);
    memset(out_bytes, 0, count);
    if (!value)
        return;
    int is_right = json_is_string(value) && json_string_length(value) == 2 * count;
    const char *hex = json_string_value(value);
    for (size_t i = 0; is_right && i < count; i++) {
        const int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
        is_right = high >= 0 && low >= 0;
        bytes[i] = (unsigned char)(is_right ? high * 16 + low : 0);
    }
    if (!is_right) {
        memset(out_bytes, 0, count);
        wrong_key(reader, key, "bytes as lower-case hex of the right length");
    }
}
