#include "web/form.h"

#include "base/utf8.h"

#include <string.h>

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
           byte == '_' || byte == '.';
}

static bool is_name(struct span name)
{
    for (size_t i = 0; i < name.count; i++)
        if (!is_name_byte(name.data[i]))
            return false;
    return name.count > 0 && name.count <= FORM_NAME_BYTES_MAX;
}

/* One byte of `sent` at `*at`, which moves behind it; false for a broken %XX. */
static bool take_byte(struct span sent, size_t *at, char *out_byte)
{
    const char byte = sent.data[(*at)++];
    *out_byte = byte == '+' ? ' ' : byte;
    if (byte != '%')
        return true;
    const int high = *at < sent.count ? span_hex_digit(sent.data[*at]) : -1;
    const int low = *at + 1 < sent.count ? span_hex_digit(sent.data[*at + 1]) : -1;
    *out_byte = (char)(high * 16 + low);
    *at += 2;
    return high >= 0 && low >= 0;
}

/* Line ends in one form, and nothing else that is not seen. */
static bool is_plain(char *text, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte == '\r' && i + 1 < *count && text[i + 1] == '\n')
            continue;
        text[kept] = byte == '\r' ? '\n' : byte == '\t' ? ' ' : text[i];
        if ((byte < ' ' && byte != '\r' && byte != '\t' && byte != '\n') || byte == 0x7F)
            return false;
        kept++;
    }
    *count = kept;
    return true;
}

/* C1 controls, which some terminals and printers take for orders. */
static bool has_control(struct span text)
{
    uint32_t code;
    for (size_t at = 0; utf8_next(text, &at, &code);)
        if (code >= 0x80 && code < 0xA0)
            return true;
    return false;
}

static bool take_text(struct arena *arena, struct span sent, struct span *out_text)
{
    char *const text = arena_alloc(arena, sent.count + 1);
    size_t count = 0;
    for (size_t at = 0; at < sent.count;)
        if (!take_byte(sent, &at, &text[count++]))
            return false;
    if (!is_plain(text, &count))
        return false;
    *out_text = (struct span){text, count};
    return utf8_wrong(*out_text) == count && !has_control(*out_text);
}

static enum status take_field(struct arena *arena, struct span part,
                              struct form_field *out_field)
{
    const size_t equals = span_find(part, '=');
    const struct span value = span_cut(part, equals + 1, part.count);
    if (!take_text(arena, span_cut(part, 0, equals), &out_field->name) ||
        !is_name(out_field->name) || !take_text(arena, value, &out_field->value))
        return fail(STATUS_BAD_INPUT, "the form holds what is not plain text");
    return OK;
}

enum status form_read(struct arena *arena, struct span bytes, struct form_sent *out_form)
{
    struct span rest = bytes, part;
    size_t count = 0;
    if (bytes.count > FORM_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "the form is longer than %d bytes", FORM_BYTES_MAX);
    struct form_field *const fields =
        arena_array(arena, struct form_field, FORM_FIELDS_MAX);
    while (bytes.count && span_next(&rest, '&', &part)) {
        if (!part.count)
            continue;
        if (count == FORM_FIELDS_MAX)
            return fail(STATUS_TOO_LARGE, "the form has more than %d fields",
                        FORM_FIELDS_MAX);
        const enum status status = take_field(arena, part, &fields[count++]);
        if (status != OK)
            return status;
    }
    *out_form = (struct form_sent){fields, count};
    return OK;
}

bool is_form_single(const struct form_sent *form, const char *name,
                    struct span *out_value)
{
    const struct form_field *found = NULL;
    for (size_t i = 0; i < form->count; i++) {
        if (!is_span(form->fields[i].name, name))
            continue;
        if (found)
            return false;
        found = &form->fields[i];
    }
    if (found)
        *out_value = found->value;
    return found != NULL;
}

struct form_sent form_without(struct arena *arena, const struct form_sent *form,
                              const char *name)
{
    struct form_field *const kept =
        arena_array(arena, struct form_field, form->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++)
        if (!is_span(form->fields[i].name, name))
            kept[count++] = form->fields[i];
    return (struct form_sent){kept, count};
}
