#include "seal/age/age_header.h"

#include "seal/base64.h"

enum {
    FULL_LINE_BYTES = 64, /* of base64 in a stanza body */
    FULL_LINE_CONTENT_BYTES = FULL_LINE_BYTES / 4 * 3,
    ARGUMENT_COUNT = 2, /* of an X25519 stanza: the kind and the share */
};

/* Reads line by line; `rest` never reaches past the limit of the header. */
struct reader {
    struct span rest;
    size_t number; /* of the line read last, from 1 */
    bool is_cut;   /* the file goes on after the limit */
};

/* One stanza as text: arguments, and the first line of its body. */
struct shape {
    struct span kind, argument, body;
    size_t argument_count, body_bytes;
};

static enum status malformed(const struct reader *reader, const char *what)
{
    return fail(STATUS_DAMAGED, "age header, line %zu: %s", reader->number, what);
}

static enum status line_read(struct reader *reader, struct span *out_line)
{
    const size_t end = span_find(reader->rest, '\n');
    reader->number++;
    if (end == reader->rest.count)
        return reader->is_cut
                   ? fail(STATUS_TOO_LARGE,
                          "the age header has more than %d bytes; age itself has no "
                          "such limit, this program does",
                          AGE_MAX_HEADER_BYTES)
                   : malformed(reader, "the file ends inside the header");
    *out_line = span_cut(reader->rest, 0, end);
    reader->rest = span_cut(reader->rest, end + 1, reader->rest.count);
    return OK;
}

static bool is_visible(struct span argument)
{
    for (size_t i = 0; i < argument.count; i++)
        if (argument.data[i] < 33 || argument.data[i] > 126)
            return false;
    return argument.count > 0;
}

static enum status arguments_read(const struct reader *reader, struct span line,
                                  struct shape *shape)
{
    struct span rest = span_cut(line, sizeof "-> " - 1, line.count), argument;
    while (span_next(&rest, ' ', &argument)) {
        if (!is_visible(argument))
            return malformed(reader, "an argument is empty or holds a forbidden byte");
        if (shape->argument_count == 0)
            shape->kind = argument;
        else if (shape->argument_count == 1)
            shape->argument = argument;
        shape->argument_count++;
    }
    return OK;
}

/* Reads a body, which has full lines and then a shorter one, which may be empty. */
static enum status body_read(struct reader *reader, struct shape *shape)
{
    unsigned char content[FULL_LINE_CONTENT_BYTES];
    struct span line;
    do {
        const enum status status = line_read(reader, &line);
        if (status != OK)
            return status;
        const size_t count = line.count * 3 / 4;
        if (line.count > FULL_LINE_BYTES ||
            !base64_read(line, BASE64_BARE, content, count))
            return malformed(reader,
                             "this is not a line of base64 of at most 64 letters");
        if (shape->body_bytes == 0)
            shape->body = line;
        shape->body_bytes += count;
    } while (line.count == FULL_LINE_BYTES);
    return OK;
}

/* The size of the body is checked before anything is decrypted: otherwise a file made on
 * purpose could be opened by two keys at once. */
static enum status x25519_read(const struct reader *reader, const struct shape *shape,
                               struct age_header *header)
{
    struct age_stanza *stanza = &header->stanzas[header->stanza_count++];
    if (shape->argument_count != ARGUMENT_COUNT ||
        !base64_read(shape->argument, BASE64_BARE, stanza->share, sizeof stanza->share) ||
        shape->body_bytes != AGE_BODY_BYTES ||
        !base64_read(shape->body, BASE64_BARE, stanza->body, sizeof stanza->body))
        return malformed(reader,
                         "the " AGE_X25519 " stanza that ends here has a wrong shape");
    return OK;
}

static enum status stanza_read(struct reader *reader, struct span line,
                               struct age_header *header)
{
    struct shape shape = {0};
    enum status status = arguments_read(reader, line, &shape);
    if (status == OK)
        status = body_read(reader, &shape);
    if (status != OK)
        return status;
    header->recipient_count++;
    if (is_span(shape.kind, "scrypt"))
        return fail(STATUS_UNSUPPORTED,
                    "files sealed with a passphrase are not read here; open it with "
                    "age itself");
    return is_span(shape.kind, AGE_X25519) ? x25519_read(reader, &shape, header) : OK;
}

static enum status first_line_read(struct reader *reader)
{
    struct span line = {0};
    if (has_span_prefix(reader->rest, "-----BEGIN AGE"))
        return fail(STATUS_UNSUPPORTED,
                    "armored (text) age files are not read here; turn it into the "
                    "binary form first");
    if (!has_span_prefix(reader->rest, "age-encryption.org/"))
        return malformed(reader, "this is not an age file");
    const enum status status = line_read(reader, &line);
    if (status != OK || is_span(line, AGE_FIRST_LINE))
        return status;
    return fail(STATUS_UNSUPPORTED, "this age file is of another version than 1");
}

static enum status mac_read(const struct reader *reader, struct span line,
                            struct age_header *header)
{
    const struct span text = span_cut(line, sizeof AGE_MAC_MARK " " - 1, line.count);
    if (!has_span_prefix(line, AGE_MAC_MARK " ") ||
        !base64_read(text, BASE64_BARE, header->mac, sizeof header->mac))
        return malformed(reader, "the line of the header's MAC has a wrong shape");
    return OK;
}

/* Reads stanzas up to the line of the MAC, which `out_line` then is. */
static enum status stanzas_read(struct reader *reader, struct age_header *header,
                                struct span *out_line)
{
    for (size_t count = 0;; count++) {
        enum status status = line_read(reader, out_line);
        if (status != OK)
            return status;
        if (!has_span_prefix(*out_line, "-> "))
            return count ? OK : malformed(reader, "a stanza should stand here");
        if (count == AGE_MAX_STANZAS)
            return fail(
                STATUS_TOO_LARGE,
                "the age file has more than %d recipient stanzas; age itself has no "
                "such limit, this program does",
                AGE_MAX_STANZAS);
        status = stanza_read(reader, *out_line, header);
        if (status != OK)
            return status;
    }
}

enum status age_header_read(struct span file, struct age_header *out_header)
{
    struct reader reader = {.rest = span_cut(file, 0, AGE_MAX_HEADER_BYTES),
                            .is_cut = file.count > AGE_MAX_HEADER_BYTES};
    struct age_header header = {0};
    struct span line = {0};
    enum status status = first_line_read(&reader);
    if (status == OK)
        status = stanzas_read(&reader, &header, &line);
    if (status == OK)
        status = mac_read(&reader, line, &header);
    if (status != OK)
        return status;
    const char *covered_end = line.data + sizeof AGE_MAC_MARK - 1;
    header.covered = span_cut(file, 0, (size_t)(covered_end - file.data));
    header.payload = span_cut(file, (size_t)(reader.rest.data - file.data), file.count);
    *out_header = header;
    return OK;
}
