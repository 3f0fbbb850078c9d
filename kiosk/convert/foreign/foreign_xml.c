#include "convert/foreign/foreign_xml.h"

#include "base/must.h"

#include <expat.h>
#include <string.h>

struct reading {
    struct arena *arena;
    XML_Parser parser;
    struct foreign *root, *here;
    struct span place; /* of the line that was told last */
    size_t line, depth, *room;
    bool has_doctype, is_large;
};

static void stop(struct reading *reading)
{
    XML_StopParser(reading->parser, XML_FALSE);
}

static struct span place_now(struct reading *reading)
{
    const size_t line = XML_GetCurrentLineNumber(reading->parser);
    if (line != reading->line)
        reading->place = span_format(reading->arena, "line %zu", line);
    reading->line = line;
    return reading->place;
}

static struct foreign *add(struct reading *reading, struct span name, struct span text)
{
    if (!*reading->room) {
        reading->is_large = 1;
        stop(reading);
        return NULL;
    }
    --*reading->room;
    return foreign_add(reading->arena, reading->here, name, text, place_now(reading));
}

static struct span local_name(struct arena *arena, const char *name)
{
    const char *colon = strrchr(name, ':');
    return span_copy(arena, span_of(colon ? colon + 1 : name));
}

static void element_begin(void *context, const char *name, const char **attributes)
{
    struct reading *reading = context;
    struct foreign *element = add(reading, local_name(reading->arena, name), SPAN(""));
    if (++reading->depth > FOREIGN_DEPTH_MAX) {
        reading->is_large = 1;
        stop(reading);
    }
    if (!element)
        return;
    if (!reading->root)
        reading->root = element;
    reading->here = element;
    for (size_t i = 0; attributes[i] && !reading->is_large; i += 2) {
        struct foreign *attribute =
            add(reading, local_name(reading->arena, attributes[i]),
                span_copy(reading->arena, span_of(attributes[i + 1])));
        /* names of vocabularies say nothing of a person */
        if (!attribute)
            return;
        attribute->is_attribute = 1;
        attribute->is_used =
            !strncmp(attributes[i], "xmlns", 5) || !strncmp(attributes[i], "xsi:", 4);
    }
}

static void element_end(void *context, const char *name)
{
    struct reading *reading = context;
    (void)name;
    reading->depth--;
    if (reading->here)
        reading->here = reading->here->parent;
}

/* Pieces of one text come line by line: they are joined where they are asked for. */
static void text_found(void *context, const char *text, int count)
{
    struct reading *reading = context;
    if (reading->here)
        (void)add(reading, SPAN(""),
                  span_copy(reading->arena, (struct span){text, (size_t)count}));
}

static void doctype_found(void *context, const char *name, const char *system,
                          const char *public, int has_internal)
{
    struct reading *reading = context;
    (void)name, (void)system, (void)public, (void)has_internal;
    reading->has_doctype = 1;
    stop(reading);
}

static enum status failed(const struct reading *reading, struct span file)
{
    const size_t line = XML_GetCurrentLineNumber(reading->parser);
    if (reading->is_large)
        return fail(STATUS_TOO_LARGE,
                    "%.*s, line %zu: there are more or deeper elements than are read",
                    SPAN_ARGS(file), line);
    if (reading->has_doctype)
        return fail(STATUS_BAD_INPUT,
                    "%.*s, line %zu: a DOCTYPE is not read; take it away",
                    SPAN_ARGS(file), line);
    return fail(STATUS_BAD_INPUT, "%.*s, line %zu: this is no XML: %s", SPAN_ARGS(file),
                line, XML_ErrorString(XML_GetErrorCode(reading->parser)));
}

enum status foreign_xml_read(struct arena *arena, struct span file, struct span bytes,
                             size_t *room, struct foreign **out_root)
{
    if (bytes.count > FOREIGN_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "%.*s has more than %d bytes", SPAN_ARGS(file),
                    FOREIGN_BYTES_MAX);
    struct reading reading = {
        .arena = arena, .parser = XML_ParserCreate(NULL), .room = room};
    must(reading.parser != NULL);
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, element_begin, element_end);
    XML_SetCharacterDataHandler(reading.parser, text_found);
    XML_SetStartDoctypeDeclHandler(reading.parser, doctype_found);
    const enum XML_Status read =
        XML_Parse(reading.parser, bytes.data, (int)bytes.count, XML_TRUE);
    enum status status = OK;
    if (read != XML_STATUS_OK || reading.is_large || !reading.root)
        status = failed(&reading, file);
    else
        *out_root = reading.root;
    XML_ParserFree(reading.parser);
    return status;
}
